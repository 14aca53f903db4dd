import Economics
import Selection
import Sourcing

/// Turns what the case knows of a partner on a criterion into value from 0 to 1, keeping what is not known as such.
struct CellBuilder {
    let evaluation: Evaluation
    let pricing: BidPricing
    /// Evaluators that count; all of them unless one is left out.
    var evaluators: [Evaluation.Evaluator]

    init(_ evaluation: Evaluation, pricing: BidPricing) {
        self.evaluation = evaluation
        self.pricing = pricing
        evaluators = evaluation.evaluators
    }

    /// Equally likely values that stand for an uncertain figure.
    static let figurePoints = 64

    func cell(_ partner: Evaluation.Bidder, _ criterion: Evaluation.Criterion) -> ValueCell {
        switch (criterion.kind, criterion.scale) {
        case (.score, .levels(let levels)):
            let views = evaluators.map { evaluator in
                partner.scores[evaluator.name]?[criterion.name].map { Self.cell($0, levels) }
            }
            if views.allSatisfy({ $0 == nil }) { return .levels(levels.map(\.value)) }
            return .views(views)
        case (.price, .facts(_, let curve)):
            guard let costs = pricing.costs[partner.name] else { return .unknown }
            let function = curve.function
            return .futures(costs.map(function.value))
        case (_, .facts(_, let curve)):
            guard let fact = partner.facts[criterion.name] else { return .unknown }
            let function = curve.function
            if case .fixed(let value) = fact.quantity { return .known(function.value(at: value)) }
            let quantile = QuantileFunction(fact.quantity)
            return .levels(
                (0..<Self.figurePoints).map {
                    function.value(at: quantile.value(at: (Double($0) + 0.5) / Double(Self.figurePoints)))
                })
        default: return .unknown
        }
    }

    /// Share of a figure's possible values that lie beyond its scale and count as its end; 0 where there is no figure.
    func shareOutside(_ partner: Evaluation.Bidder, _ criterion: Evaluation.Criterion) -> Double {
        guard criterion.kind == .fact, case .facts(_, let curve) = criterion.scale,
            let fact = partner.facts[criterion.name]
        else { return 0 }
        let quantile = QuantileFunction(fact.quantity)
        let outside = (0..<Self.figurePoints).count {
            curve.function.isOutside(quantile.value(at: (Double($0) + 0.5) / Double(Self.figurePoints)))
        }
        return Double(outside) / Double(Self.figurePoints)
    }

    /// Whether nothing at all is known.
    func isUnknown(_ partner: Evaluation.Bidder, _ criterion: Evaluation.Criterion) -> Bool {
        switch criterion.kind {
        case .score: evaluators.allSatisfy { partner.scores[$0.name]?[criterion.name] == nil }
        case .fact: partner.facts[criterion.name] == nil
        case .price: pricing.costs[partner.name] == nil
        }
    }

    private static func cell(_ score: Evaluation.Score, _ levels: [Evaluation.Level]) -> ValueCell {
        if score.low == score.high { return .known(value(ofLevel: score.low, levels)) }
        // Whole levels, as for a missing score, and the ends where they are halves: so that a veto level can be hit.
        let whole = stride(from: score.low.rounded(.up), through: score.high.rounded(.down), by: 1)
        let all = Set(whole).union([score.low, score.high]).sorted()
        return .levels(all.map { value(ofLevel: $0, levels) })
    }

    /// Levels count from 1; between two of them the value lies on the straight line.
    static func value(ofLevel level: Double, _ levels: [Evaluation.Level]) -> Double {
        let place = min(max(level - 1, 0), Double(levels.count - 1))
        let below = Int(place)
        let above = min(below + 1, levels.count - 1)
        let share = place - Double(below)
        return levels[below].value * (1 - share) + levels[above].value * share
    }

    /// Values at or below which a partner cannot be first.
    var vetoes: [Double?] {
        evaluation.criteria.map { criterion in
            criterion.veto.map { veto in
                switch criterion.scale {
                case .levels(let levels): Self.value(ofLevel: veto, levels)
                case .facts(_, let curve): curve.function.value(at: veto)
                }
            }
        }
    }
}

extension Evaluation.Curve {
    var function: ValueFunction {
        switch self {
        case .exponential(let worst, let best, let curvature):
            .exponential(worst: worst, best: best, curvature: curvature)
        case .points(let points): .points(points.map { ValuePoint(x: $0.figure, value: $0.value) })
        }
    }
}

extension ValueCell {
    /// The mean of what it may be.
    var mean: Double {
        switch self {
        case .known(let value): value
        case .range(let low, let high): (low + high) / 2
        case .unknown: 0.5
        case .levels(let values), .futures(let values): values.reduce(0, +) / Double(max(1, values.count))
        case .views(let views):
            views.compactMap { $0?.mean }.isEmpty
                ? 0.5 : views.compactMap { $0?.mean }.reduce(0, +) / Double(views.compactMap(\.self).count)
        }
    }

    private var bounds: (low: Double, high: Double) {
        switch self {
        case .known(let value): (value, value)
        case .range(let low, let high): (low, high)
        case .unknown: (0, 1)
        case .levels(let values), .futures(let values): (values.min() ?? 0, values.max() ?? 1)
        case .views(let views):
            (
                views.compactMap { $0?.bounds.low }.min() ?? 0, views.compactMap { $0?.bounds.high }.max() ?? 1
            )
        }
    }

    /// Whether this is at least as good as the other however it is seen: by each evaluator, in each future.
    func isSurelyAtLeast(_ other: ValueCell) -> Bool {
        switch (self, other) {
        case (.views(let mine), .views(let theirs)) where mine.count == theirs.count:
            // One who scored only one of the two leaves the comparison open.
            return zip(mine, theirs).allSatisfy { mine, theirs in
                guard let mine, let theirs else { return mine == nil && theirs == nil }
                return mine.bounds.low >= theirs.bounds.high
            }
        case (.futures(let mine), .futures(let theirs)) where mine.count == theirs.count:
            return zip(mine, theirs).allSatisfy { $0 >= $1 }
        default: return bounds.low >= other.bounds.high
        }
    }
}
