/// What SQLite writes differently.
///
/// Tables become `STRICT`, with SQLite's five types: otherwise SQLite keeps a text in a column of numbers, and a null in a
/// primary key, which PostgreSQL refuses.
enum SQLiteDialect {
    static func read(_ sql: String) throws(StorageError) -> StatementText {
        try StatementText(sql, suffix: { isTable($0) ? " STRICT" : "" }, translate: translate)
    }

    private static func isTable(_ tokens: [SQLToken]) -> Bool {
        tokens.count > 1 && tokens[0].isWord("create") && tokens[1].isWord("table")
    }

    private static func translate(_ tokens: [SQLToken], _ index: Int) -> String? {
        // The second word of DOUBLE PRECISION.
        if index > 0, tokens[index].isWord("precision"), tokens[index - 1].isWord("double"),
            SQLToken.isType(tokens, index - 1)
        {
            return ""
        }
        guard SQLToken.isType(tokens, index) else { return nil }
        return switch tokens[index].text {
        // Not INTEGER: as a primary key it would number rows by itself.
        case "bigint": "INT"
        case "double": "REAL"
        case "bytea": "BLOB"
        default: nil
        }
    }

    /// The triggers of ``Migration/Step/appendOnly(table:)``. That REPLACE fires them takes `recursive_triggers`.
    static func appendOnly(_ table: String) -> [String] { keep(table, "") }

    /// The triggers of ``Migration/Step/sealed(table:by:)``.
    static func sealed(_ table: String, by column: String) -> [String] {
        keep(table, "WHEN OLD.\(column) IS NOT NULL ")
    }

    private static func keep(_ table: String, _ condition: String) -> [String] {
        ["UPDATE", "DELETE"].map { change in
            """
            CREATE TRIGGER \(table)_keeps_\(change.lowercased()) BEFORE \(change) ON \(table)
            \(condition)BEGIN SELECT RAISE(ABORT, '\(appendOnlyMark)\(table)'); END
            """
        }
    }

    static let appendOnlyMark = "shoreline-append-only:"
}
