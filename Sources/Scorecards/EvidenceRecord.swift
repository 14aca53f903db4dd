/// How the scores of an evaluation came about, for the report: who handed in what and when, on which version of the
/// scale, and what changed after the bids were opened.
public struct EvidenceRecord: Sendable {
    /// A sheet that was handed in before the opening.
    public struct Sheet: Hashable, Sendable {
        public var number: Int
        public var evaluator: String
        /// ISO 8601, UTC.
        public var when: String
        public var by: String
        public var file: String
        /// The first 12 digits of the SHA-256 of the file's bytes.
        public var digest: String
        /// The version that it was filled in on.
        public var scale: String
        /// The case has another version now: what was scored is not quite what is asked.
        public var scaleHasChanged: Bool
        /// A later sheet of the same evaluator counts instead.
        public var isReplaced: Bool
        /// Handed in after the day that the case gives for the opening, though no opening was recorded before it.
        public var isAfterStatedDay: Bool
        /// Boxes with a score, and boxes that are not known or missing.
        public var scored: Int
        public var notKnown: Int
    }

    public struct Opening: Hashable, Sendable {
        public var when: String
        public var by: String
        public var scale: String
        /// The case has another version of the scale now.
        public var scaleHasChanged: Bool
    }

    /// A box that changed after the opening.
    public struct Change: Hashable, Sendable {
        public var partner: String
        public var criterion: String
        public var evaluator: String
        /// `3`, `2 to 3` or `not known`.
        public var old: String
        public var new: String
        public var when: String
        public var by: String
        public var reason: String
        /// The score stayed; only what was noted with it changed.
        public var isNoteOnly: Bool
    }

    /// Scores that came after the opening from somebody who had given none before it.
    public struct LateAddition: Hashable, Sendable {
        public var evaluator: String
        /// Nil where they were written into the case file, which keeps no record of when.
        public var when: String?
        public var by: String?
        public var reason: String?
    }

    /// A score in the case file that is not the log's: the log's counts.
    public struct Difference: Hashable, Sendable {
        public var partner: String
        public var criterion: String
        public var evaluator: String
        public var inCaseFile: String
        public var inLog: String
    }

    public var sheets: [Sheet] = []
    public var opening: Opening?
    /// Parts of the selection that are not as they were at the opening: `RuleVersions.parts`.
    public var changedSinceOpening: [String] = []
    public var changes: [Change] = []
    public var lateAdditions: [LateAddition] = []
    /// Evaluators whose scores are only in the case file: nothing tells when they were given.
    public var inCaseFile: [String] = []
    /// Evaluators both in the case file and in the log: the log's scores count.
    public var inBoth: [String] = []
    public var differences: [Difference] = []
    /// Boxes of the log whose partner or criterion the case no longer has, with their evaluators.
    public var unused: [(evaluator: String, cell: ScoreCell)] = []
    /// SHA-256 of the log's last line: printed in the report, it shows later whether the log still is what it was.
    public var head: String

    init(head: String) { self.head = head }
}
