/// Eight trials side by side: one AVX-512 register, two AVX2 ones, four SSE2 ones.
///
/// Nothing here fuses a multiplication with an addition, so the bits are the same on every processor.
public typealias Lanes = SIMD8<Double>

/// Trials in one `Lanes`.
public let laneCount = 8

extension SIMD8<Double> {
    // The standard library's pointwiseMax calls a generic function for each lane; a compare and a blend do not.
    @inlinable @inline(__always)
    public static func maximum(_ a: Self, _ b: Self) -> Self { a.replacing(with: b, where: a .< b) }
    @inlinable @inline(__always)
    public static func minimum(_ a: Self, _ b: Self) -> Self { a.replacing(with: b, where: a .> b) }

    /// max(0, self).
    @inlinable @inline(__always)
    public var positivePart: Self { replacing(with: Self(repeating: 0), where: self .< Self(repeating: 0)) }

    @inlinable @inline(__always)
    public func clamped(_ low: Double, _ high: Double) -> Self {
        Self.minimum(.maximum(self, Self(repeating: low)), Self(repeating: high))
    }

    /// The least whole number that is not below self, for |self| < 2^51.
    ///
    /// Adding and taking away 1.5 · 2^52 rounds to the nearest whole number in any processor; `rounded(.up)` needs SSE4.1.
    @inlinable @inline(__always)
    public var ceiling: Self {
        let magic = Self(repeating: 0x1.8p52)
        let nearest = (self + magic) - magic
        return nearest.replacing(with: nearest + 1, where: nearest .< self)
    }

    @inlinable @inline(__always)
    public var laneSum: Double {
        let half = lowHalf + highHalf
        let quarter = half.lowHalf + half.highHalf
        return quarter.x + quarter.y
    }

    /// e^self, for |self| ≤ 700 (clamped beyond); relative error below 3e-16 · (1 + |self|).
    ///
    /// Cody & Waite's reduction to |r| ≤ ½ ln 2, then the Taylor polynomial of degree 12.
    @inlinable @inline(__always)
    public var exponential: Self {
        let x = clamped(-700, 700)
        let magic = Self(repeating: 0x1.8p52)
        let shifted = x * Self(repeating: 1.4426950408889634) + magic
        let k = shifted - magic
        let high = x - k * Self(repeating: 0x1.62e42fee00000p-1)
        let r = high - k * Self(repeating: 0x1.a39ef35793c76p-33)
        let r2 = r * r
        let r4 = r2 * r2
        // Estrin's scheme: short chains keep both multipliers busy.
        let a0: Self = Self(repeating: 1) + r
        let a1: Self = Self(repeating: 1.0 / 2) + r * (1.0 / 6)
        let a2: Self = Self(repeating: 1.0 / 24) + r * (1.0 / 120)
        let a3: Self = Self(repeating: 1.0 / 720) + r * (1.0 / 5040)
        let a4: Self = Self(repeating: 1.0 / 40320) + r * (1.0 / 362880)
        let a5: Self = Self(repeating: 1.0 / 3_628_800) + r * (1.0 / 39_916_800)
        let b0: Self = a0 + a1 * r2
        let b1: Self = a2 + a3 * r2
        let b2: Self = a4 + a5 * r2 + r4 * (1.0 / 479_001_600)
        let c: Self = b1 + b2 * r4
        let polynomial: Self = b0 + c * r4
        let bits = unsafeBitCast(shifted, to: SIMD8<Int64>.self)
        let scale = (bits &<< 52) &+ SIMD8<Int64>(repeating: 1023 << 52)
        return polynomial * unsafeBitCast(scale, to: Self.self)
    }

    /// ln self, for normal positive numbers; absolute error below 3e-16 · (1 + |result|).
    ///
    /// Exponent and mantissa in [√½, √2), then the series of artanh.
    @inlinable @inline(__always)
    public var naturalLogarithm: Self {
        let bits = unsafeBitCast(self, to: SIMD8<Int64>.self)
        // Moves the border of the mantissa to √½ before the exponent is cut off.
        let offset = SIMD8<Int64>(repeating: 0x3fe6_a09e_667f_3bcd)
        let moved = bits &- offset
        let exponentBits = (moved &>> 52)
        let mantissaBits = bits &- (exponentBits &<< 52)
        let m = unsafeBitCast(mantissaBits, to: Self.self)
        // A small signed whole number to Double without a conversion instruction.
        let biased = exponentBits &+ SIMD8<Int64>(repeating: 0x4338_0000_0000_0000)
        let e = unsafeBitCast(biased, to: Self.self) - Self(repeating: 0x1.8p52)
        let s = (m - 1) / (m + 1)
        let z = s * s
        let z2 = z * z
        let z4 = z2 * z2
        let a0: Self = Self(repeating: 1.0 / 3) + z * (1.0 / 5)
        let a1: Self = Self(repeating: 1.0 / 7) + z * (1.0 / 9)
        let a2: Self = Self(repeating: 1.0 / 11) + z * (1.0 / 13)
        let a3: Self = Self(repeating: 1.0 / 15) + z * (1.0 / 17)
        let a4: Self = Self(repeating: 1.0 / 19) + z * (1.0 / 21)
        let b0: Self = a0 + a1 * z2
        let b1: Self = a2 + a3 * z2 + a4 * z4
        let series: Self = b0 + b1 * z4
        let twice: Self = s + s
        return e * 0.6931471805599453 + (twice + twice * z * series)
    }

    /// self^exponent for positive self.
    @inlinable @inline(__always)
    public func raised(to exponent: Self) -> Self { (naturalLogarithm * exponent).exponential }

    @inlinable @inline(__always)
    public func raised(to exponent: Double) -> Self { (naturalLogarithm * exponent).exponential }
}
