import Notation
import Storage

extension Workspace {
    static let linkLife = 7 * Moment.day

    /// The link of a first start: makes an organisation if there is none, and a fresh link while nobody has joined.
    ///
    /// - Returns: nil once there is an account; no password is ever made up.
    public func firstStart() async throws -> String? {
        let now = clock.now()
        return try await database.writeSystem { system in
            guard try system.first("SELECT id FROM accounts LIMIT 1") == nil else { return nil }
            let known = try system.first("SELECT id FROM organisations ORDER BY created_at, id LIMIT 1")
            let organisation = try known?.text("id") ?? Secrets.id()
            if known == nil {
                try system.run(
                    "INSERT INTO organisations (id, name, kind, created_at) VALUES (?1, ?2, 'client', ?3)",
                    [.text(organisation), "Our organisation", .integer(now)])
            }
            let code = LinkCode(organisation: organisation)
            let store = system.scoped(to: code.scope)
            // An earlier link that nobody used must not stay open beside the new one.
            try store.run(
                "DELETE FROM links WHERE organisation = ?1 AND purpose = 'first-start' AND used_at IS NULL")
            try Self.add(
                store, code, .firstStart, roles: [.administrator, .analyst], by: nil, now: now, life: Moment.day)
            try AuditLog.append(
                store, at: now, actor: "system", action: "link.first-start", subject: organisation,
                detail: "A link for the first administrator was printed.")
            return code.text
        }
    }

    /// A link that signs an administrator in once: printed for whoever starts the program, or asked for on its machine.
    ///
    /// - Parameter email: whose; nil takes the first administrator.
    public func signInLink(email: String? = nil) async throws -> String {
        let now = clock.now()
        return try await database.writeSystem { system in
            let wanted = email.map(Self.normalised)
            let accounts = try system.rows(
                "SELECT id, organisation, email FROM accounts WHERE disabled_at IS NULL ORDER BY created_at, id")
            for account in accounts {
                let store = system.scoped(to: Scope(organisation: try account.text("organisation")))
                let person = try account.text("id")
                if let wanted {
                    guard try account.text("email") == wanted else { continue }
                } else {
                    guard try Self.roles(store, person).contains(.administrator) else { continue }
                }
                let code = LinkCode(organisation: store.scope.organisation)
                try Self.add(store, code, .signIn, person: person, roles: [], by: nil, now: now, life: Moment.hour)
                try AuditLog.append(
                    store, at: now, actor: "system", action: "link.sign-in", subject: person,
                    detail: "A link that signs in once was printed on the machine of the program.")
                return code.text
            }
            throw WorkspaceError.invalid(
                "email", email.map { "There is nobody with the address \($0)." } ?? "There is no administrator.",
                "See who there is on the page People.")
        }
    }

    /// Invites somebody by a link that is shown once, here, and works once within seven days.
    public func invite(
        as member: Member, email: String, roles: Set<Role>, caseID: String? = nil, evaluator: String? = nil
    ) async throws -> String {
        let forCase = caseID != nil
        try member.require(forCase ? .moderate : .managePeople)
        let address = Self.normalised(email)
        if let fault = Self.emailFault(address) { throw fault }
        // Whoever may moderate may invite evaluators, and nobody else.
        let given = forCase ? [.evaluator] : roles
        try member.requireSession(toGive: given)
        if given.isEmpty {
            throw WorkspaceError.invalid("roles", "No role is chosen.", "Choose what the person will do here.")
        }
        let now = clock.now()
        return try await database.write(in: member.scope) { store in
            if let known = try store.system().first(
                "SELECT organisation FROM accounts WHERE email = ?1", [.text(address)])
            {
                // That an address is in use elsewhere would tell who is whose client; it shows only on joining.
                if try known.text("organisation") == member.organisation {
                    throw WorkspaceError.invalid(
                        "email", "\(address) is in this workspace already.",
                        "Change the roles on the page People instead.")
                }
            }
            if let caseID {
                try Self.checkFree(evaluator, caseID, store)
            }
            let code = LinkCode(organisation: member.organisation)
            try Self.add(
                store, code, .invitation, email: address, roles: given, caseID: caseID, evaluator: evaluator,
                by: member.person, now: now, life: Self.linkLife)
            try AuditLog.append(
                store, at: now, actor: member.person, action: "person.invite", subject: caseID ?? member.organisation,
                detail:
                    "\(address) as \(given.sorted().map(\.rawValue).listed("and"))\(evaluator.map { ", evaluator \($0)" } ?? "")"
            )
            return code.text
        }
    }

