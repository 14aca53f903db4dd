/// Sorts finite numbers exactly, and nearly in linear time.
public enum ExactSort {
    /// Bits of the key that the radix passes look at: two digits of 11.
    private static let keyLimit: Double = 4_194_303

    /// Ascending values and the place each stood at; equal values in the order they stood.
    ///
    /// Two counting passes over the place within low…high cut into 2^22 steps. The steps never turn two values round, so
    /// what is left is to sort the values within one step.
    /// - Parameters:
    ///   - low: the least value, `high` the greatest, high > low.
    ///   - items: room for `2 * count`.
    /// - Complexity: O(n) for spread values, O(n log n) where an outlier crowds them into a few steps.
    static func sort(
        _ values: UnsafePointer<Double>, count n: Int, low: Double, high: Double,
        sorted: UnsafeMutablePointer<Double>, order: UnsafeMutablePointer<UInt32>,
        items: UnsafeMutablePointer<UInt64>
    ) {
        let scale = keyLimit / (high - low)
        var from = items
        var to = items + n
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4096) { counts in
            counts.initialize(repeating: 0)
            for i in 0..<n {
                let key = key(values[i], low, scale)
                counts[Int(key & 2047)] &+= 1
                counts[2048 + Int(key >> 11)] &+= 1
                from[i] = key << 32 | UInt64(UInt32(truncatingIfNeeded: i))
            }
            for pass in 0..<2 {
                let base = pass * 2048
                var sum: UInt32 = 0
                for digit in base..<(base + 2048) {
                    let count = counts[digit]
                    counts[digit] = sum
                    sum &+= count
                }
                let shift = UInt64(32 + 11 * pass)
                for i in 0..<n {
                    let item = from[i]
                    let digit = base + Int((item >> shift) & 2047)
                    let place = counts[digit]
                    counts[digit] = place &+ 1
                    to[Int(place)] = item
                }
                swap(&from, &to)
            }
        }
        for i in 0..<n {
            let index = UInt32(truncatingIfNeeded: from[i])
            order[i] = index
            sorted[i] = values[Int(index)]
        }
        mend(count: n, low: low, scale: scale, sorted: sorted, order: order)
    }

    @inline(__always)
    private static func key(_ x: Double, _ low: Double, _ scale: Double) -> UInt64 {
        UInt64(truncatingIfNeeded: Int((x - low) * scale))
    }

    /// Sorts each run of one step that is out of order.
    private static func mend(
        count n: Int, low: Double, scale: Double, sorted: UnsafeMutablePointer<Double>,
        order: UnsafeMutablePointer<UInt32>
    ) {
        var i = 1
        while i < n {
            guard sorted[i] < sorted[i - 1] else {
                i += 1
                continue
            }
            let step = key(sorted[i], low, scale)
            var first = i - 1
            while first > 0, key(sorted[first - 1], low, scale) == step { first -= 1 }
            var end = i + 1
            while end < n, key(sorted[end], low, scale) == step { end += 1 }
            let run = (first..<end).map { (sorted[$0], order[$0]) }
                .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
            for (offset, item) in run.enumerated() { (sorted[first + offset], order[first + offset]) = item }
            i = end
        }
    }
}
