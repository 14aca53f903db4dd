public import Economics
public import Sourcing

/// Which partner, how sure, and what would change it. Values run from 0 to 100 points: 100 is the best level of every
/// criterion.
public struct Choice: Sendable {
    public var theCase: Case
    public var evaluation: Evaluation
    /// Ways to see it that were looked at: draws of weights, evaluators, missing answers and costs.
    public var samples: Int
    public var trials: Int
    public var seed: UInt64

    /// Partners that passed the gates or whose answers are not all known, by mean points, most first.
    public var ranking: [PartnerAnswer]
    /// Partners that failed a must-have: never ranked.
    public var excluded: [Exclusion]
    public var headline: String
    /// Two or three sentences.
    public var text: String
    /// Nil with one partner, or none.
    public var rivalry: Rivalry?
    public var criteria: [CriterionAnswer]
    public var weights: WeightAnswer
    public var price: PriceAnswer?
    public var missing: [MissingAnswer]
    public var evaluators: EvaluatorAnswer?
    /// Evaluators who have scored nothing, by title: no view of theirs was drawn.
    public var silent: [String] = []
    public var secondOpinion: SecondOpinion?
    /// Pairs in which the first is at least as good as the second on everything, however it is seen.
    public var dominance: [Dominance]
    /// Criteria that hardly separate the partners.
    public var idle: [IdleCriterion]
    /// Criteria that rise and fall together over partners and evaluators: one thing may count twice.
    public var twins: [TwinCriteria]
    public var vetoes: [VetoAnswer]
    /// What was assumed where the case is silent, a sentence each.
    public var assumptions: [String]

    public var winner: PartnerAnswer? { ranking.first }
    public func partner(_ name: String) -> PartnerAnswer? { ranking.first { $0.name == name } }
}

extension Choice {
    /// One partner in the ranking.
    public struct PartnerAnswer: Sendable {
        public var name: String
        public var title: String
        /// From 1; partners that cannot be told apart share the better rank.
        public var rank: Int
        /// In on condition: a must-have that is not known, by gate.
        public var conditions: [String]
        /// Mean points, 0…100, at the mean of the weights.
        public var points: Double
        /// Share of the ways to see it in which it takes each rank, first rank first. Adds up to 1.
        public var ranks: [Double]
        /// Standard error of `ranks`.
        public var standardErrors: [Double]
        public var first: Double { ranks.first ?? 0 }
        /// Chance to beat each other partner, by name.
        public var beats: [String: Double]
        /// Weights at which it is typically first, by criterion; nil when it never is.
        public var centralWeights: [String: Double]?
        /// Chance of being first at those weights.
        public var confidence: Double?
        /// Mean points that each criterion contributes; they add up to `points`.
        public var contributions: [String: Double]
        /// Mean value on each criterion, 0…1.
        public var values: [String: Double]
        /// Criteria about which nothing is known of it.
        public var unknown: [String]
        /// Mean total cost over the horizon in the client's currency, with P10 and P90; nil where price is no criterion.
        public var cost: Distribution80?
    }

    public struct Exclusion: Sendable {
        public var name: String
        public var title: String
        /// Failed must-haves with their evidence.
        public var failed: [(gate: String, evidence: String?)]
    }

    /// The winner and the runner-up.
    public struct Rivalry: Sendable {
        public var winner: String
        public var runnerUp: String
        /// Points.
        public var lead: Double
        /// Chance that the winner beats the runner-up.
        public var beats: Double
        /// True where the two cannot be told apart within three standard errors.
        public var isTie: Bool
        /// By criterion: what the winner gains (or loses, negative) in points, largest first.
        public var differences: [(criterion: String, points: Double)]
        /// Criteria on which the winner is behind the best partner by at least a quarter of the scale.
        public var weakSpots: [WeakSpot]
        /// The smallest changes of the weights that let each rival tie, the nearest first.
        public var flips: [Flip]
    }

    public struct WeakSpot: Sendable {
        public var criterion: String
        /// Value of the winner, 0…1.
        public var value: Double
        public var best: String
        public var bestValue: Double
        /// The winner's level in words, where the criterion has levels.
        public var words: String?
    }

    public struct Flip: Sendable {
        public var rival: String
        /// Largest change of one weight, as a difference of shares.
        public var largestChange: Double
        /// Euclidean length of the change.
        public var distance: Double
        /// By criterion, at the tie; only those that change by at least half a percentage point.
        public var weights: [(criterion: String, from: Double, to: Double)]
    }

