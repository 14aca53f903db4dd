/// A distribution's quantile function as a table that is exact to about 1e-7 of its spread and costs a few cycles.
///
/// Cubic Hermite pieces on a grid that halves towards both ends: `perOctave` cells in each octave of
/// min(u, 1 − u). A tail that runs to infinity is as smooth in every octave as in the last, so the relative error is
/// the same everywhere. Below 2^−octaves (one draw in 2^27) the quantile is held at the last knot.
public struct QuantileTable: Sendable {
    @usableFromInline static let octaves = 28
    @usableFromInline static let perOctave = 16
    @usableFromInline static let shift: UInt64 = 48  // 52 − log2(perOctave)
    /// Four coefficients a cell, lower half first, then upper.
    @usableFromInline let coefficients: [Double]
    @usableFromInline static let cells = octaves * perOctave

    /// - Parameter quantile: exact quantile of u where `upper` is false, of 1 − u where it is true, for u in (0, ½].
    public init(_ quantile: (_ u: Double, _ upper: Bool) -> Double) {
        var table = [Double](repeating: 0, count: Self.cells * 4 * 2)
        for side in 0..<2 {
            let upper = side == 1
            var knots = [Double]()
            var values = [Double]()
            for cell in 0...Self.cells {
                let u = Self.knot(cell)
                knots.append(u)
                values.append(quantile(u, upper))
            }
            // Slopes by central differences of a finer step: the quantile is smooth inside.
            var slopes = [Double]()
            for cell in 0...Self.cells {
                let u = knots[cell]
                let h = u * 1e-4
                let high = cell == Self.cells ? u : u + h
                let low = u - h
                slopes.append((quantile(high, upper) - quantile(low, upper)) / (high - low))
            }
            if Self.cells > 1 {
                // One-sided at ½: second order.
                let u = knots[Self.cells]
                let h = u * 1e-4
                let f0 = values[Self.cells]
                slopes[Self.cells] = (3 * f0 - 4 * quantile(u - h, upper) + quantile(u - 2 * h, upper)) / (2 * h)
            }
            for cell in 0..<Self.cells {
                let width = knots[cell + 1] - knots[cell]
                let y0 = values[cell]
                let y1 = values[cell + 1]
                let d0 = slopes[cell] * width
                let d1 = slopes[cell + 1] * width
                let base = (side * Self.cells + cell) * 4
                table[base] = y0
                table[base + 1] = d0
                table[base + 2] = 3 * (y1 - y0) - 2 * d0 - d1
                table[base + 3] = 2 * (y0 - y1) + d0 + d1
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
