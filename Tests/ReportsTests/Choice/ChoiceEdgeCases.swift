import Economics
import Sourcing

@testable import Choosing

/// Choices and rankings that are easily got wrong on paper.
enum ChoiceEdgeCases {
    static var all: [(name: String, choice: Choice?, places: PlaceRanking?)] {
        [
            ("both", ChoiceFixture.choice(), PlacesFixture.ranking()), ("places-only", nil, PlacesFixture.ranking(3)),
            ("one-partner", onePartner, nil), ("all-out", allOut, nil), ("no-evaluators", noEvaluators, nil),
            ("no-price", noPrice, nil), ("twenty", twenty, nil), ("hostile", hostile, hostilePlaces),
            ("not-numbers", notNumbers, notNumberPlaces), ("tie", tie, nil), ("tiers", tiers, nil),
            ("many-criteria", manyCriteria, nil), ("nothing-said", nothingSaid, PlacesFixture.ranking(0)),
            ("long-names", longNames, PlacesFixture.ranking(1)),
        ]
    }

    private static func edit(_ change: (inout Choice) -> Void) -> Choice {
        var choice = ChoiceFixture.choice()
        change(&choice)
        return choice
    }

    static var onePartner: Choice {
        edit { choice in
            choice.ranking = [choice.ranking[0]]
            choice.ranking[0].ranks = [1]
            choice.ranking[0].standardErrors = [0]
            choice.ranking[0].beats = [:]
            choice.rivalry = nil
            choice.price?.ties = []
            choice.secondOpinion = nil
            choice.headline = "One partner is left"
            for index in choice.criteria.indices { choice.criteria[index].stays = nil }
        }
    }

    static var allOut: Choice {
        edit { choice in
            choice.excluded = choice.ranking.map { .init(name: $0.name, title: $0.title, failed: [("iso", nil)]) }
            choice.ranking = []
            choice.rivalry = nil
            choice.price = nil
            choice.evaluators = nil
            choice.secondOpinion = nil
            choice.missing = []
            choice.headline = "No partner passes the must-haves"
        }
    }

    static var noEvaluators: Choice { edit { $0.evaluators = nil } }

    static var noPrice: Choice {
        edit { choice in
            choice.price = nil
            choice.criteria.removeFirst()
            for index in choice.ranking.indices { choice.ranking[index].cost = nil }
        }
    }

    static var twenty: Choice {
        edit { choice in
            choice.ranking = (0..<20).map { index in
                var partner = choice.ranking[index % 5]
                partner.name = "p\(index)"
                partner.title = "Partner \(index), a city"
                partner.rank = index + 1
                partner.ranks = (0..<20).map { $0 == index ? 0.62 : 0.02 }
                partner.standardErrors = partner.ranks.map { _ in 0.001 }
                return partner
            }
            choice.rivalry?.winner = "p0"
            choice.rivalry?.runnerUp = "p1"
            choice.evaluators?.views = (0..<20).map { index in
                .init(
                    name: "e\(index)", title: "Evaluator \(index)", points: ["p0": 60, "p1": 50], first: "p0",
                    firstWithoutPrice: "p1", firstWithout: index < 4 ? "p1" : "p0", scored: 100, asked: 140)
            }
            choice.evaluators?.cells[0].partner = "p0"
            choice.evaluators?.cells[0].scores = (0..<20).map { Double(1 + $0 / 5) + 0.5 }
        }
    }

    static var hostile: Choice {
        edit { choice in
            let attack = EdgeCases.attack
            choice.headline = attack
            choice.text = attack
            choice.evaluation.title = attack
            choice.evaluation.gates[0].title = attack
            choice.evaluation.gates[0].about = attack
            choice.ranking[0].title = attack
            choice.ranking[1].title = attack + ", Pune"
            choice.ranking[2].title = ""
            choice.criteria[1].title = attack
            choice.criteria[1].group = attack
            choice.criteria[1].scale = .levels([.init(attack, value: 0), .init("\u{0}\u{1B}", value: 1)])
            choice.evaluation.partners[0].gates["iso"] = .init(.fail, evidence: attack)
            choice.excluded[0].failed = [(attack, attack)]
            choice.missing[0].sentence = attack
            choice.evaluators?.views[0].title = attack
            choice.evaluators?.talkAbout[0].notes = [attack]
            choice.secondOpinion?.sentence = attack
            choice.rivalry?.weakSpots[0].words = attack
            choice.rivalry?.weakSpots[0].best = attack
            choice.price?.ties[0].unit = attack
            choice.price?.ties[0].currency = attack
            choice.price?.ties[0].with = attack
            choice.weights.form = attack
            choice.weights.mend = attack
            choice.assumptions = [attack]
        }
    }

