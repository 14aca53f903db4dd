import Notation
import Selection

/// Reads `weightKnowledge` of a request.
enum AcceptabilityWeights {
    static let kinds = ["none", "point", "order", "points", "intervals", "constraints"]

    static func read(_ tree: Tree) throws -> WeightKnowledge {
        let path = "weightKnowledge"
        // The kind says which other keys there may be.
        let kind = tree["kind"]?.string ?? ""
        let keys: [String] =
            switch kind {
            case "none": ["kind"]
            case "point": ["kind", "weights"]
            case "order", "points", "intervals", "constraints": ["kind", kind]
            default: ["kind", "weights", "order", "points", "intervals", "constraints"]
            }
        let cursor = try RequestCursor(tree, path: path, keys: keys)
        let found = try cursor.text("kind", "one of \(kinds.joined(separator: ", "))")
        switch found {
        case "none": return .none
        case "point": return .point(try cursor.numbers("weights", "a list of weights, one a criterion"))
        case "order":
            let order = try cursor.numbers("order", "a list of criteria from 0, the most important first")
            return .order(
                try order.enumerated().map { place, number in
                    guard let whole = Int(exactly: number) else {
                        throw Faults(
                            Fault(
                                path: "\(path).order[\(place)]",
                                "Expected a whole number, found \(JSONWriter.number(number)).", remedy: nil))
                    }
                    return whole
                })
        case "points": return .points(try ranges(cursor, "points"))
        case "intervals": return .intervals(try ranges(cursor, "intervals"))
        case "constraints": return .constraints(try constraints(cursor))
        default:
            let nearest = NearestName.of(found, in: kinds).map { "Did you mean \($0)? " } ?? ""
            throw Faults(
                Fault(
                    path: "\(path).kind", at: tree["kind"]?.position, "There is no kind \"\(found)\".",
                    remedy: "\(nearest)Known: \(kinds.joined(separator: ", "))."))
        }
    }

    private static func ranges(_ cursor: RequestCursor, _ key: String) throws -> [ClosedRange<Double>] {
        try cursor.rows(key, "a list of [low, high], one a criterion") { tree, path in
            try RequestCursor.number(tree, path: path, "a finite number")
        }.enumerated().map { index, pair in
            guard pair.count == 2, pair[0] <= pair[1] else {
                throw Faults(
                    Fault(
                        path: "\(cursor.path(key))[\(index)]",
                        pair.count == 2
                            ? "The low end \(JSONWriter.number(pair[0])) is above the high end \(JSONWriter.number(pair[1]))."
                            : "Expected two numbers, found \(pair.count).",
                        remedy: "Give [low, high]."))
            }
            return pair[0]...pair[1]
        }
    }

    private static func constraints(_ cursor: RequestCursor) throws -> [LinearConstraint] {
        let expected = "a list of rows [a…, b] or {a: […], b}, each Σ a·w ≤ b"
        let tree = try cursor.required("constraints", expected)
        guard let rows = tree.list else {
            throw RequestCursor.wrong(tree, path: cursor.path("constraints"), expected)
        }
        return try rows.enumerated().map { index, row in
            let path = "\(cursor.path("constraints"))[\(index)]"
            if row.entries != nil {
                let object = try RequestCursor(row, path: path, keys: ["a", "b", "title"])
                return LinearConstraint(
                    coefficients: try object.numbers("a", "one coefficient a criterion"),
                    bound: try object.number("b", "a finite number"),
                    title: object.optional("title") == nil ? nil : try object.text("title", "a text"))
            }
            guard let list = row.list, list.count > 1 else { throw RequestCursor.wrong(row, path: path, expected) }
            let numbers = try list.enumerated().map {
                try RequestCursor.number($1, path: "\(path)[\($0)]", "a finite number")
            }
            return LinearConstraint(coefficients: numbers.dropLast(), bound: numbers[numbers.count - 1])
        }
    }
}
