import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Workspace

/// Keeps foreign pages from posting in a signed-in person's name.
///
/// Three fences: the cookie is SameSite=Lax, the browser's word where the request comes from (Sec-Fetch-Site, Origin), and a
/// token of the session in every form. A program with a token in its Authorization header needs none: browsers do not
/// add that header by themselves.
enum FormToken {
    /// Made from the session's secret, which only this server and the cookie know; it tells nothing of the secret.
    static func text(_ session: String) -> String {
        let key = SymmetricKey(data: Data(session.utf8))
        return Data(HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: key)).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    static func check(_ exchange: Exchange) throws {
        if exchange.route.kind == .api, exchange.request.headers[.authorization] != nil { return }
        if let site = exchange.request.headers[.fetchSite], site != "same-origin", site != "none" { throw foreign }
        if let origin = exchange.request.headers[.origin], !isOwn(origin, exchange) { throw foreign }
        guard let session = exchange.session else { return }
        var given = exchange.request.headers[.csrfToken]
        if given == nil, exchange.route.kind == .page { given = try exchange.form()["csrf"] }
        if !equal(given ?? "", text(session)) {
            throw Problem(
                status: .forbidden, kind: "form-token", title: "This form is out of date",
                detail:
                    "It was loaded before you signed in, or by somebody else. Load the page again and send it once more."
            )
        }
    }

    private static func isOwn(_ origin: String, _ exchange: Exchange) -> Bool {
        if let own = exchange.site.settings.publicAddress, origin == own { return true }
        guard let authority = exchange.request.head.authority else { return true }
        return origin == "http://\(authority)" || origin == "https://\(authority)"
    }

    private static let foreign = Problem(
        status: .forbidden, kind: "foreign-page", title: "Sent from another page",
        detail: "The request came from a page that is not part of this workspace. Nothing was changed.")

    /// In time that does not depend on where two texts differ.
    private static func equal(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a.utf8), Array(b.utf8))
        return x.count == y.count && zip(x, y).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
