/// A distribution's quantile function as a table that is exact to about 1e-7 of its spread and costs a few cycles.
///
/// Cubic Hermite pieces on a grid that halves towards both ends: `perOctave` cells in each octave of
/// min(u, 1 − u). A tail that runs to infinity is as smooth in every octave as in the last, so the relative error is
/// the same everywhere. Below 2^−octaves (one draw in 2^19) the quantile is held at the last knot.
public struct QuantileTable: Sendable {
    @usableFromInline static let octaves = 20
    @usableFromInline static let perOctave = 16
    @usableFromInline static let shift: UInt64 = 48  // 52 − log2(perOctave)
    /// Four coefficients a cell, lower half first, then upper.
    @usableFromInline let coefficients: [Double]
    @usableFromInline static let cells = octaves * perOctave

    /// - Parameter quantile: the exact quantile of u (of 1 − u where `upper` is true) and its slope by u, for u in
    ///   (0, ½], asked for in falling order of u.
    public init(_ quantile: (_ u: Double, _ upper: Bool) -> (value: Double, slope: Double)) {
        var table = [Double](repeating: 0, count: Self.cells * 4 * 2)
        for side in 0..<2 {
            let upper = side == 1
            var (y1, slope1) = quantile(Self.knot(Self.cells), upper)
            for cell in stride(from: Self.cells - 1, through: 0, by: -1) {
                let width = Self.knot(cell + 1) - Self.knot(cell)
                let (y0, slope0) = quantile(Self.knot(cell), upper)
                let d0 = slope0 * width
                let d1 = slope1 * width
                let base = (side * Self.cells + cell) * 4
                table[base] = y0
                table[base + 1] = d0
                table[base + 2] = 3 * (y1 - y0) - 2 * d0 - d1
                table[base + 3] = 2 * (y0 - y1) + d0 + d1
                (y1, slope1) = (y0, slope0)
            }
        }
        coefficients = table
    }

    /// Lower end of a cell, from 2^−(octaves+1) up to ½.
    static func knot(_ cell: Int) -> Double {
        let octave = cell / perOctave
        let part = cell % perOctave
        let base = Double(sign: .plus, exponent: octave - octaves - 1, significand: 1)
        return base * (1 + Double(part) / Double(perOctave))
    }

    /// Replaces each u in (0, 1) by its quantile.
    ///
    /// - Complexity: O(n), no branches.
    public func transform(_ column: UnsafeMutableBufferPointer<Double>) {
        let lowest = Double(sign: .plus, exponent: -Self.octaves - 1, significand: 1)
        let firstBits = lowest.bitPattern >> Self.shift
        coefficients.withUnsafeBufferPointer { table in
            for i in 0..<column.count {
                let u = column[i]
                let upper = u > 0.5
                var v = upper ? 1 - u : u
                v = v < lowest ? lowest : v
                let bits = v.bitPattern
                var cell = Int(truncatingIfNeeded: (bits >> Self.shift) - firstBits)
                cell = cell < Self.cells ? cell : Self.cells - 1
                // Place in the cell: the mantissa's bits below the index.
                let mask: UInt64 = (1 << Self.shift) - 1
                let fraction =
                    v >= 0.5 ? 1.0 : Double(Int64(truncatingIfNeeded: bits & mask)) * (1.0 / Double(1 << Self.shift))
                let base = (cell + (upper ? Self.cells : 0)) * 4
                let c2 = table[base + 2] + table[base + 3] * fraction
                let c1 = table[base + 1] + c2 * fraction
                column[i] = table[base] + c1 * fraction
            }
        }
    }
}
