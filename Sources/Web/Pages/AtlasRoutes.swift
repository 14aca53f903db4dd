import Atlas
import Foundation
import Hummingbird
import Reports
import Workspace

/// Facts about countries: the same for every organisation.
enum AtlasRoutes {
    static let routes = [
        Route.page(.get, "/atlas", .signedIn, "The country atlas") { exchange in
            exchange.page(
                AtlasViews.list(find: exchange.query["find"], by: exchange.query["by"], year: year(exchange)))
        },
        Route.page(.get, "/atlas/compare", .signedIn, "Countries side by side") { exchange in
            exchange.page(
                try AtlasViews.compare(
                    exchange.query.values("with"), from: exchange.query["from"], year: year(exchange)))
        },
        Route.page(.get, "/atlas/{country}", .signedIn, "A country") { exchange in
            let code = try exchange.parameter("country")
            guard let page = try AtlasViews.country(code, from: exchange.query["from"], year: year(exchange)) else {
                throw WorkspaceError.notFound
            }
            return exchange.page(page)
        },
        Route.page(.get, "/atlas.csv", .signedIn, "The facts of all countries as CSV") { _ in
            .download(Array(AtlasViews.csv().utf8), name: "atlas.csv", type: "text/csv; charset=utf-8")
        },
        Route.page(.get, "/atlas.xlsx", .signedIn, "The facts of all countries as a workbook") { exchange in
            let years = [year(exchange), year(exchange) + 1]
            let bytes = try await ExportRoutes.file {
                try CountryXLSX.write(Atlas.shared.countries, holidaysOf: years, to: $0)
            }
            return .download(bytes, name: "atlas.xlsx", type: ExportRoutes.workbook)
        },
        Route.page(.get, "/atlas.json", .signedIn, "The facts of all countries as JSON") { _ in
            .download(Array(AtlasViews.json().utf8), name: "atlas.json", type: "application/json")
        },
    ]

    /// Of the clock of the workspace, in UTC.
    private static func year(_ exchange: Exchange) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let seconds = Double(exchange.workspace.clock.now()) / Double(Moment.second)
        return calendar.component(.year, from: Date(timeIntervalSince1970: seconds))
    }
}
