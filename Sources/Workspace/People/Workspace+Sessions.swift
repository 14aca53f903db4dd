import Storage

extension Workspace {
    static let idleLife = 12 * Moment.hour
    static let sessionLife = 7 * Moment.day

    /// Signs in.
    ///
    /// - Parameters:
    ///   - address: of the network, for the limit on attempts.
    ///   - device: what the browser says of itself, for the list of sessions.
    /// - Returns: the session's secret.
    public func signIn(email: String, password: String, address: String, device: String) async throws -> String {
        let email = Self.normalised(email)
        let keys = [Secrets.hash("account:\(email)"), Secrets.hash("address:\(address)")]
        let now = clock.now()
        // Counted before the password is looked at: a hundred guesses at once are a hundred attempts.
        try await database.writeSystem { system in
            for (key, free) in zip(keys, [5, 30]) { try Self.count(system, key, free: Int64(free), now: now) }
        }
        let account = try await database.readSystem { system in
            try system.first(
                "SELECT id, organisation, password FROM accounts WHERE email = ?1 AND disabled_at IS NULL",
                [.text(email)])
        }
        let matches = try await passwords.matches(
            String(password.prefix(4 * Passwords.longest)), account?.text("password"))
        guard matches, let account else { throw WorkspaceError.wrongPassword }
        let person = try account.text("id")
        let secret = Secrets.secret()
        let scope = Scope(organisation: try account.text("organisation"))
        try await database.writeSystem { system in
            // Whoever signs in rightly has used no attempt: neither the account's nor the address's.
            try system.run("DELETE FROM attempts WHERE key = ?1", [.text(keys[0])])
            try system.run(
                "UPDATE attempts SET failures = failures - 1 WHERE key = ?1 AND failures > 0", [.text(keys[1])])
            try Self.addSession(system, secret: secret, account: person, device: device, now: now)
            try AuditLog.append(
                system.scoped(to: scope), at: now, actor: person, action: "session.start", subject: person,
                detail: "Signed in.")
        }
        return secret
    }

    /// Follows a link that signs in once.
    public func signIn(link text: String, device: String) async throws -> String {
        guard let code = LinkCode(text) else { throw WorkspaceError.notFound }
        let now = clock.now()
        let secret = Secrets.secret()
        try await database.writeSystem { system in
            let link = try Self.link(code, system, now: now)
            guard link.purpose == .signIn, let person = link.person else { throw WorkspaceError.notFound }
            let store = system.scoped(to: code.scope)
            try Self.use(code, store, now: now)
            try Self.addSession(system, secret: secret, account: person, device: device, now: now)
            try AuditLog.append(
                store, at: now, actor: person, action: "session.start", subject: person, detail: "Signed in by a link.")
        }
        return secret
    }

    /// Who a session belongs to; ``WorkspaceError/signedOut`` where it ended.
    public func member(session secret: String) async throws -> Member {
        let hash = Secrets.hash(secret)
        let now = clock.now()
        let (member, seen) = try await database.readSystemBriefly { try Self.owner(of: hash, at: now, $0) }
        if now - seen > 5 * Moment.minute {
            try await database.writeSystem { system in
                try system.run("UPDATE sessions SET seen_at = ?2 WHERE hash = ?1", [.text(hash), .integer(now)])
                try system.run("DELETE FROM sessions WHERE expires_at < ?1", [.integer(now)])
            }
        }
        return member
    }

    /// Whose session has that hash, and when it was last used.
    private static func owner(
        of hash: String, at now: Int64, _ system: SystemStatements
    ) throws -> (member: Member, seen: Int64) {
        guard
            let row = try system.first(
                """
                SELECT s.account, s.seen_at, a.organisation, o.name AS organisation_name
                FROM sessions s JOIN accounts a ON a.id = s.account JOIN organisations o ON o.id = a.organisation
                WHERE s.hash = ?1 AND s.expires_at > ?2 AND s.seen_at > ?3 AND a.disabled_at IS NULL
                """, [.text(hash), .integer(now), .integer(now - idleLife)])
        else { throw WorkspaceError.signedOut }
        let scope = Scope(organisation: try row.text("organisation"))
        let people = try system.scoped(to: scope).rows(
            """
            SELECT p.id, p.name, p.email, r.role
            FROM people p LEFT JOIN person_roles r ON r.organisation = ?1 AND r.person = p.id
            WHERE p.organisation = ?1 AND p.id = ?2 AND p.disabled_at IS NULL
            """, [.text(try row.text("account"))])
        let member = try member(
            people, in: scope, organisationName: try row.text("organisation_name"), scopes: nil,
            access: .session(hash))
        return (member, try row.integer("seen_at"))
    }

    /// The same person by the same session or token as they are now; nil where it does not hold any more. Is no use of
    /// it: a page that stays open must not keep a session alive.
    public func current(_ member: Member) async throws -> Member? {
        let now = clock.now()
        do {
            return try await database.readSystemBriefly { system in
                switch member.access {
                case .session(let hash): try Self.owner(of: hash, at: now, system).member
                case .token(let hash): try Self.owner(of: hash, in: member.scope, system).member
                }
            }
        } catch WorkspaceError.signedOut {
            return nil
        }
    }

    /// Tells whoever listens for long that what somebody may do has changed.
    static func accessChanged(_ store: ScopedStatements, of person: String) throws {
        try store.notify(accessChannel, person)
    }

    /// Of the ids of people whose sessions, tokens or roles changed.
    public static let accessChannel = "access"

    public struct Session: Sendable, Hashable {
        public var hash: String
        public var device: String
        public var createdAt: Int64
        public var seenAt: Int64
        public var isThis: Bool
    }

