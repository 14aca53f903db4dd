import Foundation
import Sourcing
import Testing

@testable import Economics

@Suite struct RankCorrelationTests {
    private func ranked(_ values: [Double]) -> BinnedRanks { values.withUnsafeBufferPointer { BinnedRanks($0) } }

    /// Mean ranks over n, centred, by counting every pair: O(n²).
    private func oracle(_ values: [Double]) -> [Double] {
        values.map { x in
            let below = values.count { $0 < x }
            let equal = values.count { $0 == x }
            return (Double(below) + Double(equal) / 2) / Double(values.count) - 0.5
        }
    }

    @Test(arguments: [1, 2, 5, 64, 700])
    func ranksWithTiesAgainstCountingPairs(_ n: Int) {
        var random = TestRandom(UInt64(n))
        let columns = [
            (0..<n).map { _ in Double(random.whole(0...4)) }, (0..<n).map { _ in Double(random.whole(-300...300)) },
            [Double](repeating: 3, count: n), (0..<n).map { Double($0) },
            (0..<n).map { _ in random.chance(0.1) ? 1 : 0 },
        ]
        for values in columns {
            let found = ranked(values)
            let wanted = oracle(values)
            for i in 0..<n { #expect(abs(Double(found.ranks[i]) - wanted[i]) < 1e-7) }
            let square = wanted.reduce(0) { $0 + $1 * $1 } / Double(n)
            #expect(abs(found.meanSquare - square) < 1e-12)
        }
    }

    /// Distinct values that share a bin share its mean rank. With a tail as long as e^2z, a thousandth of the
    /// correlation may go; with any that a present value has, less than 1e-5.
    @Test(arguments: [(0.2, 1e-5), (0.7, 1e-5), (2, 1e-3)])
    func manyValuesInOneBinAreNearTheirRanks(_ sigma: Double, _ loss: Double) {
        var random = TestRandom(77)
        let values = (0..<50_000).map { _ in exp(sigma * NormalDistribution.quantile(random.uniform())) }
        let found = ranked(values)
        var product = 0.0
        var square = 0.0
        for (rank, i) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
            let exact = (Double(rank) + 0.5) / 50_000 - 0.5
            product += exact * Double(found.ranks[i])
            square += exact * exact
        }
        #expect(product / (square * found.meanSquare * 50_000).squareRoot() > 1 - loss)
    }

    /// The engine's correlations against a sort of the same trials.
    @Test func agreesWithASort() throws {
        let drivers = [
            Driver(name: "a", quantity: .lognormal(p10: 1, p90: 4)),
            Driver(name: "b", quantity: .normal(mean: 2, sd: 1)),
            Driver(name: "e", quantity: .chance(0.2)),
        ]
        let result = try #require(
            try simulate(drivers, trials: 20_000) { 2 * $0[0] - $0[1] * $0[1] + 3 * $0[2] })
        let event = result.uniforms(of: 2).map { $0 > Float(0.8) ? 1.0 : 0 }
        let figure = result.values(ofOutcome: 0)
        let wanted = [
            spearman(result.uniforms(of: 0).map(Double.init), figure),
            spearman(result.uniforms(of: 1).map(Double.init), figure), spearman(event, figure),
        ]
        for threads in 1...3 {
            let found = result.rankCorrelations(
                driverCount: 3, figures: [.outcome(0)], threads: threads, ownValues: [2: event])
            for d in 0..<3 { #expect(abs(found[d][0] - wanted[d]) < 2e-4, "\(d)") }
        }
        #expect(wanted[0] > 0.3 && wanted[1] < -0.3 && wanted[2] > 0.1)
    }

    @Test func monotoneIsOneAndConstantIsZero() throws {
        let drivers = [Driver(name: "a", quantity: .normal(mean: 0, sd: 1))]
        for (sign, wanted) in [(1.0, 1.0), (-1, -1), (0, 0)] {
            let result = try #require(try simulate(drivers, trials: 5000) { sign * pow($0[0], 3) })
            let found = result.rankCorrelations(driverCount: 1, figures: [.outcome(0), .difference(0, 0)], threads: 1)
            #expect(abs(found[0][0] - wanted) < 1e-3)
            #expect(found[0][1] == 0)
        }
    }
}
