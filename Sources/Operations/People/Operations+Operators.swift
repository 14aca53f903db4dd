import Storage
public import Workspace

extension Operations {
    /// Says what somebody can do; what they may be given follows at once.
    public func setOperator(as member: Member, _ person: Operator) async throws {
        try member.require(.supervise)
        try member.requireOperating()
        try Self.check(person)
        try await command(member) { desk in
            guard
                try desk.store.first(
                    "SELECT id FROM people WHERE organisation = ?1 AND id = ?2", [.text(person.person)]) != nil
            else { throw WorkspaceError.notFound }
            let (skills, languages) = (person.skills.sorted(), person.languages.sorted())
            try desk.store.run(
                """
                INSERT INTO operators (organisation, person, employer, country, skills, languages, changed_at, changed_by)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                ON CONFLICT (organisation, person) DO UPDATE SET employer = excluded.employer,
                    country = excluded.country, skills = excluded.skills, languages = excluded.languages,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """,
                [
                    .text(person.person), .text(person.employer), .text(person.country),
                    .text(skills.joined(separator: "\n")), .text(languages.joined(separator: "\n")),
                    .integer(desk.now), .text(desk.actor),
                ])
            try PoolTable(store: desk.store).admit(person)
            try AuditLog.append(
                desk.store, at: desk.now, actor: desk.actor, action: "operator.set", subject: person.person,
                detail:
                    "\(person.employer), \(person.country), skills \(skills.joined(separator: ", ")), languages \(languages.joined(separator: ", "))"
            )
        }
    }

    public func operators(as member: Member) async throws -> [Operator] {
        try member.require(.readWork)
        return try await database.read(in: member.scope) { store in
            try store.rows("SELECT * FROM operators WHERE organisation = ?1 ORDER BY person").map(Operator.init)
        }
    }

    private static func check(_ person: Operator) throws {
        for (path, values) in [("skills", person.skills), ("languages", person.languages)] {
            for value in values where value.isEmpty || value.utf8.count > 100 || value.contains("\n") {
                throw WorkspaceError.invalid(
                    path, "“\(value.prefix(40))” is no name.", "Write a name of 1 to 100 bytes in one line.")
            }
        }
        guard person.country.utf8.count == 2 else {
            throw WorkspaceError.invalid(
                "country", "“\(person.country)” is no country.", "Write the two letters of ISO 3166, such as PH.")
        }
    }
}
