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
            let changes = WhatIfQuery.changes(exchange.query.all.map { ($0.name, $0.value) })
            let trials = try exchange.queryNumber(
                "trials", default: DecisionPage.trials, in: 1_000...Answers.trialsAtOnce)
            let version = try await page.scored().version
            let answers = exchange.site.answers
            // Both with as many futures and the same draws, so that what differs is the change's doing. A script asks for
            // the order alone, which takes a quarter of the time.
            let wantsAll = !exchange.wantsPart
            let before = try await answers.decision(version, trials: trials, searchesHinges: wantsAll)
            var after: Decision?
            var found: [FormFault] = []
            do {
                if changes.count > 100 {
                    throw RequestBodyTree.fault("set", "There are more than 100 changes.", "Try fewer at once.")
                }
                if !changes.isEmpty {
                    after = try await answers.decision(
                        version, set: changes, trials: trials, searchesHinges: wantsAll)
                }
            } catch WorkspaceError.invalid(let faults) {
                found = faults.faults.map { FormFault($0) }
            }
            if exchange.wantsPart {
                return .html(WhatIfPanel.fragment(DecisionPage.live(before: before, after: after), faults: found))
            }
            var values = try await values(page)
            (values.decision, values.after, values.changes, values.faults, values.trials) = (
                before, after, changes, found, trials
            )
            // The chapters are those of the decision that is shown, with its own number of futures.
            values.parts = nil
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
        let hours = try SiteHours.of(decision)
        var values = DecisionPage.Values(
            caseID: page.id, decision: decision, hours: hours, prepared: page.today,
            canEdit: page.canEdit, hiddenTabs: CasePage.hidden(decision.theCase),
            version: try await page.words(version), links: ExportRoutes.decisionLinks(page.path, version))
        values.parts = try await exchange.site.answers.parts(
            of: decision, version, prepared: page.today, hours: hours)
        return values
    }
}

extension Exchange {
    /// Whether a script asks for the part that it replaces.
    var wantsPart: Bool { request.headers[.part] != nil }
}
