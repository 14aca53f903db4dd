import Notation
public import Scorecards
public import Sourcing

/// How the scores came about, in sentences.
public enum EvidenceWords {
    public static func sentences(_ record: EvidenceRecord, _ evaluation: Evaluation) -> [String] {
        let names = EvidenceNames(evaluation)
        var lines = record.sheets.filter { !$0.isReplaced }.map { sheet in
            var line =
                "\(names.evaluator(sheet.evaluator)) handed in on \(EvidenceNames.day(sheet.when)): \(Words.plural(sheet.scored, "score")), \(sheet.notKnown) not known, on scale \(sheet.scale)."
            if sheet.scaleHasChanged { line += " The scale has changed since." }
            if sheet.isAfterStatedDay { line += " That was after the day set for the opening." }
            return line
        }
        if let opening = record.opening {
            lines.append(
                "The bids were opened on \(EvidenceNames.day(opening.when)) by \(opening.by)."
                    + (opening.scaleHasChanged ? " The scale has changed since." : ""))
        } else if !record.sheets.isEmpty {
            lines.append("The opening of the bids is not recorded yet: shoreline scorecard open does.")
        }
        for change in record.changes where !change.isNoteOnly {
            lines.append(
                "Changed after the opening: \(names.cell(change.partner, change.criterion)), \(names.evaluator(change.evaluator)), from \(change.old) to \(change.new), on \(EvidenceNames.day(change.when)) by \(change.by): \(change.reason)"
            )
        }
        lines += remarks(record, evaluation)
        if !record.sheets.isEmpty || record.opening != nil { lines.append("The log ends with \(record.head).") }
        return lines
    }

    /// What else a reader must know: scores that came late, or without a record.
    static func remarks(_ record: EvidenceRecord, _ evaluation: Evaluation) -> [String] {
        let names = EvidenceNames(evaluation)
        var lines: [String] = []
        if !record.changedSinceOpening.isEmpty {
            lines.append(
                "Changed in the case since the opening, without a record of who and why: \(record.changedSinceOpening.listed("and"))."
            )
        }
        for late in record.lateAdditions {
            lines.append(
                "Scored only after the opening: \(names.evaluator(late.evaluator))\(late.when.map { ", on \(EvidenceNames.day($0))" } ?? "")\(late.reason.map { ": \($0)" } ?? ".")"
            )
        }
        let notes = record.changes.filter(\.isNoteOnly).count
        if notes > 0 {
            lines.append("\(Words.plural(notes, "note")) changed after the opening, the score staying as it was.")
        }
        if !record.inCaseFile.isEmpty {
            lines.append(
                "The scores of \(names.evaluators(record.inCaseFile)) stand in the case file: nothing shows when they were given."
            )
        }
        if !record.inBoth.isEmpty {
            lines.append(
                "\(names.evaluators(record.inBoth)) stand both in the case file and in the log: the log counts, and differs in \(Words.plural(record.differences.count, "score"))."
            )
        }
        if !record.unused.isEmpty {
            lines.append(
                "\(Words.plural(record.unused.count, "score")) of the log belong to a partner or criterion that the case no longer has."
            )
        }
        return lines
    }
}

/// Names as people know them.
struct EvidenceNames {
    let evaluation: Evaluation
    init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    func evaluator(_ name: String) -> String { evaluation.evaluators.first { $0.name == name }?.shownName ?? name }

    func evaluators(_ names: [String]) -> String {
        names.map(evaluator).listed("and")
    }

    func cell(_ partner: String, _ criterion: String) -> String {
        let bidder = evaluation.partners.first { $0.name == partner }?.shownName ?? partner
        return "\(bidder), \(evaluation.criterion(named: criterion)?.title ?? criterion)"
    }

    /// `2026-11-12T09:14:00Z` as "12 November 2026".
    static func day(_ time: String) -> String { Words.date(String(time.prefix(10))) }
}
