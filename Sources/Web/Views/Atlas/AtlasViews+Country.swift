import Atlas
import Economics
import Guide
import Notation
import Reports
import Sourcing

extension AtlasViews {
    /// - Parameters:
    ///   - code: ISO 3166-1 alpha-2, in any case.
    ///   - from: the client's country, from which hours and distances are seen; nil for none.
    ///   - year: the year of clocks and holidays; the next one is shown too.
    /// - Returns: nil where the atlas knows no such country.
    /// - Throws: `Faults` where `from` is no country.
    package static func country(_ code: String, from: String?, year: Int) throws -> WebPage? {
        guard let country = Atlas.shared.country(code.uppercased()) else { return nil }
        let client = try client(from)
        var body = Markup.facts(glance(country, year: year))
        body += Panel.html("Seen from your country", try seen(country, from: client, year: year), id: "from")
        for (index, group) in CountryFact.groups.enumerated() {
            body += Panel.html(group.title, facts(group.facts, country), id: "facts-\(index + 1)")
        }
        body += Panel.html("Published pay", pay(country), id: "pay")
        body += Panel.html("Public holidays", holidays(country, year: year), id: "holidays")
        body += Markup.paragraph(
            "* Cited from its source and not read again: look it up before you rely on it.", class: "hint")
        body += Glossary.explained(onPage: "atlas")
        return WebPage(
            title: country.name, section: .atlas, trail: [.init("Country atlas", "/atlas")], body: body, styles: styles)
    }

    /// The client's country; nil where none was chosen.
    static func client(_ from: String?) throws -> Country? {
        guard let from, !from.isEmpty else { return nil }
        return try Atlas.shared.require(country: String(from.prefix(60)), path: "from")
    }

    private static func glance(_ country: Country, year: Int) -> [Markup.Fact] {
        let cost = ClerkCost.of(.other, in: country)
        let otherZones =
            country.otherTimeZones.isEmpty ? "" : "; other zones: \(country.otherTimeZones.joined(separator: ", "))"
        var facts: [Markup.Fact] = [
            .init(
                name: "A clerk’s hour",
                value: cost.map { "$\(AtlasFigures.number($0.likely, places: 2))" } ?? "not known",
                detail: cost.map { costDetail($0) } ?? "No wage or no exchange rate is published."),
            .init(
                name: "Clock", value: AtlasFigures.clock(country.timeZone, year: year),
                detail: country.timeZone + otherZones),
            .init(
                name: "Official languages", value: LanguageName.list(country.languages),
                detail: "Others in use: \(others(country))."),
        ]
        facts.append(
            .init(name: "Currency", value: country.currency, detail: "Codes \(country.code) and \(country.alpha3)."))
        return facts
    }

    private static func costDetail(_ cost: ClerkCost) -> String {
        let range = "\(AtlasFigures.number(cost.low, places: 2)) to \(AtlasFigures.number(cost.high, places: 2))"
        return "Employer’s part included, $\(range) (P10–P90). \(cost.source)."
            + (cost.caveat.map { " Rough: \($0)." } ?? "")
    }

    private static func others(_ country: Country) -> String {
        let spoken = country.languagesSpoken.filter { !country.languages.contains($0.language) && $0.percent >= 5 }
        let names = spoken.sorted { $0.percent > $1.percent }.prefix(5).map {
            "\(LanguageName.of($0.language)) (about \(AtlasFigures.number($0.percent, places: 0))\u{a0}%)"
        }
        return names.isEmpty ? "none known" : names.joined(separator: ", ")
    }

    private static func facts(_ facts: [CountryFact], _ country: Country) -> String {
        HTMLTable(
            caption: "Each figure with its unit, year and source",
            columns: [HTMLTable.text("Fact"), HTMLTable.number("Figure"), HTMLTable.text("Unit")]
                + [HTMLTable.text("Source")],
            rows: facts.map { fact in
                let cell = fact.read(country)
                let source = cell.map { $0.source + ($0.note.map { "; \($0)" } ?? "") } ?? "–"
                return .init(
                    head: Markup.escape(fact.label),
                    cells: [
                        AtlasFigures.cell(fact, country), Markup.escape(AtlasFigures.unit(fact)), Markup.escape(source),
                    ])
            }, name: "sentences sourced"
        ).html
    }

    private static func pay(_ country: Country) -> String {
        let lines = country.wages.map { "\(CountryTable.describe($0)). \($0.source)" }
        return lines.isEmpty
            ? Notice.empty("No pay figure for \(country.name) is known to the atlas.")
            : Markup.list(lines, class: "small")
    }

    private static func holidays(_ country: Country, year: Int) -> String {
        let years = [year, year + 1].map { year in
            let title = "<h3>\(year)</h3>\n"
            guard country.knowsHolidays(in: year) else {
                return "<div>\(title)\(Notice.empty("The holidays of \(year) are not known."))</div>\n"
            }
            let lines = country.holidays(year).map { day in
                let marks = [day.observed ? "substitute day" : "", day.estimated ? "may move by a day or two" : ""]
                    .filter { !$0.isEmpty }
                return "\(AtlasFigures.date(day.date)): \(day.name)"
                    + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
            }
            return "<div>\(title)\(Markup.list(lines, class: "small"))</div>\n"
        }
        return "<div class=\"lists\">\n\(years.joined())</div>\n"
            + Markup.paragraph("Source: \(Holiday.source).", class: "source")
    }
}
