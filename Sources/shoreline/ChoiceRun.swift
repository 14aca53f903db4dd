import Choosing
import Notation
import Reports
import Scorecards
import Sourcing

/// A choice with the scores that came in on sheets, and how these came about.
struct ChoiceRun {
    var choice: Choice
    /// In sentences; empty where nothing was recorded.
    var sentences: [String] = []
    /// For the report.
    var lines: [EvidenceLine] = []

    /// - Parameter file: of the case; the log stands beside it.
    init(_ theCase: Case, file: String, choose: Choose) throws {
        do {
            guard let stated = theCase.evaluation else {
                choice = try choose(theCase)
                return
            }
            let log = try EvaluationLogFile(path: EvaluationLog.path(beside: file)).read()
            let (evaluation, evidence) = try log.applied(to: stated, document: theCase.document)
            choice = try choose(theCase, evaluation: evaluation)
            sentences = EvidenceWords.sentences(evidence, evaluation)
            lines = EvidenceLine.lines(evidence, evaluation, entries: log.records.count)
        } catch let faults as Faults {
            throw Faults(faults.faults, file: faults.file ?? file)
        }
    }
}
