public import Economics
import Notation
import Sourcing
import Spreadsheet

/// The decision as a workbook: what the report shows and what it would take to check it, as numbers.
public enum DecisionXLSX {
    /// - Throws: ``WorkbookError``, which names the path.
    public static func write(_ decision: Decision, to path: String) throws {
        let book = try Workbook(path: path)
        let sheets = DecisionSheets(decision: decision, book: book)
        try book.properties(
            title: decision.theCase.title, company: decision.theCase.client.name,
            comments: "\(decision.trials) simulated futures, seed \(decision.seed)")
        try sheets.summary()
        try sheets.options()
        try sheets.breakdown()
        try sheets.monthly()
        try sheets.drivers()
        try sheets.assumptions()
        try book.finish()
    }
}

/// The six sheets.
struct DecisionSheets {
    let decision: Decision
    let book: Workbook

    func summary() throws {
        let sheet = try book.sheet("Summary", headings: [("What", 30), ("Value", 90)])
        let theCase = decision.theCase
        func text(_ title: String, _ value: String) throws { try sheet.row([.text(title), .text(value, .wrapped)]) }
        func number(_ title: String, _ value: Double, _ style: Workbook.Style) throws {
            try sheet.row([.text(title), .number(value, style)])
        }
        try text("Case", theCase.title)
        try text("Client", theCase.client.name)
        try text("Country", theCase.client.country)
        try text("Currency", theCase.client.currency)
        try sheet.row([
            .text("First month"), .month(year: theCase.horizon.start.year, month: theCase.horizon.start.month),
        ])
        try number("Months", Double(theCase.horizon.months), .number)
        try number("Discount rate a year", theCase.horizon.discountRate, .share)
        try number("Simulated futures", Double(decision.trials), .money)
        // A seed may have more digits than a cell's number.
        try text("Seed", String(decision.seed))
        for function in decision.functions {
            try sheet.row([])
            try text("Function", function.function)
            try text("Answer", function.recommendation.headline)
            try text("Why", function.recommendation.text)
            try text("Choice", function.recommendation.choice ?? "cannot be told apart by cost")
            if let rivalry = function.rivalry {
                try text("Leader", rivalry.leader)
                try text("Rival", rivalry.rival)
                try number("Lead (rival’s cost minus leader’s)", rivalry.lead.value, .money)
            }
            try number("Value of perfect information", function.valueOfPerfectInformation.value, .money)
            guard let waterfall = function.waterfall else { continue }
            try text("From wage gap to net saving", waterfall.option)
            try number("Headline saving", waterfall.headline, .money)
            for step in waterfall.steps { try number(step.title, step.change, .money) }
            try number("Net saving", waterfall.net, .money)
        }
        try sheet.row([])
        for sentence in decision.leftOut { try text("Left out", sentence) }
    }

    func options() throws {
        let columns = OptionColumn.all
        let sheet = try book.sheet(
            "Options",
            headings: columns.map { ($0.heading, $0.name == "title" ? 32 : 15) })
        try eachOption { function, option in
            try sheet.row(
                columns.map { column in
                    switch column.cell(function, option) {
                    case .text(let text): .text(text)
                    case .number(let value): .number(value, Self.style(column.style))
                    case .flag(let value): .flag(value)
                    }
                })
        }
    }

    func breakdown() throws {
        let kinds = CostCategory.allCases
        let sheet = try book.sheet(
            "Breakdown",
            headings: [("Function", 18), ("Option", 18), ("Title", 32)] + kinds.map { ($0.title, 15) } + [("Sum", 15)])
        try eachOption { function, option in
            try sheet.row(
                [.text(function.function), .text(option.name), .text(option.displayName)]
                    + option.breakdown.prefix(kinds.count).map { .number($0, .money) }
                    + [.number(option.breakdown.reduce(0, +), .money)])
        }
    }

    func monthly() throws {
        let sheet = try book.sheet(
            "Monthly",
            headings: [
                ("Function", 18), ("Option", 18), ("Month", 10), ("Cost P10", 14), ("Cost median", 14),
                ("Cost P90", 14),
                ("Cost since the start, median", 16), ("Saving since the start P10", 16),
                ("Saving since the start, median", 16), ("Saving since the start P90", 16),
            ])
        try eachOption { function, option in
            for band in option.monthly {
                let sums = [band.p10, band.p50, band.p90, band.cumulativeP50]
                let savings = option.isBaseline ? [] : [band.savingP10, band.savingP50, band.savingP90]
                try sheet.row(
                    [
                        .text(function.function), .text(option.name),
                        .month(year: band.month.year, month: band.month.month),
                    ] + (sums + savings).map { .number($0, .money) })
            }
        }
    }

