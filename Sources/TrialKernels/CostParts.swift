/// The parts from which a month of an option is built. All work on eight trials at once.

/// Unit time of a team that learns: M_t = max(floor, m · t^b), t in months of moved work.
///
/// Wright, Journal of the Aeronautical Sciences 3 (1936), 122–128, with time for cumulative output.
public struct LearningCurve: Sendable {
    /// Time in the first month over standard, m.
    @usableFromInline let start: Lanes
    /// b < 0; log₂ of the progress ratio.
    @usableFromInline let exponent: Lanes

    @inlinable @inline(__always)
    public init(start: Lanes, exponent: Lanes) {
        self.start = start
        self.exponent = exponent
    }

    /// b = −ln m / ln T: the factor that starts at m is 1 after T months.
    @inlinable @inline(__always)
    public init(start: Lanes, monthsToStandard: Lanes) {
        self.start = start
        let months = Lanes.maximum(monthsToStandard, Lanes(repeating: 1.0001))
        exponent = (Lanes.zero - start.naturalLogarithm) / months.naturalLogarithm
    }

    /// t^b for ln t; shared by options that differ only in m.
    @inlinable @inline(__always)
    public static func progress(exponent: Lanes, logMonth: Lanes) -> Lanes { (exponent * logMonth).exponential }

    @inlinable @inline(__always)
    public static func multiplier(start: Lanes, progress: Lanes) -> Lanes {
        Lanes.maximum(start * progress, Lanes(repeating: 1))
    }

    @inlinable @inline(__always)
    public func multiplier(logMonth: Lanes) -> Lanes {
        Self.multiplier(start: start, progress: Self.progress(exponent: exponent, logMonth: logMonth))
    }
}

/// A figure that grows by a constant rate: (1 + rate)^(1/12) each month.
public struct CompoundPath: Sendable {
    public var value: Lanes
    @usableFromInline let monthly: Lanes

    @inlinable @inline(__always)
    public init(from value: Lanes, ratePerYear: Lanes) {
        self.value = value
        monthly = (ratePerYear + 1).raised(to: 1.0 / 12)
    }

    @inlinable @inline(__always)
    public mutating func step() { value *= monthly }
}

/// An exchange rate relative to today: F_t = exp(μ t/12 + σ √(t/12) z), a random walk read at one shock z a trial.
public enum ExchangePath {
    @inlinable @inline(__always)
    public static func rate(month: Double, driftPerYear: Lanes, volatility: Lanes, shock: Lanes) -> Lanes {
        let years = month / 12
        return (driftPerYear * years + volatility * (years.squareRoot()) * shock).exponential
    }

    /// 1 + f (F − 1): the part f of a price moves with the rate.
    @inlinable @inline(__always)
    public static func factor(share: Lanes, rate: Lanes) -> Lanes { share * (rate - 1) + 1 }
}

/// Leavers a month from attrition a year: 1 − (1 − a)^(1/12); a/12 where a reaches 1 (leavers may exceed the heads).
public enum Turnover {
    @inlinable @inline(__always)
    public static func monthly(_ perYear: Lanes) -> Lanes {
        let stays = Lanes.maximum(Lanes(repeating: 1) - perYear, Lanes(repeating: 1e-9))
        let compounding = Lanes(repeating: 1) - stays.raised(to: 1.0 / 12)
        return compounding.replacing(with: perYear * (1.0 / 12), where: perYear .>= 1)
    }
}

/// What a month's items cost by a price that falls (or rises) in steps.
public struct TierTariff: Sendable {
    /// Upper limits of all tiers but the last.
    public let limits: [Double]

    public init(limits: [Double]) { self.limits = limits }

    /// - Parameter prices: one more than `limits`.
    @inlinable @inline(__always)
    public func charge(items: Lanes, prices: UnsafeBufferPointer<Lanes>) -> Lanes {
        var below = 0.0
        var sum = Lanes.zero
        for tier in 0..<prices.count {
            let inTier: Lanes
            if tier < limits.count {
                let limit = limits[tier]
                inTier = (items - below).clamped(0, limit - below)
                below = limit
            } else {
                inTier = (items - below).positivePart
            }
            sum += inTier * prices[tier]
        }
        return sum
    }

    /// Three fixed prices, unrolled.
    @inlinable @inline(__always)
    public static func charge(items: Lanes, limit1: Double, limit2: Double, _ a: Double, _ b: Double, _ c: Double)
        -> Lanes
    {
        let first = Lanes.minimum(items, Lanes(repeating: limit1)) * a
        let second = (items - limit1).clamped(0, limit2 - limit1) * b
        let third = (items - limit2).positivePart * c
        return first + second + third
    }
}
