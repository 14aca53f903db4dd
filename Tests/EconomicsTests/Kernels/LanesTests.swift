import Foundation
import Testing
import TrialKernels

/// The kernels against the C library, over wide ranges.
struct LanesTests {
    @Test func exponentialAgreesWithTheCLibrary() {
        for step in 0..<20_000 {
            let x = -690 + Double(step) * 0.069
            let ours = Lanes(repeating: x).exponential[step % 8]
            #expect(abs(ours / exp(x) - 1) < 3e-16 * (2 + abs(x)))
        }
    }

    @Test func logarithmAgreesWithTheCLibrary() {
        for step in 0..<20_000 {
            let x = exp(-600 + Double(step) * 0.06)
            let ours = Lanes(repeating: x).naturalLogarithm[step % 8]
            #expect(abs(ours - log(x)) < 4e-16 * (1 + abs(log(x))))
        }
    }

    @Test(arguments: [0.0, 1e-12, 0.5, 1, 1.0000001, 2, 41.999_999_999, 42, 1e6 + 0.25, 4e15])
    func ceilingIsTheLeastWholeNumberNotBelow(x: Double) {
        #expect(Lanes(repeating: x).ceiling[3] == x.rounded(.up))
    }

    @Test func powersAndPaths() {
        #expect(abs(Lanes(repeating: 1.06).raised(to: 1.0 / 12)[0] - pow(1.06, 1.0 / 12)) < 1e-15)
        var path = CompoundPath(from: Lanes(repeating: 100), ratePerYear: Lanes(repeating: 0.06))
        for _ in 0..<12 { path.step() }
        #expect(abs(path.value[0] - 106) < 1e-11)
        let learning = LearningCurve(start: Lanes(repeating: 1.45), monthsToStandard: Lanes(repeating: 6))
        #expect(abs(learning.multiplier(logMonth: Lanes(repeating: log(1)))[0] - 1.45) < 1e-12)
        // At half-life months the factor is 1.45 · t^(−log₂1.45 / log₂6): the progress ratio is .866 (notes, section 1).
        #expect(abs(learning.multiplier(logMonth: Lanes(repeating: log(2)))[0] - 1.45 * 0.866) < 1e-3)
        #expect(learning.multiplier(logMonth: Lanes(repeating: log(7)))[0] == 1)
    }

    @Test func turnoverByMonth() {
        // 22 % a year: 1 − .78^(1/12).
        #expect(abs(Turnover.monthly(Lanes(repeating: 0.22))[0] - (1 - pow(0.78, 1.0 / 12))) < 1e-14)
        // 150 % a year: more leavers than heads.
        #expect(abs(Turnover.monthly(Lanes(repeating: 1.5))[0] - 0.125) < 1e-15)
        #expect(Turnover.monthly(.zero)[0] == 0)
    }

    @Test func tiersChargeEachItemInItsTier() {
        let tariff = TierTariff(limits: [30_000, 50_000])
        let prices = [2.15, 1.95, 1.80].map { Lanes(repeating: $0) }
        func charge(_ items: Double) -> Double {
            prices.withUnsafeBufferPointer { tariff.charge(items: Lanes(repeating: items), prices: $0)[0] }
        }
        #expect(abs(charge(10_000) - 21_500) < 1e-9)
        #expect(abs(charge(42_000) - (64_500 + 12_000 * 1.95)) < 1e-9)
        #expect(abs(charge(60_000) - (64_500 + 39_000 + 18_000)) < 1e-9)
        #expect(charge(0) == 0)
        let fixed = TierTariff.charge(items: Lanes(repeating: 60_000), limit1: 30_000, limit2: 50_000, 2.15, 1.95, 1.80)
        #expect(abs(fixed[0] - charge(60_000)) < 1e-9)
    }
}
