public import Notation

/// How far weights may move before another partner is first, values being fixed.
///
/// With the other weights in proportion, each total is a straight line in one weight, so the interval in which the
/// winner stays is exact: it ends where lines cross (Triantaphyllou & Sánchez, Decision Sciences 28(1) (1997), 151–194).
/// Differences of totals below 1e-12 are ties.
public struct WeightStability: Sendable {
    /// As given, divided by their sum.
    public var weights: [Double]
    /// Weighted sum of values, one a partner.
    public var totals: [Double]
    /// The first of those with the greatest total.
    public var winner: Int
    /// The best of the others, the first among equals; nil where there is one partner.
    public var runnerUp: Int?
    /// Whether the runner-up ties with the winner.
    public var isTie: Bool
    /// Per criterion: the weights in which the winner stays first (or ties), the others in the proportions they have. A
    /// criterion with all the weight leaves none to keep: the others then share the rest equally. A single criterion
    /// has the weight 1.
    public var intervals: [ClosedRange<Double>]
    /// Per criterion: the value there, from 0 to 1, at which the runner-up ties. Nil where it lies beyond, where the
    /// criterion weighs nothing (unless they tie already), and where there is no runner-up.
    public var breakEven: [Double?]
    /// Per partner: the smallest change of all weights together that lets it tie with the winner; nil for the winner and
    /// for partners that no weights bring level.
    public var flips: [NearestFlip?]

    /// Of all rivals, the nearest by Euclidean distance; nil where no weights bring any level.
    public var nearestFlip: NearestFlip? {
        flips.compactMap(\.self).min { $0.euclidean.distance < $1.euclidean.distance }
    }
    /// Of all rivals, the nearest by the sum of absolute changes.
    public var nearestAbsoluteFlip: NearestFlip? {
        flips.compactMap(\.self).min { $0.absolute.distance < $1.absolute.distance }
    }

    static let tie = 1e-12

    /// - Parameters:
    ///   - values: partners × criteria, each from 0 to 1.
    ///   - weights: one a criterion, at least 0, not all 0.
    /// - Throws: `Faults` at `values[i][k]` and `weights[k]`.
    /// - Complexity: O(partners · criteria²).
    public init(values: [[Double]], weights given: [Double]) throws(Faults) {
        try Self.validate(values, given)
        let sum = given.reduce(0, +)
        let weights = given.map { $0 / sum }
        self.weights = weights
        let totals = values.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        self.totals = totals
        let best = totals.max() ?? 0
        let winner = totals.firstIndex { $0 >= best - Self.tie } ?? 0
        self.winner = winner
        let others = totals.indices.filter { $0 != winner }
        let second = others.map { totals[$0] }.max() ?? 0
        runnerUp = others.first { totals[$0] >= second - Self.tie }
        isTie = runnerUp.map { totals[winner] - totals[$0] <= Self.tie } ?? false
        intervals = weights.indices.map { Self.interval(of: $0, values, weights, winner: winner) }
        breakEven = Array(repeating: nil, count: weights.count)
        flips = totals.indices.map { rival in
            rival == winner
                ? nil
                : NearestFlip(
                    rival: rival, weights: weights,
                    difference: zip(values[winner], values[rival]).map { $0 - $1 })
        }
        if let runnerUp {
            let gap = isTie ? 0 : totals[winner] - totals[runnerUp]
            breakEven = weights.indices.map {
                Self.breakEven(value: values[runnerUp][$0], gap: gap, weight: weights[$0])
            }
        }
    }

    private static func interval(
        of j: Int, _ values: [[Double]], _ weights: [Double], winner: Int
    ) -> ClosedRange<Double> {
        let n = weights.count
        guard n > 1 else { return 1...1 }
        let rest = weights.indices.reduce(0) { $1 == j ? $0 : $0 + weights[$1] }
        let shares = weights.indices.map { k in
            k == j ? 0 : rest > 0 ? weights[k] / rest : 1 / Double(n - 1)
        }
        var low = 0.0
        var high = 1.0
        for rival in values.indices where rival != winner {
            // The lead where j weighs nothing, and where it weighs all.
            let none = lead(weights.indices.reduce(0) { $0 + shares[$1] * (values[winner][$1] - values[rival][$1]) })
            let all = lead(values[winner][j] - values[rival][j])
            if none < 0, all > none { low = max(low, none / (none - all)) }
            if all < 0, none > all { high = min(high, none / (none - all)) }
        }
        // A tie at the weights as they are: rounding must not exclude them.
        low = min(low, weights[j])
        high = max(high, weights[j])
        return low...high
    }

    private static func lead(_ value: Double) -> Double { abs(value) <= tie ? 0 : value }

    private static func breakEven(value: Double, gap: Double, weight: Double) -> Double? {
        if gap == 0 { return value }
        guard weight > 0 else { return nil }
        let level = value + gap / weight
        return level <= 1 + tie ? min(level, 1) : nil
    }

    private static func validate(_ values: [[Double]], _ weights: [Double]) throws(Faults) {
        // The same shapes as of a model with known values and weights, so the same words.
        do {
            _ = try AcceptabilityModel(cells: values.map { $0.map { .known($0) } }, weights: .point(weights))
        } catch {
            throw Faults(
                error.faults.map { fault in
                    var own = fault
                    if own.path.hasPrefix("weightKnowledge.") { own.path.removeFirst("weightKnowledge.".count) }
                    return own
                }, file: error.file)
        }
    }
}
