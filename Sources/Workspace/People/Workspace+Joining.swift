import Foundation
import Notation
import Storage

extension Workspace {
    /// What somebody writes who follows an invitation or starts the workspace.
    public struct Joining: Sendable {
        /// On the first start only.
        public var organisationName: String?
        public var name: String
        /// May be empty where the invitation is for an address: then it is that one.
        public var email: String
        public var password: String

        public init(organisationName: String? = nil, name: String, email: String, password: String) {
            self.organisationName = organisationName
            self.name = name
            self.email = email
            self.password = password
        }
    }

    /// Follows an invitation or the link of the first start: makes the account and signs in.
    ///
    /// - Returns: the secret of the new session.
    public func join(_ text: String, _ joining: Joining, device: String) async throws -> String {
        guard let code = LinkCode(text) else { throw WorkspaceError.notFound }
        let link = try await link(text)
        guard link.purpose == .invitation || link.purpose == .firstStart else { throw WorkspaceError.notFound }
        let email = try Self.address(joining, link)
        let name = joining.name.trimmingCharacters(in: .whitespacesAndNewlines)
        let organisation = joining.organisationName?.trimmingCharacters(in: .whitespacesAndNewlines)
        try Self.check(name: name, email: email, organisation: link.purpose == .firstStart ? organisation ?? "" : nil)
        if let fault = Passwords.fault(joining.password, email: email, path: "password") { throw fault }
        let hash = try await passwords.hash(joining.password)
        let now = clock.now()
        let person = Secrets.id()
        let secret = Secrets.secret()
        do {
            try await database.writeSystem { system in
                // Looked up again inside the transaction: the link may have been used or revoked meanwhile.
                let link = try Self.link(code, system, now: now)
                let store = system.scoped(to: code.scope)
                try Self.use(code, store, now: now)
                if link.purpose == .firstStart, let organisation {
                    try system.run(
                        "UPDATE organisations SET name = ?2 WHERE id = ?1",
                        [.text(code.organisation), .text(organisation)])
                }
                try system.run(
                    "INSERT INTO accounts (id, organisation, email, password, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    [.text(person), .text(code.organisation), .text(email), .text(hash), .integer(now)])
                try store.run(
                    "INSERT INTO people (organisation, id, name, email, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    [.text(person), .text(name), .text(email), .integer(now)])
                for role in link.roles.sorted() { try Self.add(role, to: person, store) }
                if let caseID = link.caseID, let evaluator = link.evaluator {
                    try Self.assign(store, caseID: caseID, evaluator: evaluator, person: person, now: now)
                }
                try Self.addSession(system, secret: secret, account: person, device: device, now: now)
                try AuditLog.append(
                    store, at: now, actor: person, action: "person.join", subject: person,
                    detail: "\(email) joined as \(link.roles.sorted().map(\.rawValue).listed("and"))")
            }
        } catch StorageError.constraint(.unique, let place) where place.contains("accounts") {
            throw WorkspaceError.invalid(
                "email", "There is an account with the address \(email) already.",
                "Sign in with it, or ask for an invitation to another address.")
        }
        return secret
    }

    /// Sets a new password by a link, ends all sessions and starts a new one.
    public func setPassword(_ text: String, password: String, device: String) async throws -> String {
        guard let code = LinkCode(text) else { throw WorkspaceError.notFound }
        let link = try await link(text)
        guard link.purpose == .password, let person = link.person else { throw WorkspaceError.notFound }
        if let fault = Passwords.fault(password, email: "", path: "password") { throw fault }
        let hash = try await passwords.hash(password)
        let now = clock.now()
        let secret = Secrets.secret()
        try await database.writeSystem { system in
            let store = system.scoped(to: code.scope)
            try Self.use(code, store, now: now)
            try system.run("UPDATE accounts SET password = ?2 WHERE id = ?1", [.text(person), .text(hash)])
            try system.run("DELETE FROM sessions WHERE account = ?1", [.text(person)])
            try Self.addSession(system, secret: secret, account: person, device: device, now: now)
            try AuditLog.append(
                store, at: now, actor: person, action: "person.password", subject: person,
                detail: "A new password was set by a link; all sessions ended.")
            try Self.accessChanged(store, of: person)
        }
        return secret
    }

    /// The address of the new account. An invitation's own is never replaced, and never wins without a word either:
    /// whoever typed another would sign in with it in vain.
    private static func address(_ joining: Joining, _ link: Link) throws(WorkspaceError) -> String {
        let typed = normalised(joining.email)
        guard let invited = link.email.map(normalised) else { return typed }
        guard typed.isEmpty || typed == invited else {
            throw .invalid(
                "email", "This invitation is for \(invited), not for \(typed).",
                "Join with that address, or ask whoever invited you for an invitation to yours.")
        }
        return invited
    }

    static func check(name: String, email: String, organisation: String?) throws(WorkspaceError) {
        var faults: [Fault] = []
        if let organisation, !(1...120).contains(organisation.count) {
            faults.append(
                Fault(
                    path: "organisation", "The organisation has no name, or one of more than 120 characters.",
                    remedy: "Write the name that your people know."))
        }
        if !(1...120).contains(name.count) {
            faults.append(
                Fault(
                    path: "name", "Your name is missing, or longer than 120 characters.",
                    remedy: "Write it as your colleagues know it."))
        }
        if case .invalid(let more) = emailFault(email) { faults += more.faults }
        if !faults.isEmpty { throw .invalid(Faults(faults)) }
    }

    static func normalised(_ email: String) -> String {
        email.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }

    /// Whether it can be an address at all; whether somebody reads it, only a letter could show.
    static func emailFault(_ email: String) -> WorkspaceError? {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        let isOne =
            parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
            && !parts[1].hasSuffix(".") && email.utf8.count <= 254
            && !email.unicodeScalars.contains {
                $0.value <= 0x20 || $0.value == 0x7F || "<>,;\"".unicodeScalars.contains($0)
            }
        if isOne { return nil }
        return .invalid("email", "“\(email)” is no e-mail address.", "Write it like ada@example.org.")
    }
}
