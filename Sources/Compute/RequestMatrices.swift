import Notation

extension RequestCursor {
    /// Rows of numbers and nulls, each a missing answer.
    func optionalNumberRows(_ key: String, _ expected: String) throws -> [[Double?]] {
        let tree = try required(key, expected)
        guard let rows = tree.list, !rows.isEmpty else { throw Self.wrong(tree, path: path(key), expected) }
        return try rows.enumerated().map { i, row in
            guard let cells = row.list else {
                throw Self.wrong(row, path: path("\(key)[\(i)]"), "a list of numbers")
            }
            return try cells.enumerated().map { j, cell in
                cell.isNull ? nil : try Self.number(cell, path: path("\(key)[\(i)][\(j)]"), "a finite number or null")
            }
        }
    }

    /// One of the names of a choice.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) throws -> Choice
    where Choice.RawValue == String {
        let expected = Self.names(Choice.self)
        return try Self.choice(required(key, expected), path: path(key), expected)
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, default missing: Choice) throws -> Choice
    where Choice.RawValue == String {
        try optional(key).map { try Self.choice($0, path: path(key), Self.names(Choice.self)) } ?? missing
    }

    private static func names<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> String
    where Choice.RawValue == String {
        "one of " + Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ tree: Tree, path: String, _ expected: String
    ) throws -> Choice where Choice.RawValue == String {
        guard let choice = tree.string.flatMap(Choice.init(rawValue:)) else {
            throw wrong(tree, path: path, expected)
        }
        return choice
    }
}

extension Tree {
    static func numbers(_ values: [Double]) -> Tree { .list(values.map { Tree.number($0) }) }
    static func numbers(_ values: [Int]) -> Tree { .list(values.map { Tree.number($0) }) }
}
