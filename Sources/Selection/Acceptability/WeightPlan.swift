import Notation
import SelectionKernels
import TrialKernels

/// How weights will be drawn, and in which blocks.
struct WeightPlan: Sendable {
    var program: WeightProgram
    /// As far as it is known before the draws.
    var sampling: WeightSampling
    var blockSize: Int
    var criteria: Int

    /// Draws in a block of independent draws.
    static let directBlock = 4096
    /// Chains are not independent: as many batches, whatever the number of samples, give their standard errors.
    static let batches = 32

    init(_ knowledge: WeightKnowledge, criteria: Int, samples: Int, seed: UInt64) throws(Faults) {
        self.criteria = criteria
        blockSize = Self.directBlock
        sampling = .direct
        switch knowledge {
        case .point(let weights):
            let sum = weights.reduce(0, +)
            program = .fixed(weights.map { $0 / sum })
            sampling = .fixed
        case .none: program = .simplex
        case .order(let order): program = .order(order)
        case .points(let ranges):
            program = .tree(
                ranges.enumerated().map {
                    .init(parent: nil, low: $1.lowerBound, width: $1.upperBound - $1.lowerBound, leaf: $0)
                })
            if ranges.allSatisfy({ $0.lowerBound == $0.upperBound }) { sampling = .fixed }
        case .tree(let nodes):
            program = .tree(
                nodes.map {
                    .init(
                        parent: $0.parent, low: $0.points.lowerBound,
                        width: $0.points.upperBound - $0.points.lowerBound, leaf: $0.leaf)
                })
            if nodes.allSatisfy({ $0.points.lowerBound == $0.points.upperBound }) { sampling = .fixed }
        case .intervals, .constraints:
            let (program, sampling) = try PolytopePlan.program(
                knowledge, criteria: criteria, samples: samples, seed: seed)
            self.program = program
            self.sampling = sampling
            if case .chain = program {
                let batch = (samples + Self.batches - 1) / Self.batches
                blockSize = (batch + laneCount - 1) / laneCount * laneCount
            }
        }
        if criteria == 1 {
            program = .fixed([1])
            sampling = .fixed
        }
    }

    var isChain: Bool {
        if case .chain = program { return true }
        return false
    }
}
