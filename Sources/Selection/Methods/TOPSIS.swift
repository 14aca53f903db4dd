import SelectionKernels
import TrialKernels

/// Technique for order preference by similarity to ideal solution.
///
/// Hwang, C.-L. & Yoon, K. (1981), Multiple Attribute Decision Making: Methods and Applications, Springer.
/// The ideal is made of the best values that occur, the anti-ideal of the worst: whoever joins or leaves may reorder the
/// others. Offered for models that use it; the value method on fixed scales is free of that.
public struct TOPSIS: Sendable {
    public enum Normalisation: String, Sendable, Hashable, CaseIterable {
        /// By the square root of the column's sum of squares.
        case vector
        /// By the column's range.
        case minmax
    }

    public let normalisation: Normalisation
    /// One an alternative, 0…1, larger is better: toAntiIdeal / (toIdeal + toAntiIdeal).
    ///
    /// 1 for all where nothing separates them (one alternative, or all alike): each then is the ideal itself.
    public let closeness: [Double]
    /// Euclidean distances in weighted normalised units.
    public let toIdeal: [Double]
    public let toAntiIdeal: [Double]

    public var ranks: [Int] { Ranks.of(closeness) }

    /// A constant column separates nobody: its term is 0 in both distances.
    /// - Parameter threads: the answer does not depend on it.
    /// - Complexity: O(alternatives · criteria).
    public init(_ matrix: DecisionMatrix, normalisation: Normalisation = .vector, threads: Int = 2) {
        self.normalisation = normalisation
        let scale = (0..<matrix.criteria).map { Self.scale(matrix, $0, normalisation) }
        let best = (0..<matrix.criteria).map { matrix.extremes($0).best }
        let worst = (0..<matrix.criteria).map { matrix.extremes($0).worst }
        let count = matrix.alternatives
        var near = [Double](repeating: 0, count: count)
        var far = [Double](repeating: 0, count: count)
        var closeness = [Double](repeating: 0, count: count)
        near.withUnsafeMutableBufferPointer { near in
            far.withUnsafeMutableBufferPointer { far in
                closeness.withUnsafeMutableBufferPointer { closeness in
                    // Each block of rows writes its own places, and all are read after the last has ended.
                    nonisolated(unsafe) let output = IdealDistances.Output(
                        toBest: near.baseAddress!, toWorst: far.baseAddress!, closeness: closeness.baseAddress!)
                    let rows = ColumnScan.blockRows
                    _ = Parallel.map(count: (count + rows - 1) / rows, threads: threads) { block in
                        matrix.values.withUnsafeBufferPointer { values in
                            IdealDistances.rows(
                                block * rows, count: min(rows, count - block * rows), of: values.baseAddress!,
                                columns: matrix.criteria, scale: scale, best: best, worst: worst, into: output)
                        }
                    }
                }
            }
        }
        toIdeal = near
        toAntiIdeal = far
        self.closeness = closeness
    }

    /// The weight over the column's norm; 0 for a column that separates nobody.
    private static func scale(_ matrix: DecisionMatrix, _ criterion: Int, _ normalisation: Normalisation) -> Double {
        let summary = matrix.summaries[criterion]
        let range = summary.high - summary.low
        guard range > 0 else { return 0 }
        switch normalisation {
        case .minmax: return matrix.weights[criterion] / range
        case .vector:
            let greatest = max(abs(summary.low), abs(summary.high))
            guard greatest < 1e-100 else { return matrix.weights[criterion] / summary.squares.squareRoot() }
            // The squares of numbers this small are lost: scale them first.
            let squares = stride(from: criterion, to: matrix.values.count, by: matrix.criteria).reduce(0.0) {
                let x = matrix.values[$1] / greatest
                return $0 + x * x
            }
            return matrix.weights[criterion] / (greatest * squares.squareRoot())
        }
    }
}
