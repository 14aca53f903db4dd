import Foundation
import Notation
import Sourcing
import Testing

@testable import Economics

/// What is made of the simulated costs, where it can be checked by hand.
@Suite struct AnswerByHandTests {
    private func bpo(_ rest: String, price: String = "perTransaction: 1") -> String {
        caseText(twoHeads + "  bpo: { ownership: partner, country: US, price: { \(price) }\(rest) }")
    }

    // MARK: Payback. In house 6,000 a month, the partner 1,000: 5,000 saved a month.

    @Test(
        arguments: [
            // 18,000: −3,000 after month 3, +2,000 after month 4.
            (", transition: { cost: 18000 }", 4),
            // 15,000: exactly even after month 3.
            (", transition: { cost: 15000 }", 3), ("", 1),
            // 60,000 is saved in the year.
            (", transition: { cost: 60000 }", 12), (", transition: { cost: 60001 }", nil),
            // Even after month 4; a loss of 50,000 in month 6 takes it back: 6 · 5,000 − 18,000 − 50,000 < 0, and
            // 12 · 5,000 − 68,000 < 0.
            (", transition: { cost: 18000 }, risks: { fire: { chance: 100%, cost: 50000, month: 6 } }", nil),
            // A loss of 30,000 instead: 12 · 5,000 − 48,000 ≥ 0 from month 10 on.
            (", transition: { cost: 18000 }, risks: { fire: { chance: 100%, cost: 30000, month: 6 } }", 10),
            // From month 7 on: 18,000 paid then, 5,000 saved in months 7–10.
            (", start: 2027-07, transition: { cost: 18000 }", 10),
        ] as [(String, Double?)])
    func payback(_ rest: String, _ month: Double?) throws {
        let answer = try #require(try decide(bpo(rest)).option("bpo")?.payback)
        #expect(answer.p10 == month && answer.p50 == month && answer.p90 == month)
        #expect(answer.chance == (month == nil ? 0 : 1))
    }

    @Test func paybackInAShareOfTheFutures() throws {
        // In 30 of 100 futures 100,000 are lost in month 1: never paid back. Else in month 4.
        let rest = ", transition: { cost: 18000 }, risks: { fire: { chance: 30%, cost: 100000, month: 1 } }"
        let answer = try #require(try decide(bpo(rest), trials: 4000).option("bpo")?.payback)
        #expect(answer.p10 == 4 && answer.p50 == 4 && answer.p90 == nil)
        #expect(abs(answer.chance - 0.7) < 0.002)
        #expect(try decide(bpo("")).option("keep")?.payback == nil)
    }

    // MARK: Savings

    @Test func savingsWaterfallAndShare() throws {
        // 72,000 in house; charges 12,000, transition 18,000: headline saving 60,000, net 42,000, of which 70 % survive.
        let function = try decide(bpo(", transition: { cost: 18000 }"))
        let answer = try #require(function.option("bpo"))
        #expect(abs((answer.netSaving?.mean ?? 0) - 42_000) < 1e-6)
        #expect(abs((answer.survivingShare?.p50 ?? 0) - 0.7) < 1e-12)
        #expect(abs(answer.costPerTransaction.mean - 2.5) < 1e-12)
        #expect(answer.chanceToBeatBaseline == Estimate(1, standardError: 0))
        let waterfall = try #require(function.waterfall)
        #expect(abs(waterfall.headline - 60_000) < 1e-6 && abs(waterfall.net - 42_000) < 1e-6)
        #expect(waterfall.steps.map(\.title) == ["Transition"])
        #expect(abs((waterfall.steps.first?.change ?? 0) + 18_000) < 1e-6)
        #expect(function.recommendation.reason == .cheapest && function.recommendation.choice == "bpo")
    }

