import Atlas
import Guide
import Notation
import Reports

/// The facts about countries, for whoever looks for a place.
package enum AtlasViews {
    /// How many countries stand beside each other.
    static let fewest = 2
    static let most = 6

    static let styles = ["report.css", "guide.css"]

    /// - Parameters:
    ///   - find: part of a name, a code, a language, a currency or a time zone.
    ///   - by: how they are ordered: `name`, `region`, `cost`, `english`, `law` or `price`; by name where it is none.
    ///   - year: the calendar year whose clocks are shown.
    package static func list(find: String?, by: String?, year: Int) -> WebPage {
        let order = by.flatMap(AtlasRow.Order.init) ?? .name
        let wanted = String((find ?? "").prefix(60))
        let rows = AtlasRow.found(wanted, by: order)
        var body = Markup.paragraph(
            "\(Atlas.shared.countries.count) countries with what is published about work there: each figure with its year and source. Choose some to see them side by side.",
            class: "lead")
        body += Form.get(
            action: "/atlas",
            body: Field(
                .search, name: "find", label: "Find", value: wanted,
                hint: "A country, language, currency or time zone."
            ).html
                + Field(
                    .select(AtlasRow.Order.allCases.map { .init($0.rawValue, $0.title) }), name: "by",
                    label: "Order", value: order.rawValue, hint: "What is not known comes last."
                ).html
                + Form.actions(Form.button("Show", .primary), Form.link("All", "/atlas")), class: "form across")
        if rows.isEmpty {
            body += Notice.empty("No country fits “\(wanted)”.", link: .init("Show all", "/atlas"))
        } else {
            body += compareForm(rows, year: year)
        }
        body += Glossary.explained(onPage: "atlas") + exports
        return WebPage(title: "Country atlas", section: .atlas, body: body, styles: styles)
    }

    private static func compareForm(_ rows: [AtlasRow], year: Int) -> String {
        let client = Field(
            .select([.init("", "no country")] + countries), name: "from", label: "Seen from",
            hint: "Your own country: adds shared hours and distances.")
        return Form.get(
            action: "/atlas/compare",
            body: table(rows, year: year) + "<div class=\"form across\">\n" + client.html
                + Form.actions(Form.button("Compare the ticked ones", .primary))
                + "</div>\n" + Markup.paragraph("Tick \(fewest) to \(most) countries.", class: "hint"), class: "")
    }

    /// All countries, by name, as choices of a field.
    static let countries = Atlas.shared.countries.sorted { $0.name < $1.name }.map { Field.Option($0.code, $0.name) }

    private static func table(_ rows: [AtlasRow], year: Int) -> String {
        HTMLTable(
            caption:
                "Labour cost: US dollars an hour of a clerk, employer’s part included, in small print P10–P90. English: EF index or native. Rule of law: about −2.5 to 2.5. Price level: United States = 1.",
            columns: [HTMLTable.text("Country"), HTMLTable.number("Labour cost"), HTMLTable.text("Clock, \(year)")]
                + [HTMLTable.text("Official languages"), HTMLTable.number("English")]
                + [HTMLTable.number("Rule of law"), HTMLTable.number("Price level"), HTMLTable.text("Currency")],
            rows: rows.map { row in
                let country = row.country
                let name = Markup.escape(country.name)
                return .init(
                    head:
                        "<span class=\"tickbox\"><input type=\"checkbox\" name=\"with\" value=\"\(country.code)\" aria-label=\"Compare \(name)\"/> <a href=\"/atlas/\(country.code)\">\(name)</a></span>",
                    cells: [
                        AtlasFigures.cost(row.cost), Markup.escape(AtlasFigures.clock(country.timeZone, year: year)),
                        Markup.escape(LanguageName.list(country.languages)), AtlasFigures.english(country),
                        AtlasFigures.figure(country.ruleOfLaw, places: 2),
                        AtlasFigures.figure(country.priceLevel, places: 2), Markup.escape(country.currency),
                    ])
            }, name: "atlas"
        ).html
    }

    private static var exports: String {
        Form.actions(
            Form.link("Export CSV", "/atlas.csv"), Form.link("Workbook (XLSX)", "/atlas.xlsx"),
            Form.link("Export JSON", "/atlas.json"))
    }

    /// Every fact of every country, in one table.
    package static func csv() -> String { CountryTable(Atlas.shared.countries).csv() }
    package static func json() -> String { JSONWriter.text(CountryTable(Atlas.shared.countries).tree(), pretty: true) }
}
