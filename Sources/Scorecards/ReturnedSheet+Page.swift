public import Notation
public import Sourcing

extension ReturnedSheet {
    /// A sheet that was filled in on a page.
    ///
    /// - Parameters:
    ///   - scale: the version of the scale that the page showed.
    ///   - file: how the log names where it came from.
    ///   - acceptScale: take scores that were given on another version of the scale.
    /// - Throws: where the case knows no such evaluator, asks no such box, or has another scale.
    public init(
        entries: [ScoreCell: ScoreEntry], evaluator: String, scale: String, evaluation: Evaluation,
        file: String = "page", acceptScale: Bool = false
    ) throws(Faults) {
        var faults: [Fault] = []
        if let fault = ScoreSheet.unknown(evaluator, in: evaluation) { faults.append(fault) }
        let current = ScaleVersion.of(evaluation)
        if scale != current, !acceptScale {
            faults.append(
                Fault(
                    path: "",
                    "The sheet was filled in on scale \(scale); the case has scale \(current) now.",
                    remedy: "Reload the page, check each score against the words as they are now, and hand in again."))
        }
        let partners = Set(evaluation.partners.map(\.name))
        let criteria = Set(evaluation.scored.map(\.name))
        for cell in entries.keys.sorted() where !partners.contains(cell.partner) || !criteria.contains(cell.criterion) {
            faults.append(
                Fault(
                    path: "\(cell.partner).\(cell.criterion)",
                    "The case does not ask for a score of \(cell.partner) on \(cell.criterion).",
                    remedy: "Reload the page: partners or criteria have changed."))
        }
        if !faults.isEmpty { throw Faults(faults) }
        self.init(
            evaluator: evaluator, scale: scale, entries: entries, file: file,
            digest: Digest.of(Self.text(entries, evaluator: evaluator, scale: scale)))
    }

    /// All that was handed in, in one form, for the digest.
    private static func text(_ entries: [ScoreCell: ScoreEntry], evaluator: String, scale: String) -> String {
        let cells = entries.sorted { $0.key < $1.key }.map { cell, entry in
            Tree.map([
                ("partner", .text(cell.partner)), ("criterion", .text(cell.criterion)), ("low", .number(entry.low)),
                ("high", .number(entry.high)), ("note", .text(entry.note)),
            ])
        }
        return JSONWriter.text(
            .map([("evaluator", .text(evaluator)), ("scale", .text(scale)), ("entries", .list(cells))]))
    }
}
