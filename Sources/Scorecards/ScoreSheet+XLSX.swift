import Foundation
import Spreadsheet

extension ScoreSheet {
    /// The sheet that holds the table.
    public static let sheetName = "Scores"

    /// The sheet as a workbook: only scores and notes can be typed into, the headings stay in view.
    ///
    /// - Throws: ``WorkbookError``, which names the path.
    public func writeXLSX(to path: String) throws {
        let book = try Workbook(path: path)
        try book.properties(title: title, company: "", comments: "Score sheet of \(evaluator), scale \(scale)")
        try table(in: book)
        let help = try book.sheet("How to score", headings: [("How to score", 110)])
        for sentence in Self.instructions { try help.row([.text(sentence, .wrapped)]) }
        help.protect()
        try book.finish()
    }

    private func table(in book: Workbook) throws {
        let widths: [Double] = [14, 22, 16, 24, 36] + [Double](repeating: 20, count: levelCount) + [11, 44]
        let sheet = try book.sheet(Self.sheetName, widths: widths)
        for line in head where line.label != Label.instructions {
            try sheet.row([.text(line.label, .heading), .text(line.text)])
        }
        try sheet.row([.text("Fill in the shaded cells; the second sheet says how.", .plain)])
        try sheet.row(headings.map { .text($0, .shaded) })
        // Rows and the two columns that say what is being scored.
        sheet.freezeRows(columns: 2)
        let first = sheet.rowCount
        let scoreColumn = 5 + levelCount
        for row in rows {
            let levels = row.levels + [String](repeating: "", count: levelCount - row.levels.count)
            let texts = [row.cell.partner, row.partnerTitle, row.cell.criterion, row.criterionTitle, row.question]
            try sheet.row(
                (texts + levels).map { .text($0, .wrapped) } + [.blank(.input), .blank(.input)])
            try sheet.offer(
                row.levels.indices.map { String($0 + 1) } + ["?"], row: sheet.rowCount - 1, column: scoreColumn,
                title: "A level from 1 to \(row.levels.count)",
                message: "Also a half, such as 1.5, a range, such as 1 to 2, or ? where you do not know.")
        }
        let name = CellName.column(scoreColumn)
        try sheet.allowNumbersAsText("\(name)\(first + 1):\(name)\(first + rows.count)")
        sheet.protect()
        try sheet.printLandscape(headings: first)
    }

    /// The workbook's bytes.
    public func xlsx() throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try writeXLSX(to: file.path)
        return Array(try Data(contentsOf: file))
    }
}
