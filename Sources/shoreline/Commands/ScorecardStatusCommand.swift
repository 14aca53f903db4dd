import ArgumentParser
import Notation
import Scorecards
import Sourcing

struct ScorecardStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say who has handed in and when, what is missing, and whether the log is intact.",
        discussion: "Shows no score: it may be read by an evaluator.")

    @Argument(help: "The case file.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var file: String

    @Option(help: "A digest that the log once ended with, from a report: is what it said still in the log?")
    var head: String?

    func run() throws {
        let card = try Scorecard(file)
        let log = try card.log.read()
        if let head, !log.contains(head: head.lowercased()) {
            throw Faults(
                [
                    Fault(
                        path: "", "The log has no line with the digest \(head).",
                        remedy:
                            "Its lines up to that report were changed or removed, or the digest is another log's. Restore the log from a copy."
                    )
                ], file: card.log.path)
        }
        let evidence = try log.applied(to: card.evaluation, document: card.theCase.document).evidence
        Terminal.out("Scale \(ScaleVersion.of(card.evaluation)).")
        for name in names(card.evaluation, evidence) {
            Terminal.out("\(name): \(words(name, card.evaluation, evidence))")
        }
        if let opening = evidence.opening {
            let changed = opening.scaleHasChanged ? " The scale has changed since." : ""
            Terminal.out("The bids were opened on \(opening.when) by \(opening.by).\(changed)")
            if !evidence.changedSinceOpening.isEmpty {
                Terminal.out(
                    "Changed in the case since the opening, without a record: \(evidence.changedSinceOpening.joined(separator: ", "))."
                )
            }
            for evaluator in Set(evidence.changes.map(\.evaluator)).sorted() {
                let own = evidence.changes.filter { $0.evaluator == evaluator }
                let notes = own.filter(\.isNoteOnly).count
                let scores = Scorecard.count(own.count - notes, "score", "scores")
                let more = notes == 0 ? "" : " and \(Scorecard.count(notes, "note", "notes"))"
                Terminal.out(
                    "After the opening: \(scores)\(more) of \(evaluator), because: "
                        + Set(own.map(\.reason)).sorted().joined(separator: "; "))
            }
        } else {
            Terminal.out("The bids are not opened yet.")
        }
        for evaluator in Set(evidence.differences.map(\.evaluator)).sorted() {
            let count = evidence.differences.filter { $0.evaluator == evaluator }.count
            Terminal.out(
                "The case file has \(Scorecard.count(count, "other score", "other scores")) of \(evaluator) than the log; the log's count."
            )
        }
        let records = Scorecard.count(log.records.count, "record", "records")
        Terminal.out(
            log.records.isEmpty ? "There is no log yet." : "The log is intact: \(records), the last \(log.head).")
    }

    private func names(_ evaluation: Evaluation, _ evidence: EvidenceRecord) -> [String] {
        var names = evaluation.evaluators.map(\.name)
        let others = evidence.sheets.map(\.evaluator) + evidence.inCaseFile + evidence.lateAdditions.map(\.evaluator)
        for name in others where !names.contains(name) { names.append(name) }
        return names
    }

    private func words(_ name: String, _ evaluation: Evaluation, _ evidence: EvidenceRecord) -> String {
        if let sheet = evidence.sheets.last(where: { $0.evaluator == name && !$0.isReplaced }) {
            var text = "handed in on \(sheet.when), \(sheet.scored) of \(sheet.scored + sheet.notKnown) boxes scored."
            if sheet.scaleHasChanged { text += " It was filled in on scale \(sheet.scale)." }
            if sheet.isAfterStatedDay { text += " That was after the day of the opening, \(evaluation.opening ?? "")." }
            return text
        }
        if let late = evidence.lateAdditions.first(where: { $0.evaluator == name }) {
            return late.when.map { "handed in after the opening, on \($0)." }
                ?? "scores in the case file only, added after the opening."
        }
        if evidence.inCaseFile.contains(name) { return "scores in the case file, without a record of when." }
        return "has not handed in."
    }
}
