public import Notation

/// Reads CSV as people send it: commas, semicolons or tabs, a byte order mark or none, line ends of any system.
///
/// Spreadsheets write the list separator of the computer's country, and do not say which; the caller knows which
/// headings it expects, and the separator that makes them appear is the one.
public enum DelimitedText {
    /// 20 MB, as for a workbook.
    public static let maximumBytes = 20 << 20

    /// - Parameter isHeading: whether a row is the one that the caller looks for.
    /// - Returns: the rows as the separator that shows such a row cuts them; those of the comma where none does.
    /// - Throws: for text that is not UTF-8 or UTF-16, and a quote that is never closed.
    /// - Complexity: O(bytes).
    public static func rows(_ bytes: [UInt8], isHeading: ([String]) -> Bool) throws(Faults) -> [[String]] {
        let text = Array(try decode(bytes).utf8)
        var refusal: Faults?
        var first: [[String]]?
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            do {
                let rows = try cut(text, at: separator)
                if rows.contains(where: isHeading) { return rows }
                first = first ?? rows
            } catch {
                refusal = refusal ?? error
            }
        }
        if let refusal { throw refusal }
        return first ?? []
    }

    private static func decode(_ bytes: [UInt8]) throws(Faults) -> String {
        if bytes.count > maximumBytes { throw SourceText.tooLarge(bytes.count, maximumBytes: maximumBytes) }
        // What Excel calls Unicode text: UTF-16 with its mark.
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        if isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count % 2 == 0 {
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            for index in stride(from: 2, to: bytes.count, by: 2) {
                let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                units.append(isLittle ? a | b << 8 : a << 8 | b)
            }
            if let text = String(validating: units, as: UTF16.self), !text.unicodeScalars.contains("\0") { return text }
        }
        do {
            return try SourceText.decode(bytes, allowsMark: true, maximumBytes: maximumBytes)
        } catch {
            throw Faults(
                error.faults.map {
                    Fault(
                        path: $0.path, at: $0.position, $0.problem,
                        remedy:
                            "In Excel, save it as “CSV UTF-8” or as a workbook (.xlsx); letters would be lost otherwise."
                    )
                })
        }
    }

    /// Quotes may hold separators and line breaks; a quote inside a cell that does not begin with one is a letter.
    private static func cut(_ text: [UInt8], at separator: UInt8) throws(Faults) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var index = 0
        var line = 1
        func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        while index < text.count {
            if text[index] == UInt8(ascii: "\""), cell.isEmpty {
                let opened = line
                index += 1
                while true {
                    guard index < text.count else {
                        throw Faults(
                            Fault(
                                path: CellName.of(row: rows.count, column: row.count),
                                at: Position(line: opened, column: 1),
                                "A quote is opened here and never closed.",
                                remedy: "Add a \" where the cell ends, or save the sheet again from the spreadsheet."))
                    }
                    if text[index] == UInt8(ascii: "\"") {
                        index += 1
                        guard index < text.count, text[index] == UInt8(ascii: "\"") else { break }
                    }
                    if text[index] == 0x0A { line += 1 }
                    cell.append(text[index])
                    index += 1
                }
            }
            // Up to the end of the cell: all of it where it has no quotes, otherwise what stands after them.
            while index < text.count, text[index] != separator, !isBreak(text[index]) {
                cell.append(text[index])
                index += 1
            }
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
            guard index < text.count else { break }
            if text[index] == separator {
                index += 1
                // A separator at the very end still has an empty cell behind it.
                if index == text.count { row.append("") }
                continue
            }
            if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
            index += 1
            line += 1
            rows.append(row)
            row = []
        }
        if !row.isEmpty { rows.append(row) }
        return rows
    }
}
