import Foundation
import Notation
import Storage

/// A program's key to the API: acts for its owner, within its scopes.
public struct Token: Sendable, Hashable {
    public var id: String
    public var name: String
    public var scopes: Set<TokenScope>
    public var createdAt: Int64
    public var usedAt: Int64?
}

extension Workspace {
    static let tokenMark = "shoreline_"

    /// - Returns: the token's text, shown this once: only its hash is kept.
    public func makeToken(as member: Member, name: String, scopes: Set<TokenScope>) async throws -> String {
        try member.requireSession()
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        if !(1...80).contains(name.count) {
            throw WorkspaceError.invalid(
                "name", "The token has no name, or one of more than 80 characters.",
                "Write what uses it, so that you know later what stops when you take it back.")
        }
        if scopes.isEmpty {
            throw WorkspaceError.invalid("scopes", "No scope is chosen.", "Choose what the token may be used for.")
        }
        let code = LinkCode(organisation: member.organisation)
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            let id = Secrets.id()
            try store.run(
                """
                INSERT INTO tokens (organisation, id, person, name, hash, scopes, created_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """,
                [
                    .text(id), .text(member.person), .text(name), .text(code.hash),
                    .text(scopes.sorted().map(\.rawValue).joined(separator: " ")), .integer(now),
                ])
            try AuditLog.append(
                store, at: now, actor: member.person, action: "token.create", subject: id,
                detail: "\(name): \(scopes.sorted().map(\.rawValue).listed("and"))")
        }
        return Self.tokenMark + code.text
    }

    /// The person's own.
    public func tokens(as member: Member) async throws -> [Token] {
        try await database.read(in: member.scope) { store in
            try store.rows(
                """
                SELECT * FROM tokens WHERE organisation = ?1 AND person = ?2 AND revoked_at IS NULL
                ORDER BY created_at DESC
                """, [.text(member.person)]
            ).map {
                Token(
                    id: try $0.text("id"), name: try $0.text("name"), scopes: Self.scopes(try $0.text("scopes")),
                    createdAt: try $0.integer("created_at"), usedAt: try $0.optionalInteger("used_at"))
            }
        }
    }

    public func revokeToken(as member: Member, id: String) async throws {
        try member.requireSession()
        let now = clock.now()
        try await database.write(in: member.scope) { store in
            let count = try store.run(
                """
                UPDATE tokens SET revoked_at = ?4
                WHERE organisation = ?1 AND id = ?2 AND person = ?3 AND revoked_at IS NULL
                """, [.text(id), .text(member.person), .integer(now)])
            guard count == 1 else { throw WorkspaceError.notFound }
            try AuditLog.append(
                store, at: now, actor: member.person, action: "token.revoke", subject: id, detail: "Taken back.")
            try Self.accessChanged(store, of: member.person)
        }
    }

    /// Who a token acts for.
    public func member(token text: String) async throws -> Member {
        guard text.hasPrefix(Self.tokenMark), let code = LinkCode(String(text.dropFirst(Self.tokenMark.count))) else {
            throw WorkspaceError.signedOut
        }
        let now = clock.now()
        let (scope, hash) = (code.scope, code.hash)
        let (member, id, used) = try await database.readSystemBriefly { try Self.owner(of: hash, in: scope, $0) }
        if now - used > 5 * Moment.minute {
            try await database.write(in: member.scope) { store in
                try store.run(
                    "UPDATE tokens SET used_at = ?3 WHERE organisation = ?1 AND id = ?2", [.text(id), .integer(now)])
            }
        }
        return member
    }

    /// Whose token has that hash, its id, and when it was last used.
    static func owner(
        of hash: String, in scope: Scope, _ system: SystemStatements
    ) throws -> (member: Member, id: String, used: Int64) {
        guard let organisation = try name(of: scope.organisation, system) else { throw WorkspaceError.signedOut }
        let rows = try system.scoped(to: scope).rows(
            """
            SELECT t.id AS token, t.scopes, t.used_at, p.id, p.name, p.email, r.role
            FROM tokens t JOIN people p ON p.organisation = ?1 AND p.id = t.person
            LEFT JOIN person_roles r ON r.organisation = ?1 AND r.person = t.person
            WHERE t.organisation = ?1 AND t.hash = ?2 AND t.revoked_at IS NULL AND p.disabled_at IS NULL
            """, [.text(hash)])
        guard let row = rows.first else { throw WorkspaceError.signedOut }
        let member = try member(
            rows, in: scope, organisationName: organisation, scopes: scopes(try row.text("scopes")),
            access: .token(hash))
        return (member, try row.text("token"), try row.optionalInteger("used_at") ?? 0)
    }

    private static func scopes(_ text: String) -> Set<TokenScope> {
        Set(text.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0).flatMap(TokenScope.init) })
    }
}