    public struct CriterionAnswer: Sendable {
        public var name: String
        public var title: String
        public var about: String?
        public var kind: Evaluation.Kind
        /// Title of its group; nil where it stands alone.
        public var group: String?
        public var scale: Evaluation.Scale
        /// Mean weight, a share of 1, and the least and the most that it can be by what was said or assumed.
        public var weight: Double
        public var weightLow: Double
        public var weightHigh: Double
        /// Weights, the others keeping their proportions, in which the winner stays first; nil with fewer than two partners.
        public var stays: ClosedRange<Double>?
    }

    public struct WeightAnswer: Sendable {
        /// How they were asked for, in words ("swing points in a tree", "pairwise comparisons").
        public var form: String
        /// Consistency in words, where the form has one; with the ratio and the table it was measured by.
        public var consistency: String?
        /// What would mend it most.
        public var mend: String?
        /// How the draws were made ("drawn directly", "hit-and-run, thinned by 512").
        public var drawn: String
    }

    /// The number to negotiate with.
    public struct PriceAnswer: Sendable {
        public struct Tie: Sendable {
            public var partner: String
            /// Price asked, in the offer's own unit (an item, an hour, …); nil for tiers, where only the change is meant.
            public var asks: Double?
            /// What one unit is, e.g. "an invoice".
            public var unit: String
            public var currency: String
            /// Factor on the price at which it ties with the other; nil where there is none on this scale.
            public var factor: Double?
            public var tiesAt: Double? { asks.flatMap { asks in factor.map { asks * $0 } } }
            /// Mean total cost now and at the tie.
            public var cost: Double
            public var costAtTie: Double?
            /// The partner with which it ties.
            public var with: String
        }
        /// The criterion's name.
        public var criterion: String
        /// Each rival's tie with the winner, and the winner's with the runner-up, in the order of the ranking.
        public var ties: [Tie]
        /// Worst and best of the value scale, in the client's currency.
        public var worst: Double
        public var best: Double
        /// Partners whose cost leaves the scale in some futures: their value is cut off there.
        public var outside: [(partner: String, share: Double)]
    }

    public struct MissingAnswer: Sendable {
        public enum Kind: Sendable { case gate, fact, score }
        public var kind: Kind
        public var partner: String
        /// Gate or criterion.
        public var subject: String
        /// Mean points that the choice would gain from knowing it.
        public var worth: Double
        /// Chance that the answer would change who is first.
        public var chanceToChange: Double
        /// A sentence: whether it could change who is first, and how.
        public var sentence: String
    }

    public struct EvaluatorAnswer: Sendable {
        public struct View: Sendable {
            public var name: String
            public var title: String
            /// Points of each partner in this evaluator's view, price included, by partner.
            public var points: [String: Double]
            /// First in this view.
            public var first: String?
            /// First when price is left out.
            public var firstWithoutPrice: String?
            /// First when this evaluator is left out.
            public var firstWithout: String?
            /// Cells scored, of those asked for.
            public var scored: Int
            public var asked: Int
        }
        public struct Cell: Sendable {
            public var partner: String
            public var criterion: String
            /// Levels, lowest first.
            public var scores: [Double]
            /// Range over the scale's length, 0…1.
            public var spread: Double
            /// Median absolute deviation over the scale's length.
            public var deviation: Double
            /// Evidence notes, without names.
            public var notes: [String]
        }
        public var views: [View]
        /// All scored cells: criteria in the order of the case, then partners.
        public var cells: [Cell]
        /// The cells most worth talking about, the furthest apart first (at least half of the scale apart).
        public var talkAbout: [Cell]
        /// Kendall's W over the evaluators' rankings of the partners, price left out; 1 is full agreement. Nil with
        /// fewer than two evaluators or partners.
        public var kendallW: Double?
        public var kendallP: Double?
        /// ICC(2,1), absolute agreement of single scores, with its 95 % interval.
        public var icc: (value: Double, low: Double, high: Double)?
    }

    /// PROMETHEE over the mean values.
    public struct SecondOpinion: Sendable {
        /// Net flow by partner, most first.
        public var flows: [(partner: String, net: Double, plus: Double, minus: Double)]
        public var agrees: Bool
        /// Pairs that PROMETHEE I cannot compare.
        public var incomparable: [(String, String)]
        public var sentence: String
    }

    public struct Dominance: Sendable {
        public var better: String
        public var worse: String
    }

    public struct IdleCriterion: Sendable {
        public var criterion: String
        /// Points between the best and the worst partner on it.
        public var spread: Double
        public var weight: Double
    }

    public struct TwinCriteria: Sendable {
        public var first: String
        public var second: String
        /// Spearman's rank correlation.
        public var correlation: Double
        public var weight: Double
    }

    public struct VetoAnswer: Sendable {
        public var partner: String
        public var criterion: String
        /// Share of the ways to see it.
        public var share: Double
    }
}
