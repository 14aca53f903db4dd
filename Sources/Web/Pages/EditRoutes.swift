import HTTPTypes
import Hummingbird
import Notation
import Revisions
import Sourcing
import Workspace

/// Changing a case: by form, as text, by the values that were tried; and what happens when two change it at once.
enum EditRoutes {
    static let routes = [
        Route.page(.get, "/cases/{id}/edit", .can(.changeCases), "A case as a form") { exchange in
            let page = try await CasePage(exchange)
            let version = try await exchange.workspace.caseVersion(as: page.member, page.id)
            return try await form(
                page, .init(id: page.id, title: page.line.title, text: version.text, version: version.number))
        },
        Route.page(.post, "/cases/{id}/edit", .can(.changeCases), "Change a case by the form", limit: 4 << 20) {
            exchange in
            let page = try await CasePage(exchange)
            let fields = try exchange.form()
            let base = try baseVersion(fields)
            let old = try await exchange.workspace.caseVersion(as: page.member, page.id, number: base)
            let text = PostedText.unified(fields[CaseForm.textField] ?? "", like: old.text)
            let pairs = fields.all.map { ($0.name, $0.value) }
            let verb = fields.values(CaseForm.action).last ?? "check"
            var content = CaseForm.Content(
                id: page.id, title: page.line.title, text: text, version: base, note: fields["note"] ?? "")
            do throws(Faults) { content.text = try CaseForm.apply(pairs, to: text) } catch {
                content.faults = error.faults
                content.typed = Dictionary(
                    pairs.filter { $0.0.hasPrefix("f.") || $0.0.hasPrefix("new.") }, uniquingKeysWith: { $1 })
                return try await form(page, content, status: .unprocessableContent)
            }
            content.faults = CaseCheck.faults(content.text)
            if verb != "save" {
                content.message =
                    verb == "check"
                    ? (content.faults.isEmpty ? "Nothing is wrong. It is not saved yet." : nil)
                    : "This is not saved yet."
                return try await form(page, content)
            }
            if !content.faults.isEmpty { return try await form(page, content, status: .unprocessableContent) }
            return try await save(page, content.text, base: base, note: content.note, back: .edit)
        },
        Route.page(.get, "/cases/{id}/text", .can(.changeCases), "A case as text") { exchange in
            let page = try await CasePage(exchange)
            let version = try await exchange.workspace.caseVersion(as: page.member, page.id)
            return try await text(
                page, .init(id: page.id, title: page.line.title, text: version.text, version: version.number))
        },
        Route.page(.post, "/cases/{id}/text", .can(.changeCases), "Change a case as text", limit: 4 << 20) { exchange in
            let page = try await CasePage(exchange)
            let fields = try exchange.form()
            let base = try baseVersion(fields)
            let old = try await exchange.workspace.caseVersion(as: page.member, page.id, number: base)
            var content = CaseTextView.Content(
                id: page.id, title: page.line.title,
                text: PostedText.unified(fields["text"] ?? "", like: old.text), version: base,
                note: fields["note"] ?? "")
            content.faults = CaseCheck.faults(content.text)
            if fields["do"] == "check" {
                if content.faults.isEmpty { content.message = "Nothing is wrong. It is not saved yet." }
                return try await text(page, content)
            }
            if !content.faults.isEmpty { return try await text(page, content, status: .unprocessableContent) }
            return try await save(page, content.text, base: base, note: content.note, back: .text)
        },
        Route.page(.post, "/cases/{id}/check", .can(.changeCases), "Check a text", limit: 4 << 20) { exchange in
            _ = try await CasePage(exchange)
            let fields = try exchange.form()
            return .json(CaseTextView.checkAnswer(CaseCheck.faults(PostedText.unified(fields["text"] ?? ""))))
        },
        Route.page(
            .post, "/cases/{id}/edit-values", .can(.changeCases), "Keep the values that were tried", limit: 1 << 18
        ) { exchange in
            let page = try await CasePage(exchange)
            let fields = try exchange.form()
            let base = try baseVersion(fields)
            let changes = WhatIfQuery.changes(fields.all.map { ($0.name, $0.value) })
            let old = try await exchange.workspace.caseVersion(as: page.member, page.id, number: base)
            do throws(Faults) {
                var edited = try CaseText(old.text)
                for change in changes { edited = try edited.applying(change) }
                let text = edited.text
                let faults = CaseCheck.faults(text)
                if !faults.isEmpty { throw Faults(faults) }
                return try await saved(page, text, base, changes)
            } catch {
                throw WorkspaceError.invalid(error)
            }
        },
        Route.page(.post, "/cases/{id}/merge", .can(.changeCases), "Put two changes together", limit: 8 << 20) {
            exchange in
            let page = try await CasePage(exchange)
            let fields = try exchange.form()
            let base = try baseVersion(fields)
            guard let theirs = fields["theirs"].flatMap({ Int($0) }) else { throw WorkspaceError.notFound }
            let old = try await exchange.workspace.caseVersion(as: page.member, page.id, number: base)
            let mine = PostedText.unified(fields["mine"] ?? "", like: old.text)
            let choices = MergeView.choices(fields.all.map { ($0.name, PostedText.unified($0.value)) })
            let merge = try await merged(page, base: base, mine: mine, theirs: theirs)
            guard let text = merge.resolved(choosing: choices) else {
                let faults = [
                    Fault(
                        path: "", "There are places that both changed and nothing is chosen for.",
                        remedy: "Choose for each which one is to stand.")
                ]
                return try await conflict(
                    page, base: base, mine: mine, theirs: theirs, merge: merge, choices: choices,
                    note: fields["note"] ?? "", faults: faults)
            }
            let faults = CaseCheck.faults(text)
            if !faults.isEmpty {
                return try await conflict(
                    page, base: base, mine: mine, theirs: theirs, merge: merge, choices: choices,
                    note: fields["note"] ?? "", faults: faults)
            }
            // On top of theirs; whoever saved after that is met with a merge of their own.
            return try await save(page, text, base: theirs, note: fields["note"] ?? "", back: .versions)
        },
    ]

