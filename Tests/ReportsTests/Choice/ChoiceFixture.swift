import Economics
import Sourcing

@testable import Choosing

/// A choice made by hand, in the shape of the mock-up: five partners, one excluded, four evaluators.
enum ChoiceFixture {
    struct Sketch {
        var name: String
        var title: String
        var points: Double
        var ranks: [Double]
        var cost: Double
        /// Values 0…1, in the order of `criteria`.
        var values: [Double]
    }

    static let criteria: [(name: String, title: String, group: String?, weight: Double, low: Double, high: Double)] = [
        ("price", "Total cost", nil, 0.247, 0.19, 0.32),
        ("expertise", "Expertise in the service", "Ability", 0.185, 0.14, 0.23),
        ("track-record", "Track record and references", "Ability", 0.148, 0.11, 0.19),
        ("security", "Security and compliance", "Safety", 0.136, 0.10, 0.18),
        ("people", "People", "Delivery", 0.111, 0.08, 0.15),
        ("continuity", "Location and continuity", "Safety", 0.074, 0.04, 0.11),
        ("technology", "Technology", "Delivery", 0.062, 0.04, 0.10),
        ("cultural-fit", "Cultural fit", "Working together", 0.037, 0.02, 0.07),
    ]

    static let stays: [ClosedRange<Double>] = [
        0.13...1, 0...1, 0...0.61, 0...0.46, 0...0.26, 0...0.17, 0...0.76, 0...0.23,
    ]

    static let sketches: [Sketch] = [
        .init(
            name: "deccan", title: "Deccan Services, Pune", points: 76.7, ranks: [0.73, 0.18, 0.06, 0.02, 0.01],
            cost: 4_033_000, values: [0.76, 0.9, 0.85, 0.8, 0.55, 0.49, 0.9, 0.67]),
        .init(
            name: "prairie", title: "Prairie BPO, Kansas City", points: 70.7, ranks: [0.13, 0.40, 0.24, 0.16, 0.07],
            cost: 5_755_000, values: [0.32, 0.74, 0.9, 0.9, 0.85, 1, 0.55, 0.89]),
        .init(
            name: "norte", title: "Norte Procesos, Monterrey", points: 64.2, ranks: [0.05, 0.17, 0.28, 0.39, 0.11],
            cost: 4_900_000, values: [0.55, 0.7, 0.63, 0.63, 0.7, 0.81, 0.56, 0.81]),
        .init(
            name: "carpathian", title: "Carpathian Data, Cluj-Napoca", points: 61.9,
            ranks: [0.05, 0.09, 0.11, 0.16, 0.59], cost: 4_650_000,
            values: [0.72, 0.56, 0.7, 0.5, 0.68, 0.5, 0.94, 0.56]),
        .init(
            name: "visayas", title: "Visayas Back Office, Cebu", points: 60.3, ranks: [0.04, 0.16, 0.31, 0.27, 0.22],
            cost: 4_200_000, values: [0.7, 0.69, 0.56, 0.69, 0.69, 0.31, 0.56, 0.69]),
    ]

    static let evaluators = [
        ("ana", "Ana Ortiz"), ("ben", "Ben Achterberg"), ("chitra", "Chitra Nair"), ("dov", "Dov L."),
    ]

