import TrialKernels

/// What one column of a matrix holds.
public struct ColumnSummary: Sendable, Hashable {
    public var low: Double
    public var high: Double
    /// Sum of squares: not finite where a value is not, or is beyond ±1e154.
    public var squares: Double
}

/// One pass over a row-major matrix.
public enum ColumnScan {
    /// Sums are taken in blocks of this many rows, whoever computes them: threads cannot change a bit.
    public static let blockRows = 2048

    public static func summaries(of values: [Double], columns: Int, threads: Int) -> [ColumnSummary] {
        let rows = values.count / columns
        let blocks = (rows + blockRows - 1) / blockRows
        let parts = Parallel.map(count: blocks, threads: threads) { block in
            values.withUnsafeBufferPointer { buffer in
                let first = block * blockRows
                return scan(
                    buffer.baseAddress! + first * columns, rows: min(blockRows, rows - first), columns: columns)
            }
        }
        var result = parts[0]
        for part in parts.dropFirst() {
            for column in 0..<columns {
                result[column].low = min(result[column].low, part[column].low)
                result[column].high = max(result[column].high, part[column].high)
                result[column].squares += part[column].squares
            }
        }
        return result
    }

    private static func scan(_ base: UnsafePointer<Double>, rows: Int, columns: Int) -> [ColumnSummary] {
        [ColumnSummary](unsafeUninitializedCapacity: columns) { out, count in
            count = columns
            guard columns >= laneCount else {
                for column in 0..<columns { out[column] = scan(base + column, rows: rows, stride: columns) }
                return
            }
            var column = 0
            while column < columns {
                // The last lanes begin earlier where they would reach beyond the row: some columns are scanned twice.
                let start = min(column, columns - laneCount)
                var place = UnsafeRawPointer(base + start)
                var low = place.loadUnaligned(as: Lanes.self)
                var high = low
                var squares = Lanes.zero
                for _ in 0..<rows {
                    let x = place.loadUnaligned(as: Lanes.self)
                    low = .minimum(low, x)
                    high = .maximum(high, x)
                    squares += x * x
                    place += columns * MemoryLayout<Double>.stride
                }
                for lane in 0..<laneCount {
                    out[start + lane] = ColumnSummary(low: low[lane], high: high[lane], squares: squares[lane])
                }
                column += laneCount
            }
        }
    }

    private static func scan(_ base: UnsafePointer<Double>, rows: Int, stride: Int) -> ColumnSummary {
        var summary = ColumnSummary(low: base[0], high: base[0], squares: 0)
        for row in 0..<rows {
            let x = base[row * stride]
            if x < summary.low { summary.low = x }
            if x > summary.high { summary.high = x }
            summary.squares += x * x
        }
        return summary
    }
}
