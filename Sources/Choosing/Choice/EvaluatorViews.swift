import Selection
import Sourcing

/// Where evaluators agree, where they do not, and whether the choice hangs on one of them.
struct EvaluatorViews {
    let builder: ChoiceBuilder

    private var partners: [Evaluation.Bidder] { builder.partners }
    private var criteria: [Evaluation.Criterion] { builder.criteria }
    private var scored: [Int] { criteria.indices.filter { criteria[$0].kind == .score } }

    func answer() -> Choice.EvaluatorAnswer? {
        let evaluators = builder.evaluation.evaluators
        guard !evaluators.isEmpty, !scored.isEmpty else { return nil }
        let price = criteria.firstIndex { $0.kind == .price }
        let views = evaluators.map { evaluator -> Choice.EvaluatorAnswer.View in
            let own = totals(keeping: [evaluator])
            let others = evaluators.filter { $0.name != evaluator.name }
            let rest = totals(keeping: others, filling: false)
            let cells = partners.flatMap { partner in
                scored.map { partner.scores[evaluator.name]?[criteria[$0].name] != nil }
            }
            return .init(
                name: evaluator.name, title: evaluator.shownName,
                points: Dictionary(uniqueKeysWithValues: zip(partners.map(\.name), own.map { 100 * $0 })),
                first: first(own, in: [evaluator]),
                firstWithoutPrice: first(totals(keeping: [evaluator], without: price), in: [evaluator]),
                firstWithout: evaluators.count > 1 ? first(rest, in: others) : nil, scored: cells.count { $0 },
                asked: cells.count)
        }
        let cells = scored.flatMap { k in partners.map { cell($0, criteria[k]) } }
        let talk = cells.filter { $0.spread >= 0.5 }.sorted {
            ($0.spread, $0.deviation, weight($0)) > ($1.spread, $1.deviation, weight($1))
        }
        let rankings = evaluators.map { totals(keeping: [$0], without: price) }
        let concordance = KendallConcordance(ratings: rankings, seed: builder.seed)
        return .init(
            views: views, cells: cells, talkAbout: talk, kendallW: concordance?.w,
            kendallP: concordance?.p, icc: intraclass(evaluators))
    }

    private func weight(_ cell: Choice.EvaluatorAnswer.Cell) -> Double {
        criteria.firstIndex { $0.name == cell.criterion }.map { builder.acceptability.meanWeights[$0] } ?? 0
    }

    /// Mean total of each partner in the eyes of some evaluators; weights are the team's.
    ///
    /// - Parameter filling: whether what these did not score is taken from the others, as when ways to see it are drawn.
    private func totals(
        keeping evaluators: [Evaluation.Evaluator], without left: Int? = nil, filling: Bool = true
    ) -> [Double] {
        var narrowed = builder.builder
        narrowed.evaluators = evaluators
        return partners.indices.map { i in
            criteria.indices.reduce(0) { sum, k in
                if k == left { return sum }
                let own = criteria[k].kind == .score ? narrowed.cell(partners[i], criteria[k]) : builder.cells[i][k]
                let cell = filling && narrowed.isUnknown(partners[i], criteria[k]) ? builder.cells[i][k] : own
                return sum + builder.acceptability.meanWeights[k] * cell.mean
            }
        }
    }

    /// Nil for a tie. Who meets a veto in these eyes stands behind everybody who meets none.
    private func first(_ totals: [Double], in evaluators: [Evaluation.Evaluator]) -> String? {
        var narrowed = builder.builder
        narrowed.evaluators = evaluators
        let limits = narrowed.vetoes
        let totals = totals.indices.map { i in
            let meets = criteria.indices.contains { k in
                limits[k].map { narrowed.cell(partners[i], criteria[k]).share(atOrBelow: $0) > 0.5 } ?? false
            }
            return totals[i] - (meets ? 10 : 0)
        }
        guard let best = totals.max() else { return nil }
        let leaders = totals.indices.filter { totals[$0] >= best - 1e-12 }
        return leaders.count == 1 ? partners[leaders[0]].name : nil
    }

    private func cell(_ partner: Evaluation.Bidder, _ criterion: Evaluation.Criterion) -> Choice.EvaluatorAnswer.Cell {
        let given = builder.evaluation.evaluators.compactMap { partner.scores[$0.name]?[criterion.name] }
        let scores = given.map { ($0.low + $0.high) / 2 }.sorted()
        var length = 1.0
        if case .levels(let levels) = criterion.scale { length = Double(levels.count - 1) }
        let middle = Self.median(scores) ?? 0
        return .init(
            partner: partner.name, criterion: criterion.name, scores: scores,
            spread: ((scores.last ?? 0) - (scores.first ?? 0)) / length,
            deviation: (Self.median(scores.map { abs($0 - middle) }.sorted()) ?? 0) / length,
            notes: given.compactMap(\.note))
    }

    private static func median(_ sorted: [Double]) -> Double? {
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// Over the cells that everybody scored, each as a share of its scale.
    private func intraclass(
        _ evaluators: [Evaluation.Evaluator]
    ) -> (value: Double, low: Double, high: Double)? {
        var rows: [[Double]] = []
        for k in scored {
            guard case .levels(let levels) = criteria[k].scale else { continue }
            for partner in partners {
                let row = evaluators.compactMap { partner.scores[$0.name]?[criteria[k].name] }
                    .map { (($0.low + $0.high) / 2 - 1) / Double(levels.count - 1) }
                if row.count == evaluators.count { rows.append(row) }
            }
        }
        return IntraclassCorrelation(ratings: rows).map { ($0.value, $0.low, $0.high) }
    }
}
