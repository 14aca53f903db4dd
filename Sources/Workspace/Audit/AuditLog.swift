package import Storage

/// Appends to an organisation's audit log, within the transaction of the change itself.
package enum AuditLog {
    struct Record {
        var at: Int64
        var actor: String
        var action: String
        var subject: String
        var detail: String
    }

    /// The entry is chained and written before the transaction commits, with those of all changes that share the commit.
    package static func append(
        _ statements: ScopedStatements, at: Int64, actor: String, action: String, subject: String, detail: String
    ) throws {
        let record = Record(at: at, actor: actor, action: action, subject: subject, detail: detail)
        try statements.atCommit("audit", record) { try chain($1, $0) }
    }

    /// The head's row is taken first, by changing it: of two writers one waits (or starts again), and the chain cannot
    /// fork. Were it only read first, PostgreSQL would let both go on to the same number and tell the later one of a
    /// broken rule instead of a collision, which nothing tries again.
    private static func chain(_ records: [Record], _ statements: ScopedStatements) throws {
        let organisation = statements.scope.organisation
        let taken = try statements.run(take, [.integer(records.count)])
        if taken == 0 {
            try statements.run(
                "INSERT INTO audit_heads (organisation, number, hash) VALUES (?1, ?2, ?3)",
                [.integer(records.count), .text(AuditEntry.start)])
        }
        let head = try statements.first(headOf)
        var number = Int(try head?.integer("number") ?? Int64(records.count)) - records.count
        var previous = try head?.text("hash") ?? AuditEntry.start
        var rows: [[Value]] = []
        for record in records {
            number += 1
            let hash = AuditEntry.hash(
                organisation: organisation, number: number, at: record.at, actor: record.actor, action: record.action,
                subject: record.subject, detail: record.detail, previous: previous)
            rows.append([
                .integer(number), .integer(record.at), .text(record.actor), .text(record.action),
                .text(record.subject), .text(record.detail), .text(previous), .text(hash),
            ])
            previous = hash
        }
        try statements.runEach(
            """
            INSERT INTO audit (organisation, number, at, actor, action, subject, detail, previous, hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """, rows)
        try statements.run(keep, [.text(previous)])
    }

    private static let take = SQL("UPDATE audit_heads SET number = number + ?2 WHERE organisation = ?1")
    private static let headOf = SQL("SELECT number, hash FROM audit_heads WHERE organisation = ?1")
    private static let keep = SQL("UPDATE audit_heads SET hash = ?2 WHERE organisation = ?1")
}
