import Dispatch
import TrialKernels

/// Order statistics and means of one figure over all trials.
public struct SampleSummary: Sendable {
    public let count: Int
    public let mean: Double
    /// Divisor n − 1.
    public let standardDeviation: Double
    /// Of the mean, from the spread of the blocks' means (each block is a stratified sample of its own); the
    /// independent-draws value, which is an upper bound here, where there are fewer than eight blocks.
    public let standardError: Double
    private let quantiles: [Double]
    /// Mean of the ⌈n/20⌉ largest.
    public let cvar95: Double
    public let histogram: [Int]
    public let histogramLow: Double
    public let histogramHigh: Double

    public static let probabilities = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

    /// The percentile at one of `probabilities`: linear between order statistics, position (n − 1) p.
    public func percentile(_ p: Double) -> Double {
        Self.probabilities.firstIndex(of: p).map { quantiles[$0] } ?? .nan
    }

    /// - Complexity: O(n): one histogram of 4,096 bins finds the bins that hold the wanted order statistics, and only
    ///   those are sorted.
    public init(_ values: UnsafeBufferPointer<Double>, blockSize: Int) {
        let n = values.count
        count = n
        var sum = 0.0
        var low = Double.infinity
        var high = -Double.infinity
        var blockMeans: [Double] = []
        var weights: [Double] = []
        for first in stride(from: 0, to: n, by: blockSize) {
            let last = min(n, first + blockSize)
            let part = Self.sumAndRange(UnsafeBufferPointer(rebasing: values[first..<last]))
            low = min(low, part.low)
            high = max(high, part.high)
            sum += part.sum
            blockMeans.append(part.sum / Double(last - first))
            weights.append(Double(last - first))
        }
        let mean = n > 0 ? sum / Double(n) : 0
        self.mean = mean
        let variance = n > 1 ? Self.squares(values, around: mean) / Double(n - 1) : 0
        standardDeviation = variance.squareRoot()
        if blockMeans.count >= 8 {
            var between = 0.0
            for (m, w) in zip(blockMeans, weights) { between += w * w * (m - mean) * (m - mean) }
            let k = Double(blockMeans.count)
            standardError = (between * k / (k - 1)).squareRoot() / Double(n)
        } else {
            standardError = n > 0 ? (variance / Double(n)).squareRoot() : 0
        }
        // Every rank that is asked for below, so that one pass over the values finds them all.
        let tail = (n + 19) / 20
        var ranks = [n - tail, n / 500, max(0, n - 1 - n / 500)]
        for p in Self.probabilities {
            let below = Int(Double(max(0, n - 1)) * p)
            ranks += [below, min(n - 1, below + 1)]
        }
        let select = BinSelection(values, low: low, high: high, ranks: ranks)
        quantiles = Self.probabilities.map { p in
            let position = Double(max(0, n - 1)) * p
            let below = Int(position)
            let a = select.order(below)
            let b = select.order(min(n - 1, below + 1))
            return a + (position - Double(below)) * (b - a)
        }
        cvar95 = tail > 0 ? select.sumOfLargest(tail) / Double(tail) : mean
        // A picture of the distribution without its last thousandths.
        let bins = 48
        let from = select.order(n / 500)
        let to = select.order(max(0, n - 1 - n / 500))
        histogramLow = from
        histogramHigh = to
        histogram = select.histogram(bins: bins, low: from, high: to)
    }

    private static func sumAndRange(_ values: UnsafeBufferPointer<Double>) -> (sum: Double, low: Double, high: Double) {
        guard values.count >= laneCount, let base = values.baseAddress else {
            return (values.reduce(0, +), values.min() ?? .infinity, values.max() ?? -.infinity)
        }
        let raw = UnsafeRawPointer(base)
        var sum = Lanes.zero
        var low = Lanes(repeating: .infinity)
        var high = Lanes(repeating: -.infinity)
        let whole = values.count / laneCount
        for i in 0..<whole {
            let x = raw.loadUnaligned(fromByteOffset: i * 64, as: Lanes.self)
            sum += x
            low = .minimum(low, x)
            high = .maximum(high, x)
        }
        var total = sum.laneSum
        var least = low.min()
        var most = high.max()
        for i in (whole * laneCount)..<values.count {
            total += values[i]
            least = min(least, values[i])
            most = max(most, values[i])
        }
        return (total, least, most)
    }

