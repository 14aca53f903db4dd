/// Weights made from judgements, with what the judgements say about themselves.
public struct ElicitedWeights: Sendable, Hashable {
    /// One an item, adding up to 1.
    public var weights: [Double]
    /// Lowest and highest weight of each item that fits the judgements equally well; nil where the answer is unique.
    public var intervals: [ClosedRange<Double>]?
    /// Nil where the method asks nothing twice.
    public var consistency: Consistency?
    /// Nil where the judgements agree with each other, or where no change of one of them would help.
    public var worstJudgement: WorstJudgement?

    public init(
        weights: [Double], intervals: [ClosedRange<Double>]? = nil, consistency: Consistency? = nil,
        worstJudgement: WorstJudgement? = nil
    ) {
        self.weights = weights
        self.intervals = intervals
        self.consistency = consistency
        self.worstJudgement = worstJudgement
    }
}

/// How far judgements contradict each other: 0 is not at all.
public struct Consistency: Sendable, Hashable {
    /// AHP: the mean of (A w)ᵢ / wᵢ, the greatest eigenvalue for the eigenvector; n where all is consistent.
    public var lambdaMax: Double?
    /// Best-worst: the largest deviation from a judgement.
    public var xi: Double?
    /// AHP: (λ − n) / (n − 1). Best-worst, nonlinear: the greatest ξ that there may be for this a_BW.
    public var index: Double?
    /// Against judgements made at random (AHP) or as contradictory as may be (best-worst); nil where `ratioMissing`
    /// says why.
    public var ratio: Double?
    public var ratioMissing: String?
    /// Which of the published tables of random indices the ratio rests on; they differ.
    public var randomIndexTable: String?
    /// Aguarón & Moreno-Jiménez (2003), of the geometric mean's weights; nil for incomplete comparisons.
    public var geometricIndex: Double?

    public init() {}
}

/// The one judgement whose change would do most for consistency.
public struct WorstJudgement: Sendable, Hashable {
    /// Its place in the request, e.g. `comparisons[0][3]`.
    public var path: String
    /// AHP: row and column; best-worst: the reference (best or worst) and the item, in the order of the judgement.
    public var row: Int
    public var column: Int
    public var found: Double
    /// On the scale of 1 to 9 (and reciprocals): what would mend it most.
    public var value: Double
    /// What consistency would then be.
    public var consistency: Consistency
}
