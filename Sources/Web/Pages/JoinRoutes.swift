import Hummingbird
import Notation
import Workspace

/// Following a one-time link. Looking at it uses nothing up, so a mail program that looks first spoils nothing.
enum JoinRoutes {
    static let routes = [
        Route.page(.get, "/join/{code}", .everybody, "Follow a one-time link") { exchange in
            let code = try exchange.parameter("code")
            do { return try await show(code, .init(), exchange) } catch let problem as Problem
                where problem.kind == "link"
            {
                return exchange.page(JoinView.spent, status: .notFound)
            }
        },
        Route.page(.post, "/join/{code}", .everybody, "Use a one-time link", limit: 1 << 14) { exchange in
            let code = try exchange.parameter("code")
            let link = try await found(code, exchange)
            let form = try exchange.form()
            switch link.purpose {
            case .signIn:
                let secret = try await exchange.workspace.signIn(link: code, device: exchange.device)
                return SignInRoutes.entered(secret, exchange, to: "/")
            case .firstStart, .invitation, .password: return try await join(code, link, form, exchange)
            }
        },
    ]

    private static func join(
        _ code: String, _ link: Link, _ form: Fields, _ exchange: Exchange
    ) async throws -> Response {
        let values = JoinView.Values(
            organisation: form["organisation"] ?? "", name: form["name"] ?? "", email: form["email"] ?? "")
        do {
            if form["password"] != form["password2"] {
                throw RequestBodyTree.fault(
                    "password2", "The two passwords differ.", "Type the same one twice.")
            }
            let secret: String
            if link.purpose == .password {
                secret = try await exchange.workspace.setPassword(
                    code, password: form["password"] ?? "", device: exchange.device)
            } else {
                secret = try await exchange.workspace.join(
                    code,
                    .init(
                        organisationName: form["organisation"], name: values.name, email: values.email,
                        password: form["password"] ?? ""), device: exchange.device)
            }
            let next = link.caseID.map { "/cases/\($0)/sheet" } ?? "/"
            return SignInRoutes.entered(secret, exchange, to: next)
        } catch WorkspaceError.invalid(let faults) {
            var again = values
            again.faults = faults.faults.map { FormFault($0) }
            var response = try await show(code, again, exchange)
            response.status = .unprocessableContent
            return response
        }
    }

    private static func show(_ code: String, _ values: JoinView.Values, _ exchange: Exchange) async throws -> Response {
        let link = try await found(code, exchange)
        let action = "/join/\(PathText.escape(code))"
        // Somebody may follow a link while signed in, as another perhaps: then the form needs that session's token.
        let csrf = exchange.session.map(FormToken.text) ?? ""
        var values = values
        values.invitedAs = link.email
        switch link.purpose {
        case .firstStart: return exchange.page(JoinView.page(.firstStart, values, action: action, csrf: csrf))
        case .invitation:
            let purpose = JoinView.Purpose.invitation(
                organisation: link.organisationName, roles: link.roles.sorted().map { RoleName.title($0.rawValue) },
                scoring: link.evaluator)
            return exchange.page(JoinView.page(purpose, values, action: action, csrf: csrf))
        case .password: return exchange.page(JoinView.page(.newPassword(name: ""), values, action: action, csrf: csrf))
        case .signIn:
            let body =
                "<p class=\"lead\">This link signs you in once, on this device.</p>\n"
                + Form.html(action: action, csrf: csrf, body: Form.actions(Form.button("Sign in", .primary)))
            return exchange.page(WebPage(title: "Sign in by link", section: nil, body: body))
        }
    }

    private static func found(_ code: String, _ exchange: Exchange) async throws -> Link {
        do { return try await exchange.workspace.link(code) } catch WorkspaceError.notFound {
            throw Problem(
                status: .notFound, kind: "link", title: "This link does not work any more",
                detail: "It was used already, taken back, or is too old. Ask whoever sent it for a new one.")
        }
    }
}
