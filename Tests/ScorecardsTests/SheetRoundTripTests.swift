import Foundation
import Notation
import Sourcing
import Spreadsheet
import Testing

@testable import Scorecards

@Suite struct SheetRoundTripTests {
    private let scores = ["3", "2 to 3", "?", "1.5"]
    private func check(_ sheet: ReturnedSheet) {
        #expect(sheet.evaluator == "ana")
        #expect(sheet.scale == ScaleVersion.of(ScoreFixture.evaluation))
        #expect(sheet.notes == [])
        let cell = { ScoreCell(partner: $0, criterion: $1) }
        #expect(sheet.entries.count == 4)
        #expect(sheet.entries[cell("acme", "language")] == ScoreEntry(low: 3, high: 3, note: "p. 4; \"ok\",\nand more"))
        #expect(sheet.entries[cell("bolt", "language")] == ScoreEntry(low: 2, high: 3))
        #expect(sheet.entries[cell("acme", "security")] == .notKnown)
        #expect(sheet.entries[cell("bolt", "security")] == ScoreEntry(low: 1.5, high: 1.5))
    }

    @Test(arguments: [(",", "\r\n"), (";", "\r\n"), ("\t", "\n"), (";", "\r")])
    func csvAsSpreadsheetsSaveIt(separator: String, end: String) throws {
        let rows = try ScoreFixture.filled(scores, notes: ["p. 4; \"ok\",\nand more"])
        let bytes = ScoreFixture.csv(rows, separator: separator, end: end)
        check(try ReturnedSheet(bytes, file: "ana.csv", evaluation: ScoreFixture.evaluation))
        let marked = [0xEF, 0xBB, 0xBF] + bytes
        check(try ReturnedSheet(marked, file: "ana.csv", evaluation: ScoreFixture.evaluation))
        let wide = String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        check(try ReturnedSheet([0xFF, 0xFE] + wide, file: "ana.csv", evaluation: ScoreFixture.evaluation))
    }

    @Test func rowsInAnyOrder() throws {
        var rows = try ScoreFixture.filled(scores, notes: ["p. 4; \"ok\",\nand more"])
        let body = rows.suffix(4).reversed()
        rows.replaceSubrange(rows.count - 4..<rows.count, with: Array(body))
        check(try ReturnedSheet(ScoreFixture.csv(rows), file: "ana.csv", evaluation: ScoreFixture.evaluation))
    }

    @Test func workbookAsItWasSentIsBlank() throws {
        let sheet = try ReturnedSheet(
            try ScoreFixture.sheet().xlsx(), file: "ana.xlsx", evaluation: ScoreFixture.evaluation)
        #expect(sheet.entries.count == 4)
        #expect(sheet.entries.values.allSatisfy { $0 == .notKnown })
        #expect(sheet.evaluator == "ana")
        let csv = try ReturnedSheet(
            Array(try ScoreFixture.sheet().csv.utf8), file: "ana.csv", evaluation: ScoreFixture.evaluation)
        #expect(csv.entries == sheet.entries)
    }

    @Test func workbookFilledIn() throws {
        let path = ScoreFixture.temporary("filled.xlsx")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try Workbook(path: path)
        let other = try book.sheet("Other", widths: [10])
        try other.row([.text("not this one")])
        let sheet = try book.sheet(ScoreSheet.sheetName, widths: [])
        for row in try ScoreFixture.filled(scores, notes: ["p. 4; \"ok\",\nand more"]) {
            try sheet.row(row.map { $0.isEmpty ? .empty : Double($0).map { .number($0, .number) } ?? .text($0) })
        }
        try book.finish()
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        check(try ReturnedSheet(bytes, file: "ana.xlsx", evaluation: ScoreFixture.evaluation))
    }

    /// Blindness is asserted on the bytes that leave the house.
    @Test func showsNoPriceNoFactAndNothingOfOthers() throws {
        let sheet = try ScoreFixture.sheet()
        let path = ScoreFixture.temporary("blind.xlsx")
        defer { try? FileManager.default.removeItem(atPath: path) }
        try sheet.writeXLSX(to: path)
        let unpacked = Process()
        unpacked.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unpacked.arguments = [
            "python3", "-c",
            "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); sys.stdout.write(''.join(z.read(n).decode() for n in z.namelist()))",
            path,
        ]
        let pipe = Pipe()
        unpacked.standardOutput = pipe
        try unpacked.run()
        let workbook = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        unpacked.waitUntilExit()
        #expect(workbook.contains("Acme Ltd") && workbook.contains("sheetProtection"))
        #expect(workbook.contains("dataValidation"))
        for text in [sheet.csv, workbook] {
            for secret in ["SECRET", "attrition", "9876543", "iso", "people", "People"] {
                #expect(!text.contains(secret), "\(secret)")
            }
            #expect(text.range(of: "\\bben\\b", options: .regularExpression) == nil)
        }
        // The CSV has scores for nobody: its last two cells are empty in every row.
        #expect(sheet.csv.split(separator: "\r\n").suffix(4).allSatisfy { $0.hasSuffix(",,") })
        #expect(sheet.csv.contains("'=none"))
    }

    @Test func scaleVersionKnowsEverythingThatIsScored() {
        let first = ScaleVersion.of(ScoreFixture.evaluation)
        #expect(first.count == 12)
        func changed(_ change: (inout Evaluation.Criterion) -> Void, at index: Int) -> String {
            var evaluation = ScoreFixture.evaluation
            change(&evaluation.tree[0].criteria[index])
            return ScaleVersion.of(evaluation)
        }
        #expect(changed({ $0.title = "L" }, at: 0) != first)
        #expect(changed({ $0.name = "l" }, at: 0) != first)
        #expect(changed({ $0.about = nil }, at: 0) != first)
        #expect(changed({ $0.scale = .levels([.init("a", value: 0)]) }, at: 1) != first)
        #expect(changed({ $0.weight = .init(low: 1, high: 3) }, at: 0) == first)
        #expect(changed({ $0.title = "another" }, at: 2) == first)
    }
}
