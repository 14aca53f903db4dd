import Hummingbird

/// The document that describes the API: for anybody.
enum DocumentRoutes {
    static let routes = [
        Route.api(
            .get, "/api/openapi.json", .everybody, "This document",
            Contract(answers: [.init(status: 200, about: "OpenAPI 3.1", schema: Shape.object)])
        ) { exchange in .json(OpenAPIDocument.tree(server: exchange.site.settings.publicAddress ?? "/")) }
    ]
}
