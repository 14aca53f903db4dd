extension Evaluation {
    /// A partner that offers to do the work.
    public struct Bidder: Sendable {
        public var name: String
        public var title: String?
        public var note: String?
        /// The option of the case whose cost is this partner's price: one of the case's own, or one that the bid made.
        public var option: String?
        /// The option that the partner's `bid` makes; not one of the case's options.
        public var bid: SourcingOption?
        /// By gate. A gate that is left out is not known.
        public var gates: [String: GateAnswer]
        /// Figures by criterion. What is left out is not known.
        public var facts: [String: Stated]
        /// By evaluator, then by criterion. What is left out is not known.
        public var scores: [String: [String: Score]]
        public var line: Int?

        public init(name: String, title: String? = nil) {
            self.name = name
            self.title = title
            gates = [:]
            facts = [:]
            scores = [:]
        }

        public var shownName: String { title ?? name }
    }

    public enum GateState: String, Hashable, Sendable, CaseIterable {
        case pass, fail
        case notKnown = "not-known"
    }

    public struct GateAnswer: Hashable, Sendable {
        public var state: GateState
        public var evidence: String?
        public init(_ state: GateState, evidence: String? = nil) {
            self.state = state
            self.evidence = evidence
        }
    }

    /// One evaluator's judgement of one partner on one criterion: a level from 1, or a range of levels.
    public struct Score: Hashable, Sendable {
        public var low: Double
        public var high: Double
        public var note: String?
        public init(_ level: Double, note: String? = nil) { self.init(low: level, high: level, note: note) }
        public init(low: Double, high: Double, note: String? = nil) {
            self.low = low
            self.high = high
            self.note = note
        }
    }
}
