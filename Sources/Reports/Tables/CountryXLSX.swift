public import Atlas
import Notation
import Spreadsheet

/// Country facts as a workbook: one sheet of countries, one of facts, one of pay, one of holidays.
///
/// A fact that is not known has a row whose value is empty, as in ``CountryTable``'s CSV: never a zero.
public enum CountryXLSX {
    /// - Parameter years: whose public holidays are listed; what is not known of a year has no rows.
    /// - Throws: `WorkbookError`, which names the path.
    public static func write(_ countries: [Country], holidaysOf years: [Int] = [], to path: String) throws {
        let book = try Workbook(path: path)
        try book.properties(
            title: "Country facts", company: "", comments: "Each figure with its unit, year and source")
        let sheets = CountrySheets(countries: countries, book: book)
        try sheets.places()
        try sheets.facts()
        try sheets.pay()
        if !years.isEmpty { try sheets.holidays(years) }
        try book.finish()
    }
}

private struct CountrySheets {
    let countries: [Country]
    let book: Workbook

    func places() throws {
        let sheet = try book.sheet(
            "Countries",
            headings: [
                ("Code", 8), ("Country", 24), ("Time zone", 24), ("Other time zones", 30), ("Currency", 10),
                ("Official languages", 18), ("English is the first language of most", 16),
            ])
        for country in countries {
            try sheet.row([
                .text(country.code), .text(country.name), .text(country.timeZone),
                .text(country.otherTimeZones.joined(separator: " ")), .text(country.currency),
                .text(country.languages.joined(separator: " ")), .flag(country.speaksEnglishNatively),
            ])
        }
    }

    func facts() throws {
        let sheet = try book.sheet(
            "Facts",
            headings: [
                ("Code", 8), ("Country", 24), ("Key", 26), ("Fact", 30), ("Value", 16), ("Unit", 26), ("Year", 8),
                ("Standard error", 12), ("Source was read again", 12), ("Source", 60), ("Note", 60),
            ])
        for country in countries {
            for fact in CountryFact.all { try sheet.row(row(fact, of: country)) }
        }
    }

    private func row(_ fact: CountryFact, of country: Country) -> [Sheet.Cell] {
        let head: [Sheet.Cell] = [
            .text(country.code), .text(country.name), .text(fact.key), .text(fact.label),
        ]
        guard let cell = fact.read(country) else { return head + [.empty, .text(fact.unit)] }
        let value: Sheet.Cell = cell.value.string.map { .text($0, .wrapped) } ?? .number(cell.value.double, .number)
        return head + [
            value, .text(fact.unit), .number(cell.year.map(Double.init), .number),
            .number(cell.standardError, .number), cell.wasRead.map { .flag($0) } ?? .empty,
            .text(cell.source, .wrapped), .text(cell.note ?? "", .wrapped),
        ]
    }

    func pay() throws {
        let sheet = try book.sheet(
            "Pay",
            headings: [
                ("Code", 8), ("Country", 24), ("Occupation", 30), ("Measure", 14), ("Statistic", 12), ("Low", 12),
                ("Value", 12), ("High", 12), ("Currency", 14), ("Per", 8), ("Year", 8), ("Scope", 24), ("Kind", 14),
                ("Source", 60),
            ])
        for country in countries {
            for wage in country.wages {
                try sheet.row([
                    .text(country.code), .text(country.name), .text(wage.occupation), .text(wage.measure),
                    .text(wage.statistic), .number(wage.low, .number), .number(wage.value, .number),
                    .number(wage.high, .number), .text(wage.currency), .text(wage.per),
                    .number(Double(wage.year), .number), .text(wage.scope), .text(wage.confidence),
                    .text(wage.source, .wrapped),
                ])
            }
        }
    }

    func holidays(_ years: [Int]) throws {
        let sheet = try book.sheet(
            "Holidays",
            headings: [
                ("Code", 8), ("Country", 24), ("Date", 12), ("Name", 40), ("Substitute day", 12),
                ("May move by a day or two", 12),
            ])
        for country in countries {
            for day in years.flatMap(country.holidays) {
                try sheet.row([
                    .text(country.code), .text(country.name), .text(day.date), .text(day.name, .wrapped),
                    .flag(day.observed), .flag(day.estimated),
                ])
            }
        }
    }
}
