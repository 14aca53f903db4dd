public import Notation
public import Sourcing

/// What is to be recorded: pure decisions. ``EvaluationLogFile/append(_:)`` runs them while nobody else can append.
extension EvaluationLog {
    /// The record of a sheet that came back; nil where it brings nothing new.
    ///
    /// - Parameters:
    ///   - time: ISO 8601 in UTC.
    ///   - by: who imports it.
    ///   - reason: needed after the opening.
    public func receiving(
        _ sheet: ReturnedSheet, into evaluation: Evaluation, time: String, by: String, reason: String?
    ) throws(Faults) -> LogRecord? {
        let scale = ScaleVersion.of(evaluation)
        let given = reason.flatMap { $0.trimmingSpace.isEmpty ? nil : $0.trimmingSpace }
        var record = LogRecord(
            time: time, kind: opening == nil ? .sheet : .change, by: by, evaluator: sheet.evaluator, scale: scale)
        record.file = sheet.file
        record.digest = sheet.digest
        record.reason = given
        if sheet.scale != scale { record.acceptedScale = sheet.scale }
        guard let opening else {
            let last = self.sheet(of: sheet.evaluator)
            if last?.digest == sheet.digest, last?.scale == scale { return nil }
            record.entries = sheet.entries
            return record
        }
        // Scores that got into the case file after the opening are locked by nothing: against them nothing is compared,
        // and all of this sheet is recorded.
        let before = standing[sheet.evaluator] ?? [:]
        record.changes = sheet.entries.keys.sorted().compactMap { cell in
            let old = before[cell] ?? .notKnown
            let new = sheet.entries[cell] ?? .notKnown
            return old == new ? nil : LogRecord.Change(cell: cell, old: old, new: new)
        }
        if record.changes.isEmpty { return nil }
        guard given != nil else {
            let count = record.changes.count
            throw Faults(
                [
                    Fault(
                        path: "",
                        "The bids were opened on \(opening.time) by \(opening.by), and this sheet changes \(count == 1 ? "1 box" : "\(count) boxes") of \(sheet.evaluator).",
                        remedy: "Say why with --reason \"…\": the report shows each change with its reason.")
                ], file: sheet.file)
        }
        return record
    }

    /// The record of the opening, with the scores of the case file that it locks and digests of what else stands.
    ///
    /// - Parameter document: the case as it was written.
    public func opening(
        _ evaluation: Evaluation, document: Tree = .null, time: String, by: String
    ) throws(Faults) -> LogRecord {
        if let opening {
            throw Faults(
                Fault(
                    path: "", "The bids were opened already, on \(opening.time) by \(opening.by).",
                    remedy: "There is one opening. Scores that change now are imported with --reason."))
        }
        var record = LogRecord(time: time, kind: .opening, by: by, scale: ScaleVersion.of(evaluation))
        if !document.isNull { record.rules = RuleVersions(document) }
        let handedIn = standing
        for evaluator in evaluation.scorers where handedIn[evaluator] == nil {
            let held = Self.held(evaluator, in: evaluation)
            if !held.isEmpty { record.locked[evaluator] = held }
        }
        return record
    }
}
