import Notation
import Sourcing
import Testing

@testable import Economics
@testable import Web

@Suite struct DriverEditTests {
    private func register(_ theCase: Case) throws -> [Assumption] {
        var planner = CasePlanner(theCase)
        return try planner.plan().assumptions
    }

    /// Sets the driver to a number that is typed, and looks it up in the new register.
    private func quantity(of key: String, after lever: ValueEdit, typed: String, in theCase: Case) throws -> Quantity? {
        let changed = try Samples.changed(theCase, [lever.change(typed)])
        let register = try register(changed)
        return register.first { $0.key == key }?.quantity
    }

    @Test(arguments: ["accounts-payable"])
    func everyLeverSetsTheVeryNumberOfTheRegister(_ name: String) throws {
        let decision = try Samples.decision.get()
        let theCase = decision.theCase
        var tried = 0
        for driver in decision.drivers {
            guard let (edit, factor) = DriverEdit.of(driver.name, unit: driver.unit, in: theCase) else { continue }
            // Numbers of a country change their key with the statement; see the test below.
            guard !["payGrowth", "onCost"].contains(driver.name.split(separator: ".")[0]) else { continue }
            let typed = ((driver.p50 * factor) * 100).rounded() / 100
            let found = try quantity(
                of: driver.name, after: edit, typed: JSONWriter.number(typed), in: theCase)
            tried += 1
            if case .event = driver.unit {
                #expect(found == nil || found == .chance(typed / 100) || found == .fixed(typed / 100), "\(driver.name)")
                continue
            }
            guard case .fixed(let value)? = found else {
                Issue.record("\(driver.name) is not certain: \(String(describing: found))")
                continue
            }
            #expect(abs(value * factor - typed) <= 1e-9 * max(1, abs(typed)), "\(driver.name)")
        }
        #expect(tried >= 12)
    }

    @Test func payGrowthOfTheClientsCountryIsSaidAtTheOnlyUnitThere() throws {
        let decision = try Samples.decision.get()
        let driver = try #require(decision.drivers.first { $0.name == "payGrowth.US" })
        let (edit, _) = try #require(DriverEdit.of(driver.name, unit: driver.unit, in: decision.theCase))
        #expect(edit.change("4") == "options.keep.people.wageGrowth=4%")
        let register = try register(Samples.changed(decision.theCase, [edit.change("4")]))
        #expect(register.first { $0.key == "wageGrowth.keep" }?.quantity == .fixed(0.04))
        // The client's own hours follow the same number, so nothing of the old range is left.
        #expect(!register.contains { $0.key == "payGrowth.US" && $0.quantity.isUncertain })
    }

    @Test func whatACorrelationNamesIsNotOffered() throws {
        let decision = try Samples.decision.get()
        #expect(decision.theCase.correlations.contains { $0.first == "attrition.manila" })
        #expect(DriverEdit.of("attrition.manila", unit: .sharePerYear, in: decision.theCase) == nil)
        #expect(DriverEdit.of("errorRate.invoice-entry", unit: .share, in: decision.theCase) == nil)
    }

    @Test func whatHasNoPlaceInTheCaseIsNotOffered() throws {
        let theCase = try Samples.theCase()
        for key in ["fx.PHP", "priceGrowth", "price.pune.1", "supervisorRatio.invoice-entry", "wage.IN.data-entry"] {
            #expect(DriverEdit.of(key, unit: .number, in: theCase) == nil, "\(key)")
        }
        // Money of another currency than the field's would be read as the client's.
        let dollars = DriverEdit.of("setUp.manila", unit: .money(currency: "EUR", per: nil), in: theCase)
        #expect(dollars == nil)
    }

    @Test func missingSectionsAreMade() throws {
        let theCase = try Samples.theCase()
        let (edit, factor) = try #require(DriverEdit.of("startFactor.pune", unit: .factor, in: theCase))
        #expect(edit.change("1.4") == "options.pune.learning={\"startFactor\": 1.4}")
        #expect(factor == 1)
        #expect(
            try Samples.changed(theCase, [edit.change("1.4")]).options.first { $0.name == "pune" }?
                .learning.startFactor?.quantity == .fixed(1.4))
    }

    @Test func theWholePayIsWritten() throws {
        let theCase = try Samples.theCase()
        let (edit, _) = try #require(
            DriverEdit.of("wage.manila", unit: .money(currency: "PHP", per: "month"), in: theCase))
        let manila = try Samples.changed(theCase, [edit.change("30000")]).options.first { $0.name == "manila" }
        #expect(manila?.people.wage?.amount.quantity == .fixed(30_000))
        #expect(manila?.people.wage?.currency == "PHP")
        #expect(manila?.people.wage?.per == .month)
    }

    @Test func aRiskIsNamedInWords() throws {
        let titles = try DecisionLevers.of(Samples.decision.get(), limit: 100).map(\.title)
        #expect(titles.contains("Chance that “Late go live” happens, Deccan Services, Pune"))
    }

    @Test func theLeversAreThoseThatMoveTheAnswerMost() throws {
        let decision = try Samples.decision.get()
        let levers = DecisionLevers.of(decision)
        #expect(levers.count == DecisionLevers.shown)
        let swings = try levers.map { lever in
            let rivalry = try #require(decision.functions[0].rivalry)
            let driver = try #require(
                decision.drivers.first { driver in
                    DriverEdit.of(driver.name, unit: driver.unit, in: decision.theCase)?.edit == lever.edit
                })
            return try #require(rivalry.hinges.first { $0.driver == driver.name }).swing
        }
        #expect(swings == swings.sorted(by: >))
        for lever in levers {
            #expect(lever.low < lever.high)
            #expect(lever.step > 0)
            #expect((lever.low...lever.high).contains(lever.now), "\(lever.title)")
        }
    }
}
