public import TrialKernels

/// Eight generators xoshiro256++ (Blackman & Vigna 2021) side by side, one a lane.
///
/// Named like a `RandomStream`, by (seed, block, name): which thread draws it cannot change it.
public struct LaneStream: Sendable {
    @usableFromInline var a: SIMD8<UInt64>, b: SIMD8<UInt64>, c: SIMD8<UInt64>, d: SIMD8<UInt64>

    public init(seed: UInt64, block: Int, name: UInt64) {
        var source = RandomStream(seed: seed, block: block, name: name)
        (a, b, c, d) = (.zero, .zero, .zero, .zero)
        for lane in 0..<8 {
            a[lane] = source.next()
            b[lane] = source.next()
            c[lane] = source.next()
            d[lane] = source.next() | 1  // never all zero
        }
    }

    @inlinable @inline(__always)
    public mutating func next() -> SIMD8<UInt64> {
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

    /// Uniform on (0, 1): odd multiples of 2⁻⁵³, neither end.
    @inlinable @inline(__always)
    public mutating func uniform() -> Lanes {
        let bits = (next() &>> 12) | SIMD8<UInt64>(repeating: 0x3ff0_0000_0000_0000)
        return unsafeBitCast(bits, to: Lanes.self) - Lanes(repeating: 1 - 0x1p-53)
    }

    /// Exponential with mean 1.
    @inlinable @inline(__always)
    public mutating func exponential() -> Lanes { Lanes.zero - uniform().naturalLogarithm }
}

extension SIMD8<Double> {
    /// The greatest whole number that is not above self, for |self| < 2^51.
    @inlinable @inline(__always)
    var floored: Self {
        let magic = Self(repeating: 0x1.8p52)
        let nearest = (self + magic) - magic
        return nearest.replacing(with: nearest - 1, where: nearest .> self)
    }

    @inlinable @inline(__always)
    static func unitPlace(_ uniform: Self, of count: Int) -> Self {
        // Below count even where the product rounds up.
        Self.minimum((uniform * Double(count)).floored, Self(repeating: Double(count - 1)))
    }
}
