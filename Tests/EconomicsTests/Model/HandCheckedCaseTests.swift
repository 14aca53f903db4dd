import Economics
import Sourcing
import Testing

/// Cases with all defaults off, worked out by hand to the cent.
struct HandCheckedCaseTests {
    static let head = """
        case: by hand
        assumptions: none
        client: { name: A, country: US, currency: USD }

        """

    private func decide(_ body: String) throws -> [String: OptionAnswer] {
        let theCase = try CaseReader.read(text: Self.head + body)
        let decision = try #require(try Decide(trials: 200, seed: 3)(theCase))
        var found: [String: OptionAnswer] = [:]
        for function in decision.functions {
            for option in function.options {
                found[option.name] = option
                #expect(abs(option.breakdown.reduce(0, +) - option.presentValue.mean) < 1e-6)
            }
        }
        return found
    }

    private func total(_ option: OptionAnswer?) throws -> Double { try #require(option).presentValue.mean }

    private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.005 }

    /// In-house. 1,000 items × 15 min = 250 h; a head works 160 h × (1 − .2) × .9 = 115.2 h: 2.17, so 3 heads.
    /// 3 × 4,000 × 1.25 = 15,000 a month; 12 months, no discount: 180,000.00. No growth, no leavers.
    @Test func inHouseToTheCent() throws {
        let found = try decide(
            """
            horizon: { start: 2027-01, months: 12, discountRate: 0% }
            functions: { f: { kind: other, volume: { perMonth: 1000 }, handleTime: 15, shrinkage: 20%, utilisation: 90% } }
            options:
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 4000, per: month }, onCost: 25%, paidHours: 160 } }
            """)
        #expect(near(try total(found["keep"]), 180_000))
        #expect(found["keep"]?.peopleAtEnd == 3)
        // 180,000 over 12,000 items.
        #expect(near(try #require(found["keep"]).costPerTransaction.p50, 15))
    }

    /// Supervisors, attrition, recruiting. 10 heads (1,600 h ÷ 160), 1 supervisor for every 8: 2, at 1.5 × pay.
    /// Pay 13 × 2,000 = 26,000. Leavers a month 1 − .78^(1/12) of 10 = .204923…; each hire costs 1,000 and two weeks of
    /// pay, 2 × 12/52 × 2,000 = 923.0769: 1,923.0769 × .2049 = 394.08 a month. Two months: 52,788.17.
    @Test func supervisorsAndTurnover() throws {
        let found = try decide(
            """
            horizon: { start: 2027-01, months: 2, discountRate: 0% }
            functions: { f: { kind: other, volume: { perMonth: 1600 }, handleTime: 60 } }
            options:
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 2000, per: month }, paidHours: 160, span: 8, supervisorRatio: 1.5, attrition: 22%, recruiting: 1000, trainingWeeks: 2 } }
            """)
        let leavers = 10 * (1 - 0.979_508_0)  // .78^(1/12) = .9795080
        let month = 26_000 + leavers * (1000 + 2000.0 * 24 / 52)
        #expect(abs(try total(found["keep"]) - 2 * month) < 0.05)
    }

    /// A partner at 2.00 an item from the start, 3 % more on each anniversary, discounted at 10 %.
    /// PV = Σ_{t=1}^{36} 1,000 · 2 · 1.03^⌊(t−1)/12⌋ · 1.1^(−t/12).
    @Test func partnerWithIndexationAndDiscount() throws {
        let found = try decide(
            """
            horizon: { start: 2027-01, months: 36, discountRate: 10% }
            functions: { f: { kind: other, volume: { perMonth: 1000 }, handleTime: 6 } }
            options:
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 4000, per: month }, paidHours: 160 } }
              give: { ownership: partner, country: US, price: { perTransaction: 2, indexation: 3% } }
            """)
        // Years: 24,000 less the discount of its months; by hand with a table of 1.1^(−t/12): 65,082.18.
        #expect(near(try total(found["give"]), Self.partnerByHand))
        // One head at 4,000: 4,000 × Σ v^t = 4,000 × 31.2286… (annuity at the monthly rate .7974 %).
        #expect(near(try total(found["keep"]), 4000 * Self.annuity(36, 0.1)))
    }

    static func annuity(_ months: Int, _ rate: Double) -> Double {
        // (1 − (1 + i)^(−n))/i with i the monthly rate: the closed form of the sum.
        var v = 1.0
        var root = 1 + rate / 12
        for _ in 0..<60 { root -= (power(root, 12) - 1 - rate) / (12 * power(root, 11)) }  // 12th root by Newton
        for _ in 0..<months { v /= root }
        return (1 - v) / (root - 1)
    }

    static var partnerByHand: Double {
        let year = 2000 * annuity(12, 0.1)
        return year * (1 + 1.03 / 1.1 + 1.03 * 1.03 / 1.21)
    }

    private static func power(_ x: Double, _ n: Int) -> Double { (0..<n).reduce(1) { product, _ in product * x } }

