import Hummingbird
import Notation
import Sourcing
import Workspace

/// The choice of a case, live.
enum ChoiceRoutes {
    static let routes = [
        Route.page(.get, "/cases/{id}/choice", .can(.readCases), "The choice of a case") { exchange in
            let page = try await CasePage(exchange)
            var view = ChoiceLivePage.page(try await values(page), viewer: page.viewer)
            if let saved = page.savedNotice { view.body = Notice.html(saved, .good) + view.body }
            return exchange.page(view)
        },
        Route.page(.get, "/cases/{id}/choice/try", .can(.readCases), "What a change would do to the choice") {
            exchange in
            let page = try await CasePage(exchange)
            var values = try await values(page)
            values.changes = WhatIfQuery.changes(exchange.query.all.map { ($0.name, $0.value) })
            do {
                if values.changes.count > 100 {
                    throw RequestBodyTree.fault("set", "There are more than 100 changes.", "Try fewer at once.")
                }
                if !values.changes.isEmpty {
                    values.after = try await exchange.site.answers.choice(
                        try await page.scored(), set: values.changes
                    ).choice
                }
            } catch WorkspaceError.invalid(let faults) {
                values.faults = faults.faults.map { FormFault($0) }
            }
            if exchange.wantsPart {
                return .html(
                    WhatIfPanel.fragment(ChoiceLivePage.live(values, viewer: page.viewer), faults: values.faults))
            }
            return exchange.page(ChoiceLivePage.page(values, viewer: page.viewer))
        },
    ]

    private static func values(_ page: CasePage) async throws -> ChoiceLivePage.Values {
        let scored = try await page.scored()
        let seen = try await page.exchange.site.answers.choice(scored)
        var version = try await page.words(scored.version)
        if scored.blindSheets > 0 {
            version +=
                ". \(scored.blindSheets == 1 ? "One sheet is" : "\(scored.blindSheets) sheets are") handed in and not counted here: the bids are not opened yet"
        }
        var values = ChoiceLivePage.Values(
            caseID: page.id, choice: seen.choice, evidence: seen.lines, baseVersion: scored.version.number,
            version: version, canEdit: page.canEdit && scored.version.number == page.line.head,
            links: ExportRoutes.choiceLinks(page.path, scored.version))
        values.parts = try await page.exchange.site.answers.parts(of: seen, scored)
        return values
    }
}
