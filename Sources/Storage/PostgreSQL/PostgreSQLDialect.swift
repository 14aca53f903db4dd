/// What PostgreSQL writes differently.
enum PostgreSQLDialect {
    /// Texts are ordered and compared by their bytes, as in SQLite, whatever the server's language.
    static func read(_ sql: String) throws(StorageError) -> StatementText {
        try StatementText(
            sql,
            translate: { tokens, index in
                tokens[index].isWord("text") && SQLToken.isType(tokens, index) ? "TEXT COLLATE \"C\"" : nil
            })
    }

    /// The code of the triggers below: a class of our own.
    static let appendOnlyCode = "SL001"

    /// The triggers of ``Migration/Step/appendOnly(table:)``.
    static func appendOnly(_ table: String) -> [String] {
        [
            """
            CREATE OR REPLACE FUNCTION shoreline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'rows can only be added' USING ERRCODE = '\(appendOnlyCode)', TABLE = TG_TABLE_NAME;
            END $$
            """,
            """
            CREATE TRIGGER \(table)_keeps_rows BEFORE UPDATE OR DELETE ON \(table)
            FOR EACH ROW EXECUTE FUNCTION shoreline_append_only()
            """,
            """
            CREATE TRIGGER \(table)_keeps_all BEFORE TRUNCATE ON \(table)
            FOR EACH STATEMENT EXECUTE FUNCTION shoreline_append_only()
            """,
        ]
    }
}
