import Foundation
import Testing
import TrialKernels

@testable import Economics

@Suite struct BetaDistributionTests {
    static let places = [1e-6, 0.001, 0.05, 0.1, 0.3, 0.5, 0.77, 0.9, 0.99, 0.9999]

    /// Beta(1, b): F = 1 − (1 − x)^b.
    @Test(arguments: [1.0, 2, 5])
    func oneAndB(_ b: Double) {
        let beta = BetaDistribution(a: 1, b: b)
        for p in Self.places {
            #expect(abs(beta.quantile(p) - (1 - pow(1 - p, 1 / b))) < 1e-13)
            #expect(abs(beta.cumulative(p) - (1 - pow(1 - p, b))) < 1e-14)
        }
    }

    /// Beta(a, 1): F = x^a.
    @Test(arguments: [1.0, 3, 5])
    func aAndOne(_ a: Double) {
        for p in Self.places { #expect(abs(BetaDistribution(a: a, b: 1).quantile(p) / pow(p, 1 / a) - 1) < 1e-13) }
    }

    /// Beta(2, 2): 3x² − 2x³ = p has the root ½ − sin(asin(1 − 2p)/3).
    @Test func twoAndTwo() {
        for p in Self.places {
            let x = 0.5 - sin(asin(1 - 2 * p) / 3)
            #expect(abs(BetaDistribution(a: 2, b: 2).quantile(p) - x) < 1e-13)
        }
    }

    /// Beta(3, 3): F = 10x³ − 15x⁴ + 6x⁵; Beta(2, 4): F = 10x² − 20x³ + 15x⁴ − 4x⁵.
    @Test func polynomials() {
        for x in Self.places {
            let symmetric = x * x * x * (10 - 15 * x + 6 * x * x)
            let skewed = x * x * (10 - 20 * x + 15 * x * x - 4 * x * x * x)
            #expect(abs(BetaDistribution(a: 3, b: 3).cumulative(x) - symmetric) < 1e-14)
            #expect(abs(BetaDistribution(a: 2, b: 4).cumulative(x) - skewed) < 1e-14)
        }
    }

    /// SciPy 1.17, scipy.stats.beta.ppf.
    @Test(arguments: [
        (2.5, 3.5, 0.1, 0.174_976_344_356_530_12), (1.3, 4.7, 0.5, 0.184_254_878_831_165_1),
        (4.2, 1.8, 0.9, 0.910_097_869_540_758_3), (3, 3, 1e-6, 0.004_652_416_361_586_582),
        (1.5, 4.5, 0.999, 0.822_504_145_499_009_2),
    ])
    func anotherImplementation(_ a: Double, _ b: Double, _ p: Double, _ x: Double) {
        #expect(abs(BetaDistribution(a: a, b: b).quantile(p) / x - 1) < 1e-12)
    }

    @Test func quantileUndoesTheCumulative() {
        var random = TestRandom(51)
        for _ in 0..<2000 {
            let a = random.uniform(1, 5)
            let beta = BetaDistribution(a: a, b: 6 - a)
            let p = random.uniform()
            #expect(abs(beta.cumulative(beta.quantile(p)) - p) < 1e-13)
            // A guess speeds up the search and changes nothing.
            #expect(abs(beta.quantile(p, guess: random.uniform()) - beta.quantile(p)) < 1e-12)
        }
    }

    @Test func ends() {
        let beta = BetaDistribution(a: 2, b: 3)
        #expect(beta.quantile(0) == 0 && beta.quantile(1) == 1)
        #expect(beta.cumulative(-1) == 0 && beta.cumulative(2) == 1)
        #expect(beta.density(0) == 0 && beta.density(1) == 0)
        #expect(BetaDistribution(a: 1, b: 5).density(0) == 5)
        #expect(BetaDistribution(a: 4, b: 1).density(1) == 4)
    }
}
