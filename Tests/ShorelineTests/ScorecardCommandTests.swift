import Foundation
import Testing

/// `shoreline scorecard` from the sheet that goes out to the change after the opening.
struct ScorecardCommandTests {
    private let shell = CommandLineTests()

    private func folder() throws -> URL {
        let place = try shell.folder()
        let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Examples/accounts-payable.yaml").standardizedFileURL
        try FileManager.default.copyItem(at: example, to: place.appendingPathComponent("case.yaml"))
        return place
    }

    /// Fills in the first box of an exported CSV.
    private func fill(_ sheet: String, as copy: String, score: String, in place: URL) throws {
        let text = try String(contentsOf: place.appendingPathComponent(sheet), encoding: .utf8)
        let end = try #require(text.range(of: ",,\r\n"))
        try text.replacingCharacters(in: end, with: ",\(score),page 4\r\n")
            .write(to: place.appendingPathComponent(copy), atomically: true, encoding: .utf8)
    }

    @Test func fromTheSheetToTheChangeAfterTheOpening() throws {
        let place = try folder()
        defer { try? FileManager.default.removeItem(at: place) }
        #expect(try shell.run(["scorecard", "export", "case.yaml", "--all", "--format", "xlsx"], in: place).code == 0)
        let out = try shell.run(
            ["scorecard", "export", "case.yaml", "--evaluator", "ana", "--format", "csv", "-o", "ana.csv"], in: place)
        #expect(out.code == 0 && out.out.hasPrefix("Wrote ana.csv: 55 boxes for Ana Ortiz, scale "))
        let again = try shell.run(
            ["scorecard", "export", "case.yaml", "--evaluator", "ana", "-o", "ana.csv"], in: place)
        #expect(again.code == 2)
        #expect(
            again.error
                == "ana.csv: There is a file of that name already. Choose another place with -o, or write --force to replace it.\n"
        )
        try fill("ana.csv", as: "first.csv", score: "3", in: place)
        try fill("ana.csv", as: "second.csv", score: "4", in: place)
        try fill("ana.csv", as: "wrong.csv", score: "6", in: place)
        let wrong = try shell.run(["scorecard", "import", "case.yaml", "wrong.csv", "gone.csv"], in: place)
        #expect(wrong.code == 2)
        #expect(
            wrong.error
                == """
                wrong.csv: K7: “6” is outside the scale, which has the levels 1 to 5. Write a level from 1 to 5, a half such as 1.5, a range such as 1 to 2, or ? where it is not known.
                gone.csv: There is no such file. Check its name and the folder you are in.

                """)
        #expect(!FileManager.default.fileExists(atPath: place.appendingPathComponent("case.scores.jsonl").path))
        let first = try shell.run(["scorecard", "import", "case.yaml", "first.csv", "--by", "Lea"], in: place)
        #expect(first.out == "first.csv: 1 of 55 boxes scored by ana.\n")
        #expect(try shell.run(["scorecard", "open", "case.yaml", "--by", "Lea"], in: place).code == 0)
        #expect(try shell.run(["scorecard", "open", "case.yaml"], in: place).code == 2)
        let late = try shell.run(["scorecard", "import", "case.yaml", "second.csv"], in: place)
        #expect(late.code == 2 && late.error.contains("Say why with --reason"))
        let told = try shell.run(
            ["scorecard", "import", "case.yaml", "second.csv", "--reason", "misread"], in: place)
        #expect(told.out == "second.csv: 1 score changes after the opening, of ana; recorded with the reason.\n")
        let status = try shell.run(["scorecard", "status", "case.yaml"], in: place)
        #expect(status.out.contains("After the opening: 1 score of ana, because: misread"))
        #expect(status.out.contains("The log is intact: 3 records"))
        let log = place.appendingPathComponent("case.scores.jsonl")
        let text = try String(contentsOf: log, encoding: .utf8)
        try text.replacing("misread", with: "mislaid").write(to: log, atomically: true, encoding: .utf8)
        let tampered = try shell.run(["scorecard", "status", "case.yaml"], in: place)
        #expect(tampered.code == 2)
        #expect(tampered.error.hasPrefix("case.scores.jsonl:3:1: This line was altered: it is not what was written."))
    }

    @Test func aCaseWithoutPartnersIsRefused() throws {
        let place = try shell.folder()
        defer { try? FileManager.default.removeItem(at: place) }
        _ = try shell.run(["new", "case.yaml"], in: place)
        let outcome = try shell.run(["scorecard", "status", "case.yaml"], in: place)
        #expect(outcome.code == 2)
        #expect(
            outcome.error
                == "case.yaml: This case does not compare partners: it has no selection section. Add selection: with criteria, evaluators and partners.\n"
        )
    }
}
