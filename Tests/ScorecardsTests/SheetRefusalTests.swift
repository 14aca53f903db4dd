import Notation
import Sourcing
import Testing

@testable import Scorecards

@Suite struct SheetRefusalTests {
    private func message(_ rows: [[String]], evaluation: Evaluation = ScoreFixture.evaluation) -> String {
        do {
            _ = try ReturnedSheet(ScoreFixture.csv(rows), file: "ana.csv", evaluation: evaluation)
            return "read"
        } catch { return error.description }
    }

    @Test(arguments: [
        (
            "5",
            "“5” is outside the scale, which has the levels 1 to 4. Write a level from 1 to 4, a half such as 1.5, a range such as 1 to 2, or ? where it is not known."
        ),
        (
            "good",
            "“good” is no level. Write a level from 1 to 4, a half such as 1.5, a range such as 1 to 2, or ? where it is not known."
        ),
        ("understood", "“understood” are the words of level 2, not its number. Write 2."),
        (
            "3.25",
            "“3.25” is finer than half a level. Write a whole or half level such as 3.5, or a range such as 3 to 4."
        ),
        ("3-2", "The range “3-2” begins with its higher level. Write 2 to 3."),
        (
            "02. Mär",
            "“02. Mär” is a date: spreadsheets make one of 2-3. Write the range with “to”, for example 2 to 3."
        ),
        ("2-Mar", "“2-Mar” is a date: spreadsheets make one of 2-3. Write the range with “to”, for example 2 to 3."),
        (
            "46083",
            "“46083” is a date to the spreadsheet, which makes one of 2-3. Write the range with “to”, for example 2 to 3."
        ),
    ]) func namesTheCellAndTheRemedy(score: String, expected: String) throws {
        #expect(message(try ScoreFixture.filled([score])) == "ana.csv: J7: \(expected)")
    }

    @Test(arguments: [
        ("3", 3.0, 3.0), (" 3 ", 3, 3), ("3,5", 3.5, 3.5), ("2-3", 2, 3), ("2–3", 2, 3), ("1,5 to 2", 1.5, 2),
        ("2 TO 2", 2, 2), ("4.0", 4, 4),
    ]) func readsLevels(score: String, low: Double, high: Double) throws {
        let sheet = try ScoreFixture.returned([score])
        #expect(
            sheet.entries[ScoreCell(partner: "acme", criterion: "language")] == ScoreEntry(low: low, high: high))
    }

    @Test(arguments: ["", "?", "n/a", "N/A", "Not known", " - "]) func readsNotKnown(score: String) throws {
        #expect(try ScoreFixture.returned([score]).entries.values.allSatisfy { $0 == .notKnown })
    }

    @Test func saysEverythingAtOnce() throws {
        var rows = try ScoreFixture.filled(["9", "x", "1"])
        rows[6][0] = "acmee"
        rows[8][2] = "sekurity"
        rows.append(rows[9])
        rows.append(["", "", "security", "", "", "", "", "", "", "2"])
        #expect(
            message(rows) == """
                ana.csv: A7: The case has no partner “acmee” to score. Did you mean acme? Known: acme, bolt.
                ana.csv: J8: “x” is no level. Write a level from 1 to 4, a half such as 1.5, a range such as 1 to 2, or ? where it is not known.
                ana.csv: C9: The case has no criterion “sekurity” to score. Did you mean security? Known: language, security.
                ana.csv: A11: bolt is scored a second time on security; the first time is in row 10. Keep one of the two rows.
                ana.csv: A12: The row names no partner. Write its partner, or clear the whole row.
                """)
    }

    @Test func saysWhoseAndWhichScale() throws {
        var rows = try ScoreFixture.filled([])
        rows[1][1] = "anna"
        rows[2] = []
        #expect(
            message(rows) == """
                ana.csv: B2: The case has no evaluator “anna”. Did you mean ana? Known: ana, ben.
                ana.csv: The sheet does not say on which version of the scale it was filled in. Put its row back above the table: scale in column A, its version in column B.
                """)
        #expect(
            message([["a", "b"]])
                == "ana.csv: This is no score sheet: no row has the headings partner, criterion and score. Send back the sheet that shoreline scorecard export wrote, with its first rows."
        )
    }

    @Test func saysWhatChangedInTheScale() throws {
        var evaluation = ScoreFixture.evaluation
        let old = ScaleVersion.of(evaluation)
        evaluation.tree[0].criteria[1].title = "Safety"
        evaluation.tree[0].criteria[1].scale = .levels([
            .init("=none", value: 0), .init("a little", value: 0.5), .init("audited", value: 1),
        ])
        let rows = try ScoreFixture.filled(["3"])
        #expect(
            message(rows, evaluation: evaluation)
                == "ana.csv: B3: The sheet was filled in on scale \(old); the case has scale \(ScaleVersion.of(evaluation)) now. security: the title was “Security” and is “Safety”. security: level 2 was “some” and is “a little”. Have a new sheet filled in, or write --accept-scale if the scores still mean the same: the log then says so."
        )
        let accepted = try ReturnedSheet(
            ScoreFixture.csv(rows), file: "ana.csv", evaluation: evaluation, acceptScale: true)
        let record = try EvaluationLog().receiving(
            accepted, into: evaluation, time: "2026-11-10T00:00:00Z", by: "lead", reason: nil)
        #expect(record?.acceptedScale == old)
        var values = ScoreFixture.evaluation
        values.tree[0].criteria[1].scale = .levels([
            .init("=none", value: 0), .init("some", value: 0.6), .init("audited", value: 1),
        ])
        #expect(
            message(rows, evaluation: values).contains("Its words are the same; what a level is worth has changed."))
    }

    @Test func missingRowsAreNotedNotRefused() throws {
        var rows = try ScoreFixture.filled(["3"])
        rows.removeLast(3)
        let sheet = try ReturnedSheet(
            ScoreFixture.csv(rows), file: "in/ana.csv", evaluation: ScoreFixture.evaluation)
        #expect(
            sheet.notes == [
                "ana.csv: 3 rows are missing: bolt on language, acme on security, bolt on security. Their scores are not known."
            ])
    }

    @Test func aCommaThatCutsACellIsFound() throws {
        let text = String(decoding: Array(try ScoreFixture.sheet().csv.utf8), as: UTF8.self)
        let cut = text.replacing(",,\r\n", with: ",3,5,good\r\n")
        #expect(throws: Faults.self) {
            try ReturnedSheet(Array(cut.utf8), file: "ana.csv", evaluation: ScoreFixture.evaluation)
        }
    }

    @Test func noBytesCrash() throws {
        let whole = Array(try ScoreFixture.sheet().csv.utf8)
        var state: UInt64 = 7
        for round in 0..<400 {
            var bytes = whole
            for _ in 0..<(1 + round % 20) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
            }
            bytes.removeLast(Int(state >> 40) % 200)
            _ = try? ReturnedSheet(bytes, file: "x", evaluation: ScoreFixture.evaluation)
        }
    }
}
