import HTTPTypes
import Hummingbird
import Notation
import Workspace

/// The history of a case.
enum VersionAPI {
    private static let number = ["number": Shape.integer(1...1_000_000_000)]

    static let routes = [
        Route.api(
            .get, "/api/cases/{id}/versions", .can(.readCases), "List versions", detail: "Newest first, without texts.",
            Contract(
                query: [
                    .init(name: "limit", place: .query, about: "Versions a page.", schema: Shape.integer(1...200)),
                    .init(
                        name: "before", place: .query, about: "`next` of the page before.",
                        schema: Shape.integer(1...1_000_000_000)),
                ],
                answers: [.init(status: 200, about: "A page of versions", schema: Shape.ref("VersionPage"))],
                problems: [404, 422])
        ) { exchange in
            let limit = try exchange.queryNumber("limit", default: 50, in: 1...200)
            let before = try exchange.queryNumber("before", default: Int.max, in: 1...1_000_000_000)
            let versions = try await exchange.workspace.versions(
                as: try exchange.member, try exchange.parameter("id"), before: before, limit: limit + 1)
            let page = versions.prefix(limit)
            let next = versions.count > limit ? page.last.map { Double($0.number) } : nil
            return .json(
                .map([("versions", .list(page.map { .map(entries($0)) })), ("next", .number(next))]))
        },
        Route.api(
            .get, "/api/cases/{id}/versions/{number}", .can(.readCases), "Read a version",
            Contract(
                path: number, answers: [.init(status: 200, about: "The version", schema: Shape.ref("Version"))],
                problems: [404])
        ) { exchange in
            let version = try await exchange.workspace.caseVersion(
                as: try exchange.member, try exchange.parameter("id"), number: try exchange.number("number"))
            return .json(.map(entries(version) + [("text", .text(version.text))]))
        },
        Route.api(
            .post, "/api/cases/{id}/versions/{number}/restore", .can(.changeCases), "Make a version stand again",
            detail: "As a new version; what came in between stays in the history.",
            Contract(
                headers: [Contract.idempotencyKey], path: number,
                body: Shape.object([("base", Shape.integer(1...1_000_000_000))]),
                answers: [
                    .init(
                        status: 200, about: "The number of the version that stands now",
                        schema: Shape.object([("version", Shape.integer)]))
                ],
                problems: [400, 404, 409, 412, 413, 422])
        ) { exchange in
            let base = try exchange.body(knows: ["base"]).integer("base", in: 1...1_000_000_000, default: 0)
            if base == 0 { throw RequestBodyTree.fault("base", "base is missing.", "Send the version that stands.") }
            let number = try await exchange.workspace.restoreCase(
                as: try exchange.member, try exchange.parameter("id"), number: try exchange.number("number"), base: base
            )
            return .json(.map([("version", .number(number))]))
        },
    ]

    static let schemas: [(String, Tree)] = [
        ("VersionLine", Shape.object(properties)),
        ("Version", Shape.object(properties + [("text", Shape.string)])),
        (
            "VersionPage",
            Shape.object([
                ("versions", Shape.list(of: Shape.ref("VersionLine"))), ("next", Shape.orNull(Shape.integer)),
            ])
        ),
    ]

    private static let properties: [(String, Tree)] = [
        ("number", Shape.integer), ("digest", Shape.string), ("note", Shape.string), ("author", Shape.string),
        ("created", Shape.time), ("restored", Shape.orNull(Shape.integer)),
    ]

    private static func entries(_ version: CaseVersion) -> [(String, Tree)] {
        [
            ("number", .number(version.number)), ("digest", .text(version.digest)), ("note", .text(version.note)),
            ("author", .text(version.author)), ("created", .text(Moment.iso(version.createdAt))),
            ("restored", .number(version.restored.map { Double($0) })),
        ]
    }
}
