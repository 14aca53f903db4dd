import Foundation

/// Whether a distribution is one, and stays where its field allows.
struct QuantityChecker {
    let measure: Measure
    typealias Problem = (problem: String, remedy: String)

    /// The largest share of draws outside the bounds that is let pass; the model cuts those off.
    static let tail = 0.01

    func problem(_ quantity: Quantity) -> Problem? {
        order(quantity) ?? outside(quantity)
    }

    private func shown(_ value: Double) -> String { measure.shown(value) }

    private func order(_ quantity: Quantity) -> Problem? {
        switch quantity {
        case .pert(let low, let likely, let high), .published(let low, let likely, let high):
            if low <= likely, likely <= high, low < high { return nil }
            if low == high { return ("low and high are both \(shown(low)).", "Write the number alone, or a range.") }
            return (
                "low \(shown(low)), likely \(shown(likely)) and high \(shown(high)) do not rise.",
                "likely must lie between low and high."
            )
        case .percentiles(let p10, let p50, let p90, let min, let max):
            guard p10 < p50, p50 < p90 else {
                return (
                    "p10 \(shown(p10)), p50 \(shown(p50)) and p90 \(shown(p90)) do not rise.",
                    "p10 must be less than p50, and p50 less than p90."
                )
            }
            if let min, min >= p10 {
                return ("min \(shown(min)) is not less than p10 \(shown(p10)).", "Lower min, or leave it out.")
            }
            if let max, max <= p90 {
                return ("max \(shown(max)) is not more than p90 \(shown(p90)).", "Raise max, or leave it out.")
            }
            return feasibility(Metalog(p10: p10, p50: p50, p90: p90, min: min, max: max))
        case .normal(_, let sd):
            return sd > 0 ? nil : ("sd is \(shown(sd)).", "It must be more than 0; a certain number stands alone.")
        case .uniform(let low, let high):
            return low < high
                ? nil
                : (
                    "The lowest value \(shown(low)) is not less than the highest \(shown(high)).",
                    "Write the lower one first."
                )
        case .lognormal(let p10, let p90):
            if p10 <= 0 {
                return ("The 10th percentile is \(shown(p10)).", "A lognormal number is always more than 0.")
            }
            return p10 < p90
                ? nil
                : (
                    "The 10th percentile \(shown(p10)) is not less than the 90th \(shown(p90)).",
                    "Write the lower one first."
                )
        case .fixed, .chance: return nil
        }
    }

    /// Keelin 2016: three percentiles make a metalog only if the middle one is not too near an end.
    private func feasibility(_ metalog: Metalog) -> Problem? {
        if metalog.isFeasible { return nil }
        let range = metalog.feasibleMedians
        return (
            "No smooth distribution passes through these three percentiles: p50 is too near to one end.",
            "p50 must lie between \(shown(rounded(range.lowerBound, up: true))) and \(shown(rounded(range.upperBound, up: false)))."
        )
    }

    /// Three significant digits, towards the inside.
    private func rounded(_ value: Double, up: Bool) -> Double {
        guard value != 0, value.isFinite else { return value }
        let scale = pow(10, 3 - ceil(log10(abs(value))))
        return (value * scale).rounded(up ? .up : .down) / scale
    }

    private func outside(_ quantity: Quantity) -> Problem? {
        switch quantity {
        case .pert(let low, _, let high), .published(let low, _, let high), .uniform(let low, let high):
            // An end is never drawn: a low of 0 is fine where only more than 0 is.
            for value in [low, high] where !measure.allowsAsEnd(value) {
                return ("\(shown(value)) is out of range.", "It must be \(measure.bounds).")
            }
            return nil
        case .percentiles(let p10, let p50, let p90, let min, let max):
            for value in [p10, p50, p90] where !measure.allows(value) {
                return ("\(shown(value)) is out of range.", "It must be \(measure.bounds).")
            }
            for (key, end) in [("min", min), ("max", max)] {
                guard let end, !measure.allowsAsEnd(end) else { continue }
                return ("\(key) \(shown(end)) is out of range.", "It must be \(measure.bounds).")
            }
            let metalog = Metalog(p10: p10, p50: p50, p90: p90, min: min, max: max)
            if let lower = measure.lower, min == nil, metalog.quantile(Self.tail) < lower {
                return tail("less than \(shown(lower))", "Add min: \(plain(lower)).")
            }
            if let upper = measure.upper, max == nil, metalog.quantile(1 - Self.tail) > upper {
                return tail("more than \(shown(upper))", "Add max: \(plain(upper)).")
            }
            return nil
        case .normal(let mean, let sd):
            let remedy = "Use {low, likely, high}, or a smaller sd."
            if let lower = measure.lower, Self.normal((lower - mean) / sd) > Self.tail {
                return tail("less than \(shown(lower))", remedy)
            }
            if let upper = measure.upper, Self.normal((mean - upper) / sd) > Self.tail {
                return tail("more than \(shown(upper))", remedy)
            }
            return nil
        case .lognormal(let p10, let p90):
            guard let upper = measure.upper else { return nil }
            let z = 1.2815515655446004
            let sigma = (log(p90) - log(p10)) / (2 * z)
            let mu = (log(p90) + log(p10)) / 2
            return Self.normal((mu - log(upper)) / sigma) > Self.tail
                ? tail("more than \(shown(upper))", "Use {low, likely, high}, or lower percentiles.") : nil
        case .fixed, .chance: return nil
        }
    }

    private func tail(_ where: String, _ remedy: String) -> Problem {
        ("More than 1 % of the draws of this distribution would be \(`where`), which cannot be.", remedy)
    }

    /// The standard normal distribution function.
    static func normal(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
}

/// The three-term metalog through the percentiles 10, 50 and 90 (Keelin 2016, eqs. 6–8 and 11–14).
private struct Metalog {
    var p10, p50, p90: Double
    var min, max: Double?

    private func inward(_ x: Double) -> Double {
        switch (min, max) {
        case (nil, nil): x
        case (let min?, nil): log(x - min)
        case (nil, let max?): -log(max - x)
        case (let min?, let max?): log((x - min) / (max - x))
        }
    }

    private func outward(_ z: Double) -> Double {
        switch (min, max) {
        case (nil, nil): z
        case (let min?, nil): min + exp(z)
        case (nil, let max?): max - exp(-z)
        case (let min?, let max?): z > 0 ? (min * exp(-z) + max) / (1 + exp(-z)) : (min + max * exp(z)) / (1 + exp(z))
        }
    }

    /// k = ½ (1 − 1.66711 (½ − α)) at α = 0.1.
    private static let k = 0.5 * (1 - 1.66711 * 0.4)

    var isFeasible: Bool {
        let (low, middle, high) = (inward(p10), inward(p50), inward(p90))
        let r = (middle - low) / (high - low)
        return r > Self.k && r < 1 - Self.k
    }

    var feasibleMedians: ClosedRange<Double> {
        let (low, high) = (inward(p10), inward(p90))
        let ends = (outward(low + Self.k * (high - low)), outward(high - Self.k * (high - low)))
        return ends.0 <= ends.1 ? ends.0...ends.1 : ends.1...ends.0
    }

    func quantile(_ y: Double) -> Double {
        let (low, middle, high) = (inward(p10), inward(p50), inward(p90))
        let ln9 = log(9.0)
        let odds = log(y / (1 - y))
        return outward(
            middle + (high - low) / (2 * ln9) * odds + (high + low - 2 * middle) / (0.8 * ln9) * (y - 0.5) * odds)
    }
}
