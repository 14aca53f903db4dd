import Notation

/// Multicriteria compromise ranking.
///
/// Opricovic, S. & Tzeng, G.-H. (2004), Compromise solution by MCDM methods: a comparative analysis of VIKOR and TOPSIS,
/// European Journal of Operational Research 156(2), 445–455.
public struct VIKOR: Sendable {
    /// Weight of the majority's rule, 0…1; the rest goes to the greatest regret.
    public let majority: Double
    /// Weighted sum of the normalised shortfalls from the best value, one an alternative, 0…1.
    public let s: [Double]
    /// The greatest of them, 0…1.
    public let r: [Double]
    /// The compromise of both, 0…1, smaller is better.
    public let q: [Double]
    /// Q of the second is above Q of the first by at least this, 1 / (alternatives − 1); nil with one alternative.
    public let requiredAdvantage: Double?
    public let acceptableAdvantage: Bool
    /// The first by Q is also the first by S or by R.
    public let acceptableStability: Bool
    /// From best to worst by Q: the first alone where both conditions hold, the first two where only stability fails,
    /// and all that are nearer than the required advantage where the advantage fails.
    public let compromise: [Int]

    public var ranks: [Int] { Ranks.of(q, ascending: true) }

    /// A constant column's term is 0, and so is the term of S or R where all alternatives have the same.
    /// - Throws: `Faults` where `majority` is outside 0…1.
    /// - Complexity: O(alternatives · criteria + alternatives · log alternatives).
    public init(_ matrix: DecisionMatrix, majority: Double = 0.5) throws {
        guard majority >= 0, majority <= 1 else {
            throw Faults(
                Fault(
                    path: "parameters.v", "The weight v of the majority is \(JSONWriter.number(majority)).",
                    remedy: "Give a number from 0 to 1, such as 0.5."))
        }
        self.majority = majority
        let spans = (0..<matrix.criteria).map { matrix.extremes($0) }
        var s = [Double](repeating: 0, count: matrix.alternatives)
        var r = s
        for i in 0..<matrix.alternatives {
            for j in 0..<matrix.criteria where spans[j].best != spans[j].worst {
                let shortfall =
                    (spans[j].best - matrix.values[i * matrix.criteria + j]) / (spans[j].best - spans[j].worst)
                let term = matrix.weights[j] * shortfall
                s[i] += term
                r[i] = max(r[i], term)
            }
        }
        let bestS = s.min() ?? 0
        let bestR = r.min() ?? 0
        let rangeS = (s.max() ?? 0) - bestS
        let rangeR = (r.max() ?? 0) - bestR
        // Below the tolerance of ties a range is rounding, which a division would blow up to a full scale.
        let q = zip(s, r).map { s, r in
            (rangeS > Ranks.tolerance ? majority * (s - bestS) / rangeS : 0)
                + (rangeR > Ranks.tolerance ? (1 - majority) * (r - bestR) / rangeR : 0)
        }
        (self.s, self.r, self.q) = (s, r, q)

        let order = Ranks.order(q, ascending: true)
        let first = order[0]
        acceptableStability = s[first] - bestS <= Ranks.tolerance || r[first] - bestR <= Ranks.tolerance
        guard order.count > 1 else {
            requiredAdvantage = nil
            acceptableAdvantage = true
            compromise = order
            return
        }
        let required = 1 / Double(order.count - 1)
        requiredAdvantage = required
        acceptableAdvantage = q[order[1]] - q[first] >= required - Ranks.tolerance
        if !acceptableAdvantage {
            compromise = order.filter { q[$0] - q[first] < required - Ranks.tolerance }
        } else {
            compromise = acceptableStability ? [first] : Array(order.prefix(2))
        }
    }
}