    private static func saved(
        _ page: CasePage, _ text: String, _ base: Int, _ changes: [String]
    ) async throws(Faults) -> Response {
        do {
            return try await save(
                page, text, base: base, note: "Tried on the page: \(changes.prefix(5).joined(separator: "; "))",
                back: .choice)
        } catch WorkspaceError.invalid(let faults) {
            throw faults
        } catch {
            throw Faults(Fault(path: "", "The change could not be saved.", remedy: "Try again."))
        }
    }

    // MARK: Saving

    /// Saves, or shows both changes where somebody else was faster: nothing is written over.
    static func save(
        _ page: CasePage, _ text: String, base: Int, note: String, back: CaseTab
    ) async throws -> Response {
        do {
            _ = try await page.exchange.workspace.saveCase(
                as: page.member, page.id, text: text, base: base, note: note)
            return .seeOther(back.path(of: page.id) + "?done=saved")
        } catch WorkspaceError.outdated(let current) {
            let merge = try await merged(page, base: base, mine: text, theirs: current)
            return try await conflict(page, base: base, mine: text, theirs: current, merge: merge, note: note)
        }
    }

    private static func merged(_ page: CasePage, base: Int, mine: String, theirs: Int) async throws -> ThreeWayMerge {
        let workspace = page.exchange.workspace
        let old = try await workspace.caseVersion(as: page.member, page.id, number: base).text
        let other = try await workspace.caseVersion(as: page.member, page.id, number: theirs).text
        return ThreeWayMerge(base: old, mine: mine, theirs: other)
    }

    private static func conflict(
        _ page: CasePage, base: Int, mine: String, theirs: Int, merge: ThreeWayMerge,
        choices: [Int: MergeChoice] = [:], note: String, faults: [Fault] = []
    ) async throws -> Response {
        let workspace = page.exchange.workspace
        let old = try await workspace.caseVersion(as: page.member, page.id, number: base)
        let other = try await workspace.caseVersion(as: page.member, page.id, number: theirs)
        let content = MergeView.Content(
            id: page.id, title: page.line.title, baseVersion: base,
            theirs: try await VersionRoutes.line(page, other), mineText: mine,
            mineMeaning: try? MeaningDifference(from: old.text, to: mine),
            theirMeaning: try? MeaningDifference(from: old.text, to: other.text), merge: merge, choices: choices,
            note: note, faults: faults)
        let view = MergeView.page(content, viewer: page.viewer)
        return page.exchange.page(
            page.tabbed(view, .edit, hidden: []), status: faults.isEmpty ? .conflict : .unprocessableContent)
    }

    private static func baseVersion(_ fields: Fields) throws -> Int {
        guard let base = fields["base"].flatMap({ Int($0) }), base > 0 else {
            throw RequestBodyTree.fault(
                "base", "The form does not say which version was edited.", "Load the page again.")
        }
        return base
    }

    // MARK: Pages

    private static func form(
        _ page: CasePage, _ content: CaseForm.Content, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var content = content
        if content.message == nil { content.message = page.savedNotice }
        let hidden = page.hiddenTabs(of: content.text)
        return page.exchange.page(
            page.tabbed(CaseForm.page(content, viewer: page.viewer), .edit, hidden: hidden), status: status)
    }

    private static func text(
        _ page: CasePage, _ content: CaseTextView.Content, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var content = content
        if content.message == nil { content.message = page.savedNotice }
        let hidden = page.hiddenTabs(of: content.text)
        return page.exchange.page(
            page.tabbed(CaseTextView.page(content, viewer: page.viewer), .text, hidden: hidden), status: status)
    }
}

extension CasePage {
    var savedNotice: String? {
        exchange.query["done"] == "saved" ? "Saved. Version \(line.head) stands now." : nil
    }

    /// Nothing is hidden of a text that cannot be read.
    func hiddenTabs(of text: String) -> Set<CaseTab> {
        (try? CaseReader.read(text: text)).map(Self.hidden) ?? []
    }
}
