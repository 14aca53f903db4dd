import Storage

/// What somebody completed a task with. Entries are only added: the latest one is the result, the earlier ones its history.
public struct KeptEntry: Hashable, Sendable {
    public var task: TaskID
    public var person: String
    public var lease: Int64
    /// Microseconds since 1970.
    public var keptAt: Int64
    /// How long it took.
    public var seconds: Int
    /// JSON.
    public var entry: String

    init(_ row: Row) throws {
        task = TaskID(
            item: try row.integer("item"), stage: Int(try row.integer("stage")), round: Int(try row.integer("round")),
            seat: Int(try row.integer("seat")))
        person = try row.text("person")
        lease = try row.integer("fence")
        keptAt = try row.integer("done_at")
        seconds = Int(try row.integer("seconds"))
        entry = try row.text("entry")
    }
}

struct EntryTable {
    let store: ScopedStatements

    func of(_ item: Int64, stage: Int, round: Int) throws -> [KeptEntry] {
        try store.rows(
            """
            SELECT * FROM holdings
            WHERE organisation = ?1 AND item = ?2 AND stage = ?3 AND round = ?4 AND done_at IS NOT NULL ORDER BY seat
            """, [.integer(item), .integer(stage), .integer(round)]
        ).map(KeptEntry.init)
    }

    /// In the order in which they were kept.
    func of(_ item: Int64) throws -> [KeptEntry] {
        try store.rows(
            """
            SELECT * FROM holdings WHERE organisation = ?1 AND item = ?2 AND done_at IS NOT NULL
            ORDER BY done_at, round, stage, seat
            """, [.integer(item)]
        ).map(KeptEntry.init)
    }

    /// The entries that a task of judging is about: those of the last stage before it in which anything was keyed.
    func judged(_ item: Int64, before task: TaskID, _ stages: StagePlan) throws -> [KeptEntry] {
        let earlier = try of(item).filter {
            ($0.task.round, $0.task.stage) < (task.round, task.stage)
        }
        guard let last = earlier.map({ ($0.task.round, $0.task.stage) }).max(by: <) else { return [] }
        return earlier.filter { ($0.task.round, $0.task.stage) == last }
    }

    /// What stands: the entry that was kept in the last stage. Of two blind ones that agree, the first.
    func standing(_ item: Int64) throws -> KeptEntry? {
        try store.first(
            """
            SELECT * FROM holdings WHERE organisation = ?1 AND item = ?2 AND done_at IS NOT NULL
            ORDER BY round DESC, stage DESC, seat LIMIT 1
            """, [.integer(item)]
        ).map(KeptEntry.init)
    }
}

/// What was found in entries, field by field.
struct FindingTable {
    let store: ScopedStatements

    /// - Parameters:
    ///   - kind: `differs`, `wrong`, `missing` or `extra`.
    ///   - person: in whose entry; empty where two differ and it is not known whose is wrong.
    func add(
        _ difference: EntryDifference, as kind: String, of task: TaskID, by person: String, _ type: String,
        at now: Int64
    ) throws {
        try store.run(
            """
            INSERT INTO findings (organisation, item, stage, round, path, person, kind, critical, type, field, found_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                .integer(task.item), .integer(task.stage), .integer(task.round), .text(difference.path), .text(person),
                .text(kind), .integer(difference.isCritical ? 1 : 0), .text(type), .text(difference.field),
                .integer(now),
            ])
    }
}
