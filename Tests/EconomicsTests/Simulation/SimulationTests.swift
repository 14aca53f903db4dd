import Foundation
import Sourcing
import Synchronization
import Testing

@testable import Economics

@Suite struct SimulationTests {
    private func run(
        _ quantities: [Quantity], trials: Int = 100_000, seed: UInt64 = 5,
        _ figure: @escaping @Sendable ([Double]) -> Double
    ) throws -> SampleSummary {
        let drivers = quantities.enumerated().map { Driver(name: "x\($0)", quantity: $1) }
        let result = try #require(try simulate(drivers, trials: trials, seed: seed, figure))
        return SampleSummary(result.outcome(0), blockSize: result.blockSize)
    }

    /// The tables stand in for the exact quantiles up to a ten-millionth of the spread.
    private func agrees(_ found: SampleSummary, _ mean: Double) -> Bool {
        abs(found.mean - mean) < 4 * found.standardError + 3e-7 * found.standardDeviation
    }

    /// E Σ exp(μ + σz) = Σ exp(μ + σ²/2).
    @Test func sumOfLognormals() throws {
        let ends = [(2.6, 4.0), (3, 12), (0.5, 8)]
        let found = try run(ends.map { .lognormal(p10: $0.0, p90: $0.1) }) { $0.reduce(0, +) }
        let mean = ends.reduce(0.0) { sum, end in
            let sigma = log(end.1 / end.0) / (2 * 1.281_551_565_544_600_4)
            return sum + (end.0 * end.1).squareRoot() * exp(sigma * sigma / 2)
        }
        #expect(agrees(found, mean), "\(found.mean) \(mean) \(found.standardError)")
    }

    /// A product of independent lognormals is lognormal: mean and P90 are known.
    @Test func productOfLognormals() throws {
        let found = try run([.lognormal(p10: 1, p90: 3), .lognormal(p10: 2, p90: 5)], trials: 200_000) { $0[0] * $0[1] }
        let z = 1.281_551_565_544_600_4
        let first = log(3.0) / (2 * z)
        let second = log(2.5) / (2 * z)
        let variance = first * first + second * second
        #expect(agrees(found, (3.0 * 10).squareRoot() * exp(variance / 2)))
        let p90 = (3.0 * 10).squareRoot() * exp(z * variance.squareRoot())
        // Its standard error: √(p(1 − p)/n) over the density at P90.
        let density = NormalDistribution.density(z) / (p90 * variance.squareRoot())
        #expect(abs(found.percentile(0.9) - p90) < 4 * (0.09 / 200_000).squareRoot() / density)
    }

