/// Lines to blocks. A blank line ends a paragraph, a list and a table; a fence of three backticks holds code.
struct MarkdownReader {
    private let lines: [String]
    private var next = 0
    private(set) var blocks: [Markdown.Block] = []

    init(_ text: String) {
        lines = Self.lines(text)
        while next < lines.count { readBlock() }
    }

    /// Line ends of all systems, also `\r\n`, which Swift takes for one character.
    static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Self.trimmedEnd(String($0)) }
    }

    static func trimmedEnd(_ text: String) -> String {
        var out = text
        while let last = out.last, last.isWhitespace { out.removeLast() }
        return out
    }

    static func trimmed(_ text: String) -> String {
        trimmedEnd(String(text.drop(while: \.isWhitespace)))
    }

    private mutating func readBlock() {
        let line = lines[next]
        if line.isEmpty {
            next += 1
        } else if line.hasPrefix("```") {
            readCode()
        } else if let heading = Self.heading(line) {
            blocks.append(heading)
            next += 1
        } else if Self.item(line) != nil {
            readList()
        } else if line.hasPrefix("|"), next + 1 < lines.count, Self.isRule(lines[next + 1]) {
            readTable()
        } else {
            readParagraph()
        }
    }

    private mutating func readCode() {
        next += 1
        var code: [String] = []
        while next < lines.count, !lines[next].hasPrefix("```") {
            code.append(lines[next])
            next += 1
        }
        next += 1
        blocks.append(.code(code.joined(separator: "\n")))
    }

    private mutating func readParagraph() {
        var parts: [String] = []
        while next < lines.count, Self.goesOn(lines[next]) || parts.isEmpty {
            parts.append(Self.trimmed(lines[next]))
            next += 1
        }
        blocks.append(.paragraph(parts.joined(separator: " ")))
    }

    private static func goesOn(_ line: String) -> Bool {
        !line.isEmpty && !line.hasPrefix("```") && heading(line) == nil && item(line) == nil && !line.hasPrefix("|")
    }

    /// One kind of list; a line that is set in belongs to the item above it.
    private mutating func readList() {
        guard let first = Self.item(lines[next]) else { return }
        var items: [String] = []
        while next < lines.count {
            let line = lines[next]
            if let item = Self.item(line), item.isOrdered == first.isOrdered {
                items.append(item.text)
            } else if line.hasPrefix(" "), !items.isEmpty {
                items[items.count - 1] += " " + Self.trimmed(line)
            } else {
                break
            }
            next += 1
        }
        blocks.append(.list(isOrdered: first.isOrdered, items: items))
    }

    private mutating func readTable() {
        let head = Self.cells(lines[next])
        next += 2
        var rows: [[String]] = []
        while next < lines.count, lines[next].hasPrefix("|") {
            var row = Self.cells(lines[next])
            while row.count < head.count { row.append("") }
            rows.append(Array(row.prefix(head.count)))
            next += 1
        }
        blocks.append(.table(head: head, rows: rows))
    }

    private static func heading(_ line: String) -> Markdown.Block? {
        let level = line.prefix(while: { $0 == "#" }).count
        guard (1...4).contains(level) else { return nil }
        let rest = String(line.dropFirst(level))
        guard rest.hasPrefix(" ") else { return nil }
        return .heading(level: level, text: trimmed(rest))
    }

    private static func item(_ line: String) -> (isOrdered: Bool, text: String)? {
        if line.hasPrefix("- ") { return (false, trimmed(String(line.dropFirst(2)))) }
        let digits = line.prefix(while: { $0.isASCII && $0.isNumber }).count
        guard (1...3).contains(digits) else { return nil }
        let rest = String(line.dropFirst(digits))
        return rest.hasPrefix(". ") ? (true, trimmed(String(rest.dropFirst(2)))) : nil
    }

    /// `| --- | :--- |`
    private static func isRule(_ line: String) -> Bool {
        line.hasPrefix("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
    }

    /// A bar after a backslash belongs to the cell.
    private static func cells(_ line: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in trimmed(line).dropFirst() {
            if isEscaped {
                cell += character == "|" ? "|" : "\\\(character)"
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(trimmed(cell))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        if isEscaped { cell += "\\" }
        if !trimmed(cell).isEmpty { cells.append(trimmed(cell)) }
        return cells
    }
}
