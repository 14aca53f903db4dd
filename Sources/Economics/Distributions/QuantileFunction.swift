import Foundation
public import Sourcing
import TrialKernels

/// The quantile function of a `Quantity`, exact and as a table for the simulation.
public struct QuantileFunction: Sendable {
    private enum Form: Sendable {
        case fixed(Double)
        case beta(low: Double, span: Double, a: Double, b: Double)
        case metalog(p10: Double, p50: Double, p90: Double, min: Double?, max: Double?)
        case normal(mean: Double, sd: Double)
        case lognormal(mean: Double, sd: Double)
        case uniform(low: Double, high: Double)
        case event(Double)
        case triangular(low: Double, likely: Double, high: Double)
    }
    private let form: Form
    /// Values beyond are held at the bound: what the field can mean at all (a share stays within 0…1).
    private let bounds: ClosedRange<Double>

    public init(_ quantity: Quantity, bounds: ClosedRange<Double> = -.infinity ... .infinity) {
        self.bounds = bounds
        form =
            switch quantity {
            case .fixed(let value): .fixed(value)
            case .pert(let low, let likely, let high): Self.pert(low, likely, high)
            case .published(let low, let likely, let high): Self.published(low, likely, high, bounds: bounds)
            case .percentiles(let p10, let p50, let p90, let low, let high):
                .metalog(p10: p10, p50: p50, p90: p90, min: low, max: high)
            case .normal(let mean, let sd): .normal(mean: mean, sd: sd)
            case .uniform(let low, let high): .uniform(low: low, high: high)
            case .lognormal(let p10, let p90):
                .lognormal(mean: (log(p10) + log(p90)) / 2, sd: (log(p90) - log(p10)) / (2 * Self.z90))
            case .chance(let p): .event(p)
            }
    }

    /// Triangular on [low, high] with mode likely; no case can state one, published models do.
    public init(triangularLow low: Double, likely: Double, high: Double) {
        form = .triangular(low: low, likely: likely, high: high)
        bounds = low...high
    }

    private static let z90 = 1.2815515655446004

    private static func pert(_ low: Double, _ likely: Double, _ high: Double) -> Form {
        let span = high - low
        guard span > 0 else { return .fixed(likely) }
        return .beta(low: low, span: span, a: 1 + 4 * (likely - low) / span, b: 1 + 4 * (high - likely) / span)
    }

    /// The beta whose mode is `likely` and whose P10 and P90 are `low` and `high`.
    ///
    /// First as a PERT (λ = 4) with free ends. Where its lower end would fall below what the field can mean, that end
    /// stays at the bound and λ gives way instead, so that the stated percentiles hold.
    private static func published(_ low: Double, _ likely: Double, _ high: Double, bounds: ClosedRange<Double>) -> Form
    {
        guard high > low else { return .fixed(likely) }
        let floor = max(bounds.lowerBound, low >= 0 ? 0 : -.infinity)
        let open = ends(low, likely, high, weight: 4, bottom: low >= likely ? low : nil, ceiling: .infinity)
        if open.top > bounds.upperBound, open.bottom >= floor, high > likely,
            case .beta(let bottom, let span, let a, let b) = published(
                -high, -likely, -low, bounds: -bounds.upperBound ... .infinity)
        {
            // The upper end is at the bound: the same, seen from the other side.
            return .beta(low: -(bottom + span), span: span, a: b, b: a)
        }
        let free = ends(low, likely, high, weight: 4, bottom: low >= likely ? low : nil, ceiling: bounds.upperBound)
        if free.bottom >= floor || low >= likely {
            return beta(max(free.bottom, floor), likely, free.top, weight: 4)
        }
        var least = 0.02
        var most = 4.0
        for _ in 0..<40 {
            let weight = (least * most).squareRoot()
            let top = ends(low, likely, high, weight: weight, bottom: floor, ceiling: bounds.upperBound).top
            guard case .beta(_, let span, let a, let b) = beta(floor, likely, top, weight: weight) else { break }
            // A smaller weight spreads the mass, which lowers P10.
            if floor + span * BetaDistribution(a: a, b: b).quantile(0.1) > low { most = weight } else { least = weight }
        }
        let weight = (least * most).squareRoot()
        let top = ends(low, likely, high, weight: weight, bottom: floor, ceiling: bounds.upperBound).top
        return beta(floor, likely, top, weight: weight)
    }

    /// The ends of the beta with the given P10 (unless `bottom` is fixed) and P90, by repeated substitution: the shape
    /// gives the standard percentiles, and those give the ends.
    private static func ends(
        _ low: Double, _ likely: Double, _ high: Double, weight: Double, bottom fixed: Double?, ceiling: Double
    ) -> (bottom: Double, top: Double) {
        var bottom = fixed ?? low
        var top = high
        for _ in 0..<60 {
            let span = top - bottom
            let beta = BetaDistribution(
                a: 1 + weight * (likely - bottom) / span, b: 1 + weight * (top - likely) / span)
            let q90 = beta.quantile(0.9)
            let newBottom: Double
            if let fixed {
                newBottom = fixed
            } else {
                let q10 = beta.quantile(0.1)
                newBottom = min(low, low - (high - low) * q10 / (q90 - q10))
            }
            let newTop = high <= likely ? high : max(high, min(ceiling, newBottom + (high - newBottom) / q90))
            let moved = abs(newBottom - bottom) + abs(newTop - top)
            bottom = newBottom
            top = newTop
            if moved < 1e-9 * span { break }
        }
        return (bottom, top)
    }

