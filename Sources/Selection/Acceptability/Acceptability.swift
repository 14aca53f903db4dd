/// What SMAA-2 says of each partner (Lahdelma & Salminen, Operations Research 49(3) (2001), 444–454).
public struct Acceptability: Sendable {
    /// How many pairs of weights and values were drawn.
    public var samples: Int
    /// Partners × ranks: chance of each rank; ties share their ranks equally. Rows and columns sum to 1.
    public var rankAcceptability: [[Double]]
    /// Of each rank acceptability: √(p(1 − p)/N). Draws by hit-and-run are not independent: there it is the larger of
    /// that and of what the spread between 32 independent batches of chains gives.
    public var standardError: [[Double]]
    /// Partners × criteria: mean of the weights that make the partner first; nil when it never is.
    public var centralWeights: [[Double]?]
    /// Chance of being first at the central weights, values still uncertain: own draws, as many. Nil like
    /// `centralWeights`. Its standard error is √(p(1 − p)/N).
    public var confidence: [Double?]
    /// Partners × partners: chance that the first is ahead of the second; ties count half. 0 on the
    /// diagonal. Its standard error is √(p(1 − p)/N) at most, for independent draws.
    public var pairwiseWinning: [[Double]]
    /// From 1.
    public var expectedRank: [Double]
    /// Of the draws; the exact mean where values are known and weights are on the simplex or in an order.
    public var meanWeights: [Double]
    /// Partners × criteria: mean value drawn.
    public var meanValues: [[Double]]
    /// Partners × criteria: mean of weight × value.
    public var meanContributions: [[Double]]
    /// Per partner: sum of the mean contributions.
    public var meanTotal: [Double]
    /// Partners × partners: standard error of the difference of two mean totals, from the spread between the batches in
    /// which the draws were added up (chains where the weights are drawn by hit-and-run). 0 where the means are exact.
    public var leadError: [[Double]]
    /// Per partner: share of the draws in which it met a veto.
    public var vetoed: [Double]
    public var sampling: WeightSampling

    /// What is asked for; what is left out stays empty in the answer and costs nothing.
    public struct Parts: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Rank acceptability, standard errors, expected ranks, means and vetoes: always answered.
        public static let ranks: Parts = []
        public static let pairwise = Parts(rawValue: 1)
        public static let centralWeights = Parts(rawValue: 2)
        /// Brings `centralWeights` with it.
        public static let confidence = Parts(rawValue: 6)
        public static let all: Parts = [.pairwise, .centralWeights, .confidence]
    }
}

/// How the weights were drawn.
public enum WeightSampling: Sendable, Hashable {
    /// There is one weight vector only.
    case fixed
    /// By a formula, each draw for itself.
    case direct
    /// Uniform draws, those outside thrown away; `acceptance` is the share kept.
    case rejection(acceptance: Double)
    /// Hit-and-run (Tervonen, van Valkenhoef, Baştürk & Postmus, EJOR 224(3) (2013), 552–559), `thinning` steps from
    /// one draw to the next. n³ · ln(n + 1)/4 in n dimensions, less where that would take minutes.
    case hitAndRun(thinning: Int)
}
