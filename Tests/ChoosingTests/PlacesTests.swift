import Atlas
import Economics
import Notation
import Sourcing
import Testing

@testable import Choosing

@Suite struct PlacesTests {
    func locate(_ places: String = "", function: String = "") throws -> PlaceRanking {
        let text = ChoiceFixtures.head + places
        return try Locate(samples: 4_000)(
            try CaseReader.read(
                text: text.replacing("languages: [en]", with: function.isEmpty ? "languages: [en]" : function)))
    }

    @Test func everyCountryIsRankedOrOut() throws {
        let ranking = try locate()
        let all = ranking.places.map(\.country) + ranking.excluded.map(\.country)
        #expect(Set(all).count == all.count && all.count == Atlas.shared.countries.count)
        #expect(ranking.places.map(\.rank) == Array(1...ranking.places.count))
        #expect(zip(ranking.places, ranking.places.dropFirst()).allSatisfy { $0.points >= $1.points })
        #expect(abs(ranking.places.reduce(0) { $0 + $1.first } - 1) < 1e-9)
        #expect(abs(ranking.criteria.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
        for place in ranking.places {
            #expect(place.points.isFinite && place.p10 <= place.points && place.points <= place.p90)
            #expect(place.values.values.allSatisfy { (0...1).contains($0) })
            #expect((place.toComeFirst == nil) == (place.rank == 1))
        }
    }

    @Test func rulesTakeOutAndSayWhy() throws {
        let ranking = try locate("places: { countries: [IN, PH, MX, US], dataMayBeIn: [IN, US], leastOverlap: 4 }\n")
        #expect(ranking.places.map(\.country) == ["US"])
        let india = try #require(ranking.excluded.first { $0.country == "IN" })
        #expect(india.reasons.count == 1 && india.reasons[0].hasPrefix("It shares 0 hours"))
        let mexico = try #require(ranking.excluded.first { $0.country == "MX" })
        #expect(mexico.reasons.contains("The data may not be there."))
        #expect(ranking.headline.contains("the only place"))
    }

    @Test func addingCountriesReordersNobody() throws {
        let few = try locate("places: { countries: [IN, PH, PL] }\n").places.map(\.country)
        let more = try locate("places: { countries: [IN, PH, PL, CO, JM] }\n").places.map(\.country)
        #expect(more.filter(few.contains) == few)
    }

    /// What is not published is anything from worst to best: its value is the middle, and the fact is missing, not zero.
    @Test func unknownStaysUncertain() throws {
        let ranking = try locate("places: { countries: [KE, PH] }\n")
        let kenya = try #require(ranking.places.first { $0.country == "KE" })
        #expect(kenya.facts["attrition"] == nil)
        #expect(abs((kenya.values["attrition"] ?? 0) - 0.5) < 0.02)
        #expect(ranking.places.first { $0.country == "PH" }?.facts["attrition"] != nil)
    }

    /// The labour cost at which a place ties gives it the leader's points.
    @Test func whatItWouldHaveToOfferTies() throws {
        let ranking = try locate(
            "places: { countries: [PL, CO], weights: { labour-cost: 100, overlap: 5, language: 5, governance: 5, attrition: 5, inflation: 5, exchange-rate: 5, holidays: 5 } }\n"
        )
        let (first, second) = (ranking.places[0], ranking.places[1])
        // The scale: nothing at the client's own cost, everything at a tenth of it.
        let client = try #require(Atlas.shared.country("US"))
        let home = try #require(ClerkCost.of(.dataEntry, in: client)).likely
        let gap = (first.points - second.points) / 100 / ranking.criteria[0].weight
        let value = try #require(second.values["labour-cost"]) + gap
        let cost = home * (1 - 0.9 * value)
        #expect(
            second.toComeFirst?.hasPrefix("Labour at USD \(Format.plain(cost)) an hour or less (now about USD ") == true
        )
    }

    @Test func languageDecidesWhoIsIn() throws {
        let ranking = try locate("places: { countries: [CO, IN, ES] }\n", function: "languages: [es]")
        #expect(Set(ranking.places.map(\.country)) == ["CO", "ES"])
        #expect(ranking.excluded.map(\.country) == ["IN"])
    }

    @Test func placesUnknownFunctionIsRefused() throws {
        let theCase = try CaseReader.read(text: ChoiceFixtures.head)
        let faults = #expect(throws: Faults.self) { try Locate(samples: 1_000)(theCase, function: "entri") }
        #expect(faults?.description == "functions: There is no function named “entri”. Did you mean entry?")
    }
}
