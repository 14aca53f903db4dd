import Foundation
import Sourcing
import Testing

/// `choose` and `locate` as a person runs them.
@Suite struct ChooseCommandTests {
    let line = CommandLineTests()
    static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples")

    /// A folder with the example and its log.
    func withExample(_ body: (URL) throws -> Void) throws {
        let place = try line.folder()
        defer { try? FileManager.default.removeItem(at: place) }
        for file in ["accounts-payable.yaml", "accounts-payable.scores.jsonl"] {
            try FileManager.default.copyItem(
                at: Self.examples.appending(path: file), to: place.appending(path: file))
        }
        try body(place)
    }

    @Test func theExampleIsChosenWithItsEvidence() throws {
        try withExample { place in
            let text = try line.run(["choose", "accounts-payable.yaml", "--samples", "5000"], in: place)
            #expect(text.code == 0 && text.error == "")
            for part in [
                "Charminar BPO, Hyderabad is first in", "Sahyadri Ledger, Mumbai is out: it failed",
                "on condition: ISO 27001", "The price to negotiate with", "Missing answers",
                "Where the evaluators need to talk", "Changed after the opening: Coromandel Process, Chennai, People",
                "The bids were opened on 16 November 2026 by Ana Ortiz.", "The log ends with",
            ] {
                // Lines are broken to the width of the page.
                let flat = text.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(flat.contains(part), "\(part)")
            }
            #expect(!text.out.lowercased().split { !$0.isLetter }.contains("nan"))
        }
    }

    @Test func everyFormatAndOneReportOfBoth() throws {
        try withExample { place in
            let few = ["accounts-payable.yaml", "--samples", "2000", "--trials", "300", "--quiet"]
            let json = try line.run(["choose"] + few + ["--format", "json"], in: place)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
            let ranking = try #require(object["ranking"] as? [[String: Any]])
            #expect(ranking.count == 4)
            for partner in ranking {
                let shares = try #require(partner["rankAcceptability"] as? [Double])
                #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
            }
            let two = try line.run(["choose"] + few + ["--format", "json", "--threads", "2"], in: place)
            let one = try line.run(["choose"] + few + ["--format", "json", "--threads", "1"], in: place)
            #expect(one.out == two.out)
            let csv = try line.run(["choose"] + few + ["--format", "csv"], in: place)
            // A heading, four partners, and the one that is out.
            #expect(csv.out.split(separator: "\r\n").count == 6)
            let book = try line.run(["choose"] + few + ["--format", "xlsx", "--output", "c.xlsx"], in: place)
            #expect(book.code == 0)
            #expect(try Data(contentsOf: place.appending(path: "c.xlsx")).prefix(2) == Data("PK".utf8))
            let report = try line.run(["choose"] + few + ["--report", "r.html"], in: place)
            #expect(report.code == 0 && report.out.contains("Report: "))
            let html = try String(contentsOf: place.appending(path: "r.html"), encoding: .utf8)
            for id in ["answer", "partner-answer", "partner-price", "partner-evidence", "places"] {
                #expect(html.contains("id=\"\(id)\""), "\(id)")
            }
            #expect(html.contains("after opening"))
        }
    }

