import Hummingbird
import Notation
import Workspace

/// Who there is, and who is asked in.
enum PeopleRoutes {
    static let routes = [
        Route.page(.get, "/people", .can(.managePeople), "People") { exchange in
            exchange.page(PeopleView.page(try await values(exchange), viewer: try exchange.requireViewer()))
        },
        Route.page(.post, "/people/invite", .can(.managePeople), "Invite somebody") { exchange in
            let form = try exchange.form()
            let email = form["email"] ?? ""
            let roles = form.values("role")
            return try await shown(exchange, email: email, roles: roles) {
                let code = try await exchange.workspace.invite(
                    as: try exchange.member, email: email, roles: Set(roles.compactMap(Role.init)))
                return (exchange.address(of: code), "Link for \(email)")
            }
        },
        Route.page(.post, "/people/invitations/{id}/revoke", .can(.managePeople), "Take an invitation back") {
            exchange in
            try await exchange.workspace.revokeLink(as: try exchange.member, hash: try exchange.parameter("id"))
            return .seeOther("/people")
        },
        Route.page(.post, "/people/{id}/roles", .can(.managePeople), "Give roles") { exchange in
            let roles = Set(try exchange.form().values("role").compactMap(Role.init))
            return try await shown(exchange) {
                try await exchange.workspace.setRoles(
                    as: try exchange.member, of: try exchange.parameter("id"), to: roles)
                return nil
            }
        },
        Route.page(.post, "/people/{id}/disable", .can(.managePeople), "Disable an account") { exchange in
            try await shown(exchange) {
                try await exchange.workspace.setDisabled(as: try exchange.member, try exchange.parameter("id"), true)
                return nil
            }
        },
        Route.page(.post, "/people/{id}/enable", .can(.managePeople), "Enable an account again") { exchange in
            try await shown(exchange) {
                try await exchange.workspace.setDisabled(as: try exchange.member, try exchange.parameter("id"), false)
                return nil
            }
        },
        Route.page(.post, "/people/{id}/password-link", .can(.managePeople), "A link for a new password") { exchange in
            try await shown(exchange) {
                let code = try await exchange.workspace.passwordLink(
                    as: try exchange.member, for: try exchange.parameter("id"))
                return (exchange.address(of: code), "Link for a new password")
            }
        },
    ]

    private static func shown(
        _ exchange: Exchange, email: String = "", roles: [String] = [],
        _ action: () async throws -> (url: String, label: String)?
    ) async throws -> Response {
        var faults: [FormFault] = []
        var link: (url: String, label: String)?
        do {
            link = try await action()
            if link == nil { return .seeOther("/people") }
        } catch WorkspaceError.invalid(let found) {
            faults = found.faults.map { FormFault($0.path == "roles" ? "role" : $0.path, FormFault($0).message) }
        } catch WorkspaceError.refused(let sentence, let remedy) {
            faults = [FormFault(nil, "\(sentence) \(remedy)")]
        }
        var values = try await values(exchange)
        values.newLink = link
        values.faults = faults
        if !faults.isEmpty {
            values.inviteEmail = email
            values.inviteRoles = roles
        }
        return exchange.page(
            PeopleView.page(values, viewer: try exchange.requireViewer()),
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func values(_ exchange: Exchange) async throws -> PeopleView.Values {
        let member = try exchange.member
        let names = try await exchange.workspace.names(as: member)
        let people = try await exchange.workspace.people(as: member).map {
            PeopleView.Person(
                id: $0.id, name: $0.name, email: $0.email, roles: Set($0.roles.map(\.rawValue)),
                lastSeen: $0.seenAt.map(DateWords.minute), isDisabled: $0.isDisabled, isViewer: $0.id == member.person)
        }
        let invitations = try await exchange.workspace.openLinks(as: member).map {
            PeopleView.Invitation(
                id: $0.hash, email: $0.email ?? $0.person.flatMap { names[$0] },
                roles: $0.roles.sorted().map(\.rawValue),
                by: $0.createdBy.flatMap { names[$0] } ?? "Shoreline", expires: DateWords.day($0.expiresAt))
        }
        return PeopleView.Values(people: people, invitations: invitations)
    }
}
