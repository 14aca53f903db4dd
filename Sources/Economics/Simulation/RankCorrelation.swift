import TrialKernels

/// Spearman's rank correlations of many drivers with many figures, in one pass each.
///
/// A driver's ranks are known from its stratified draws (place u in its distribution: rank n·u, within a few
/// thousandths of a stratum), so only the figures are ranked: by 65,536 equal bins between their least and greatest
/// value, every value taking the mean rank of its bin. Ranks are then wrong by at most half a bin's count, without
/// direction, which changes a correlation by less than 1e-5.
public struct BinnedRanks: Sendable {
    static let bins = 65536
    private let low: Double
    private let scale: Double
    /// Centred mean rank over n of each bin, −½…½.
    private let ranks: [Float]
    /// Mean square of the ranks.
    public let meanSquare: Double

    public init(count n: Int, value: (Int) -> Double) {
        var low = Double.infinity
        var high = -Double.infinity
        for i in 0..<n {
            let v = value(i)
            low = min(low, v)
            high = max(high, v)
        }
        self.low = low
        let scale = high > low ? Double(Self.bins) / (high - low) : 0
        self.scale = scale.isFinite ? scale : 0
        var counts = [UInt32](repeating: 0, count: Self.bins)
        for i in 0..<n { counts[min(Self.bins - 1, Int((value(i) - low) * self.scale))] += 1 }
        var ranks = [Float](repeating: 0, count: Self.bins)
        var below = 0.0
        var squares = 0.0
        for bin in 0..<Self.bins where counts[bin] > 0 {
            let inside = Double(counts[bin])
            let rank = (below + inside / 2) / Double(n) - 0.5
            ranks[bin] = Float(rank)
            squares += inside * rank * rank
            below += inside
        }
        self.ranks = ranks
        meanSquare = squares / Double(max(1, n))
    }

    @inline(__always)
    public func rank(_ value: Double) -> Float { ranks[min(Self.bins - 1, Int((value - low) * scale))] }
}

extension TrialResult {
    /// Spearman's correlation of each driver (row) with each figure (column).
    ///
    /// - Parameters:
    ///   - drivers: centred ranks over n of a driver's draws; nil takes them from its place u, which is exact for
    ///     continuous drivers. Events and products of drivers bring their own.
    ///   - figures: the value of figure f in trial i.
    public func rankCorrelations(
        driverCount: Int, figures: Int, threads: Int, figure: @escaping @Sendable (_ f: Int, _ i: Int) -> Double,
        ownRanks: [Int: @Sendable (_ i: Int) -> Double] = [:]
    ) -> [[Double]] {
        let n = trials
        guard n > 1 else { return [[Double]](repeating: [Double](repeating: 0, count: figures), count: driverCount) }
        let tables = Parallel.map(count: figures, threads: threads) { f in BinnedRanks(count: n) { figure(f, $0) } }
        let owned = Dictionary(
            uniqueKeysWithValues: ownRanks.map { key, value in (key, BinnedRanks(count: n, value: value)) })
        // Blocks of trials, summed in their order: the same bits on any number of threads.
        let block = 16384
        let blocks = (n + block - 1) / block
        let parts = Parallel.map(count: blocks, threads: threads) { b -> [Double] in
            let first = b * block
            let count = min(block, n - first)
            var sums = [Double](repeating: 0, count: driverCount * figures)
            let ranked = [Float](unsafeUninitializedCapacity: figures * block) { space, used in
                for f in 0..<figures {
                    for i in 0..<count { space[f * block + i] = tables[f].rank(figure(f, first + i)) }
                    for i in count..<block { space[f * block + i] = 0 }
                }
                used = figures * block
            }
            var own = [Float](repeating: 0, count: block)
            ranked.withUnsafeBufferPointer { ranked in
                for d in 0..<driverCount {
                    if let table = owned[d], let value = ownRanks[d] {
                        for i in 0..<count { own[i] = table.rank(value(first + i)) }
                        for f in 0..<figures {
                            sums[d * figures + f] = own.withUnsafeBufferPointer {
                                Self.dot($0.baseAddress!, ranked.baseAddress! + f * block, count, centre: 0)
                            }
                        }
                    } else {
                        let u = uniforms(of: d).baseAddress! + first
                        for f in 0..<figures {
                            sums[d * figures + f] = Self.dot(u, ranked.baseAddress! + f * block, count, centre: 0.5)
                        }
                    }
                }
            }
            return sums
        }
        return (0..<driverCount).map { d in
            (0..<figures).map { f in
                var sum = 0.0
                for part in parts { sum += part[d * figures + f] }
                // Uniform ranks have mean square 1/12.
                let driverSquare = owned[d]?.meanSquare ?? 1.0 / 12
                let scale = (driverSquare * tables[f].meanSquare).squareRoot()
                return scale > 0 ? min(1, max(-1, sum / Double(n) / scale)) : 0
            }
        }
    }

    /// Σ (a − centre) b, in single precision by sixteen lanes that are emptied into double precision.
    private static func dot(
        _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int, centre: Float
    ) -> Double {
        var total = 0.0
        var i = 0
        let rawA = UnsafeRawPointer(a)
        let rawB = UnsafeRawPointer(b)
        while i + 16 <= count {
            var lanes = SIMD16<Float>.zero
            let stop = min(count - 15, i + 1024)
            while i < stop {
                let x = rawA.loadUnaligned(fromByteOffset: i * 4, as: SIMD16<Float>.self) - centre
                lanes += x * rawB.loadUnaligned(fromByteOffset: i * 4, as: SIMD16<Float>.self)
                i += 16
            }
            total += Double(lanes.sum())
        }
        while i < count {
            total += Double((a[i] - centre) * b[i])
            i += 1
        }
        return total
    }
}
