import Foundation

/// The three-term metalog through P10, P50 and P90, unbounded, bounded on one side or on both.
///
/// Keelin, The Metalog Distributions, Decision Analysis 13(4) (2016), 243–277: M(y) = a₁ + a₂ ln(y/(1−y)) +
/// a₃ (y − ½) ln(y/(1−y)); a bound is put on by a log or logit transform (§ 3.4).
struct Metalog {
    private let a1: Double, a2: Double, a3: Double
    private let low: Double?
    private let high: Double?

    init(p10: Double, p50: Double, p90: Double, min: Double?, max: Double?) {
        low = min
        high = max
        func transform(_ x: Double) -> Double {
            switch (min, max) {
            case (nil, nil): x
            case (let l?, nil): log(x - l)
            case (nil, let h?): -log(h - x)
            case (let l?, let h?): log((x - l) / (h - x))
            }
        }
        let x10 = transform(p10)
        let x50 = transform(p50)
        let x90 = transform(p90)
        let logit = log(9.0)
        // At y = .9 and .1 the a₃ term is equal (.4 · ln 9), so the difference gives a₂ and the sum a₃.
        a1 = x50
        a2 = (x90 - x10) / (2 * logit)
        a3 = (x90 + x10 - 2 * x50) / (0.8 * logit)
    }

    /// Whether the three percentiles make a distribution: the quantile must rise everywhere (Keelin 2016, eq. 9).
    var isFeasible: Bool {
        guard a2 > 0, a1.isFinite, a2.isFinite, a3.isFinite else { return false }
        for step in 1..<2000 where slope(Double(step) / 2000) <= 0 { return false }
        return slope(1e-9) > 0 && slope(1 - 1e-9) > 0
    }

    private func slope(_ y: Double) -> Double {
        let logit = log(y / (1 - y))
        return a2 / (y * (1 - y)) + a3 * (logit + (y - 0.5) / (y * (1 - y)))
    }

    /// Quantile and slope by u, of u or (upper) of 1 − u.
    func quantile(_ u: Double, upper: Bool) -> (value: Double, slope: Double) {
        let y = upper ? 1 - u : u
        let logit = upper ? log((1 - u) / u) : log(u / (1 - u))
        let centred = upper ? 0.5 - u : u - 0.5
        let m = a1 + a2 * logit + a3 * centred * logit
        let product = y * (1 - y) == 0 ? u : (upper ? u * (1 - u) : y * (1 - y))
        var slope = a2 / product + a3 * (logit + centred / product)
        let value: Double
        switch (low, high) {
        case (nil, nil): value = m
        case (let l?, nil):
            let e = exp(m)
            value = l + e
            slope *= e
        case (nil, let h?):
            let e = exp(-m)
            value = h - e
            slope *= e
        case (let l?, let h?):
            let share = 1 / (1 + exp(-m))
            value = l + (h - l) * share
            slope *= (h - l) * share * (1 - share)
        }
        return (value, upper ? -slope : slope)
    }
}
