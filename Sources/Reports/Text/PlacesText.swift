public import Choosing
import Notation
import Sourcing

/// The ranking of places on a terminal.
public enum PlacesText {
    /// How many places are shown with what they would have to offer.
    static let shown = 15

    /// - Parameters:
    ///   - width: columns of the terminal; under 60 is taken as 60.
    ///   - colour: bold and dim by ANSI sequences.
    public static func text(for ranking: PlaceRanking, width: Int, colour: Bool) -> String {
        var page = PlacesPage(ranking: ranking, width: max(60, width), style: TextStyle(colour: colour))
        page.opening()
        page.table()
        page.offers()
        page.rules()
        return page.lines.map(TextLayout.trimmed).joined(separator: "\n") + "\n"
    }
}

struct PlacesPage: TextLines {
    let ranking: PlaceRanking
    let width: Int
    let style: TextStyle
    var lines: [String] = []

    init(ranking: PlaceRanking, width: Int, style: TextStyle) {
        self.ranking = ranking
        self.width = width
        self.style = style
    }

    private var top: [PlaceRanking.Place] { Array(ranking.places.prefix(PlacesText.shown)) }

    mutating func opening() {
        let function = ranking.theCase.function(named: ranking.function)
        bold("Where? \(function?.title ?? ranking.function)")
        prose("\(ranking.theCase.client.name), \(Words.country(ranking.theCase.client.country)).")
        blank()
        bold(ranking.headline)
        prose(ranking.text)
    }

    mutating func table() {
        guard !top.isEmpty else { return }
        section("Places, most points on average first")
        note(
            "Points of 100 on scales that do not depend on who else is compared. P10–P90: what is not known of the place."
        )
        table(
            TextTable(
                [
                    .init(header: "Place", right: false, least: 12), .init(header: "Points"), .init(header: "P10–P90"),
                    .init(header: "First, in 100"), .init(header: "Seen from the client", right: false, drop: 1),
                    .init(header: "Labour cost", right: false, least: 14, drop: 2),
                    .init(header: "Hours shared", right: false, drop: 3),
                ],
                rows: top.map { place in
                    [
                        place.title + (place.conditions.isEmpty ? "" : " (on condition)"),
                        Format.decimal(place.points, digits: 1),
                        Format.range(Format.decimal(place.p10), Format.decimal(place.p90)),
                        Format.ofHundred(place.first),
                        place.geography.rawValue, place.facts["labour-cost"] ?? Format.notKnown,
                        place.facts["overlap"] ?? Format.notKnown,
                    ]
                }))
        if ranking.places.count > top.count {
            let rest = ranking.places.dropFirst(top.count).map { "\($0.title) \(Format.decimal($0.points))" }
            prose("Then: \(rest.joined(separator: ", ")).")
        }
        for place in top where !place.conditions.isEmpty {
            prose(
                "\(place.title) is in on condition: \(place.conditions.joined(separator: ", ").lowercased()) is not known."
            )
        }
    }

    mutating func offers() {
        let offers = top.compactMap { place in place.toComeFirst.map { (place.title, $0) } }
        guard !offers.isEmpty else { return }
        section("What each would have to offer to come first")
        for (title, offer) in offers {
            lines += TextLayout.paragraph("\(title): \(offer)", first: "- ", width: width)
        }
    }

    mutating func rules() {
        let relevant = Set(ranking.theCase.options.map(\.country) + ranking.theCase.places.countries)
        let told =
            ranking.excluded.count <= 12 ? ranking.excluded : ranking.excluded.filter { relevant.contains($0.country) }
        if !told.isEmpty {
            section("Out")
            for out in told {
                lines += TextLayout.paragraph(
                    "\(out.title): \(out.reasons.joined(separator: " "))", first: "- ", width: width)
            }
            let rest = ranking.excluded.count - told.count
            if rest > 0 { note("And \(rest) more: --format csv has them with their reasons.") }
        }
        section("Must-haves")
        table(
            TextTable(
                [
                    .init(header: "Must-have", right: false, least: 12), .init(header: "Rule", right: false, least: 24),
                    .init(header: "Fail"), .init(header: "Not known"),
                ],
                rows: ranking.gates.map {
                    [$0.title, $0.rule, Format.decimal(Double($0.failed)), Format.decimal(Double($0.notKnown))]
                }))
        section("Criteria")
        table(
            TextTable(
                [
                    .init(header: "Criterion", right: false, least: 14), .init(header: "Weight"),
                    .init(header: "Scale", right: false, least: 24),
                    .init(header: "Source", right: false, least: 16, drop: 1),
                ],
                rows: ranking.criteria.map { [$0.title, Format.wholeShare($0.weight), $0.scale, $0.source] }))
        section("Assumed")
        for line in ranking.assumptions { lines += TextLayout.paragraph(line, first: "- ", width: width) }
        blank()
        note(
            "\(Words.plural(ranking.samples, "way")) to see it, seed \(ranking.seed). Facts and their years: shoreline countries CODE --sources."
        )
    }
}
