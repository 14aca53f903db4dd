import Notation
import Storage

/// Somebody of the organisation.
public struct Person: Sendable, Hashable {
    public var id: String
    public var name: String
    public var email: String
    public var roles: Set<Role>
    public var createdAt: Int64
    public var isDisabled: Bool
    /// In a session that is still open; nil without any.
    public var seenAt: Int64?
}

extension Workspace {
    /// By name.
    public func people(as member: Member) async throws -> [Person] {
        try member.require(.managePeople)
        return try await database.read(in: member.scope) { try Self.people($0) }
    }

    /// Names by id, for showing who did what: everybody of the organisation may know these.
    public func names(as member: Member) async throws -> [String: String] {
        try await database.read(in: member.scope) { store in
            var names = ["system": "Shoreline"]
            for row in try store.rows("SELECT id, name FROM people WHERE organisation = ?1") {
                names[try row.text("id")] = try row.text("name")
            }
            return names
        }
    }

    public func setRoles(as member: Member, of person: String, to roles: Set<Role>) async throws {
        try member.require(.managePeople)
        try member.requireSession(toGive: roles)
        if roles.isEmpty {
            throw WorkspaceError.invalid(
                "roles", "No role is chosen.", "Choose one, or disable the account instead.")
        }
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            let people = try Self.people(store)
            guard let known = people.first(where: { $0.id == person }) else { throw WorkspaceError.notFound }
            if known.roles == roles { return }
            if !roles.contains(.administrator) { try Self.keepOneAdministrator(people, without: person) }
            try store.run("DELETE FROM person_roles WHERE organisation = ?1 AND person = ?2", [.text(person)])
            for role in roles.sorted() { try Self.add(role, to: person, store) }
            try AuditLog.append(
                store, at: now, actor: member.person, action: "person.roles", subject: person,
                detail:
                    "\(known.email): from \(known.roles.sorted().map(\.rawValue).listed("and")) to \(roles.sorted().map(\.rawValue).listed("and"))"
            )
            try Self.accessChanged(store, of: person)
        }
    }

    /// An account that is disabled keeps its name in every history and cannot sign in.
    public func setDisabled(as member: Member, _ person: String, _ isDisabled: Bool) async throws {
        try member.require(.managePeople)
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            let people = try Self.people(store)
            guard let known = people.first(where: { $0.id == person }) else { throw WorkspaceError.notFound }
            if known.isDisabled == isDisabled { return }
            if isDisabled { try Self.keepOneAdministrator(people, without: person) }
            let time: Value = isDisabled ? .integer(now) : .null
            try store.run(
                "UPDATE people SET disabled_at = ?3 WHERE organisation = ?1 AND id = ?2", [.text(person), time])
            let system = store.system()
            try system.run("UPDATE accounts SET disabled_at = ?2 WHERE id = ?1", [.text(person), time])
            try system.run("DELETE FROM sessions WHERE account = ?1", [.text(person)])
            try AuditLog.append(
                store, at: now, actor: member.person, action: isDisabled ? "person.disable" : "person.enable",
                subject: person, detail: known.email)
            try Self.accessChanged(store, of: person)
        }
    }

    private static func keepOneAdministrator(_ people: [Person], without person: String) throws {
        let others = people.filter { $0.id != person && !$0.isDisabled && $0.roles.contains(.administrator) }
        if others.isEmpty {
            throw WorkspaceError.refused(
                "This is the last administrator.", remedy: "Make somebody else an administrator first.")
        }
    }

    private static func people(_ store: ScopedStatements) throws -> [Person] {
        var roles: [String: Set<Role>] = [:]
        for row in try store.rows("SELECT person, role FROM person_roles WHERE organisation = ?1") {
            if let role = Role(rawValue: try row.text("role")) {
                roles[try row.text("person"), default: []].insert(role)
            }
        }
        var seen: [String: Int64] = [:]
        let sessions = try store.system().rows(
            """
            SELECT s.account, max(s.seen_at) AS seen_at FROM sessions s JOIN accounts a ON a.id = s.account
            WHERE a.organisation = ?1 GROUP BY s.account
            """, [.text(store.scope.organisation)])
        for row in sessions { seen[try row.text("account")] = try row.integer("seen_at") }
        return try store.rows("SELECT * FROM people WHERE organisation = ?1 ORDER BY name, id").map {
            Person(
                id: try $0.text("id"), name: try $0.text("name"), email: try $0.text("email"),
                roles: roles[try $0.text("id")] ?? [], createdAt: try $0.integer("created_at"),
                isDisabled: try $0.optionalInteger("disabled_at") != nil, seenAt: seen[try $0.text("id")])
        }
    }

    static func roles(_ store: ScopedStatements, _ person: String) throws -> Set<Role> {
        Set(
            try store.rows("SELECT role FROM person_roles WHERE organisation = ?1 AND person = ?2", [.text(person)])
                .compactMap { Role(rawValue: try $0.text("role")) })
    }

    static func add(_ role: Role, to person: String, _ store: ScopedStatements) throws {
        try store.run(
            "INSERT INTO person_roles (organisation, person, role) VALUES (?1, ?2, ?3)",
            [.text(person), .text(role.rawValue)])
    }
}

extension Workspace {
    /// Who can be asked to score: everybody who can sign in.
    public func scorers(as member: Member) async throws -> [(id: String, name: String)] {
        try member.require(.moderate)
        return try await database.read(in: member.scope) { store in
            try store.rows(
                "SELECT id, name FROM people WHERE organisation = ?1 AND disabled_at IS NULL ORDER BY name, id"
            ).map { (id: try $0.text("id"), name: try $0.text("name")) }
        }
    }
}
