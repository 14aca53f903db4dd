/// What is known of one partner on one criterion, as value from 0 (worst on the criterion's scale) to 1 (best).
///
/// What is missing is a distribution over the scale, never a point (Lahdelma & Salminen, Operations Research 49(3)
/// (2001), 444–454: stochastic criteria values).
public enum ValueCell: Sendable, Hashable {
    case known(Double)
    /// Uniform between the two.
    case range(low: Double, high: Double)
    /// Missing: uniform over 0…1.
    case unknown
    /// Missing on a scale of levels: each of these values equally likely.
    case levels([Double])
    /// One per evaluator, in the same order in all cells; nil where that evaluator gave none. No element is `views` or
    /// `futures`. Where the evaluator drawn gave none, one of the others' is drawn instead, each equally likely. All
    /// nil means `unknown`.
    case views([ValueCell?])
    /// Joint simulated values, e.g. of cost: all such cells of a model have the same count, and one draw takes the same
    /// future in every one of them.
    case futures([Double])
}
