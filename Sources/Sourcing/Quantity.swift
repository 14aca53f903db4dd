/// A number that may be uncertain. Values are in the base unit of the field that holds it.
public enum Quantity: Hashable, Sendable {
    case fixed(Double)
    /// Beta on [low, high] with mode likely and λ = 4 (Malcolm et al. 1959). Written `{low, likely, high}`.
    case pert(low: Double, likely: Double, high: Double)
    /// A published range: low and high are P10 and P90, likely the mode. Only defaults have this form.
    case published(low: Double, likely: Double, high: Double)
    /// A metalog through three percentiles (Keelin 2016), bounded where `min` or `max` is given.
    case percentiles(p10: Double, p50: Double, p90: Double, min: Double?, max: Double?)
    /// Normal.
    case normal(mean: Double, sd: Double)
    case uniform(low: Double, high: Double)
    /// Lognormal through its P10 and P90.
    case lognormal(p10: Double, p90: Double)
    /// 1 with the chance p, else 0.
    case chance(Double)

    public var isUncertain: Bool {
        if case .fixed = self { return false }
        return true
    }
}

/// A quantity as a case states it, with what the author said of its origin.
public struct Stated: Hashable, Sendable {
    public var quantity: Quantity
    /// The author's own source or reason, shown in the assumption register.
    public var source: String?
    /// Line of the case file.
    public var line: Int?

    public init(_ quantity: Quantity, source: String? = nil, line: Int? = nil) {
        self.quantity = quantity
        self.source = source
        self.line = line
    }
}
