public import Scorecards
public import Sourcing

extension EvidenceLine {
    /// The record of an evaluation as the report shows it.
    ///
    /// - Parameter entries: lines of the log.
    public static func lines(_ record: EvidenceRecord, _ evaluation: Evaluation, entries: Int) -> [EvidenceLine] {
        let names = EvidenceNames(evaluation)
        var lines: [EvidenceLine] = []
        for sheet in record.sheets {
            var remarks: [String] = []
            if sheet.isReplaced { remarks.append("replaced by a later sheet") }
            if sheet.scaleHasChanged { remarks.append("the scale has changed since") }
            if sheet.isAfterStatedDay { remarks.append("after the day set for the opening") }
            lines.append(
                .sheet(
                    .init(
                        evaluator: names.evaluator(sheet.evaluator), handedIn: EvidenceNames.day(sheet.when),
                        scored: sheet.scored, asked: sheet.scored + sheet.notKnown, remarks: remarks,
                        digest: sheet.digest)))
        }
        let known = Set(record.sheets.map(\.evaluator) + record.lateAdditions.map(\.evaluator) + record.inCaseFile)
        if !record.sheets.isEmpty {
            let asked = evaluation.criteria.count { $0.kind == .score } * evaluation.partners.count
            for evaluator in evaluation.evaluators where !known.contains(evaluator.name) {
                lines.append(.sheet(.init(evaluator: evaluator.shownName, handedIn: nil, scored: 0, asked: asked)))
            }
        }
        if let opening = record.opening {
            lines.append(.opening(when: EvidenceNames.day(opening.when), by: opening.by))
            if opening.scaleHasChanged { lines.append(.remark("The scale has changed since the opening.")) }
        }
        for change in record.changes where !change.isNoteOnly {
            lines.append(
                .change(
                    .init(
                        who: "\(names.evaluator(change.evaluator)), recorded by \(change.by)",
                        when: EvidenceNames.day(change.when),
                        what: names.cell(change.partner, change.criterion),
                        old: change.old, new: change.new, why: change.reason, isAfterOpening: true)))
        }
        lines += EvidenceWords.remarks(record, evaluation).map { .remark($0) }
        if !record.sheets.isEmpty || record.opening != nil { lines.append(.digest(record.head, entries: entries)) }
        return lines
    }
}
