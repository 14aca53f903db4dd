import Foundation
import Sourcing
import Testing
import TrialKernels

@testable import Economics

struct QuantileFunctionTests {
    /// Published values of AS 241 (Wichura 1988, p. 482) and of tables.
    @Test func normalQuantiles() {
        #expect(abs(NormalDistribution.quantile(0.25) - -0.674_489_750_196_081_7) < 1e-15)
        #expect(abs(NormalDistribution.quantile(0.001) - -3.090_232_306_167_813_5) < 1e-14)
        #expect(abs(NormalDistribution.quantile(1e-20) - -9.262_340_089_798_408) < 1e-13)
        #expect(abs(NormalDistribution.quantile(0.9) - 1.281_551_565_544_600_4) < 1e-15)
    }

    /// Beta(1, b) has the quantile 1 − (1 − p)^(1/b); Beta(a, 1) has p^(1/a); Beta(2, 2) is symmetric.
    @Test(arguments: [1e-6, 0.01, 0.1, 0.37, 0.5, 0.9, 0.999_999])
    func betaQuantilesWithClosedForms(p: Double) {
        #expect(abs(BetaDistribution(a: 1, b: 5).quantile(p) - (1 - pow(1 - p, 0.2))) < 1e-12)
        #expect(abs(BetaDistribution(a: 4, b: 1).quantile(p) - pow(p, 0.25)) < 1e-12)
        let symmetric = BetaDistribution(a: 2, b: 2)
        #expect(abs(symmetric.quantile(p) + symmetric.quantile(1 - p) - 1) < 1e-12)
        let x = symmetric.quantile(p)
        #expect(abs(3 * x * x - 2 * x * x * x - p) < 1e-12)
    }

    @Test func metalogGoesThroughItsPercentilesAndKeepsItsBounds() {
        for (low, high) in [(nil, nil), (0.0, nil), (nil, 20.0), (0.0, 20.0)] as [(Double?, Double?)] {
            let f = QuantileFunction(.percentiles(p10: 2.6, p50: 3.1, p90: 4.0, min: low, max: high))
            #expect(abs(f.value(at: 0.1) - 2.6) < 1e-12)
            #expect(abs(f.value(at: 0.5) - 3.1) < 1e-12)
            #expect(abs(f.value(at: 0.9) - 4.0) < 1e-12)
            if let low { #expect(f.value(at: 1e-9) >= low) }
            if let high { #expect(f.value(at: 1 - 1e-9) <= high) }
        }
    }

    @Test func lognormalIsExactAtItsPercentiles() {
        let f = QuantileFunction(.lognormal(p10: 3, p90: 12))
        #expect(abs(f.value(at: 0.1) - 3) < 1e-12)
        #expect(abs(f.value(at: 0.5) - 6) < 1e-12)
        #expect(abs(f.value(at: 0.9) - 12) < 1e-11)
    }

    /// A published range means P10, mode, P90.
    @Test func publishedRangeHasItsPercentiles() {
        for (low, likely, high) in [
            (0.03, 0.07, 0.12), (0.1, 0.18, 0.3), (2.0, 4.0, 8.0), (150_000, 400_000, 1_200_000),
        ] {
            let f = QuantileFunction(.published(low: low, likely: likely, high: high), bounds: 0 ... .infinity)
            #expect(abs(f.value(at: 0.1) / low - 1) < 1e-4)
            #expect(abs(f.value(at: 0.9) / high - 1) < 1e-6)
            #expect(f.value(at: 1e-6) >= 0)
        }
        // Nought to nought to three: everything at or above nought.
        let f = QuantileFunction(.published(low: 0, likely: 0, high: 3), bounds: 0 ... .infinity)
        #expect(f.value(at: 1e-4) >= 0)
        #expect(abs(f.value(at: 0.9) - 3) < 1e-6)
    }

    /// The table that the simulation reads is as good as the exact quantile.
    @Test(arguments: [
        Quantity.pert(low: 0.02, likely: 0.06, high: 0.15), .pert(low: 0, likely: 0, high: 1),
        .percentiles(p10: 2.6, p50: 3.1, p90: 4.0, min: nil, max: nil),
        .percentiles(p10: 2.6, p50: 3.1, p90: 4.0, min: 1, max: 9), .normal(mean: 3, sd: 2),
        .lognormal(p10: 3, p90: 12),
        .published(low: 0.03, likely: 0.07, high: 0.12), .uniform(low: -1, high: 5),
    ])
    func tableIsExactEnough(quantity: Quantity) {
        let f = QuantileFunction(quantity)
        let spread = f.value(at: 0.9) - f.value(at: 0.1)
        var u = (0..<5000).map { (Double($0) + 0.37) / 5000 } + [1e-5, 1 - 1e-5, 0.5, 0.25, 0.75]
        let exact = u.map { f.value(at: $0) }
        u.withUnsafeMutableBufferPointer { f.sampler().transform($0) }
        for (a, b) in zip(u, exact) { #expect(abs(a - b) < 2e-6 * spread + 1e-6 * abs(b - f.value(at: 0.5))) }
    }
}
