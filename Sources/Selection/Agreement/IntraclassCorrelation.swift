import TrialKernels

/// How far single scores of several judges agree in level and not only in order: ICC(2,1), two-way random effects,
/// absolute agreement (Shrout & Fleiss, Psychological Bulletin 86(2), 1979), with the 95 % interval of McGraw & Wong
/// (Psychological Methods 1(1), 1996), who call it ICC(A,1).
public struct IntraclassCorrelation: Sendable, Hashable {
    public let value: Double
    public let low: Double
    public let high: Double

    /// - Parameter ratings: things × judges, complete. At least two of each.
    /// - Returns: nil for fewer, for rows of unequal length, for what is not finite, and where all scores are equal.
    public init?(ratings: [[Double]], level: Double = 0.95) {
        guard ratings.count > 1, let judges = ratings.first?.count, judges > 1,
            ratings.allSatisfy({ $0.count == judges && $0.allSatisfy(\.isFinite) })
        else { return nil }
        let n = Double(ratings.count)
        let k = Double(judges)
        let total = ratings.reduce(0) { $0 + $1.reduce(0, +) }
        let mean = total / (n * k)
        let between = ratings.reduce(0) { sum, row in
            let d = row.reduce(0, +) / k - mean
            return sum + k * d * d
        }
        var judged = 0.0
        for j in 0..<judges {
            let d = ratings.reduce(0) { $0 + $1[j] } / n - mean
            judged += n * d * d
        }
        let all = ratings.reduce(0) { $0 + $1.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
        let msr = between / (n - 1)
        let msc = judged / (k - 1)
        let mse = max(0, all - between - judged) / ((n - 1) * (k - 1))
        let denominator = msr + (k - 1) * mse + k * (msc - mse) / n
        guard all > 1e-12, denominator > 1e-12 else { return nil }
        let icc = (msr - mse) / denominator
        value = icc
        // Without error or without difference between judges and things the interval has no width, or no meaning.
        guard mse > 1e-12 * all, icc < 1 - 1e-12 else {
            (low, high) = (icc, icc)
            return
        }
        let a = k * icc / (n * (1 - icc))
        let b = 1 + k * icc * (n - 1) / (n * (1 - icc))
        let mixed = a * msc + b * mse
        let freedom =
            mixed * mixed / (a * msc * a * msc / (k - 1) + b * mse * b * mse / ((n - 1) * (k - 1)))
        let tail = 1 - (1 - level) / 2
        let lower = Self.fQuantile(tail, n - 1, freedom)
        let upper = Self.fQuantile(tail, freedom, n - 1)
        let rest = k * msc + (k * n - k - n) * mse
        low = max(-1, n * (msr - lower * mse) / (lower * rest + n * msr))
        high = min(1, n * (upper * msr - mse) / (rest + n * upper * msr))
    }

    /// Of the F distribution: x = d2 y / (d1 (1 − y)) where y is a quantile of Beta(d1/2, d2/2).
    static func fQuantile(_ p: Double, _ d1: Double, _ d2: Double) -> Double {
        let y = BetaDistribution(a: d1 / 2, b: d2 / 2).quantile(p)
        return d2 * y / (d1 * max(1 - y, 1e-300))
    }
}
