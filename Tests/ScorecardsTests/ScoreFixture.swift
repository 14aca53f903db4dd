import Foundation
import Sourcing
import Spreadsheet

@testable import Scorecards

/// An evaluation with something to hide: a price, a fact, two evaluators' scores.
enum ScoreFixture {
    static var evaluation: Evaluation {
        let language = Evaluation.Criterion(
            name: "language", title: "Language", about: "How well do clerks write English?", kind: .score,
            scale: .levels([
                .init("Needs help, often", value: 0), .init("Understood", value: 0.4),
                .init("Good; few slips", value: 0.8),
                .init("Like our own \"best\"", value: 1),
            ]))
        let security = Evaluation.Criterion(
            name: "security", title: "Security", kind: .score,
            scale: .levels([.init("=none", value: 0), .init("some", value: 0.5), .init("audited", value: 1)]))
        let attrition = Evaluation.Criterion(
            name: "attrition", title: "SECRET-FACT-TITLE", kind: .fact,
            scale: .facts(unit: "share a year", .exponential(worst: 0.6, best: 0.1, curvature: 0)))
        let price = Evaluation.Criterion(
            name: "price", title: "SECRET-PRICE-TITLE", kind: .price,
            scale: .facts(unit: "USD", .exponential(worst: 9_876_543, best: 1, curvature: 0)))
        var acme = Evaluation.Bidder(name: "acme", title: "Acme Ltd")
        acme.scores = ["ben": ["language": .init(2), "security": .init(low: 1, high: 2, note: "SECRET-NOTE")]]
        acme.gates = ["iso": .init(.pass, evidence: "SECRET-EVIDENCE")]
        acme.option = "SECRET-OPTION"
        acme.note = "SECRET-BIDDER-NOTE"
        return Evaluation(
            function: "f", opening: "2026-11-16",
            tree: [
                .init(
                    name: "people", title: "People", weight: nil, criteria: [language, security, attrition],
                    isGroup: true),
                .init(name: "price", weight: nil, criteria: [price], isGroup: false),
            ],
            evaluators: [.init(name: "ana", title: "Ana Ortiz"), .init(name: "ben", title: "SECRET-BEN")],
            partners: [acme, .init(name: "bolt")])
    }

    static func sheet(_ evaluator: String = "ana") throws -> ScoreSheet {
        try ScoreSheet(evaluation, title: "Where to enter invoices", evaluator: evaluator)
    }

    /// The sheet's rows with scores and notes filled in, in the order of the rows.
    static func filled(_ scores: [String], notes: [String] = [], evaluator: String = "ana") throws -> [[String]] {
        let sheet = try sheet(evaluator)
        var rows = try DelimitedText.rows(Array(sheet.csv.utf8), isHeading: SheetRows.isHeading)
        let heading = rows.firstIndex(where: SheetRows.isHeading) ?? 0
        for (index, score) in scores.enumerated() { rows[heading + 1 + index][5 + sheet.levelCount] = score }
        for (index, note) in notes.enumerated() { rows[heading + 1 + index][6 + sheet.levelCount] = note }
        return rows
    }

    static func csv(_ rows: [[String]], separator: String = ",", end: String = "\r\n") -> [UInt8] {
        Array(
            rows.map { row in
                row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: separator)
            }.joined(separator: end).utf8)
    }

    static func returned(
        _ scores: [String], notes: [String] = [], evaluator: String = "ana", evaluation: Evaluation = evaluation
    ) throws -> ReturnedSheet {
        try ReturnedSheet(
            csv(try filled(scores, notes: notes, evaluator: evaluator)), file: "\(evaluator).csv",
            evaluation: evaluation)
    }

    static func temporary(_ name: String) -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("shoreline-\(UUID().uuidString)-\(name)").path
    }
}
