import Atlas
import Notation
import Testing

@testable import Web

@Suite struct AtlasViewsTests {
    @Test func theListShowsEveryCountryAndWhatLeadsToTheComparison() {
        let page = AtlasViews.list(find: nil, by: nil, year: 2026)
        for country in Atlas.shared.countries {
            #expect(page.body.contains("href=\"/atlas/\(country.code)\""))
            #expect(page.body.contains("name=\"with\" value=\"\(country.code)\""))
        }
        #expect(page.body.contains("action=\"/atlas/compare\""))
    }

    @Test func aSearchFindsNamesLanguagesAndCurrencies() {
        #expect(AtlasRow.found("philipp", by: .name).map(\.country.code) == ["PH"])
        #expect(AtlasRow.found("spanish", by: .name).contains { $0.country.code == "MX" })
        #expect(AtlasRow.found("INR", by: .name).contains { $0.country.code == "IN" })
        let page = AtlasViews.list(find: "<nowhere>", by: nil, year: 2026)
        #expect(page.body.contains("No country fits “&lt;nowhere&gt;”."))
    }

    @Test func whatIsNotKnownComesLastInEveryOrder() {
        for order in AtlasRow.Order.allCases where ![.name, .region].contains(order) {
            let keys = AtlasRow.found("", by: order).map(order.key)
            #expect(keys.count == Atlas.shared.countries.count)
            let known = keys.prefix { $0 != nil }.compactMap(\.self)
            #expect(keys.dropFirst(known.count).allSatisfy { $0 == nil }, "\(order)")
            #expect(known == known.sorted(), "\(order)")
            #expect(known.count > 20, "\(order)")
        }
    }

    @Test func aCountryShowsEachFigureWithItsYearAndSource() throws {
        let page = try #require(try AtlasViews.country("in", from: nil, year: 2026))
        let india = try #require(Atlas.shared.country("IN"))
        let gdp = try #require(india.gdpPerCapita)
        let year = try #require(gdp.year)
        #expect(page.title == "India")
        #expect(page.body.contains("<span class=\"year\">\(year)</span>"))
        #expect(page.body.contains("World Bank NY.GDP.MKTP.CD and SP.POP.TOTL"))
        #expect(page.body.contains("<h3>2026</h3>") && page.body.contains("<h3>2027</h3>"))
        #expect(try AtlasViews.country("XX", from: nil, year: 2026) == nil)
    }

    @Test func whatIsNotKnownSaysSo() throws {
        let page = try #require(try AtlasViews.country("UA", from: nil, year: 2026))
        #expect(page.body.contains("The holidays of 2026 are not known."))
        #expect(page.body.contains("not known"))
    }

    @Test func seenFromAnotherCountryTheHoursAndTheGeographyFollowTheClocks() throws {
        let india = try #require(try AtlasViews.country("IN", from: "US", year: 2026))
        #expect(india.body.contains("Seen from United States, India is offshore"))
        let canada = try #require(try AtlasViews.country("CA", from: "US", year: 2026))
        #expect(canada.body.contains("Seen from United States, Canada is nearshore"))
        #expect(canada.body.contains("(8 hours a day)"))
        let home = try #require(try AtlasViews.country("US", from: "US", year: 2026))
        #expect(home.body.contains("United States is onshore: it is your own country."))
        #expect(throws: Faults.self) { try AtlasViews.country("IN", from: "Atlantis", year: 2026) }
    }

    @Test func countriesStandSideBySide() throws {
        let page = try AtlasViews.compare(["IN", "PH", "IN", ""], from: "US", year: 2026)
        #expect(page.title == "India and Philippines side by side")
        #expect(page.body.contains("<th scope=\"col\">India</th><th scope=\"col\">Philippines</th>"))
        #expect(page.body.contains("<td>offshore</td><td>offshore</td>"))
        #expect(!page.body.contains("outsourc"), "Where work is done says nothing about who does it.")
    }

    @Test func aBadChoiceOfCountriesSaysHowToMendIt() throws {
        func message(_ codes: [String]) -> String {
            do {
                _ = try AtlasViews.compare(codes, from: nil, year: 2026)
                return "no fault"
            } catch { return "\(error)" }
        }
        #expect(message([]) == "with: You chose no country to compare. Tick 2 to 6 different countries in the atlas.")
        #expect(
            message(["IN"]) == "with: You chose one country to compare. Tick 2 to 6 different countries in the atlas.")
        #expect(
            message(["IN", "PH", "MX", "PL", "RO", "VN", "US"])
                == "with: You chose 7 countries to compare. Tick 2 to 6 different countries in the atlas.")
        #expect(message(["IN", "Indea"]) == "with: The atlas knows no country \"Indea\". Did you mean India?")
    }

    @Test func theFilesHoldEveryCountry() throws {
        let csv = AtlasViews.csv()
        let tree = try JSONReader.read(Array(AtlasViews.json().utf8))
        #expect(tree["countries"]?.entries?.count == Atlas.shared.countries.count)
        for country in Atlas.shared.countries { #expect(csv.contains("\n\(country.code),")) }
    }
}
