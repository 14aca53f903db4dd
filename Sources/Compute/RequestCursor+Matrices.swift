import Notation

extension RequestCursor {
    /// A list of lists; rows may differ in length: the engine says so in its own words.
    func rows<Value>(_ key: String, _ expected: String, _ cell: (Tree, String) throws -> Value) throws -> [[Value]] {
        let tree = try required(key, expected)
        guard let rows = tree.list, !rows.isEmpty else { throw Self.wrong(tree, path: path(key), expected) }
        return try rows.enumerated().map { index, row in
            let place = path("\(key)[\(index)]")
            guard let cells = row.list else { throw Self.wrong(row, path: place, "a list") }
            return try cells.enumerated().map { try cell($1, "\(place)[\($0)]") }
        }
    }

    func whole(_ key: String, in range: ClosedRange<Int>, default missing: Int) throws -> Int {
        guard let tree = optional(key) else { return missing }
        guard let value = tree.double, let whole = Int(exactly: value), range.contains(whole) else {
            throw Self.wrong(tree, path: path(key), "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return whole
    }
}
