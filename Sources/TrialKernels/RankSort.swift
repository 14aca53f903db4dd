/// Ranks by radix sort.
public enum RankSort {
    /// The rank (0 …) of each key among `keys`; equal keys in the order they stand.
    ///
    /// Least significant digit first, 11 bits a pass over the keys' order-preserving bits.
    /// - Complexity: O(n), three passes over single precision keys: ties below 2^−24 are broken by place.
    public static func ranks(of keys: UnsafeBufferPointer<Double>, into ranks: UnsafeMutableBufferPointer<UInt32>) {
        let n = keys.count
        guard n > 0 else { return }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * n) { space in
            var from = UnsafeMutableBufferPointer(rebasing: space[0..<n])
            var to = UnsafeMutableBufferPointer(rebasing: space[n..<(2 * n)])
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3 * 2048) { counts in
                counts.update(repeating: 0)
                for i in 0..<n {
                    var bits = Float(keys[i]).bitPattern
                    bits ^= (bits >> 31) == 1 ? 0xffff_ffff : 0x8000_0000
                    counts[Int(bits & 2047)] &+= 1
                    counts[2048 + Int((bits >> 11) & 2047)] &+= 1
                    counts[4096 + Int(bits >> 22)] &+= 1
                    from[i] = UInt64(bits) << 32 | UInt64(UInt32(truncatingIfNeeded: i))
                }
                for pass in 0..<3 {
                    let base = pass * 2048
                    var sum: UInt32 = 0
                    for digit in 0..<2048 {
                        let count = counts[base + digit]
                        counts[base + digit] = sum
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
                ranks[Int(UInt32(truncatingIfNeeded: from[i]))] = UInt32(truncatingIfNeeded: i)
            }
        }
    }
}
