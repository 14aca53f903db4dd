import TrialKernels

/// Weighted Euclidean distances of each row to two points.
public enum IdealDistances {
    public struct Output {
        public let toBest: UnsafeMutablePointer<Double>
        public let toWorst: UnsafeMutablePointer<Double>
        /// toWorst / (toBest + toWorst); 1 where both are 0.
        public let closeness: UnsafeMutablePointer<Double>

        public init(
            toBest: UnsafeMutablePointer<Double>, toWorst: UnsafeMutablePointer<Double>,
            closeness: UnsafeMutablePointer<Double>
        ) {
            self.toBest = toBest
            self.toWorst = toWorst
            self.closeness = closeness
        }
    }

    /// The square root of the sum over columns of (scale · (x − point))², for `rows` rows from `first` on.
    ///
    /// - Parameters: `scale`, `best` and `worst` have one number a column.
    public static func rows(
        _ first: Int, count: Int, of values: UnsafePointer<Double>, columns: Int, scale: [Double], best: [Double],
        worst: [Double], into output: Output
    ) {
        let blocks = (columns + laneCount - 1) / laneCount
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 3 * blocks) { points in
            for block in 0..<blocks {
                var lanes = (scale: Lanes.zero, best: Lanes.zero, worst: Lanes.zero)
                let start = start(of: block, columns: columns)
                for lane in 0..<laneCount where start + lane < columns {
                    // Columns that the block before has counted already weigh nothing here.
                    lanes.scale[lane] = start + lane < block * laneCount ? 0 : scale[start + lane]
                    lanes.best[lane] = best[start + lane]
                    lanes.worst[lane] = worst[start + lane]
                }
                points.initializeElement(at: 3 * block, to: lanes.scale)
                points.initializeElement(at: 3 * block + 1, to: lanes.best)
                points.initializeElement(at: 3 * block + 2, to: lanes.worst)
            }
            for row in first..<(first + count) {
                let base = values + row * columns
                var near = Lanes.zero
                var far = Lanes.zero
                for block in 0..<blocks {
                    let x = load(base, start(of: block, columns: columns), columns: columns)
                    let toBest = (x - points[3 * block + 1]) * points[3 * block]
                    let toWorst = (x - points[3 * block + 2]) * points[3 * block]
                    near += toBest * toBest
                    far += toWorst * toWorst
                }
                let toBest = near.laneSum.squareRoot()
                let toWorst = far.laneSum.squareRoot()
                let sum = toBest + toWorst
                output.toBest[row] = toBest
                output.toWorst[row] = toWorst
                output.closeness[row] = sum > 0 ? toWorst / sum : 1
            }
        }
    }

    @inline(__always)
    private static func start(of block: Int, columns: Int) -> Int {
        max(0, min(block * laneCount, columns - laneCount))
    }

    @inline(__always)
    private static func load(_ base: UnsafePointer<Double>, _ start: Int, columns: Int) -> Lanes {
        if columns >= laneCount { return UnsafeRawPointer(base + start).loadUnaligned(as: Lanes.self) }
        var lanes = Lanes.zero
        for lane in 0..<columns { lanes[lane] = base[lane] }
        return lanes
    }
}