    /// The starter case, with all its parts: they add up.
    @Test func everythingAddsUp() throws {
        let decision = try #require(try Decide(trials: 3000, threads: 2)(try CaseReader.read(text: StarterCase.text)))
        let function = decision.functions[0]
        for option in function.options {
            #expect(abs(option.breakdown.reduce(0, +) / option.presentValue.mean - 1) < 1e-12, "\(option.name)")
            #expect(option.breakdown.count == CostCategory.allCases.count)
            #expect(
                option.presentValue.p5 < option.presentValue.p50 && option.presentValue.p50 < option.presentValue.p95)
            #expect(option.presentValue.cvar95 > option.presentValue.p95)
            #expect(option.presentValue.histogram.reduce(0, +) == 3000)
        }
        let waterfall = try #require(function.waterfall)
        let baseline = try #require(function.option(function.baseline)).presentValue.mean
        let moved = try #require(function.option(waterfall.option)).presentValue.mean
        let scale = abs(waterfall.net) + baseline
        #expect(abs(waterfall.headline + waterfall.steps.reduce(0) { $0 + $1.change } - waterfall.net) < 1e-11 * scale)
        #expect(abs(waterfall.net - (baseline - moved)) < 1e-11 * scale)
        #expect(function.options.map(\.presentValue.mean) == function.options.map(\.presentValue.mean).sorted())
        let shares = function.options.map(\.chanceToBeBest.value)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }

    // MARK: Months

    /// Without discount and uncertainty the months are the present value, the one-off cost aside.
    @Test func monthsAddUpToTheTotal() throws {
        let rest = """
            , transition: { cost: 18000, months: 3, parallelWeeks: 4 }, exit: { atEnd: 700 }, \
            risks: { fire: { chance: 100%, cost: 5000, month: 2 } }
            """
        for option in try decide(bpo(rest)).options {
            let sum = option.monthly.reduce(0) { $0 + $1.p50 } + (option.isBaseline ? 0 : 18_000)
            #expect(abs(sum / option.presentValue.mean - 1) < 1e-6)
            // Single precision along the way.
            #expect(abs((option.monthly.last?.cumulativeP50 ?? 0) / option.presentValue.mean - 1) < 1e-6)
            #expect(option.monthly.allSatisfy { $0.p10 == $0.p50 && $0.p50 == $0.p90 })
            #expect(option.monthly.map(\.month.description).first == "2027-01")
            #expect(option.monthly.map(\.month.description).last == "2027-12")
        }
        let answer = try #require(try decide(bpo(rest)).option("bpo"))
        let saving = try #require(answer.monthly.last).savingP50
        #expect(abs(saving - (72_000 - answer.presentValue.mean)) < 0.1)
    }

    // MARK: Recommendation

    @Test func aDominatedOptionIsNeverTheBest() throws {
        let text = caseText(
            twoHeads
                + """
                  one: { ownership: partner, country: US, price: { perTransaction: { low: 2, likely: 4, high: 9 } } }
                  two: { ownership: partner, country: US, price: { perTransaction: { low: 9, likely: 10, high: 12 } } }
                """)
        let function = try decide(text, trials: 3000)
        #expect(function.option("two")?.chanceToBeBest == Estimate(0, standardError: 0))
        #expect(function.option("two")?.chanceToBeatBaseline?.value == 0)
        let shares = ["keep", "one"].compactMap { function.option($0)?.chanceToBeBest.value }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12 && shares.allSatisfy { $0 > 0.05 })
    }

    @Test func identicalOptionsCannotBeToldApart() throws {
        let text = caseText(
            """
              keep: { ownership: partner, country: US, baseline: true, price: { perTransaction: 2 } }
              same: { ownership: partner, country: US, price: { perTransaction: 2 } }
            """, volume: "{ perMonth: { low: 500, likely: 1000, high: 1600 } }")
        let function = try decide(text, trials: 1000)
        #expect(function.recommendation.reason == .cannotBeToldApart)
        #expect(function.recommendation.choice == nil)
        #expect(function.recommendation.headline.hasSuffix("cannot be told apart by cost"))
        #expect(function.options.allSatisfy { $0.chanceToBeBest.value == 0 })
        #expect(function.valueOfPerfectInformation.value == 0)
    }

    @Test func aDearerMoveIsNotRecommended() throws {
        let function = try decide(bpo("", price: "perTransaction: { low: 7, likely: 8, high: 9 }"), trials: 500)
        #expect(function.recommendation.reason == .keep && function.recommendation.choice == "keep")
        #expect(function.best.name == "keep" && function.rivalry?.rival == "bpo")
        #expect((function.rivalry?.lead.value ?? 0) > 0)
    }
}
