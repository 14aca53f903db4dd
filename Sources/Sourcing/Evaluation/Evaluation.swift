/// How partners are compared: what the `selection` section of a case says, and nothing more.
public struct Evaluation: Sendable {
    public var title: String?
    /// The function that a partner is sought for.
    public var function: String
    /// The day on which the bids are opened: scales, weights and scores stand from then on. ISO 8601, `2026-11-16`.
    public var opening: String?
    /// Criteria and groups of criteria, in the order of the case.
    public var tree: [CriterionGroup]
    public var gates: [Gate]
    public var evaluators: [Evaluator]
    public var mixing: Mixing
    public var weights: WeightStatement
    public var partners: [Bidder]

    public init(
        title: String? = nil, function: String, opening: String? = nil, tree: [CriterionGroup], gates: [Gate] = [],
        evaluators: [Evaluator] = [], mixing: Mixing = .person, weights: WeightStatement = .init(),
        partners: [Bidder]
    ) {
        self.title = title
        self.function = function
        self.opening = opening
        self.tree = tree
        self.gates = gates
        self.evaluators = evaluators
        self.mixing = mixing
        self.weights = weights
        self.partners = partners
    }

    /// All criteria, those of groups in their place.
    public var criteria: [Criterion] { tree.flatMap(\.criteria) }
    public func criterion(named name: String) -> Criterion? { criteria.first { $0.name == name } }
}

extension Evaluation {
    /// What one way to see the partners takes together, where evaluators disagree.
    public enum Mixing: String, Hashable, Sendable, CaseIterable {
        /// One evaluator's view of everything.
        case person
        /// For each criterion one evaluator's view.
        case criterion
    }

    public struct Evaluator: Hashable, Sendable {
        public var name: String
        public var title: String?
        public var role: String?
        public init(name: String, title: String? = nil, role: String? = nil) {
            self.name = name
            self.title = title
            self.role = role
        }
        public var shownName: String { title ?? name }
    }

    /// A must-have: passed, failed or not known. Never a score.
    public struct Gate: Hashable, Sendable {
        public var name: String
        public var title: String?
        public var about: String?
        public init(name: String, title: String? = nil, about: String? = nil) {
            self.name = name
            self.title = title
            self.about = about
        }
        public var shownName: String { title ?? name }
    }

    /// Several criteria under one heading, or one criterion that stands alone.
    public struct CriterionGroup: Hashable, Sendable {
        public var name: String
        public var title: String?
        /// Swing points beside the other groups.
        public var weight: SwingRange?
        public var criteria: [Criterion]
        /// False for a criterion that stands alone: the group is then the criterion itself.
        public var isGroup: Bool
        public init(name: String, title: String? = nil, weight: SwingRange?, criteria: [Criterion], isGroup: Bool) {
            self.name = name
            self.title = title
            self.weight = weight
            self.criteria = criteria
            self.isGroup = isGroup
        }
    }

    /// Swing points: how much the step from a criterion's worst to its best level is worth beside the largest such step.
    public struct SwingRange: Hashable, Sendable {
        public var low: Double
        public var high: Double
        /// One number, without a range.
        public var isPoint: Bool { low == high }
        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }
}
