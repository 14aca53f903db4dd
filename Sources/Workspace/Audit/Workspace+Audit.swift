import Storage

/// What following a chain found.
public struct AuditVerdict: Sendable, Hashable {
    public var organisation: String
    public var organisationName: String
    public var entries: Int
    /// The first entry that was looked at: 1 where all were.
    public var first = 1
    /// The hash of the last entry: note it elsewhere, and a tail that was cut off shows.
    public var head: String
    /// The first entry that is not what was written; nil where all are.
    public var broken: Broken?

    public struct Broken: Sendable, Hashable {
        public var number: Int
        public var problem: String
    }
}

extension Workspace {
    /// Newest first.
    ///
    /// - Parameters:
    ///   - before: entries with lower numbers only; nil for the newest.
    ///   - action: the beginning of an action, such as `case.`; empty for all.
    ///   - actor: a person's id; empty for all.
    ///   - during: from its first moment, up to and without its last.
    public func audit(
        as member: Member, before: Int? = nil, action: String = "", actor: String = "",
        during: Range<Int64> = 0..<Int64.max, limit: Int = 100
    ) async throws -> [AuditEntry] {
        try member.require(.readAudit)
        return try await database.read(in: member.scope) { store in
            try store.rows(
                """
                SELECT * FROM audit WHERE organisation = ?1 AND number < ?2 AND action >= ?3 AND action < ?4
                    AND (?6 = '' OR actor = ?6) AND at >= ?7 AND at < ?8
                ORDER BY number DESC LIMIT ?5
                """,
                [
                    .integer(before ?? Int(Int64.max)), .text(action),
                    // Everything that begins so: texts are compared by their bytes on both databases.
                    .text(action + "\u{10FFFF}"),
                    .integer(limit), .text(actor), .integer(during.lowerBound), .integer(during.upperBound),
                ]
            ).map(AuditEntry.init)
        }
    }

    /// - Parameter newest: only so many of the newest entries are followed, as for a page: running work writes hundreds of
    ///   thousands a day. Nil for all.
    public func verifyAudit(as member: Member, newest: Int? = nil) async throws -> AuditVerdict {
        try member.require(.readAudit)
        return try await verifyAudit(
            organisation: member.organisation, name: member.organisationName, newest: newest)
    }

    /// Every organisation's chain: for `shoreline audit verify`, run by whoever owns the database.
    public func verifyAudit() async throws -> [AuditVerdict] {
        let organisations = try await database.readSystem { store in
            try store.rows("SELECT id, name FROM organisations ORDER BY created_at, id").map {
                (id: try $0.text("id"), name: try $0.text("name"))
            }
        }
        var verdicts: [AuditVerdict] = []
        for organisation in organisations {
            verdicts.append(try await verifyAudit(organisation: organisation.id, name: organisation.name))
        }
        return verdicts
    }

    /// Whether some organisation's log once ended with this hash.
    public func auditHolds(_ hash: String) async throws -> Bool {
        for scope in try await organisations() {
            let isThere = try await database.read(in: scope) { store in
                try store.first("SELECT number FROM audit WHERE organisation = ?1 AND hash = ?2", [.text(hash)]) != nil
            }
            if isThere { return true }
        }
        return false
    }

    private func verifyAudit(
        organisation: String, name: String, newest: Int? = nil
    ) async throws -> AuditVerdict {
        try await database.read(in: Scope(organisation: organisation)) { store in
            var verdict = AuditVerdict(
                organisation: organisation, organisationName: name, entries: 0, head: AuditEntry.start)
            if let newest, let start = try Self.start(before: newest, store) {
                (verdict.entries, verdict.head, verdict.first) = (start.number, start.hash, start.number + 1)
            }
            // In pages, so that a long log needs little memory; one transaction, so that it stands still meanwhile.
            while true {
                let page = try store.rows(
                    "SELECT * FROM audit WHERE organisation = ?1 AND number > ?2 ORDER BY number LIMIT 1000",
                    [.integer(verdict.entries)]
                ).map(AuditEntry.init)
                if page.isEmpty { break }
                for entry in page {
                    if let problem = Self.problem(entry, after: verdict) {
                        verdict.broken = .init(number: verdict.entries + 1, problem: problem)
                        return verdict
                    }
                    verdict.entries = entry.number
                    verdict.head = entry.hash
                }
            }
            let head = try store.first("SELECT number, hash FROM audit_heads WHERE organisation = ?1")
            let (number, hash) = (try head?.integer("number") ?? 0, try head?.text("hash") ?? AuditEntry.start)
            if number != Int64(verdict.entries) || hash != verdict.head {
                verdict.broken = .init(
                    number: verdict.entries + 1,
                    problem:
                        "The log ends with entry \(verdict.entries), but entry \(number) was written last: its end was cut off."
                )
            }
            return verdict
        }
    }

    /// The entry before the newest so many; nil where there are not more.
    private static func start(before newest: Int, _ store: ScopedStatements) throws -> AuditEntry? {
        let last = try store.first("SELECT MAX(number) AS last FROM audit WHERE organisation = ?1")?
            .optionalInteger("last")
        guard let last, last > Int64(newest) else { return nil }
        return try store.first(
            "SELECT * FROM audit WHERE organisation = ?1 AND number = ?2", [.integer(last - Int64(newest))]
        ).map(AuditEntry.init)
    }

    private static func problem(_ entry: AuditEntry, after verdict: AuditVerdict) -> String? {
        let expected = verdict.entries + 1
        if entry.number != expected { return "Entry \(expected) is missing: the next one is entry \(entry.number)." }
        if entry.previous != verdict.head { return "Entry \(expected) does not follow the one before it." }
        if entry.hash != entry.recomputed(organisation: verdict.organisation) {
            return "Entry \(expected) was altered after it was written."
        }
        return nil
    }
}
