package import Storage

/// Appends to an organisation's audit log, within the transaction of the change itself.
package enum AuditLog {
    /// The head's row is taken first, by changing it: of two writers one waits (or starts again), and the chain cannot
    /// fork. Were it only read first, PostgreSQL would let both go on to the same number and tell the later one of a
    /// broken rule instead of a collision, which nothing tries again.
    package static func append(
        _ statements: ScopedStatements, at: Int64, actor: String, action: String, subject: String, detail: String
    ) throws {
        let organisation = statements.scope.organisation
        let taken = try statements.run("UPDATE audit_heads SET number = number + 1 WHERE organisation = ?1")
        if taken == 0 {
            try statements.run(
                "INSERT INTO audit_heads (organisation, number, hash) VALUES (?1, 1, ?2)", [.text(AuditEntry.start)])
        }
        let head = try statements.first("SELECT number, hash FROM audit_heads WHERE organisation = ?1")
        let number = Int(try head?.integer("number") ?? 1)
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
            "UPDATE audit_heads SET hash = ?2 WHERE organisation = ?1", [.text(hash)])
    }
}