    private static func squares(_ values: UnsafeBufferPointer<Double>, around mean: Double) -> Double {
        guard let base = values.baseAddress else { return 0 }
        let raw = UnsafeRawPointer(base)
        var sum = Lanes.zero
        let whole = values.count / laneCount
        for i in 0..<whole {
            let d = raw.loadUnaligned(fromByteOffset: i * 64, as: Lanes.self) - mean
            sum += d * d
        }
        var total = sum.laneSum
        for i in (whole * laneCount)..<values.count { total += (values[i] - mean) * (values[i] - mean) }
        return total
    }
}

/// Finds order statistics without sorting everything.
private struct BinSelection {
    static let bins = 4096
    private let values: UnsafeBufferPointer<Double>
    private let low: Double
    private let scale: Double
    /// Trials below each bin.
    private var below: [Int]
    private var sums: [Double]
    /// Sorted values of the bins that hold the wanted ranks.
    private var members: [Int: [Double]] = [:]

    init(_ values: UnsafeBufferPointer<Double>, low: Double, high: Double, ranks: [Int]) {
        self.values = values
        self.low = low
        let scale = high > low ? Double(Self.bins) / (high - low) : 0
        self.scale = scale.isFinite ? scale : 0
        below = [Int](repeating: 0, count: Self.bins + 1)
        sums = [Double](repeating: 0, count: Self.bins)
        below.withUnsafeMutableBufferPointer { below in
            sums.withUnsafeMutableBufferPointer { sums in
                for value in values {
                    let bin = Self.bin(value, low, self.scale)
                    below[bin + 1] += 1
                    sums[bin] += value
                }
            }
        }
        for bin in 0..<Self.bins { below[bin + 1] += below[bin] }
        collect(Set(ranks.filter { values.indices.contains($0) }.map(binHolding)))
    }

    private mutating func collect(_ wanted: Set<Int>) {
        let bins = wanted.sorted()
        var slot = [Int32](repeating: -1, count: Self.bins)
        for (place, bin) in bins.enumerated() { slot[bin] = Int32(place) }
        var found = bins.map { bin in
            var space: [Double] = []
            space.reserveCapacity(below[bin + 1] - below[bin])
            return space
        }
        slot.withUnsafeBufferPointer { slot in
            for value in values {
                let place = slot[Self.bin(value, low, scale)]
                if place >= 0 { found[Int(place)].append(value) }
            }
        }
        for (place, bin) in bins.enumerated() { members[bin] = found[place].sorted() }
    }

    @inline(__always)
    private static func bin(_ value: Double, _ low: Double, _ scale: Double) -> Int {
        min(bins - 1, Int((value - low) * scale))
    }

    private func binHolding(_ rank: Int) -> Int {
        var first = 0
        var last = Self.bins
        while last - first > 1 {
            let middle = (first + last) / 2
            if below[middle] <= rank { first = middle } else { last = middle }
        }
        return first
    }

    func order(_ rank: Int) -> Double {
        guard !values.isEmpty else { return 0 }
        let bin = binHolding(rank)
        return members[bin]?[rank - below[bin]] ?? 0
    }

    func sumOfLargest(_ n: Int) -> Double {
        let rank = values.count - n
        let bin = binHolding(rank)
        var sum = (members[bin] ?? [])[(rank - below[bin])...].reduce(0, +)
        for higher in (bin + 1)..<max(bin + 1, Self.bins) { sum += sums[higher] }
        return sum
    }

    /// Counts in equal bins from `low` to `high`, the ends taking what lies beyond: each of the fine bins is counted
    /// where its middle lies.
    func histogram(bins: Int, low: Double, high: Double) -> [Int] {
        var counts = [Int](repeating: 0, count: bins)
        guard high > low, scale > 0 else {
            counts[0] = values.count
            return counts
        }
        for bin in 0..<Self.bins where below[bin + 1] > below[bin] {
            let middle = self.low + (Double(bin) + 0.5) / scale
            let place = Int(((middle - low) / (high - low) * Double(bins)).rounded(.down))
            counts[max(0, min(bins - 1, place))] += below[bin + 1] - below[bin]
        }
        return counts
    }
}
