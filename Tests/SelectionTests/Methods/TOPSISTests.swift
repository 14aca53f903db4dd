import Testing

@testable import Selection

@Suite struct TOPSISTests {
    /// Hwang & Yoon (1981), the choice of a fighter aircraft: closeness and distances as printed.
    @Test func fighterAircraft() throws {
        let matrix = try DecisionMatrix(
            rows: [
                [2.0, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5], [1.8, 2000, 21000, 4.5, 7, 7],
                [2.2, 1800, 20000, 5.0, 5, 5],
            ], weights: [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
            directions: [.maximise, .maximise, .maximise, .minimise, .maximise, .maximise])
        let answer = TOPSIS(matrix)
        #expect(MethodSamples.near(answer.closeness, [0.643, 0.268, 0.613, 0.312], 6e-4))
        #expect(MethodSamples.near(answer.toIdeal, [0.0545, 0.1197, 0.0580, 0.1009], 1e-4))
        #expect(MethodSamples.near(answer.toAntiIdeal, [0.0983, 0.0439, 0.0920, 0.0458], 1e-4))
        #expect(answer.ranks == [1, 4, 2, 3])
    }

    @Test func digestOfThePeers() throws {
        let answer = TOPSIS(try MethodSamples.benchmark())
        let squares = answer.closeness.reduce(0) { $0 + $1 * $1 }
        #expect(abs(squares - 2541.543504985173) < 1e-12 * squares)
        #expect(abs(answer.closeness[9246] - 0.754593590522233) < 1e-14)
        #expect(answer.closeness.max() == answer.closeness[9246])
    }

    /// As in the textbook: normalise, weigh, measure.
    static func slow(_ matrix: DecisionMatrix, _ normalisation: TOPSIS.Normalisation) -> [Double] {
        let (n, m) = (matrix.alternatives, matrix.criteria)
        var near = Array(repeating: 0.0, count: n)
        var far = near
        for j in 0..<m {
            let column = (0..<n).map { matrix.values[$0 * m + j] }
            let (low, high) = (column.min()!, column.max()!)
            let norm =
                normalisation == .vector
                ? column.reduce(0) { $0 + $1 * $1 }.squareRoot() : high - low
            if high == low { continue }
            let (best, worst) = matrix.directions[j] == .maximise ? (high, low) : (low, high)
            for i in 0..<n {
                let a = matrix.weights[j] * (column[i] - best) / norm
                let b = matrix.weights[j] * (column[i] - worst) / norm
                near[i] += a * a
                far[i] += b * b
            }
        }
        return zip(near, far).map { $1.squareRoot() / ($0.squareRoot() + $1.squareRoot()) }
    }

    @Test(arguments: [1, 2, 7, 8, 9, 16, 23, 40], TOPSIS.Normalisation.allCases)
    func agreesWithTheTextbook(criteria: Int, normalisation: TOPSIS.Normalisation) throws {
        // One column is constant, so there is one more that is not.
        let matrix = try MethodSamples.mixed(alternatives: 5000, criteria: criteria + 1, seed: UInt64(criteria))
        let slow = Self.slow(matrix, normalisation)
        let one = TOPSIS(matrix, normalisation: normalisation, threads: 1)
        #expect(MethodSamples.near(one.closeness, slow, 1e-13))
        #expect(TOPSIS(matrix, normalisation: normalisation, threads: 2).closeness == one.closeness)
    }

    @Test func nothingSeparates() throws {
        let directions = [Direction.maximise, .minimise]
        let one = TOPSIS(try DecisionMatrix(rows: [[3, 4]], weights: [1, 1], directions: directions))
        #expect(one.closeness == [1] && one.ranks == [1] && one.toIdeal == [0])
        let alike = try DecisionMatrix(rows: [[0, 4], [0, 4], [0, 4]], weights: [1, 1], directions: directions)
        for normalisation in TOPSIS.Normalisation.allCases {
            #expect(TOPSIS(alike, normalisation: normalisation).ranks == [1, 1, 1])
        }
    }

    /// Squares of tiny and of huge numbers leave the range of a Double.
    @Test func scaleDoesNotMatter() throws {
        let rows = [[1.0, 2], [2, 1], [3, 5]]
        let plain = TOPSIS(
            try DecisionMatrix(rows: rows, weights: [1, 2], directions: [.maximise, .minimise]))
        for scale in [1e-140, 1e-110, 1e120] {
            let scaled = TOPSIS(
                try DecisionMatrix(
                    rows: rows.map { [$0[0] * scale, $0[1]] }, weights: [1, 2], directions: [.maximise, .minimise]))
            #expect(MethodSamples.near(scaled.closeness, plain.closeness, 1e-14), "\(scale)")
        }
    }
}
