import Testing

@testable import Economics

/// What a move costs besides, computed by hand to the cent.
@Suite struct MoveByHandTests {
    private func moved(_ rest: String, rate: String = "0%", months: Int = 12) -> String {
        caseText(
            twoHeads + "  bpo: { ownership: partner, country: US, price: { perTransaction: 1 }, \(rest) }",
            months: months, discountRate: rate)
    }

    private let move = """
        transition: { cost: 8000, overrun: 1.25, months: 2, parallelWeeks: 13 }, exit: { atEnd: 2000 }, \
        risks: { outage: { chance: 100%, cost: 10000, month: 6 } }
        """

    @Test func parallelRunOverrunRiskAndExit() throws {
        // The work moves in two months: half in month 1, all from month 2: 500 + 11 · 1,000 =  11,500.00
        // 13 weeks = 3 months of two teams: released 0 in months 1–3, half in month 4, all in month 5.
        // In house: 3 · 6,000 + 1 · 3,000 (one head) =                                          21,000.00
        // Transition 8,000 · 1.25 =                                                             10,000.00
        // Risk, certain, in month 6:                                                            10,000.00
        // Due at the end:                                                                        2,000.00
        // Total                                                                                 54,500.00
        let answer = try #require(try decide(moved(move)).option("bpo"))
        #expect(isCents(answer.presentValue.mean, 54_500))
        #expect(isCents(answer.cost(.labour), 21_000))
        #expect(isCents(answer.cost(.fees), 11_500))
        #expect(isCents(answer.cost(.transition), 10_000))
        #expect(isCents(answer.cost(.risk), 10_000))
        #expect(isCents(answer.cost(.exit), 2_000))
    }

    @Test func theSameDiscounted() throws {
        // 10 % a year, v_t = 1.1^(−t/12):
        // In house 6,000 (v₁ + v₂ + v₃) + 3,000 v₄ =    20,622.888947
        // Charges 500 v₁ + 1,000 (v₂ + … + v₁₂) =       10,904.443358
        // Transition at the start                       10,000.000000
        // Risk 10,000 v₆                                 9,534.625892
        // Exit 2,000 v₁₂                                 1,818.181818
        // Total                                         52,880.140016
        #expect(isCents(try total(moved(move, rate: "10%"), "bpo"), 52_880.14))
    }

    @Test func volumeGrowsAndHasSeasons() throws {
        // Factors 2, 1, … 1, 0 have the mean 1. Month t: 1,000 · 1.21^((t − 1)/12) · factor, at 1.00 an item:
        // month 1: 2,000; months 2–11: 1,000 · Σ_{k=1…10} 1.21^(k/12) = 10,924.340962; month 12: 0;
        // month 13: 1,210 · 2 = 2,420. Total 15,344.34
        let text = caseText(
            "  bpo: { ownership: partner, country: US, baseline: true, price: { perTransaction: 1 } }", months: 13,
            volume: "{ perMonth: 1000, growthPerYear: 21%, seasonality: [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0] }")
        #expect(isCents(try total(text, "bpo"), 15_344.34))
        // Only the proportions of the factors count.
        let scaled = text.replacing(
            "[2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]", with: "[4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0]")
        #expect(isCents(try total(scaled, "bpo"), 15_344.34))
    }

    @Test func captiveInForeignMoney() throws {
        // 43,250 rupees at 86.5 = 500.00; on-cost 20 %: 600.00; 200 h at 100 h a head: 2 heads: 1,200 a month  14,400.00
        // Site 8,650 rupees = 100.00 a month                                                                    1,200.00
        // Governance 10 % of 1,300.00 = 130.00 a month                                                          1,560.00
        // First hires: 2 · 2.6 weeks = 0.6 months · 600 = 720.00; nobody leaves later                             720.00
        // Setting up 5,000 · overrun 1.5                                                                        7,500.00
        // Total                                                                                                25,380.00
        let text = caseText(
            twoHeads
                + """
                  pune:
                    ownership: captive
                    country: IN
                    people: { wage: { amount: 43250, per: month, currency: INR }, onCost: 20%, paidHours: 100, trainingWeeks: 2.6 }
                    facilities: { sitePerMonth: 8650, currency: INR }
                    governance: { share: 10% }
                    transition: { setUp: 5000, overrun: 1.5 }
                """,
            extra: "exchangeRates: { INR: 86.5 }")
        let answer = try #require(try decide(text).option("pune"))
        #expect(isCents(answer.presentValue.mean, 25_380))
        #expect(isCents(answer.cost(.hiring), 720))
        #expect(isCents(answer.cost(.transition), 7_500))
        #expect(isCents(answer.cost(.governance), 1_560))
    }

