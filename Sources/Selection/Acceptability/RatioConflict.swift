import Foundation

/// Judgements of the form "a counts from `low` to `high` times as much as b" that no weights meet together, as few as
/// explain it.
///
/// In logarithms each judgement is a difference constraint, log low ≤ x_a − x_b ≤ log high, so the conflict and what
/// would mend it are linear programs: a change is a factor, which is how the judgements were asked for.
public struct RatioConflict: Sendable, Hashable {
    public struct Ratio: Sendable, Hashable {
        /// Indices of the criteria.
        public var more: Int
        public var less: Int
        /// Above 0, low ≤ high.
        public var low: Double
        public var high: Double

        public init(more: Int, less: Int, low: Double, high: Double) {
            self.more = more
            self.less = less
            self.low = low
            self.high = high
        }
    }

    public struct Member: Sendable, Hashable {
        /// Index of the judgement.
        public var ratio: Int
        /// The range that it would need for all others of the conflict to stand as they are.
        public var mendedLow: Double
        public var mendedHigh: Double
    }

    /// In the order of the judgements.
    public var members: [Member]

    /// - Returns: nil where some weights meet all judgements.
    public static func find(_ ratios: [Ratio], criteria: Int) -> RatioConflict? {
        var kept = Array(ratios.indices)
        guard slack(ratios, kept, soft: kept, criteria: criteria) > 1e-9 else { return nil }
        // Deletion filter: what can go without the conflict going is no part of it.
        for index in ratios.indices.reversed() {
            let rest = kept.filter { $0 != index }
            if slack(ratios, rest, soft: rest, criteria: criteria) > 1e-9 { kept = rest }
        }
        return RatioConflict(
            members: kept.map { index in
                // Only one end stands in the way: the one that the others push against.
                let low = slack(ratios, kept, soft: [index], ends: (true, false), criteria: criteria)
                let high = slack(ratios, kept, soft: [index], ends: (false, true), criteria: criteria)
                let ratio = ratios[index]
                return Member(
                    ratio: index, mendedLow: low <= high ? ratio.low / exp(low) : ratio.low,
                    mendedHigh: low <= high ? ratio.high : ratio.high * exp(high))
            })
    }

    /// The least common widening of the ends that may move, in logarithms, of the soft judgements that lets all be met.
    private static func slack(
        _ ratios: [Ratio], _ members: [Int], soft: [Int], ends: (low: Bool, high: Bool) = (true, true), criteria: Int
    ) -> Double {
        if members.isEmpty { return 0 }
        let rows = members.flatMap { index -> [LinearProgram.Row] in
            let isSoft = soft.contains(index)
            let row = difference(ratios[index], criteria)
            return [
                .init(row + [isSoft && ends.low ? 1 : 0], lower: log(ratios[index].low)),
                .init(row + [isSoft && ends.high ? -1 : 0], upper: log(ratios[index].high)),
            ]
        }
        let free = Array(repeating: -Double.infinity, count: criteria) + [0]
        let program = LinearProgram(
            objective: Array(repeating: 0, count: criteria) + [1], rows: rows, lower: free)
        guard case .optimal(let value, _) = program.minimised() else { return .infinity }
        return value
    }

    private static func difference(_ ratio: Ratio, _ criteria: Int) -> [Double] {
        var row = [Double](repeating: 0, count: criteria)
        row[ratio.more] += 1
        row[ratio.less] -= 1
        return row
    }
}
