import Atlas
import Notation
import Sourcing
import Testing

@testable import Economics

@Suite struct DistanceTests {
    @Test func unitedStatesToIndia() throws {
        let distance = try Distance.between(Site("US"), Site("India"), year: 2027)
        #expect(distance.sharedHolidays == ["2027-12-25"])
        #expect(distance.sharedLanguages == ["en"])
        #expect(distance.geography == .offshore)
        #expect(distance.overlap.most == 0)
        // |1.3277 − rule of law of India| + … over five, by hand from governance.csv.
        let us = try #require(Atlas.shared.country("US"))
        let india = try #require(Atlas.shared.country("IN"))
        let byHand = [
            us.ruleOfLaw, us.politicalStability, us.regulatoryQuality, us.controlOfCorruption,
            us.governmentEffectiveness,
        ].map { $0?.value ?? .nan }
        let other = [
            india.ruleOfLaw, india.politicalStability, india.regulatoryQuality, india.controlOfCorruption,
            india.governmentEffectiveness,
        ].map { $0?.value ?? .nan }
        let sum = (0..<5).reduce(0.0) { $0 + abs(byHand[$1] - other[$1]) }
        #expect(abs((distance.governanceGap ?? 0) - sum / 5) < 1e-12)
    }

    @Test(.enabled(if: CulturalDistance.shared.variances != nil, "hofstede.csv is left out"))
    func kogutAndSinghOfIndiaAndTheUnitedStates() throws {
        let distance = try Distance.between(Site("US"), Site("India"), year: 2027)
        #expect(abs((distance.culturalDistance ?? 0) - 1.6340429087356072) < 1e-12)
    }

    @Test func symmetricAndZeroToItself() throws {
        let countries = Atlas.shared.countries
        for (index, a) in countries.enumerated() {
            let known = a.hofstede?.four != nil
            #expect(CulturalDistance.shared.between(a, a) == (known ? 0 : nil))
            #expect(Distance.governanceGap(a, a) == 0)
            for b in countries[..<index] {
                #expect(CulturalDistance.shared.between(a, b) == CulturalDistance.shared.between(b, a))
                #expect(Distance.governanceGap(a, b) == Distance.governanceGap(b, a))
                #expect(Distance.sharedLanguages(a, b) == Distance.sharedLanguages(b, a))
                #expect(Distance.sharedHolidays(a, b, year: 2028) == Distance.sharedHolidays(b, a, year: 2028))
            }
        }
    }

    @Test func whatIsNotKnownIsNil() throws {
        let toUkraine = try Distance.between(Site("GB"), Site("UA"), year: 2027)
        #expect(toUkraine.sharedHolidays == nil)
        let beforeTheData = try Distance.between(Site("GB"), Site("IN"), year: 2020)
        #expect(beforeTheData.sharedHolidays == nil)
        let unknown = try #require(Atlas.shared.countries.first { $0.hofstede == nil })
        #expect(CulturalDistance.shared.between(unknown, unknown) == nil)
    }

    @Test func withoutHofstedeEveryCulturalDistanceIsUnknown() throws {
        let bare = Atlas.withoutHofstede.countries
        let distance = CulturalDistance(over: bare)
        #expect(distance.variances == nil)
        #expect(distance.between(bare[0], bare[1]) == nil)
    }

    /// Spanish by 31 percent of the Philippines is a figure of CLDR that nobody should build on.
    @Test func languagesCountOnlyWhereMostUseThem() throws {
        let atlas = Atlas.shared
        let mexico = try #require(atlas.country("MX"))
        let philippines = try #require(atlas.country("PH"))
        let netherlands = try #require(atlas.country("NL"))
        let britain = try #require(atlas.country("GB"))
        #expect(Distance.sharedLanguages(mexico, philippines) == [])
        #expect(Distance.sharedLanguages(netherlands, britain) == ["en"])
    }
}
