import Foundation
import Sourcing
import Testing
import TrialKernels

@testable import Economics

/// The simulation draws from tables; a table must be as good as the exact quantile.
@Suite struct QuantileTableTests {
    static let quantities: [Quantity] = [
        .pert(low: 2, likely: 6, high: 15), .pert(low: 0, likely: 0, high: 1), .pert(low: 0, likely: 1, high: 1),
        .pert(low: -3, likely: 0.5, high: 0.6), .normal(mean: 10, sd: 2), .lognormal(p10: 3, p90: 12),
        .lognormal(p10: 2.6, p90: 4), .percentiles(p10: 2.6, p50: 3.1, p90: 4, min: nil, max: nil),
        .percentiles(p10: 2.6, p50: 3.1, p90: 4, min: 2, max: nil),
        .percentiles(p10: 2.6, p50: 3.1, p90: 4, min: nil, max: 6),
        .percentiles(p10: 0.2, p50: 0.3, p90: 0.6, min: 0, max: 1), .published(low: 0.18, likely: 0.22, high: 0.45),
    ]

    private func drawn(_ function: QuantileFunction, _ us: [Double]) -> [Double] {
        var column = us
        column.withUnsafeMutableBufferPointer { function.sampler().transform($0) }
        return column
    }

    @Test(arguments: quantities)
    func isExactToAMillionthOfTheSpread(_ quantity: Quantity) {
        let function = QuantileFunction(quantity)
        let spread = function.value(at: 0.9) - function.value(at: 0.1)
        #expect(spread > 0)
        var random = TestRandom(41)
        var us = (0..<20_000).map { _ in random.uniform() }
        // Out into both tails.
        us += (1...400).map { pow(2, -Double($0) / 20) }
        us += (1...400).map { 1 - pow(2, -Double($0) / 20) }.filter { $0 > 0 }
        let values = drawn(function, us)
        for (u, x) in zip(us, values) {
            // Far out the value itself is large against the spread.
            let allowed = 1e-6 * max(spread, abs(function.value(at: u) - function.value(at: 0.5)))
            #expect(abs(x - function.value(at: u)) < allowed, "u \(u)")
        }
    }

    @Test(arguments: quantities)
    func risesWithU(_ quantity: Quantity) {
        let us = (1..<40_000).map { Double($0) / 40_000 }
        let values = drawn(QuantileFunction(quantity), us)
        for (a, b) in zip(values, values.dropFirst()) { #expect(a < b) }
    }

    @Test func holdsTheLastKnotInTheTails() {
        let function = QuantileFunction(.normal(mean: 0, sd: 1))
        let values = drawn(function, [1e-12, 0x1p-21, 1 - 0x1p-53, 1 - 0x1p-21])
        #expect(values[0] == values[1])
        #expect(values[2] == values[3])
        #expect(abs(values[0] - NormalDistribution.quantile(0x1p-21)) < 1e-12)
        #expect(abs(values[0] + values[2]) < 1e-12)
    }

    @Test func boundsHoldTheDraws() {
        let function = QuantileFunction(.normal(mean: 0.5, sd: 1), bounds: 0...1)
        let us = (1..<1000).map { Double($0) / 1000 }
        let values = drawn(function, us)
        #expect(values.min() == 0 && values.max() == 1)
        for (u, x) in zip(us, values) { #expect(abs(x - function.value(at: u)) < 1e-6) }
    }
}
