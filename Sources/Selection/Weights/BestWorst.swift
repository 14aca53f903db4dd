import Notation

/// Weights from comparing the best item with the others and the others with the worst.
///
/// Rezaei, J. (2015), Best-worst multi-criteria decision-making method, Omega 53, 49–57 (nonlinear);
/// Rezaei, J. (2016), Best-worst multi-criteria decision-making method: Some properties and a linear model, Omega 64,
/// 126–130 (linear, intervals).
public enum BestWorst {
    public enum Model: String, Sendable, Hashable, CaseIterable {
        /// min ξ with |w_B / w_j − a_Bj| ≤ ξ and |w_j / w_W − a_jW| ≤ ξ. Beyond three items the weights are intervals;
        /// `weights` are then their centres over the sum of the centres.
        case nonlinear
        /// min ξ with |w_B − a_Bj w_j| ≤ ξ and |w_j − a_jW w_W| ≤ ξ.
        case linear
    }

    /// - Parameters:
    ///   - bestToOthers: a_Bj, how many times as important the best is as j: 1 to 9, 1 for itself.
    ///   - othersToWorst: a_jW, how many times as important j is as the worst: 1 to 9, 1 for itself.
    ///   - best: from 0.
    ///   - worst: from 0; the same as `best` only where there is one item.
    /// - Throws: `Faults` that name the judgement.
    public static func weights(
        bestToOthers: [Double], othersToWorst: [Double], best: Int, worst: Int, model: Model
    ) throws -> ElicitedWeights {
        let judgements = try BestWorstJudgements(
            bestToOthers: bestToOthers, othersToWorst: othersToWorst, best: best, worst: worst)
        var result = try fit(judgements, model)
        result.worstJudgement = try worstJudgement(judgements, model, xi: result.consistency?.xi ?? 0)
        return result
    }

    private static func fit(_ judgements: BestWorstJudgements, _ model: Model) throws -> ElicitedWeights {
        switch model {
        case .nonlinear: BestWorstIntervals.fit(judgements)
        case .linear: try linear(judgements)
        }
    }

    private static func linear(_ judgements: BestWorstJudgements) throws -> ElicitedWeights {
        let n = judgements.count
        var consistency = Consistency()
        consistency.ratioMissing = "The linear model's ξ is its own measure of consistency."
        guard n > 1 else {
            consistency.xi = 0
            return ElicitedWeights(weights: [1], consistency: consistency)
        }
        var rows = [LinearProgram.Row(Array(repeating: 1, count: n) + [0], lower: 1, upper: 1)]
        func bound(_ more: Int, _ times: Double, _ less: Int) {
            var row = Array(repeating: 0.0, count: n + 1)
            row[more] += 1
            row[less] -= times
            row[n] = -1
            rows.append(.init(row, upper: 0))
            row[n] = 1
            rows.append(.init(row, lower: 0))
        }
        for j in 0..<n where j != judgements.best {
            bound(judgements.best, judgements.bestToOthers[j], j)
        }
        for j in 0..<n where j != judgements.worst && j != judgements.best {
            bound(j, judgements.othersToWorst[j], judgements.worst)
        }
        let program = LinearProgram(objective: Array(repeating: 0, count: n) + [1], rows: rows)
        guard case .optimal(let xi, let point) = program.minimised() else {
            throw Faults(
                Fault(
                    path: "bestToOthers", "The linear program of the best-worst method could not be solved.",
                    remedy: "Ask for the model \"nonlinear\"."))
        }
        let weights = point.prefix(n).map { max(0, $0) }
        let sum = weights.reduce(0, +)
        consistency.xi = max(0, xi)
        return ElicitedWeights(weights: weights.map { $0 / sum }, consistency: consistency)
    }

    /// Of the items where a_Bj · a_jW ≠ a_BW: the judgement whose move to the nearest value of the scale that would agree
    /// lowers ξ most.
    private static func worstJudgement(
        _ judgements: BestWorstJudgements, _ model: Model, xi: Double
    ) throws -> WorstJudgement? {
        var least = xi
        var worst: WorstJudgement?
        let (best, last) = (judgements.best, judgements.worst)
        let target = judgements.bestToWorst
        for j in 0..<judgements.count where j != best && j != last {
            let (a, b) = (judgements.bestToOthers[j], judgements.othersToWorst[j])
            guard a * b != target else { continue }
            for mendsBest in [true, false] {
                let value = max(1, JudgementScale.nearest(target / (mendsBest ? b : a)))
                var mended = judgements
                if mendsBest { mended.bestToOthers[j] = value } else { mended.othersToWorst[j] = value }
                guard let after = try fit(mended, model).consistency, let xi = after.xi, xi < least - 1e-9 else {
                    continue
                }
                least = xi
                worst = WorstJudgement(
                    path: "\(mendsBest ? "bestToOthers" : "othersToWorst")[\(j)]", row: mendsBest ? best : j,
                    column: mendsBest ? j : last, found: mendsBest ? a : b, value: value, consistency: after)
            }
        }
        return worst
    }
}
