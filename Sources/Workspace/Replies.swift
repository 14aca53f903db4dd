import Storage

/// What a request with an idempotency key was answered: a retry gets the same.
public struct Reply: Sendable, Hashable {
    public var status: Int
    /// JSON.
    public var headers: String
    public var body: String
    public init(status: Int, headers: String, body: String) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension Workspace {
    static let replyLife = Moment.day
    /// So long a request may take; afterwards a retry is taken as a new one.
    static let replyPatience = Moment.minute

    /// Takes the key for a request, so that of two that come at once only one is done.
    ///
    /// Weakness: where the process dies between the change and ``keep(_:as:key:)``, a retry after a minute does the
    /// change again. Cases and versions that come twice are seen and can be archived; nothing is lost.
    ///
    /// - Parameter request: digest of method, path and body.
    /// - Returns: the first answer; nil where the key is new and now taken.
    public func takeKey(_ key: String, for request: String, as member: Member) async throws -> Reply? {
        let now = clock.now()
        return try await database.write(in: member.scope) { store in
            try store.run(
                """
                DELETE FROM replies WHERE organisation = ?1
                    AND (created_at < ?2 OR (status = 0 AND created_at < ?3))
                """, [.integer(now - Self.replyLife), .integer(now - Self.replyPatience)])
            let row = try store.first(
                "SELECT * FROM replies WHERE organisation = ?1 AND person = ?2 AND key = ?3",
                [.text(member.person), .text(key)])
            guard let row else {
                try store.run(
                    """
                    INSERT INTO replies (organisation, person, key, request, status, headers, body, created_at)
                    VALUES (?1, ?2, ?3, ?4, 0, '', '', ?5)
                    """, [.text(member.person), .text(key), .text(request), .integer(now)])
                return nil
            }
            guard try row.text("request") == request else {
                throw WorkspaceError.refused(
                    "This idempotency key came with another request before.", remedy: "Take a new key for each request."
                )
            }
            let status = Int(try row.integer("status"))
            if status == 0 {
                throw WorkspaceError.refused(
                    "The first request with this idempotency key is still being answered.",
                    remedy: "Try again in a moment.")
            }
            return Reply(status: status, headers: try row.text("headers"), body: try row.text("body"))
        }
    }

    public func keep(_ reply: Reply, as member: Member, key: String) async throws {
        try await database.write(in: member.scope) { store in
            try store.run(
                """
                UPDATE replies SET status = ?4, headers = ?5, body = ?6
                WHERE organisation = ?1 AND person = ?2 AND key = ?3
                """,
                [
                    .text(member.person), .text(key), .integer(reply.status), .text(reply.headers), .text(reply.body),
                ])
        }
    }

    /// Nothing was done: the key is free again.
    public func freeKey(_ key: String, as member: Member) async throws {
        try await database.write(in: member.scope) { store in
            try store.run(
                "DELETE FROM replies WHERE organisation = ?1 AND person = ?2 AND key = ?3 AND status = 0",
                [.text(member.person), .text(key)])
        }
    }
}
