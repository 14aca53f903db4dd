import Hummingbird
import Notation
import Workspace

/// What needs whoever looks.
enum HomeRoutes {
    static let routes = [
        Route.page(.get, "/", .signedIn, "What needs me") { exchange in
            exchange.page(HomeView.page(try await values(exchange), viewer: try exchange.requireViewer()))
        }
    ]

    private static func values(_ exchange: Exchange) async throws -> HomeView.Values {
        let member = try exchange.member
        let workspace = exchange.workspace
        var values = HomeView.Values(hasCases: false)
        for own in try await workspace.sheetsToScore(as: member) {
            let entry = HomeView.Entry(
                title: own.title, path: "/cases/\(own.caseID)/sheet",
                detail: own.draft.map { "Last saved \(DateWords.minute($0.savedAt)); not handed in." }
                    ?? "Score \(own.evaluation.partners.count) partners, before you hear what others think.")
            if own.draft != nil {
                values.drafts.append(entry)
            } else if own.handedInAt == nil, own.openedAt == nil {
                values.sheets.append(entry)
            }
        }
        if member.can(.readCases) {
            let names = try await workspace.names(as: member)
            values.hasCases = try await !workspace.cases(as: member, limit: 1).isEmpty
            values.changed = try await workspace.unseen(as: member).map { line in
                HomeView.Entry(
                    title: line.title, path: "/cases/\(line.id)",
                    detail:
                        "Version \(line.head), by \(names[line.changedBy] ?? "somebody"), \(DateWords.minute(line.changedAt))."
                )
            }
            let day = workspace.clock.now() - Moment.day
            for job in try await workspace.jobs(as: member, limit: 10)
            where job.createdBy == member.person && (job.isOpen || (job.endedAt ?? 0) > day && job.state != .cancelled)
            {
                let words =
                    job.isOpen
                    ? "\(Format.decimal(Double(job.done))) of \(Format.decimal(Double(job.trials))) simulated futures."
                    : job.state == .done
                        ? "Done \(DateWords.minute(job.endedAt ?? 0))." : "Failed: \(job.problem ?? "")"
                values.jobs.append(
                    .init(
                        title: "\(Format.decimal(Double(job.trials))) simulated futures", path: "/jobs/\(job.id)",
                        detail: words))
            }
        } else {
            values.hasCases = true
        }
        if member.can(.managePeople) {
            values.invitations = try await workspace.openLinks(as: member).filter { $0.purpose == .invitation }.map {
                HomeView.Entry(
                    title: $0.email ?? "A link", path: "/people",
                    detail: "Invited \(DateWords.day($0.createdAt)); works until \(DateWords.day($0.expiresAt)).")
            }
        }
        return values
    }
}
