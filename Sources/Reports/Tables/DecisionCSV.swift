public import Economics
import Notation

/// The decision for another program: one row an option, every number in full (RFC 4180, with its line ends).
public enum DecisionCSV {
    public static func text(for decision: Decision) -> String {
        let columns = OptionColumn.all
        var out = CSVWriter.row(columns.map(\.name))
        for function in decision.functions {
            for option in function.options { out += CSVWriter.row(columns.map { text($0.cell(function, option)) }) }
        }
        return out
    }

    private static func text(_ cell: DataCell) -> String {
        switch cell {
        case .text(let text): CSVWriter.harmless(text)
        // What is not known stays empty, never zero.
        case .number(let value): value.map { $0.isFinite ? JSONWriter.number($0) : "" } ?? ""
        case .flag(let value): value ? "true" : "false"
        }
    }
}
