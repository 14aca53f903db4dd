extension Evaluation {
    /// One thing that partners are compared by, with the scale that was fixed before the bids were opened.
    public struct Criterion: Hashable, Sendable {
        public var name: String
        public var title: String
        /// What is meant, in a sentence.
        public var about: String?
        public var kind: Kind
        public var scale: Scale
        /// Swing points among its siblings; nil where the case gives none.
        public var weight: SwingRange?
        /// A partner at this level, fact or worse cannot be first, whatever else speaks for it.
        public var veto: Double?
        /// For the second opinion, in value from 0 to 1: differences up to here count for nothing …
        public var indifference: Double?
        /// … and from here on in full.
        public var preference: Double?
        /// The library's name where the scale comes from it.
        public var library: String?
        public var line: Int?

        public init(name: String, title: String, about: String? = nil, kind: Kind, scale: Scale) {
            self.name = name
            self.title = title
            self.about = about
            self.kind = kind
            self.scale = scale
        }

        /// The unit of a fact, in words.
        public var unit: String? {
            if case .facts(let unit, _) = scale { return unit }
            return nil
        }
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Evaluators choose a level.
        case score
        /// A figure of the partner.
        case fact
        /// The present value of the total cost, from the cost model.
        case price
    }

    public enum Scale: Hashable, Sendable {
        /// Levels in words from the worst (1) to the best, each with its value from 0 to 1.
        case levels([Level])
        /// A figure, in a unit, and what it is worth.
        case facts(unit: String, Curve)
    }

    public struct Level: Hashable, Sendable {
        public var words: String
        /// 0…1.
        public var value: Double
        public init(_ words: String, value: Double) {
            self.words = words
            self.value = value
        }
    }

    /// What a figure is worth, 0…1.
    public enum Curve: Hashable, Sendable {
        /// v(u) = (1 − e^(−r·u)) / (1 − e^(−r)) with u from worst (0) to best (1); a straight line for r = 0.
        case exponential(worst: Double, best: Double, curvature: Double)
        /// Piecewise linear between points, figures ascending.
        case points([Point])
    }

    public struct Point: Hashable, Sendable {
        public var figure: Double
        public var value: Double
        public init(_ figure: Double, _ value: Double) {
            self.figure = figure
            self.value = value
        }
    }
}
