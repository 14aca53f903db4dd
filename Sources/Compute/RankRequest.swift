public import Notation
import Selection

/// `selection.rank`: alternatives scored and ranked by one of four methods.
public enum RankRequest: ComputeHandler {
    public static let name = "selection.rank"

    enum Method: String, CaseIterable { case value, topsis, vikor, promethee2 }

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["method", "matrix", "weights", "directions", "parameters"])
        let method: Method = try cursor.choice("method")
        let weights = try cursor.numbers("weights", "a list of one number a criterion")
        let directions = try directions(cursor)
        let matrix = try DecisionMatrix(
            rows: cursor.optionalNumberRows("matrix", "a list of rows, one an alternative"), weights: weights,
            directions: directions)
        let given = cursor.optional("parameters") ?? .map([] as [(String, Tree)])
        func parameters(_ keys: [String]) throws -> RequestCursor {
            try RequestCursor(given, path: "parameters", keys: keys)
        }
        let detail =
            switch method {
            case .value: try value(matrix, parameters(["scales"]))
            case .topsis: try topsis(matrix, parameters(["normalisation"]))
            case .vikor: try vikor(matrix, parameters(["v"]))
            case .promethee2: try promethee(matrix, parameters(["preferences"]))
            }
        return .map(detail + [("weights", .numbers(matrix.weights))])
    }

    private static func directions(_ cursor: RequestCursor) throws -> [Direction] {
        let tree = try cursor.required("directions", "\"max\" or \"min\" for each criterion")
        guard let list = tree.list else {
            throw RequestCursor.wrong(
                tree, path: cursor.path("directions"), "a list of \"max\" or \"min\" for each criterion")
        }
        return try list.enumerated().map { index, item in
            guard let direction = item.string.flatMap(Direction.init) else {
                throw RequestCursor.wrong(item, path: cursor.path("directions[\(index)]"), "\"max\" or \"min\"")
            }
            return direction
        }
    }

    private static func value(_ matrix: DecisionMatrix, _ parameters: RequestCursor) throws -> [(String, Tree)] {
        let tree = try parameters.required("scales", "one scale a criterion")
        guard let list = tree.list else {
            throw RequestCursor.wrong(tree, path: parameters.path("scales"), "a list of one scale a criterion")
        }
        let scales = try list.enumerated().map {
            try ScaleReader.scale($1, path: parameters.path("scales[\($0)]"))
        }
        let answer = try WeightedValue(matrix, scales: scales)
        let clamped = answer.clamped.map {
            Tree.map([
                "alternative": .number($0.alternative), "criterion": .number($0.criterion), "found": .number($0.found),
            ])
        }
        return [
            ("scores", .numbers(answer.scores)), ("ranks", .numbers(answer.ranks)),
            ("values", .list(answer.values.map { Tree.numbers($0) })), ("clamped", .list(clamped)),
        ]
    }

    private static func topsis(_ matrix: DecisionMatrix, _ parameters: RequestCursor) throws -> [(String, Tree)] {
        let normalisation: TOPSIS.Normalisation = try parameters.choice("normalisation", default: .vector)
        let answer = TOPSIS(matrix, normalisation: normalisation)
        return [
            ("scores", .numbers(answer.closeness)), ("ranks", .numbers(answer.ranks)),
            ("toIdeal", .numbers(answer.toIdeal)), ("toAntiIdeal", .numbers(answer.toAntiIdeal)),
            ("normalisation", .text(normalisation.rawValue)),
        ]
    }

    private static func vikor(_ matrix: DecisionMatrix, _ parameters: RequestCursor) throws -> [(String, Tree)] {
        let answer = try VIKOR(
            matrix, majority: parameters.number("v", "a number from 0 to 1, such as 0.5", default: 0.5))
        return [
            ("scores", .numbers(answer.q)), ("ranks", .numbers(answer.ranks)), ("s", .numbers(answer.s)),
            ("r", .numbers(answer.r)), ("q", .numbers(answer.q)), ("compromise", .numbers(answer.compromise)),
            ("requiredAdvantage", .number(answer.requiredAdvantage)),
            ("acceptableAdvantage", .bool(answer.acceptableAdvantage)),
            ("acceptableStability", .bool(answer.acceptableStability)), ("v", .number(answer.majority)),
        ]
    }

    /// Above it the pairs would outweigh the answer.
    private static let relationLimit = 100

    private static func promethee(_ matrix: DecisionMatrix, _ parameters: RequestCursor) throws -> [(String, Tree)] {
        let tree = try parameters.required("preferences", "one preference function a criterion")
        guard let list = tree.list else {
            throw RequestCursor.wrong(
                tree, path: parameters.path("preferences"), "a list of one preference function a criterion")
        }
        let preferences = try list.enumerated().map {
            try ScaleReader.preference($1, path: parameters.path("preferences[\($0)]"))
        }
        let answer = try PROMETHEE(matrix, preferences: preferences)
        var detail: [(String, Tree)] = [
            ("scores", .numbers(answer.phi)), ("ranks", .numbers(answer.ranks)),
            ("phiPlus", .numbers(answer.phiPlus)), ("phiMinus", .numbers(answer.phiMinus)),
        ]
        if matrix.alternatives <= relationLimit {
            let all = 0..<matrix.alternatives
            detail.append(
                (
                    "relations",
                    .list(all.map { a in .list(all.map { b in .text(answer.relation(a, b).rawValue) }) })
                ))
        }
        return detail
    }
}