    @Test func hybridRoundsUpTwice() throws {
        // 60 % of 200 h = 120 h → 2 heads abroad at 500.00; 80 h → 1 head at home at 3,000.00: 4,000 · 12 = 48,000.00
        // One of two heads at home goes in month 1: 2 months' pay = 6,000.00. Total 54,000.00
        let text = caseText(
            """
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 3000, per: month }, paidHours: 100, severanceMonths: 2 } }
              both: { ownership: captive, country: PH, share: 60%, people: { wage: { amount: 500, per: month, currency: USD }, paidHours: 100 } }
            """)
        let answer = try #require(try decide(text).option("both"))
        #expect(isCents(answer.cost(.labour), 48_000))
        #expect(isCents(answer.cost(.transition), 6_000))
        #expect(isCents(answer.presentValue.mean, 54_000))
    }

    @Test func severanceRetentionAndEmptyDesks() throws {
        // Two heads go at once in month 1: (2 months · (1 − 25 %) + 1 month's bonus) · 3,000 · 2 = 15,000.00
        //   (only severance falls for those who are redeployed)
        // Desks 1,200/12 = 100.00 · 2 stand empty for 4 months by half: 100 · 2 · 0.5 · 4 = 400.00
        // Charges 12,000.00; total 27,400.00
        let text = caseText(
            """
              keep:
                ownership: in-house
                country: US
                baseline: true
                people: { wage: { amount: 3000, per: month }, paidHours: 100, severanceMonths: 2, retentionMonths: 1, redeployed: 25% }
                facilities: { seat: 1200 }
              bpo: { ownership: partner, country: US, price: { perTransaction: 1 }, transition: { strandedShare: 50%, strandedMonths: 4 } }
            """)
        let answer = try #require(try decide(text).option("bpo"))
        #expect(isCents(answer.cost(.transition), 15_400))
        #expect(isCents(answer.presentValue.mean, 27_400))
    }

    @Test func leaversNeedNoSeverance() throws {
        // 120 % a year: a tenth of 2 heads leaves in the month, so 1.8 are dismissed: 1.8 · 2 · 3,000 = 10,800.00
        let text = caseText(
            """
              keep: { ownership: in-house, country: US, baseline: true, people: { wage: { amount: 3000, per: month }, paidHours: 100, severanceMonths: 2, attrition: 120% } }
              bpo: { ownership: partner, country: US, start: 2027-04, price: { perTransaction: 1 } }
            """)
        #expect(isCents(try #require(try decide(text).option("bpo")).cost(.transition), 10_800))
    }

    @Test func choosingAPartnerIsAShareOfAYearsCharges() throws {
        // 2 % of 12 · 1,000 = 240.00; overrun 1.5: 360.00
        let text = moved("transition: { selectionShare: 2%, overrun: 1.5 }")
        #expect(isCents(try #require(try decide(text).option("bpo")).cost(.transition), 360))
    }

    @Test func aBaselineHasItsRisksAndItsEndToo() throws {
        // 2 · 3,000 · 12 = 72,000.00; a certain flood 5,000.00 in month 3; 1,000.00 due at the end: 78,000.00
        let text = caseText(
            """
              keep:
                ownership: in-house
                country: US
                baseline: true
                people: { wage: { amount: 3000, per: month }, paidHours: 100 }
                exit: { atEnd: 1000 }
                risks: { flood: { chance: 100%, cost: 5000, month: 3 } }
            """)
        let answer = try #require(try decide(text).option("keep"))
        #expect(isCents(answer.cost(.risk), 5_000))
        #expect(isCents(answer.cost(.exit), 1_000))
        #expect(isCents(answer.presentValue.mean, 78_000))
    }
}