    /// Triangular on (2, 4, 9) has the mean (2 + 4 + 9)/3 = 5.
    @Test func triangularMean() throws {
        let result = try #require(
            try simulate([Driver(name: "ramp", triangular: (low: 2, likely: 4, high: 9))], trials: 50_000) { $0[0] })
        #expect(agrees(SampleSummary(result.outcome(0), blockSize: result.blockSize), 5))
    }

    /// Product of independent PERTs: the product of (low + 4 likely + high)/6.
    @Test func productOfPerts() throws {
        let found = try run([.pert(low: 0, likely: 2, high: 10), .pert(low: 1, likely: 1, high: 7)]) { $0[0] * $0[1] }
        #expect(agrees(found, (0 + 8 + 10) / 6.0 * (1 + 4 + 7) / 6.0))
    }

    /// E max(X, Y) of two standard normals is 1/√π.
    @Test func greaterOfTwoNormals() throws {
        let normal = Quantity.normal(mean: 0, sd: 1)
        let found = try run([normal, normal]) { max($0[0], $0[1]) }
        #expect(agrees(found, 1 / Double.pi.squareRoot()))
        #expect(found.standardError < 0.01)
    }

    @Test func anEventHappensInItsShareOfTrials() throws {
        let found = try run([.chance(0.12)]) { $0[0] }
        #expect(abs(found.mean - 0.12) < 4 * found.standardError + 1e-3 / 4096)
    }

    @Test(arguments: [1, 7, 8, 100, 1000, 5001, 40_000])
    func threadsChangeNoBit(_ trials: Int) throws {
        let drivers = [
            Driver(name: "a", quantity: .lognormal(p10: 1, p90: 4)),
            Driver(name: "b", quantity: .normal(mean: 2, sd: 1)),
        ]
        let set = try DriverSet(drivers, correlations: [(0, 1, 0.5)])
        let model = PointwiseModel(driverCount: 2) { $0[0] / (1 + $0[1] * $0[1]) }
        let simulation = Simulation(drivers: set, model: model, trials: trials, seed: 9)
        let one = try #require(simulation.run(threads: 1))
        for threads in 2...3 {
            let other = try #require(simulation.run(threads: threads))
            #expect(one.values(ofOutcome: 0) == other.values(ofOutcome: 0))
            #expect(one.places(ofDriver: 1) == other.places(ofDriver: 1))
            #expect(one.mean(ofSum: 0) == other.mean(ofSum: 0))
        }
        #expect(one.trials == trials && one.outcome(0).count == trials)
        #expect(abs(one.mean(ofSum: 0) - one.outcome(0).reduce(0, +) / Double(trials)) < 1e-12)
    }

    @Test func seedsReproduceZeroIncluded() throws {
        let drivers = [Driver(name: "a", quantity: .normal(mean: 0, sd: 1))]
        func outcomes(_ seed: UInt64) throws -> [Double] {
            try #require(try simulate(drivers, trials: 500, seed: seed) { $0[0] }).values(ofOutcome: 0)
        }
        for seed in [0, 1, 12_345, UInt64.max] { #expect(try outcomes(seed) == outcomes(seed)) }
        #expect(try outcomes(0) != outcomes(1))
        #expect(try outcomes(0) != outcomes(UInt64.max))
    }

    @Test func pinnedDriversTakeTheirValueAndLeaveTheOthers() throws {
        let drivers = [
            Driver(name: "a", quantity: .normal(mean: 0, sd: 1)), Driver(name: "b", quantity: .normal(mean: 0, sd: 1)),
        ]
        let model = PointwiseModel(driverCount: 2) { 1000 * $0[0] + $0[1] }
        let simulation = Simulation(drivers: try DriverSet(drivers), model: model, trials: 333, seed: 2)
        let pinned = try #require(simulation.run(pinned: [0: 7]))
        let free = try #require(simulation.run(pinned: [0: 0]))
        for i in 0..<333 { #expect(abs(pinned.outcome(0)[i] - free.outcome(0)[i] - 7000) < 1e-9) }
        #expect(Set(free.outcome(0).map { ($0 * 1e6).rounded() }).count == 333)
    }

    @Test func progressCountsUpAndCancels() throws {
        let drivers = try DriverSet([Driver(name: "a", quantity: .normal(mean: 0, sd: 1))])
        let simulation = Simulation(
            drivers: drivers, model: PointwiseModel(driverCount: 1) { $0[0] }, trials: 10_000, seed: 1)
        let reports = Mutex<[Int]>([])
        let done = simulation.run { done in
            reports.withLock { $0.append(done) }
            return true
        }
        #expect(done != nil)
        let seen = reports.withLock { $0 }
        #expect(seen == seen.sorted() && seen.last == 10_000)
        #expect(simulation.run { $0 < 2000 } == nil)
    }

    @Test func blocksAreManyEnoughForAStandardError() {
        for trials in [1536, 2000, 10_000, 50_000, 98_304, 1_000_000] {
            let size = Simulation<PointwiseModel>.blockSize(trials: trials)
            #expect(trials / size >= 24 || size == 64)
            #expect(size % 8 == 0 && size <= 4096)
        }
    }
}
