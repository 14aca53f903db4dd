/// One line of an evaluation log.
public struct LogRecord: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// An evaluator handed in before the opening.
        case sheet
        /// The bids were opened: scores and scales stand from here on.
        case opening
        /// Scores that came or changed after the opening.
        case change
    }

    /// A box whose content changed after the opening.
    public struct Change: Hashable, Sendable {
        public var cell: ScoreCell
        public var old: ScoreEntry
        public var new: ScoreEntry
        public init(cell: ScoreCell, old: ScoreEntry, new: ScoreEntry) {
            self.cell = cell
            self.old = old
            self.new = new
        }
    }

    /// From 1.
    public internal(set) var number = 0
    /// ISO 8601 in UTC, `2026-11-16T09:30:00Z`.
    public var time: String
    public var kind: Kind
    /// Who ran the command.
    public var by: String
    /// Whose sheet it is; nil for an opening.
    public var evaluator: String?
    /// The version of the scale in the case at that time.
    public var scale: String
    /// The version that the sheet was filled in on, where it is another and was accepted.
    public var acceptedScale: String?
    public var file: String?
    /// SHA-256 of the sheet's bytes.
    public var digest: String?
    public var reason: String?
    /// A sheet's boxes, in order.
    public var entries: [ScoreCell: ScoreEntry] = [:]
    /// An opening's: the scores that stood in the case file, by evaluator. They are locked with it.
    public var locked: [String: [ScoreCell: ScoreEntry]] = [:]
    /// An opening's: digests of what else stands from it; nil in logs of before they were kept.
    public var rules: RuleVersions?
    public var changes: [Change] = []
    /// SHA-256 of the line before; zeros for the first.
    public internal(set) var previous = EvaluationLog.start

    init(time: String, kind: Kind, by: String, evaluator: String? = nil, scale: String) {
        self.time = time
        self.kind = kind
        self.by = by
        self.evaluator = evaluator
        self.scale = scale
    }
}
