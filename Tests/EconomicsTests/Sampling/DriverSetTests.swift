import Foundation
import Notation
import Sourcing
import Testing

@testable import Economics

/// Keeps the drivers' values: what the engine draws, and nothing else.
private struct Echo: TrialModel {
    let outcomeCount: Int
    let sumCount = 0
    func evaluate(
        _ drivers: DriverRows, count: Int, valid: Int, outcomes: OutcomeRows, sums: UnsafeMutablePointer<Double>
    ) {
        for row in 0..<outcomeCount { outcomes.row(row).update(from: drivers.row(row), count: count) }
    }
}

struct DriverSetTests {
    private func draw(_ drivers: DriverSet, trials: Int, seed: UInt64 = 7, threads: Int = 1) throws -> TrialResult {
        try #require(
            Simulation(drivers: drivers, model: Echo(outcomeCount: drivers.drivers.count), trials: trials, seed: seed)
                .run(threads: threads))
    }

    @Test func everyStratumIsHitOnceInEachBlock() throws {
        let drivers = try DriverSet(
            [
                Driver(name: "a", quantity: .uniform(low: 0, high: 1)),
                Driver(name: "b", quantity: .uniform(low: 0, high: 1)),
            ],
            correlations: [(0, 1, 0.6)])
        let result = try draw(drivers, trials: 24 * 256)
        let size = result.blockSize
        for row in 0..<2 {
            for block in 0..<result.blocks {
                let part = result.values(ofOutcome: row)[(block * size)..<((block + 1) * size)]
                #expect(Set(part.map { Int($0 * Double(size)) }).count == size)
            }
        }
    }

    @Test(arguments: [-0.8, -0.3, 0.0, 0.4, 0.9])
    func rankCorrelationIsReached(target: Double) throws {
        let drivers = try DriverSet(
            [
                Driver(name: "a", quantity: .lognormal(p10: 1, p90: 5)),
                Driver(name: "b", quantity: .pert(low: 0, likely: 1, high: 10)),
            ], correlations: [(0, 1, target)])
        let result = try draw(drivers, trials: 20_000)
        let a = exactRanks(result.values(ofOutcome: 0))
        let b = exactRanks(result.values(ofOutcome: 1))
        #expect(abs(pearson(a, b) - target) < 0.02)
    }

    @Test func contradictoryCorrelationsAreRefusedInAWholeSentence() throws {
        let three = ["a", "b", "c"].map { Driver(name: $0, quantity: .uniform(low: 0, high: 1)) }
        #expect(throws: Faults.self) { try DriverSet(three, correlations: [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]) }
        do {
            _ = try DriverSet(three, correlations: [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)])
        } catch {
            #expect(
                error.description
                    == "correlations: These correlations contradict each other, no set of futures has them all: a, b, c. Bring the strongest of them nearer to 0."
            )
        }
    }

    @Test(arguments: [0, 1, 20_260_901] as [UInt64])
    func sameBitsOnAnyNumberOfThreads(seed: UInt64) throws {
        let drivers = try DriverSet(
            [Driver(name: "a", quantity: .normal(mean: 0, sd: 1)), Driver(name: "b", quantity: .chance(0.3))])
        func values(_ seed: UInt64, threads: Int) throws -> [Double] {
            try draw(drivers, trials: 10_007, seed: seed, threads: threads).values(ofOutcome: 0)
        }
        let one = try values(seed, threads: 1)
        let two = try values(seed, threads: 2)
        let three = try values(seed, threads: 3)
        let other = try values(seed &+ 1, threads: 1)
        #expect(one == two)
        #expect(one == three)
        #expect(one != other)
    }

    @Test func anotherDriverDoesNotChangeTheDraws() throws {
        let a = Driver(name: "a", quantity: .normal(mean: 0, sd: 1))
        let b = Driver(name: "b", quantity: .normal(mean: 0, sd: 1))
        let alone = try draw(try DriverSet([a]), trials: 999).values(ofOutcome: 0)
        let beside = try draw(try DriverSet([b, a]), trials: 999).values(ofOutcome: 1)
        #expect(alone == beside)
    }

    /// Means of distributions with closed forms, within four standard errors as the engine states them.
    @Test func meansHaveTheirClosedForms() throws {
        let sigma = log(4.0) / (2 * 1.2815515655446004)
        let drivers = try DriverSet([
            Driver(name: "pert", quantity: .pert(low: 2, likely: 4, high: 12)),
            Driver(name: "triangle", triangular: (2, 4, 9)),
            Driver(name: "lognormal", quantity: .lognormal(p10: 3, p90: 12)),
            Driver(name: "event", quantity: .chance(0.12)),
        ])
        let result = try draw(drivers, trials: 50_000)
        // PERT (2 + 4·4 + 12)/6, triangle (2 + 4 + 9)/3, lognormal median · e^(σ²/2), chance p.
        let lognormal: Double = 6 * exp(sigma * sigma / 2)
        let expected: [Double] = [5, 5, lognormal, 0.12]
        for (summary, mean) in zip(result.summaries(of: [0, 1, 2, 3], threads: 2), expected) {
            #expect(abs(summary.mean - mean) < 4 * summary.standardError + 1e-4)
        }
    }
}

/// Ranks by sorting, ties sharing their mean rank.
func exactRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var i = 0
    while i < order.count {
        var j = i
        while j + 1 < order.count, values[order[j + 1]] == values[order[i]] { j += 1 }
        for k in i...j { ranks[order[k]] = Double(i + j) / 2 }
        i = j + 1
    }
    return ranks
}

func pearson(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (ma, mb) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
        ab += (x - ma) * (y - mb)
        aa += (x - ma) * (x - ma)
        bb += (y - mb) * (y - mb)
    }
    return ab / (aa * bb).squareRoot()
}
