import Atlas
import Economics
import Notation
import Reports
import Sourcing

extension AtlasViews {
    /// Shared hours and distances, and the choice of the country they are seen from.
    static func seen(_ country: Country, from client: Country?, year: Int) throws -> String {
        let choice = Form.get(
            action: "/atlas/\(country.code)",
            body: Field(
                .select([.init("", "no country")] + countries), name: "from", label: "Your country",
                value: client?.code ?? ""
            ).html + Form.actions(Form.button("Show")), class: "form across")
        guard let client else {
            return choice
                + Markup.paragraph(
                    "Choose your country to see the hours you would share, and how far apart the two are.")
        }
        let distance = try Distance.between(
            Economics.Site(country: client), Economics.Site(country: country), year: year)
        return choice + Markup.paragraph(sentence(country, client, distance), class: "lead")
            + Markup.facts(distances(distance, year: year)) + periods(distance.overlap, client, country, year: year)
    }

    static func sentence(_ country: Country, _ client: Country, _ distance: Distance) -> String {
        let range = hours(distance.overlap)
        let place =
            switch distance.geography {
            case .onshore: "\(country.name) is onshore: it is your own country."
            case .nearshore:
                "Seen from \(client.name), \(country.name) is nearshore: normal working days share at least six hours all year"
            case .offshore:
                "Seen from \(client.name), \(country.name) is offshore: normal working days share less than six hours at least part of the year"
            }
        return distance.geography == .onshore ? place : "\(place) (\(range) a day)."
    }

    /// "3 hours", or "2.5 to 3.5 hours".
    static func hours(_ overlap: Overlap) -> String {
        let (least, most) = (short(overlap.least), short(overlap.most))
        return least == most ? "\(least) \(least == "1" ? "hour" : "hours")" : "\(least) to \(most) hours"
    }

    private static func short(_ value: Double) -> String {
        let text = AtlasFigures.number(value, places: 2)
        return text.hasSuffix(".00") ? String(text.dropLast(3)) : text.hasSuffix("0") ? String(text.dropLast()) : text
    }

    private static func distances(_ distance: Distance, year: Int) -> [Markup.Fact] {
        [
            .init(
                name: "Hours shared", value: hours(distance.overlap),
                detail:
                    "On average \(AtlasFigures.number(distance.overlap.mean, places: 1)) a day, normal days 09:00–17:00 at both."
            ),
            .init(
                name: "Languages shared", value: distance.sharedLanguages.map(LanguageName.list) ?? "not known",
                detail: "Official, or used by at least half of the people, in both."),
            .init(
                name: "Cultural distance", value: known(distance.culturalDistance),
                detail: "Kogut and Singh 1988, 0 for the same; old samples, and no cost."),
            .init(
                name: "Governance gap", value: known(distance.governanceGap),
                detail: "Mean difference of five indicators, about 0 to 4; it does not say whose are better."),
            .init(
                name: "Holidays shared", value: distance.sharedHolidays.map { String($0.count) } ?? "not known",
                detail: "Dates of \(year) that are public holidays in both."),
        ]
    }

    static func known(_ value: Double?) -> String { value.map { AtlasFigures.number($0, places: 2) } ?? "not known" }

    private static func periods(_ overlap: Overlap, _ client: Country, _ country: Country, year: Int) -> String {
        HTMLTable(
            caption:
                "09:00–17:00 in \(country.name) (\(country.timeZone)), on the clock of \(client.name) (\(client.timeZone)), \(year)",
            columns: [
                HTMLTable.text("Through the year"), HTMLTable.text("On your clock"), HTMLTable.number("Hours shared"),
            ],
            rows: overlap.periods.map { period in
                .init(
                    head: Markup.escape("\(AtlasFigures.date(period.from)) to \(AtlasFigures.date(period.to))"),
                    cells: [
                        Markup.escape(
                            "\(AtlasFigures.time(period.secondWindowStart)) to \(AtlasFigures.time(period.secondWindowEnd))"
                        ),
                        short(period.hours),
                    ])
            }
        ).html
    }
}
