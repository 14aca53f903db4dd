import Atlas
import Notation
import Reports
import Testing

@Suite struct CountryTableTests {
    func table(_ codes: String...) throws -> CountryTable {
        CountryTable(try codes.map { try Atlas.shared.require(country: $0) })
    }

    @Test func showsFactsSideBySide() throws {
        let lines = try table("IN", "US", "AR").text().split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.first?.split(separator: " ", omittingEmptySubsequences: true) == [
                "India", "United", "States", "Argentina",
            ])
        let inflation = try #require(lines.first { $0.hasPrefix("Inflation ") })
        #expect(inflation.contains("4.95% (2024)"))
        #expect(inflation.hasSuffix("not known"))
        #expect(lines.allSatisfy { $0.count <= 100 })
        let law = try #require(lines.first { $0.hasPrefix("Rule of law") })
        #expect(law.contains("1.33 ± 0.17 (2023)"))
        let english = try #require(lines.first { $0.hasPrefix("English, EF index") })
        #expect(english.contains("484 (2025)*") && english.contains("native"))
        let hours = try #require(lines.first { $0.hasPrefix("Weekly hours") })
        #expect(hours.contains("48*"))
        #expect(lines.contains { $0 == "* cited, not read again" })
    }

    @Test func breaksIntoBlocks() throws {
        let text = try table("IN", "US", "AR", "PL", "PH", "MX", "GB").text(width: 100)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("Inflation ") } > 1)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        for name in ["India", "Argentina", "Poland", "United Kingdom"] { #expect(text.contains(name)) }
    }

    @Test func everyShownFactHasItsSource() throws {
        let text = try table("IN", "MX").text(sources: true)
        #expect(text.contains("    India, Mexico: World Bank FP.CPI.TOTL.ZG (CC BY 4.0)\n"))
        let india = try #require(Atlas.shared.country("IN"))
        #expect(text.contains("Copyright Geert Hofstede") == (india.hofstede != nil))
        #expect(!(try table("IN", "MX").text()).contains("World Bank"))
    }

    @Test func machinesGetNumbersAndNulls() throws {
        let tree = try table("IN", "AR").tree()
        let facts = try #require(tree["countries"]?["IN"]?["facts"])
        #expect(facts["inflation"]?["value"]?.double == 4.95 / 100)
        #expect(facts["inflation"]?["year"]?.double == 2024)
        #expect(facts["weeklyHours"]?["read"]?.boolean == false)
        #expect(facts["ruleOfLaw"]?["standardError"]?.double != nil)
        #expect(tree["countries"]?["AR"]?["facts"]?["inflation"]?.isNull == true)
        #expect(JSONWriter.text(tree).hasPrefix("{\"countries\":{\"IN\":{\"name\":\"India\""))
    }

    @Test func csvReadsBack() throws {
        let csv = try table("IN", "US").csv()
        let bytes = Array(csv.utf8)
        bytes.withUnsafeBytes { raw in
            let back = CSVTable(raw)
            #expect(back.cellCount == back.count * back.columns.count)
            let rows = (0..<back.count).filter {
                back.text($0, "country") == "IN" && back.text($0, "key") == "inflation"
            }
            #expect(rows.count == 1)
            #expect(rows.first.flatMap { back.double($0, "value") } == 4.95 / 100)
        }
    }

    @Test func listsThemAll() throws {
        let text = CountryList().text()
        #expect(text.contains("105 countries."))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(CountryList().csv().split(separator: "\n").count == 106)
        #expect(CountryList().tree()["countries"]?.list?.count == 105)
    }
}
