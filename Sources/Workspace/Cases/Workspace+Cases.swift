import Notation
import Sourcing
import Storage

extension Workspace {
    /// Newest change first.
    ///
    /// - Parameter after: the last case of the page before.
    public func cases(
        as member: Member, archived: Bool = false, after: (changedAt: Int64, id: String)? = nil, limit: Int = 200
    ) async throws -> [CaseLine] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            try store.rows(
                """
                SELECT * FROM cases WHERE organisation = ?1 AND (archived_at IS NOT NULL) = (?5 = 1)
                    AND (changed_at < ?2 OR (changed_at = ?2 AND id < ?3))
                ORDER BY changed_at DESC, id DESC LIMIT ?4
                """,
                [
                    .integer(after?.changedAt ?? Int64.max), .text(after?.id ?? ""), .integer(limit),
                    .integer(archived ? 1 : 0),
                ]
            ).map(CaseLine.init)
        }
    }

    public func caseLine(as member: Member, _ id: String) async throws -> CaseLine {
        try member.require(.readCases)
        return try await database.readBriefly(in: member.scope) { try Self.line(id, $0) }
    }

    /// Digests of the texts that stand, by case: enough to know whether something is known about a text.
    public func standingDigests(as member: Member) async throws -> [String: String] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            var digests: [String: String] = [:]
            for row in try store.rows(
                """
                SELECT c.id, v.digest FROM cases c JOIN case_versions v
                    ON v.organisation = c.organisation AND v.case_id = c.id AND v.number = c.head
                WHERE c.organisation = ?1
                """)
            {
                digests[try row.text("id")] = try row.text("digest")
            }
            return digests
        }
    }

    /// Titles of those of the cases that are there.
    public func caseTitles(as member: Member, of ids: Set<String>) async throws -> [String: String] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            var titles: [String: String] = [:]
            for id in ids {
                let row = try store.first("SELECT title FROM cases WHERE organisation = ?1 AND id = ?2", [.text(id)])
                titles[id] = try row?.text("title")
            }
            return titles
        }
    }

    /// A version's text; the one that stands where no number is given.
    public func caseVersion(as member: Member, _ id: String, number: Int? = nil) async throws -> CaseVersion {
        try member.require(.readCases)
        return try await database.readBriefly(in: member.scope) { try Self.version(id, number, $0) }
    }

    /// All versions without their texts, newest first.
    public func versions(
        as member: Member, _ id: String, before: Int = .max, limit: Int = 1000
    ) async throws -> [CaseVersion] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            _ = try Self.line(id, store)
            return try store.rows(
                """
                SELECT case_id, number, digest, note, author, created_at, restored FROM case_versions
                WHERE organisation = ?1 AND case_id = ?2 AND number < ?3 ORDER BY number DESC LIMIT ?4
                """, [.text(id), .integer(before), .integer(limit)]
            ).map { try CaseVersion($0, text: "") }
        }
    }

    /// - Throws: ``WorkspaceError/invalid(_:)`` with every fault of the text.
    public func makeCase(as member: Member, text: String, note: String = "") async throws -> CaseLine {
        try member.require(.changeCases)
        return try await makeCase(text, note: note, by: member.person, in: member.scope)
    }

    /// A case that comes with the program, in the organisation of a first start.
    public func makeExample(_ text: String, note: String) async throws -> CaseLine? {
        let organisation = try await database.readSystem { system in
            try system.first("SELECT id FROM organisations ORDER BY created_at, id LIMIT 1")?.text("id")
        }
        guard let organisation else { return nil }
        let scope = Scope(organisation: organisation)
        let isEmpty = try await database.read(in: scope) { store in
            try store.first("SELECT id FROM cases WHERE organisation = ?1 LIMIT 1") == nil
        }
        return isEmpty ? try await makeCase(text, note: note, by: "system", in: scope) : nil
    }

    private func makeCase(_ text: String, note: String, by person: String, in scope: Scope) async throws -> CaseLine {
        let theCase = try Self.read(text)
        let title = theCase.title
        let now = clock.now()
        let id = Secrets.id()
        return try await database.write(in: scope) { store in
            try store.run(
                """
                INSERT INTO cases (organisation, id, title, client, functions, head, created_at, created_by, changed_at,
                    changed_by)
                VALUES (?1, ?2, ?3, ?6, ?7, 1, ?4, ?5, ?4, ?5)
                """,
                [
                    .text(id), .text(title), .integer(now), .text(person), .text(theCase.client.name),
                    .text(Self.functions(theCase)),
                ])
            try Self.add(store, id: id, number: 1, text: text, note: note, by: person, at: now, restored: nil)
            try AuditLog.append(
                store, at: now, actor: person, action: "case.create", subject: id,
                detail: "\(title), version 1, \(Self.digest(text))")
            try store.notify("cases", id)
            return try Self.line(id, store)
        }
    }

    /// Writes a new version on top of the one that the writer saw.
    ///
    /// - Parameter base: the version that was edited. Where another one stands by now, nothing is written.
    /// - Throws: ``WorkspaceError/outdated(current:)``: the two changes are to be merged first.
    /// - Returns: the number of the version that stands; `base` where the text is the same.
    public func saveCase(
        as member: Member, _ id: String, text: String, base: Int, note: String = "", restored: Int? = nil
    ) async throws -> Int {
        try member.require(.changeCases)
        let theCase = try Self.read(text)
        let title = theCase.title
        if note.count > 1000 {
            throw WorkspaceError.invalid(
                "note", "The note has \(note.count) characters.", "Say in at most 1000 what changed and why.")
        }
        let now = clock.now()
        return try await database.write(in: member.scope) { store in
            let line = try Self.line(id, store)
            guard line.head == base else { throw WorkspaceError.outdated(current: line.head) }
            let known = try Self.version(id, base, store)
            // By bytes: two ways to write one letter are equal to Swift's ==, and somebody may mean the difference.
            if known.digest == Secrets.hash(text) { return base }
            let number = base + 1
            // The primary key (case, number) holds what the check above says: two versions of one number cannot be.
            try Self.add(
                store, id: id, number: number, text: text, note: note, by: member.person, at: now, restored: restored)
            try store.run(
                """
                UPDATE cases SET title = ?3, client = ?7, functions = ?8, head = ?4, changed_at = ?5, changed_by = ?6
                WHERE organisation = ?1 AND id = ?2
                """,
                [
                    .text(id), .text(title), .integer(number), .integer(now), .text(member.person),
                    .text(theCase.client.name), .text(Self.functions(theCase)),
                ])
            try AuditLog.append(
                store, at: now, actor: member.person, action: restored == nil ? "case.save" : "case.restore",
                subject: id,
                detail: "\(title), version \(number)\(restored.map { " as version \($0)" } ?? ""), \(Self.digest(text))"
            )
            try store.notify("cases", id)
            return number
        }
    }

    /// Makes an earlier version stand again, as a new one: nothing in between is lost.
    public func restoreCase(as member: Member, _ id: String, number: Int, base: Int) async throws -> Int {
        try member.require(.changeCases)
        let old = try await caseVersion(as: member, id, number: number)
        return try await saveCase(
            as: member, id, text: old.text, base: base, note: "Version \(number) restored", restored: number)
    }

    /// Out of sight, and back again; nothing is ever deleted.
    public func setArchived(as member: Member, _ id: String, _ isArchived: Bool) async throws {
        try member.require(.changeCases)
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            let line = try Self.line(id, store)
            if line.isArchived == isArchived { return }
            try store.run(
                "UPDATE cases SET archived_at = ?3 WHERE organisation = ?1 AND id = ?2",
                [.text(id), isArchived ? .integer(now) : .null])
            try AuditLog.append(
                store, at: now, actor: member.person, action: isArchived ? "case.archive" : "case.reopen", subject: id,
                detail: line.title)
            try store.notify("cases", id)
        }
    }

    // MARK: Within a transaction

    static func line(_ id: String, _ store: ScopedStatements) throws -> CaseLine {
        guard let row = try store.first("SELECT * FROM cases WHERE organisation = ?1 AND id = ?2", [.text(id)]) else {
            throw WorkspaceError.notFound
        }
        return try CaseLine(row)
    }

    static func version(_ id: String, _ number: Int?, _ store: ScopedStatements) throws -> CaseVersion {
        let number = try number ?? line(id, store).head
        guard
            let row = try store.first(
                "SELECT * FROM case_versions WHERE organisation = ?1 AND case_id = ?2 AND number = ?3",
                [.text(id), .integer(number)])
        else { throw WorkspaceError.notFound }
        return try CaseVersion(row)
    }

    private static func add(
        _ store: ScopedStatements, id: String, number: Int, text: String, note: String, by person: String, at: Int64,
        restored: Int?
    ) throws {
        try store.run(
            """
            INSERT INTO case_versions (organisation, case_id, number, text, digest, note, author, created_at, restored)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .text(id), .integer(number), .text(text), .text(Secrets.hash(text)), .text(note), .text(person),
                .integer(at), .optional(restored.map { Int64($0) }),
            ])
    }

    /// A line each.
    private static func functions(_ theCase: Case) -> String {
        theCase.functions.map { ($0.title ?? $0.name).replacing("\n", with: " ") }.joined(separator: "\n")
    }

    /// The first dozen digits, as audit records show it.
    private static func digest(_ text: String) -> String { "text " + String(Secrets.hash(text).prefix(12)) }

    static func read(_ text: String) throws(WorkspaceError) -> Case {
        do throws(Faults) { return try CaseReader.read(text: text) } catch { throw .invalid(error) }
    }
}
