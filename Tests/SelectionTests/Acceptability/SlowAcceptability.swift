import Selection

/// SMAA-2 as the textbook puts it: one draw after the other, sorted. Nothing is shared with the engine.
struct SlowAcceptability {
    var ranks: [[Double]]
    var pairwise: [[Double]]
    var first: [Double]
    var central: [[Double]]
    var meanValues: [[Double]]

    init(
        _ cells: [[ValueCell]], perCriterion: Bool = false, vetoes: [Double?] = [], samples: Int, seed: UInt64,
        weights: (inout AcceptabilityRandom) -> [Double]
    ) {
        var random = AcceptabilityRandom(seed)
        let m = cells.count
        let n = cells[0].count
        ranks = Array(repeating: Array(repeating: 0, count: m), count: m)
        pairwise = ranks
        first = Array(repeating: 0, count: m)
        central = Array(repeating: Array(repeating: 0, count: n), count: m)
        meanValues = central
        var evaluators = 0
        var futures = 0
        for cell in cells.flatMap(\.self) {
            if case .views(let views) = cell { evaluators = views.count }
            if case .futures(let values) = cell { futures = values.count }
        }
        let step = 1 / Double(samples)
        for _ in 0..<samples {
            let w = weights(&random)
            let future = futures > 0 ? Int.random(in: 0..<futures, using: &random) : 0
            // A permutation: the first who gave something is taken.
            let person = Array(0..<evaluators).shuffled(using: &random)
            let persons = (0..<n).map { _ in
                perCriterion ? Array(0..<evaluators).shuffled(using: &random) : person
            }
            let values = cells.map { row in
                row.enumerated().map { Self.draw($1, future, persons[$0], &random) }
            }
            let isVetoed = values.map { row in
                row.enumerated().contains { k, v in
                    vetoes.isEmpty ? false : vetoes[k].map { v <= $0 } ?? false
                }
            }
            let scores = (0..<m).map { i in
                (0..<n).reduce(0) { $0 + w[$1] * values[i][$1] } - (isVetoed[i] ? 10 : 0)
            }
            for i in 0..<m {
                let above = scores.filter { $0 > scores[i] }.count
                let level = scores.filter { $0 == scores[i] }.count
                for r in above..<(above + level) { ranks[i][r] += step / Double(level) }
                if above == 0 {
                    first[i] += 1 / Double(level)
                    for k in 0..<n { central[i][k] += w[k] / Double(level) }
                }
                for j in 0..<m where j != i {
                    pairwise[i][j] += scores[i] > scores[j] ? step : scores[i] == scores[j] ? step / 2 : 0
                }
                for k in 0..<n { meanValues[i][k] += values[i][k] * step }
            }
        }
        for i in 0..<m where first[i] > 0 { central[i] = central[i].map { $0 / first[i] } }
    }

    private static func draw(
        _ cell: ValueCell, _ future: Int, _ persons: [Int], _ random: inout AcceptabilityRandom
    ) -> Double {
        switch cell {
        case .known(let value): return value
        case .range(let low, let high): return low + (high - low) * random.unit()
        case .unknown: return random.unit()
        case .levels(let values): return values[Int.random(in: 0..<values.count, using: &random)]
        case .futures(let values): return values[future]
        case .views(let views):
            for person in persons { if let view = views[person] { return draw(view, future, persons, &random) } }
            return random.unit()
        }
    }

    static func simplex(_ n: Int, _ random: inout AcceptabilityRandom) -> [Double] {
        // Spacings of sorted uniform numbers: another way than the engine's.
        let cuts = [0] + (0..<(n - 1)).map { _ in random.unit() }.sorted() + [1]
        return (0..<n).map { cuts[$0 + 1] - cuts[$0] }
    }
}
