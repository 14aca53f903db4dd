/// The nonlinear best-worst model, solved exactly.
enum BestWorstIntervals {
    /// ξ at which the judgements contradict each other as far as may be, for a_BW of 1 to 9 (Rezaei 2015, table 1).
    static let consistencyIndices = [0, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]

    /// The printed figure for whole a_BW, otherwise the equation behind it: (a − ξ)² = a + ξ.
    static func consistencyIndex(_ a: Double) -> Double {
        if a == a.rounded(), a >= 1, a <= 9 { return consistencyIndices[Int(a) - 1] }
        return (1 + 2 * a - (8 * a + 1).squareRoot()) / 2
    }

    /// For a given ξ the ratio y = w_B / w_W may be anything in this range; it is empty (low > high) below the optimum.
    ///
    /// Each item only ties w_B and w_W together: w_B / w_j is within a_Bj ± ξ and w_j / w_W within a_jW ± ξ, so y is
    /// within the products. The optimum is thus found on a line, without the degenerate programs of a general solver.
    private static func ratios(_ judgements: BestWorstJudgements, _ xi: Double) -> (low: Double, high: Double) {
        var low = max(0, judgements.bestToWorst - xi)
        var high = judgements.bestToWorst + xi
        for j in judgements.others {
            let (a, b) = (judgements.bestToOthers[j], judgements.othersToWorst[j])
            low = max(low, max(0, a - xi) * max(0, b - xi))
            high = min(high, (a + xi) * (b + xi))
        }
        return (low, high)
    }

    static func fit(_ judgements: BestWorstJudgements) -> ElicitedWeights {
        let n = judgements.count
        let xi = optimum(judgements)
        var consistency = Consistency()
        consistency.xi = xi
        let index = n > 1 ? consistencyIndex(judgements.bestToWorst) : 0
        consistency.index = index
        if xi == 0 {
            consistency.ratio = 0
        } else if index > 0 {
            consistency.ratio = xi / index
        } else {
            consistency.ratioMissing = "The consistency index of a_BW = 1 is 0."
        }
        guard n > 1 else { return ElicitedWeights(weights: [1], consistency: consistency) }

        // At the optimum y is one number, and each other item moves freely between two multiples of the worst.
        let (low, high) = ratios(judgements, xi)
        let y = (low + high) / 2
        let multiples = (0..<n).map { j -> (low: Double, high: Double) in
            if j == judgements.worst { return (1, 1) }
            if j == judgements.best { return (y, y) }
            let (a, b) = (judgements.bestToOthers[j], judgements.othersToWorst[j])
            let low = max(max(0, b - xi), y / (a + xi))
            let high = a > xi ? min(b + xi, y / (a - xi)) : b + xi
            return low <= high ? (low, high) : ((low + high) / 2, (low + high) / 2)
        }
        let least = multiples.reduce(0) { $0 + $1.low }
        let most = multiples.reduce(0) { $0 + $1.high }
        let intervals = multiples.map { multiple in
            let span = multiple.high - multiple.low
            let a = multiple.low / (most - span)
            let b = multiple.high / (least + span)
            return min(a, b)...max(a, b)
        }
        // The centres over their sum are themselves optimal: 1 / x is convex, so each stays between its multiples.
        let centres = intervals.map { ($0.lowerBound + $0.upperBound) / 2 }
        let sum = centres.reduce(0, +)
        let unique = intervals.allSatisfy { $0.upperBound - $0.lowerBound < 1e-12 }
        return ElicitedWeights(
            weights: centres.map { $0 / sum }, intervals: unique ? nil : intervals, consistency: consistency)
    }

    /// The least ξ at which the range of y is not empty, by bisection: the range only grows with ξ.
    private static func optimum(_ judgements: BestWorstJudgements) -> Double {
        func fits(_ xi: Double) -> Bool {
            let (low, high) = ratios(judgements, xi)
            return low <= high
        }
        if fits(0) { return 0 }
        // At ξ = 9 every lower bound is 0.
        var (below, above) = (0.0, 9.0)
        while true {
            let middle = (below + above) / 2
            guard middle > below, middle < above else { return above }
            if fits(middle) { above = middle } else { below = middle }
        }
    }
}
