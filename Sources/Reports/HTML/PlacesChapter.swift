import Choosing
import Notation
import Sourcing

/// Where else the work could be done, from facts alone.
struct PlacesChapter {
    let ranking: PlaceRanking

    private static let shown = 15
    private static let told = 8

    private var places: [PlaceRanking.Place] { ranking.places }
    private var first: [PlaceRanking.Place] { Array(places.prefix(Self.shown)) }

    var chapter: Chapter {
        let lead = Markup.paragraph(ranking.text, class: "lead")
        let body =
            places.isEmpty
            ? Markup.paragraph("No country passes every must-have.", class: "empty")
            : Markup.pair(figure, points(first)) + facts(first) + more + offers
        return Chapter(
            id: "places", entry: "Where else?", heading: ranking.headline,
            body: lead + body + gates + criteria + assumptions + source, kind: "answer")
    }

    private var figure: String {
        let title = "Points of each place"
        let leader = places.first?.title ?? ""
        let statement =
            places.count > 1
            ? "\(leader) is among the first three in \(Format.ofHundred(places[0].firstThree)) of 100 ways to weigh it"
            : "\(leader) is the one place that is left"
        return Markup.figure(
            statement,
            note:
                "Points of 100. Dot: mean. Bar: P10 to P90, which holds 80 of 100 ways to weigh it and what is not known.",
            svg: RangeChart.svg(
                id: "places-chart", title: title, point: "Mean",
                rows: first.map { place in
                    .init(
                        label: place.title, kind: place.rank == 1 ? "pick" : "other", p10: place.p10, p50: place.points,
                        p90: place.p90)
                }, scale: .points),
            source:
                "Source: public facts of each country, \(Format.decimal(Double(ranking.samples))) draws. Method: SMAA.",
            class: "rows from-zero")
    }

    private func head(_ place: PlaceRanking.Place) -> String {
        Markup.escape("\(place.rank). \(place.title)") + Markup.tag(place.geography.rawValue)
    }

    private func kind(_ place: PlaceRanking.Place) -> String { place.rank == 1 ? "pick" : "" }

    private func points(_ places: [PlaceRanking.Place]) -> String {
        HTMLTable(
            caption: "Mean points of 100. “First” and “first three”: of 100 ways to weigh it.",
            columns: [HTMLTable.text("Place")] + ["Points", "P10–P90", "First", "First three"].map(HTMLTable.number),
            rows: places.map { place in
                let range = Format.range(ChoicePage.points(place.p10), ChoicePage.points(place.p90))
                return .init(
                    head: head(place),
                    cells: [
                        ChoicePage.points(place.points), Markup.nowrap(range), Format.ofHundred(place.first),
                        Format.ofHundred(place.firstThree),
                    ], kind: kind(place))
            }, name: "wrap"
        ).html
    }

    private func facts(_ places: [PlaceRanking.Place]) -> String {
        guard !ranking.criteria.isEmpty else { return "" }
        return HTMLTable(
            caption: "The facts behind the points. In on condition: must-haves whose answer is not known.",
            columns: (["Place"] + ranking.criteria.map(\.title) + ["On condition of"]).map(HTMLTable.text),
            rows: places.map { place in
                let facts = ranking.criteria.map { Markup.escape(place.facts[$0.name] ?? Format.notKnown) }
                let open = place.conditions.isEmpty ? "–" : Markup.escape((place.conditions).listed("and"))
                return .init(head: Markup.escape(place.title), cells: facts + [open], kind: kind(place))
            }, name: "sentences"
        ).html
    }

    private var more: String {
        let rest = Array(places.dropFirst(Self.shown))
        guard !rest.isEmpty else { return "" }
        return Markup.details("and \(rest.count) more places", points(rest) + facts(rest), printed: false)
    }

    private var offers: String {
        let told = places.compactMap { place in place.toComeFirst.map { (place.title, $0) } }
        guard !told.isEmpty else { return "" }
        func list(_ items: [(String, String)]) -> String {
            HTMLTable(
                caption: "All else unchanged, at the mean of the weights",
                columns: ["Place", "It would have to offer"].map(HTMLTable.text),
                rows: items.map { .init(head: Markup.escape($0.0), cells: [Markup.escape($0.1)]) }
            ).html
        }
        let rest = Array(told.dropFirst(Self.told))
        return "<h3>What each would have to offer to come first</h3>\n" + list(Array(told.prefix(Self.told)))
            + (rest.isEmpty ? "" : Markup.details("and \(rest.count) more", list(rest), printed: false))
    }

    private var gates: String {
        guard !ranking.gates.isEmpty || !ranking.excluded.isEmpty else { return "" }
        let table = HTMLTable(
            caption: "Must-haves, and how many countries fail them. A country may fail several.",
            columns: ["Must-have", "Rule"].map(HTMLTable.text) + ["Fail", "Not known"].map(HTMLTable.number),
            rows: ranking.gates.map {
                .init(
                    head: Markup.escape($0.title),
                    cells: [Markup.escape($0.rule), String($0.failed), String($0.notKnown)])
            }
        )
        let out = HTMLTable(
            caption: "Countries that are out, with every reason", columns: ["Country", "Why"].map(HTMLTable.text),
            rows: ranking.excluded.map {
                .init(head: Markup.escape($0.title), cells: [Markup.escape($0.reasons.joined(separator: " "))])
            })
        let count = ranking.excluded.count
        let details =
            count == 0
            ? ""
            : Markup.details(
                "\(Words.plural(count, "country is", many: "countries are")) out: which and why", out.html,
                printed: ranking.excluded.count <= 20)
        return "<h3>Who is out</h3>\n" + (ranking.gates.isEmpty ? "" : table.html) + details
    }

    private var criteria: String {
        guard !ranking.criteria.isEmpty else { return "" }
        return "<h3>What counts, and how much</h3>\n"
            + HTMLTable(
                caption: "Criteria, mean share of all weight",
                columns: [HTMLTable.text("Criterion"), HTMLTable.number("Weight")]
                    + ["Points", "Source of the facts"].map(HTMLTable.text),
                rows: ranking.criteria.map {
                    .init(
                        head: Markup.escape($0.title),
                        cells: [ChoicePage.percent($0.weight), Markup.escape($0.scale), Markup.escape($0.source)])
                }
            ).html
    }

    private var assumptions: String {
        guard !ranking.assumptions.isEmpty else { return "" }
        return "<h3>What was assumed</h3>\n" + Markup.list(ranking.assumptions, class: "small")
    }

    private var source: String {
        Markup.paragraph(
            "Source: \(Format.decimal(Double(ranking.samples))) ways to see it, seed \(ranking.seed). What is not known of a country is "
                + "kept as uncertainty, never as zero.", class: "source")
    }
}
