import Notation

/// Looks at a YAML text before the parser does, for what the parser would explain badly or spend too long on.
struct YAMLGuard {
    let text: String
    let lines: [Substring]

    init(_ text: String) {
        self.text = text
        // What the parser counts as the end of a line, so that both mean the same line by a number.
        let ends: Set<Character> = ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
        lines = text.split(omittingEmptySubsequences: false) { ends.contains($0) }
    }

    func check() throws(Faults) {
        var faults = controlCharacters()
        if faults.isEmpty, let fault = tooManyValues() { faults.append(fault) }
        var begun = false
        for (index, line) in lines.enumerated() {
            let place = { (column: Int) in Position(line: index + 1, column: column) }
            if line.hasPrefix("---") || line.hasPrefix("..."), isDocumentMark(line) {
                if begun, line.hasPrefix("---") {
                    faults.append(
                        Fault(
                            path: "", at: place(1), "A second document begins here (---).",
                            remedy: "Keep one case a file: remove the line, or move the rest into another file."))
                    break
                }
                if line.count > 3 { begun = true }
                continue
            }
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.isEmpty || content.first == "#" { continue }
            begun = true
            let indent = line[line.startIndex..<content.startIndex]
            if let tab = indent.firstIndex(of: "\t"), !indent.isEmpty, isStructure(content) {
                faults.append(
                    Fault(
                        path: "", at: place(line.distance(from: line.startIndex, to: tab) + 1),
                        "This line is indented with a tab; YAML allows spaces only.",
                        remedy: "Replace the tab by spaces, as many as the lines beside it have."))
                break
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
    }

    /// Every value but the first needs one of these before it, so their number bounds the parser's work.
    private func tooManyValues() -> Fault? {
        var marks = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "["),
                UInt8(ascii: "{"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                marks += 1
            default: break
            }
        }
        if marks <= 3 * YAMLReader.maximumNodes { return nil }
        return Fault(
            path: "", "The file has too many lines, commas, colons and dashes to be a case file (\(marks)).",
            remedy: "A case file is a few pages of text: check that this is the right file.")
    }

    private func isDocumentMark(_ line: Substring) -> Bool {
        guard let after = line.dropFirst(3).first else { return true }
        return after == " " || after == "\t"
    }

    /// `key: …` or `- …`, not the continuation of a text.
    private func isStructure(_ content: Substring) -> Bool {
        content.hasPrefix("- ") || content.hasSuffix(":") || content.contains(": ")
    }

    private func controlCharacters() -> [Fault] {
        for (index, line) in lines.enumerated() {
            var column = 0
            for scalar in line.unicodeScalars {
                column += 1
                if scalar.value >= 0x20 && scalar.value < 0x7F || scalar == "\t" { continue }
                let allowed =
                    scalar.value >= 0xA0 && scalar.value != 0xFEFF && scalar != YAMLAliases.mark
                    && scalar.value < 0xFFFE || scalar.value == 0x85
                    || scalar.value >= 0x10000
                if allowed { continue }
                let name = String(scalar.value, radix: 16, uppercase: true)
                let code = String(repeating: "0", count: max(0, 4 - name.count)) + name
                return [
                    Fault(
                        path: "", at: Position(line: index + 1, column: column),
                        "There is an invisible control character here (U+\(code)).", remedy: "Delete it.")
                ]
            }
        }
        return []
    }
}
