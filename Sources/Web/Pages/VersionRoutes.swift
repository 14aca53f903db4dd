import Choosing
import Economics
import Hummingbird
import Notation
import Revisions
import Workspace

/// The history of a case: who changed what when, what differs, and back again.
enum VersionRoutes {
    static let routes = [
        Route.page(.get, "/cases/{id}/versions", .can(.readCases), "The versions of a case") { exchange in
            let page = try await CasePage(exchange)
            let names = try await exchange.workspace.names(as: page.member)
            let versions = try await exchange.workspace.versions(as: page.member, page.id)
            let view = VersionsView.page(
                id: page.id, title: page.line.title, versions: versions.map { line($0, page.line.head, names) },
                mayEdit: page.canEdit, message: page.savedNotice, viewer: page.viewer)
            return exchange.page(page.tabbed(view, .versions, hidden: try await hidden(page)))
        },
        Route.page(.get, "/cases/{id}/versions/{number}", .can(.readCases), "A version of a case") { exchange in
            let page = try await CasePage(exchange)
            let version = try await exchange.workspace.caseVersion(
                as: page.member, page.id, number: try exchange.number("number"))
            let view = VersionsView.page(
                id: page.id, title: page.line.title, version: try await line(page, version), text: version.text,
                viewer: page.viewer)
            return exchange.page(page.tabbed(view, .versions, hidden: try await hidden(page)))
        },
        Route.page(
            .post, "/cases/{id}/versions/{number}/restore", .can(.changeCases), "Make a version stand again"
        ) { exchange in
            let page = try await CasePage(exchange)
            let number = try exchange.number("number")
            let old = try await exchange.workspace.caseVersion(as: page.member, page.id, number: number)
            let base = try exchange.form()["base"].flatMap { Int($0) } ?? page.line.head
            do {
                _ = try await exchange.workspace.restoreCase(as: page.member, page.id, number: number, base: base)
                return .seeOther(CaseTab.versions.path(of: page.id) + "?done=saved")
            } catch WorkspaceError.outdated {
                return try await EditRoutes.save(
                    page, old.text, base: base, note: "Version \(number) restored", back: .versions)
            }
        },
        Route.page(.get, "/cases/{id}/difference", .can(.readCases), "What differs between two versions") { exchange in
            let page = try await CasePage(exchange)
            let (from, to) = try await two(page, "from", "to")
            let view = DifferenceView.page(
                id: page.id, title: page.line.title, from: try await line(page, from), to: try await line(page, to),
                meaning: try? MeaningDifference(from: from.text, to: to.text),
                lines: LineDifference(from: from.text, to: to.text), viewer: page.viewer)
            return exchange.page(page.tabbed(view, .versions, hidden: try await hidden(page)))
        },
        Route.page(.get, "/cases/{id}/compare", .can(.readCases), "What two versions answer") { exchange in
            let page = try await CasePage(exchange)
            return exchange.page(CompareView.page(try await compared(page)))
        },
    ]

    private static func compared(_ page: CasePage) async throws -> CompareView.Values {
        let (exchange, answers) = (page.exchange, page.exchange.site.answers)
        let (before, after) = try await two(page, "before", "after")
        let names = try await exchange.workspace.names(as: page.member)
        let versions = try await exchange.workspace.versions(as: page.member, page.id).map { version in
            CompareView.Version(
                number: version.number,
                title:
                    "Version \(version.number), \(DateWords.day(version.createdAt)), \(names[version.author] ?? "somebody")"
            )
        }
        let meaning = try? MeaningDifference(from: before.text, to: after.text)
        var values = CompareView.Values(
            caseID: page.id, caseTitle: page.line.title, versions: versions, before: before.number, after: after.number,
            changes: meaning?.changes.map { ($0.trail.joined(separator: ", "), $0.before, $0.after) } ?? [],
            decisions: nil, choices: nil, canEdit: page.canEdit, hiddenTabs: try await hidden(page))
        do {
            values.decisions = (try await answers.decision(before), try await answers.decision(after))
        } catch WorkspaceError.invalid(let faults) {
            values.decisionProblem = "A version cannot be decided: \(faults.faults.first?.problem ?? "")"
        }
        let both = (try await answers.theCase(before), try await answers.theCase(after))
        if both.0.evaluation != nil, both.1.evaluation != nil {
            do {
                let first = try await exchange.workspace.scoredCase(as: page.member, page.id, number: before.number)
                let second = try await exchange.workspace.scoredCase(as: page.member, page.id, number: after.number)
                values.choices = (
                    try await answers.choice(first).choice, try await answers.choice(second).choice
                )
            } catch WorkspaceError.invalid(let faults) {
                values.choiceProblem = "A version gives no choice: \(faults.faults.first?.problem ?? "")"
            }
        }
        return values
    }

    /// The two versions of a query; without one, the version that stands and the one before it.
    private static func two(
        _ page: CasePage, _ first: String, _ second: String
    ) async throws -> (CaseVersion, CaseVersion) {
        let workspace = page.exchange.workspace
        let to = try page.exchange.queryNumber(second, default: page.line.head, in: 1...1_000_000_000)
        let from = try page.exchange.queryNumber(first, default: max(1, to - 1), in: 1...1_000_000_000)
        return (
            try await workspace.caseVersion(as: page.member, page.id, number: from),
            try await workspace.caseVersion(as: page.member, page.id, number: to)
        )
    }

    static func hidden(_ page: CasePage) async throws -> Set<CaseTab> {
        let version = try await page.exchange.workspace.caseVersion(as: page.member, page.id)
        return CasePage.hidden(try await page.exchange.site.answers.theCase(version))
    }

    static func line(_ page: CasePage, _ version: CaseVersion) async throws -> VersionsView.VersionLine {
        line(version, page.line.head, try await page.exchange.workspace.names(as: page.member))
    }

    private static func line(_ version: CaseVersion, _ head: Int, _ names: [String: String]) -> VersionsView.VersionLine
    {
        .init(
            number: version.number, author: names[version.author] ?? "somebody",
            at: DateWords.minute(version.createdAt),
            note: version.note, isHead: version.number == head)
    }
}
