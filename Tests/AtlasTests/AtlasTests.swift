import Atlas
import Notation
import Testing

@Suite struct AtlasTests {
    let atlas = Atlas.shared

    @Test func knowsCountriesByCodeAndName() throws {
        #expect(atlas.countries.count == 105)
        #expect(atlas.country("IN")?.name == "India")
        #expect(atlas.country("in") == nil)
        #expect(atlas.country("IND") == nil)
        for name in ["in", "IND", "iNdIa", "India"] { #expect(atlas.country(named: name)?.code == "IN") }
        #expect(atlas.country(named: "türkiye")?.code == "TR")
        #expect(atlas.country(named: "UK")?.code == "GB")
        #expect(atlas.country(named: "Atlantis") == nil)
        #expect(atlas.nearestCountryName(to: "Phillipines") == "Philippines")
    }

    @Test func refusesUnknownCountriesWithTheNearest() {
        let error = #expect(throws: Faults.self) {
            try Atlas.shared.require(country: "Inida", path: "options.pune.country")
        }
        #expect(
            error?.description
                == "options.pune.country: The atlas knows no country \"Inida\". Did you mean India?")
    }

    @Test func readsIndiaAsTheFilesHaveIt() throws {
        let india = try #require(atlas.country("IN"))
        #expect(india.timeZone == "Asia/Kolkata")
        #expect(india.currency == "INR")
        #expect(india.languages == ["hi", "en"])
        #expect(india.englishOfficial)
        #expect(!india.speaksEnglishNatively)
        #expect(india.population?.value == 1_450_935_791)
        #expect(india.inflation?.value == 4.95 / 100)
        #expect(india.inflation?.year == 2024)
        #expect(india.inflationFiveYearAverage?.value == 5.81 / 100)
        #expect(india.gdpPerCapita?.value == 2469)
        #expect(india.unitsPerUSD?.value == 87.1468)
        #expect(india.unitsPerUSD?.source == "Federal Reserve H.10")
        #expect(india.fxLogDrift?.value == 0.0431)
        #expect(india.priceLevel?.value == 0.2441)
        #expect(india.englishProficiency?.value == 484)
        #expect(india.englishProficiency?.wasRead == false)
        #expect(india.weeklyHours?.value == 48)
        #expect(india.weeklyHours?.wasRead == false)
        #expect(india.employerContribution?.value == 0.12)
        #expect(india.employerContribution?.wasRead == true)
        #expect(india.extraPayMonths?.value == 1)
        #expect(india.weekend == [6, 7])
        let hindi = try #require(india.languagesSpoken.first)
        #expect((hindi.language, hindi.percent, hindi.official) == ("hi", 41, true))
        #expect(india.population?.wasRead == nil)
    }

    @Test func prefersMonthlyVolatility() throws {
        let india = try #require(atlas.country("IN")?.fxLogVolatility)
        #expect(india.value == 0.0525)
        #expect(india.year == 2026)
        #expect(india.note?.hasPrefix("monthly") == true)
        let philippines = try #require(atlas.country("PH")?.fxLogVolatility)
        #expect(philippines.value == 0.0437)
        #expect(philippines.note?.hasPrefix("yearly") == true)
        let dollar = try #require(atlas.country("US")?.fxLogVolatility)
        #expect(dollar.value == 0)
        #expect(dollar.year == 2025)
        #expect(dollar.note == nil)
    }

    @Test func governanceHasStandardErrors() throws {
        let law = try #require(atlas.country("US")?.ruleOfLaw)
        #expect(law.value == 1.3277)
        #expect(law.standardError == 0.1682)
        #expect(atlas.countries.allSatisfy { $0.governance.allSatisfy { $0?.standardError != nil } })
    }

    @Test func whatIsNotKnownIsNil() throws {
        #expect(atlas.country("AR")?.inflation == nil)
        #expect(atlas.country("TW")?.population == nil)
        #expect(atlas.country("US")?.englishProficiency == nil)
        #expect(atlas.country("US")?.speaksEnglishNatively == true)
        #expect(atlas.country("US")?.extraPayMonths == nil)
        // Zero is a figure like any other.
        #expect(atlas.country("US")?.annualLeaveDays?.value == 0)
        let ukraine = try #require(atlas.country("UA"))
        #expect(!ukraine.knowsHolidays(in: 2027))
        #expect(ukraine.publicHolidays2027 == nil)
        #expect(atlas.country("LK")?.knowsHolidays(in: 2026) == true)
        #expect(atlas.country("LK")?.knowsHolidays(in: 2027) == false)
        #expect(atlas.country("CA")?.wages.isEmpty == true)
    }

    @Test func wagesAndHolidays() throws {
        let us = try #require(atlas.country("US"))
        #expect(us.wages.contains { $0.measure == "wage" && $0.per == "hour" && $0.currency == "USD" && $0.low != nil })
        #expect(us.holidays(2027).contains { $0.date == "2027-07-04" && !$0.observed })
        #expect(us.holidays(2027).contains { $0.date == "2027-07-05" && $0.observed })
        #expect(atlas.countries.contains { $0.holidays(2027).contains(where: \.estimated) })
        #expect(us.holidays(2025).isEmpty)
    }

    @Test func onlyEgyptsSeveranceWasRead() {
        let read = atlas.countries.filter { $0.severanceRule?.wasRead == true }.map(\.code)
        #expect(read == ["EG"])
        #expect(atlas.countries.filter { $0.severanceRule != nil }.count == 21)
    }

    @Test(.enabled(if: Atlas.shared.countries.contains { $0.hofstede != nil }, "hofstede.csv is left out"))
    func hofstedeIsAsPublished() throws {
        #expect(atlas.country("IN")?.hofstede?.four == [77, 48, 56, 40])
        #expect(atlas.country("EG")?.hofstede?.basis == "pdi idv mas uai from regional sample \"Arab countries\"")
        #expect(atlas.countries.filter { $0.hofstede != nil }.count == 90)
    }

    @Test func worksWithoutHofstede() throws {
        let bare = Atlas.withoutHofstede
        #expect(bare.countries.count == 105)
        #expect(bare.countries.allSatisfy { $0.hofstede == nil })
        #expect(bare.country("IN")?.ruleOfLaw != nil)
    }

    @Test func manyThreadsReadTheSame() async {
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    Atlas.shared.countries.reduce(0) { $0 + $1.holidays(2028).count + $1.wages.count }
                }
            }
            return await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(Set(counts).count == 1)
    }
}

