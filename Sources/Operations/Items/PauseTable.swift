import Storage

/// When an item waited for the client: each time as an interval of its own, never a sum that cannot be explained.
struct PauseTable {
    let store: ScopedStatements

    /// - Returns: the pause's number within the item, from 1.
    func begin(_ item: Int64, _ reason: String, by person: String, at now: Int64) throws -> Int64 {
        let last = try store.first(
            "SELECT MAX(number) AS last FROM pauses WHERE organisation = ?1 AND item = ?2", [.integer(item)])?
            .optionalInteger("last")
        let number = (last ?? 0) + 1
        try store.run(
            """
            INSERT INTO pauses (organisation, item, number, began_at, reason, began_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, [.integer(item), .integer(number), .integer(now), .text(reason), .text(person)])
        return number
    }

    func end(_ item: Int64, by person: String, at now: Int64) throws {
        if try endOpen(item, by: person, at: now) == 0 { throw StorageError.damaged("a pended item without a pause") }
    }

    @discardableResult
    func endOpen(_ item: Int64, by person: String, at now: Int64) throws -> Int {
        // A server's clock may be behind the one that began the pause.
        try store.run(
            """
            UPDATE pauses SET ended_at = CASE WHEN began_at > ?4 THEN began_at ELSE ?4 END, ended_by = ?3
            WHERE organisation = ?1 AND item = ?2 AND ended_at IS NULL
            """, [.integer(item), .text(person), .integer(now)])
    }

    /// In order; those that have ended.
    func intervals(_ item: Int64) throws -> [Range<Int64>] {
        try store.rows(
            """
            SELECT began_at, ended_at FROM pauses WHERE organisation = ?1 AND item = ?2 AND ended_at IS NOT NULL
            ORDER BY number
            """, [.integer(item)]
        ).map { try $0.integer("began_at")..<$0.integer("ended_at") }
    }
}
