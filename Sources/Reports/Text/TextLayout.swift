/// Lines of text for a terminal: what a character takes, where a line breaks.
enum TextLayout {
    /// Columns that a text takes: two for the wide characters of East Asia and for pictures.
    static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

    private static func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// Text of a case without what could command a terminal or turn the direction of a line: blanks in its place.
    static func clean(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: out.append(" ")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Breaks at blanks, never at no-break spaces; a word that is wider than the line is cut.
    static func wrap(_ text: String, width: Int) -> [String] {
        let width = max(2, width)
        var lines: [String] = []
        var line = ""
        for word in clean(text).split(separator: " ") {
            var rest = String(word)
            if !line.isEmpty, columns(line) + 1 + columns(rest) > width {
                lines.append(line)
                line = ""
            }
            while line.isEmpty, columns(rest) > width {
                let head = start(of: rest, width: width)
                lines.append(head)
                rest = String(rest.dropFirst(head.count))
            }
            guard !rest.isEmpty else { continue }
            line += line.isEmpty ? rest : " \(rest)"
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    private static func start(of text: String, width: Int) -> String {
        var out = ""
        var used = 0
        for character in text {
            used += columns(character)
            if used > width { break }
            out.append(character)
        }
        return out
    }

    /// A paragraph; `first` stands before its first line, blanks of the same width before the others.
    static func paragraph(_ text: String, first: String = "", width: Int) -> [String] {
        let indent = String(repeating: " ", count: columns(first))
        return wrap(text, width: width - columns(first)).enumerated().map { ($0 == 0 ? first : indent) + $1 }
    }

    static func padded(_ text: String, to width: Int, right: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - columns(text)))
        return right ? blanks + text : text + blanks
    }

    static func trimmed(_ text: String) -> String {
        var out = text
        while out.last == " " { out.removeLast() }
        return out
    }
}

/// Bold and dim where the terminal has them. Put on whole lines, after they are measured.
struct TextStyle {
    let colour: Bool
    func bold(_ line: String) -> String { colour && !line.isEmpty ? "\u{1b}[1m\(line)\u{1b}[0m" : line }
    func dim(_ line: String) -> String { colour && !line.isEmpty ? "\u{1b}[2m\(line)\u{1b}[0m" : line }
}