@Suite struct CostDefaultsTests {
    @Test func readsEveryRow() throws {
        #expect(CostDefaults.shared.all.count == 173)
        #expect(Set(CostDefaults.shared.all.map(\.key)).count == 173)
        let start = try #require(CostDefaults.shared["learning.startFactor.captive"])
        #expect((start.low, start.likely, start.high) == (1.2, 1.5, 1.8))
        #expect(start.isJudgement)
        #expect(start.year == nil)
        let paramedic = try #require(CostDefaults.shared["learning.service.paramedic"])
        #expect(paramedic.low == nil && paramedic.high == nil)
        #expect(paramedic.likely == 0.027)
        #expect(paramedic.year == "2021")
        #expect(!paramedic.isJudgement)
        #expect(CostDefaults.shared["no.such"] == nil)
    }

    @Test func rangesAreInOrder() {
        for range in CostDefaults.shared.all {
            #expect(range.low ?? range.likely <= range.likely, "\(range.key)")
            #expect(range.high ?? range.likely >= range.likely, "\(range.key)")
            #expect((range.low == nil) == (range.high == nil), "\(range.key)")
            #expect(!range.unit.isEmpty && !range.source.isEmpty && !range.meaning.isEmpty, "\(range.key)")
        }
    }

    @Test func overbysSixEndsAddUpAsPublished() {
        #expect(HiddenCosts.all.count == 80)
        #expect(
            HiddenCosts.all.contains {
                $0.quantity == "hidden cost: transition" && $0.low == 2 && $0.high == 3 && $0.read == "no"
            })
    }
}
