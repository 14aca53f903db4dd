import Storage

extension Workspace {
    /// Remembers that somebody has seen a version of a case.
    public func looked(as member: Member, _ id: String, version: Int) async throws {
        try member.require(.readCases)
        guard member.session != nil else { return }
        let known = try await database.read(in: member.scope) { store in
            _ = try Self.line(id, store)
            return try store.first(
                "SELECT version FROM looks WHERE organisation = ?1 AND person = ?2 AND case_id = ?3",
                [.text(member.person), .text(id)])?.integer("version") ?? 0
        }
        if known >= Int64(version) { return }
        try await database.write(in: member.scope) { store in
            try store.run(
                """
                INSERT INTO looks (organisation, person, case_id, version) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (organisation, person, case_id) DO UPDATE SET version = excluded.version
                """, [.text(member.person), .text(id), .integer(version)])
        }
    }

    /// Cases whose version that stands is another's, and newer than what the person has seen. Newest first.
    public func unseen(as member: Member, limit: Int = 20) async throws -> [CaseLine] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            var seen: [String: Int64] = [:]
            for row in try store.rows(
                "SELECT case_id, version FROM looks WHERE organisation = ?1 AND person = ?2", [.text(member.person)])
            {
                seen[try row.text("case_id")] = try row.integer("version")
            }
            let lines = try store.rows(
                """
                SELECT * FROM cases WHERE organisation = ?1 AND archived_at IS NULL AND changed_by <> ?2
                ORDER BY changed_at DESC LIMIT 500
                """, [.text(member.person)]
            ).map(CaseLine.init)
            return Array(lines.filter { seen[$0.id] ?? 0 < Int64($0.head) }.prefix(limit))
        }
    }
}
