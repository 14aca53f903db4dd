import Selection

/// TOPSIS and PROMETHEE II of n alternatives × 20 criteria. The matrix is built anew in each run, as a caller pays for it.
enum MethodBench {
    static let criteria = 20

    static func topsis(_ options: BenchOptions) throws {
        try run("selection/topsis", options) { TOPSIS($0, threads: options.threads).closeness }
    }

    /// Linear preference with q = .05 and p = .25.
    static func promethee(_ options: BenchOptions) throws {
        let preferences = Array(repeating: PreferenceFunction.linear(q: 0.05, p: 0.25), count: criteria)
        try run("selection/promethee2", options) {
            try PROMETHEE($0, preferences: preferences, threads: options.threads).phi
        }
    }

    private static func run(
        _ name: String, _ options: BenchOptions, _ scores: (DecisionMatrix) throws -> [Double]
    ) throws {
        let values = TestMatrix.uniform(rows: options.n, columns: criteria).flatMap(\.self)
        let weights = (1...criteria).map { Double($0) / Double(criteria * (criteria + 1) / 2) }
        let directions = Array(repeating: Direction.maximise, count: criteria)
        let (seconds, answer) = try Measure.times(options) {
            try scores(
                DecisionMatrix(
                    values: values, criteria: criteria, weights: weights, directions: directions,
                    threads: options.threads))
        }
        let best = answer.indices.max { answer[$0] < answer[$1] } ?? 0
        try Measure.report(
            name, seconds, threads: options.threads,
            result: [
                "n": answer.count, "sumOfSquares": answer.reduce(0) { $0 + $1 * $1 }, "bestIndexFrom0": best,
                "best": answer[best], "first5": Array(answer.prefix(5)),
            ])
    }
}
