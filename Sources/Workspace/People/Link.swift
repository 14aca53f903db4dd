import Storage

/// A one-time link that somebody was sent: an invitation, a new password, the first start.
public struct Link: Sendable, Hashable {
    public enum Purpose: String, Sendable {
        case firstStart = "first-start"
        case invitation
        /// A new password for somebody who forgot theirs.
        case password
        /// Signs its owner in once: for whoever runs the program on their own machine.
        case signIn = "sign-in"
    }

    /// By which a link that is still open is listed and taken back.
    public var hash: String
    public var purpose: Purpose
    public var person: String?
    public var email: String?
    public var roles: Set<Role>
    /// An invitation to score this case …
    public var caseID: String?
    /// … as this evaluator.
    public var evaluator: String?
    public var createdBy: String?
    public var createdAt: Int64
    public var expiresAt: Int64
    public var organisationName: String

    init(_ row: Row, organisationName: String) throws {
        hash = try row.text("hash")
        purpose = Purpose(rawValue: try row.text("purpose")) ?? .invitation
        person = try row.optionalText("person")
        email = try row.optionalText("email")
        roles = Set(try row.text("roles").split(separator: " ").compactMap { Role(rawValue: String($0)) })
        caseID = try row.optionalText("case_id")
        evaluator = try row.optionalText("evaluator")
        createdBy = try row.optionalText("created_by")
        createdAt = try row.integer("created_at")
        expiresAt = try row.integer("expires_at")
        self.organisationName = organisationName
    }
}
