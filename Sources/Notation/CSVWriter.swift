/// Rows of comma-separated values (RFC 4180).
package enum CSVWriter {
    /// One row with its line end.
    ///
    /// - Parameters:
    ///   - lineEnd: RFC 4180's unless a program that reads lines wants another.
    ///   - alsoQuoting: characters that make a cell quoted beside comma, quotation mark and line ends: programs that
    ///     expect another separator split at these.
    package static func row(_ cells: [String], lineEnd: String = "\r\n", alsoQuoting: String = "") -> String {
        // By scalars: a comma with an accent upon it is still a comma to whoever reads the file.
        let special = Set(",\"\r\n".unicodeScalars).union(alsoQuoting.unicodeScalars)
        return cells.map { cell in
            guard cell.unicodeScalars.contains(where: special.contains) else { return cell }
            var out = String.UnicodeScalarView()
            for scalar in cell.unicodeScalars {
                if scalar == "\"" { out.append(scalar) }
                out.append(scalar)
            }
            return "\"" + String(out) + "\""
        }.joined(separator: ",") + lineEnd
    }

    /// A spreadsheet takes text that begins like this for a formula and runs it; the apostrophe makes it text.
    package static func harmless(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r": "'" + text
        default: text
        }
    }
}
