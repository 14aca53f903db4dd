import Economics
import Foundation
import Notation
import Sourcing
import Testing

/// What must hold of any case, whatever its figures.
@Suite struct ModelPropertyTests {
    /// A case in which every cost field is stated; one figure at a time is raised.
    static let costs: [(name: String, value: Double)] = [
        ("wage", 3000), ("onCost", 0.2), ("recruiting", 900), ("trainingWeeks", 3), ("trainerHours", 20),
        ("rampMonths", 3), ("severance", 2), ("retention", 1), ("supervisorRatio", 1.4), ("seat", 5000),
        ("technology", 800), ("site", 700), ("shiftPremium", 0.1), ("errorCost", 6), ("reworkTime", 8), ("price", 1.2),
        ("minimum", 700), ("indexation", 0.03), ("transitionCost", 9000), ("parallelWeeks", 5), ("overrun", 1.2),
        ("selection", 0.02), ("strandedShare", 0.4), ("strandedMonths", 6), ("governance", 0.05), ("retained", 0.01),
        ("trips", 2), ("tripCost", 2500), ("newErrors", 1.5), ("coordination", 0.08), ("earlyEnd", 0.1),
        ("exitCost", 1.1),
        ("notice", 2), ("atEnd", 4000), ("riskCost", 30_000), ("handleTime", 12), ("shrinkage", 0.25),
        ("errorRate", 0.02),
        ("attrition", 0.3), ("wageGrowth", 0.04),
    ]

    private func text(raising name: String = "", by factor: Double = 1) -> String {
        func value(_ wanted: String) -> Double {
            let found = Self.costs.first { $0.name == wanted }?.value ?? .nan
            return wanted == name ? found * factor : found
        }
        return """
            case: Properties
            assumptions: none
            client: { name: Test, country: US, currency: USD }
            horizon: { start: 2027-01, months: 30, discountRate: 8% }
            functions:
              work:
                kind: other
                volume: { perMonth: { low: 800, likely: 1000, high: 1500 }, growthPerYear: { low: 0%, likely: 4%, high: 9% } }
                handleTime: \(value("handleTime"))
                errorRate: \(value("errorRate"))
                errorCost: \(value("errorCost"))
                reworkTime: \(value("reworkTime"))
                shrinkage: \(value("shrinkage"))
            options:
              keep:
                ownership: in-house
                country: US
                baseline: true
                people:
                  wage: { amount: \(value("wage")), per: month }
                  onCost: \(value("onCost"))
                  wageGrowth: \(value("wageGrowth"))
                  attrition: \(value("attrition"))
                  recruiting: \(value("recruiting"))
                  trainingWeeks: \(value("trainingWeeks"))
                  trainerHours: \(value("trainerHours"))
                  rampMonths: \(value("rampMonths"))
                  startProductivity: 60%
                  severanceMonths: \(value("severance"))
                  retentionMonths: \(value("retention"))
                  supervisorRatio: \(value("supervisorRatio"))
                  span: 10
                  shiftPremium: \(value("shiftPremium"))
                facilities: { seat: \(value("seat")), technology: \(value("technology")), sitePerMonth: \(value("site")) }
              bpo:
                ownership: partner
                country: IN
                share: { low: 60%, likely: 80%, high: 95% }
                price: { perTransaction: \(value("price")), minimumPerMonth: \(value("minimum")), indexation: \(value("indexation")) }
                learning: { startFactor: { low: 1.1, likely: 1.3, high: 1.6 }, monthsToStandard: 6 }
                transition:
                  cost: \(value("transitionCost"))
                  months: 4
                  parallelWeeks: \(value("parallelWeeks"))
                  overrun: \(value("overrun"))
                  selectionShare: \(value("selection"))
                  strandedShare: \(value("strandedShare"))
                  strandedMonths: \(value("strandedMonths"))
                governance: { share: \(value("governance")), minimumHeads: \(value("retained")), tripsPerYear: \(value("trips")), tripCost: \(value("tripCost")) }
                quality: { newTeamFactor: \(value("newErrors")) }
                coordination: { overhead: \(value("coordination")) }
                exit: { earlyEndPerYear: \(value("earlyEnd")), costFactor: \(value("exitCost")), noticeMonths: \(value("notice")), atEnd: \(value("atEnd")) }
                risks: { breach: { chance: 10%, cost: \(value("riskCost")), month: 9 } }

            """
    }

    @Test func raisingACostNeverLowersTheTotal() throws {
        let before = try decide(text(), trials: 600)
        for (name, _) in Self.costs {
            let after = try decide(text(raising: name, by: 1.15), trials: 600)
            var raises = false
            for option in ["keep", "bpo"] {
                let low = try #require(before.option(option)).presentValue.mean
                let high = try #require(after.option(option)).presentValue.mean
                #expect(high >= low - 1e-9 * low, "\(name) \(option)")
                raises = raises || high > low * (1 + 1e-9)
            }
            // A figure that moves nothing is not read.
            #expect(raises, "\(name)")
        }
    }

    @Test func doublingTheVolumeDoublesTheVariableCost() throws {
        let once = try #require(try decide(text(), trials: 400).option("bpo"))
        let twice = try #require(
            try decide(
                text(raising: "minimum", by: 2).replacing(
                    "{ low: 800, likely: 1000, high: 1500 }", with: "{ low: 1600, likely: 2000, high: 3000 }"),
                trials: 400
            ).option("bpo"))
        #expect(abs(twice.cost(.fees) / once.cost(.fees) - 2) < 1e-12)
        #expect(abs(twice.cost(.coordination) / once.cost(.coordination) - 2) < 1e-12)
        // Whole heads: own labour less than doubles or little more, but never both teams' charges.
        #expect(twice.presentValue.mean < 2 * once.presentValue.mean)
    }

    @Test func permutingOptionsPermutesTheAnswer() throws {
        let theCase = try CaseReader.read(text: StarterCase.text)
        let first = try #require(try Decide(trials: 3000)(theCase))
        var other = theCase
        other.options.reverse()
        let second = try #require(try Decide(trials: 3000)(other))
        #expect(first.functions[0].options.map(\.name) == second.functions[0].options.map(\.name))
        for (a, b) in zip(first.functions[0].options, second.functions[0].options) {
            #expect(abs(a.presentValue.mean / b.presentValue.mean - 1) < 1e-12)
            #expect(abs(a.presentValue.p90 / b.presentValue.p90 - 1) < 1e-12)
            #expect(a.chanceToBeBest == b.chanceToBeBest)
            #expect(a.payback == b.payback)
        }
        #expect(Set(first.drivers.map(\.name)) == Set(second.drivers.map(\.name)))
    }

    @Test func currenciesConvertThereAndBack() throws {
        let dollars = caseText(
            twoHeads + "  bpo: { ownership: partner, country: IN, price: { perTransaction: 173, currency: INR } }",
            months: 18, discountRate: "7%", extra: "exchangeRates: { INR: 86.5 }")
        // The same firm keeps its books in rupees: 1/86.5 dollars for a rupee, and its own wage in dollars.
        let rupees = dollars.replacing("currency: USD }", with: "currency: INR }")
            .replacing("exchangeRates: { INR: 86.5 }", with: "exchangeRates: { USD: \(1 / 86.5) }")
            .replacing("amount: 3000, per: month", with: "amount: 3000, per: month, currency: USD")
        for option in ["keep", "bpo"] {
            #expect(abs(try total(rupees, option) / total(dollars, option) / 86.5 - 1) < 1e-12)
        }
    }
}
