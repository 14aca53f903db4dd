import Storage

/// Somebody's hold on a task: a lease while it lasts, and afterwards who did it.
struct Holding: Hashable {
    var id: TaskID
    var person: String
    var fence: Int64
    var pool: Int64
    var takenAt: Int64
    /// Microseconds since 1970; nil once it is done.
    var until: Int64?

    init(_ row: Row) throws {
        id = TaskID(
            item: try row.integer("item"), stage: Int(try row.integer("stage")), round: Int(try row.integer("round")),
            seat: Int(try row.integer("seat")))
        person = try row.text("person")
        fence = try row.integer("fence")
        pool = try row.integer("pool")
        takenAt = try row.integer("taken_at")
        until = try row.optionalInteger("held_until")
    }

    init(_ task: OpenTask, person: String, at now: Int64, until: Int64) {
        id = task.id
        self.person = person
        fence = task.fence
        pool = task.pool
        takenAt = now
        self.until = until
    }
}

struct HoldingTable {
    let store: ScopedStatements

    private static func key(_ task: TaskID) -> [Value] {
        [.integer(task.item), .integer(task.stage), .integer(task.round), .integer(task.seat)]
    }

    private static let insert = SQL(
        """
        INSERT INTO holdings (organisation, item, stage, round, seat, person, separate, fence, pool, taken_at, held_until)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """)
    private static let finishing = SQL(
        """
        UPDATE holdings SET held_until = NULL, done_at = ?7, entry = ?8, seconds = ?9 WHERE organisation = ?1
            AND item = ?2 AND stage = ?3 AND round = ?4 AND seat = ?5 AND fence = ?6 AND held_until IS NOT NULL
        """)
    private static let withItem = SQL(
        """
        SELECT h.*, i.number, i.type, i.version, i.language, i.priority, i.received_at, i.due, i.status,
            i.stage AS item_stage, i.round AS item_round
        FROM holdings h JOIN items i ON i.organisation = h.organisation AND i.number = h.item
        WHERE h.organisation = ?1 AND h.item = ?2 AND h.stage = ?3 AND h.round = ?4 AND h.seat = ?5
        """)

    /// A task's holder together with its item; nil where nobody has or had it.
    func findWithItem(_ task: TaskID) throws -> (Holding, ItemRecord)? {
        try store.first(Self.withItem, Self.key(task)).map {
            (try Holding($0), try ItemRecord($0, stage: "item_stage", round: "item_round"))
        }
    }

    /// - Parameter isSeparate: whether the plan has further tasks that other people must do.
    func add(_ holding: Holding, isSeparate: Bool) throws {
        try store.run(
            Self.insert,
            Self.key(holding.id) + [
                .text(holding.person), .integer(isSeparate ? 1 : 0), .integer(holding.fence), .integer(holding.pool),
                .integer(holding.takenAt), .optional(holding.until),
            ])
    }

    func find(_ task: TaskID) throws -> Holding? {
        try store.first(
            "SELECT * FROM holdings WHERE organisation = ?1 AND item = ?2 AND stage = ?3 AND round = ?4 AND seat = ?5",
            Self.key(task)
        ).map(Holding.init)
    }

    /// Those who have or had a task of an item that different people must do.
    func separate(_ item: Int64) throws -> Set<String> {
        let rows = try store.rows(
            "SELECT person FROM holdings WHERE organisation = ?1 AND item = ?2 AND separate = 1", [.integer(item)])
        return Set(try rows.map { try $0.text("person") })
    }

    /// - Returns: whether the lease was still this one; else nothing has changed.
    func extend(_ holding: Holding, until: Int64) throws -> Bool {
        try store.run(
            """
            UPDATE holdings SET held_until = ?7 WHERE organisation = ?1 AND item = ?2 AND stage = ?3 AND round = ?4
                AND seat = ?5 AND fence = ?6 AND held_until IS NOT NULL
            """, Self.key(holding.id) + [.integer(holding.fence), .integer(until)]) == 1
    }

    /// - Parameters:
    ///   - entry: what the task is completed with, as JSON.
    ///   - seconds: how long it took.
    /// - Returns: whether the lease was still this one; else nothing has changed.
    func finish(_ holding: Holding, with entry: String, seconds: Int, at now: Int64) throws -> Bool {
        try store.run(
            Self.finishing,
            Self.key(holding.id) + [.integer(holding.fence), .integer(now), .text(entry), .integer(seconds)]) == 1
    }

    /// Takes away a lease that was not completed; one that was stays for ever.
    ///
    /// - Returns: whether the lease was still this one; else nothing has changed.
    func end(_ holding: Holding) throws -> Bool {
        try store.run(
            """
            DELETE FROM holdings WHERE organisation = ?1 AND item = ?2 AND stage = ?3 AND round = ?4 AND seat = ?5
                AND fence = ?6 AND held_until IS NOT NULL
            """, Self.key(holding.id) + [.integer(holding.fence)]) == 1
    }

    /// Leases that ended before `now`, the oldest first. Looks at every open lease: there are as many as clerks at work.
    func expired(before now: Int64, limit: Int) throws -> [Holding] {
        try store.rows(
            """
            SELECT * FROM holdings WHERE organisation = ?1 AND held_until IS NOT NULL AND held_until < ?2
            ORDER BY held_until LIMIT ?3
            """, [.integer(now), .integer(limit)]
        ).map(Holding.init)
    }

    /// The leases on an item's tasks.
    func held(of item: Int64) throws -> [Holding] {
        try store.rows(
            """
            SELECT * FROM holdings WHERE organisation = ?1 AND item = ?2 AND held_until IS NOT NULL
            ORDER BY stage, round, seat
            """, [.integer(item)]
        ).map(Holding.init)
    }

    /// What somebody has at the moment.
    func held(by person: String) throws -> [Holding] {
        try store.rows(
            "SELECT * FROM holdings WHERE organisation = ?1 AND person = ?2 AND held_until IS NOT NULL ORDER BY taken_at",
            [.text(person)]
        ).map(Holding.init)
    }
}
