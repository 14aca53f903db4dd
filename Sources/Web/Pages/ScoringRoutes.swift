import Choosing
import HTTPTypes
import Hummingbird
import Notation
import Reports
import Scorecards
import Sourcing
import Workspace

/// Scoring: an evaluator's own sheet, and the view of whoever runs the evaluation.
enum ScoringRoutes {
    static let routes = [
        Route.page(.get, "/cases/{id}/scoring", .can(.readCases), "How far the scoring is") { exchange in
            let page = try await CasePage(exchange)
            return exchange.page(ModerationView.page(try await moderation(page), viewer: page.viewer))
        },
        Route.page(.post, "/cases/{id}/evaluators", .can(.moderate), "Let somebody score as an evaluator") { exchange in
            let page = try await CasePage(exchange)
            let form = try exchange.form()
            return try await shown(page) {
                try await exchange.workspace.assign(
                    as: page.member, page.id, evaluator: form["evaluator"] ?? "", to: form["person"] ?? "")
                return nil
            }
        },
        Route.page(.post, "/cases/{id}/invitations", .can(.moderate), "Invite an evaluator") { exchange in
            let page = try await CasePage(exchange)
            let form = try exchange.form()
            return try await shown(page) {
                let evaluator = form["evaluator"] ?? ""
                let state = try await exchange.workspace.scoring(as: page.member, page.id)
                guard state.evaluation.evaluators.contains(where: { $0.name == evaluator }) else {
                    throw RequestBodyTree.fault(
                        "evaluator", "The case has no such evaluator.", "Add the evaluator to the case first.")
                }
                let code = try await exchange.workspace.invite(
                    as: page.member, email: form["email"] ?? "", roles: [.evaluator], caseID: page.id,
                    evaluator: evaluator)
                return exchange.address(of: code)
            }
        },
        Route.page(.post, "/cases/{id}/open", .can(.moderate), "Open the bids") { exchange in
            let page = try await CasePage(exchange)
            return try await shown(page) {
                try await exchange.workspace.openBids(as: page.member, page.id)
                return nil
            }
        },
        Route.page(.get, "/cases/{id}/sheet", .signedIn, "One's own sheet") { exchange in
            let own = try await exchange.workspace.ownSheet(as: try exchange.member, try exchange.parameter("id"))
            return exchange.page(SheetView.page(values(own), viewer: try exchange.requireViewer()))
        },
        Route.page(.post, "/cases/{id}/sheet/draft", .signedIn, "Keep a sheet as it is so far", limit: 2 << 20) {
            exchange in
            let id = try exchange.parameter("id")
            try await exchange.workspace.saveDraft(as: try exchange.member, id, fields: typed(try exchange.form()))
            return exchange.wantsPart ? .noContent() : .seeOther("/cases/\(PathText.escape(id))/sheet")
        },
        Route.page(.post, "/cases/{id}/sheet/hand-in", .signedIn, "Hand a sheet in", limit: 2 << 20) { exchange in
            try await handIn(exchange)
        },
        Route.page(.post, "/cases/{id}/sheet/change", .signedIn, "Change a sheet after the opening", limit: 2 << 20) {
            exchange in try await handIn(exchange)
        },
    ]

    // MARK: One's own sheet

    private static func handIn(_ exchange: Exchange) async throws -> Response {
        let (member, id) = (try exchange.member, try exchange.parameter("id"))
        let form = try exchange.form()
        let own = try await exchange.workspace.ownSheet(as: member, id)
        let reading = SheetForm.read(form.all.map { ($0.name, $0.value) }, evaluation: own.evaluation)
        // What was typed is kept first, whatever comes of it.
        try await exchange.workspace.saveDraft(as: member, id, fields: typed(form))
        var values = values(own)
        values.typed = reading.typed
        values.reason = form["reason"] ?? ""
        values.faults = reading.faults
        let asksAboutEmpty = own.openedAt == nil && !reading.empty.isEmpty && form["accept-empty"] == nil
        if asksAboutEmpty { values.empty = reading.empty }
        if !values.faults.isEmpty || asksAboutEmpty {
            if own.openedAt == nil { values.state = .draft(saved: nil) }
            return exchange.page(
                SheetView.page(values, viewer: try exchange.requireViewer()), status: .unprocessableContent)
        }
        do {
            _ = try await exchange.workspace.handIn(
                as: member, id, entries: reading.entries, scale: form["scale"], reason: form["reason"])
            return .seeOther("/cases/\(PathText.escape(id))/sheet")
        } catch WorkspaceError.invalid(let faults) {
            values.faults = faults.faults.map { fault in
                // The engine speaks of the command line's option; the page has a field.
                own.openedAt != nil && (form["reason"] ?? "").allSatisfy(\.isWhitespace)
                    ? FormFault("reason", "After the opening a change needs a reason. Write why you change it.")
                    : FormFault(fault)
            }
            return exchange.page(
                SheetView.page(values, viewer: try exchange.requireViewer()), status: .unprocessableContent)
        }
    }

