import HTTPTypes
import Hummingbird

/// Every address of the workspace.
enum RouteTable {
    static let routes: [Route] = pages + api + open

    static let pages: [Route] =
        SignInRoutes.routes + JoinRoutes.routes + AccountRoutes.routes + DecisionRoutes.routes + ChoiceRoutes.routes
        + ExportRoutes.routes + HomeRoutes.routes + CaseRoutes.routes + EditRoutes.routes + VersionRoutes.routes
        + ScoringRoutes.routes + PeopleRoutes.routes + AuditRoutes.routes + JobRoutes.routes + PlacesRoutes.routes
        + AtlasRoutes.routes + GuideRoutes.routes
    static let open: [Route] = AssetRoutes.routes + HealthRoutes.routes
    static let api: [Route] =
        DocumentRoutes.routes + CaseAPI.routes + VersionAPI.routes + AnswerAPI.routes + ScoringAPI.routes
        + JobAPI.routes + PeopleAPI.routes + AuditAPI.routes + ComputeAPI.routes + EventRoutes.routes

    /// Whether the answer to a path is sent bit by bit, for as long as somebody listens.
    static func streams(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return streaming.contains { $0.matches(parts) }
    }

    private static let streaming = routes.filter(\.streams)

    static func router(_ site: Site) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Fallback(site: site))
        let responder = RouteResponder(site: site)
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await responder.respond(route, request, context)
            }
        }
        return router
    }

    /// The methods that a path knows; empty where there is no such path.
    static func methods(of path: String) -> [String] {
        let parts = path.split(separator: "/")
        let known = routes.filter { $0.matches(parts) }
        // What can be got can be asked for its head as well.
        let methods = known.flatMap { $0.method == .get ? ["GET", "HEAD"] : [$0.method.rawValue] }
        return Set(methods).sorted()
    }
}

/// Answers what no route answers: a path that is not there, or a method that a path does not know.
struct Fallback: RouterMiddleware {
    typealias Context = SiteContext
    let site: Site

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var problem = Problem(error) ?? Problem.notFound
            let methods = RouteTable.methods(of: request.uri.path)
            if problem.status == .notFound, !methods.isEmpty {
                problem = Problem(
                    status: .methodNotAllowed, kind: "method", title: "Not this way",
                    detail: "This address answers \(methods.joined(separator: ", ")) only.",
                    headers: [.allow: methods.joined(separator: ", ")])
            }
            var response =
                request.uri.path.hasPrefix("/api") ? problem.response : PageFailure.response(problem, nil)
            // A body behind a head would be read as the beginning of the next answer.
            if request.method == .head { response = response.createHeadResponse() }
            SecurityHeaders.add(to: &response, settings: site.settings)
            site.telemetry.count(
                method: RouteTable.knownMethod(request.method), route: "none", status: response.status.code, seconds: 0)
            return response
        }
    }
}

extension RouteTable {
    /// Methods are anybody's text; what is none of HTTP's must not make series of its own.
    static func knownMethod(_ method: HTTPRequest.Method) -> String {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        return known.contains(method) ? method.rawValue : "other"
    }
}
