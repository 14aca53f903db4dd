/// What is known of the weights of the criteria. Weights are at least 0 and sum to 1.
public enum WeightKnowledge: Sendable, Hashable {
    /// These weights, divided by their sum.
    case point([Double])
    /// Anything: uniform on the simplex.
    case none
    /// Complete order of the criteria (indices from 0), most important first; uniform where the weights fall in it.
    case order([Int])
    /// Swing points, each uniform in its range, then divided by their sum.
    case points([ClosedRange<Double>])
    /// A value tree: each node's points uniform in its range and divided by the sum over its siblings; a leaf's weight
    /// is the product along its path.
    case tree([WeightNode])
    /// Uniform over the simplex within these bounds, one range a criterion.
    case intervals([ClosedRange<Double>])
    /// Uniform over the simplex where every constraint holds.
    case constraints([LinearConstraint])
}

/// A node of a value tree. Parents come before their children.
public struct WeightNode: Sendable, Hashable {
    /// Index of the parent among the nodes; nil at the top.
    public var parent: Int?
    public var points: ClosedRange<Double>
    /// Index of the criterion that this node is; nil for a group.
    public var leaf: Int?

    public init(parent: Int? = nil, points: ClosedRange<Double>, leaf: Int? = nil) {
        self.parent = parent
        self.points = points
        self.leaf = leaf
    }
}

/// Σ coefficients[k] · w[k] ≤ bound.
public struct LinearConstraint: Sendable, Hashable {
    /// One a criterion.
    public var coefficients: [Double]
    public var bound: Double
    /// What it says in words; messages quote it.
    public var title: String?

    public init(coefficients: [Double], bound: Double, title: String? = nil) {
        self.coefficients = coefficients
        self.bound = bound
        self.title = title
    }
}