    private static func beta(_ low: Double, _ likely: Double, _ high: Double, weight: Double) -> Form {
        let span = high - low
        guard span > 0 else { return .fixed(likely) }
        return .beta(
            low: low, span: span, a: 1 + weight * (likely - low) / span, b: 1 + weight * (high - likely) / span)
    }

    /// Quantile at p in (0, 1), within the bounds.
    public func value(at p: Double) -> Double {
        p <= 0.5 ? held(exact(p, upper: false, guess: nil).value) : held(exact(1 - p, upper: true, guess: nil).value)
    }

    private func held(_ x: Double) -> Double { min(max(x, bounds.lowerBound), bounds.upperBound) }

    private func exact(_ u: Double, upper: Bool, guess: Double?) -> (value: Double, slope: Double) {
        switch form {
        case .fixed(let value): return (value, 0)
        case .event(let p): return ((upper ? 1 - u : u) > 1 - p ? 1 : 0, 0)
        case .uniform(let low, let high):
            return (upper ? high - (high - low) * u : low + (high - low) * u, (upper ? -1 : 1) * (high - low))
        case .triangular(let low, let likely, let high):
            return (Sampler.triangle(upper ? 1 - u : u, low, likely, high), 0)
        case .normal(let mean, let sd):
            let z = NormalDistribution.quantile(u)
            let slope = sd / NormalDistribution.density(z)
            return upper ? (mean - sd * z, -slope) : (mean + sd * z, slope)
        case .lognormal(let mean, let sd):
            let z = NormalDistribution.quantile(u)
            let value = exp(upper ? mean - sd * z : mean + sd * z)
            let slope = value * sd / NormalDistribution.density(z)
            return (value, upper ? -slope : slope)
        case .metalog(let p10, let p50, let p90, let low, let high):
            return Metalog(p10: p10, p50: p50, p90: p90, min: low, max: high).quantile(u, upper: upper)
        case .beta(let low, let span, let a, let b):
            let beta = upper ? BetaDistribution(a: b, b: a) : BetaDistribution(a: a, b: b)
            let x = beta.quantile(u, guess: guess)
            let slope = span / max(beta.density(x), 1e-300)
            return upper ? (low + span - span * x, -slope) : (low + span * x, slope)
        }
    }

    /// How the simulation draws it.
    func sampler() -> Sampler {
        switch form {
        case .fixed(let value): return .constant(held(value))
        case .event(let p): return .event(p)
        case .uniform(let low, let high): return .uniform(low: low, high: high, bounds: bounds)
        case .triangular(let low, let likely, let high): return .triangular(low: low, likely: likely, high: high)
        default:
            var last: (u: Double, x: Double, slope: Double)?
            var wasUpper = false
            let table = QuantileTable { u, upper in
                if upper != wasUpper { last = nil }
                wasUpper = upper
                var guess: Double?
                if case .beta(let low, let span, _, _) = form, let last {
                    // Tangent in the logarithm: the tail of a beta is a power.
                    let x = upper ? (low + span - last.x) / span : (last.x - low) / span
                    let elasticity = abs(last.slope) / span * last.u / max(x, 1e-300)
                    guess = x * exp(elasticity * log(u / last.u))
                }
                let (value, slope) = exact(u, upper: upper, guess: guess)
                last = (u, value, slope)
                return (value, slope)
            }
            return .table(table, bounds: bounds)
        }
    }
}

/// Turns a column of u into a column of values.
enum Sampler: Sendable {
    case constant(Double)
    case event(Double)
    case uniform(low: Double, high: Double, bounds: ClosedRange<Double>)
    /// In closed form: its quantile has a kink that a table would round off.
    case triangular(low: Double, likely: Double, high: Double)
    case table(QuantileTable, bounds: ClosedRange<Double>)

    static func triangle(_ u: Double, _ low: Double, _ likely: Double, _ high: Double) -> Double {
        let span = high - low
        let cut = (likely - low) / span
        return u < cut
            ? low + (u * span * (likely - low)).squareRoot() : high - ((1 - u) * span * (high - likely)).squareRoot()
    }

    func transform(_ column: UnsafeMutableBufferPointer<Double>) {
        switch self {
        case .constant(let value): column.update(repeating: value)
        case .event(let p):
            for i in 0..<column.count { column[i] = column[i] > 1 - p ? 1 : 0 }
        case .uniform(let low, let high, let bounds):
            for i in 0..<column.count { column[i] = low + (high - low) * column[i] }
            Self.hold(column, within: bounds)
        case .triangular(let low, let likely, let high):
            for i in 0..<column.count { column[i] = Self.triangle(column[i], low, likely, high) }
        case .table(let table, let bounds):
            table.transform(column)
            Self.hold(column, within: bounds)
        }
    }

    private static func hold(_ column: UnsafeMutableBufferPointer<Double>, within bounds: ClosedRange<Double>) {
        guard bounds.lowerBound > -.infinity || bounds.upperBound < .infinity else { return }
        for i in 0..<column.count {
            column[i] = Swift.min(Swift.max(column[i], bounds.lowerBound), bounds.upperBound)
        }
    }
}