    static func evaluation() -> Evaluation {
        let library = criteria.map { item -> Evaluation.Criterion in
            guard var found = CriteriaLibrary.criterion(named: item.name) else {
                return .init(
                    name: item.name, title: item.title, about: "Total cost over the five years.", kind: .price,
                    scale: .facts(unit: "$", .exponential(worst: 7e6, best: 3e6, curvature: 0)))
            }
            found.title = item.title
            return found
        }
        var partners = sketches.map { Evaluation.Bidder(name: $0.name, title: $0.title) }
        for index in partners.indices {
            partners[index].gates = ["iso": .init(index == 3 ? .notKnown : .pass), "residency": .init(.pass)]
        }
        var out = Evaluation.Bidder(name: "harbour", title: "Harbour Keying, Dhaka")
        out.gates = ["iso": .init(.pass), "residency": .init(.fail, evidence: "Copies are kept in Singapore")]
        let gates: [Evaluation.Gate] = [
            .init(name: "iso", title: "ISO 27001 for the site", about: "A certificate in force that names the site."),
            .init(name: "residency", title: "Data stays in agreed countries"),
        ]
        return Evaluation(
            title: "Partner for invoice entry", function: "invoice-entry", opening: "2026-11-16",
            tree: library.map { .init(name: $0.name, weight: nil, criteria: [$0], isGroup: false) }, gates: gates,
            evaluators: evaluators.map { .init(name: $0.0, title: $0.1) }, partners: partners + [out])
    }

    static func partner(_ sketch: Sketch, rank: Int, among: [Sketch]) -> Choice.PartnerAnswer {
        let values = Dictionary(uniqueKeysWithValues: zip(criteria.map(\.name), sketch.values))
        let contributions = Dictionary(
            uniqueKeysWithValues: criteria.map { ($0.name, 100 * $0.weight * (values[$0.name] ?? 0)) })
        let others = among.filter { $0.name != sketch.name }
        return Choice.PartnerAnswer(
            name: sketch.name, title: sketch.title, rank: rank, conditions: sketch.name == "carpathian" ? ["iso"] : [],
            points: contributions.values.reduce(0, +), ranks: sketch.ranks,
            standardErrors: sketch.ranks.map { _ in 0.0014 },
            beats: Dictionary(
                uniqueKeysWithValues: others.map { ($0.name, $0.points < sketch.points ? 0.78 : 0.22) }),
            centralWeights: rank == 5 ? nil : Dictionary(uniqueKeysWithValues: criteria.map { ($0.name, 0.125) }),
            confidence: rank == 5 ? nil : 0.9 / Double(rank), contributions: contributions, values: values,
            unknown: sketch.name == "carpathian" ? ["security"] : [],
            cost: .init(
                mean: sketch.cost, p10: sketch.cost * 0.87, p50: sketch.cost * 0.98, p90: sketch.cost * 1.16))
    }

    static func choice() -> Choice {
        let partners = sketches.enumerated().map { partner($1, rank: $0 + 1, among: sketches) }
        return Choice(
            theCase: Fixtures.theCase(), evaluation: evaluation(), samples: 100_000, trials: 100_000, seed: 20_261_123,
            ranking: partners,
            excluded: [
                .init(
                    name: "harbour", title: "Harbour Keying, Dhaka",
                    failed: [(gate: "residency", evidence: "Copies are kept in Singapore")])
            ], headline: "Deccan Services is first in 73 of 100 ways to weigh it",
            text:
                "Prairie BPO is the strongest rival: it is first in 13. Price aside, three of the four evaluators put "
                + "Prairie BPO first; the lead of Deccan Services rests on its cost.",
            rivalry: rivalry(partners[0], partners[1]), criteria: answers, weights: weights, price: price,
            missing: missing, evaluators: ViewsFixture.answer, secondOpinion: secondOpinion,
            dominance: [.init(better: "deccan", worse: "visayas")],
            idle: [.init(criterion: "cultural-fit", spread: 1.2, weight: 0.037)],
            twins: [.init(first: "expertise", second: "track-record", correlation: 0.91, weight: 0.333)],
            vetoes: [.init(partner: "carpathian", criterion: "security", share: 0.08)],
            assumptions: ["Swing points without a range count 25 % more or less."])
    }

    static var answers: [Choice.CriterionAnswer] {
        let scales = evaluation().criteria
        return criteria.enumerated().map { index, item in
            Choice.CriterionAnswer(
                name: item.name, title: item.title, about: scales[index].about, kind: scales[index].kind,
                group: item.group, scale: scales[index].scale, weight: item.weight, weightLow: item.low,
                weightHigh: item.high, stays: stays[index])
        }
    }

