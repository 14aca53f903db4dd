extension Evaluation {
    /// What was said about how much the criteria count, and in which form it was asked for.
    public struct WeightStatement: Hashable, Sendable {
        public var method: Method
        /// Points without a range are taken as this share more or less; 0.25 where the case is silent.
        public var spread: Double?

        public init(_ method: Method = .points, spread: Double? = nil) {
            self.method = method
            self.spread = spread
        }

        public enum Method: Hashable, Sendable {
            /// Swing points at the criteria; where no criterion has any, every weighting counts.
            case points
            /// Criteria from the most important to the least.
            case order([String])
            /// One criterion's swing is worth so many times another's.
            case ratios([Ratio])
            /// Pairwise comparisons on the scale 1 to 9 (analytic hierarchy process).
            case comparisons([Comparison])
            /// Best to others, others to worst, on the scale 1 to 9.
            case bestWorst(best: String, worst: String, bestToOthers: [String: Double], othersToWorst: [String: Double])
        }
    }

    /// `more` counts from `low` to `high` times as much as `less`.
    public struct Ratio: Hashable, Sendable {
        public var more: String
        public var less: String
        public var low: Double
        public var high: Double
        public var line: Int?
        public init(more: String, less: String, low: Double, high: Double, line: Int? = nil) {
            self.more = more
            self.less = less
            self.low = low
            self.high = high
            self.line = line
        }
    }

    /// `first` counts `value` times as much as `second`.
    public struct Comparison: Hashable, Sendable {
        public var first: String
        public var second: String
        public var value: Double
        public var line: Int?
        public init(_ first: String, _ second: String, _ value: Double, line: Int? = nil) {
            self.first = first
            self.second = second
            self.value = value
            self.line = line
        }
    }
}
