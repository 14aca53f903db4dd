import Foundation
import Testing

@testable import Choosing
@testable import Reports

@Suite struct ChoiceReportTests {
    private func html(_ choice: Choice?, _ places: PlaceRanking? = nil) -> String {
        HTMLReport.html(
            for: Fixtures.decision(), choice: choice, places: places,
            evidence: choice == nil ? [] : EvidenceFixture.lines, hours: Fixtures.hours, prepared: "2026-11-23")
    }

    @Test(arguments: ChoiceEdgeCases.all.map(\.name))
    func isWellFormedAndHoldsNoLeftovers(_ name: String) throws {
        let edge = try #require(ChoiceEdgeCases.all.first { $0.name == name })
        let page = html(edge.choice, edge.places)
        if let folder = ProcessInfo.processInfo.environment["SHORELINE_PICTURES"] {
            try page.write(toFile: "\(folder)/choice-\(name).html", atomically: true, encoding: .utf8)
        }
        let reader = PageReader.checked(page, name)
        #expect(reader.sections.last == "assumptions")
        #expect(reader.sections.contains("partner-answer") == (edge.choice != nil))
        #expect(reader.sections.contains("places") == (edge.places != nil))
        #expect(!page.contains("<script"))
    }

    @Test func theChoiceFollowsTheDecision() throws {
        let page = html(ChoiceFixture.choice(), PlacesFixture.ranking())
        let order = [
            "id=\"cash\"", "id=\"partner-answer\"", "id=\"partner-evidence\"", "id=\"places\"", "id=\"method\"",
        ]
        let found = try order.map { try #require(page.range(of: $0)).lowerBound }
        #expect(found == found.sorted())
        #expect(page.contains("<h2>Deccan Services is first in 73 of 100 ways to weigh it</h2>"))
        #expect(
            page.contains(
                "Harbour Keying, Dhaka: fails “Data stays in agreed countries” (Copies are kept in Singapore)."))
    }

    @Test func withoutChoiceThePageIsTheDecisions() {
        let page = html(nil)
        #expect(
            page == HTMLReport.html(for: Fixtures.decision(), hours: Fixtures.hours, prepared: "2026-11-23"))
        #expect(!page.contains("partner-") && !page.contains("Where else?"))
    }

    @Test func saysWhatWouldFlipIt() {
        let page = html(ChoiceFixture.choice())
        #expect(
            page.contains(
                "with location and continuity at 17\u{A0}% or total cost at 13\u{A0}% of all weight, Deccan Services would no "
                    + "longer be first. Both lie outside what was said."))
        #expect(page.contains("Prairie BPO would tie at $1.48 an invoice, 20\u{A0}% below what it asks"))
        #expect(page.contains("Carpathian Data, Cluj-Napoca: no price on this scale ties with Deccan Services."))
    }

    @Test func onePartnerHasNoRaceToShow() {
        let page = html(ChoiceEdgeCases.onePartner)
        #expect(!page.contains("partner-ranks-t") && !page.contains("partner-difference-t"))
        #expect(page.contains("With one partner left, no weight changes who is first."))
    }

    @Test func whatCannotBeToldApartIsNotMarked() {
        let page = html(ChoiceEdgeCases.tie)
        #expect(page.contains("the two cannot be told apart"))
        #expect(!page.contains(">leads</span>"))
    }

    @Test func pricesOfDifferentUnitsShareAnAxisOfShares() {
        let page = html(ChoiceEdgeCases.tiers)
        #expect(page.contains("Price, per cent of what is asked."))
        #expect(page.contains("€1.10 an hour") && page.contains("several prices"))
    }

    @Test func ranksBelowTheFifthAreOneStep() {
        #expect(RanksChart.shown([0.1, 0.2, 0.3, 0.1, 0.1, 0.15, 0.05]).last == 0.15 + 0.05)
        #expect(RanksChart.names(7) == ["1st", "2nd", "3rd", "4th", "5th", "6th or lower"])
        #expect(RanksChart.names(2) == ["1st", "2nd"])
    }

    @Test func atMostSevenPartsAreStacked() {
        let page = html(ChoiceEdgeCases.manyCriteria)
        #expect(page.contains("G all other criteria"))
        #expect(!page.contains("class=\"seg k8\""))
    }

    @Test func peopleOfTheRecordAreNamedWithTheirReasons() {
        let page = html(ChoiceFixture.choice())
        #expect(page.contains("Deccan Services, people <span class=\"tag warn\">after opening</span>"))
        #expect(page.contains("on an older scale") && page.contains("nothing tells when they were given"))
        #expect(page.contains("no reason given") && page.contains("Met the team lead in person"))
    }

    @Test func manyPlacesAreFoldedAway() {
        let page = html(nil, PlacesFixture.ranking(20))
        #expect(page.contains("<summary>and 5 more places</summary>"))
        #expect(page.contains("3 countries are out: which and why"))
    }
}
