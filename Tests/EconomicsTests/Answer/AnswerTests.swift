import Economics
import Foundation
import Sourcing
import Testing

/// The answer against closed forms and its own arithmetic.
struct AnswerTests {
    private func decide(_ text: String, trials: Int = 4000, seed: UInt64 = 1, threads: Int = 1) throws -> Decision {
        try #require(try Decide(trials: trials, seed: seed, threads: threads)(try CaseReader.read(text: text)))
    }

    /// Two fees: one certain, one normal around it.
    private func twoFees(mean: Double, sd: Double) -> String {
        """
        case: two fees
        assumptions: none
        client: { name: A, country: US, currency: USD }
        horizon: { start: 2027-01, months: 1, discountRate: 0% }
        functions: { f: { kind: other, volume: { perMonth: 100 }, handleTime: 6 } }
        options:
          sure: { ownership: partner, country: US, baseline: true, price: { fixed: 10000 } }
          open: { ownership: partner, country: US, price: { fixed: { mean: \(mean), sd: \(sd) } } }
        """
    }

    /// EVPI of choosing between a certain cost c and a normal one is sd · (φ(d) − d (1 − Φ(d))), d = |mean − c|/sd: the
    /// unit normal loss integral (Raiffa & Schlaifer 1961).
    @Test func valueOfPerfectInformationIsTheNormalLossIntegral() throws {
        let decision = try decide(twoFees(mean: 10_500, sd: 1000), trials: 20_000)
        let d = 0.5
        let density: Double = exp(-d * d / 2) / (2 * Double.pi).squareRoot()
        let tail: Double = 0.5 * erfc(d / 2.squareRoot())
        let expected: Double = 1000 * (density - d * tail)
        let evpi = decision.functions[0].valueOfPerfectInformation
        #expect(abs(evpi.value - expected) < 4 * evpi.standardError)
        // One input only: to know it is to know everything.
        let one = try #require(decision.drivers.first { $0.name == "price.open" })
        #expect(abs(one.valueOfPerfectInformation.value - expected) < 0.03 * expected)
        #expect(one.firstOrderEffect > 0.95)
        // The price at which both cost the same.
        #expect(abs(try #require(one.breakEven).value - 10_000) < 10)
    }

    @Test func whatCannotBeToldApartIsNotRecommended() throws {
        let same = try decide(twoFees(mean: 10_000, sd: 500))
        #expect(same.functions[0].recommendation.reason == .cannotBeToldApart)
        #expect(same.functions[0].recommendation.choice == nil)
        let dearer = try decide(twoFees(mean: 14_000, sd: 100))
        #expect(dearer.functions[0].recommendation.reason == .keep)
        #expect(dearer.functions[0].option("open")?.chanceToBeBest.value == 0)
        let cheaper = try decide(twoFees(mean: 6000, sd: 100))
        #expect(cheaper.functions[0].recommendation.choice == "open")
    }

    /// Saves 1,000 a month after 3,500 at the start: positive for good in month 4.
    @Test func paybackByHandAndNever() throws {
        func text(_ cost: Int) -> String {
            """
            case: payback
            assumptions: none
            client: { name: A, country: US, currency: USD }
            horizon: { start: 2027-01, months: 12, discountRate: 0% }
            functions: { f: { kind: other, volume: { perMonth: 100 }, handleTime: 6 } }
            options:
              now: { ownership: partner, country: US, baseline: true, price: { fixed: 5000 } }
              new: { ownership: partner, country: US, price: { fixed: 4000 }, transition: { cost: \(cost) } }
            """
        }
        #expect(try decide(text(3500), trials: 200).functions[0].option("new")?.payback?.p50 == 4)
        let never = try decide(text(20_000), trials: 200).functions[0].option("new")
        #expect(never?.payback?.p50 == nil)
        #expect(never?.payback?.chance == 0)
        // Undiscounted and certain: the months' bands add up to the total.
        let bands = try #require(never).monthly
        #expect(abs(try #require(bands.last).cumulativeP50 - 68_000) < 1)
        #expect(bands.allSatisfy { $0.p10 == 4000 && $0.p90 == 4000 })
    }

    @Test func sumsAddUpOnTheStarterCase() throws {
        let decision = try decide(StarterCase.text, trials: 3000)
        let f = decision.functions[0]
        for option in f.options {
            #expect(abs(option.breakdown.reduce(0, +) / option.presentValue.mean - 1) < 1e-12)
        }
        let fall = try #require(f.waterfall)
        let left = fall.steps.reduce(fall.headline) { $0 + $1.change }
        #expect(abs(left - fall.net) < 1e-6 * abs(fall.net))
        let option = try #require(f.option(fall.option))
        let today = try #require(f.option(f.baseline))
        #expect(abs(fall.net - (today.presentValue.mean - option.presentValue.mean)) < 1e-6 * fall.net)
        #expect(abs(f.options.map(\.chanceToBeBest.value).reduce(0, +) - 1) < 1e-12)
        let most = f.valueOfPerfectInformation
        for driver in decision.drivers {
            let own = driver.valueOfPerfectInformation
            #expect(own.value >= 0)
            #expect(own.value <= most.value + 3 * (most.standardError + own.standardError))
        }
    }

    @Test func permutingOptionsPermutesTheAnswer() throws {
        let theCase = try CaseReader.read(text: StarterCase.text)
        var turned = theCase
        turned.options.reverse()
        let a = try #require(try Decide(trials: 1000)(theCase))
        let b = try #require(try Decide(trials: 1000)(turned))
        #expect(a.functions[0].options.map(\.name) == b.functions[0].options.map(\.name))
        for (x, y) in zip(a.functions[0].options, b.functions[0].options) {
            #expect(x.presentValue.mean == y.presentValue.mean)
            #expect(x.presentValue.p90 == y.presentValue.p90)
        }
    }

    @Test(arguments: [0, 1, UInt64.max])
    func seedsReproduceOnAnyThreads(seed: UInt64) throws {
        let one = try decide(StarterCase.text, trials: 500, seed: seed)
        let two = try decide(StarterCase.text, trials: 500, seed: seed, threads: 2)
        for (a, b) in zip(one.functions[0].options, two.functions[0].options) {
            #expect(a.presentValue == b.presentValue)
        }
        #expect(
            one.functions[0].rivalry?.hinges.map(\.leadAtHigh) == two.functions[0].rivalry?.hinges.map(\.leadAtHigh))
    }

    /// Few trials already give the median of many: that is what stratified draws are for.
    @Test func mediansSettleWithFewTrials() throws {
        let many = try decide(StarterCase.text, trials: 20_000)
        let few = try decide(StarterCase.text, trials: 1000, seed: 99)
        for option in many.functions[0].options {
            let other = try #require(few.functions[0].option(option.name))
            #expect(abs(other.presentValue.p50 / option.presentValue.p50 - 1) < 0.02)
        }
    }
}
