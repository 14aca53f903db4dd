public import Scorecards
public import Sourcing

/// How far the scoring of a case is. Before the opening it tells who handed in, never what.
public struct ScoringState: Sendable {
    public struct HandIn: Sendable, Hashable {
        public var evaluator: String
        /// ISO 8601.
        public var when: String
        public var scored: Int
    }

    public let evaluation: Evaluation
    /// The last sheet of each evaluator, or the last change.
    public let handIns: [HandIn]
    public let openedAt: String?
    public let openedBy: String?
    /// Nil before the opening: until then nobody sees another's scores.
    public let log: EvaluationLog?
    /// The log's last line, which may be noted at any time.
    public let head: String

    init(theCase: Case, evaluation: Evaluation, log: EvaluationLog) {
        self.evaluation = evaluation
        openedAt = log.opening?.time
        openedBy = log.opening?.by
        head = log.head
        self.log = log.opening == nil ? nil : log
        let standing = log.standing
        handIns = standing.keys.sorted().map { name in
            HandIn(
                evaluator: name, when: log.records.last { $0.evaluator == name }?.time ?? log.opening?.time ?? "",
                scored: standing[name]?.values.count(where: \.isKnown) ?? 0)
        }
    }
}

/// A version of a case and the scores that count with it.
public struct ScoredCase: Sendable {
    public let line: CaseLine
    public let version: CaseVersion
    /// Empty before the opening: sheets that are still blind change no figure that somebody sees.
    public let log: EvaluationLog
    /// How many sheets wait for the opening.
    public let blindSheets: Int

    init(line: CaseLine, version: CaseVersion, log: EvaluationLog) {
        self.line = line
        self.version = version
        self.log = log.opening == nil ? EvaluationLog() : log
        blindSheets = log.opening == nil ? log.standing.count : 0
    }
}
