/// One column of a Latin hypercube sample: each of n equal strata of (0, 1) is hit once, in random order.
///
/// McKay, Beckman & Conover, Technometrics 21(2) (1979), 239–245. Every block of trials is a sample of its own, so
/// blocks are independent replicates and their spread gives the standard error.
public enum LatinHypercube {
    /// Random strata in `order` (a permutation of 0 ..< n) and a place within each in `column`.
    ///
    /// - Complexity: O(n).
    public static func fill(
        _ column: UnsafeMutableBufferPointer<Double>, order: UnsafeMutableBufferPointer<UInt32>,
        stream: inout RandomStream
    ) {
        let n = column.count
        let width = 1.0 / Double(n)
        // The inside-out shuffle and the jitter share one draw: high bits choose, low bits place.
        for i in 0..<n {
            let bits = stream.next()
            let j = Int(truncatingIfNeeded: ((bits >> 32) &* UInt64(truncatingIfNeeded: i + 1)) >> 32)
            order[i] = order[j]
            order[j] = UInt32(truncatingIfNeeded: i)
            column[i] = (Double(UInt32(truncatingIfNeeded: bits)) + 0.5) * 0x1p-32
        }
        for i in 0..<n {
            column[i] = (Double(order[i]) + column[i]) * width
        }
    }

    /// Keeps each trial's place within its stratum and gives it the stratum `order[i]`.
    public static func reorder(
        _ column: UnsafeMutableBufferPointer<Double>, from old: UnsafeMutableBufferPointer<UInt32>,
        to order: UnsafeMutableBufferPointer<UInt32>
    ) {
        let n = Double(column.count)
        for i in 0..<column.count {
            let place = column[i] * n - Double(old[i])
            column[i] = min(max((Double(order[i]) + place) / n, 0x1p-53), 1 - 0x1p-53)
        }
    }
}
