extension ScoreSheet {
    /// The sheet as CSV (RFC 4180), with a byte order mark: without it Excel takes UTF-8 for the computer's old encoding.
    public var csv: String {
        var lines = head.map { [$0.label, $0.text] } + [[]]
        lines.append(headings)
        for row in rows {
            let levels = row.levels + [String](repeating: "", count: levelCount - row.levels.count)
            lines.append(
                [row.cell.partner, row.partnerTitle, row.cell.criterion, row.criterionTitle, row.question] + levels
                    + ["", ""])
        }
        return "\u{FEFF}" + lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A cell as CSV writes it. What a spreadsheet would take for a formula gets an apostrophe in front: text of a case
    /// must not run on an evaluator's computer.
    static func quoted(_ text: String) -> String {
        let safe = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",;\t\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// A cell without the apostrophe that ``quoted(_:)`` put in front.
    static func unguarded(_ text: String) -> String {
        guard text.hasPrefix("'"), let next = text.unicodeScalars.dropFirst().first,
            "=+-@\t\r".unicodeScalars.contains(next)
        else { return text }
        return String(text.dropFirst())
    }
}
