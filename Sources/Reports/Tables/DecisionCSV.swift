public import Economics
import Notation

/// Options × figures as one CSV (RFC 4180), for a spreadsheet or a script.
public enum DecisionCSV {
    public static func text(for decision: Decision) -> String {
        let table = FigureTable.options(of: decision)
        let header = table.columns.map(quoted).joined(separator: ",")
        let rows = table.rows.map { row in row.map(cell).joined(separator: ",") }
        return ([header] + rows).map { $0 + "\r\n" }.joined()
    }

    private static func cell(_ cell: FigureTable.Cell) -> String {
        switch cell {
        case .text(let text): quoted(guarded(text))
        case .number(let value, _): JSONWriter.number(value)
        case .blank: ""
        }
    }

    /// A spreadsheet would run a text that begins like a formula.
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    static func quoted(_ text: String) -> String {
        // Scalars, because Swift takes \r\n for one character.
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else { return text }
        var out = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { out += "\"" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
