import Storage

/// An item's row.
struct ItemRecord: Hashable {
    var number: Int64
    var type: String
    var version: Int
    var language: String
    var priority: Int
    var receivedAt: Int64
    var due: Int64
    var life: ItemLife

    /// - Parameters: the names of the columns that hold the stage and the round.
    init(_ row: Row, stage: String = "stage", round: String = "round") throws {
        number = try row.integer("number")
        type = try row.text("type")
        version = Int(try row.integer("version"))
        language = try row.text("language")
        priority = Int(try row.integer("priority"))
        receivedAt = try row.integer("received_at")
        due = try row.integer("due")
        guard let status = ItemLife.Status(rawValue: try row.text("status")) else {
            throw StorageError.damaged("an item has no status")
        }
        life = ItemLife(status: status, stage: Int(try row.integer(stage)), round: Int(try row.integer(round)))
    }
}

/// Items, one by one.
struct ItemTable {
    let store: ScopedStatements

    func find(_ number: Int64) throws -> ItemRecord? {
        try store.first(Self.one, [.integer(number)]).map { try ItemRecord($0) }
    }

    private static let one = SQL("SELECT * FROM items WHERE organisation = ?1 AND number = ?2")
    private static let change = SQL(
        """
        UPDATE items SET status = ?3, stage = ?4, round = ?5, due = ?6, priority = ?7, ended_at = ?8
        WHERE organisation = ?1 AND number = ?2
        """)

    func keep(_ item: ItemRecord, at now: Int64) throws {
        try store.run(
            Self.change,
            [
                .integer(item.number), .text(item.life.status.rawValue), .integer(item.life.stage),
                .integer(item.life.round), .integer(item.due), .integer(item.priority),
                item.life.status.isOver ? .integer(now) : .null,
            ])
    }
}
