import Foundation

/// The worth today of equally spaced cash flows, the first of them now.
public struct NetPresentValue: Hashable, Sendable {
    /// In the unit of the flows.
    public var value: Double
    /// The rate a year at which the value is zero; nil when there is none or more than one (or it is beyond a Double).
    public var internalRate: Double?

    /// Discounts by the period rate (1 + rate)^(1/periodsPerYear) − 1.
    ///
    /// - Parameters:
    ///   - rate: a year, as a fraction above −1.
    ///   - flows: at least one, all finite; each a period after the one before.
    ///   - periodsPerYear: above 0.
    /// - Returns: nil where the value is beyond a Double or an argument is outside these bounds.
    /// - Complexity: the value O(n); the internal rate O(s · r · n) with s changes of sign and r roots.
    public init?(rate: Double, flows: [Double], periodsPerYear: Double) {
        guard rate > -1, periodsPerYear > 0, !flows.isEmpty else { return nil }
        let logGrowth = -log1p(rate) / periodsPerYear
        let value = flows.enumerated().reduce(0) { $0 + $1.element * exp(logGrowth * Double($1.offset)) }
        guard value.isFinite else { return nil }
        self.value = value
        internalRate = NetPresentValue.internalRate(flows: flows, periodsPerYear: periodsPerYear)
    }

    /// The only rate a year above −1 at which the flows are worth nothing, counted with multiplicity: where the value
    /// touches zero without crossing it, two rates coincide.
    public static func internalRate(flows: [Double], periodsPerYear: Double) -> Double? {
        guard let logs = PositiveRoots.logarithms(of: flows, atMost: 1), logs.count == 1 else { return nil }
        // x = 1 / (1 + period rate), so 1 + yearly rate = x^(−periodsPerYear).
        let rate = expm1(-logs[0] * periodsPerYear)
        return rate.isFinite && rate > -1 ? rate : nil
    }
}
