import Notation
import SelectionKernels
import TrialKernels

/// Preference ranking by outranking flows: PROMETHEE I (partial) and II (complete).
///
/// Brans, J. P. & Vincke, Ph. (1985), A preference ranking organisation method, Management Science 31(6), 647–656;
/// Brans, J. P., Vincke, Ph. & Mareschal, B. (1986), How to select and how to rank projects: the PROMETHEE method,
/// European Journal of Operational Research 24(2), 228–238.
public struct PROMETHEE: Sendable {
    /// What PROMETHEE I says of a pair.
    public enum Relation: String, Sendable, Hashable {
        case preferred
        /// The other is preferred.
        case outranked
        /// Both flows are the same.
        case indifferent
        /// Each is better by one of the flows: the method does not decide.
        case incomparable
    }

    /// How much each alternative is preferred to the others on average, 0…1.
    public let phiPlus: [Double]
    /// How much the others are preferred to it, 0…1.
    public let phiMinus: [Double]
    /// phiPlus − phiMinus, −1…1, larger is better, adding up to 0: the order of PROMETHEE II.
    public let phi: [Double]

    public var ranks: [Int] { Ranks.of(phi) }

    /// - Parameters:
    ///   - preferences: one a criterion.
    ///   - threads: the answer does not depend on it.
    /// - Throws: `Faults` that name the preference function.
    /// - Complexity: O(criteria · n log n) for n alternatives; each Gaussian criterion O(n²).
    public init(_ matrix: DecisionMatrix, preferences: [PreferenceFunction], threads: Int = 2) throws {
        guard preferences.count == matrix.criteria else {
            throw Faults(
                Fault(
                    path: "parameters.preferences",
                    "There are \(preferences.count) preference functions for \(matrix.criteria) criteria.",
                    remedy: "Give one preference function a criterion."))
        }
        let faults = preferences.enumerated().flatMap { $1.faults(path: "parameters.preferences[\($0)]") }
        if !faults.isEmpty { throw Faults(faults) }

        // Groups of criteria are fixed by their number, and summed in their order: threads cannot change a bit.
        let size = max(1, matrix.criteria / 4)
        let parts = Parallel.map(count: (matrix.criteria + size - 1) / size, threads: threads) { group in
            let first = group * size
            return Self.flows(matrix, preferences, first..<min(first + size, matrix.criteria))
        }
        var (plus, minus) = parts[0]
        for part in parts.dropFirst() {
            for i in plus.indices {
                plus[i] += part.plus[i]
                minus[i] += part.minus[i]
            }
        }
        let share = matrix.alternatives > 1 ? 1 / Double(matrix.alternatives - 1) : 0
        var net = [Double](repeating: 0, count: plus.count)
        for i in plus.indices {
            plus[i] *= share
            minus[i] *= share
            net[i] = plus[i] - minus[i]
        }
        (phiPlus, phiMinus, phi) = (plus, minus, net)
    }

    private static func flows(
        _ matrix: DecisionMatrix, _ preferences: [PreferenceFunction], _ criteria: Range<Int>
    ) -> (plus: [Double], minus: [Double]) {
        let n = matrix.alternatives
        var plus = [Double](repeating: 0, count: n)
        var minus = plus
        plus.withUnsafeMutableBufferPointer { plus in
            minus.withUnsafeMutableBufferPointer { minus in
                matrix.values.withUnsafeBufferPointer { values in
                    PreferenceFlows.withRoom(for: n) { flows in
                        // A constant column makes nobody preferred.
                        for j in criteria where matrix.summaries[j].high > matrix.summaries[j].low {
                            flows.add(
                                column: j, of: values.baseAddress!, stride: matrix.criteria,
                                low: matrix.summaries[j].low, high: matrix.summaries[j].high,
                                sign: matrix.directions[j] == .maximise ? 1 : -1, shape: preferences[j].shape,
                                weight: matrix.weights[j], plus: plus.baseAddress!, minus: minus.baseAddress!)
                        }
                    }
                }
            }
        }
        return (plus, minus)
    }

    /// PROMETHEE I: what it says of alternative a against b. Flows nearer than `Ranks.tolerance` are the same.
    public func relation(_ a: Int, _ b: Int) -> Relation {
        let gain = phiPlus[a] - phiPlus[b]
        let loss = phiMinus[b] - phiMinus[a]
        let signs = [gain, loss].map { abs($0) <= Ranks.tolerance ? 0 : $0 > 0 ? 1 : -1 }
        if signs.contains(1) { return signs.contains(-1) ? .incomparable : .preferred }
        return signs.contains(-1) ? .outranked : .indifferent
    }
}
