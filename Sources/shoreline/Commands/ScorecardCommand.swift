import ArgumentParser
import Foundation
import Notation
import Scorecards
import Sourcing

struct ScorecardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorecard",
        abstract: "Send score sheets to evaluators, take them back, and keep a record of who scored what when.",
        discussion: """
            Each evaluator gets a sheet that shows neither the others' scores nor any price. What comes back is kept in \
            a log beside the case (case.scores.jsonl), which is evidence: keep it with the case. \
            shoreline scorecard open marks the opening of the bids; a score that changes later needs a reason and is \
            shown in the report.
            """,
        subcommands: [
            ScorecardExportCommand.self, ScorecardImportCommand.self, ScorecardOpenCommand.self,
            ScorecardStatusCommand.self,
        ])
}

/// A case that compares partners, and the log beside it.
struct Scorecard {
    let theCase: Case
    let evaluation: Evaluation
    let file: String
    let log: EvaluationLogFile

    init(_ file: String) throws {
        theCase = try CaseFile.read(file)
        guard let evaluation = theCase.evaluation else {
            throw Faults(
                [
                    Fault(
                        path: "", "This case does not compare partners: it has no selection section.",
                        remedy: "Add selection: with criteria, evaluators and partners.")
                ], file: file)
        }
        self.evaluation = evaluation
        self.file = file
        log = EvaluationLogFile(path: EvaluationLog.path(beside: file))
    }

    /// Now, as the log writes it.
    static var now: String { ISO8601DateFormatter().string(from: Date()) }

    /// Who runs the command, where nobody is named: the account's name.
    static func person(_ name: String?) -> String {
        let given = name?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        if !given.isEmpty { return given }
        let account = NSUserName()
        return account.isEmpty ? "unknown" : account
    }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? "1 \(one)" : "\(number) \(many)"
    }
}
