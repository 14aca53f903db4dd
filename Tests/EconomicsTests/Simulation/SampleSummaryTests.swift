import Foundation
import Sourcing
import Testing

@testable import Economics

/// Order statistics by bins against a full sort.
@Suite struct SampleSummaryTests {
    private func summary(_ values: [Double], blockSize: Int = 4096) -> SampleSummary {
        values.withUnsafeBufferPointer { SampleSummary($0, blockSize: blockSize) }
    }

    private func check(_ values: [Double], _ name: String) {
        let found = summary(values)
        let sorted = values.sorted()
        let n = sorted.count
        for p in SampleSummary.probabilities {
            let position = Double(n - 1) * p
            let below = Int(position)
            let a = sorted[below]
            let b = sorted[min(n - 1, below + 1)]
            #expect(found.percentile(p) == a + (position - Double(below)) * (b - a), "\(name) \(p)")
        }
        let tail = Int((Double(n) / 20).rounded(.up))
        let scale = max(1, sorted.map(abs).max() ?? 1)
        let cvar = sorted.suffix(tail).reduce(0, +) / Double(tail)
        #expect(abs(found.cvar95 - cvar) <= 1e-13 * scale, "\(name)")
        // Around the median, so that the oracle's own sum does not round.
        let mean = sorted[n / 2] + values.reduce(0) { $0 + ($1 - sorted[n / 2]) } / Double(n)
        #expect(abs(found.mean - mean) <= 1e-13 * scale, "\(name)")
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let sd = n > 1 ? (squares / Double(n - 1)).squareRoot() : 0
        #expect(abs(found.standardDeviation - sd) <= 1e-11 * scale, "\(name)")
        #expect(found.histogram.reduce(0, +) == n, "\(name)")
        #expect(found.count == n)
    }

    @Test(arguments: [1, 2, 3, 7, 8, 9, 20, 21, 100, 999, 5000, 20_000])
    func anySampleAgainstASort(_ n: Int) {
        var random = TestRandom(UInt64(n) + 60)
        check((0..<n).map { _ in random.uniform(-5, 90) }, "uniform")
        check((0..<n).map { _ in exp(3 * NormalDistribution.quantile(random.uniform())) }, "long tail")
        check((0..<n).map { _ in -exp(3 * NormalDistribution.quantile(random.uniform())) }, "long lower tail")
        check((0..<n).map { _ in Double(random.whole(0...3)) }, "ties")
        check((0..<n).map { _ in random.chance(0.02) ? 1e9 : random.uniform() }, "two clouds")
        check((0..<n).map { _ in 1e12 + random.uniform() }, "far from zero")
        check([Double](repeating: 42.5, count: n), "constant")
        check([Double](repeating: 0, count: n), "zero")
        check([Double](repeating: -3e-7, count: n), "negative constant")
        check((0..<n).map(Double.init), "rising")
        check((0..<n).map { -Double($0) }, "falling")
    }

    @Test func percentilesNotKeptAreNotMadeUp() {
        #expect(summary([1, 2, 3]).percentile(0.33).isNaN)
    }

    /// Less than eight blocks: s/√n. 1, 2, 3, 4: s² = 5/3.
    @Test func fewBlocksTakeTheIndependentError() {
        #expect(abs(summary([1, 2, 3, 4]).standardError - (5.0 / 3 / 4).squareRoot()) < 1e-15)
    }

    /// Eight blocks of two with the means 1…8 around 4.5: Σ(m − 4.5)² = 42, so √(42/7/8).
    @Test func blocksGiveTheErrorOfTheirMeans() {
        let values = (1...8).flatMap { [Double($0) - 0.25, Double($0) + 0.25] }
        #expect(abs(summary(values, blockSize: 2).standardError - (42.0 / 7 / 8).squareRoot()) < 1e-14)
    }

    /// Over 200 seeds the means scatter as the reported standard error says, within a factor of two.
    @Test func standardErrorIsHonest() throws {
        let drivers = [
            Driver(name: "a", quantity: .lognormal(p10: 1, p90: 4)),
            Driver(name: "b", quantity: .normal(mean: 2, sd: 1)),
            Driver(name: "c", quantity: .pert(low: 0, likely: 1, high: 5)),
        ]
        // Products are not additive: stratification takes out only a part of the variance.
        var means: [Double] = []
        var errors: [Double] = []
        for seed in 0..<200 {
            let result = try #require(
                try simulate(drivers, trials: 2400, seed: UInt64(seed)) { $0[0] * $0[1] + $0[1] * $0[2] * $0[2] })
            let found = SampleSummary(result.outcome(0), blockSize: result.blockSize)
            means.append(found.mean)
            errors.append(found.standardError)
        }
        let mean = means.reduce(0, +) / 200
        let scatter = (means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199).squareRoot()
        let reported = (errors.reduce(0) { $0 + $1 * $1 } / 200).squareRoot()
        #expect(scatter / reported > 0.5 && scatter / reported < 2, "\(scatter) \(reported)")
        // It is not the plain error either: stratified draws know better.
        let result = try #require(try simulate(drivers, trials: 2400) { $0[0] + $0[1] })
        let additive = SampleSummary(result.outcome(0), blockSize: result.blockSize)
        #expect(additive.standardError < 0.2 * additive.standardDeviation / 2400.0.squareRoot())
    }
}
