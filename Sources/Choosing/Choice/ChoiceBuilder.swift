import Economics
import Notation
import Selection
import Sourcing

/// Puts the choice together out of what the engines found.
struct ChoiceBuilder {
    let theCase: Case
    let evaluation: Evaluation
    let screen: GateScreen
    let pricing: BidPricing
    let weights: WeightPlanner.Planned
    let builder: CellBuilder
    /// Remaining partners × criteria.
    let cells: [[ValueCell]]
    let acceptability: Acceptability
    let seed: UInt64
    let trials: Int

    var partners: [Evaluation.Bidder] { screen.remaining }
    var criteria: [Evaluation.Criterion] { evaluation.criteria }

    func build() throws -> Choice {
        let order = ranking()
        let answers = order.enumerated().map { answer($1, rank: rank(ofPlace: $0, in: order)) }
        let stability = try WeightStability(values: acceptability.meanValues, weights: acceptability.meanWeights)
        let rivalry = order.count > 1 ? self.rivalry(order, stability) : nil
        let price = NegotiationPrices(builder: self, order: order).answer()
        let views = EvaluatorViews(builder: self).answer()
        let opinion = try SecondOpinions(builder: self, order: order).answer()
        return Choice(
            theCase: theCase, evaluation: evaluation, samples: acceptability.samples, trials: trials, seed: seed,
            ranking: answers, excluded: screen.excluded, headline: "", text: "", rivalry: rivalry,
            criteria: criteria.indices.map { criterion($0, winner: order[0], stability) },
            weights: .init(
                form: weights.form, consistency: weights.consistency, mend: weights.mend, drawn: drawn()),
            price: price, missing: MissingAnswers(builder: self, order: order).answers(), evaluators: views,
            secondOpinion: opinion, dominance: dominance(), idle: CriteriaChecks(builder: self).idle(),
            twins: CriteriaChecks(builder: self).twins(), vetoes: vetoes(), assumptions: assumptions())
    }

    /// In clearly more than half of the ways to see it: a share of exactly one half, which is sampled, is not most.
    func mostlyMeetsVeto(_ partner: Int) -> Bool { acceptability.vetoed[partner] > 0.51 }

    /// By mean points; a partner that meets a veto in most ways to see it stands after all others.
    private func ranking() -> [Int] {
        partners.indices.sorted { a, b in
            let (vetoedA, vetoedB) = (mostlyMeetsVeto(a), mostlyMeetsVeto(b))
            if vetoedA != vetoedB { return vetoedB }
            let (x, y) = (acceptability.meanTotal[a], acceptability.meanTotal[b])
            return abs(x - y) > 1e-12 ? x > y : a < b
        }
    }

    /// Equal points share the better rank.
    private func rank(ofPlace place: Int, in order: [Int]) -> Int {
        var first = place
        while first > 0,
            abs(acceptability.meanTotal[order[first - 1]] - acceptability.meanTotal[order[place]]) <= 1e-12,
            mostlyMeetsVeto(order[first - 1]) == mostlyMeetsVeto(order[place])
        {
            first -= 1
        }
        return first + 1
    }

    private func byCriterion<Value>(_ values: [Value]) -> [String: Value] {
        Dictionary(uniqueKeysWithValues: zip(criteria.map(\.name), values))
    }

    private func answer(_ index: Int, rank: Int) -> Choice.PartnerAnswer {
        let partner = partners[index]
        return .init(
            name: partner.name, title: partner.shownName, rank: rank, conditions: screen.conditions[partner.name] ?? [],
            points: 100 * acceptability.meanTotal[index], ranks: acceptability.rankAcceptability[index],
            standardErrors: acceptability.standardError[index],
            beats: Dictionary(
                uniqueKeysWithValues: partners.indices.filter { $0 != index }.map {
                    (partners[$0].name, acceptability.pairwiseWinning[index][$0])
                }),
            centralWeights: acceptability.centralWeights[index].map(byCriterion),
            confidence: acceptability.confidence[index],
            contributions: byCriterion(acceptability.meanContributions[index].map { 100 * $0 }),
            values: byCriterion(acceptability.meanValues[index]),
            unknown: criteria.filter { builder.isUnknown(partner, $0) }.map(\.name),
            cost: pricing.costs[partner.name].map(Self.spread))
    }