    /// Tiers 2.00 to 600 items, 1.50 beyond: 600 × 2 + 400 × 1.5 = 1,800. A minimum of 1,400 items instead of 1,000:
    /// 600 × 2 + 800 × 1.5 = 2,400.
    @Test func tiersAndMinimum() throws {
        let found = try decide(
            """
            horizon: { start: 2027-01, months: 1, discountRate: 0% }
            functions: { f: { kind: other, volume: { perMonth: 1000 }, handleTime: 6 } }
            options:
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 4000, per: month }, paidHours: 160 } }
              tiers: { ownership: partner, country: US, price: { tiers: [{ upTo: 600, price: 2 }, { price: 1.5 }] } }
              least: { ownership: partner, country: US, price: { tiers: [{ upTo: 600, price: 2 }, { price: 1.5 }], minimumPerMonth: 1400 } }
            """)
        #expect(near(try total(found["tiers"]), 1800))
        #expect(near(try total(found["least"]), 2400))
    }

    /// Hours: 1,000 × 6 min = 100 h of work; paid 100 ÷ (.8 × .5) = 250 h at 10 = 2,500. People: 250 h ÷ 125 h = 2
    /// at 1,200 = 2,400.
    @Test func hoursAndPersonMonths() throws {
        let found = try decide(
            """
            horizon: { start: 2027-01, months: 1, discountRate: 0% }
            functions: { f: { kind: other, volume: { perMonth: 1000 }, handleTime: 6, shrinkage: 20%, utilisation: 50% } }
            options:
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 4000, per: month }, paidHours: 160 } }
              hours: { ownership: partner, country: US, price: { perHour: 10 } }
              people: { ownership: partner, country: US, people: { paidHours: 125 }, price: { perPersonMonth: 1200 } }
            """)
        #expect(near(try total(found["hours"]), 2500))
        #expect(near(try total(found["people"]), 2400))
    }

    /// A captive: 20,000 rupees a month at 80 rupees a dollar is 250 dollars; 1 head, 12 months = 3,000, and 5,000 to set
    /// it up, a tenth more than planned: 5,500. The head at home that it frees is dismissed in month 1: two months of
    /// pay, 8,000.
    @Test func captiveInForeignCurrencyWithSeverance() throws {
        let found = try decide(
            """
            horizon: { start: 2027-01, months: 12, discountRate: 0% }
            exchangeRates: { INR: 80 }
            functions: { f: { kind: other, volume: { perMonth: 1000 }, handleTime: 6 } }
            options:
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 4000, per: month }, paidHours: 160, severanceMonths: 2 } }
              unit: { ownership: captive, country: IN, people: { wage: { amount: 20000, per: month, currency: INR }, paidHours: 160 }, transition: { setUp: 5000, overrun: 1.1 } }
            """)
        let unit = try #require(found["unit"])
        #expect(near(unit.cost(.labour), 3000))
        #expect(near(unit.cost(.transition), 5500 + 8000))
        #expect(unit.deliveryModel.offshored && !unit.deliveryModel.outsourced)
    }

    /// Errors: 1,000 items × 2 % × 5.00 = 100 a month. Growth 21 % a year: month 13 has 1,210 items.
    /// Seasonality 2 in January, 10/11 else: January has 2,000 items.
    @Test func errorsGrowthSeasonality() throws {
        let base = """
            horizon: { start: 2027-01, months: 1, discountRate: 0% }
            functions: { f: { kind: other, volume: { perMonth: 1000 }, handleTime: 6, errorRate: 2%, errorCost: 5 } }
            options: { keep: { ownership: in-house, country: US, baseline: true } }
            """
        #expect(near(try total(try decide(base)["keep"]), 100))
        let seasonal = base.replacing(
            "perMonth: 1000 }", with: "perMonth: 1000, seasonality: [22, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10] }")
        // Mean of the factors is 132/12 = 11: January 22/11 = 2.
        #expect(near(try total(try decide(seasonal)["keep"]), 200))
        let growing = base.replacing("months: 1,", with: "months: 13,").replacing(
            "perMonth: 1000 }", with: "perMonth: 1000, growthPerYear: 21% }")
        // Geometric: Σ_{k=0}^{12} 100 q^k with q^12 = 1.21.
        let q = 1.0160118745
        #expect(abs(try total(try decide(growing)["keep"]) - 100 * (Self.power(q, 13) - 1) / (q - 1)) < 0.01)
    }

    /// Hybrid: 60 % move. 2,600 h stay partly: 40 % of 2,600 = 1,040 h ÷ 160 = 6.5: 7 heads at 1,000 = 7,000; the moved
    /// 1,560 items cost 1.00 each. Certain risk of 500 in month 1, transition 300 planned × 1.5, 50 due at the end.
    /// No head of the 17 (16.25) at first: the old team starts at 7, none is dismissed.
    @Test func hybridRiskTransitionExit() throws {
        let found = try decide(
            """
            horizon: { start: 2027-01, months: 1, discountRate: 0% }
            functions: { f: { kind: other, volume: { perMonth: 2600 }, handleTime: 60 } }
            options:
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 1000, per: month }, paidHours: 160 } }
              half:
                ownership: partner
                country: US
                share: 60%
                price: { perTransaction: 1 }
                transition: { cost: 300, overrun: 1.5 }
                exit: { atEnd: 50 }
                risks: { sure: { chance: 100%, cost: 500, month: 1 } }
            """)
        let half = try #require(found["half"])
        #expect(near(half.cost(.labour), 7000))
        #expect(near(half.cost(.fees), 1560))
        #expect(near(half.cost(.transition), 450))
        #expect(near(half.cost(.exit), 50))
        #expect(near(half.cost(.risk), 500))
        #expect(near(half.presentValue.mean, 9560))
        #expect(near(try total(found["keep"]), 17_000))
    }
}
