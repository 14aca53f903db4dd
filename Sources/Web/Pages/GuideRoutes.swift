import Hummingbird
import Workspace

/// The guide: for everybody, signed in or not.
enum GuideRoutes {
    static let routes = [
        Route.page(.get, "/guide", .everybody, "The guide") { exchange in
            exchange.page(GuideViews.contents())
        },
        Route.page(.get, "/guide/glossary", .everybody, "What the words mean") { exchange in
            exchange.page(GuideViews.glossary(find: exchange.query["find"]))
        },
        Route.page(.get, "/guide/{chapter}", .everybody, "A chapter of the guide") { exchange in
            guard let page = GuideViews.chapter(try exchange.parameter("chapter")) else {
                throw WorkspaceError.notFound
            }
            return exchange.page(page)
        },
    ]
}
