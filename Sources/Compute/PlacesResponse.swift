public import Choosing
public import Notation
import Sourcing

/// A ranking of places as JSON: `shoreline locate --format json`.
public enum PlacesResponse {
    public static func tree(of ranking: PlaceRanking) -> Tree {
        .map([
            ("function", .text(ranking.function)), ("headline", .text(ranking.headline)), ("text", .text(ranking.text)),
            ("samples", .number(ranking.samples)), ("seed", .number(Double(ranking.seed))),
            ("places", .list(ranking.places.map(place))),
            (
                "excluded",
                .list(
                    ranking.excluded.map {
                        .map([
                            "country": .text($0.country), "title": .text($0.title),
                            "reasons": .list($0.reasons.map { .text($0) }),
                        ])
                    })
            ),
            (
                "gates",
                .list(
                    ranking.gates.map {
                        .map([
                            "title": .text($0.title), "rule": .text($0.rule), "failed": .number($0.failed),
                            "notKnown": .number($0.notKnown),
                        ])
                    })
            ),
            (
                "criteria",
                .list(
                    ranking.criteria.map {
                        .map([
                            "name": .text($0.name), "title": .text($0.title), "weight": .number($0.weight),
                            "scale": .text($0.scale), "source": .text($0.source),
                        ])
                    })
            ),
            ("assumptions", .list(ranking.assumptions.map { .text($0) })),
        ])
    }

    private static func place(_ p: PlaceRanking.Place) -> Tree {
        .map([
            ("country", .text(p.country)), ("title", .text(p.title)), ("rank", .number(p.rank)),
            ("points", .number(p.points)), ("p10", .number(p.p10)), ("p90", .number(p.p90)),
            ("first", .number(p.first)),
            ("firstThree", .number(p.firstThree)), ("geography", .text(p.geography.rawValue)),
            ("conditions", .list(p.conditions.map { .text($0) })),
            ("facts", .map(p.facts.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
            ("values", .map(p.values.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })),
            ("toComeFirst", .text(p.toComeFirst)),
        ])
    }
}
