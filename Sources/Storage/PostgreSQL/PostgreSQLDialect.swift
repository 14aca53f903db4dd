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

    /// Dead rows, not live ones, slow a queue down: its pages are small in number and looked at by every claim.
    static func busy(_ table: String) -> String {
        """
        ALTER TABLE \(table) SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01,
            autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0)
        """
    }

    /// The code of the triggers below: a class of our own.
    static let appendOnlyCode = "SL001"

    /// The triggers of ``Migration/Step/appendOnly(table:)``.
    static func appendOnly(_ table: String) -> [String] { keep(table, "") }

    /// The triggers of ``Migration/Step/sealed(table:by:)``.
    static func sealed(_ table: String, by column: String) -> [String] {
        keep(table, "WHEN (OLD.\(column) IS NOT NULL) ")
    }

    private static func keep(_ table: String, _ condition: String) -> [String] {
        [
            """
            CREATE OR REPLACE FUNCTION shoreline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'rows can only be added' USING ERRCODE = '\(appendOnlyCode)', TABLE = TG_TABLE_NAME;
            END $$
            """,
            """
            CREATE TRIGGER \(table)_keeps_rows BEFORE UPDATE OR DELETE ON \(table)
            FOR EACH ROW \(condition)EXECUTE FUNCTION shoreline_append_only()
            """,
            """
            CREATE TRIGGER \(table)_keeps_all BEFORE TRUNCATE ON \(table)
            FOR EACH STATEMENT EXECUTE FUNCTION shoreline_append_only()
            """,
        ]
    }
}
