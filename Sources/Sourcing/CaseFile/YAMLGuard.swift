import Notation

/// Looks at a YAML text before the parser does: several documents, tabs, and keys that would make the parser expand aliases.
///
/// Yams compares the keys of a mapping as whole values. A key that is itself an alias or a collection could take it
/// exponential time, so these are refused here, on suspicion, wherever the text uses aliases at all.
struct YAMLGuard {
    let text: String
    let lines: [Substring]

    init(_ text: String) {
        self.text = text
        // \r\n is one Character; unicode scalars keep it simple and fast.
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    func check() throws(Faults) {
        var faults = controlCharacters()
        let usesAliases = text.utf8.contains(UInt8(ascii: "&")) && text.utf8.contains(UInt8(ascii: "*"))
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
            if usesAliases, let column = suspiciousKey(line) {
                faults.append(
                    Fault(
                        path: "", at: place(column), "An alias, a list or a group of keys cannot be a key.",
                        remedy:
                            "Write the key as a plain word; put text with brackets or * in quotes, away from a colon."))
                break
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
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
                    scalar.value >= 0xA0 && scalar.value != 0xFEFF && scalar.value < 0xFFFE || scalar.value == 0x85
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

    /// Column of `*name :`, `] :`, `} :` or an explicit key's `?`.
    private func suspiciousKey(_ line: Substring) -> Int? {
        let bytes = Array(line.utf8)
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if colonFollows(bytes, index + 1) { return index + 1 }
            case UInt8(ascii: "*"):
                var end = index + 1
                while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
                if end > index + 1, colonFollows(bytes, end) { return index + 1 }
            case UInt8(ascii: "?"):
                var before = index - 1
                while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
                if before < 0 || "-?:,[{".utf8.contains(bytes[before]) { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    private func colonFollows(_ bytes: [UInt8], _ start: Int) -> Bool {
        var index = start
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index < bytes.count && bytes[index] == UInt8(ascii: ":")
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