    static func rivalry(_ winner: Choice.PartnerAnswer, _ rival: Choice.PartnerAnswer) -> Choice.Rivalry {
        let differences = criteria.map { item in
            (criterion: item.name, points: winner.contributions[item.name]! - rival.contributions[item.name]!)
        }
        return Choice.Rivalry(
            winner: winner.name, runnerUp: rival.name, lead: winner.points - rival.points, beats: 0.81, isTie: false,
            differences: differences.sorted { $0.points > $1.points },
            weakSpots: [
                .init(
                    criterion: "continuity", value: 0.49, best: "prairie", bestValue: 1,
                    words: "One site, a plan never tried"),
                .init(criterion: "people", value: 0.55, best: "prairie", bestValue: 0.85, words: nil),
            ],
            flips: [
                .init(
                    rival: "prairie", largestChange: 0.09, distance: 0.13,
                    weights: [
                        (criterion: "price", from: 0.247, to: 0.157), (criterion: "continuity", from: 0.074, to: 0.131),
                        (criterion: "people", from: 0.111, to: 0.144),
                    ]),
                .init(
                    rival: "norte", largestChange: 0.21, distance: 0.31,
                    weights: [
                        (criterion: "price", from: 0.247, to: 0.037), (criterion: "people", from: 0.111, to: 0.25),
                    ]),
            ])
    }

    static let weights = Choice.WeightAnswer(
        form: "swing points in a tree", consistency: "consistent: ratio 0.04, below 0.10 (table of 1,000,000 matrices)",
        mend: "Compare security with people again.", drawn: "drawn directly")

    static let price = Choice.PriceAnswer(
        criterion: "price",
        ties: [
            .init(
                partner: "deccan", asks: 0.62, unit: "an invoice", currency: "USD", factor: 1.56, cost: 4_033_000,
                costAtTie: 4_920_000, with: "prairie"),
            .init(
                partner: "prairie", asks: 1.85, unit: "an invoice", currency: "USD", factor: 0.8, cost: 5_755_000,
                costAtTie: 4_750_000, with: "deccan"),
            .init(
                partner: "norte", asks: 1.1, unit: "an invoice", currency: "USD", factor: 0.51, cost: 4_900_000,
                costAtTie: 3_200_000, with: "deccan"),
            .init(
                partner: "carpathian", asks: 1.02, unit: "an invoice", currency: "USD", factor: nil, cost: 4_650_000,
                costAtTie: nil, with: "deccan"),
            .init(
                partner: "visayas", asks: 0.7, unit: "an invoice", currency: "USD", factor: 0.12, cost: 4_200_000,
                costAtTie: 3_010_000, with: "deccan"),
        ], worst: 7e6, best: 3e6, outside: [(partner: "prairie", share: 0.03)])

    static let missing: [Choice.MissingAnswer] = [
        .init(
            kind: .gate, partner: "carpathian", subject: "iso", worth: 0, chanceToChange: 0,
            sentence: "No: a fail only removes it."),
        .init(
            kind: .score, partner: "carpathian", subject: "security", worth: 0.4, chanceToChange: 0.06,
            sentence: "Yes, at its best level Carpathian Data would be first in 11 of 100 ways instead of 5."),
    ]

    static let secondOpinion = Choice.SecondOpinion(
        flows: [
            (partner: "deccan", net: 0.24, plus: 0.41, minus: 0.17),
            (partner: "prairie", net: 0.11, plus: 0.37, minus: 0.26),
            (partner: "norte", net: -0.04, plus: 0.22, minus: 0.26),
            (partner: "carpathian", net: -0.12, plus: 0.2, minus: 0.32),
            (partner: "visayas", net: -0.19, plus: 0.15, minus: 0.34),
        ], agrees: true, incomparable: [("norte", "carpathian")],
        sentence: "Another way to compare the partners also puts Deccan Services first and Prairie BPO second.")
}
