import Foundation
import Sourcing
import Workspace

/// What the pages of one case have in common.
struct CasePage {
    let exchange: Exchange
    let member: Member
    let viewer: Viewer
    let id: String
    let line: CaseLine

    init(_ exchange: Exchange) async throws {
        self.exchange = exchange
        member = try exchange.member
        viewer = try exchange.requireViewer()
        id = try exchange.parameter("id")
        line = try await exchange.workspace.caseLine(as: member, id)
    }

    var canEdit: Bool { member.can(.changeCases) && !line.isArchived }
    var path: String { CaseTab.overview.path(of: id) }
    var trail: [WebPage.Link] { [.init("Cases", "/cases"), .init(line.title, path)] }

    /// Which version a page shows: the one that stands, or one of the query.
    func scored() async throws -> ScoredCase {
        try await exchange.workspace.scoredCase(as: member, id, number: try AnswerAPI.versionNumber(exchange))
    }

    func words(_ version: CaseVersion) async throws -> String {
        let names = try await exchange.workspace.names(as: member)
        return
            "Version \(version.number) of \(DateWords.day(version.createdAt)), by \(names[version.author] ?? "somebody")"
            + (version.number == line.head ? "" : "; version \(line.head) stands by now")
    }

    /// Pages that a case has nothing for.
    static func hidden(_ theCase: Case) -> Set<CaseTab> {
        theCase.evaluation == nil ? [.choice, .scoring] : []
    }

    /// The body of a page that colleagues wrote without tabs, with them.
    func tabbed(_ page: WebPage, _ tab: CaseTab, hidden: Set<CaseTab>) -> WebPage {
        var page = page
        page.body = CaseTabs.html(id: id, current: tab, canEdit: canEdit, hidden: hidden) + page.body
        page.trail = trail
        page.section = .cases
        return page
    }

    /// A text as the reports are dated: the day on which the page is made.
    var today: String { DateWords.day(exchange.workspace.clock.now()) }
}
