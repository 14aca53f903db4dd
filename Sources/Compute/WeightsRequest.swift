public import Notation
import Selection

/// `selection.weights`: weights from judgements, with the judgements' consistency.
public enum WeightsRequest: ComputeHandler {
    public static let name = "selection.weights"

    enum Method: String, CaseIterable {
        case ahp, bwm, roc, swing

        var keys: [String] {
            switch self {
            case .ahp: ["comparisons", "estimator"]
            case .bwm: ["bestToOthers", "othersToWorst", "best", "worst", "model"]
            case .roc: ["order"]
            case .swing: ["points"]
            }
        }
    }

    public static func respond(_ request: Tree) throws -> Tree {
        // First with the keys of any method, so that a wrong method is named before its keys.
        let any = try RequestCursor(request, keys: ["method"] + Method.allCases.flatMap(\.keys))
        let method: Method = try any.choice("method")
        let cursor = try RequestCursor(request, keys: ["method"] + method.keys)
        let elicited =
            switch method {
            case .ahp:
                try AHP.weights(
                    cursor.optionalNumberRows("comparisons", "an n × n list of rows, null for a pair not compared"),
                    estimator: cursor.choice("estimator"))
            case .bwm:
                try BestWorst.weights(
                    bestToOthers: cursor.numbers("bestToOthers", "a list of one number an item, 1 to 9"),
                    othersToWorst: cursor.numbers("othersToWorst", "a list of one number an item, 1 to 9"),
                    best: cursor.integer("best", "the best item, counted from 0"),
                    worst: cursor.integer("worst", "the worst item, counted from 0"), model: cursor.choice("model"))
            case .roc: try RankOrderCentroid.weights(order(cursor))
            case .swing: try SwingPoints.weights(cursor.numbers("points", "a list of one number a criterion"))
            }
        return answer(elicited)
    }

    /// Items from most to least important; a list within it is a tie.
    private static func order(_ cursor: RequestCursor) throws -> [[Int]] {
        let expected = "the items from most to least important, counted from 0"
        let tree = try cursor.required("order", expected)
        guard let list = tree.list else { throw RequestCursor.wrong(tree, path: cursor.path("order"), expected) }
        func item(_ tree: Tree, _ place: String) throws -> Int {
            let path = cursor.path(place)
            guard let item = Int(exactly: try RequestCursor.number(tree, path: path, "an item, counted from 0")) else {
                throw RequestCursor.wrong(tree, path: path, "an item, counted from 0")
            }
            return item
        }
        return try list.enumerated().map { position, entry in
            guard let group = entry.list else { return [try item(entry, "order[\(position)]")] }
            return try group.enumerated().map { try item($1, "order[\(position)][\($0)]") }
        }
    }

    private static func answer(_ elicited: ElicitedWeights) -> Tree {
        var entries: [(String, Tree)] = [("weights", .numbers(elicited.weights))]
        if let intervals = elicited.intervals {
            entries.append(("intervals", .list(intervals.map { .numbers([$0.lowerBound, $0.upperBound]) })))
        }
        if let consistency = elicited.consistency { entries.append(("consistency", tree(consistency))) }
        if elicited.consistency != nil {
            entries.append(("worstJudgement", elicited.worstJudgement.map(tree) ?? .null))
        }
        return .map(entries)
    }

    private static func tree(_ consistency: Consistency) -> Tree {
        var entries: [(String, Tree)] = []
        if let lambda = consistency.lambdaMax { entries.append(("lambdaMax", .number(lambda))) }
        if let xi = consistency.xi { entries.append(("xi", .number(xi))) }
        entries.append(("index", .number(consistency.index)))
        entries.append(("ratio", .number(consistency.ratio)))
        if let reason = consistency.ratioMissing { entries.append(("ratioMissing", .text(reason))) }
        if consistency.lambdaMax != nil {
            entries.append(("randomIndexTable", .text(consistency.randomIndexTable)))
            entries.append(("geometricIndex", .number(consistency.geometricIndex)))
        }
        return .map(entries)
    }

    private static func tree(_ worst: WorstJudgement) -> Tree {
        .map([
            ("path", .text(worst.path)), ("row", .number(worst.row)), ("column", .number(worst.column)),
            ("found", .number(worst.found)), ("value", .number(worst.value)), ("after", tree(worst.consistency)),
        ])
    }
}
