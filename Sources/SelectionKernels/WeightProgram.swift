/// How weights are drawn, flat and checked: what `WeightSampler` runs.
public enum WeightProgram: Sendable {
    /// Always these; they sum to 1.
    case fixed([Double])
    /// Uniform on the simplex.
    case simplex
    /// Uniform where w[order[0]] ≥ w[order[1]] ≥ …
    case order([Int])
    /// Points uniform in ranges, each divided by the sum over its siblings, times its parent.
    case tree([TreeNode])
    /// Uniform on a polytope in the simplex, by throwing away what lies outside.
    case rejection(Polytope)
    /// Uniform on a polytope in the simplex, by hit-and-run.
    case chain(Polytope, Walk)

    /// A node of a value tree; parents come before children.
    public struct TreeNode: Sendable, BitwiseCopyable {
        public var parent: Int?
        public var low: Double
        public var width: Double
        /// The criterion that it is; nil for a group.
        public var leaf: Int?

        public init(parent: Int?, low: Double, width: Double, leaf: Int?) {
            self.parent = parent
            self.low = low
            self.width = width
            self.leaf = leaf
        }
    }
}

/// low ≤ w ≤ high and rows · w ≤ bounds within the simplex.
public struct Polytope: Sendable {
    public var low: [Double]
    public var high: [Double]
    /// Coefficients, one row after the other.
    public var rows: [Double]
    public var bounds: [Double]

    public init(low: [Double], high: [Double], rows: [Double], bounds: [Double]) {
        self.low = low
        self.high = high
        self.rows = rows
        self.bounds = bounds
    }
}

/// How a chain runs over a polytope.
public struct Walk: Sendable {
    /// A point strictly inside (within the affine hull).
    public var start: [Double]
    /// Orthonormal directions in which there is no room, one after the other; the first is that of the sum.
    public var normals: [Double]
    /// Of the rows: false where an implicit equality makes the row always tight.
    public var isLoose: [Bool]
    /// Steps from one sample to the next.
    public var thinning: Int
    /// Steps before the first.
    public var burnIn: Int

    public init(start: [Double], normals: [Double], isLoose: [Bool], thinning: Int, burnIn: Int) {
        self.start = start
        self.normals = normals
        self.isLoose = isLoose
        self.thinning = thinning
        self.burnIn = burnIn
    }
}
