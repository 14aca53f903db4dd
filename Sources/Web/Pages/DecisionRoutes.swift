import Economics
import Hummingbird
import Notation
import Reports
import Sourcing
import Workspace

/// The decision of a case, live.
enum DecisionRoutes {
    static let routes = [
        Route.page(.get, "/cases/{id}/decision", .can(.readCases), "The decision of a case") { exchange in
            let page = try await CasePage(exchange)
            return exchange.page(DecisionPage.page(try await values(page), viewer: page.viewer))
        },
        Route.page(.get, "/cases/{id}/decision/try", .can(.readCases), "What a change would do to the decision") {
            exchange in
            let page = try await CasePage(exchange)
            var values = try await values(page)
            values.changes = WhatIfQuery.changes(exchange.query.all.map { ($0.name, $0.value) })
            values.trials = try exchange.queryNumber(
                "trials", default: DecisionPage.trials, in: 1_000...Answers.trialsAtOnce)
            let version = try await page.scored().version
            // Both with as many futures and the same draws, so that what differs is the change's doing.
            values.decision = try await exchange.site.answers.decision(version, trials: values.trials)
            do {
                if values.changes.count > 100 {
                    throw RequestBodyTree.fault("set", "There are more than 100 changes.", "Try fewer at once.")
                }
                if !values.changes.isEmpty {
                    values.after = try await exchange.site.answers.decision(
                        version, set: values.changes, trials: values.trials)
                }
            } catch WorkspaceError.invalid(let faults) {
                values.faults = faults.faults.map { FormFault($0) }
            }
            if exchange.wantsPart {
                let live = DecisionPage.live(before: values.decision, after: values.after)
                return .html(WhatIfPanel.fragment(live, faults: values.faults))
            }
            return exchange.page(DecisionPage.page(values, viewer: page.viewer))
        },
    ]

    /// A decision with more futures than a page works out is shown where a job has left it.
    private static func values(_ page: CasePage) async throws -> DecisionPage.Values {
        let exchange = page.exchange
        let version = try await page.scored().version
        let seed = try exchange.seed()
        var trials = Decide.defaultTrials
        if exchange.route.path.hasSuffix("/decision") {
            trials = try exchange.queryNumber("trials", default: trials, in: Decide.trialsAllowed)
            if trials > Answers.trialsAtOnce,
                !exchange.site.answers.holdsDecision(version, trials: trials, seed: seed)
            {
                trials = Answers.trialsAtOnce
            }
        }
        let decision = try await exchange.site.answers.decision(version, trials: trials, seed: seed)
        return DecisionPage.Values(
            caseID: page.id, decision: decision, hours: try SiteHours.of(decision), prepared: page.today,
            canEdit: page.canEdit, hiddenTabs: CasePage.hidden(decision.theCase),
            version: try await page.words(version), links: ExportRoutes.decisionLinks(page.path, version))
    }
}

extension Exchange {
    /// Whether a script asks for the part that it replaces.
    var wantsPart: Bool { request.headers[.part] != nil }
}
