public import Notation
public import Sourcing

extension ScoreEntry {
    /// What a person wrote into a box of a page, in the same ways as into a cell of a sheet: `4`, `3.5`, `2 to 3`, `?`.
    ///
    /// - Parameters:
    ///   - note: what the score rests on; may be empty.
    ///   - path: what a fault is reported at.
    /// - Throws: one fault that says what is wrong and how to write it.
    public init(
        written score: String, note: String, on criterion: Evaluation.Criterion, path: String
    ) throws(Faults) {
        let note = note.trimmingSpace
        if note.count > ReturnedSheet.longestNote {
            throw Faults(
                Fault(
                    path: path,
                    "The note has \(note.count) characters; at most \(ReturnedSheet.longestNote) are kept.",
                    remedy: "Shorten it, or name the document that holds the rest."))
        }
        do throws(ScoreText.Problem) {
            let levels = try ScoreText.read(score, levels: criterion.levels.map(\.words))
            self.init(low: levels?.low, high: levels?.high, note: note.isEmpty ? nil : note)
        } catch {
            throw Faults(Fault(path: path, error.problem, remedy: error.remedy))
        }
    }

    /// As it would be typed; empty where it is not known.
    public var written: String { isKnown ? words : "" }
}
