import TrialKernels

/// A block of draws with known values and weights uniform on the simplex or in an order, in single precision.
///
/// 64 draws at a time. Weights are left undivided where only ranks are asked for: their sum changes no rank. Ranks are
/// counted, each pair compared once, in bytes: four groups of sixteen draws share one 32-bit word per lane. A pair
/// whose totals differ by less than about 1e-6 of the total may fall either way, and equal totals go to the one that
/// stands first: callers send rows that differ by less than `leastDifference` elsewhere.
public enum RankBlock {
    /// Draws of a block: 126 steps of 64, so that a byte can count them.
    public static let draws = 8064
    public static let mostPartners = 100
    /// Two partners must differ by this on some criterion.
    public static let leastDifference = 0.01

    /// - Parameters:
    ///   - values: partners × criteria.
    ///   - order: most important first; nil for the whole simplex.
    ///   - needsCentral: sums of weights too, by winner.
    public static func run(
        values: [Double], partners m: Int, criteria n: Int, order: [Int]?, draws: Int, seed: UInt64, block: Int,
        needsPairs: Bool, needsCentral: Bool
    ) -> DrawSums {
        var sums = DrawSums(partners: m, criteria: n)
        sums.draws = draws
        let work = RankWorkspace(values: values, partners: m, criteria: n)
        var stream = LaneStream(seed: seed, block: block, name: RandomStream.identifier(of: "ranks"))
        let steps = (draws + 63) / 64
        var step = 0
        while step < steps {
            let batch = min(RankWorkspace.batch, steps - step)
            for place in 0..<batch {
                let alive = min(64, draws - (step + place) * 64)
                work.weigh(&stream, order: order, criteria: n)
                if needsCentral { work.normalise(criteria: n, alive: alive) }
                work.score(partners: m, criteria: n)
                if needsPairs {
                    work.rank(partners: m, at: place, alive: alive, pairs: true)
                } else {
                    work.rank(partners: m, at: place, alive: alive, pairs: false)
                }
                if needsCentral { work.collectCentral(partners: m, criteria: n, at: place) }
            }
            work.histogram(partners: m, steps: batch)
            step += batch
        }
        work.finish(partners: m, criteria: n, needsPairs: needsPairs, needsCentral: needsCentral, into: &sums)
        return sums
    }
}
