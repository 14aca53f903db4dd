import Testing

@testable import Economics

/// A partner's charges, computed by hand to the cent.
@Suite struct PartnerByHandTests {
    private func partner(_ price: String, rest: String = "", months: Int = 12, rate: String = "0%") -> String {
        caseText(
            twoHeads + "  bpo: { ownership: partner, country: US, price: { \(price) }\(rest) }", months: months,
            discountRate: rate)
    }

    @Test func indexationDiscountAndAStartInMidHorizon() throws {
        // 8 % a year. Annuities of months 1–12, 13–24, 25–36, Σ 1.08^(−t/12):
        //   11.512857852328935   10.660053566971234   9.870419969417808
        // Months 1–12 in house, 2 · 3,000 = 6,000:      6,000 · 11.512857852 =  69,077.147114
        // Contract from month 13 at 2.00 · 1,000:       2,000 · 10.660053567 =  21,320.107134
        // First anniversary in month 25, + 3 %:         2,060 ·  9.870419969 =  20,333.065137
        // Total                                                               110,730.319385
        let text = partner("perTransaction: 2, indexation: 3%", rest: ", start: 2028-01", months: 36, rate: "8%")
        #expect(isCents(try total(text, "bpo"), 110_730.32))
        // Kept in house for all 36 months: 6,000 · 32.043331388718 = 192,259.988332
        #expect(isCents(try total(text, "keep"), 192_259.99))
    }

    @Test func tiersAndAMinimumThatBites() throws {
        let tiers = "tiers: [{ upTo: 500, price: 2 }, { upTo: 2000, price: 1.5 }, { price: 1 }]"
        // 1,000 items: 500 · 2.00 + 500 · 1.50 = 1,750.00 · 12 = 21,000.00
        #expect(isCents(try total(partner(tiers), "bpo"), 21_000))
        // A minimum of 1,500 is billed: 500 · 2.00 + 1,000 · 1.50 = 2,500.00 · 12 = 30,000.00
        #expect(isCents(try total(partner(tiers + ", minimumPerMonth: 1500"), "bpo"), 30_000))
        // A minimum below the volume changes nothing.
        #expect(isCents(try total(partner(tiers + ", minimumPerMonth: 900"), "bpo"), 21_000))
        // 3,000 items: 1,000 + 1,500 · 1.50 + 1,000 · 1.00 = 4,250.00 · 12 = 51,000.00
        let more = partner(tiers).replacing("perMonth: 1000", with: "perMonth: 3000")
        #expect(isCents(try total(more, "bpo"), 51_000))
    }

    @Test func byTheHourAndByThePerson() throws {
        let people = ", people: { paidHours: 160, shrinkage: 20%, utilisation: 80% }"
        // 200 h of work / (0.80 · 0.80) = 312.5 paid hours · 10.00 = 3,125.00 · 12 = 37,500.00
        #expect(isCents(try total(partner("perHour: 10", rest: people), "bpo"), 37_500))
        // 200 h / 102.4 h = 1.953125 persons · 2,000.00 = 3,906.25 · 12 = 46,875.00
        #expect(isCents(try total(partner("perPersonMonth: 2000", rest: people), "bpo"), 46_875))
    }

    @Test func slowStartIsPaidByTheHourButNotByTheItem() throws {
        // Factor 1.5 in month 1, standard from month 2: hours 300 + 11 · 200 = 2,500 · 10.00 = 25,000.00
        let learning = ", learning: { startFactor: 1.5, monthsToStandard: 1 }"
        #expect(isCents(try total(partner("perHour: 10", rest: learning), "bpo"), 25_000))
        // By the item the charge is the same in all months: 12,000.00
        #expect(isCents(try total(partner("perTransaction: 1", rest: learning), "bpo"), 12_000))
        // m = 2 falls to 1 in 4 months: t^(−½): 2, 1.414214, 1.154701, 1, 1, …
        // 200 · (2 + 1.414213562 + 1.154700538 + 9) = 2,713.7828201 h · 10.00 = 27,137.83
        let slow = ", learning: { startFactor: 2, monthsToStandard: 4 }"
        #expect(isCents(try total(partner("perHour: 10", rest: slow), "bpo"), 27_137.83))
    }