    public func sessions(as member: Member) async throws -> [Session] {
        let now = clock.now()
        return try await database.readSystem { system in
            try system.rows(
                """
                SELECT hash, device, created_at, seen_at FROM sessions
                WHERE account = ?1 AND expires_at > ?2 AND seen_at > ?3 ORDER BY seen_at DESC
                """, [.text(member.person), .integer(now), .integer(now - Self.idleLife)]
            ).map {
                Session(
                    hash: try $0.text("hash"), device: try $0.text("device"), createdAt: try $0.integer("created_at"),
                    seenAt: try $0.integer("seen_at"), isThis: try $0.text("hash") == member.session)
            }
        }
    }

    public func signOut(as member: Member) async throws {
        guard let session = member.session else { return }
        let now = clock.now()
        try await database.writeSystem { system in
            let count = try system.run("DELETE FROM sessions WHERE hash = ?1", [.text(session)])
            if count == 0 { return }
            let store = system.scoped(to: member.scope)
            try AuditLog.append(
                store, at: now, actor: member.person, action: "session.end", subject: member.person,
                detail: "Signed out.")
            try Self.accessChanged(store, of: member.person)
        }
    }

    /// Ends every session of the person, this one too.
    public func signOutEverywhere(as member: Member) async throws {
        try member.requireSession()
        let now = clock.now()
        try await database.writeSystem { system in
            try system.run("DELETE FROM sessions WHERE account = ?1", [.text(member.person)])
            let store = system.scoped(to: member.scope)
            try AuditLog.append(
                store, at: now, actor: member.person, action: "session.end-all", subject: member.person,
                detail: "Signed out everywhere.")
            try Self.accessChanged(store, of: member.person)
        }
    }

    /// Changes the password and ends all other sessions.
    public func changePassword(as member: Member, old: String, new: String, address: String) async throws {
        try member.requireSession()
        // First, so that a new password that cannot be taken costs no attempt.
        if let fault = Passwords.fault(new, email: member.email, path: "password") { throw fault }
        let now = clock.now()
        let key = Secrets.hash("account:\(member.email)")
        let stored = try await database.writeSystem { system in
            try Self.count(system, key, free: 5, now: now)
            return try system.first("SELECT password FROM accounts WHERE id = ?1", [.text(member.person)])
        }
        guard try await passwords.matches(old, stored?.text("password")) else {
            throw WorkspaceError.invalid("old", "This is not your password.", "Type the one you signed in with.")
        }
        let hash = try await passwords.hash(new)
        try await database.writeSystem { system in
            try system.run("DELETE FROM attempts WHERE key = ?1", [.text(key)])
            try system.run("UPDATE accounts SET password = ?2 WHERE id = ?1", [.text(member.person), .text(hash)])
            try system.run(
                "DELETE FROM sessions WHERE account = ?1 AND hash <> ?2",
                [.text(member.person), .text(member.session ?? "")])
            let store = system.scoped(to: member.scope)
            try AuditLog.append(
                store, at: now, actor: member.person, action: "person.password", subject: member.person,
                detail: "Changed the password; other sessions ended.")
            try Self.accessChanged(store, of: member.person)
        }
    }

    // MARK: Within a transaction

    static func addSession(
        _ system: SystemStatements, secret: String, account: String, device: String, now: Int64
    ) throws {
        try system.run(
            """
            INSERT INTO sessions (hash, account, device, created_at, seen_at, expires_at)
            VALUES (?1, ?2, ?3, ?4, ?4, ?5)
            """,
            [
                .text(Secrets.hash(secret)), .text(account), .text(String(device.prefix(200))), .integer(now),
                .integer(now + sessionLife),
            ])
    }

    /// - Parameter rows: the person, once with each role.
    static func member(
        _ rows: [Row], in scope: Scope, organisationName: String, scopes: Set<TokenScope>?, access: Member.Access
    ) throws -> Member {
        guard let person = rows.first else { throw WorkspaceError.signedOut }
        return Member(
            person: try person.text("id"), name: try person.text("name"), email: try person.text("email"),
            organisation: scope.organisation, organisationName: organisationName,
            roles: Set(try rows.compactMap { try $0.optionalText("role").flatMap(Role.init) }), scopes: scopes,
            access: access)
    }

    /// Nil where there is no such organisation.
    static func name(of organisation: String, _ system: SystemStatements) throws -> String? {
        try system.first("SELECT name FROM organisations WHERE id = ?1", [.text(organisation)])?.text("name")
    }

    /// Some attempts are free; then each costs a wait that doubles, up to a quarter of an hour. An hour forgets.
    private static func count(_ system: SystemStatements, _ key: String, free: Int64, now: Int64) throws {
        let row = try system.first("SELECT failures, since FROM attempts WHERE key = ?1", [.text(key)])
        let since = try row?.integer("since") ?? 0
        let failures = now - since > Moment.hour ? 0 : try row?.integer("failures") ?? 0
        if failures >= free {
            let wait = min(15 * Moment.minute, (5 * Moment.second) << min(10, failures - free))
            let left = since + wait - now
            if left > 0 { throw WorkspaceError.tooManyAttempts(seconds: Int(left / Moment.second) + 1) }
        }
        // What is forgotten is not kept either: anybody can fill this table.
        try system.run("DELETE FROM attempts WHERE since < ?1", [.integer(now - Moment.hour)])
        try system.run(
            """
            INSERT INTO attempts (key, failures, since) VALUES (?1, ?2, ?3)
            ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, since = excluded.since
            """, [.text(key), .integer(failures + 1), .integer(now)])
    }
}
