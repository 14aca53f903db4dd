import Storage

/// A task that waits for somebody, as it stands in its queue.
struct OpenTask: Hashable {
    var id: TaskID
    var pool: Int64
    var crew: Int64
    /// Microseconds since 1970.
    var due: Int64
    /// From 0, the most urgent, to 9.
    var priority: Int
    /// The number of the lease that whoever takes it gets.
    var fence: Int64

    init(id: TaskID, pool: Int64, crew: Int64, due: Int64, priority: Int, fence: Int64) {
        self.id = id
        self.pool = pool
        self.crew = crew
        self.due = due
        self.priority = priority
        self.fence = fence
    }

    init(_ row: Row) throws {
        id = TaskID(
            item: try row.integer("item"), stage: Int(try row.integer("stage")), round: Int(try row.integer("round")),
            seat: Int(try row.integer("seat")))
        pool = try row.integer("pool")
        crew = try row.integer("crew")
        due = try row.integer("due")
        priority = Int(try row.integer("priority"))
        fence = try row.integer("fence")
    }
}

/// The queues of open tasks, and how many wait in each lane.
///
/// A task that is set aside, while its item waits for the client, stands in the pool with the negative number: nobody
/// draws from such a one, and the lease's number is kept.
struct TaskQueue {
    let store: ScopedStatements

    func add(_ task: OpenTask) throws {
        try store.run(
            Self.insert,
            [
                .integer(task.pool), .integer(task.crew), .integer(task.due), .integer(task.priority),
                .integer(task.id.item), .integer(task.id.seat), .integer(task.id.stage), .integer(task.id.round),
                .integer(task.fence),
            ])
        try count(task.pool, task.crew, by: 1)
    }

    func remove(_ task: OpenTask) throws {
        let removed = try store.run(
            Self.delete,
            [
                .integer(task.pool), .integer(task.crew), .integer(task.due), .integer(task.priority),
                .integer(task.id.item), .integer(task.id.seat),
            ])
        if removed == 1 { try count(task.pool, task.crew, by: -1) }
    }

    /// Counted once for all the commands that share a commit.
    ///
    /// - Parameter many: how many were added or, below zero, removed.
    func count(_ pool: Int64, _ crew: Int64, by many: Int) throws {
        if crew != CrewTable.nobody, many > 0 { try make(pool, crew) }
        try store.atCommit("lanes", Change(pool: pool, crew: crew, many: many)) { store, changes in
            var sums: [Lane: Int] = [:]
            for change in changes { sums[Lane(pool: change.pool, crew: change.crew), default: 0] += change.many }
            for (lane, sum) in sums where sum != 0 {
                let key: [Value] = [.integer(lane.pool), .integer(lane.crew), .integer(sum)]
                if try store.run(Self.counting, key) == 0 { try store.run(Self.lane, key) }
            }
        }
    }

    private struct Change {
        var pool: Int64
        var crew: Int64
        var many: Int
    }

    private struct Lane: Hashable {
        var pool: Int64
        var crew: Int64
    }

    /// A lane is there before its first task is: it is by the lanes that an item's tasks are found.
    private func make(_ pool: Int64, _ crew: Int64) throws {
        try store.run(Self.newLane, [.integer(pool), .integer(crew)])
    }

    private static let insert = SQL(
        """
        INSERT INTO open_tasks (organisation, pool, crew, due, priority, item, seat, stage, round, fence)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """)
    private static let delete = SQL(
        """
        DELETE FROM open_tasks WHERE organisation = ?1 AND pool = ?2 AND crew = ?3 AND due = ?4 AND priority = ?5
            AND item = ?6 AND seat = ?7
        """)
    private static let counting = SQL(
        "UPDATE lanes SET waiting = waiting + ?4 WHERE organisation = ?1 AND pool = ?2 AND crew = ?3")
    private static let lane = SQL(
        "INSERT INTO lanes (organisation, pool, crew, waiting) VALUES (?1, ?2, ?3, ?4)")
    private static let newLane = SQL(
        """
        INSERT INTO lanes (organisation, pool, crew, waiting) VALUES (?1, ?2, ?3, 0)
        ON CONFLICT (organisation, pool, crew) DO NOTHING
        """)

    /// The open tasks of an item, set aside or not, found in the lanes of its pool.
    func tasks(of item: ItemRecord, in pool: Int64) throws -> [OpenTask] {
        try store.rows(
            """
            SELECT t.* FROM lanes l
            JOIN open_tasks t ON t.organisation = l.organisation AND t.pool = l.pool AND t.crew = l.crew
            WHERE l.organisation = ?1 AND (l.pool = ?2 OR l.pool = 0 - ?2) AND t.due = ?3 AND t.priority = ?4 AND t.item = ?5
            ORDER BY t.seat
            """, [.integer(pool), .integer(item.due), .integer(item.priority), .integer(item.number)]
        ).map(OpenTask.init)
    }

    /// Puts a task elsewhere: behind another crew, into another pool, at another time.
    func move(_ task: OpenTask, _ change: (inout OpenTask) -> Void) throws {
        var moved = task
        change(&moved)
        if moved == task { return }
        try remove(task)
        try add(moved)
    }

    /// The next task for somebody, of all the pools from which they draw: earliest due, then priority, then oldest.
    ///
    /// - Returns: the task with what is known of its item.
    func next(for person: String) throws -> Row? {
        // The earliest due time of each lane first: most lanes are done with when that is known.
        let lanes = try store.rows(Self.lanesOf, [.text(person)]).compactMap { row -> (Lane, Int64)? in
            guard let due = try row.optionalInteger("due") else { return nil }
            return (Lane(pool: try row.integer("pool"), crew: try row.integer("crew")), due)
        }
        guard let earliest = lanes.map(\.1).min() else { return nil }
        var best: Row?
        for (lane, due) in lanes where due == earliest {
            guard let head = try store.first(Self.head, [.integer(lane.pool), .integer(lane.crew)]) else { continue }
            if try best.map({ try Self.order(head) < Self.order($0) }) ?? true { best = head }
        }
        return best
    }

    private static func order(_ row: Row) throws -> (Int64, Int64, Int64, Int64) {
        (
            try row.integer("due"), try row.integer("priority"), try row.integer("item"), try row.integer("seat")
        )
    }

    private static let lanesOf = SQL(
        """
        SELECT l.pool, l.crew, (
            SELECT MIN(x.due) FROM open_tasks x WHERE x.organisation = ?1 AND x.pool = l.pool AND x.crew = l.crew) AS due
        FROM operator_pools p
        JOIN lanes l ON l.organisation = p.organisation AND l.pool = p.pool
        WHERE p.organisation = ?1 AND p.person = ?2 AND l.waiting > 0
            AND (l.crew = 0 OR NOT EXISTS (
                SELECT 1 FROM crew_members m WHERE m.organisation = ?1 AND m.crew = l.crew AND m.person = ?2))
        """)

    private static let head = SQL(
        """
        SELECT t.pool, t.crew, t.due, t.priority, t.item, t.seat, t.stage, t.round, t.fence, i.type, i.version,
            i.client_key, i.language, i.received_at, i.batch, s.entry
        FROM open_tasks t
        JOIN items i ON i.organisation = t.organisation AND i.number = t.item
        LEFT JOIN item_sources s ON s.organisation = ?1 AND s.item = t.item
        WHERE t.organisation = ?1 AND t.pool = ?2 AND t.crew = ?3
        ORDER BY t.due, t.priority, t.item, t.seat LIMIT 1
        """)
}
