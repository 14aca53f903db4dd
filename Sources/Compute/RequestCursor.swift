import Notation

/// Reads the keys of a request one after the other. Unknown keys are refused by name.
struct RequestCursor {
    let tree: Tree
    let path: String

    /// - Parameter keys: all that the map may have.
    /// - Throws: `Faults` for each key that is unknown or stands twice, or where the tree is no map.
    init(_ tree: Tree, path: String = "", keys: [String]) throws {
        self.tree = tree
        self.path = path
        guard let entries = tree.entries else {
            throw Faults(
                Fault(
                    path: path, at: tree.position, "Expected an object, found \(Self.kind(tree)).",
                    remedy: "Its keys are \(keys.joined(separator: ", "))."))
        }
        var faults: [Fault] = []
        var seen: Set<String> = []
        for entry in entries {
            let place = Self.join(path, entry.key)
            if !keys.contains(entry.key) {
                let nearest = NearestName.of(entry.key, in: keys).map { "Did you mean \($0)?" }
                faults.append(
                    Fault(
                        path: place, at: entry.keyPosition, "Unknown key \"\(entry.key)\".",
                        remedy: nearest ?? "Known keys: \(keys.joined(separator: ", "))."))
            } else if !seen.insert(entry.key).inserted {
                faults.append(
                    Fault(
                        path: place, at: entry.keyPosition, "The key \"\(entry.key)\" stands twice.",
                        remedy: "Keep one."))
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
    }

    func path(_ key: String) -> String { Self.join(path, key) }

    /// Nil where the key is missing or null.
    func optional(_ key: String) -> Tree? { tree[key].flatMap { $0.isNull ? nil : $0 } }

    func required(_ key: String, _ expected: String) throws -> Tree {
        guard let value = optional(key) else {
            throw Faults(
                Fault(path: path(key), at: tree.position, "The key \"\(key)\" is missing.", remedy: "Give \(expected).")
            )
        }
        return value
    }

    func number(_ key: String, _ expected: String) throws -> Double {
        try Self.number(required(key, expected), path: path(key), expected)
    }

    func number(_ key: String, _ expected: String, default missing: Double) throws -> Double {
        try optional(key).map { try Self.number($0, path: path(key), expected) } ?? missing
    }

    func integer(_ key: String, _ expected: String) throws -> Int {
        let tree = try required(key, expected)
        guard let whole = Int(exactly: try Self.number(tree, path: path(key), expected)) else {
            throw Self.wrong(tree, path: path(key), expected)
        }
        return whole
    }

    func text(_ key: String, _ expected: String) throws -> String {
        let tree = try required(key, expected)
        guard let text = tree.string else { throw Self.wrong(tree, path: path(key), expected) }
        return text
    }

    func numbers(_ key: String, _ expected: String) throws -> [Double] {
        let tree = try required(key, expected)
        guard let list = tree.list, !list.isEmpty else { throw Self.wrong(tree, path: path(key), expected) }
        return try list.enumerated().map { try Self.number($1, path: path("\(key)[\($0)]"), "a finite number") }
    }

    static func number(_ tree: Tree, path: String, _ expected: String) throws -> Double {
        guard let value = tree.double, value.isFinite else { throw wrong(tree, path: path, expected) }
        return value
    }

    static func wrong(_ tree: Tree, path: String, _ expected: String) -> Faults {
        Faults(Fault(path: path, at: tree.position, "Expected \(expected), found \(kind(tree)).", remedy: nil))
    }

    static func kind(_ tree: Tree) -> String {
        switch tree.content {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): value.isFinite ? JSONWriter.number(value) : "a number that is not finite"
        case .text(let value): "\"\(value.prefix(60))\""
        case .list(let values): values.isEmpty ? "an empty list" : "a list"
        case .map: "an object"
        }
    }

    private static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
