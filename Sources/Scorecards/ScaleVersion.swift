import Notation
public import Sourcing

/// Which scale a sheet was filled in on.
///
/// A score is a level's number, and a number means nothing without the words it stood for. A sheet carries the version,
/// so that scores on other words are never taken for scores on these.
public enum ScaleVersion {
    /// The first 12 hexadecimal digits of the SHA-256 of ``text(of:)``: enough that no two scales of a case meet.
    public static func of(_ evaluation: Evaluation) -> String { String(Digest.of(text(of: evaluation)).prefix(12)) }

    /// Everything that gives a score its meaning, in one form: per scored criterion its name, title, question and the
    /// words and values of its levels. Facts and the price are not scored, so a change to them changes nothing here.
    static func text(of evaluation: Evaluation) -> String {
        let criteria = evaluation.scored.map { criterion in
            Tree.map([
                "name": .text(criterion.name), "title": .text(criterion.title), "about": .text(criterion.about),
                "levels": .list(
                    criterion.levels.map { .map(["words": .text($0.words), "value": .number($0.value)]) }),
            ])
        }
        return JSONWriter.text(.list(criteria))
    }
}

extension Evaluation {
    /// The criteria that evaluators score, in the order of the case.
    public var scored: [Criterion] {
        criteria.filter { criterion in
            guard criterion.kind == .score, case .levels = criterion.scale else { return false }
            return true
        }
    }

    /// Everybody who scores: those the case lists, then those it only holds scores of.
    public var scorers: [String] {
        var names = evaluators.map(\.name)
        let further = Set(partners.flatMap(\.scores.keys)).subtracting(names)
        names += further.sorted()
        return names
    }

    func bidder(named name: String) -> Bidder? { partners.first { $0.name == name } }
}

extension Evaluation.Criterion {
    /// From the worst to the best; none for a figure.
    public var levels: [Evaluation.Level] {
        guard case .levels(let levels) = scale else { return [] }
        return levels
    }
}
