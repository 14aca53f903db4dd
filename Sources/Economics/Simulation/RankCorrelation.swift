import TrialKernels

/// A figure whose rank correlation with the drivers is asked for, by its rows of outcomes.
public enum RankedFigure: Sendable {
    case outcome(Int)
    /// The first minus the second.
    case difference(Int, Int)
}

/// Ranks of a column by 65,536 equal bins between its least and greatest value: every value takes the mean rank of its
/// bin. A rank is then wrong by at most half its bin's count, without direction, which changes a correlation by less
/// than 1e-5 (1e-3 where the tail is as long as a lognormal's with σ = 2); equal values have equal ranks exactly.
struct BinnedRanks: Sendable {
    static let bins = 65536
    /// Centred ranks over n, −½…½.
    let ranks: [Float]
    let meanSquare: Double

    init(_ values: UnsafeBufferPointer<Double>) {
        let n = values.count
        var low = Double.infinity
        var high = -Double.infinity
        for value in values {
            low = value < low ? value : low
            high = value > high ? value : high
        }
        let wide = high > low ? Double(Self.bins) / (high - low) : 0
        let scale = wide.isFinite ? wide : 0
        var counts = [UInt32](repeating: 0, count: Self.bins)
        var ranks = [Float](repeating: 0, count: Self.bins)
        counts.withUnsafeMutableBufferPointer { counts in
            for value in values { counts[min(Self.bins - 1, Int((value - low) * scale))] &+= 1 }
        }
        var below = 0.0
        var squares = 0.0
        for bin in 0..<Self.bins where counts[bin] > 0 {
            let inside = Double(counts[bin])
            let rank = (below + inside / 2) / Double(n) - 0.5
            ranks[bin] = Float(rank)
            squares += inside * rank * rank
            below += inside
        }
        self.ranks = [Float](unsafeUninitializedCapacity: n) { space, used in
            ranks.withUnsafeBufferPointer { ranks in
                for i in 0..<n { space[i] = ranks[min(Self.bins - 1, Int((values[i] - low) * scale))] }
            }
            used = n
        }
        meanSquare = squares / Double(max(1, n))
    }
}

extension TrialResult {
    /// Spearman's correlation of each driver (row) with each figure (column).
    ///
    /// A driver's ranks are known from its stratified draws (place u in its distribution: rank n·u, within a few
    /// strata), so only the figures are ranked.
    /// - Parameter ownValues: for drivers that are no continuous draw (events, products of two), their values by trial:
    ///   these are ranked too, with ties.
    public func rankCorrelations(
        driverCount: Int, figures: [RankedFigure], threads: Int, ownValues: [Int: [Double]] = [:]
    ) -> [[Double]] {
        let n = trials
        guard n > 1, driverCount > 0, !figures.isEmpty else {
            return [[Double]](repeating: [Double](repeating: 0, count: figures.count), count: driverCount)
        }
        let tables = Parallel.map(count: figures.count, threads: threads) { ranks(of: figures[$0]) }
        let owned = ownValues.mapValues { $0.withUnsafeBufferPointer { BinnedRanks($0) } }
        // Blocks of trials, summed in their order: the same bits on any number of threads.
        let block = 16384
        let blocks = (n + block - 1) / block
        let parts = Parallel.map(count: blocks, threads: threads) { b -> [Double] in
            let first = b * block
            let count = min(block, n - first)
            var sums = [Double](repeating: 0, count: driverCount * figures.count)
            for d in 0..<driverCount {
                for f in figures.indices {
                    sums[d * figures.count + f] = tables[f].ranks.withUnsafeBufferPointer { ranked in
                        if let own = owned[d] {
                            own.ranks.withUnsafeBufferPointer {
                                Self.dot($0.baseAddress! + first, ranked.baseAddress! + first, count, centre: 0)
                            }
                        } else {
                            Self.dot(
                                uniforms(of: d).baseAddress! + first, ranked.baseAddress! + first, count, centre: 0.5)
                        }
                    }
                }
            }
            return sums
        }
        return (0..<driverCount).map { d in
            figures.indices.map { f in
                var sum = 0.0
                for part in parts { sum += part[d * figures.count + f] }
                // Uniform ranks have mean square 1/12.
                let driverSquare = owned[d]?.meanSquare ?? 1.0 / 12
                let scale = (driverSquare * tables[f].meanSquare).squareRoot()
                return scale > 0 ? min(1, max(-1, sum / Double(n) / scale)) : 0
            }
        }
    }

    private func ranks(of figure: RankedFigure) -> BinnedRanks {
        switch figure {
        case .outcome(let row): return BinnedRanks(outcome(row))
        case .difference(let first, let second):
            let a = outcome(first)
            let b = outcome(second)
            let values = [Double](unsafeUninitializedCapacity: trials) { space, used in
                for i in 0..<trials { space[i] = a[i] - b[i] }
                used = trials
            }
            return values.withUnsafeBufferPointer { BinnedRanks($0) }
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
