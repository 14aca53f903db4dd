import Sourcing

extension EvaluationLog {
    /// The scores that stand by the log alone, by evaluator: the last sheet before the opening, what the opening
    /// locked, and the changes after it.
    public var standing: [String: [ScoreCell: ScoreEntry]] {
        var standing: [String: [ScoreCell: ScoreEntry]] = [:]
        for record in records {
            switch record.kind {
            case .sheet: standing[record.evaluator ?? ""] = record.entries
            case .opening: standing.merge(record.locked) { sheet, _ in sheet }
            case .change:
                for change in record.changes {
                    standing[record.evaluator ?? "", default: [:]][change.cell] = change.new
                }
            }
        }
        return standing
    }

    /// What the case file itself holds of an evaluator.
    static func held(_ evaluator: String, in evaluation: Evaluation) -> [ScoreCell: ScoreEntry] {
        var held: [ScoreCell: ScoreEntry] = [:]
        for partner in evaluation.partners {
            for (criterion, score) in partner.scores[evaluator] ?? [:] {
                held[ScoreCell(partner: partner.name, criterion: criterion)] = ScoreEntry(score)
            }
        }
        return held
    }
}
