import HTTPTypes
import Hummingbird
import Notation
import Workspace

/// Coming in and going out.
enum SignInRoutes {
    static let routes = [
        Route.page(.get, "/sign-in", .everybody, "Sign in") { exchange in
            if exchange.caller != nil { return .seeOther(safe(exchange.query["next"])) }
            return exchange.page(SignInView.page(.init(next: exchange.query["next"]), csrf: ""))
        },
        Route.page(.post, "/sign-in", .everybody, "Sign in", limit: 1 << 14) { exchange in
            let form = try exchange.form()
            do {
                let secret = try await exchange.workspace.signIn(
                    email: form["email"] ?? "", password: form["password"] ?? "", address: exchange.address,
                    device: exchange.device)
                return entered(secret, exchange, to: safe(form["next"]))
            } catch let error as WorkspaceError {
                guard let problem = Problem(error), problem.status != .notFound else { throw error }
                let values = SignInView.Values(
                    email: form["email"] ?? "", next: form["next"], faults: [.init("email", problem.detail)])
                var response = exchange.page(SignInView.page(values, csrf: ""), status: problem.status)
                response.headers[.retryAfter] = problem.headers[.retryAfter]
                return response
            }
        },
        Route.page(.post, "/sign-out", .signedIn, "Sign out") { exchange in
            try await exchange.workspace.signOut(as: try exchange.member)
            return left(exchange)
        },
    ]

    /// The cookie of a session, and the next page.
    static func entered(_ secret: String, _ exchange: Exchange, to path: String) -> Response {
        var response = Response.seeOther(path)
        response.headers[.setCookie] = cookie(secret, exchange.site.settings, seconds: nil)
        return response
    }

    static func left(_ exchange: Exchange) -> Response {
        var response = Response.seeOther("/sign-in")
        response.headers[.setCookie] = cookie("", exchange.site.settings, seconds: 0)
        return response
    }

    /// Scripts cannot read it, other sites' pages do not send it with a post, and it ends with the browser.
    private static func cookie(_ secret: String, _ settings: WebSettings, seconds: Int?) -> String {
        "\(settings.cookieName)=\(secret); Path=/; HttpOnly; SameSite=Lax"
            + (settings.isSecure ? "; Secure" : "") + (seconds.map { "; Max-Age=\($0)" } ?? "")
    }

    /// A path of ours; anything else leads home. `//host` and `/\host` are other sites to a browser.
    static func safe(_ next: String?) -> String {
        guard let next, next.hasPrefix("/"), !next.hasPrefix("//"), !next.contains("\\"),
            !next.unicodeScalars.contains(where: { $0.value < 0x20 })
        else { return "/" }
        return next
    }
}
