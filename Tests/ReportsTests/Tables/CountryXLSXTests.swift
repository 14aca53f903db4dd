import Atlas
import Foundation
import Reports
import Spreadsheet
import Testing

@Suite struct CountryXLSXTests {
    private func written(_ codes: [String], holidaysOf years: [Int] = []) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("shoreline-test-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try CountryXLSX.write(try codes.map { try Atlas.shared.require(country: $0) }, holidaysOf: years, to: path)
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    @Test func figuresAreNumbersWithUnitYearAndSource() throws {
        let rows = try SpreadsheetReader.rows(bytes: written(["IN"]), sheet: "Facts")
        let inflation = try #require(rows.first { $0.count > 2 && $0[2] == "inflation" })
        #expect(
            inflation == [
                "IN", "India", "inflation", "Inflation", "0.0495", "fraction a year", "2024", "", "",
                "World Bank FP.CPI.TOTL.ZG (CC BY 4.0)",
            ])
        let law = try #require(rows.first { $0.count > 2 && $0[2] == "ruleOfLaw" })
        #expect(!law[7].isEmpty, "the standard error")
        let severance = try #require(rows.first { $0.count > 2 && $0[2] == "severanceRule" })
        #expect(severance[8] == "FALSE", "cited, not read again")
    }

    @Test func whatIsNotKnownHasARowWithoutAValue() throws {
        let rows = try SpreadsheetReader.rows(bytes: written(["AR"]), sheet: "Facts")
        let inflation = try #require(rows.first { $0.count > 2 && $0[2] == "inflation" })
        #expect(inflation == ["AR", "Argentina", "inflation", "Inflation", "", "fraction a year"])
    }

    @Test func everyCountryHasEveryFactAndItsPay() throws {
        let all = Atlas.shared.countries
        let bytes = try written(all.map(\.code))
        let facts = try SpreadsheetReader.rows(bytes: bytes, sheet: "Facts").dropFirst()
        let one = try SpreadsheetReader.rows(bytes: written(["IN"]), sheet: "Facts").dropFirst()
        #expect(one.count > 20)
        #expect(facts.count == all.count * one.count)
        let pay = try SpreadsheetReader.rows(bytes: bytes, sheet: "Pay").dropFirst()
        #expect(pay.count == all.map(\.wages.count).reduce(0, +))
        #expect(try SpreadsheetReader.rows(bytes: bytes).dropFirst().map { $0[0] } == all.map(\.code))
    }

    @Test func holidaysStandOnTheirOwnSheetWhereTheyAreAskedFor() throws {
        let rows = try SpreadsheetReader.rows(
            bytes: written(["IN", "UA"], holidaysOf: [2026, 2027]), sheet: "Holidays")
        let india = try #require(Atlas.shared.country("IN"))
        #expect(rows.count == 1 + india.holidays(2026).count + india.holidays(2027).count)
        #expect(rows.contains { $0[2] == "2027-01-26" && $0[4] == "FALSE" })
        #expect(!rows.contains { $0[0] == "UA" }, "not known, so not listed")
    }
}