    @Test func errorsOfANewTeam() throws {
        // 1,000 · 2 % · 5.00 = 100.00 a month when practised; three times that in month 1: 300 + 11 · 100 = 1,400.00
        // Charges 12,000.00; total 13,400.00
        let text = partner(
            "perTransaction: 1",
            rest: ", quality: { newTeamFactor: 3 }, learning: { startFactor: 1.5, monthsToStandard: 1 }")
        let answer = try #require(
            try decide(text.replacing("handleTime: 12", with: "handleTime: 12\n    errorRate: 2%\n    errorCost: 5"))
                .option("bpo"))
        #expect(isCents(answer.cost(.quality), 1_400))
        #expect(isCents(answer.presentValue.mean, 13_400))
    }

    @Test func fixedFeeWithAVolumeBand() throws {
        // Volume grows by 21 % a year: month 13 has 1.21 of the first. Months 2–12 stay below 1.21:
        // 1.21^(k/12) passes 1.10 at k = 6 (1.21^½ = 1.10 exactly), so months 8–13 are beyond the band of 10 %.
        // Excess: Σ_{k=7…12} (1.21^(k/12) − 1.1) = 0.017613 + 0.035508 + 0.053690 + 0.072162 + 0.090930 + 0.110000
        //   = 0.379903…; fee 1,000 · 13 + 379.90… = 13,379.90
        var excess = 0.0
        for factor in [1.117_613_054_55, 1.135_508_127_31, 1.153_689_733_16, 1.172_162_459_95, 1.190_930_969_06, 1.21] {
            excess += factor - 1.1
        }
        let text = partner("fixed: 1000, volumeBand: 10%", months: 13)
            .replacing("perMonth: 1000", with: "perMonth: 1000, growthPerYear: 21%")
        #expect(isCents(try total(text, "bpo"), 13_000 + 1000 * excess))
        // Without a band the fee is the same whatever the volume.
        let flat = text.replacing(", volumeBand: 10%", with: "")
        #expect(isCents(try total(flat, "bpo"), 13_000))
    }

    @Test func governanceTravelAndCoordination() throws {
        // Charges 12,000.00; governance 10 % = 1,200.00
        // Visits: 4 · 3,000 / 12 = 1,000.00 a month                                              12,000.00
        // Coordination: 10 % of 200 h = 20 h at the client's 30.00 (3,000 / 100 h) = 600.00       7,200.00
        let rest = ", governance: { share: 10%, tripsPerYear: 4, tripCost: 3000 }, coordination: { overhead: 10% }"
        let answer = try #require(try decide(partner("perTransaction: 1", rest: rest)).option("bpo"))
        #expect(isCents(answer.cost(.fees), 12_000))
        #expect(isCents(answer.cost(.governance), 1_200))
        #expect(isCents(answer.cost(.travel), 12_000))
        #expect(isCents(answer.cost(.coordination), 7_200))
        #expect(isCents(answer.presentValue.mean, 32_400))
        // Half a retained head costs more than 10 % of the charges: 0.5 · 3,000 = 1,500 · 12 = 18,000.00
        let retained = ", governance: { share: 10%, minimumHeads: 0.5 }"
        #expect(isCents(try total(partner("perTransaction: 1", rest: retained), "bpo"), 30_000))
    }

    @Test func priceInAForeignCurrency() throws {
        // 86.5 rupees for a dollar: 173 rupees an item = 2.00 dollars: 24,000.00
        let text = caseText(
            twoHeads + "  bpo: { ownership: partner, country: IN, price: { perTransaction: 173, currency: INR } }",
            extra: "exchangeRates: { INR: 86.5 }")
        #expect(isCents(try total(text, "bpo"), 24_000))
    }
}
