import Testing

@testable import Economics

/// Own staff, computed by hand to the cent.
@Suite struct InHouseByHandTests {
    private func keep(_ people: String, rest: String = "") -> String {
        "  keep: { ownership: in-house, country: US, baseline: true, people: { \(people) }\(rest) }"
    }

    @Test func wageOnCostShrinkageAndUtilisation() throws {
        // Productive hours a head: 160 · (1 − 0.20) · 0.80 = 102.40
        // Heads: 200 h / 102.40 h = 1.953 → 2
        // Pay a head: 3,000 · 1.25 = 3,750.00; two heads: 7,500.00 a month
        // 12 months, no discount: 90,000.00
        let people = "wage: { amount: 3000, per: month }, onCost: 25%, paidHours: 160, shrinkage: 20%, utilisation: 80%"
        #expect(isCents(try total(caseText(keep(people)), "keep"), 90_000))
        // One supervisor for two clerks at 1.5 times their pay: 1.5 · 3,750 = 5,625.00 a month more
        // (7,500 + 5,625) · 12 = 157,500.00
        let supervised = people + ", span: 10, supervisorRatio: 1.5"
        #expect(isCents(try total(caseText(keep(supervised)), "keep"), 157_500))
    }

    @Test func wageByTheHourAndByTheYear() throws {
        // 18.75 an hour · 160 paid hours = 3,000; 36,000 a year / 12 = 3,000. Two heads (200 h of 160 h each), 12 months:
        // 2 · 3,000 · 12 = 72,000.00
        for wage in ["{ amount: 18.75, per: hour }", "{ amount: 36000, per: year }", "{ amount: 3000, per: month }"] {
            #expect(isCents(try total(caseText(keep("wage: \(wage), paidHours: 160")), "keep"), 72_000))
        }
    }

    @Test func turnoverSpaceAndErrors() throws {
        // Two heads as above, pay 3,750.00 each: 7,500.00 a month                                  90,000.00 a year
        // Leavers: 120 % a year → a tenth a month · 2 heads = 0.2 hires a month, each:
        //   recruiting 1,000.00; training 5.2 weeks = 1.2 months · 3,750 = 4,500.00
        //   colleagues 16 h · 3,750/160 = 375.00; ramp (1 − 0.60) · 3 months / 2 = 0.6 months · 3,750 = 2,250.00
        //   8,125.00 · 0.2 = 1,625.00 a month                                                       19,500.00
        // Desk and technology: (1,200 + 600)/12 · 2 = 300.00 a month                                 3,600.00
        // Site 500.00 a month                                                                        6,000.00
        // Wrong items: 1,000 · 2 % = 20 · (5.00 + 0.1 h · 23.4375) = 146.875 a month                 1,762.50
        // Total                                                                                    120,862.50
        let people = """
            wage: { amount: 3000, per: month }, onCost: 25%, paidHours: 160, shrinkage: 20%, utilisation: 80%, \
            attrition: 120%, recruiting: 1000, trainingWeeks: 5.2, trainerHours: 16, rampMonths: 3, startProductivity: 60%
            """
        let text = caseText(
            keep(people, rest: ", facilities: { seat: 1200, technology: 600, sitePerMonth: 500 }"),
            function: "errorRate: 2%\nerrorCost: 5\nreworkTime: 6 min")
        let answer = try #require(try decide(text).option("keep"))
        #expect(isCents(answer.presentValue.mean, 120_862.50))
        #expect(isCents(answer.cost(.labour), 90_000))
        #expect(isCents(answer.cost(.hiring), 19_500))
        #expect(isCents(answer.cost(.facilities), 9_600))
        #expect(isCents(answer.cost(.quality), 1_762.50))
        #expect(answer.peopleAtEnd == 2)
    }

    @Test func desksAreSharedByShifts() throws {
        // 2 heads · 3,000 · 12 = 72,000.00; desks 1,200/12 · 2 / 2 shifts = 100.00 a month · 12 = 1,200.00
        let text = caseText(
            keep(
                "wage: { amount: 3000, per: month }, paidHours: 100",
                rest: ", facilities: { seat: 1200, shiftsPerSeat: 2 }"))
        #expect(isCents(try total(text, "keep"), 73_200))
    }

    @Test func growthOfWorkIsHiredFor() throws {
        // Volume doubles every year: month t has 1,000 · 2^((t − 1)/12), hours 200 · 2^((t − 1)/12), 100 a head.
        // Month 1: 2.00 → 2 heads; month 2: 2.12 → 3; … month 8: 2.997 → 3; month 9: 3.17 → 4; … month 12: 3.78 → 4;
        // month 13: 4.00 → 4.
        // Head-months: 2 + 7 · 3 + 5 · 4 = 43 · 3,000 = 129,000.00
        // Hires: one in month 2 and one in month 9, nobody leaves: 2 · 700 = 1,400.00
        let text = caseText(
            keep("wage: { amount: 3000, per: month }, paidHours: 100, recruiting: 700"), months: 13,
            volume: "{ perMonth: 1000, growthPerYear: 100% }")
        #expect(isCents(try total(text, "keep"), 130_400))
    }

    @Test func payGrowsFromTheSecondMonth() throws {
        // 21 % a year: month t pays 6,000 · q^(t − 1) with q = 1.21^(1/12) = 1.016011867773387, month 13 pays 7,260.00.
        // 6,000 · (q^13 − 1)/(q − 1) = 6,000 · (1.21 q − 1)/0.016011867773387 = 6,000 · 0.229374360005798/0.016011867773387
        //   = 6,000 · 14.325271959 = 85,951.63
        let text = caseText(keep("wage: { amount: 3000, per: month }, paidHours: 100, wageGrowth: 21%"), months: 13)
        #expect(isCents(try total(text, "keep"), 85_951.63))
    }

    /// A perpetuity: at 40 % a year, 50 years leave 5·10⁻⁸ of it out. C/i with i = 1.4^(1/12) − 1 = 0.028436155726361:
    /// 6,000 / 0.028436155726361 = 210,998.985156
    @Test func perpetuity() throws {
        let text = caseText(
            keep("wage: { amount: 3000, per: month }, paidHours: 100"), months: 600, discountRate: "40%")
        let found = try total(text, "keep")
        #expect(abs(found / 210_998.985_156 - 1) < 6e-8)
        // What is left out: 1.4^−50.
        #expect(found < 210_998.985_156)
    }
}
