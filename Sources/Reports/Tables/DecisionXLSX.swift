public import Economics
import Sourcing

/// The decision as a workbook: real numbers with formats, one sheet a subject.
public enum DecisionXLSX {
    /// - Throws: `ReportError` with the path.
    public static func write(_ decision: Decision, to path: String) throws {
        let theCase = decision.theCase
        let book = try XLSXBook(
            path: path, title: theCase.title, subject: "Sourcing decision, \(theCase.client.currency)",
            company: theCase.client.name)
        try summary(decision, book)
        try options(decision, book)
        try breakdown(decision, book)
        try monthly(decision, book)
        try drivers(decision, book)
        try assumptions(decision, book)
        try book.close()
    }

    private static func summary(_ decision: Decision, _ book: XLSXBook) throws {
        let sheet = try book.sheet("Summary", widths: [34, 90], headerRows: 1, headerColumns: 0)
        let theCase = decision.theCase
        try book.write(theCase.title, to: sheet, row: 0, column: 0, style: .title)
        var row = 2
        func line(_ name: String, _ text: String) throws {
            try book.write(name, to: sheet, row: row, column: 0, style: .header)
            try book.write(text, to: sheet, row: row, column: 1, style: .wrapped)
            row += 1
        }
        func line(_ name: String, _ number: Double, _ style: XLSXBook.Style) throws {
            try book.write(name, to: sheet, row: row, column: 0, style: .header)
            try book.write(number, to: sheet, row: row, column: 1, style: style)
            row += 1
        }
        try line("Client", theCase.client.name)
        try line("Currency", theCase.client.currency)
        try line("First month", theCase.horizon.start.description)
        try line("Months", Double(theCase.horizon.months), .whole)
        try line("Discount rate a year", theCase.horizon.discountRate, .share)
        try line("Trials", Double(decision.trials), .whole)
        try line("Seed", String(decision.seed))
        for function in decision.functions {
            row += 1
            try line("Function", theCase.function(named: function.function)?.title ?? function.function)
            try line("Answer", function.recommendation.headline)
            try line("Why", function.recommendation.text)
            try line("Worth paying for certainty at most", function.valueOfPerfectInformation.value, .money)
        }
        row += 1
        for (index, sentence) in decision.leftOut.enumerated() { try line(index == 0 ? "Left out" : "", sentence) }
    }

    private static func options(_ decision: Decision, _ book: XLSXBook) throws {
        let table = FigureTable.options(of: decision)
        let widths = table.columns.indices.map { $0 == 2 ? 34 : $0 < 9 ? 13 : 14.0 }
        let sheet = try book.sheet("Options", widths: widths, headerColumns: 3)
        try fill(sheet, table, book)
    }

    private static func breakdown(_ decision: Decision, _ book: XLSXBook) throws {
        let answers = decision.functions.flatMap { function in function.options.map { (function.function, $0) } }
        let sheet = try book.sheet("Breakdown", widths: [34] + answers.map { _ in 18 })
        var table = FigureTable(columns: ["Mean present value"] + answers.map { "\($0.0): \($0.1.displayName)" }, rows: [])
        for category in CostCategory.allCases {
            table.rows.append([.text(category.title)] + answers.map { FigureTable.number($0.1.part(category), .money) })
        }
        table.rows.append([.text("Total")] + answers.map { FigureTable.number($0.1.presentValue.mean, .money) })
        try fill(sheet, table, book)
    }

    private static func monthly(_ decision: Decision, _ book: XLSXBook) throws {
        let columns = [
            "Function", "Option", "Month", "Cost P10", "Cost median", "Cost P90", "Cumulative cost, median",
            "Saving so far P10", "Saving so far median", "Saving so far P90",
        ]
        let sheet = try book.sheet("Monthly", widths: [18, 34, 10] + columns.dropFirst(3).map { _ in 16 }, headerColumns: 3)
        var table = FigureTable(columns: columns, rows: [])
        for function in decision.functions {
            for option in function.options {
                for band in option.monthly {
                    let costs = [band.p10, band.p50, band.p90, band.cumulativeP50]
                    let savings: [Double?] =
                        option.isBaseline ? [nil, nil, nil] : [band.savingP10, band.savingP50, band.savingP90]
                    table.rows.append(
                        [.text(function.function), .text(option.displayName), .text(band.month.description)]
                            + (costs + savings).map { FigureTable.number($0, .money) })
                }
            }
        }
        try fill(sheet, table, book)
    }

    private static func drivers(_ decision: Decision, _ book: XLSXBook) throws {
        let columns = [
            "Name", "Input", "Unit", "P10", "Median", "P90", "Explains alone", "Worth knowing", "Break-even", "Between",
        ]
        let sheet = try book.sheet("Drivers", widths: [26, 44, 16, 14, 14, 14, 12, 14, 14, 30], headerColumns: 2)
        let rows = decision.drivers.map { driver -> [FigureTable.Cell] in
            let figures = [driver.p10, driver.p50, driver.p90].map { FigureTable.number($0, .plain) }
            return [.text(driver.name), .text(driver.title), .text(UnitFormat.machine(driver.unit) ?? "")] + figures + [
                FigureTable.number(driver.firstOrderEffect, .share),
                FigureTable.number(driver.valueOfPerfectInformation.value, .money),
                FigureTable.number(driver.breakEven?.value, .plain),
                .text(driver.breakEven?.between.joined(separator: ", ") ?? ""),
            ]
        }
        try fill(sheet, FigureTable(columns: columns, rows: rows), book)
    }

    private static func assumptions(_ decision: Decision, _ book: XLSXBook) throws {
        let columns = ["Key", "Assumption", "Value", "Meaning", "Unit", "Origin", "Source", "Caveat", "Moves the lead"]
        let sheet = try book.sheet("Assumptions", widths: [26, 44, 28, 30, 16, 12, 50, 30, 14], headerColumns: 2)
        let units = UnitFormat(currency: decision.theCase.client.currency)
        let rows = RegisterChapter.sorted(decision.assumptions).map { assumption -> [FigureTable.Cell] in
            let told = units.text(assumption.quantity, assumption.unit)
            var value = FigureTable.Cell.text(told.value)
            if case .fixed(let number) = assumption.quantity { value = FigureTable.number(number, .plain) }
            return [
                .text(assumption.key), .text(assumption.title), value, .text(told.meaning),
                .text(UnitFormat.machine(assumption.unit) ?? ""), .text(Words.origin(assumption.origin)),
                .text(assumption.source ?? ""), .text(assumption.caveat ?? ""),
                FigureTable.number(assumption.moves, .money),
            ]
        }
        try fill(sheet, FigureTable(columns: columns, rows: rows), book)
    }

    private static func fill(_ sheet: XLSXBook.Sheet, _ table: FigureTable, _ book: XLSXBook) throws {
        for (column, title) in table.columns.enumerated() {
            try book.write(Words.capitalised(title), to: sheet, row: 0, column: column, style: .header)
        }
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                switch cell {
                case .text(let text) where !text.isEmpty: try book.write(text, to: sheet, row: row + 1, column: column)
                case .number(let number, let kind):
                    try book.write(number, to: sheet, row: row + 1, column: column, style: style(kind))
                default: break
                }
            }
        }
    }

    private static func style(_ kind: FigureTable.Kind) -> XLSXBook.Style {
        switch kind {
        case .money: .money
        case .unitPrice: .unitPrice
        case .share: .share
        case .plain: .plain
        case .whole: .whole
        }
    }
}