    func drivers() throws {
        let options = decision.functions.flatMap { $0.options.map(\.name) }
        let sheet = try book.sheet(
            "Drivers",
            headings: [
                ("Input", 26), ("Title", 40), ("Unit", 16), ("P10", 12), ("Median", 12), ("P90", 12),
                ("Share of the lead’s variance", 14), ("Value of knowing it", 14), ("Its standard error", 14),
                ("Break-even", 12), ("Between", 30),
            ] + options.map { ("Rank correlation with \($0)", 14) })
        for driver in decision.drivers {
            let value = driver.valueOfPerfectInformation
            try sheet.row(
                [
                    .text(driver.name), .text(driver.title, .wrapped), .text(UnitWords.text(driver.unit)),
                    .number(driver.p10, .number), .number(driver.p50, .number), .number(driver.p90, .number),
                    .number(driver.firstOrderEffect, .share), .number(value.value, .money),
                    .number(value.standardError, .money), .number(driver.breakEven?.value, .number),
                    .text(driver.breakEven?.between.joined(separator: ", ") ?? ""),
                ]
                    + options.map { name in
                        .number(driver.rankCorrelation.first { $0.option == name }?.value, .number)
                    })
        }
    }

    func assumptions() throws {
        let sheet = try book.sheet(
            "Assumptions",
            headings: [
                ("Key", 30), ("Title", 40), ("Value", 24), ("What its numbers are", 26), ("First", 12), ("Second", 12),
                ("Third", 12), ("Unit", 16), ("Origin", 12), ("Source", 50), ("Caveat", 40), ("Moves the lead by", 14),
            ])
        let units = DecisionNames(decision: decision).units
        for one in decision.assumptions {
            let shown = units.text(one.quantity, one.unit)
            let numbers = UnitWords.numbers(of: one.quantity)
            try sheet.row(
                [.text(one.key), .text(one.title, .wrapped), .text(shown.value), .text(shown.meaning, .wrapped)]
                    + (0..<3).map { $0 < numbers.count ? .number(numbers[$0], .number) : .empty }
                    + [
                        .text(UnitWords.text(one.unit)), .text(Words.origin(one.origin)),
                        .text(one.source ?? "", .wrapped), .text(one.caveat ?? "", .wrapped),
                        .number(one.moves, .money),
                    ])
        }
    }

    private func eachOption(_ body: (FunctionDecision, OptionAnswer) throws -> Void) rethrows {
        for function in decision.functions {
            for option in function.options { try body(function, option) }
        }
    }

    private static func style(_ style: OptionColumn.Style) -> Workbook.Style {
        switch style {
        case .text: .plain
        case .money: .money
        case .price: .price
        case .share: .share
        case .months: .months
        }
    }
}

/// What a number of the register is counted in, and the numbers themselves.
enum UnitWords {
    static func text(_ unit: Unit) -> String {
        switch unit {
        case .share: "share"
        case .sharePerYear: "share a year"
        case .money(let currency, let per): per.map { "\(currency) \(UnitFormat.per($0))" } ?? currency
        case .minutes: "minutes"
        case .hours: "hours"
        case .weeks: "weeks"
        case .months: "months"
        case .years: "years"
        case .number: "number"
        case .factor: "factor"
        case .event: "0 or 1"
        case .exchangeRate(let currency): "standard deviations of \(currency)"
        case .count(let what): what
        }
    }

    /// In the order in which `UnitFormat` explains them; bounds are only in its words.
    static func numbers(of quantity: Quantity) -> [Double] {
        switch quantity {
        case .fixed(let value), .chance(let value): [value]
        case .pert(let low, let likely, let high), .published(let low, let likely, let high): [low, likely, high]
        case .percentiles(let p10, let p50, let p90, _, _): [p10, p50, p90]
        case .normal(let mean, let sd): [mean, sd]
        case .uniform(let low, let high): [low, high]
        case .lognormal(let p10, let p90): [p10, p90]
        }
    }
}
