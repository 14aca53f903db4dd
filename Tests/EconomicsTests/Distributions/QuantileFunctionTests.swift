import Foundation
import Sourcing
import Testing

@testable import Economics

@Suite struct QuantileFunctionTests {
    /// Mean and variance by the middles of many equal strata.
    private func moments(_ function: QuantileFunction, count: Int = 100_000) -> (mean: Double, variance: Double) {
        var sum = 0.0
        var squares = 0.0
        for i in 0..<count {
            let x = function.value(at: (Double(i) + 0.5) / Double(count))
            sum += x
            squares += x * x
        }
        let mean = sum / Double(count)
        return (mean, squares / Double(count) - mean * mean)
    }

    /// Malcolm et al. (1959): mean (low + 4 likely + high)/6; a Beta with λ = 4 has variance (μ − low)(high − μ)/7.
    @Test(arguments: [(2.0, 6.0, 15.0), (0, 0, 1), (0, 1, 1), (0.12, 0.22, 0.45), (-3, 2, 9)])
    func pertHasItsMeanAndVariance(_ low: Double, _ likely: Double, _ high: Double) {
        let found = moments(QuantileFunction(.pert(low: low, likely: likely, high: high)))
        let mean = (low + 4 * likely + high) / 6
        #expect(abs(found.mean - mean) < 1e-6 * (high - low))
        #expect(abs(found.variance - (mean - low) * (high - mean) / 7) < 1e-5 * (high - low) * (high - low))
    }

    /// The mode is where the quantile rises least.
    @Test func pertIsDensestAtItsLikelyValue() {
        let function = QuantileFunction(.pert(low: 2, likely: 6, high: 15))
        let steps = (1..<2000).map { step in
            (
                at: function.value(at: Double(step) / 2000),
                width: function.value(at: (Double(step) + 0.5) / 2000)
                    - function.value(at: (Double(step) - 0.5) / 2000)
            )
        }
        let densest = steps.min { $0.width < $1.width }
        #expect(abs((densest?.at ?? 0) - 6) < 0.1)
    }

    @Test(arguments: [
        (0.15, 0.18, 0.21), (0.06, 0.08, 0.10), (5000, 9000, 30_000), (1.15, 1.35, 1.6), (-0.5, 0.1, 1), (3, 6, 12),
    ])
    func publishedRangesHaveTheirPercentilesAndMode(_ low: Double, _ likely: Double, _ high: Double) {
        let function = QuantileFunction(.published(low: low, likely: likely, high: high))
        #expect(abs(function.value(at: 0.1) - low) < 1e-6 * (high - low))
        #expect(abs(function.value(at: 0.9) - high) < 1e-6 * (high - low))
        let bottom = function.value(at: 0)
        let top = function.value(at: 1)
        #expect(bottom < low && top > high)
        // A PERT on the ends that were found, with the stated mode, has the same quantiles.
        let pert = QuantileFunction(.pert(low: bottom, likely: likely, high: top))
        for p in [0.01, 0.25, 0.5, 0.99] {
            #expect(abs(pert.value(at: p) - function.value(at: p)) < 1e-9 * (top - bottom))
        }
    }

    /// A range of something that cannot be negative never reaches below zero, and keeps its P90.
    @Test func publishedRangesStayWithinTheirField() {
        let time = QuantileFunction(.published(low: 0, likely: 1, high: 4))
        #expect(time.value(at: 0) == 0)
        #expect(abs(time.value(at: 0.9) - 4) < 1e-6)
        let share = QuantileFunction(.published(low: 0.8, likely: 0.88, high: 0.95), bounds: 0...1)
        #expect(share.value(at: 1) <= 1)
        #expect(abs(share.value(at: 0.1) - 0.8) < 1e-6)
    }

    @Test func lognormalThroughItsPercentiles() {
        for (p10, p90) in [(2.6, 4.0), (3, 12), (0.001, 1000)] {
            let function = QuantileFunction(.lognormal(p10: p10, p90: p90))
            #expect(abs(function.value(at: 0.1) / p10 - 1) < 1e-12)
            #expect(abs(function.value(at: 0.9) / p90 - 1) < 1e-12)
            #expect(abs(function.value(at: 0.5) / (p10 * p90).squareRoot() - 1) < 1e-12)
        }
    }

    @Test func normalUniformAndFixed() {
        let normal = QuantileFunction(.normal(mean: 5, sd: 2))
        #expect(abs(normal.value(at: 0.975) - (5 + 2 * 1.959_963_984_540_054)) < 1e-12)
        #expect(normal.value(at: 0.5) == 5)
        let uniform = QuantileFunction(.uniform(low: -1, high: 3))
        #expect(uniform.value(at: 0.25) == 0 && uniform.value(at: 0.75) == 2)
        #expect(QuantileFunction(.fixed(7)).value(at: 0.3) == 7)
    }

    /// Triangular on (2, 4, 9): F(4) = 2/7; mean 5; variance (4 + 16 + 81 − 8 − 18 − 36)/18 = 39/18.
    @Test func triangular() {
        let function = QuantileFunction(triangularLow: 2, likely: 4, high: 9)
        #expect(abs(function.value(at: 2.0 / 7) - 4) < 1e-12)
        #expect(abs(function.value(at: 0) - 2) < 1e-12 && abs(function.value(at: 1) - 9) < 1e-12)
        let found = moments(function)
        #expect(abs(found.mean - 5) < 1e-6)
        #expect(abs(found.variance - 39.0 / 18) < 1e-4)
    }

    @Test func chanceIsOneInItsShareOfDraws() {
        var column = (0..<10_000).map { (Double($0) + 0.5) / 10_000 }
        column.withUnsafeMutableBufferPointer { QuantileFunction(.chance(0.12)).sampler().transform($0) }
        #expect(column.reduce(0, +) == 1200)
        #expect(Set(column) == [0, 1])
    }
}
