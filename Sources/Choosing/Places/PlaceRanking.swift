public import Sourcing

/// Where the work could be done, ranked before there are bids: facts only, what is not known kept as uncertainty.
public struct PlaceRanking: Sendable {
    public var theCase: Case
    public var function: String
    public var samples: Int
    public var seed: UInt64
    public var headline: String
    public var text: String
    /// Countries that pass every gate or are not known to fail one, by mean points, most first.
    public var places: [Place]
    /// Countries that fail a gate.
    public var excluded: [Exclusion]
    public var criteria: [Criterion]
    public var gates: [Gate]
    public var assumptions: [String]

    public struct Place: Sendable {
        /// ISO 3166-1 alpha-2.
        public var country: String
        public var title: String
        public var rank: Int
        /// Mean points, 0…100, with P10 and P90 over the ways to see it.
        public var points: Double
        public var p10: Double
        public var p90: Double
        /// Share of the ways to see it in which it is first, and among the first three.
        public var first: Double
        public var firstThree: Double
        public var geography: Geography
        /// Gates whose answer is not known.
        public var conditions: [String]
        /// By criterion: the fact, in words with its unit and year; nil = not known.
        public var facts: [String: String]
        /// By criterion, value 0…1 (mean).
        public var values: [String: Double]
        /// What it would have to offer to come first, a sentence; nil for the first.
        public var toComeFirst: String?
    }

    public struct Exclusion: Sendable {
        public var country: String
        public var title: String
        /// One sentence for each failed gate.
        public var reasons: [String]
    }

    public struct Criterion: Sendable {
        public var name: String
        public var title: String
        /// Mean weight, a share of 1.
        public var weight: Double
        /// "0 at 30 %, 100 at 5 %".
        public var scale: String
        public var source: String
    }

    public struct Gate: Sendable {
        public var title: String
        /// The rule in words.
        public var rule: String
        public var failed: Int
        public var notKnown: Int
    }
}
