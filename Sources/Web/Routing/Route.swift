import HTTPTypes
import Hummingbird
import Workspace

/// One address of the workspace: what it is for, who may ask, and what answers.
///
/// Routes exist only in ``RouteTable``. The router, the OpenAPI document and the test that tries every route with another
/// organisation's ids are made from that table, so a new route cannot be left out of any of them.
struct Route: Sendable {
    enum Kind: Sendable, Equatable {
        /// HTML for people.
        case page
        /// JSON for programs, described by the document.
        case api
        /// Style sheets, scripts, health, metrics: for anybody, with nothing of anybody's.
        case open
    }

    enum Access: Sendable, Equatable {
        case everybody
        case signedIn
        case can(Permission)
    }

    var method: HTTPRequest.Method
    /// `/cases/{id}/edit`.
    var path: String
    var kind: Kind
    var access: Access
    /// In the words of the document.
    var summary: String
    var detail = ""
    /// Bytes that a body may have.
    var limit = 1 << 20
    /// What the document says of parameters and answers; API routes only.
    var contract = Contract()
    /// The answer is sent bit by bit, for as long as somebody listens.
    var streams = false
    var answer: @Sendable (Exchange) async throws -> Response

    static func page(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ summary: String, limit: Int = 1 << 20,
        streams: Bool = false, _ answer: @escaping @Sendable (Exchange) async throws -> Response
    ) -> Route {
        Route(
            method: method, path: path, kind: .page, access: access, summary: summary, limit: limit, streams: streams,
            answer: answer)
    }

    static func api(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ summary: String, detail: String = "",
        limit: Int = 4 << 20, streams: Bool = false, _ contract: Contract,
        _ answer: @escaping @Sendable (Exchange) async throws -> Response
    ) -> Route {
        Route(
            method: method, path: path, kind: .api, access: access, summary: summary, detail: detail, limit: limit,
            contract: contract, streams: streams, answer: answer)
    }

    var changes: Bool { method != .get && method != .head }

    /// Whether the parts of an address are those of the path, with anything where it has a name.
    func matches(_ parts: [Substring]) -> Bool {
        let pattern = path.split(separator: "/")
        return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }

    /// The names in braces.
    var parameters: [String] {
        path.split(separator: "/").compactMap { part in
            part.hasPrefix("{") && part.hasSuffix("}") ? String(part.dropFirst().dropLast()) : nil
        }
    }
}
