public import Notation
import Selection

/// `selection.acceptability`: SMAA-2 over values and weights that are only partly known.
///
/// A cell is a number, `{low, high}` or `null`. `weightKnowledge` is `{kind: none}` (the default), `{kind: point,
/// weights}`, `{kind: order, order}`, `{kind: points, points: [[low, high], …]}`, `{kind: intervals, intervals: [[low,
/// high], …]}` or `{kind: constraints, constraints}`, whose rows are Σ a·w ≤ b as `[a…, b]` or `{a: […], b, title}`.
public enum AcceptabilityRequest: ComputeHandler {
    public static let name = "selection.acceptability"

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["values", "weightKnowledge", "samples", "seed"])
        let cells = try cursor.rows("values", "a list of rows, one a partner, each one cell a criterion") {
            tree, path in
            try cell(tree, path: path)
        }
        let weights = try cursor.optional("weightKnowledge").map(AcceptabilityWeights.read) ?? .none
        let samples = try cursor.whole("samples", in: AcceptabilityModel.samplesAllowed, default: 100_000)
        let seed = try cursor.whole("seed", in: 0...9_007_199_254_740_991, default: 1)
        let model = try AcceptabilityModel(cells: cells, weights: weights)
        // The answer does not depend on the number of threads.
        return tree(try model.acceptability(samples: samples, seed: UInt64(seed), threads: 2))
    }

    private static func cell(_ tree: Tree, path: String) throws -> ValueCell {
        if tree.isNull { return .unknown }
        if tree.entries != nil {
            let cursor = try RequestCursor(tree, path: path, keys: ["low", "high"])
            return .range(
                low: try cursor.number("low", "a value from 0 to 1"),
                high: try cursor.number("high", "a value from 0 to 1"))
        }
        return .known(try RequestCursor.number(tree, path: path, "a value from 0 to 1, {low, high} or null"))
    }

    private static func tree(_ answer: Acceptability) -> Tree {
        func row(_ values: [Double]) -> Tree { .list(values.map { .number($0) }) }
        func matrix(_ rows: [[Double]]) -> Tree { .list(rows.map(row)) }
        return .map([
            "samples": .number(answer.samples),
            "rankAcceptability": matrix(answer.rankAcceptability),
            "standardError": matrix(answer.standardError),
            "centralWeights": .list(answer.centralWeights.map { $0.map(row) ?? .null }),
            "confidence": .list(answer.confidence.map { .number($0) }),
            "pairwiseWinning": matrix(answer.pairwiseWinning),
            "expectedRank": row(answer.expectedRank),
            "meanWeights": row(answer.meanWeights),
            "sampling": sampling(answer.sampling),
        ])
    }

    private static func sampling(_ sampling: WeightSampling) -> Tree {
        switch sampling {
        case .fixed: .map(["kind": .text("fixed")])
        case .direct: .map(["kind": .text("direct")])
        case .rejection(let acceptance): .map(["kind": .text("rejection"), "acceptance": .number(acceptance)])
        case .hitAndRun(let thinning): .map(["kind": .text("hitAndRun"), "thinning": .number(thinning)])
        }
    }
}
