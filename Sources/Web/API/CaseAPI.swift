import HTTPTypes
import Hummingbird
import Notation
import Workspace

/// Cases: list, make, read, change.
enum CaseAPI {
    static let routes = [
        Route.api(
            .get, "/api/cases", .can(.readCases), "List cases", detail: "Newest change first, a page at a time.",
            Contract(
                query: [
                    .init(name: "limit", place: .query, about: "Cases a page.", schema: Shape.integer(1...200)),
                    .init(
                        name: "after", place: .query, about: "`next` of the page before.",
                        schema: Shape.text(most: 100)),
                    .init(name: "archived", place: .query, about: "Those put away instead.", schema: Shape.boolean),
                ],
                answers: [.init(status: 200, about: "A page of cases", schema: Shape.ref("CasePage"))], problems: [422])
        ) { exchange in
            let limit = try exchange.queryNumber("limit", default: 50, in: 1...200)
            let archived = try exchange.queryFlag("archived")
            let lines = try await exchange.workspace.cases(
                as: try exchange.member, archived: archived,
                after: try PageCursor.read(exchange.query["after"], field: "after").map { ($0.time, $0.id) },
                limit: limit + 1)
            let page = lines.prefix(limit)
            let next = lines.count > limit ? page.last.map { PageCursor.text($0.changedAt, $0.id) } : nil
            return .json(.map([("cases", .list(page.map(tree))), ("next", .text(next))]))
        },
        Route.api(
            .post, "/api/cases", .can(.changeCases), "Make a case",
            Contract(
                headers: [Contract.idempotencyKey],
                body: Shape.object(
                    [("text", Shape.text(most: 1 << 20)), ("note", Shape.text(most: 1000))], optional: ["note"]),
                answers: [
                    .init(
                        status: 201, about: "The case", schema: Shape.ref("Case"),
                        headers: ["Location": "Its address", "ETag": "Its version"])
                ], problems: [400, 409, 413, 422])
        ) { exchange in
            let body = try exchange.body(knows: ["text", "note"])
            let line = try await exchange.workspace.makeCase(
                as: try exchange.member, text: try body.text("text"),
                note: try body.optionalText("note", most: 1000) ?? "")
            let version = try await exchange.workspace.caseVersion(as: try exchange.member, line.id)
            return .json(
                tree(line, text: version.text), status: .created,
                headers: [.location: "/api/cases/\(line.id)", .eTag: etag(line.head)])
        },
        Route.api(
            .post, "/api/cases/check", .can(.readCases), "Check a case without keeping it",
            Contract(
                body: Shape.object([("text", Shape.text(most: 1 << 20))]),
                answers: [
                    .init(status: 200, about: "Its faults; none where it is in order", schema: Shape.ref("Check"))
                ],
                problems: [413, 422])
        ) { exchange in
            let text = try exchange.body(knows: ["text"]).text("text")
            return .json(.map([("faults", .list(CaseCheck.faults(text).map(Problem.tree)))]))
        },
        Route.api(
            .get, "/api/cases/{id}", .can(.readCases), "Read a case",
            detail: "With `If-None-Match` a version that is known already is not sent again.",
            Contract(
                headers: [.init(name: "If-None-Match", place: .header, about: "ETags, or `*`", schema: Shape.string)],
                answers: [
                    .init(
                        status: 200, about: "The case as it stands", schema: Shape.ref("Case"),
                        headers: ["ETag": "Its version"]),
                    .init(status: 304, about: "The version is known"),
                ], problems: [404])
        ) { exchange in
            let member = try exchange.member
            let line = try await exchange.workspace.caseLine(as: member, try exchange.parameter("id"))
            let tag = etag(line.head)
            if isKnown(tag, exchange.request.headers[.ifNoneMatch]) {
                return Response(status: .notModified, headers: [.eTag: tag])
            }
            let version = try await exchange.workspace.caseVersion(as: member, line.id, number: line.head)
            return .json(tree(line, text: version.text), headers: [.eTag: tag])
        },
        Route.api(
            .put, "/api/cases/{id}", .can(.changeCases), "Write a new version",
            detail:
                "`If-Match` names the version that was changed. Where another one stands by now, nothing is written (412).",
            Contract(
                headers: [
                    .init(
                        name: "If-Match", place: .header, about: "The ETag of the version that was changed",
                        schema: .map([("type", .text("string")), ("pattern", .text("^\"[1-9][0-9]{0,8}\"$"))]),
                        isRequired: true)
                ],
                body: Shape.object(
                    [("text", Shape.text(most: 1 << 20)), ("note", Shape.text(most: 1000))], optional: ["note"]),
                answers: [
                    .init(status: 200, about: "The case", schema: Shape.ref("Case"), headers: ["ETag": "Its version"])
                ], problems: [404, 412, 413, 422, 428])
        ) { exchange in
            let member = try exchange.member
            let id = try exchange.parameter("id")
            let base = try version(exchange.request.headers[.ifMatch])
            let body = try exchange.body(knows: ["text", "note"])
            let number = try await exchange.workspace.saveCase(
                as: member, id, text: try body.text("text"), base: base,
                note: try body.optionalText("note", most: 1000) ?? "")
            let line = try await exchange.workspace.caseLine(as: member, id)
            let saved = try await exchange.workspace.caseVersion(as: member, id, number: number)
            return .json(tree(line, text: saved.text), headers: [.eTag: etag(number)])
        },
        Route.api(
            .put, "/api/cases/{id}/archived", .can(.changeCases), "Put a case away, or take it back",
            Contract(
                body: Shape.object([("archived", Shape.boolean)]),
                answers: [.init(status: 204, about: "Done")], problems: [404, 413, 422])
        ) { exchange in
            let isArchived = try exchange.body(knows: ["archived"]).flag("archived")
            try await exchange.workspace.setArchived(as: try exchange.member, try exchange.parameter("id"), isArchived)
            return .noContent()
        },
    ]

