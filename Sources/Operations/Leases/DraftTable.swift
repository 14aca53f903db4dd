import Storage

/// What was saved before a task was completed.
struct DraftTable {
    let store: ScopedStatements

    /// - Parameter isLate: the lease had ended; kept for whoever looks for it, and applied to nothing.
    func keep(_ entry: String, of task: TaskID, lease: Int64, by person: String, at now: Int64, isLate: Bool) throws {
        let values: [Value] = [
            .integer(task.item), .integer(task.stage), .integer(task.round), .integer(task.seat), .integer(lease),
            .text(person), .integer(isLate ? 1 : 0), .integer(now), .text(entry),
        ]
        try store.run(
            """
            INSERT INTO drafts (organisation, item, stage, round, seat, fence, person, late, saved_at, entry)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            ON CONFLICT (organisation, item, stage, round, seat, fence, person)
            DO UPDATE SET late = excluded.late, saved_at = excluded.saved_at, entry = excluded.entry
            """, values)
    }

    /// What somebody saved last in a seat.
    func last(of task: TaskID, by person: String) throws -> String? {
        try store.first(
            """
            SELECT entry FROM drafts WHERE organisation = ?1 AND item = ?2 AND stage = ?3 AND round = ?4 AND seat = ?5
                AND person = ?6
            ORDER BY saved_at DESC, fence DESC LIMIT 1
            """,
            [
                .integer(task.item), .integer(task.stage), .integer(task.round), .integer(task.seat), .text(person),
            ])?.text("entry")
    }
}
