import Testing

@testable import Economics

/// Where the order of two options turns, against algebra.
@Suite struct BreakEvenTests {
    private func hinge(_ options: String, _ driver: String) throws -> Hinge {
        let function = try decide(caseText(twoHeads + options), trials: 500)
        return try #require(function.rivalry?.hinges.first { $0.driver == driver })
    }

    /// 72,000 in house; 12,000 items: the price at which both cost the same is 6.00.
    @Test(arguments: [
        "{ low: 4, likely: 6, high: 9 }", "{ mean: 5, sd: 0.8 }", "{ uniform: [3, 8] }",
        "{ low: 6.5, likely: 7, high: 9 }",
    ])
    func priceOfAnItem(_ price: String) throws {
        let found = try hinge(
            "  bpo: { ownership: partner, country: US, price: { perTransaction: \(price) } }", "price.bpo")
        #expect(abs((found.breakEven ?? 0) - 6) < 1e-3)
    }

    /// With a one-off cost T of mean (6,000 + 4 · 9,000 + 24,000)/6 = 11,000: (72,000 − 11,000)/12,000 = 5.083333.
    @Test func priceBesideAnUncertainMove() throws {
        let options =
            "  bpo: { ownership: partner, country: US, price: { perTransaction: { low: 4, likely: 5, high: 8 } }, "
            + "transition: { cost: { low: 6000, likely: 9000, high: 24000 } } }"
        #expect(abs((try hinge(options, "price.bpo").breakEven ?? 0) - 61.0 / 12) < 1e-3)
        // The cost of the move at which the mean price, (4 + 20 + 8)/6 = 16/3, breaks even: 72,000 − 64,000 = 8,000.
        #expect(abs((try hinge(options, "transitionCost.bpo").breakEven ?? 0) - 8000) < 8)
    }

    /// The lead runs straight between the ends: rival minus leader at P10 and P90.
    @Test func leadsAtTheEnds() throws {
        let found = try hinge(
            "  bpo: { ownership: partner, country: US, price: { perTransaction: { uniform: [3, 8] } } }", "price.bpo")
        #expect(abs(found.low - 3.5) < 1e-12 && abs(found.high - 7.5) < 1e-12)
        // The partner leads on average (5.50 an item): 72,000 − 12,000 · 3.5 = 30,000; 72,000 − 90,000 = −18,000.
        #expect(abs(found.leadAtLow - 30_000) < 1e-6)
        #expect(abs(found.leadAtHigh + 18_000) < 1e-6)
        #expect(abs(found.swing - 48_000) < 1e-6)
    }

    /// Far beyond its range an input turns nothing.
    @Test func noBreakEvenFarBeyondTheRange() throws {
        let found = try hinge(
            "  bpo: { ownership: partner, country: US, price: { perTransaction: { low: 1, likely: 1.1, high: 1.2 } } }",
            "price.bpo")
        #expect(found.breakEven == nil)
    }

    /// Root of a straight and of a bent line, inside and outside of the range, and none within the bounds.
    @Test func roots() {
        func root(_ bounds: ClosedRange<Double>, _ lead: @escaping (Double) -> Double) -> Double? {
            HingeSearch.root(low: (1, lead(1)), high: (2, lead(2)), bounds: bounds, lead: lead)
        }
        let all = -Double.infinity ... .infinity
        #expect(abs((root(all) { $0 - 1.3 } ?? 0) - 1.3) < 1e-4)
        #expect(abs((root(all) { $0 * $0 * $0 - 5 } ?? 0) - 1.709_976) < 1e-3)
        #expect(abs((root(all) { 4 - $0 } ?? 0) - 4) < 1e-3)
        #expect(abs((root(all) { $0 + 1 } ?? 0) + 1) < 1e-3)
        #expect(root(0...3) { 4 - $0 } == nil)
        #expect(root(all) { 10 - $0 } == nil)
        #expect(root(all) { _ in 1 } == nil)
    }
}
