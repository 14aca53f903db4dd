/// Copies tables row by row in the order of their keys, a few megabytes at a time.
///
/// The sizes are asked for first, so that a page of large rows does not fill the memory. Counts are compared at the end:
/// an archive with a row too few is worse than none.
struct ArchiveCopy {
    struct Columns: Hashable {
        var names: [String]
        /// Those of the primary key, in its order.
        var key: [String]
        /// Those that can be long.
        var long: [String]
    }

    /// Of the values in memory at once, unless one row alone has more.
    static let bytesMost: Int64 = 4 << 20
    private static let keysMost = 1000

    let source: any Statements
    let target: any Statements

    /// - Returns: how many rows there were.
    func copy(_ table: String, _ columns: Columns) throws -> Int {
        let insert =
            "INSERT INTO \(table) (\(Self.list(columns.names))) VALUES (\(Self.parameters(columns.names.count)))"
        var last: [Value]?
        var copied = 0
        while let end = try nextEnd(table, columns, after: last) {
            for row in try rows(table, columns, after: last, to: end) {
                try target.run(insert, row.values)
                copied += 1
            }
            last = end
        }
        let expected = try Self.count(table, source)
        let found = try Self.count(table, target)
        guard copied == expected, found == expected else {
            throw StorageError.damaged("\(table) has \(expected) rows, and \(found) of them arrived")
        }
        return copied
    }

    static func count(_ table: String, _ statements: any Statements) throws -> Int {
        Int(try statements.first("SELECT COUNT(*) AS count FROM \(table)")?.integer("count") ?? 0)
    }

    /// The key of the last row that still fits.
    private func nextEnd(_ table: String, _ columns: Columns, after last: [Value]?) throws -> [Value]? {
        let sizes = columns.long.map { "COALESCE(LENGTH(\($0)), 0)" }
        let size = sizes.isEmpty ? "0" : sizes.joined(separator: " + ")
        let rows = try source.rows(
            "SELECT \(Self.list(columns.key)), \(size) AS size_of_row FROM \(table) \(Self.after(columns, last)) "
                + "ORDER BY \(Self.list(columns.key)) LIMIT \(Self.keysMost)", last ?? [])
        var bytes: Int64 = 0
        var end: [Value]?
        for row in rows {
            bytes += try row.integer("size_of_row")
            if end != nil, bytes > Self.bytesMost { break }
            end = Array(row.values.dropLast())
        }
        return end
    }

    private func rows(_ table: String, _ columns: Columns, after last: [Value]?, to end: [Value]) throws -> [Row] {
        let first = last?.count ?? 0
        let key = Self.list(columns.key)
        let limit = (1...end.count).map { "?\(first + $0)" }.joined(separator: ", ")
        let after = last == nil ? "WHERE" : "\(Self.after(columns, last)) AND"
        return try source.rows(
            "SELECT \(Self.list(columns.names)) FROM \(table) \(after) (\(key)) <= (\(limit)) ORDER BY \(key)",
            (last ?? []) + end)
    }

    private static func after(_ columns: Columns, _ last: [Value]?) -> String {
        guard let last else { return "" }
        return "WHERE (\(list(columns.key))) > (\(parameters(last.count)))"
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
    private static func parameters(_ count: Int) -> String { (1...count).map { "?\($0)" }.joined(separator: ", ") }
}
