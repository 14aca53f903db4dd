import Selection
import Sourcing

/// What is not known, by what learning it could change.
///
/// The mean points are linear in each value, so learning one answer moves one partner along a straight line: the gain is
/// E[max(points)] after learning it less the best mean points now (value of perfect information, Howard 1966), exact
/// over the answer's distribution.
struct MissingAnswers {
    let builder: ChoiceBuilder
    let order: [Int]

    private var totals: [Double] { builder.acceptability.meanTotal }
    private var winner: Int { order[0] }
    private func title(_ partner: Int) -> String { builder.partners[partner].shownName }

    func answers() -> [Choice.MissingAnswer] {
        // A must-have that could take the first out comes before anything that points can say.
        (scoresAndFacts() + gates()).sorted {
            let (a, b) = ($0.kind == .gate && $0.chanceToChange > 0, $1.kind == .gate && $1.chanceToChange > 0)
            return a != b ? a : ($0.worth, $0.chanceToChange) > ($1.worth, $1.chanceToChange)
        }
    }

    private func scoresAndFacts() -> [Choice.MissingAnswer] {
        builder.partners.indices.flatMap { i in
            builder.criteria.indices.compactMap { k -> Choice.MissingAnswer? in
                let (partner, criterion) = (builder.partners[i], builder.criteria[k])
                guard builder.builder.isUnknown(partner, criterion) else { return nil }
                let possible = values(builder.cells[i][k])
                let mean = possible.reduce(0, +) / Double(possible.count)
                let weight = builder.acceptability.meanWeights[k]
                let rival = order.first { $0 != i }
                guard let rival else { return nil }
                // Nothing that is learned here brings it before those who meet no veto.
                if builder.mostlyMeetsVeto(i) {
                    return .init(
                        kind: criterion.kind == .score ? .score : .fact, partner: partner.name, subject: criterion.name,
                        worth: 0, chanceToChange: 0, sentence: "No: it meets a veto in most ways to see it.")
                }
                let bar = totals[rival]
                let outcomes = possible.map { totals[i] + weight * ($0 - mean) }
                let best = max(totals[i], bar)
                let worth = outcomes.reduce(0) { $0 + max($1, bar) } / Double(outcomes.count) - best
                let changes = outcomes.count { i == winner ? $0 < bar : $0 > bar }
                let chance = Double(changes) / Double(outcomes.count)
                return .init(
                    kind: criterion.kind == .score ? .score : .fact, partner: partner.name, subject: criterion.name,
                    worth: chance == 0 ? 0 : max(0, 100 * worth), chanceToChange: chance,
                    sentence: sentence(
                        i, k, rival: rival, least: outcomes.min() ?? 0, most: outcomes.max() ?? 0, chance: chance))
            }
        }
    }

    private func sentence(_ i: Int, _ k: Int, rival: Int, least: Double, most: Double, chance: Double) -> String {
        let bar = totals[rival]
        if i == winner {
            return chance == 0
                ? "No: even at its worst it stays \(points(100 * (least - bar))) points ahead of \(title(rival))."
                : "Yes: at its worst \(title(rival)) would be \(points(100 * (bar - least))) points ahead."
        }
        return chance == 0
            ? "No: even at its best it would trail \(title(rival)) by \(points(100 * (bar - most))) points."
            : "Yes: at its best it would be \(points(100 * (most - bar))) points ahead of \(title(rival))."
    }

    private func values(_ cell: ValueCell) -> [Double] {
        switch cell {
        case .levels(let values), .futures(let values): values
        // Midpoints: their mean of max is exact to a millionth.
        default: (0..<1000).map { (Double($0) + 0.5) / 1000 }
        }
    }

    private func gates() -> [Choice.MissingAnswer] {
        builder.partners.indices.flatMap { i in
            (builder.screen.conditions[builder.partners[i].name] ?? []).map { gate in
                let first = builder.acceptability.rankAcceptability[i].first ?? 0
                let next = order.first { $0 != i }
                let sentence: String
                if i == winner {
                    sentence =
                        "Yes: a fail would take it out"
                        + (next.map { ", and \(title($0)) would be first." } ?? ", and nobody would be left.")
                } else {
                    sentence = "No: a fail only takes it out; it is first in \(ofHundred(first)) ways to see it."
                }
                return .init(
                    kind: .gate, partner: builder.partners[i].name, subject: gate, worth: 0,
                    // Nothing is known of how likely a fail is.
                    chanceToChange: i == winner ? 0.5 : 0, sentence: sentence)
            }
        }
    }
}
