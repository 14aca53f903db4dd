import Hummingbird
import Notation
import Workspace

/// One's own account.
enum AccountRoutes {
    static let routes = [
        Route.page(.get, "/account", .signedIn, "One's own account") { exchange in
            exchange.page(
                AccountView.page(try await AccountRoutes.values(exchange), viewer: try exchange.requireViewer()))
        },
        Route.page(.post, "/account/password", .signedIn, "Change the password", limit: 1 << 14) { exchange in
            let form = try exchange.form()
            do {
                if form["password"] != form["password2"] {
                    throw RequestBodyTree.fault("password2", "The two passwords differ.", "Type the same one twice.")
                }
                try await exchange.workspace.changePassword(
                    as: try exchange.member, old: form["current"] ?? "", new: form["password"] ?? "",
                    address: exchange.address)
                return .seeOther("/account?done=password")
            } catch WorkspaceError.invalid(let faults) {
                var values = try await AccountRoutes.values(exchange)
                values.passwordFaults = faults.faults.map { fault in
                    FormFault(fault.path == "old" ? "current" : fault.path, FormFault(fault).message)
                }
                return exchange.page(
                    AccountView.page(values, viewer: try exchange.requireViewer()), status: .unprocessableContent)
            }
        },
        Route.page(.post, "/account/sign-out-everywhere", .signedIn, "End all sessions") { exchange in
            try await exchange.workspace.signOutEverywhere(as: try exchange.member)
            return SignInRoutes.left(exchange)
        },
        Route.page(.post, "/account/tokens", .signedIn, "Make a token", limit: 1 << 14) { exchange in
            let form = try exchange.form()
            var values = try await AccountRoutes.values(exchange)
            do {
                let scopes = Set(form.values("scope").compactMap(TokenScope.init))
                values.newToken = try await exchange.workspace.makeToken(
                    as: try exchange.member, name: form["name"] ?? "", scopes: scopes)
                let made = values.newToken
                values = try await AccountRoutes.values(exchange)
                values.newToken = made
                return exchange.page(AccountView.page(values, viewer: try exchange.requireViewer()))
            } catch WorkspaceError.invalid(let faults) {
                values.tokenFaults = faults.faults.map { fault in
                    FormFault(fault.path == "scopes" ? "scope" : fault.path, FormFault(fault).message)
                }
                values.tokenName = form["name"] ?? ""
                values.tokenScopes = form.values("scope")
                return exchange.page(
                    AccountView.page(values, viewer: try exchange.requireViewer()), status: .unprocessableContent)
            }
        },
        Route.page(.post, "/account/tokens/{id}/revoke", .signedIn, "Take a token back") { exchange in
            try await exchange.workspace.revokeToken(as: try exchange.member, id: try exchange.parameter("id"))
            return .seeOther("/account?done=token")
        },
    ]

    private static func values(_ exchange: Exchange) async throws -> AccountView.Values {
        let member = try exchange.member
        let sessions = try await exchange.workspace.sessions(as: member).map {
            AccountView.Session(
                id: $0.hash, device: $0.device, since: DateWords.minute($0.createdAt),
                lastSeen: DateWords.minute($0.seenAt), isThis: $0.isThis)
        }
        let tokens = try await exchange.workspace.tokens(as: member).map {
            AccountView.Token(
                id: $0.id, name: $0.name, scopes: $0.scopes.sorted().map(\.rawValue),
                created: DateWords.day($0.createdAt), lastUsed: $0.usedAt.map(DateWords.day))
        }
        let notice: String? =
            switch exchange.query["done"] {
            case "password": "Your password is changed. Other devices are signed out."
            case "token": "The key is taken back: what used it is refused from now on."
            default: nil
            }
        return AccountView.Values(
            email: member.email, sessions: sessions, tokens: tokens,
            scopes: [
                .init("read", "Read", hint: "cases, decisions, choices"),
                .init("write", "Write", hint: "cases, sheets, jobs"),
                .init("people", "People", hint: "invite, give roles"),
                .init("audit", "Audit", hint: "read the audit log"),
            ], notice: notice)
    }
}
