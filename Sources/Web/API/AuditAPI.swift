import Hummingbird
import Notation
import Workspace

/// Who did what when.
enum AuditAPI {
    static let routes = [
        Route.api(
            .get, "/api/audit", .can(.readAudit), "Read the audit log", detail: "Newest first, a page at a time.",
            Contract(
                query: [
                    .init(name: "limit", place: .query, about: "Entries a page.", schema: Shape.integer(1...500)),
                    .init(
                        name: "before", place: .query, about: "`next` of the page before.",
                        schema: Shape.integer(1...1_000_000_000_000)),
                    .init(
                        name: "action", place: .query, about: "The beginning of an action, such as `case.`.",
                        schema: Shape.text(most: 60)),
                ], answers: [.init(status: 200, about: "A page of entries", schema: Shape.ref("AuditPage"))],
                problems: [422])
        ) { exchange in
            let limit = try exchange.queryNumber("limit", default: 100, in: 1...500)
            let before = try exchange.queryNumber("before", default: Int.max, in: 1...1_000_000_000_000)
            let entries = try await exchange.workspace.audit(
                as: try exchange.member, before: before, action: try exchange.queryText("action", most: 60) ?? "",
                limit: limit + 1)
            let page = entries.prefix(limit)
            return .json(
                .map([
                    ("entries", .list(page.map(tree))),
                    ("next", entries.count > limit ? .number(page.last.map { Double($0.number) }) : .null),
                ]))
        },
        Route.api(
            .get, "/api/audit/verdict", .can(.readAudit), "Follow the chain of the audit log",
            Contract(answers: [.init(status: 200, about: "What was found", schema: Shape.ref("AuditVerdict"))])
        ) { exchange in
            let verdict = try await exchange.workspace.verifyAudit(as: try exchange.member)
            return .json(
                .map([
                    ("entries", .number(verdict.entries)), ("head", .text(verdict.head)),
                    ("intact", .bool(verdict.broken == nil)), ("problem", .text(verdict.broken?.problem)),
                ]))
        },
    ]

    static let schemas: [(String, Tree)] = [
        (
            "AuditPage",
            Shape.object([
                (
                    "entries",
                    Shape.list(
                        of: Shape.object([
                            ("number", Shape.integer), ("at", Shape.time), ("actor", Shape.string),
                            ("action", Shape.string), ("subject", Shape.string), ("detail", Shape.string),
                            ("previous", Shape.string), ("hash", Shape.string),
                        ]))
                ), ("next", Shape.orNull(Shape.integer)),
            ])
        ),
        (
            "AuditVerdict",
            Shape.object([
                ("entries", Shape.integer), ("head", Shape.string), ("intact", Shape.boolean),
                ("problem", Shape.orNull(Shape.string)),
            ])
        ),
    ]

    static func tree(_ entry: AuditEntry) -> Tree {
        .map([
            ("number", .number(entry.number)), ("at", .text(Moment.iso(entry.at))), ("actor", .text(entry.actor)),
            ("action", .text(entry.action)), ("subject", .text(entry.subject)), ("detail", .text(entry.detail)),
            ("previous", .text(entry.previous)), ("hash", .text(entry.hash)),
        ])
    }
}
