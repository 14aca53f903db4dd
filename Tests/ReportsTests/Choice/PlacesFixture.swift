import Sourcing

@testable import Choosing

/// Twenty places made by hand, three excluded.
enum PlacesFixture {
    static let countries = [
        ("IN", "India"), ("PH", "Philippines"), ("PL", "Poland"), ("MX", "Mexico"), ("RO", "Romania"),
        ("CO", "Colombia"),
        ("VN", "Viet Nam"), ("MY", "Malaysia"), ("ZA", "South Africa"), ("EG", "Egypt"), ("MA", "Morocco"),
        ("PT", "Portugal"), ("CR", "Costa Rica"), ("LK", "Sri Lanka"), ("BG", "Bulgaria"), ("KE", "Kenya"),
        ("CZ", "Czechia"), ("BR", "Brazil"), ("GT", "Guatemala"),
        ("VC", "Saint Vincent and the Grenadines, with a long name"),
    ]

    static func ranking(_ count: Int = 20) -> PlaceRanking {
        let places = countries.prefix(count).enumerated().map { index, country in
            let points = 78 - 2.1 * Double(index)
            return PlaceRanking.Place(
                country: country.0, title: country.1, rank: index + 1, points: points, p10: points - 9, p90: points + 8,
                first: index == 0 ? 0.61 : 0.02, firstThree: index < 3 ? 0.8 : 0.04,
                geography: index % 3 == 0 ? .offshore : .nearshore, conditions: index == 4 ? ["data law"] : [],
                facts: [
                    "pay": "$\(4 + index),200 a year (2024)",
                    "english": index % 4 == 0 ? "58 of 100 (2023)" : "49 of 100 (2023)",
                ],
                values: ["pay": 0.8, "english": 0.6, "hours": 0.4],
                toComeFirst: index == 0 ? nil : "Pay \(3 * index) % lower, or English at \(55 + index) of 100.")
        }
        return PlaceRanking(
            theCase: Fixtures.theCase(), function: "invoice-entry", samples: 100_000, seed: 7,
            headline: "India comes first in 61 of 100 ways to weigh it",
            text: "The Philippines is the nearest rival. What is not known of a country is kept as uncertainty.",
            places: Array(places),
            excluded: [
                .init(country: "AF", title: "Afghanistan", reasons: ["On the client’s list of places to avoid."]),
                .init(country: "KP", title: "North Korea", reasons: ["Under sanctions.", "No reliable network."]),
                .init(country: "AQ", title: "Antarctica", reasons: ["Nobody lives there."]),
            ],
            criteria: [
                .init(
                    name: "pay", title: "Pay of a clerk", weight: 0.5, scale: "0 at $30,000, 100 at $4,000",
                    source: "ILO, 2024"),
                .init(
                    name: "english", title: "English", weight: 0.3, scale: "0 at 30, 100 at 70",
                    source: "Test scores, 2023"),
                .init(
                    name: "hours", title: "Shared hours", weight: 0.2, scale: "0 at 0 h, 100 at 8 h",
                    source: "Time zones"),
            ],
            gates: [
                .init(title: "No sanctions", rule: "Not on the lists of the UN or the US", failed: 1, notKnown: 0),
                .init(title: "Network", rule: "At least 50 of 100 people online", failed: 2, notKnown: 3),
            ], assumptions: ["The case names no weights for places: all orders of the criteria count."])
    }
}