    static let schemas: [(String, Tree)] = [
        (
            "CaseLine",
            Shape.object([
                ("id", Shape.id), ("title", Shape.string), ("version", Shape.integer), ("created", Shape.time),
                ("changed", Shape.time), ("changedBy", Shape.string), ("archived", Shape.boolean),
            ])
        ),
        (
            "Case",
            Shape.object([
                ("id", Shape.id), ("title", Shape.string), ("version", Shape.integer), ("created", Shape.time),
                ("changed", Shape.time), ("changedBy", Shape.string), ("archived", Shape.boolean),
                ("text", Shape.string),
            ])
        ),
        (
            "CasePage",
            Shape.object([("cases", Shape.list(of: Shape.ref("CaseLine"))), ("next", Shape.orNull(Shape.string))])
        ),
        ("Check", Shape.object([("faults", Shape.list(of: Shape.ref("Fault")))])),
    ]

    static func tree(_ line: CaseLine) -> Tree { .map(entries(line)) }
    private static func tree(_ line: CaseLine, text: String) -> Tree { .map(entries(line) + [("text", .text(text))]) }

    private static func entries(_ line: CaseLine) -> [(String, Tree)] {
        [
            ("id", .text(line.id)), ("title", .text(line.title)), ("version", .number(line.head)),
            ("created", .text(Moment.iso(line.createdAt))), ("changed", .text(Moment.iso(line.changedAt))),
            ("changedBy", .text(line.changedBy)), ("archived", .bool(line.isArchived)),
        ]
    }

    static func etag(_ version: Int) -> String { "\"\(version)\"" }

    /// Whether `If-None-Match` names the tag (RFC 9110 § 13.1.2): among several, weakly, or as `*`. No tag of ours holds a comma.
    private static func isKnown(_ tag: String, _ header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { part in
            let plain = part.filter { $0 != " " && $0 != "\t" }
            return plain == "*" || plain == tag || plain == "W/\(tag)"
        }
    }

    /// - Throws: 428 without the header: to write without saying on what is how changes get lost.
    static func version(_ header: String?) throws -> Int {
        guard let header else {
            throw Problem(
                status: .preconditionRequired, kind: "if-match", title: "Which version was changed?",
                detail: "Send If-Match with the ETag of the version that you changed.")
        }
        let plain = header.trimmingPrefix("W/").trimmingPrefix("\"")
        guard plain.hasSuffix("\""), let number = Int(plain.dropLast()), number > 0 else {
            throw Problem(
                status: .badRequest, kind: "if-match", title: "Which version was changed?",
                detail: "If-Match is no ETag of a case. Send the ETag of the version that you changed, such as \"3\".")
        }
        return number
    }
}
