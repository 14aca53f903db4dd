public import Notation
public import Sourcing

/// The sheet that one evaluator fills in.
///
/// It holds the partners' names, the criteria and the words of their levels, and nothing else: no price, no figure of
/// a partner, no gate, nothing of another evaluator. Blindness is what the sheet leaves out, so it is made from those
/// parts alone and never by striking things from a case.
public struct ScoreSheet: Sendable {
    /// What a level's column, its row's cells and the returned sheet are called by; fixed, because they are read back.
    public enum Column {
        public static let partner = "partner"
        public static let partnerTitle = "partner title"
        public static let criterion = "criterion"
        public static let criterionTitle = "criterion title"
        public static let question = "question"
        public static let score = "score"
        public static let note = "note"
        public static func level(_ number: Int) -> String { "level \(number)" }
    }

    public struct Row: Sendable {
        public var cell: ScoreCell
        public var partnerTitle: String
        public var criterionTitle: String
        public var question: String
        /// From the worst (1) to the best.
        public var levels: [String]
    }

    public let title: String
    public let evaluator: String
    public let evaluatorTitle: String
    public let scale: String
    public let rows: [Row]
    /// Columns of levels: as many as the longest scale has.
    public let levelCount: Int

    /// - Throws: where nothing can be scored, or `evaluator` is none of those whom the case lists.
    public init(_ evaluation: Evaluation, title: String, evaluator: String) throws(Faults) {
        let criteria = evaluation.scored
        var faults: [Fault] = []
        if criteria.isEmpty {
            faults.append(
                Fault(
                    path: "selection.criteria", "No criterion of this case is scored by evaluators.",
                    remedy: "Give a criterion levels in words, for example: levels: [none, some, all]."))
        }
        if evaluation.partners.isEmpty {
            faults.append(
                Fault(
                    path: "selection.partners", "The case names no partner to score.",
                    remedy: "Add the partners under selection.partners."))
        }
        if let fault = Self.unknown(evaluator, in: evaluation) { faults.append(fault) }
        if !faults.isEmpty { throw Faults(faults) }
        self.title = evaluation.title ?? title
        self.evaluator = evaluator
        evaluatorTitle = evaluation.evaluators.first { $0.name == evaluator }?.shownName ?? evaluator
        scale = ScaleVersion.of(evaluation)
        levelCount = criteria.map(\.levels.count).max() ?? 0
        // One criterion at a time, all partners within it: a person holds one scale in mind and compares answers to
        // one question. Going partner by partner lets the impression of a partner colour every answer (the halo
        // effect). Partners stay in the order of the case, so that two sheets can be laid side by side.
        rows = criteria.flatMap { criterion in
            evaluation.partners.map { partner in
                Row(
                    cell: ScoreCell(partner: partner.name, criterion: criterion.name),
                    partnerTitle: partner.shownName, criterionTitle: criterion.title,
                    question: criterion.about ?? "", levels: criterion.levels.map(\.words))
            }
        }
    }

    /// Why nobody of that name scores this case; nil where somebody does.
    static func unknown(_ evaluator: String, in evaluation: Evaluation) -> Fault? {
        let known = evaluation.scorers
        // A case that lists nobody leaves it to whoever sends the sheets.
        if known.contains(evaluator) || (known.isEmpty && !evaluator.isEmpty) { return nil }
        let near = NearestName.of(evaluator, in: known).map { "Did you mean \($0)? " } ?? ""
        let list = known.isEmpty ? "Add them under selection.evaluators." : "Known: \(known.joined(separator: ", "))."
        return Fault(path: "", "The case has no evaluator “\(evaluator)”.", remedy: near + list)
    }

    /// The headings of the table, in their order.
    public var headings: [String] {
        [Column.partner, Column.partnerTitle, Column.criterion, Column.criterionTitle, Column.question]
            + (0..<levelCount).map { Column.level($0 + 1) } + [Column.score, Column.note]
    }

    /// What stands above the table: a label and its text.
    public var head: [(label: String, text: String)] {
        [
            (Label.sheet, title), (Label.evaluator, evaluator), (Label.scale, scale),
            (Label.instructions, Self.instructions.joined(separator: " ")),
        ]
    }

    enum Label {
        static let sheet = "score sheet"
        static let evaluator = "evaluator"
        static let scale = "scale"
        static let instructions = "how to score"
    }

    /// How to fill it in, a sentence each.
    public static let instructions = [
        "Fill in the columns “score” and “note” only; leave the rest as it is.",
        "Score each partner by the level whose words fit best: 1 is the first level, and a higher number is better.",
        "A half, such as 3.5, stands between two levels. If you are torn, write a range, such as 2 to 3.",
        "If you do not know, leave the score blank or write ?; a guess is worse than no answer.",
        "Write in the note what the score rests on: a page of the offer, a reference call, a visit.",
        "Score alone: do not speak with the other evaluators, and do not ask for prices, before you hand in.",
    ]
}
