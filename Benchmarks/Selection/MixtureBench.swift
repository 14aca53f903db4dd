import Selection

/// The general engine: 6 partners, 12 criteria, 4 evaluators, missing cells, every figure of the answer.
enum MixtureBench {
    static func run(_ options: BenchOptions) throws {
        let uniform = TestMatrix.uniform(rows: 6, columns: 12 * 4)
        let cells = uniform.map { row in
            (0..<12).map { k -> ValueCell in
                if k % 6 == 5 { return .unknown }
                if k % 6 == 0 { return .known(row[4 * k]) }
                return .views((0..<4).map { row[4 * k + $0] < 0.1 ? nil : .known(row[4 * k + $0]) })
            }
        }
        let model = try AcceptabilityModel(cells: cells, weights: .points(Array(repeating: 40...100, count: 12)))
        let parts: Acceptability.Parts = options.everything ? .all : [.pairwise, .centralWeights]
        let (seconds, answer) = try Measure.times(options) {
            try model.acceptability(
                samples: options.samples, seed: TestMatrix.seed, threads: options.threads, only: parts)
        }
        try Measure.report(
            "selection/mixture", seconds, threads: options.threads,
            result: ["firstRank": answer.rankAcceptability.map { $0[0] }])
    }
}
