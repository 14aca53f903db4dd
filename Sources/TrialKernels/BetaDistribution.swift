import Foundation

/// Beta(a, b) on 0…1, a, b > 0.
package struct BetaDistribution {
    package let a: Double
    package let b: Double
    private let logNormaliser: Double

    package init(a: Double, b: Double) {
        self.a = a
        self.b = b
        logNormaliser = lgamma(a + b) - lgamma(a) - lgamma(b)
    }

    package func density(_ x: Double) -> Double {
        if x <= 0 { return a == 1 ? b : 0 }
        if x >= 1 { return b == 1 ? a : 0 }
        return exp(logNormaliser + (a - 1) * log(x) + (b - 1) * log1p(-x))
    }

    /// I_x(a, b), by Lentz's continued fraction (Press et al., Numerical Recipes, 3rd ed. 2007, § 6.4).
    package func cumulative(_ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - BetaDistribution(a: b, b: a).cumulative(1 - x) }
        let front = exp(logNormaliser + a * log(x) + b * log1p(-x)) / a
        var c = 1.0
        var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
        var f = d
        for m in 1...300 {
            let m = Double(m)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonzero(1 + even * d)
            c = nonzero(1 + even / c)
            f *= c * d
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonzero(1 + odd * d)
            c = nonzero(1 + odd / c)
            let step = c * d
            f *= step
            if abs(step - 1) < 1e-15 { break }
        }
        return front * f
    }

    private func nonzero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }

    /// x with I_x(a, b) = p, by Newton's steps inside a shrinking bracket.
    ///
    /// - Parameter guess: a nearby quantile, if one is known: two or three steps are then enough.
    package func quantile(_ p: Double, guess: Double? = nil) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return 1 }
        var low = 0.0
        var high = 1.0
        var x = guess ?? a / (a + b)
        for _ in 0..<200 {
            if !(x > low && x < high) { x = (low + high) / 2 }
            let error = cumulative(x) - p
            if error > 0 { high = x } else { low = x }
            let slope = density(x)
            let step = slope > 0 ? error / slope : .infinity
            let next = x - step
            if abs(step) <= 4e-14 * x { return next > low && next < high ? next : x }
            if high - low < 1e-16 { return x }
            x = next
        }
        return x
    }
}
