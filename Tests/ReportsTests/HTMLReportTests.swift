import Economics
import Foundation
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
    private func html(_ decision: Decision) -> String {
        HTMLReport.html(for: decision, hours: Fixtures.hours, prepared: "2026-11-23")
    }

    @Test(arguments: EdgeCases.all.map(\.name))
    func isWellFormedAndHoldsNoLeftovers(_ name: String) throws {
        let decision = try #require(EdgeCases.all.first { $0.name == name }?.decision)
        let page = html(decision)
        let reader = PageReader.checked(page, name)
        #expect(reader.sections.last == "assumptions")
    }

    @Test func tellsTheAnswerFirst() throws {
        let page = html(Fixtures.decision())
        let answer = try #require(page.range(of: "Move invoice entry to Deccan Services in Pune"))
        let map = try #require(page.range(of: "id=\"options\""))
        let cost = try #require(page.range(of: "id=\"cost\""))
        #expect(answer.lowerBound < map.lowerBound && map.lowerBound < cost.lowerBound)
        #expect(page.contains("Prepared 23 November 2026."))
        #expect(page.contains("<dd>$2.70\u{A0}M</dd>"))
        #expect(page.contains("<dd>month 10</dd>"))
        #expect(page.contains("Handle time of an invoice: once below 2.3\u{A0}min, Own unit, Manila is cheaper."))
    }

    @Test func escapesWhateverACaseSays() {
        let page = html(EdgeCases.hostile)
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"))
    }

    @Test func oneOptionHasNoRivalAndNoFall() {
        let page = html(EdgeCases.oneOption)
        #expect(!page.contains("id=\"saving\"") && !page.contains("id=\"hinges\"") && !page.contains("futures-t"))
        #expect(page.contains("One option, and two separate questions"))
    }

    @Test func saysWhenAMoveIsNotPaidBack() {
        #expect(html(EdgeCases.noPayback).contains("<dd>not within the horizon</dd>"))
        #expect(html(EdgeCases.noPayback).contains("Extra cost over five years"))
    }

    @Test func saysWhenTheHeadlineIsNoSaving() {
        #expect(html(EdgeCases.headlineLoss).contains("the wage gap alone is not a saving"))
        #expect(html(EdgeCases.headlineLoss).contains("The wage gap saves nothing, and in all it costs $600,000 more"))
    }

    @Test func recommendsNothingThatCannotBeToldApart() {
        let page = html(EdgeCases.open)
        #expect(!page.contains("recommended</span>"))
        #expect(page.contains("too little to tell the two apart"))
    }

    @Test func severalFunctionsStartWithASummary() throws {
        let page = html(EdgeCases.several)
        let summary = try #require(page.range(of: "id=\"summary\""))
        let first = try #require(page.range(of: "id=\"f1-answer\""))
        #expect(summary.lowerBound < first.lowerBound)
        #expect(page.contains("id=\"f2-options\""))
    }

    @Test func registerIsSortedByWhatItMoves() {
        let keys = RegisterChapter.sorted(Fixtures.assumptions).map(\.key)
        #expect(
            keys == [
                "handleTime", "attrition.pune", "risk.pune.fails", "errors", "growth", "overrun.pune", "seat.pune",
                "volume",
                "wage.keep",
            ])
    }
}
