import Selection

/// SMAA-2: weights uniform on the simplex, 20 partners, 10 criteria; ranks alone, or every figure of the answer.
enum SMAABench {
    static func run(_ options: BenchOptions) throws {
        let values = TestMatrix.uniform(rows: 20, columns: 10)
        let model = try AcceptabilityModel(cells: values.map { $0.map { .known($0) } }, weights: .none)
        let parts: Acceptability.Parts = options.everything ? .all : .ranks
        let (seconds, answer) = try Measure.times(options) {
            try model.acceptability(
                samples: options.samples, seed: TestMatrix.seed, threads: options.threads, only: parts)
        }
        try Measure.report(
            "selection/smaa", seconds, threads: options.threads,
            result: [
                "firstRank": answer.rankAcceptability.map { $0[0] },
                "lastRank": answer.rankAcceptability.map { $0[19] },
                "expectedRankFrom1": answer.expectedRank,
            ])
    }
}
