public import Economics
import Notation

/// The decision for another program: one row an option, every number in full (RFC 4180, with its line ends).
public enum DecisionCSV {
    public static func text(for decision: Decision) -> String {
        let columns = OptionColumn.all
        var out = row(columns.map(\.name))
        for function in decision.functions {
            for option in function.options { out += row(columns.map { text($0.cell(function, option)) }) }
        }
        return out
    }

    private static func text(_ cell: DataCell) -> String {
        switch cell {
        case .text(let text): harmless(text)
        // What is not known stays empty, never zero.
        case .number(let value): value.map { $0.isFinite ? JSONWriter.number($0) : "" } ?? ""
        case .flag(let value): value ? "true" : "false"
        }
    }

    /// A spreadsheet takes text that begins like this for a formula and runs it; the apostrophe makes it text.
    static func harmless(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r": "'" + text
        default: text
        }
    }

    /// By scalars: a comma with an accent upon it is still a comma to whoever reads the file.
    static func row(_ cells: [String]) -> String {
        cells.map { cell in
            let scalars = cell.unicodeScalars
            guard scalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return cell }
            var out = String.UnicodeScalarView()
            for scalar in scalars {
                if scalar == "\"" { out.append(scalar) }
                out.append(scalar)
            }
            return "\"" + String(out) + "\""
        }.joined(separator: ",") + "\r\n"
    }
}
