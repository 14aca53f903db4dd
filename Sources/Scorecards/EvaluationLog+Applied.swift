public import Notation
public import Sourcing

extension EvaluationLog {
    /// The evaluation with the log's scores in it, and how they came about.
    ///
    /// An evaluator whom the log knows has the log's scores only; what the case file says of them is compared, not used.
    ///
    /// - Parameter document: the case as it was written: compared with what the opening locked.
    /// - Throws: where a score lies beyond the levels that its criterion has now.
    public func applied(
        to evaluation: Evaluation, document: Tree = .null
    ) throws(Faults) -> (evaluation: Evaluation, evidence: EvidenceRecord) {
        var merged = evaluation
        var evidence = evidence(of: evaluation)
        if let rules = opening?.rules, !document.isNull {
            evidence.changedSinceOpening = RuleVersions(document).changed(since: rules)
        }
        var faults: [Fault] = []
        for (evaluator, entries) in standing.sorted(by: { $0.key < $1.key }) {
            let held = Self.held(evaluator, in: evaluation)
            if !held.isEmpty {
                if records.contains(where: { $0.evaluator == evaluator }) { evidence.inBoth.append(evaluator) }
                for (cell, entry) in held.sorted(by: { $0.key < $1.key }) where entry.words != entries[cell]?.words {
                    evidence.differences.append(
                        .init(
                            partner: cell.partner, criterion: cell.criterion, evaluator: evaluator,
                            inCaseFile: entry.words, inLog: (entries[cell] ?? .notKnown).words))
                }
            }
            for index in merged.partners.indices { merged.partners[index].scores[evaluator] = nil }
            for (cell, entry) in entries.sorted(by: { $0.key < $1.key }) {
                guard let partner = merged.partners.firstIndex(where: { $0.name == cell.partner }),
                    let criterion = evaluation.scored.first(where: { $0.name == cell.criterion })
                else {
                    evidence.unused.append((evaluator, cell))
                    continue
                }
                guard let score = entry.score else { continue }
                if score.high > Double(criterion.levels.count) {
                    faults.append(
                        Fault(
                            path: "\(cell.partner).\(cell.criterion)",
                            "The score \(entry.words) of \(evaluator) lies beyond the scale, which now has \(criterion.levels.count) levels.",
                            remedy: "Restore the levels that were scored, or have a new sheet filled in."))
                    continue
                }
                merged.partners[partner].scores[evaluator, default: [:]][cell.criterion] = score
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        return (merged, evidence)
    }

    private func evidence(of evaluation: Evaluation) -> EvidenceRecord {
        var evidence = EvidenceRecord(head: head)
        let scale = ScaleVersion.of(evaluation)
        let boxes = evaluation.scored.count * evaluation.partners.count
        var known: Set<String> = []
        for record in records {
            let evaluator = record.evaluator ?? ""
            switch record.kind {
            case .sheet:
                let filledOn = record.acceptedScale ?? record.scale
                let scored = record.entries.values.filter(\.isKnown).count
                evidence.sheets.append(
                    .init(
                        number: record.number, evaluator: evaluator, when: record.time, by: record.by,
                        file: record.file ?? "", digest: String((record.digest ?? "").prefix(12)), scale: filledOn,
                        scaleHasChanged: filledOn != scale,
                        isReplaced: sheet(of: evaluator)?.number != record.number,
                        // ISO 8601 days sort as text; the day of the opening itself is still in time.
                        isAfterStatedDay: evaluation.opening.map { String(record.time.prefix(10)) > $0 } ?? false,
                        scored: scored, notKnown: max(0, boxes - scored)))
                known.insert(evaluator)
            case .opening:
                evidence.opening = .init(
                    when: record.time, by: record.by, scale: record.scale, scaleHasChanged: record.scale != scale)
                known.formUnion(record.locked.keys)
            case .change:
                if known.insert(evaluator).inserted {
                    evidence.lateAdditions.append(
                        .init(evaluator: evaluator, when: record.time, by: record.by, reason: record.reason))
                }
                for change in record.changes {
                    evidence.changes.append(
                        .init(
                            partner: change.cell.partner, criterion: change.cell.criterion, evaluator: evaluator,
                            old: change.old.words, new: change.new.words, when: record.time, by: record.by,
                            reason: record.reason ?? "", isNoteOnly: change.old.words == change.new.words))
                }
            }
        }
        let locked = Set(opening?.locked.keys.map { $0 } ?? [])
        for evaluator in evaluation.scorers where !Self.held(evaluator, in: evaluation).isEmpty {
            if locked.contains(evaluator) || !known.contains(evaluator) { evidence.inCaseFile.append(evaluator) }
            if opening != nil, !known.contains(evaluator) {
                evidence.lateAdditions.append(.init(evaluator: evaluator, when: nil, by: nil, reason: nil))
            }
        }
        return evidence
    }
}
