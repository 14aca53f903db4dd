public import Notation
import Selection

/// `selection.stability`: how far weights may move, and what the runner-up lacks, values being fixed.
///
/// `{values: partners × criteria, weights}`. `nearestFlip` is the smallest Euclidean change of all weights, with the sum
/// of absolute changes of the nearest by that measure beside it; `flips` has both for each partner.
public enum StabilityRequest: ComputeHandler {
    public static let name = "selection.stability"

    public static func respond(_ request: Tree) throws -> Tree {
        let cursor = try RequestCursor(request, keys: ["values", "weights"])
        let values = try cursor.rows("values", "a list of rows, one a partner, each one value a criterion") {
            tree, path in
            try RequestCursor.number(tree, path: path, "a value from 0 to 1")
        }
        let weights = try cursor.numbers("weights", "a list of weights, one a criterion")
        let stability = try WeightStability(values: values, weights: weights)
        return .map([
            "winner": .number(stability.winner),
            "runnerUp": .number(stability.runnerUp.map(Double.init)),
            "tie": .bool(stability.isTie),
            "totals": row(stability.totals),
            "intervals": .list(stability.intervals.map { row([$0.lowerBound, $0.upperBound]) }),
            "nearestFlip": flip(stability.nearestFlip),
            "nearestAbsoluteFlip": flip(stability.nearestAbsoluteFlip),
            "flips": .list(stability.flips.map(flip)),
            "breakEven": .list(stability.breakEven.map { .number($0) }),
        ])
    }

    private static func row(_ values: [Double]) -> Tree { .list(values.map { .number($0) }) }

    private static func flip(_ flip: NearestFlip?) -> Tree {
        guard let flip else { return .null }
        func change(_ change: NearestFlip.Change) -> Tree {
            .map(["distance": .number(change.distance), "weights": row(change.weights)])
        }
        return .map([
            "rival": .number(flip.rival), "euclidean": change(flip.euclidean), "absolute": change(flip.absolute),
        ])
    }
}
