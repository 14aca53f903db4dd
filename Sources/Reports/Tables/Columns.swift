/// Plain text in columns for a terminal.
enum Columns {
    /// One row; a cell that is wider than its column goes on below. Two blanks between columns, none at the end.
    static func row(_ cells: [String], widths: [Int]) -> String {
        let wrapped = zip(cells, widths).map { wrap($0, width: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        var text = ""
        for line in 0..<height {
            var out = ""
            for (column, lines) in wrapped.enumerated() {
                let cell = line < lines.count ? lines[line] : ""
                out += cell + String(repeating: " ", count: max(0, widths[column] - cell.count) + 2)
            }
            while out.last == " " { out.removeLast() }
            text += out + "\n"
        }
        return text
    }

    static func paragraph(_ text: String, indent: Int, width: Int) -> String {
        wrap(text, width: max(20, width - indent)).enumerated().map { index, line in
            // What goes on is set in by two more.
            String(repeating: " ", count: indent) + (index == 0 ? line : "  \(line)") + "\n"
        }.joined()
    }

    /// At blanks; a word that is wider than the line is cut, after a slash or underscore if it has one.
    static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var rest = String(word)
            if !line.isEmpty, line.count + 1 + rest.count > width {
                lines.append(line)
                line = ""
            }
            while line.isEmpty, rest.count > width {
                let head = rest.prefix(width)
                let cut = head.lastIndex { $0 == "/" || $0 == "_" }.map { rest.index(after: $0) } ?? head.endIndex
                lines.append(String(rest[..<cut]))
                rest = String(rest[cut...])
            }
            line += line.isEmpty ? rest : " \(rest)"
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
