import Sourcing

extension ScoreEntry {
    init(_ score: Evaluation.Score) { self.init(low: score.low, high: score.high, note: score.note) }

    /// Nil where nothing is known; a note alone stays in the log.
    var score: Evaluation.Score? {
        guard let low, let high else { return nil }
        return Evaluation.Score(low: low, high: high, note: note)
    }
}
