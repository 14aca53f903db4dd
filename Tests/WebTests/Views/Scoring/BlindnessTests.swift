import Choosing
import Scorecards
import Sourcing
import Testing

@testable import Web

/// Nobody sees another's scores, or a price, before the bids are opened.
@Suite struct BlindnessTests {
    private func page(_ name: String) throws -> String {
        try SamplePages.all.get().first { $0.name == name }?.html ?? ""
    }

    @Test func theSheetHoldsNoPriceNoFigureAndNobodyElse() throws {
        let evaluation = try Samples.choice.get().evaluation
        for name in ["sheet", "sheet-fault", "sheet-handed-in"] {
            let html = try page(name)
            #expect(html.contains("Deccan Services, Pune"))
            for word in ["0.68", "0.49", "USD", "28", "Attrition", "4711", "residency", "Ben Achterberg"] {
                #expect(!html.contains(word), "\(name): \(word)")
            }
            let notes = evaluation.partners.flatMap { $0.scores.values.flatMap(\.values) }.compactMap(\.note)
            #expect(!notes.isEmpty)
            for note in notes { #expect(!html.contains(note), "\(name): \(note)") }
        }
    }

    @Test func beforeTheOpeningOnlyWhetherASheetIsInIsTold() throws {
        let evaluation = try Samples.choice.get().evaluation
        let html = try page("moderation-before")
        #expect(html.contains("handed in 24 November 2026, 14:03"))
        let notes = evaluation.partners.flatMap { $0.scores.values.flatMap(\.values) }.compactMap(\.note)
        for note in notes { #expect(!html.contains(note), "\(note)") }
        #expect(!html.contains("side by side") && !html.contains("Where the evaluators need to talk"))
        #expect(html.contains("This cannot be taken back."))
    }

    @Test func afterTheOpeningNotesStandSideBySide() throws {
        let html = try page("moderation-after")
        #expect(html.contains("Scores and notes, side by side") && html.contains("Where the evaluators need to talk"))
        #expect(!html.contains("Open the bids"))
    }
}
