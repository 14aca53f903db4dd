import Storage

/// Appends to an organisation's audit log, within the transaction of the change itself.
enum AuditLog {
    /// The head's row is taken first: of two writers one waits (or starts again), and the chain cannot fork. The primary
    /// key (organisation, number) would refuse a fork all the same.
    static func append(
        _ statements: ScopedStatements, at: Int64, actor: String, action: String, subject: String, detail: String
    ) throws {
        let organisation = statements.scope.organisation
        let head = try statements.first("SELECT number, hash FROM audit_heads WHERE organisation = ?1")
        if head == nil {
            try statements.run(
                "INSERT INTO audit_heads (organisation, number, hash) VALUES (?1, 0, ?2)", [.text(AuditEntry.start)])
        }
        let number = Int(try head?.integer("number") ?? 0) + 1
        let previous = try head?.text("hash") ?? AuditEntry.start
        let hash = AuditEntry.hash(
            organisation: organisation, number: number, at: at, actor: actor, action: action, subject: subject,
            detail: detail, previous: previous)
        try statements.run(
            """
            INSERT INTO audit (organisation, number, at, actor, action, subject, detail, previous, hash)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .integer(number), .integer(at), .text(actor), .text(action), .text(subject), .text(detail),
                .text(previous), .text(hash),
            ])
        try statements.run(
            "UPDATE audit_heads SET number = ?2, hash = ?3 WHERE organisation = ?1", [.integer(number), .text(hash)])
    }
}
