import TrialKernels

/// How far several judges rank the same things alike: Kendall's coefficient of concordance W, corrected for ties
/// (Kendall & Babington Smith, Annals of Mathematical Statistics 10(3), 1939; ties: Kendall, Rank Correlation Methods).
///
/// W = (12 Σ R² − 3 k² n (n + 1)²) / (k² n (n² − 1) − k Σ (t³ − t)) for k judges, n things, R the sums of mid-ranks and t
/// the sizes of the ties. 1 is full agreement, 0 none.
public struct KendallConcordance: Sendable, Hashable {
    public let w: Double
    /// Share of random rankings (each judge's shuffled for itself) with at least this W: right for few things too, where
    /// the chi-squared approximation is not.
    public let p: Double

    static let shuffles = 4_000

    /// - Parameter ratings: judges × things, any scale; larger is better. At least two of each.
    /// - Returns: nil for fewer, for rows of unequal length, for what is not finite, and where every judge ties
    ///   everything: then nothing was ranked.
    public init?(ratings: [[Double]], seed: UInt64 = 1) {
        guard ratings.count > 1, let n = ratings.first?.count, n > 1,
            ratings.allSatisfy({ $0.count == n && $0.allSatisfy(\.isFinite) })
        else { return nil }
        var ranks = ratings.map(Self.midRanks)
        guard let observed = Self.concordance(ranks) else { return nil }
        w = observed
        var stream = RandomStream(seed: seed, block: 0, name: RandomStream.identifier(of: "kendall"))
        var reached = 0
        for _ in 0..<Self.shuffles {
            for judge in ranks.indices {
                for i in stride(from: n - 1, to: 0, by: -1) {
                    ranks[judge].swapAt(i, Int(stream.next().multipliedFullWidth(by: UInt64(i + 1)).high))
                }
            }
            if let shuffled = Self.concordance(ranks), shuffled >= observed - 1e-12 { reached += 1 }
        }
        p = Double(reached + 1) / Double(Self.shuffles + 1)
    }

    static func concordance(_ ranks: [[Double]]) -> Double? {
        let k = Double(ranks.count)
        let n = Double(ranks[0].count)
        var squares = 0.0
        for item in ranks[0].indices {
            let sum = ranks.reduce(0) { $0 + $1[item] }
            squares += sum * sum
        }
        var ties = 0.0
        for row in ranks {
            for (_, group) in Dictionary(grouping: row, by: { $0 }) {
                let t = Double(group.count)
                ties += t * t * t - t
            }
        }
        let denominator = k * k * n * (n * n - 1) - k * ties
        guard denominator > 1e-9 else { return nil }
        return min(1, max(0, (12 * squares - 3 * k * k * n * (n + 1) * (n + 1)) / denominator))
    }

    /// 1 … n, equal values sharing the mean of their ranks.
    public static func midRanks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }

    /// Spearman's rank correlation of two rows; nil where one of them is constant.
    public static func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double? {
        guard a.count == b.count, a.count > 1 else { return nil }
        let (x, y) = (midRanks(a), midRanks(b))
        let mean = Double(a.count + 1) / 2
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for i in x.indices {
            xx += (x[i] - mean) * (x[i] - mean)
            yy += (y[i] - mean) * (y[i] - mean)
            xy += (x[i] - mean) * (y[i] - mean)
        }
        return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : nil
    }
}
