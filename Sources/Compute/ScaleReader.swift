import Notation
import Selection

/// Reads the value functions and preference functions of a request.
enum ScaleReader {
    /// `{worst, best, curvature}` (curvature 0 is the straight line and may be left out) or `{points: [[x, value], …]}`.
    static func scale(_ tree: Tree, path: String) throws -> ValueFunction {
        let isPoints = tree["points"] != nil
        let cursor = try RequestCursor(
            tree, path: path, keys: isPoints ? ["points"] : ["worst", "best", "curvature"])
        guard isPoints else {
            return .exponential(
                worst: try cursor.number("worst", "the worst level, a number in the criterion's unit"),
                best: try cursor.number("best", "the best level, a number in the criterion's unit"),
                curvature: try cursor.number("curvature", "a number, 0 for a straight line", default: 0))
        }
        let points = try cursor.required("points", "a list of points [x, value]")
        guard let list = points.list else {
            throw RequestCursor.wrong(points, path: cursor.path("points"), "a list of points [x, value]")
        }
        return .points(
            try list.enumerated().map { index, item in
                let place = cursor.path("points[\(index)]")
                guard let pair = item.list, pair.count == 2 else {
                    throw RequestCursor.wrong(item, path: place, "a point [x, value]")
                }
                return ValuePoint(
                    x: try RequestCursor.number(pair[0], path: "\(place)[0]", "a finite number"),
                    value: try RequestCursor.number(pair[1], path: "\(place)[1]", "a number from 0 to 1"))
            })
    }

    private enum Kind: String, CaseIterable {
        case usual
        case uShape = "u-shape"
        case vShape = "v-shape"
        case level, linear, gaussian

        /// The thresholds that it has.
        var keys: [String] {
            switch self {
            case .usual: []
            case .uShape: ["q"]
            case .vShape: ["p"]
            case .level, .linear: ["q", "p"]
            case .gaussian: ["s"]
            }
        }
    }

    /// `{type, q, p, s}`: those thresholds that the type has, none else.
    static func preference(_ tree: Tree, path: String) throws -> PreferenceFunction {
        let all = try RequestCursor(tree, path: path, keys: ["type", "q", "p", "s"])
        let kind: Kind = try all.choice("type")
        for key in ["q", "p", "s"] where all.optional(key) != nil && !kind.keys.contains(key) {
            throw Faults(
                Fault(
                    path: all.path(key), at: tree[key]?.position,
                    "The preference function \"\(kind.rawValue)\" has no threshold \(key).",
                    remedy: kind.keys.isEmpty
                        ? "Leave it out." : "Leave it out: it has \(kind.keys.joined(separator: " and ")) only."))
        }
        func threshold(_ key: String) throws -> Double {
            try all.number(key, "the threshold \(key), a number in the criterion's unit")
        }
        return switch kind {
        case .usual: .usual
        case .uShape: .uShape(q: try threshold("q"))
        case .vShape: .vShape(p: try threshold("p"))
        case .level: .level(q: try threshold("q"), p: try threshold("p"))
        case .linear: .linear(q: try threshold("q"), p: try threshold("p"))
        case .gaussian: .gaussian(s: try threshold("s"))
        }
    }
}
