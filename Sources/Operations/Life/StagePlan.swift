/// The stages of a work type in their order, as far as an item's life depends on them.
public struct StagePlan: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        public var kind: Kind
        public var skill: String
        /// How many people do it independently of each other: 2 where keying is blind and double, else 1.
        public var seats: Int

        public init(_ kind: Kind, skill: String, seats: Int = 1) {
            self.kind = kind
            self.skill = skill
            self.seats = seats
        }
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case capture, key, adjudicate, check, approve
        /// Giving the work back to the client.
        case `return`

        /// Whether no one may do it who already keyed, adjudicated, checked or approved the item: two entries by one
        /// person agree with themselves, and nobody finds their own mistakes.
        public var isSeparate: Bool {
            switch self {
            case .key, .adjudicate, .check, .approve: true
            case .capture, .return: false
            }
        }
    }

    public var steps: [Step]

    public init(_ steps: [Step]) { self.steps = steps }

    /// Whether there is more than one task that different people must do.
    public var isShared: Bool { steps.reduce(0) { $0 + ($1.kind.isSeparate ? $1.seats : 0) } > 1 }

    /// - Returns: nil behind the last one.
    public subscript(_ stage: Int) -> Step? { steps.indices.contains(stage) ? steps[stage] : nil }
}
