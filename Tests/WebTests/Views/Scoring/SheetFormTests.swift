import Notation
import Scorecards
import Sourcing
import Testing

@testable import Web

@Suite struct SheetFormTests {
    private func evaluation() throws -> Evaluation {
        let theCase = try Samples.theCase()
        guard let evaluation = theCase.evaluation else { throw CancellationError() }
        return evaluation
    }

    @Test func readsEveryWayToWriteAScore() throws {
        let reading = try SheetForm.read(
            [
                ("score.deccan.experience", "4"), ("note.deccan.experience", " Offer, page 12 "),
                ("score.coromandel.experience", "3.5"), ("score.hooghly.experience", "2 to 3"),
                ("score.sahyadri.experience", "?"), ("csrf", "x"),
            ], evaluation: evaluation())
        func entry(_ partner: String) -> ScoreEntry? {
            reading.entries[ScoreCell(partner: partner, criterion: "experience")]
        }
        #expect(entry("deccan") == ScoreEntry(low: 4, high: 4, note: "Offer, page 12"))
        #expect(entry("coromandel") == ScoreEntry(low: 3.5, high: 3.5))
        #expect(entry("hooghly") == ScoreEntry(low: 2, high: 3))
        #expect(entry("sahyadri") == .notKnown)
        #expect(entry("charminar") == .notKnown)
        #expect(reading.faults.isEmpty)
        // “?” was chosen; nothing was chosen for Charminar.
        let empty = reading.empty.filter { $0.criterion == "experience" }
        #expect(empty == [ScoreCell(partner: "charminar", criterion: "experience")])
    }

    @Test func eachFaultNamesItsField() throws {
        let reading = try SheetForm.read(
            [
                ("score.deccan.people", "9"), ("score.hooghly.people", "good"),
                ("note.charminar.people", String(repeating: "x", count: ReturnedSheet.longestNote + 1)),
            ], evaluation: evaluation())
        #expect(
            reading.faults.map(\.field) == ["score.deccan.people", "score.hooghly.people", "note.charminar.people"])
        #expect(
            reading.faults[0].message
                == "Deccan Services, Pune, People: “9” is outside the scale, which has the levels 1 to 5. Write a level from 1 to 5, a half such as 1.5, a range such as 1 to 2, or ? where it is not known."
        )
        #expect(reading.entries[ScoreCell(partner: "deccan", criterion: "people")] == nil)
        #expect(reading.typed["score.deccan.people"] == "9")
    }

    @Test func whatIsNotAskedIsNotRead() throws {
        // The price and figures are no scores, whoever posts them.
        let reading = try SheetForm.read(
            [("score.deccan.price", "4"), ("score.deccan.attrition", "2"), ("score.nobody.people", "1")],
            evaluation: evaluation())
        #expect(reading.entries.values.allSatisfy { $0 == .notKnown })
        #expect(
            !reading.entries.keys.contains { ["price", "attrition"].contains($0.criterion) || $0.partner == "nobody" })
    }

    @Test func whatWasKeptFillsTheFieldsAgain() throws {
        let evaluation = try evaluation()
        let fields = [
            ("score.deccan.people", "2 to 3"), ("note.deccan.people", "met them"), ("score.hooghly.people", "?"),
        ]
        let entries = SheetForm.read(fields, evaluation: evaluation).entries
        let typed = SheetForm.typed(entries)
        #expect(typed["score.deccan.people"] == "2 to 3" && typed["note.deccan.people"] == "met them")
        #expect(SheetForm.read(typed.map { ($0.key, $0.value) }, evaluation: evaluation).entries == entries)
    }

    @Test func aSheetOfAPageIsRecordedLikeOneThatWasSent() throws {
        let evaluation = try evaluation()
        let entries = SheetForm.read([("score.deccan.people", "4")], evaluation: evaluation).entries
        let sheet = try ReturnedSheet(
            entries: entries, evaluator: "ana", scale: ScaleVersion.of(evaluation), evaluation: evaluation)
        let record = try #require(
            try EvaluationLog().receiving(
                sheet, into: evaluation, time: "2026-11-10T09:00:00Z", by: "Ana Ortiz", reason: nil))
        #expect(record.entries == entries && record.file == "page" && record.digest?.count == 64)
        let other = try ReturnedSheet(
            entries: SheetForm.read([("score.deccan.people", "3")], evaluation: evaluation).entries, evaluator: "ana",
            scale: ScaleVersion.of(evaluation), evaluation: evaluation)
        #expect(other.digest != sheet.digest)
    }

    @Test func anOldScaleAndAStrangerAreRefused() throws {
        let evaluation = try evaluation()
        func faults(_ evaluator: String, _ scale: String, _ entries: [ScoreCell: ScoreEntry]) -> [Fault] {
            do throws(Faults) {
                _ = try ReturnedSheet(
                    entries: entries, evaluator: evaluator, scale: scale, evaluation: evaluation)
                return []
            } catch { return error.faults }
        }
        #expect(faults("eve", ScaleVersion.of(evaluation), [:]).first?.problem == "The case has no evaluator “eve”.")
        #expect(faults("ana", "0123", [:]).first?.problem.hasPrefix("The sheet was filled in on scale 0123") == true)
        let price = [ScoreCell(partner: "deccan", criterion: "price"): ScoreEntry(low: 1, high: 1)]
        #expect(
            faults("ana", ScaleVersion.of(evaluation), price).first?.problem
                == "The case does not ask for a score of deccan on price.")
    }
}