    /// A link with which a person of the organisation sets a new password.
    public func passwordLink(as member: Member, for person: String) async throws -> String {
        try member.require(.managePeople)
        try member.requireSession()
        let now = clock.now()
        return try await database.write(in: member.scope) { store in
            guard try store.first("SELECT id FROM people WHERE organisation = ?1 AND id = ?2", [.text(person)]) != nil
            else { throw WorkspaceError.notFound }
            let code = LinkCode(organisation: member.organisation)
            try Self.add(
                store, code, .password, person: person, roles: [], by: member.person, now: now, life: Moment.day)
            try AuditLog.append(
                store, at: now, actor: member.person, action: "link.password", subject: person,
                detail: "A link to set a new password.")
            return code.text
        }
    }

    /// What a link is for; nothing is used up by looking.
    public func link(_ text: String) async throws -> Link {
        guard let code = LinkCode(text) else { throw WorkspaceError.notFound }
        let now = clock.now()
        return try await database.readSystem { try Self.link(code, $0, now: now) }
    }

    /// Links that were sent and not used yet.
    public func openLinks(as member: Member) async throws -> [Link] {
        try member.require(.managePeople)
        let now = clock.now()
        return try await database.read(in: member.scope) { store in
            try store.rows(
                """
                SELECT * FROM links WHERE organisation = ?1 AND used_at IS NULL AND expires_at > ?2
                    AND purpose IN ('invitation', 'password') ORDER BY created_at DESC
                """, [.integer(now)]
            ).map { try Link($0, organisationName: member.organisationName) }
        }
    }

    public func revokeLink(as member: Member, hash: String) async throws {
        try member.require(.managePeople)
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            let count = try store.run(
                "UPDATE links SET used_at = ?3 WHERE organisation = ?1 AND hash = ?2 AND used_at IS NULL",
                [.text(hash), .integer(now)])
            guard count == 1 else { throw WorkspaceError.notFound }
            try AuditLog.append(
                store, at: now, actor: member.person, action: "link.revoke", subject: member.organisation,
                detail: "A link that had not been used was taken back.")
        }
    }

    // MARK: Within a transaction

    static func link(_ code: LinkCode, _ system: SystemStatements, now: Int64) throws -> Link {
        guard let organisation = try name(of: code.organisation, system),
            let row = try system.scoped(to: code.scope).first(
                """
                SELECT * FROM links WHERE organisation = ?1 AND hash = ?2 AND used_at IS NULL AND expires_at > ?3
                """, [.text(code.hash), .integer(now)])
        else { throw WorkspaceError.notFound }
        return try Link(row, organisationName: organisation)
    }

    /// Uses a link up: of two who try at once, one succeeds.
    static func use(_ code: LinkCode, _ store: ScopedStatements, now: Int64) throws {
        let count = try store.run(
            "UPDATE links SET used_at = ?3 WHERE organisation = ?1 AND hash = ?2 AND used_at IS NULL",
            [.text(code.hash), .integer(now)])
        if count != 1 { throw WorkspaceError.notFound }
    }

    private static func add(
        _ store: ScopedStatements, _ code: LinkCode, _ purpose: Link.Purpose, person: String? = nil,
        email: String? = nil, roles: Set<Role>, caseID: String? = nil, evaluator: String? = nil, by: String?,
        now: Int64, life: Int64
    ) throws {
        try store.run(
            """
            INSERT INTO links (organisation, hash, purpose, person, email, roles, case_id, evaluator, created_by,
                created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                .text(code.hash), .text(purpose.rawValue), .optional(person), .optional(email),
                .text(roles.sorted().map(\.rawValue).joined(separator: " ")), .optional(caseID), .optional(evaluator),
                .optional(by), .integer(now), .integer(now + life),
            ])
    }
}
