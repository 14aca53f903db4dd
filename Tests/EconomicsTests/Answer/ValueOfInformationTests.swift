import Foundation
import Notation
import Sourcing
import Testing

@testable import Economics

@Suite struct ValueOfInformationTests {
    /// Kept for 72,000 for certain, against twelve fees of an uncertain amount.
    private func text(_ fee: String) -> String {
        caseText(twoHeads + "  bpo: { ownership: partner, country: US, price: { fixed: \(fee) } }")
    }

    /// Unit normal loss L(d) = φ(d) − d (1 − Φ(d)), as printed by Raiffa & Schlaifer, Applied Statistical Decision
    /// Theory (1961): L(0) = .3989, L(0.5) = .1978, L(1) = .0833. With σ = 12,000, d = |72,000 − 12 · mean|/σ.
    @Test(arguments: [(6000, 0.3989), (6500, 0.1978), (5500, 0.1978), (7000, 0.083_32), (5000, 0.083_32)])
    func normalLossIntegral(_ mean: Int, _ loss: Double) throws {
        let decision = try #require(
            try Decide(trials: 50_000)(try CaseReader.read(text: text("{ mean: \(mean), sd: 1000 }"))))
        let function = decision.functions[0]
        let perfect = function.valueOfPerfectInformation
        // The table has four places: half a unit of the last is 0.6.
        #expect(abs(perfect.value - 12_000 * loss) < 4 * perfect.standardError + 0.6)
        #expect(perfect.standardError < 40)
        // There is one driver, so to know it is to know everything.
        let driver = try #require(decision.drivers.first { $0.name == "price.bpo" })
        #expect(decision.drivers.count == 1)
        #expect(abs(driver.valueOfPerfectInformation.value - perfect.value) < 3 * perfect.standardError + 30)
        #expect(abs(driver.firstOrderEffect - 1) < 0.02)
    }

    /// The cost B = 12 · fee is lognormal with mean above c = 72,000: E max(0, c − B) = c Φ(d) − E[B] Φ(d − σ),
    /// d = (ln c − μ)/σ (Black & Scholes 1973, a put without interest).
    @Test func lognormalPut() throws {
        let function = try decide(text("{ lognormal: [4000, 12000] }"), trials: 50_000)
        let sigma = log(3.0) / (2 * 1.281_551_565_544_600_4)
        let mu = log(12.0) + (log(4000) + log(12_000)) / 2
        let d = (log(72_000) - mu) / sigma
        let mean = exp(mu + sigma * sigma / 2)
        let value =
            72_000 * NormalDistribution.cumulative(d) - mean * NormalDistribution.cumulative(d - sigma)
        let perfect = function.valueOfPerfectInformation
        #expect(mean > 72_000)
        #expect(abs(perfect.value - value) < 4 * perfect.standardError)
        // The chance that the partner is the cheaper one is Φ(d).
        let best = try #require(function.option("bpo")).chanceToBeBest
        #expect(abs(best.value - NormalDistribution.cumulative(d)) < 4 * best.standardError)
    }

    /// Perfect information is worth at least what one input is, and neither is worth less than nothing.
    @Test(arguments: [1, 2, 3])
    func knowingEverythingIsWorthAtLeastKnowingOneThing(_ seed: Int) throws {
        var starter = try CaseReader.read(text: StarterCase.text)
        // Two options near each other, so that information is worth something.
        starter.options.removeAll { $0.name == "kansas" || $0.name == "keep" && !$0.isBaseline }
        let decision = try #require(try Decide(trials: 4000, seed: UInt64(seed), threads: 2)(starter))
        let perfect = decision.functions[0].valueOfPerfectInformation
        #expect(perfect.value >= 0)
        for driver in decision.drivers {
            let own = driver.valueOfPerfectInformation
            #expect(own.value >= 0, "\(driver.name)")
            #expect(perfect.value >= own.value - 3 * max(own.standardError, perfect.standardError), "\(driver.name)")
            #expect(driver.firstOrderEffect >= 0 && driver.firstOrderEffect <= 1, "\(driver.name)")
        }
    }

    @Test func oneOptionAndADominatedOneLeaveNothingToLearn() throws {
        #expect(try decide(caseText(twoHeads)).valueOfPerfectInformation == Estimate(0, standardError: 0))
        let dear = try decide(text("{ low: 8000, likely: 9000, high: 12000 }"), trials: 2000)
        #expect(dear.valueOfPerfectInformation.value == 0)
    }
}
