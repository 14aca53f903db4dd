import Foundation
import Notation

/// Weights from pairwise comparisons (analytic hierarchy process), complete or not.
///
/// Saaty, T. L. (1980), The Analytic Hierarchy Process, McGraw-Hill.
public enum AHP {
    public enum Estimator: String, Sendable, Hashable, CaseIterable {
        /// The principal right eigenvector (Saaty 1977). Missing pairs by Harker, P. T. (1987), Incomplete pairwise
        /// comparisons in the analytic hierarchy process, Mathematical Modelling 9(11): 0 in their cells, and 1 more on
        /// the diagonal for each missing cell of the row.
        case eigenvector
        /// The row's geometric mean (Crawford & Williams 1985). Missing pairs by logarithmic least squares on the
        /// comparisons there are (Bozóki, Fülöp & Rónyai 2010): a Laplace equation on their graph.
        case geometricMean = "geometric-mean"
    }

    /// Aguarón, J. & Moreno-Jiménez, J. M. (2003), The geometric consistency index: approximated thresholds,
    /// European Journal of Operational Research 147(1), 137–145: of 3 to 15 items.
    static let randomIndices = [
        0.525, 0.882, 1.115, 1.252, 1.341, 1.404, 1.452, 1.484, 1.513, 1.535, 1.555, 1.570, 1.583,
    ]
    public static let randomIndexTable = "aguaron-moreno-jimenez-2003"

    /// - Parameter comparisons: n × n, how many times as important the row's item is as the column's; nil for a pair
    ///   that was not compared. One side of a pair is enough.
    /// - Throws: `Faults`: see `PairwiseComparisons`.
    /// - Complexity: O(n²) an iteration; the worst judgement tries each of the n² / 2, from the weights that are known.
    public static func weights(_ comparisons: [[Double?]], estimator: Estimator) throws -> ElicitedWeights {
        let matrix = try PairwiseComparisons(comparisons)
        let weights = try weights(matrix, estimator)
        var result = ElicitedWeights(weights: weights, consistency: consistency(matrix, weights))
        result.worstJudgement = try AHPMending.worst(matrix, weights, estimator)
        return result
    }

    static func weights(_ matrix: PairwiseComparisons, _ estimator: Estimator) throws -> [Double] {
        let means = leastSquares(matrix)
        return estimator == .geometricMean ? means : try eigenvector(matrix.harker, start: means)
    }

    /// Power iteration until A w = λ w but for rounding.
    ///
    /// - Parameters:
    ///   - entries: Harker's matrix, row after row.
    ///   - precision: of the eigenvalue, relative.
    static func eigenvector(_ entries: [Double], start: [Double], precision: Double = 0) throws -> [Double] {
        var weights = start
        let n = weights.count
        let enough = max(precision, 2e-14 * Double(n))
        // Chains of comparisons converge slowest, by about 1 − 10 / n² a step.
        for _ in 0..<200_000 {
            let image = product(entries, weights)
            var (low, high, sum) = (Double.infinity, 0.0, 0.0)
            for i in 0..<n {
                // The eigenvalue lies between the least and the greatest of them (Collatz & Wielandt).
                low = min(low, image[i] / weights[i])
                high = max(high, image[i] / weights[i])
                sum += image[i]
            }
            for i in 0..<n { weights[i] = image[i] / sum }
            if high - low <= enough * high { return weights }
        }
        throw Faults(
            Fault(
                path: "comparisons", "The eigenvector could not be found to the precision of numbers.",
                remedy: "Ask for the estimator geometric-mean, which needs no iteration."))
    }

    static func product(_ entries: [Double], _ weights: [Double]) -> [Double] {
        let n = weights.count
        return entries.withUnsafeBufferPointer { entries in
            (0..<n).map { i in
                var sum = 0.0
                for j in 0..<n { sum += entries[i * n + j] * weights[j] }
                return sum
            }
        }
    }

    /// The mean of (A w)ᵢ / wᵢ.
    static func lambda(_ entries: [Double], _ weights: [Double]) -> Double {
        zip(product(entries, weights), weights).reduce(0) { $0 + $1.0 / $1.1 } / Double(weights.count)
    }

    /// Σ_j (x_i − x_j) = Σ_j ln a_ij over the pairs compared, x_0 = 0; then e^x over its sum.
    static func leastSquares(_ matrix: PairwiseComparisons) -> [Double] {
        let n = matrix.count
        var logs = Array(repeating: 0.0, count: n)
        // The Laplacian without its first row and column is positive definite where the graph is connected.
        var laplacian = Array(repeating: 0.0, count: n * n)
        for i in 0..<n {
            for j in 0..<n where j != i && matrix[i, j] > 0 {
                // Half of both sides, for judgements that were rounded.
                logs[i] += 0.5 * (log(matrix[i, j]) - log(matrix[j, i]))
                laplacian[i * n + i] += 1
                laplacian[i * n + j] = -1
            }
        }
        for k in stride(from: 1, to: n, by: 1) {
            for i in stride(from: k + 1, to: n, by: 1) where laplacian[i * n + k] != 0 {
                let factor = laplacian[i * n + k] / laplacian[k * n + k]
                for j in k..<n { laplacian[i * n + j] -= factor * laplacian[k * n + j] }
                logs[i] -= factor * logs[k]
            }
        }
        var x = Array(repeating: 0.0, count: n)
        for i in stride(from: n - 1, to: 0, by: -1) {
            let known = stride(from: i + 1, to: n, by: 1).reduce(0.0) { $0 + laplacian[i * n + $1] * x[$1] }
            x[i] = (logs[i] - known) / laplacian[i * n + i]
        }
        let greatest = x.max() ?? 0
        let powers = x.map { exp($0 - greatest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    static func consistency(_ matrix: PairwiseComparisons, _ weights: [Double]) -> Consistency {
        let n = matrix.count
        var result = Consistency()
        let lambda = lambda(matrix.harker, weights)
        result.lambdaMax = lambda
        let index = n > 2 ? max(0, (lambda - Double(n)) / Double(n - 1)) : 0
        result.index = index
        if matrix.isComplete { result.geometricIndex = geometricIndex(matrix) }
        if n <= 2 {
            result.ratio = 0
        } else if !matrix.isComplete {
            result.ratioMissing = "The random indices are of complete comparisons."
        } else if n - 3 < randomIndices.count {
            result.ratio = index / randomIndices[n - 3]
            result.randomIndexTable = randomIndexTable
        } else {
            result.ratioMissing = "The table of random indices ends at 15 items."
        }
        return result
    }

    /// 2 / ((n − 1)(n − 2)) · Σ_{i<j} ln²(a_ij w_j / w_i) with the geometric mean's weights.
    private static func geometricIndex(_ matrix: PairwiseComparisons) -> Double {
        let n = matrix.count
        guard n > 2 else { return 0 }
        let weights = leastSquares(matrix)
        var sum = 0.0
        for i in 0..<n {
            for j in (i + 1)..<max(i + 1, n) {
                let error = log(matrix[i, j] * weights[j] / weights[i])
                sum += error * error
            }
        }
        return 2 * sum / (Double(n - 1) * Double(n - 2))
    }
}
