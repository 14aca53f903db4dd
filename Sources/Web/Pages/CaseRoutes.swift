import Choosing
import Economics
import Hummingbird
import Notation
import Revisions
import Sourcing
import Workspace

/// Cases: the list, a new one, one at a glance, put away.
enum CaseRoutes {
    static let routes = [
        Route.page(.get, "/cases", .can(.readCases), "All cases") { exchange in
            let member = try exchange.member
            let names = try await exchange.workspace.names(as: member)
            let lines =
                try await exchange.workspace.cases(as: member, limit: 500)
                + exchange.workspace.cases(as: member, archived: true, limit: 500)
            let digests = try await exchange.workspace.standingDigests(as: member)
            let answers = exchange.site.answers
            let cases = lines.map { line in
                CaseListView.CaseLine(
                    id: line.id, title: line.title, client: line.client, functions: line.functions,
                    author: names[line.changedBy] ?? "somebody", at: DateWords.minute(line.changedAt),
                    answer: digests[line.id].flatMap { answers.headline(digest: $0) }, isArchived: line.isArchived)
            }
            return exchange.page(CaseListView.page(cases, viewer: try exchange.requireViewer()))
        },
        Route.page(.get, "/cases/new", .can(.changeCases), "A new case") { exchange in
            exchange.page(NewCaseView.page(starters: Starters.all, viewer: try exchange.requireViewer()))
        },
        Route.page(.post, "/cases/new", .can(.changeCases), "Make a case", limit: 4 << 20) { exchange in
            let form = try exchange.form()
            let title = form["title"] ?? ""
            var text = LineEndings.unified(form["text"] ?? "")
            do {
                switch form["way"] {
                case "starter": text = try Starters.text(form["starter"] ?? "", title: title)
                case "file":
                    guard let bytes = form.files["file"] else {
                        throw RequestBodyTree.fault(
                            "file", "No file was chosen, or it is empty.", "Choose the case's file.")
                    }
                    guard let read = String(validating: bytes, as: UTF8.self) else {
                        throw RequestBodyTree.fault(
                            "file", "The file is no UTF-8 text.", "Save it as UTF-8 and upload it again.")
                    }
                    text = read
                default: break
                }
                let line = try await exchange.workspace.makeCase(as: try exchange.member, text: text)
                return .seeOther(CaseTab.overview.path(of: line.id))
            } catch WorkspaceError.invalid(let faults) {
                return exchange.page(
                    NewCaseView.page(
                        starters: Starters.all, text: text, title: title, faults: faults.faults,
                        viewer: try exchange.requireViewer()), status: .unprocessableContent)
            }
        },
        Route.page(.get, "/cases/{id}", .can(.readCases), "A case at a glance") { exchange in
            try await overview(CasePage(exchange))
        },
        Route.page(.post, "/cases/{id}/archive", .can(.changeCases), "Put a case away") { exchange in
            try await exchange.workspace.setArchived(as: try exchange.member, try exchange.parameter("id"), true)
            return .seeOther("/cases")
        },
        Route.page(.post, "/cases/{id}/reopen", .can(.changeCases), "Take a case back") { exchange in
            let id = try exchange.parameter("id")
            try await exchange.workspace.setArchived(as: try exchange.member, id, false)
            return .seeOther(CaseTab.overview.path(of: id))
        },
    ]

    private static func overview(_ page: CasePage) async throws -> Response {
        let exchange = page.exchange
        let scored = try await page.scored()
        try await exchange.workspace.looked(as: page.member, page.id, version: page.line.head)
        let theCase = try await exchange.site.answers.theCase(scored.version)
        var values = CaseOverview.Values(
            caseID: page.id, title: page.line.title, note: theCase.note, version: try await page.words(scored.version),
            decision: nil, choice: nil,
            exports: ExportRoutes.decisionLinks(page.path, scored.version)
                + (theCase.evaluation == nil
                    ? []
                    : [
                        .init("Choice (CSV)", "\(page.path)/choice.csv"),
                        .init("Choice (XLSX)", "\(page.path)/choice.xlsx"),
                        .init("Choice (JSON)", "\(page.path)/choice.json"),
                    ]) + [.init("The case itself", "\(page.path)/case.yaml")],
            canEdit: page.canEdit, hiddenTabs: CasePage.hidden(theCase))
        do { values.decision = try await exchange.site.answers.decision(scored.version) } catch WorkspaceError.invalid(
            let faults)
        {
            values.decisionProblem = faults.description
        }
        if let evaluation = theCase.evaluation {
            do { values.choice = try await exchange.site.answers.choice(scored).choice } catch WorkspaceError.invalid(
                let faults)
            {
                values.choiceProblem = faults.description
            }
            values.next += try await missing(page, evaluation, scored)
        } else if page.canEdit {
            values.next.append(.init("Compare partners: add criteria and partners", CaseTab.edit.path(of: page.id)))
        }
        if page.line.isArchived { values.notice = "This case is put away. Nothing of it can be changed." }
        var shown = CaseOverview.page(values)
        if page.member.can(.changeCases) {
            shown.body +=
                page.line.isArchived
                ? Form.single("Take it back", action: page.path + "/reopen", csrf: page.viewer.csrf)
                : Form.confirmed(
                    "Put this case away", question: "It disappears from the lists and can be taken back at any time.",
                    action: page.path + "/archive", csrf: page.viewer.csrf)
        }
        return exchange.page(shown)
    }

    /// What a choice still waits for, each with the page where it is done.
    private static func missing(
        _ page: CasePage, _ evaluation: Evaluation, _ scored: ScoredCase
    ) async throws -> [WebPage.Link] {
        guard page.member.can(.moderate) else { return [] }
        let state = try await page.exchange.workspace.scoring(as: page.member, page.id)
        let assigned = try await page.exchange.workspace.assignments(as: page.member, page.id)
        let scoring = CaseTab.scoring.path(of: page.id)
        if state.openedAt != nil { return [] }
        var links: [WebPage.Link] = []
        let names = evaluation.evaluators.map(\.name)
        let alone = names.filter { name in
            !assigned.contains { $0.evaluator == name } && !state.handIns.contains { $0.evaluator == name }
        }
        if !alone.isEmpty {
            links.append(
                .init(
                    alone.count == 1
                        ? "Nobody scores as \(alone[0]) yet: invite somebody"
                        : "\(alone.count) evaluators have nobody who scores: invite them", scoring))
        }
        if scored.blindSheets > 0 { links.append(.init("Open the bids, once all sheets are in", scoring)) }
        return links
    }
}

/// Cases to begin with.
enum Starters {
    static let all = [
        NewCaseView.Starter(
            name: "starter", title: "Keep, outsource or offshore",
            about: "One function and three ways to perform it, with notes on every line.")
    ]

    /// - Throws: where there is no such starter, or the title cannot be taken.
    static func text(_ name: String, title: String) throws(WorkspaceError) -> String {
        guard all.contains(where: { $0.name == name }) else {
            throw RequestBodyTree.fault("starter", "There is no such starter.", "Choose one of those shown.")
        }
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if title.isEmpty { return StarterCase.text }
        do throws(Faults) {
            return try CaseText(StarterCase.text).setting(["case"], to: .text(title)).text
        } catch {
            throw .invalid(error)
        }
    }
}
