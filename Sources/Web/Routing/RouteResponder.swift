import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Notation
import Workspace

/// What every request goes through: who asks, whether they may, the answer, and the words for what went wrong.
struct RouteResponder: Sendable {
    let site: Site

    func respond(_ route: Route, _ request: Request, _ context: SiteContext) async -> Response {
        let start = ContinuousClock.now
        var response: Response
        var viewer: Exchange?
        do {
            try HostCheck.check(request, site.settings)
            var request = request
            let identity = try await identify(route, request)
            var body: [UInt8] = []
            if route.changes {
                do {
                    let buffer = try await request.collectBody(upTo: route.limit)
                    body = Array(buffer.readableBytesView)
                } catch {
                    throw Problem.tooLarge
                }
            }
            guard let query = request.uri.query.map({ Fields.urlEncoded($0) }) ?? Fields() else {
                throw Problem(
                    status: .badRequest, kind: "request", title: "The address could not be read",
                    detail: "What stands after the question mark is no valid query. Check its per cent signs.")
            }
            let exchange = Exchange(
                site: site, route: route, request: request, context: context, caller: identity.member,
                session: identity.session, query: query, body: body)
            viewer = exchange
            if route.access != .everybody, exchange.caller == nil {
                if route.kind == .page, !route.changes { return finish(toSignIn(request), route, request, start) }
                throw WorkspaceError.signedOut
            }
            if case .can(let permission) = route.access, let caller = exchange.caller, !caller.can(permission) {
                throw WorkspaceError.forbidden(permission)
            }
            if route.changes { try FormToken.check(exchange) }
            response = try await Idempotency.answer(exchange)
        } catch {
            response = failure(error, route, request, context, viewer)
        }
        return finish(response, route, request, start)
    }

    private static let bearer = "bearer "

    /// - Returns: nobody for a cookie that is not valid any more; a token that is not valid is refused.
    private func identify(
        _ route: Route, _ request: Request
    ) async throws -> (member: Member?, session: String?) {
        if route.kind == .open { return (nil, nil) }
        if route.kind == .api, let header = request.headers.first(where: { $0.name == .authorization })?.value {
            guard header.utf8.count > Self.bearer.utf8.count,
                header.prefix(Self.bearer.count).lowercased() == Self.bearer
            else { throw WorkspaceError.signedOut }
            return (try await site.workspace.member(token: String(header.dropFirst(Self.bearer.count))), nil)
        }
        guard let secret = request.cookies[site.settings.cookieName]?.value, !secret.isEmpty else { return (nil, nil) }
        do {
            return (try await site.workspace.member(session: secret), secret)
        } catch WorkspaceError.signedOut {
            return (nil, nil)
        }
    }

    private func toSignIn(_ request: Request) -> Response {
        let wanted = request.uri.string
        return .seeOther(wanted == "/" ? "/sign-in" : "/sign-in?next=\(Fields.encoded(wanted))")
    }

    private func failure(
        _ error: any Error, _ route: Route, _ request: Request, _ context: SiteContext, _ exchange: Exchange?
    ) -> Response {
        let problem: Problem
        if let known = Problem(error) {
            problem = known
            if problem.status.code >= 500 {
                context.logger.error(
                    "Answered with a problem", metadata: ["reason": "\(error)", "route": "\(route.path)"])
            }
        } else {
            // The person gets a reference, the log the reason: an error's own words can hold anything.
            context.logger.error("A request failed", metadata: ["reason": "\(error)", "route": "\(route.path)"])
            problem = Problem(
                status: .internalServerError, kind: "failure", title: "Something failed here",
                detail:
                    "It is our fault, not yours. Try again; if it stays, give this reference to whoever runs the server: \(context.id)."
            )
        }
        if route.kind == .page { return PageFailure.response(problem, exchange) }
        return problem.response
    }

    private func finish(
        _ response: Response, _ route: Route, _ request: Request, _ start: ContinuousClock.Instant
    ) -> Response {
        var response = response
        SecurityHeaders.add(to: &response, settings: site.settings)
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        site.telemetry.count(
            method: request.method.rawValue, route: route.path, status: response.status.code, seconds: seconds)
        return response
    }
}