    private static func values(_ own: OwnSheet) -> SheetView.Values {
        let state: SheetView.State
        var shown = own.standing.map(SheetForm.typed) ?? [:]
        if let opened = own.openedAt {
            state = .changing(opened: DateWords.minute(iso: opened))
        } else if let draft = own.draft {
            state = .draft(saved: DateWords.minute(draft.savedAt))
        } else if let when = own.handedInAt {
            state = .handedIn(DateWords.minute(iso: when))
        } else {
            state = .draft(saved: nil)
        }
        if let draft = own.draft { shown = draft.fields }
        return SheetView.Values(
            caseID: own.caseID, caseTitle: own.title, sheet: own.sheet, typed: shown, state: state)
    }

    /// The sheet's own fields of a form.
    private static func typed(_ form: Fields) -> [String: String] {
        Dictionary(
            form.all.filter { $0.name.hasPrefix("score.") || $0.name.hasPrefix("note.") }.map { ($0.name, $0.value) },
            uniquingKeysWith: { $1 })
    }

    // MARK: The whole evaluation

    /// Does something and shows the page again, with the link that came of it or with what was wrong.
    private static func shown(_ page: CasePage, _ action: () async throws -> String?) async throws -> Response {
        var faults: [FormFault] = []
        var link: String?
        do {
            link = try await action()
            if link == nil { return .seeOther(CaseTab.scoring.path(of: page.id)) }
        } catch WorkspaceError.invalid(let found) {
            faults = found.faults.map { FormFault($0) }
        } catch WorkspaceError.refused(let sentence, let remedy) {
            faults = [FormFault(nil, "\(sentence) \(remedy)")]
        }
        var values = try await moderation(page)
        values.newLink = link
        values.faults = faults
        return page.exchange.page(
            ModerationView.page(values, viewer: page.viewer), status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func moderation(_ page: CasePage) async throws -> ModerationView.Values {
        let (exchange, member) = (page.exchange, page.member)
        let state = try await exchange.workspace.scoring(as: member, page.id)
        let assigned = try await exchange.workspace.assignments(as: member, page.id)
        let names = try await exchange.workspace.names(as: member)
        let known = state.evaluation.evaluators
        let more = state.handIns.map(\.evaluator).filter { name in !known.contains { $0.name == name } }
        let evaluators = (known + more.map { Evaluation.Evaluator(name: $0) }).map { evaluator in
            ModerationView.Evaluator(
                name: evaluator.name, title: evaluator.shownName, role: evaluator.role,
                person: assigned.first { $0.evaluator == evaluator.name }.flatMap { names[$0.person] },
                handedIn: state.handIns.first { $0.evaluator == evaluator.name }.map { DateWords.minute(iso: $0.when) })
        }
        let people = member.can(.moderate) ? try await exchange.workspace.scorers(as: member) : []
        var values = ModerationView.Values(
            caseID: page.id, caseTitle: page.line.title, evaluators: evaluators,
            openingDay: state.evaluation.opening.map { DateWords.minute(iso: "\($0)T00:00:00Z") }.map(dayOnly),
            opened: state.openedAt.map { "\(DateWords.minute(iso: $0)), by \(state.openedBy ?? "somebody")" },
            people: people.map { Field.Option($0.id, $0.name) }, canEdit: page.canEdit,
            ownSheet: assigned.contains { $0.person == member.person } ? "\(page.path)/sheet" : nil)
        if state.openedAt != nil {
            let seen = try await exchange.site.answers.choice(try await page.scored())
            values.choice = seen.choice
            values.evaluation = seen.choice.evaluation
            values.evidence = seen.lines
        }
        return values
    }

    private static func dayOnly(_ text: String) -> String {
        text.split(separator: ",").first.map(String.init) ?? text
    }
}
