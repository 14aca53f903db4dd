/// Which tables an archive holds and how they are made.
struct ArchivePlan: Sendable {
    var migrations: [Migration]
    /// Parents first.
    var order: [String]
    /// Tables that stay empty: an archive travels, and whoever finds one must not find open sessions.
    var leftOut: Set<String>
    /// Rows here mean that a target is in use.
    var workspace: String

    static let schema = ArchivePlan(
        migrations: Schema.migrations, order: Schema.order, leftOut: ["sessions", "attempts"],
        workspace: "organisations")

    var tables: [String] { order.filter { !leftOut.contains($0) } }
}

/// What was written or restored.
public struct ArchiveSummary: Hashable, Sendable {
    public struct Table: Hashable, Sendable {
        public var name: String
        public var rows: Int
    }

    /// Of the archive's tables, before they were brought to the newest.
    public var version: Int
    public var tables: [Table]

    public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
}
