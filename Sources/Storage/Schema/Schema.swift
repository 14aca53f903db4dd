/// The database's tables. Times are microseconds since 1970 in UTC; ids are texts that cannot be guessed.
public enum Schema {
    public static let migrations = [workspace, operations]

    /// The newest version that this program knows.
    public static var version: Int { migrations.last?.number ?? 0 }

    /// Tables with rows of one organisation each. They have a column `organisation` and are reached through
    /// ``ScopedStatements`` only, which refuses a statement that does not say whose rows it means.
    public static let scopedTables: Set<String> = Set([
        "people", "person_roles", "links", "tokens", "cases", "case_versions", "case_scores", "assignments",
        "score_drafts", "looks", "jobs", "replies", "audit", "audit_heads",
    ]).union(operationsTables)

    /// Tables of the whole installation: what is needed before anybody is known.
    public static let systemTables: Set<String> = [
        "schema_versions", "organisations", "accounts", "sessions", "attempts",
    ]

    /// Every table in an order in which rows can be added: parents first.
    public static let order =
        [
            "organisations", "accounts", "sessions", "attempts", "people", "person_roles", "links", "tokens", "cases",
            "case_versions", "case_scores", "assignments", "score_drafts", "looks", "jobs", "replies", "audit_heads",
            "audit",
        ] + operationsTables
}
