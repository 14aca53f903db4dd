import Selection
import Testing

/// Weights drawn obey what is known of them, and fill it evenly.
@Suite struct WeightSamplingTests {
    static let ratio = LinearConstraint(coefficients: [1, -2, 0, 0], bound: 0, title: "at most twice")

    static func obeys(_ w: [Double], _ knowledge: WeightKnowledge) -> Bool {
        guard w.allSatisfy({ $0 >= 0 }), abs(w.reduce(0, +) - 1) < 1e-12 else { return false }
        switch knowledge {
        case .intervals(let ranges):
            return zip(w, ranges).allSatisfy { $0 >= $1.lowerBound - 1e-9 && $0 <= $1.upperBound + 1e-9 }
        case .constraints(let constraints):
            return constraints.allSatisfy { zip(w, $0.coefficients).reduce(0) { $0 + $1.0 * $1.1 } <= $0.bound + 1e-8 }
        case .order(let order): return zip(order, order.dropFirst()).allSatisfy { w[$0] >= w[$1] }
        default: return true
        }
    }

    static let cases: [WeightKnowledge] = [
        .none, .order([3, 1, 0, 2]), .intervals([0.1...0.4, 0.2...0.3, 0...1, 0.05...0.5]),
        .intervals([0.24...0.26, 0.24...0.26, 0.2...0.3, 0...1]), .intervals([0.25...0.25, 0...0.2, 0...1, 0...1]),
        .constraints([ratio]), .constraints([ratio, LinearConstraint(coefficients: [-1, 2, 0, 0], bound: 0)]),
        .constraints(
            (0..<3).map { k in
                LinearConstraint(coefficients: (0..<4).map { $0 == k ? -1 : $0 == k + 1 ? 1 : 0 }, bound: 0)
            }),
        .constraints([
            LinearConstraint(coefficients: [1, 0, 0, -3], bound: 0),
            LinearConstraint(coefficients: [-1, 0, 0, 2.9], bound: 0),
            LinearConstraint(coefficients: [0, 1, -1, 0], bound: 0.01),
            LinearConstraint(coefficients: [0, -1, 1, 0], bound: 0.01),
        ]),
    ]

    @Test(arguments: cases) func everyVectorObeys(_ knowledge: WeightKnowledge) throws {
        let (weights, _) = try sampledWeights(knowledge, criteria: 4, count: 20_000)
        #expect(weights.allSatisfy { Self.obeys($0, knowledge) })
    }

    /// Intervals narrow enough for hit-and-run against draws that are thrown away by hand.
    @Test func hitAndRunAgreesWithRejection() throws {
        let ranges: [ClosedRange<Double>] = [0.15...0.25, 0.15...0.25, 0.15...0.22, 0.15...0.3, 0.15...0.35]
        let rows =
            [LinearConstraint(coefficients: [1, 0, 0, 0, -1], bound: -0.02)]
            + ranges.enumerated().flatMap { k, range in
                [
                    LinearConstraint(coefficients: (0..<5).map { $0 == k ? 1 : 0 }, bound: range.upperBound),
                    LinearConstraint(coefficients: (0..<5).map { $0 == k ? -1 : 0 }, bound: -range.lowerBound),
                ]
            }
        // A coefficient that is nearly nothing keeps the low ends from being taken into the proposal: a chain.
        let blurred = rows.map { row in
            LinearConstraint(coefficients: row.coefficients.map { $0 == 0 ? 1e-12 : $0 }, bound: row.bound)
        }
        let (direct, how) = try sampledWeights(.constraints(rows), criteria: 5, count: 60_000)
        let (chain, other) = try sampledWeights(.constraints(blurred), criteria: 5, count: 60_000)
        guard case .rejection = how, case .hitAndRun = other else {
            Issue.record("\(how), \(other)")
            return
        }
        for k in 0..<5 {
            let a = direct.map { $0[k] }
            let b = chain.map { $0[k] }
            let (meanA, meanB) = (a.reduce(0, +) / 60_000, b.reduce(0, +) / 60_000)
            let (squareA, squareB) = (a.reduce(0) { $0 + $1 * $1 } / 60_000, b.reduce(0) { $0 + $1 * $1 } / 60_000)
            let deviation = (squareA - meanA * meanA).squareRoot()
            #expect(abs(meanA - meanB) < 0.05 * deviation, "\(k): \(meanA) \(meanB)")
            #expect(abs((squareB - meanB * meanB).squareRoot() / deviation - 1) < 0.03)
        }
    }

    /// A chain over an ordered simplex against the formula that maps the simplex onto it.
    @Test func aChainOverAnOrderHasRankOrderCentroidMeans() throws {
        let n = 7
        let rows = (0..<(n - 1)).map { k in
            LinearConstraint(coefficients: (0..<n).map { $0 == k ? -1 : $0 == k + 1 ? 1 : 0 }, bound: 0)
        }
        let (weights, how) = try sampledWeights(.constraints(rows), criteria: n, count: 40_000)
        guard case .hitAndRun(let thinning) = how else {
            Issue.record("\(how)")
            return
        }
        #expect(thinning == 179)  // ⌈7³ ln 8 / 4⌉
        for (k, mean) in means(weights).enumerated() {
            let centroid = (k..<n).reduce(0) { $0 + 1 / Double($1 + 1) } / Double(n)
            #expect(abs(mean - centroid) < 0.004, "\(k): \(mean) instead of \(centroid)")
        }
    }

    @Test func aSinglePointIsFixed() throws {
        let ratios = [
            LinearConstraint(coefficients: [1, -2, 0], bound: 0), LinearConstraint(coefficients: [-1, 2, 0], bound: 0),
            LinearConstraint(coefficients: [0, 1, -2], bound: 0), LinearConstraint(coefficients: [0, -1, 2], bound: 0),
        ]
        let (weights, how) = try sampledWeights(.constraints(ratios), criteria: 3, count: 8)
        #expect(how == .fixed)
        for (found, expected) in zip(weights[0], [4.0 / 7, 2.0 / 7, 1.0 / 7]) { #expect(abs(found - expected) < 1e-7) }
        let (corner, _) = try sampledWeights(.intervals([0.5...1, 0.5...1, 0...1]), criteria: 3, count: 8)
        for (found, expected) in zip(corner[0], [0.5, 0.5, 0]) { #expect(abs(found - expected) < 1e-7) }
    }

    /// A line within the simplex: w0 = 2 w1, so (2t, t, 1 − 3t) with t uniform on 0 … 1/3.
    @Test func aLineIsFilledEvenly() throws {
        let rows = [
            LinearConstraint(coefficients: [1, -2, 0], bound: 0), LinearConstraint(coefficients: [-1, 2, 0], bound: 0),
        ]
        let (weights, _) = try sampledWeights(.constraints(rows), criteria: 3, count: 40_000)
        let t = weights.map { $0[1] * 3 }.sorted()
        let distance = t.enumerated().map { abs($1 - Double($0) / 40_000) }.max() ?? 1
        #expect(distance < 0.012)  // Kolmogorov & Smirnov at 1e-4 would be .011
    }

    /// The largest of three weights on the simplex exceeds x with chance 3 (1 − x)² for x > ½.
    @Test func theSimplexIsFilledEvenly() throws {
        let (weights, _) = try sampledWeights(.none, criteria: 3, count: 100_000)
        for x in [0.5, 0.6, 0.8, 0.9] {
            let share = Double(weights.filter { ($0.max() ?? 0) > x }.count) / 100_000
            #expect(isNear(share, 3 * (1 - x) * (1 - x), samples: 100_000))
        }
    }
}
