import Foundation
import Testing

@testable import Choosing
@testable import Reports

@Suite struct ChoiceReportTests {
    static func html(_ choice: Choice?, _ places: PlaceRanking? = nil) -> String {
        HTMLReport.html(
            for: Fixtures.decision(), choice: choice, places: places,
            evidence: choice == nil ? [] : EvidenceFixture.lines, hours: Fixtures.hours, prepared: "2026-11-23")
    }

    @Test func theChoiceFollowsTheDecision() throws {
        let page = Self.html(ChoiceFixture.choice(), PlacesFixture.ranking())
        if let path = ProcessInfo.processInfo.environment["SHORELINE_CHOICE_PAGE"] {
            try page.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let decision = try #require(page.range(of: "id=\"answer\""))
        let choice = try #require(page.range(of: "id=\"partner-answer\""))
        let register = try #require(page.range(of: "id=\"assumptions\""))
        #expect(decision.lowerBound < choice.lowerBound && choice.lowerBound < register.lowerBound)
        #expect(page.contains("<h2>Deccan Services is first in 73 of 100 ways to weigh it</h2>"))
        #expect(
            page.contains("Harbour Keying, Dhaka: fails Data stays in agreed countries (Copies are kept in Singapore).")
        )
    }
}
