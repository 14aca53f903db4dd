/// Sixteen numbers of single precision: one AVX-512 register, two AVX2 ones, four SSE2 ones. Nothing is fused.
typealias FloatLanes = SIMD16<Float>

extension SIMD16<Float> {
    /// −ln u for u = (k + ½) · 2⁻²³, k the upper 23 bits of each of sixteen words; absolute error below 3e-7.
    ///
    /// Exponent and mantissa in [√½, √2), then a polynomial: Cephes' logf (Moshier 1989).
    @inline(__always)
    static func exponential(_ words: SIMD16<UInt32>) -> Self {
        let one = unsafeBitCast((words &>> 9) | SIMD16<UInt32>(repeating: 0x3f80_0000), to: Self.self)
        let u = one - Self(repeating: 1 - 0x1p-24)
        let bits = unsafeBitCast(u, to: SIMD16<Int32>.self)
        // Moves the border of the mantissa to √½ before the exponent is cut off.
        let exponent = (bits &- SIMD16<Int32>(repeating: 0x3f35_04f3)) &>> 23
        let m = unsafeBitCast(bits &- (exponent &<< 23), to: Self.self) - Self(repeating: 1)
        // A small signed whole number to Float without a conversion.
        let e =
            unsafeBitCast(exponent &+ SIMD16<Int32>(repeating: 0x4b40_0000), to: Self.self)
            - Self(repeating: 0x1.8p23)
        let z = m * m
        var p: Self = m * 7.0376836292e-2 + Self(repeating: -1.1514610310e-1)
        p = p * m + Self(repeating: 1.1676998740e-1)
        p = p * m + Self(repeating: -1.2420140846e-1)
        p = p * m + Self(repeating: 1.4249322787e-1)
        p = p * m + Self(repeating: -1.6668057665e-1)
        p = p * m + Self(repeating: 2.0000714765e-1)
        p = p * m + Self(repeating: -2.4999993993e-1)
        p = p * m + Self(repeating: 3.3333331174e-1)
        let tail: Self = p * z * m - z * 0.5
        return Self(repeating: 0) - (e * 0.6931471805599453 + (m + tail))
    }
}
