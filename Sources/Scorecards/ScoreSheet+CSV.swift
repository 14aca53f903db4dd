import Notation

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
        return "\u{FEFF}" + lines.map { CSVWriter.row($0.map(CSVWriter.harmless), alsoQuoting: ";\t") }.joined()
    }

    /// A cell without the apostrophe that keeps it from being taken for a formula.
    static func unguarded(_ text: String) -> String {
        guard text.hasPrefix("'"), let next = text.unicodeScalars.dropFirst().first,
            "=+-@\t\r".unicodeScalars.contains(next)
        else { return text }
        return String(text.dropFirst())
    }
}