    static var hostilePlaces: PlaceRanking {
        var ranking = PlacesFixture.ranking(3)
        let attack = EdgeCases.attack
        ranking.headline = attack
        ranking.places[0].title = attack
        ranking.places[0].facts["pay"] = attack
        ranking.places[1].toComeFirst = attack
        ranking.places[1].conditions = [attack]
        ranking.excluded[0].reasons = [attack]
        ranking.gates[0].rule = attack
        ranking.criteria[0].source = attack
        ranking.assumptions = [attack]
        return ranking
    }

    /// What an engine should never hand over.
    static var notNumbers: Choice {
        edit { choice in
            choice.ranking[0].points = .nan
            choice.ranking[0].ranks = [.nan, .infinity, 0, 0, 0]
            choice.ranking[1].cost = .init(mean: .nan, p10: .nan, p50: .nan, p90: .infinity)
            choice.ranking[1].contributions = [:]
            choice.ranking[2].values["people"] = .nan
            choice.ranking[3].beats = [:]
            choice.rivalry?.lead = .nan
            choice.rivalry?.differences[0].points = .nan
            choice.rivalry?.flips[0].largestChange = .infinity
            choice.criteria[0].weight = .nan
            choice.criteria[1].weightHigh = .infinity
            choice.price?.ties[0].factor = .nan
            choice.price?.ties[1].factor = .infinity
            choice.price?.ties[2].asks = .nan
            choice.missing[0].worth = .nan
            choice.evaluators?.kendallW = .nan
            choice.evaluators?.cells[0].scores = [.nan, 3]
            choice.evaluators?.talkAbout[0].scores = [.nan]
            choice.secondOpinion?.flows[0].net = .nan
            choice.idle[0].spread = .nan
        }
    }

    static var notNumberPlaces: PlaceRanking {
        var ranking = PlacesFixture.ranking(4)
        ranking.places[0].points = .nan
        ranking.places[1].p90 = .infinity
        ranking.places[2].first = .nan
        ranking.criteria[0].weight = .nan
        return ranking
    }

    static var tie: Choice {
        edit { choice in
            choice.rivalry?.isTie = true
            choice.rivalry?.lead = 0.1
            choice.ranking[1].rank = 1
            choice.headline = "Deccan Services and Prairie BPO cannot be told apart"
        }
    }

    /// Offers whose prices cannot stand on one axis.
    static var tiers: Choice {
        edit { choice in
            choice.price?.ties[1].asks = nil
            choice.price?.ties[2].unit = "an hour"
            choice.price?.ties[2].currency = "EUR"
        }
    }

    /// More criteria than colours, all standing alone.
    static var manyCriteria: Choice {
        edit { choice in
            choice.criteria = (0..<25).map { index in
                var criterion = choice.criteria[index % 8]
                criterion.name = "c\(index)"
                criterion.title = "Criterion \(index)"
                criterion.group = nil
                criterion.weight = 0.04
                criterion.weightLow = 0.02
                criterion.weightHigh = 0.06
                return criterion
            }
            let names = choice.criteria.map(\.name)
            for index in choice.ranking.indices {
                choice.ranking[index].values = Dictionary(uniqueKeysWithValues: names.map { ($0, 0.7) })
                choice.ranking[index].contributions = Dictionary(uniqueKeysWithValues: names.map { ($0, 2.8) })
            }
            choice.rivalry?.differences = names.map { ($0, 0) }
        }
    }

    /// A case that says next to nothing.
    static var nothingSaid: Choice {
        edit { choice in
            choice.evaluation.gates = []
            choice.evaluation.opening = nil
            choice.evaluation.title = nil
            choice.criteria = []
            choice.price = nil
            choice.missing = []
            choice.evaluators = .init(views: [], cells: [], talkAbout: [], kendallW: nil, kendallP: nil, icc: nil)
            choice.secondOpinion = nil
            (choice.excluded, choice.dominance, choice.idle, choice.twins, choice.vetoes) = ([], [], [], [], [])
            choice.assumptions = []
            choice.rivalry?.weakSpots = []
            choice.rivalry?.flips = []
            choice.rivalry?.differences = []
        }
    }

    static var longNames: Choice {
        edit { choice in
            for index in choice.ranking.indices {
                choice.ranking[index].title =
                    "\(index + 1) The Very Long Established Business Process Company, Coimbatore"
            }
            choice.ranking[1].title = String(repeating: "Donaudampfschifffahrt", count: 3)
            choice.criteria[2].title = String(repeating: "Rindfleischetikettierung", count: 3)
        }
    }
}
