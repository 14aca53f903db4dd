import Compute
import Hummingbird
import Notation
import Workspace

/// The engines: request and response as of `shoreline compute NAME`.
enum ComputeAPI {
    static let routes = [
        Route.api(
            .get, "/api/compute", .signedIn, "List the engines",
            Contract(answers: [
                .init(
                    status: 200, about: "Their names", schema: Shape.object([("names", Shape.list(of: Shape.string))]))
            ])
        ) { _ in .json(.map([("names", .list(Compute.names.map { .text($0) }))])) },
        Route.api(
            .post, "/api/compute/{name}", .signedIn, "Ask an engine",
            detail: "The same bytes as `shoreline compute NAME`.", limit: 4 << 20,
            Contract(
                path: ["name": Shape.one(of: Compute.names)], body: Shape.object,
                answers: [.init(status: 200, about: "The engine's answer", schema: .map([(String, Tree)]()))],
                problems: [404, 413, 422])
        ) { exchange in
            let name = try exchange.parameter("name")
            guard Compute.names.contains(name) else { throw WorkspaceError.notFound }
            let request = try exchange.json()
            let answer = try await exchange.site.answers.compute { try Compute.respond(to: name, request: request) }
            return .json(answer)
        },
    ]
}
