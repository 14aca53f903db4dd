import Foundation
import Hummingbird
import Notation
import Workspace

/// Who did what when.
enum AuditRoutes {
    static let routes = [
        Route.page(.get, "/audit", .can(.readAudit), "The audit log") { exchange in
            exchange.page(AuditView.page(try await values(exchange), viewer: try exchange.requireViewer()))
        },
        Route.page(.get, "/audit.csv", .can(.readAudit), "The audit log as CSV") { exchange in
            let (entries, names, _) = try await found(exchange, limit: 100_000)
            let rows = entries.reversed().map { entry in
                [
                    String(entry.number), Moment.iso(entry.at), names[entry.actor] ?? entry.actor, entry.action,
                    entry.subject, entry.detail, entry.hash,
                ]
            }
            let head = ["number", "time", "who", "action", "subject", "detail", "hash"]
            return .download(
                Array(([head] + rows).map { CSVWriter.row($0.map(CSVWriter.harmless)) }.joined().utf8),
                name: "audit.csv", type: "text/csv; charset=utf-8")
        },
        Route.page(.get, "/audit.jsonl", .can(.readAudit), "The audit log as JSON lines") { exchange in
            let (entries, _, _) = try await found(exchange, limit: 100_000)
            let lines = entries.reversed().map { JSONWriter.text(AuditAPI.tree($0)) + "\n" }
            return .download(Array(lines.joined().utf8), name: "audit.jsonl", type: "application/jsonl")
        },
    ]

    static let pageSize = 100
    /// Entries whose chain is followed for the page: a tenth of a second's work.
    static let followedMost = 10_000

    private static func values(_ exchange: Exchange) async throws -> AuditView.Values {
        let member = try exchange.member
        let (entries, names, faults) = try await found(exchange, limit: pageSize + 1)
        let verdict = try await exchange.workspace.verifyAudit(as: member, newest: followedMost)
        let page = entries.prefix(pageSize)
        let subjects = try await AuditSubjects(exchange, of: Set(page.map(\.subject)), people: names)
        let now = DateWords.minute(exchange.workspace.clock.now())
        return AuditView.Values(
            entries: page.map { entry in
                let subject = subjects.named(entry.subject)
                return .init(
                    number: entry.number, when: DateWords.minute(entry.at), who: names[entry.actor] ?? entry.actor,
                    action: entry.action, subject: subject.name, path: subject.path, detail: entry.detail)
            }, filter: filter(exchange), faults: faults,
            actions: Self.actions.map { .init($0.0, $0.1) },
            people: names.sorted { $0.value < $1.value }.map { .init($0.key, $0.value) },
            chain: verdict.broken.map { .broken(at: $0.number, problem: $0.problem) }
                ?? .verified(entries: verdict.entries, first: verdict.first, when: now), head: verdict.head,
            older: entries.count > pageSize ? page.last.map { String($0.number) } : nil,
            newer: exchange.query["before"] == nil ? nil : "")
    }

    private static let actions = [
        ("case.", "Cases"), ("scoring.", "Scoring"), ("person.", "People"), ("link.", "Links"),
        ("session.", "Signing in and out"), ("token.", "Tokens"), ("job.", "Long work"),
    ]

    private static func filter(_ exchange: Exchange) -> AuditView.Filter {
        .init(
            who: exchange.query["who"] ?? "", action: exchange.query["action"] ?? "",
            from: exchange.query["from"] ?? "",
            to: exchange.query["to"] ?? "")
    }

    private static func found(
        _ exchange: Exchange, limit: Int
    ) async throws -> (entries: [AuditEntry], names: [String: String], faults: [FormFault]) {
        let member = try exchange.member
        let filter = filter(exchange)
        var faults: [FormFault] = []
        func day(_ text: String, _ field: String) -> Int64? {
            if text.isEmpty { return nil }
            guard let date = try? Date("\(text)T00:00:00Z", strategy: .iso8601) else {
                faults.append(FormFault(field, "“\(text.prefix(20))” is no day. Write it like 2026-11-23."))
                return nil
            }
            return Int64(date.timeIntervalSince1970) * Moment.second
        }
        let from = day(filter.from, "from") ?? 0
        let to = day(filter.to, "to").map { $0 + Moment.day } ?? Int64.max
        let names = try await exchange.workspace.names(as: member)
        let entries = try await exchange.workspace.audit(
            as: member, before: exchange.query["before"].flatMap { Int($0) }, action: String(filter.action.prefix(60)),
            actor: filter.who, during: from..<max(from, to), limit: limit)
        return (entries, names, faults)
    }
}