    @Test func whatIfTriesAChangeAndLeavesTheCaseAlone() throws {
        try withExample { place in
            let before = try Data(contentsOf: place.appending(path: "accounts-payable.yaml"))
            let few = ["choose", "accounts-payable.yaml", "--samples", "5000", "--trials", "300"]
            let cheap = try line.run(
                few + ["--what-if", "selection.partners.coromandel.bid.price.perTransaction=0.3"], in: place)
            #expect(cheap.code == 0)
            #expect(cheap.out.contains("Another partner is first. Coromandel Process, Chennai"))
            let wrong = try line.run(few + ["--what-if", "selection.criteria.prise.weight=2"], in: place)
            #expect(wrong.code == 2)
            #expect(
                wrong.error
                    == "--what-if: selection.criteria: There is no key “prise” in selection.criteria. Did you mean price?\n"
            )
            let half = try line.run(few + ["--what-if", "selection"], in: place)
            #expect(half.code == 2)
            #expect(half.error.contains("“selection” is no change"))
            #expect(try Data(contentsOf: place.appending(path: "accounts-payable.yaml")) == before)
        }
    }

    @Test func aTamperedLogIsRefused() throws {
        try withExample { place in
            let log = place.appending(path: "accounts-payable.scores.jsonl")
            let text = try String(contentsOf: log, encoding: .utf8)
            let range = try #require(text.range(of: "\"low\":3,\"high\":3"))
            try text.replacingCharacters(in: range, with: "\"low\":5,\"high\":5").write(
                to: log, atomically: true, encoding: .utf8)
            let outcome = try line.run(["choose", "accounts-payable.yaml"], in: place)
            #expect(outcome.code == 2 && outcome.out == "")
            #expect(outcome.error.contains("accounts-payable.scores.jsonl"))
        }
    }

    @Test func aCaseWithoutPartnersIsToldWhatToDo() throws {
        let place = try line.folder()
        defer { try? FileManager.default.removeItem(at: place) }
        _ = try line.run(["new", "case.yaml"], in: place)
        let outcome = try line.run(["choose", "case.yaml"], in: place)
        #expect(outcome.code == 2)
        #expect(outcome.error.hasPrefix("case.yaml: selection: The case has no selection section"))
    }

    /// What the starter case says of partners works once its marks are taken away.
    @Test func theStartersSelectionWorks() throws {
        let place = try line.folder()
        defer { try? FileManager.default.removeItem(at: place) }
        var lines = StarterCase.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0 == "# selection:" })
        for index in start..<lines.count where lines[index].hasPrefix("# ") { lines[index].removeFirst(2) }
        try lines.joined(separator: "\n").write(
            to: place.appending(path: "case.yaml"), atomically: true, encoding: .utf8)
        let outcome = try line.run(["choose", "case.yaml", "--samples", "2000", "--trials", "300"], in: place)
        #expect(outcome.error == "")
        #expect(outcome.code == 0)
        let checked = try line.run(["check", "case.yaml"], in: place)
        #expect(
            checked.out
                == "case.yaml is in order: 1 function, 4 options, 3 criteria, 2 partners.\nNote: ganga: not known is iso-27001; it is in on condition.\n"
        )
    }

    @Test func locateInEveryFormat() throws {
        try withExample { place in
            let few = ["locate", "accounts-payable.yaml", "--samples", "1000"]
            let text = try line.run(few, in: place)
            #expect(text.code == 0 && text.out.contains("What each would have to offer to come first"))
            let json = try line.run(few + ["--format", "json"], in: place)
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
            #expect((object["places"] as? [Any])?.isEmpty == false)
            let csv = try line.run(few + ["--format", "csv"], in: place)
            #expect(csv.out.split(separator: "\r\n").count == 106)
            let wrong = try line.run(few + ["--function", "invoice-entri"], in: place)
            #expect(wrong.code == 2 && wrong.error.contains("Did you mean invoice-entry?"))
            let report = try line.run(few + ["--report", "p.html", "--quiet"], in: place)
            #expect(report.code == 0)
            #expect(try String(contentsOf: place.appending(path: "p.html"), encoding: .utf8).contains("id=\"places\""))
        }
    }

    @Test func comparingTwoCasesComparesTheirChoices() throws {
        try withExample { place in
            let text = try String(contentsOf: place.appending(path: "accounts-payable.yaml"), encoding: .utf8)
            try text.replacing("perTransaction: 0.92", with: "perTransaction: 1.20").write(
                to: place.appending(path: "dearer.yaml"), atomically: true, encoding: .utf8)
            try FileManager.default.copyItem(
                at: place.appending(path: "accounts-payable.scores.jsonl"),
                to: place.appending(path: "dearer.scores.jsonl"))
            let outcome = try line.run(
                ["compare", "accounts-payable.yaml", "dearer.yaml", "--trials", "200", "--quiet"], in: place)
            #expect(outcome.code == 0)
            #expect(outcome.out.contains("Another partner is first. Coromandel Process, Chennai"))
        }
    }
}
