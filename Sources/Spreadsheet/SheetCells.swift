import Notation

/// Reads the cells of one sheet, which may lie anywhere, into rows.
struct SheetCells {
    let texts: [String]
    private var rows: [[String]] = []
    private var count = 0

    init(texts: [String]) { self.texts = texts }

    mutating func read(_ stream: XMLStream, part: String) throws(Faults) -> [[String]] {
        var row = -1
        var column = -1
        var kind = "n"
        var value = ""
        var inline = RichText()
        var inValue = false
        var inCell = false
        while let event = try stream.next() {
            switch event {
            case .open("row", let attributes):
                let number = attributes["r"].map { Int($0) ?? -1 } ?? row + 2
                guard (1...1_048_576).contains(number) else {
                    throw ZipArchive.damaged("“\(part)” has a row without a place")
                }
                row = number - 1
                column = -1
            case .open("c", let attributes):
                if let name = attributes["r"] {
                    guard let place = CellName.parse(name) else {
                        throw ZipArchive.damaged("“\(part)” has a cell called “\(name.prefix(20))”")
                    }
                    (row, column) = place
                } else {
                    column += 1
                }
                guard row >= 0, column < 16_384 else {
                    throw ZipArchive.damaged("“\(part)” has a cell outside any row")
                }
                kind = attributes["t"] ?? "n"
                value = ""
                inCell = true
            case .open("v", _): inValue = inCell
            case .close("v"): inValue = false
            case .close("c"):
                inCell = false
                let text = try Self.text(kind, value, inline.take(), texts, row, column)
                if !text.isEmpty { try put(text, row, column) }
            case .text(let piece) where inValue: value += piece
            default: if inCell, kind == "inlineStr" { inline.add(event) }
            }
        }
        return rows
    }

    private mutating func put(_ text: String, _ row: Int, _ column: Int) throws(Faults) {
        let further = max(0, row + 1 - rows.count)
        // An empty row counts for one cell, so that a single cell in the last row does not make a million rows.
        count += further
        if count > SpreadsheetReader.maximumCells { throw Self.tooMany }
        if further > 0 { rows.append(contentsOf: [[String]](repeating: [], count: further)) }
        let wider = max(0, column + 1 - rows[row].count)
        count += wider
        if count > SpreadsheetReader.maximumCells { throw Self.tooMany }
        if wider > 0 { rows[row].append(contentsOf: [String](repeating: "", count: wider)) }
        rows[row][column] = text
    }

    static var tooMany: Faults {
        Faults(
            Fault(
                path: "",
                "The sheet spans more than \(SpreadsheetReader.maximumCells) cells, which is the most that is read.",
                remedy: "Remove what stands far below or to the right of the table, or save only the table."))
    }

    private static func text(
        _ kind: String, _ value: String, _ inline: String, _ texts: [String], _ row: Int, _ column: Int
    ) throws(Faults) -> String {
        switch kind {
        case "s":
            if value.isEmpty { return "" }
            guard let index = Int(value), texts.indices.contains(index) else {
                throw ZipArchive.damaged("its cell \(CellName.of(row: row, column: column)) refers to no text")
            }
            return texts[index]
        case "inlineStr": return inline
        case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
        case "n": return Double(value).map { $0.isFinite ? JSONWriter.number($0) : value } ?? value
        // A formula's text, an error such as #REF!, a date in ISO 8601: as it stands.
        default: return RichText.unescaped(value)
        }
    }
}
