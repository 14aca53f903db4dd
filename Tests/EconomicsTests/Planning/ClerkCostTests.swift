import Atlas
import Sourcing
import Testing

@testable import Economics

@Suite struct ClerkCostTests {
    private func country(_ code: String) throws -> Country { try #require(Atlas.shared.country(code)) }

    /// An hourly wage in dollars with the published on-cost: nothing to convert.
    @Test func anHourAtHome() throws {
        let cost = try #require(ClerkCost.of(.dataEntry, in: try country("US")))
        let wage = try #require(WageFallback.find(.dataEntry, in: try country("US")))
        let onCost = try #require(CostDefaults.shared["onCost.US"])
        guard case .fixed(let hour) = wage.quantity else {
            Issue.record("not one figure")
            return
        }
        #expect(wage.per == .hour && wage.currency == "USD" && wage.caveat == nil)
        #expect(abs(cost.likely - hour * (1 + onCost.likely)) < 1e-9)
        #expect(cost.low < cost.likely && cost.likely < cost.high)
    }

    /// Poland's labour cost is published in euro, which is not its currency; it holds the employer's part already.
    @Test func aFigureInAnotherCurrency() throws {
        let cost = try #require(ClerkCost.of(.dataEntry, in: try country("PL")))
        let euro = try #require(
            Atlas.shared.countries.first { $0.currency == "EUR" && $0.unitsPerUSD != nil }?.unitsPerUSD)
        #expect(abs(cost.likely - 11.0 / euro.value) < 1e-9)
        #expect(cost.caveat?.contains("not this occupation") == true)
    }

    /// Another occupation is surer to be off: its band is wider.
    @Test func aStandInIsWider() throws {
        let (near, far) = (
            try #require(ClerkCost.of(.dataEntry, in: try country("US"))),
            try #require(ClerkCost.of(.dataEntry, in: try country("PL")))
        )
        #expect(far.high / far.low > near.high / near.low)
    }

    @Test func whatNobodyPublishedIsNil() throws {
        #expect(ClerkCost.of(.dataEntry, in: try country("CA")) == nil)
        #expect(StaffTurnover.of(.dataEntry, in: try country("CA")) == nil)
        #expect(StaffTurnover.of(.dataEntry, in: try country("PH"))?.likely == 0.17)
    }

    @Test func everyKnownCostIsPlausible() {
        for country in Atlas.shared.countries {
            guard let cost = ClerkCost.of(.dataEntry, in: country) else { continue }
            #expect(cost.low > 0.1 && cost.high < 150, "\(country.code): \(cost.likely)")
        }
    }
}
