import Notation
import Selection
import SelectionKernels
import Testing
import TrialKernels

@testable import Selection

/// A generator of its own for tests: SplitMix64.
struct AcceptabilityRandom: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
    mutating func unit() -> Double { Double.random(in: 0..<1, using: &self) }
    mutating func values(_ partners: Int, _ criteria: Int) -> [[Double]] {
        (0..<partners).map { _ in (0..<criteria).map { _ in unit() } }
    }
}

func known(_ values: [[Double]]) -> [[ValueCell]] { values.map { $0.map { .known($0) } } }

func acceptability(
    _ cells: [[ValueCell]], _ weights: WeightKnowledge = .none, mixing: AcceptabilityModel.Mixing = .perPerson,
    vetoes: [Double?] = [], samples: Int = 100_000, seed: UInt64 = 1, threads: Int = 2,
    only parts: Acceptability.Parts = .all
) throws -> Acceptability {
    try AcceptabilityModel(cells: cells, weights: weights, mixing: mixing, vetoes: vetoes)
        .acceptability(samples: samples, seed: seed, threads: threads, only: parts)
}

/// Weight vectors as the engine draws them.
func sampledWeights(_ knowledge: WeightKnowledge, criteria: Int, count: Int, seed: UInt64 = 1) throws
    -> ([[Double]], WeightSampling)
{
    let plan = try WeightPlan(knowledge, criteria: criteria, samples: count, seed: seed)
    var all: [[Double]] = []
    var block = 0
    let lanes = UnsafeMutablePointer<Lanes>.allocate(capacity: criteria)
    defer { lanes.deallocate() }
    while all.count < count {
        var sampler = WeightSampler(
            plan.program, criteria: criteria, stream: LaneStream(seed: seed, block: block, name: 77))
        for _ in 0..<(plan.blockSize / laneCount) {
            sampler.next(lanes)
            for lane in 0..<laneCount { all.append((0..<criteria).map { lanes[$0][lane] }) }
        }
        block += 1
    }
    return (Array(all.prefix(count)), plan.sampling)
}

func means(_ rows: [[Double]]) -> [Double] {
    rows[0].indices.map { k in rows.reduce(0) { $0 + $1[k] } / Double(rows.count) }
}

/// What is wrong, as a person reads it.
func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "nothing thrown"
    } catch { return "\(error)" }
}

/// Within `z` standard errors of a share of n draws, both sides simulated where `twice`.
func isNear(_ found: Double, _ expected: Double, samples: Int, twice: Bool = false, z: Double = 4.5) -> Bool {
    let p = min(max(expected, 0.5 / Double(samples)), 1 - 0.5 / Double(samples))
    let error = (p * (1 - p) / Double(samples) * (twice ? 2 : 1)).squareRoot()
    return abs(found - expected) <= z * error + 1 / Double(samples)
}