    static func spread(_ values: [Double]) -> Distribution80 {
        let sorted = values.sorted()
        func quantile(_ p: Double) -> Double {
            let place = p * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        return Distribution80(
            mean: values.reduce(0, +) / Double(max(1, values.count)), p10: quantile(0.1), p50: quantile(0.5),
            p90: quantile(0.9))
    }

    private func rivalry(_ order: [Int], _ stability: WeightStability) -> Choice.Rivalry {
        let (winner, second) = (order[0], order[1])
        let differences = criteria.indices.map {
            (
                criteria[$0].name,
                100 * (acceptability.meanContributions[winner][$0] - acceptability.meanContributions[second][$0])
            )
        }
        let beats = acceptability.pairwiseWinning[winner][second]
        let lead = acceptability.meanTotal[winner] - acceptability.meanTotal[second]
        // Three standard errors of the share of draws in which one beats the other.
        let error = (beats * (1 - beats) / Double(acceptability.samples)).squareRoot()
        return .init(
            winner: partners[winner].name, runnerUp: partners[second].name, lead: 100 * lead, beats: beats,
            // A runner-up that a veto keeps behind may have more points: that is no tie.
            isTie: abs(beats - 0.5) <= 3 * error
                || abs(lead) <= max(1e-12, 3 * acceptability.leadError[winner][second]) && !mostlyMeetsVeto(second),
            differences: differences.sorted { $0.1 > $1.1 }.map { (criterion: $0.0, points: $0.1) },
            weakSpots: weakSpots(winner), flips: flips(winner, stability))
    }

    private func weakSpots(_ winner: Int) -> [Choice.WeakSpot] {
        criteria.indices.compactMap { k in
            let value = acceptability.meanValues[winner][k]
            let rivals = partners.indices.filter { $0 != winner }
            guard let best = rivals.max(by: { acceptability.meanValues[$0][k] < acceptability.meanValues[$1][k] }),
                acceptability.meanValues[best][k] - value >= 0.25 || (value < 0.4 && !isUnknown(winner, k))
            else { return nil }
            var words: String?
            if case .levels(let levels) = criteria[k].scale {
                words = levels.min { abs($0.value - value) < abs($1.value - value) }?.words
            }
            return .init(
                criterion: criteria[k].name, value: value, best: partners[best].name,
                bestValue: acceptability.meanValues[best][k], words: words)
        }.sorted { $0.bestValue - $0.value > $1.bestValue - $1.value }
    }

    private func isUnknown(_ partner: Int, _ criterion: Int) -> Bool {
        builder.isUnknown(partners[partner], criteria[criterion])
    }

    private func flips(_ winner: Int, _ stability: WeightStability) -> [Choice.Flip] {
        stability.flips.compactMap { flip -> Choice.Flip? in
            guard let flip, stability.winner == winner else { return nil }
            let changes = criteria.indices.map { ($0, stability.weights[$0], flip.euclidean.weights[$0]) }
            return Choice.Flip(
                rival: partners[flip.rival].name, largestChange: changes.map { abs($0.1 - $0.2) }.max() ?? 0,
                distance: flip.euclidean.distance,
                weights: changes.filter { abs($0.1 - $0.2) >= 0.005 }
                    .sorted { abs($0.1 - $0.2) > abs($1.1 - $1.2) }
                    .map { (criterion: criteria[$0.0].name, from: $0.1, to: $0.2) })
        }.sorted { $0.distance < $1.distance }
    }

    private func criterion(_ k: Int, winner: Int, _ stability: WeightStability) -> Choice.CriterionAnswer {
        let criterion = criteria[k]
        let group = evaluation.tree.first { $0.isGroup && $0.criteria.contains { $0.name == criterion.name } }
        return .init(
            name: criterion.name, title: criterion.title, about: criterion.about, kind: criterion.kind,
            group: group.map { $0.title ?? $0.name }, scale: criterion.scale, weight: acceptability.meanWeights[k],
            weightLow: weights.ranges[k].lowerBound, weightHigh: weights.ranges[k].upperBound,
            stays: partners.count > 1 && stability.winner == winner ? stability.intervals[k] : nil)
    }

    private func dominance() -> [Choice.Dominance] {
        var found: [Choice.Dominance] = []
        for a in partners.indices {
            for b in partners.indices where a != b {
                guard zip(cells[a], cells[b]).allSatisfy({ $0.isSurelyAtLeast($1) }),
                    !zip(cells[b], cells[a]).allSatisfy({ $0.isSurelyAtLeast($1) })
                else { continue }
                found.append(.init(better: partners[a].name, worse: partners[b].name))
            }
        }
        return found
    }

    /// Which criterion's veto each partner met how often: the mean over the evaluators, or the share of the values.
    private func vetoes() -> [Choice.VetoAnswer] {
        let limits = builder.vetoes
        return partners.indices.flatMap { i in
            criteria.indices.compactMap { k -> Choice.VetoAnswer? in
                guard let limit = limits[k] else { return nil }
                let share = cells[i][k].share(atOrBelow: limit)
                return share > 0 ? .init(partner: partners[i].name, criterion: criteria[k].name, share: share) : nil
            }
        }
    }

    private func drawn() -> String {
        switch acceptability.sampling {
        case .fixed: "one set of weights"
        case .direct: "drawn directly"
        case .rejection(let acceptance): "drawn from all weights, \(Format.share(acceptance)) of which fit"
        case .hitAndRun(let thinning): "drawn by hit-and-run, every \(thinning)th step"
        }
    }

    private func assumptions() -> [String] {
        var lines = weights.assumptions
        if evaluation.evaluators.count > 1 {
            lines.append(
                evaluation.mixing == .person
                    ? "Where evaluators disagree, each way to see it takes one person’s view of everything; no view is averaged away."
                    : "Where evaluators disagree, each way to see it takes one person’s view for each criterion; no view is averaged away."
            )
        }
        if partners.contains(where: { partner in criteria.contains { builder.isUnknown(partner, $0) } }) {
            lines.append("A missing answer counts as anything from the worst to the best of its scale, alike likely.")
        }
        for partner in partners {
            for criterion in criteria {
                let share = builder.shareOutside(partner, criterion)
                guard share > 0 else { continue }
                let how = share >= 1 ? "lies" : "may lie"
                lines.append(
                    "\(criterion.title) of \(partner.shownName) \(how) beyond its scale\(share < 1 ? " (in \(ofHundred(share)) ways)" : "") and counts as the scale’s end there."
                )
            }
        }
        return lines
    }
}

extension ValueCell {
    /// Chance that the value lies at or below a limit.
    func share(atOrBelow limit: Double) -> Double {
        switch self {
        case .known(let value): return value <= limit ? 1 : 0
        case .range(let low, let high): return min(max((limit - low) / (high - low), 0), 1)
        case .unknown: return min(max(limit, 0), 1)
        case .levels(let values), .futures(let values):
            return Double(values.count { $0 <= limit }) / Double(max(1, values.count))
        case .views(let views):
            let shares = views.compactMap { $0?.share(atOrBelow: limit) }
            return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
        }
    }
}
