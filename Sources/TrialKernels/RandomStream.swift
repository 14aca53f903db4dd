/// xoshiro256++ (Blackman & Vigna 2021), seeded by SplitMix64.
///
/// A stream is named by (seed, block, name): which thread draws it cannot change it, and neither can a driver
/// that comes or goes beside it.
public struct RandomStream: Sendable {
    @usableFromInline var a: UInt64, b: UInt64, c: UInt64, d: UInt64

    public init(seed: UInt64, block: Int, name: UInt64) {
        var state = RandomStream.mix(seed &+ 0x9e37_79b9_7f4a_7c15)
        state = RandomStream.mix(state ^ RandomStream.mix(name &+ 0xd1b5_4a32_d192_ed03))
        state = RandomStream.mix(state ^ RandomStream.mix(UInt64(truncatingIfNeeded: block) &+ 0x8cb9_2ba7_2f3d_8dd7))
        func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            return RandomStream.mix(state)
        }
        a = next()
        b = next()
        c = next()
        d = next() | 1  // never all zero
    }

    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    @inlinable @inline(__always)
    public mutating func next() -> UInt64 {
        let sum = a &+ d
        let result = ((sum &<< 23) | (sum &>> 41)) &+ a
        let t = b &<< 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = (d &<< 45) | (d &>> 19)
        return result
    }

    /// FNV-1a of a driver's name.
    public static func identifier(of name: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            hash ^= UInt64(byte)
            hash = hash &* 0x100_0000_01b3
        }
        return hash
    }
}
