public import Storage

/// Somebody who is signed in, or a program with one of their tokens: the only way to ask the workspace for anything.
public struct Member: Sendable {
    public let person: String
    public let name: String
    public let email: String
    public let organisation: String
    public let organisationName: String
    public let roles: Set<Role>
    /// A token can do less than its owner: nil for a session.
    public let scopes: Set<TokenScope>?
    /// By what they came in.
    package let access: Access

    /// The session's hash, where there is one.
    public var session: String? {
        if case .session(let hash) = access { return hash }
        return nil
    }

    /// A session by its hash, or a token by its hash.
    package enum Access: Sendable {
        case session(String)
        case token(String)
    }

    package init(
        person: String, name: String, email: String, organisation: String, organisationName: String, roles: Set<Role>,
        scopes: Set<TokenScope>?, access: Access
    ) {
        self.person = person
        self.name = name
        self.email = email
        self.organisation = organisation
        self.organisationName = organisationName
        self.roles = roles
        self.scopes = scopes
        self.access = access
    }

    public var scope: Scope { Scope(organisation: organisation) }

    public func can(_ permission: Permission) -> Bool {
        guard roles.contains(where: { $0.permissions.contains(permission) }) else { return false }
        return scopes.map { $0.contains { $0.allows(permission) } } ?? true
    }

    package func require(_ permission: Permission) throws(WorkspaceError) {
        if !can(permission) { throw .forbidden(permission) }
    }

    /// A token for people or the audit log reads nothing of a case, not even its owner's own sheet.
    func requireReading() throws(WorkspaceError) {
        if let scopes, scopes.isDisjoint(with: [.read, .write]) { throw .forbidden(.readCases) }
    }

    /// What only somebody at a keyboard may do: a token that could make tokens or links to sessions could not be taken
    /// back.
    func requireSession() throws(WorkspaceError) {
        if session == nil { throw .forbidden(.managePeople) }
    }

    /// An administrator may do everything, make tokens and links too: a token that made one could not be taken back.
    func requireSession(toGive roles: Set<Role>) throws(WorkspaceError) {
        if session == nil, roles.contains(.administrator) {
            throw .refused(
                "A token cannot make an administrator.", remedy: "Do it on the page People, signed in yourself.")
        }
    }

    /// A token without the scope `work` changes nothing of the running work.
    package func requireOperating() throws(WorkspaceError) {
        if let scopes, !scopes.contains(.work) { throw .forbidden(.work) }
    }

    /// A token without the scope `write` changes nothing, not even what is its owner's alone.
    func requireWriting() throws(WorkspaceError) {
        if let scopes, !scopes.contains(.write) { throw .forbidden(.changeCases) }
    }
}

/// What an API token may be used for.
public enum TokenScope: String, Sendable, CaseIterable, Comparable {
    case read, write, people, audit, work

    public static func < (a: TokenScope, b: TokenScope) -> Bool { a.rawValue < b.rawValue }

    func allows(_ permission: Permission) -> Bool {
        switch self {
        case .read: permission == .readCases || permission == .readWork
        case .write: permission == .readCases || permission == .changeCases || permission == .moderate
        case .people: permission == .managePeople
        case .audit: permission == .readAudit
        case .work: [.work, .supervise, .sendWork, .readWork].contains(permission)
        }
    }
}
