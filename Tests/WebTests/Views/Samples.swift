import Choosing
import Economics
import Foundation
import Notation
import Reports
import Scorecards
import Sourcing

@testable import Web

/// The example case, decided and chosen once for all tests of the views.
enum Samples {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func theCase(_ name: String = "accounts-payable") throws -> Case {
        try CaseReader.read(text: String(contentsOf: root.appending(path: "Examples/\(name).yaml"), encoding: .utf8))
    }

    static let decision = Result { try decided(theCase()) }
    static let choice = Result { try chosen(theCase()) }

    static func decided(_ theCase: Case) throws -> Decision {
        guard let decision = try Decide(trials: 1_000, seed: 1, threads: 1)(theCase) else {
            throw CancellationError()
        }
        return decision
    }

    static func chosen(_ theCase: Case) throws -> Choice {
        try Choose(samples: 2_000, trials: 500, seed: 1, threads: 1)(theCase, evaluation: evaluation(theCase))
    }

    /// With the scores of the log beside the example.
    static func evaluation(_ theCase: Case) throws -> Evaluation? {
        guard let stated = theCase.evaluation else { return nil }
        let log = root.appending(path: "Examples/accounts-payable.scores.jsonl")
        return try EvaluationLog(Array(Data(contentsOf: log))).applied(to: stated).evaluation
    }

    /// The record of how the scores of the example came about.
    static let evidence: [EvidenceLine] = {
        guard let theCase = try? theCase(), let stated = theCase.evaluation,
            let bytes = try? Data(contentsOf: root.appending(path: "Examples/accounts-payable.scores.jsonl")),
            let log = try? EvaluationLog(Array(bytes)),
            let applied = try? log.applied(to: stated, document: theCase.document)
        else { return [] }
        return EvidenceLine.lines(applied.evidence, applied.evaluation, entries: log.records.count)
    }()

    static func changed(_ theCase: Case, _ changes: [String]) throws -> Case {
        var tree = theCase.document
        for change in changes { tree = try CaseEdit.applying(change, to: tree) }
        return try CaseReader.read(tree)
    }

    static let viewer = Viewer(
        name: "Ana Ortiz", organisation: "Larkfield Foods", roles: ["administrator", "analyst"], csrf: "token")
}
