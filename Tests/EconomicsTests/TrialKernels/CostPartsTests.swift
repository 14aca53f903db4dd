import Foundation
import Testing
import TrialKernels

/// The parts of a month's cost against the formulas of the notes, in plain doubles.
@Suite struct CostPartsTests {
    private func one(_ x: Double) -> Lanes { Lanes(repeating: x) }

    /// Wright (1936): on an 80 % curve the second unit takes 80, the fourth 64, the eighth 51.2, the sixteenth 40.96.
    @Test(arguments: [(1.0, 100.0), (2, 80), (4, 64), (8, 51.2), (16, 40.96)])
    func wrightsEightyPercentCurve(_ unit: Double, _ time: Double) {
        let curve = LearningCurve(start: one(100), exponent: one(log2(0.8)))
        #expect(abs(curve.multiplier(logMonth: one(log(unit)))[0] - time) < 1e-11)
    }

    @Test func learningCurveStartsAtItsFactorAndEndsAtOne() {
        var random = TestRandom(11)
        for _ in 0..<400 {
            let m = random.uniform(1, 4)
            let months = random.uniform(1.5, 60)
            let curve = LearningCurve(start: one(m), monthsToStandard: one(months))
            for t in 1...80 {
                let expected = max(1, m * pow(Double(t), -log(m) / log(months)))
                #expect(abs(curve.multiplier(logMonth: one(log(Double(t))))[5] - expected) < 1e-12)
            }
            #expect(abs(curve.multiplier(logMonth: .zero)[0] - m) < 1e-13)
            #expect(abs(curve.multiplier(logMonth: one(log(months)))[0] - 1) < 1e-12)
        }
    }

    /// A team that is at standard after its first month is never slower than standard later.
    @Test func learningInOneMonthOrLess() {
        for months in [0, 0.5, 1] {
            let curve = LearningCurve(start: one(1.5), monthsToStandard: one(months))
            #expect(abs(curve.multiplier(logMonth: .zero)[0] - 1.5) < 1e-12)
            #expect(curve.multiplier(logMonth: one(log(2)))[0] == 1)
        }
    }

    @Test func compoundPathIsThePower() {
        for rate in [-0.5, -0.02, 0, 0.035, 0.5, 2] {
            var path = CompoundPath(from: one(7), ratePerYear: one(rate))
            for t in 1...240 {
                #expect(abs(path.value[2] / (7 * pow(1 + rate, Double(t - 1) / 12)) - 1) < 1e-13, "\(rate) \(t)")
                path.step()
            }
        }
    }

    @Test func tierTariffAgainstASum() {
        var random = TestRandom(12)
        for _ in 0..<500 {
            let count = random.whole(1...5)
            var limits: [Double] = []
            for _ in 1..<max(count, 2) where limits.count < count - 1 {
                limits.append((limits.last ?? 0) + random.uniform(1, 4000))
            }
            let prices = (0..<count).map { _ in random.uniform(-1, 3) }
            let items = random.uniform(0, 15_000)
            // Item by item: each piece between two limits at its own price.
            var expected = 0.0
            let edges = [0] + limits + [.infinity]
            for i in 0..<count { expected += prices[i] * max(0, min(items, edges[i + 1]) - edges[i]) }
            let lanes = prices.map(one)
            let charge = lanes.withUnsafeBufferPointer {
                TierTariff(limits: limits).charge(items: one(items), prices: $0)
            }
            #expect(abs(charge[6] - expected) < 1e-9 * max(1, abs(expected)))
        }
    }

    /// The peer model's tariff: 2.15 up to 30,000, 1.95 up to 50,000, 1.80 beyond.
    /// 60,000 items: 64,500 + 20,000 · 1.95 + 10,000 · 1.80 = 64,500 + 39,000 + 18,000 = 121,500.
    @Test func threeTiersUnrolled() {
        func charge(_ items: Double) -> Double {
            TierTariff.charge(items: one(items), limit1: 30_000, limit2: 50_000, 2.15, 1.95, 1.80)[1]
        }
        #expect(abs(charge(60_000) - 121_500) < 1e-9)
        #expect(abs(charge(42_000) - 87_900) < 1e-9)
        #expect(abs(charge(10_000) - 21_500) < 1e-9)
        #expect(charge(0) == 0)
    }

    @Test func turnoverCompoundsToTheYear() {
        for a in stride(from: 0.0, to: 0.999, by: 0.037) {
            let monthly = Turnover.monthly(one(a))[4]
            #expect(abs(pow(1 - monthly, 12) - (1 - a)) < 1e-13, "\(a)")
        }
        // From one on: a twelfth a month.
        for a in [1, 1.2, 3.6] { #expect(abs(Turnover.monthly(one(a))[0] - a / 12) < 1e-15) }
    }

    @Test func exchangePathIsTheLognormalWalk() {
        var random = TestRandom(13)
        for _ in 0..<500 {
            let t = random.uniform(0, 120)
            let drift = random.uniform(-0.1, 0.1)
            let sigma = random.uniform(0, 0.3)
            let z = random.uniform(-4, 4)
            let rate = ExchangePath.rate(month: t, driftPerYear: one(drift), volatility: one(sigma), shock: one(z))
            let expected = exp(drift * t / 12 + sigma * (t / 12).squareRoot() * z)
            #expect(abs(rate[3] / expected - 1) < 1e-14)
            #expect(abs(ExchangePath.factor(share: one(0.3), rate: rate)[3] - (0.7 + 0.3 * expected)) < 1e-13)
        }
    }
}
