import Hummingbird
import Reports
import Sourcing
import Workspace

/// Where else the work could be done.
enum PlacesRoutes {
    static let routes = [
        Route.page(.get, "/cases/{id}/places", .can(.readCases), "The places of a case") { exchange in
            let page = try await CasePage(exchange)
            let version = try await page.scored().version
            let theCase = try await exchange.site.answers.theCase(version)
            var body = ""
            let functions = theCase.functions.map { Field.Option($0.name, $0.title ?? $0.name) }
            let function = exchange.query["function"] ?? theCase.evaluation?.function ?? functions.first?.value
            if functions.count > 1 {
                body += Form.get(
                    action: page.path + "/places",
                    body: Field(.select(functions), name: "function", label: "Which work", value: function ?? "").html
                        + Form.actions(Form.button("Show")), class: "form across")
            }
            let ranking = try await exchange.site.answers.places(version, function: function)
            body += HTMLReport.parts(for: ranking).page()
            let view = WebPage(
                title: "Places", section: .cases, body: body, styles: ["report.css", "choice.css"])
            return exchange.page(page.tabbed(view, .places, hidden: CasePage.hidden(theCase)))
        }
    ]
}
