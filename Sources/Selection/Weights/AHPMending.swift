/// Which judgement to ask about again.
enum AHPMending {
    /// Enough to tell one change from another; the one that is named is then computed to the end.
    private static let precision = 1e-10

    /// The judgement whose replacement by the scale's value nearest to w_i / w_j lowers the index most; nil where none does.
    static func worst(
        _ matrix: PairwiseComparisons, _ weights: [Double], _ estimator: AHP.Estimator
    ) throws -> WorstJudgement? {
        guard let index = AHP.consistency(matrix, weights).index, index > 1e-12 else { return nil }
        let n = matrix.count
        var entries = matrix.harker
        var least = AHP.lambda(entries, weights)
        var found: (i: Int, j: Int, value: Double)?
        for i in 0..<n {
            for j in (i + 1)..<max(i + 1, n) where matrix[i, j] > 0 {
                let value = JudgementScale.nearest(weights[i] / weights[j])
                guard value != matrix[i, j] else { continue }
                entries[i * n + j] = value
                entries[j * n + i] = 1 / value
                let after =
                    estimator == .eigenvector
                    ? try AHP.eigenvector(entries, start: weights, precision: precision)
                    : AHP.leastSquares(matrix.replacing(i, j, by: value))
                let lambda = AHP.lambda(entries, after)
                entries[i * n + j] = matrix[i, j]
                entries[j * n + i] = matrix[j, i]
                // Beyond rounding, so that the first of equals is named.
                guard lambda < least - precision * Double(n) else { continue }
                least = lambda
                found = (i, j, value)
            }
        }
        guard let found else { return nil }
        let mended = matrix.replacing(found.i, found.j, by: found.value)
        return WorstJudgement(
            path: "comparisons[\(found.i)][\(found.j)]", row: found.i, column: found.j,
            found: matrix[found.i, found.j], value: found.value,
            consistency: AHP.consistency(mended, try AHP.weights(mended, estimator)))
    }
}
