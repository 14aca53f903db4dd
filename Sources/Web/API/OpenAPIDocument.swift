import HTTPTypes
import Notation

/// OpenAPI 3.1, made from the route table: a route that is not described does not exist, and the other way round.
enum OpenAPIDocument {
    static func tree(server: String) -> Tree {
        .map([
            ("openapi", .text("3.1.0")),
            (
                "info",
                .map([
                    ("title", .text("Shoreline")), ("version", .text("0.2.0")),
                    (
                        "description",
                        .text(
                            "Cases, decisions, choices and their history. Send a token of your account: `Authorization: Bearer shoreline_…`. Problems are RFC 9457."
                        )
                    ),
                ])
            ),
            ("servers", .list([.map([("url", .text(server))])])),
            ("security", .list([.map([("token", .list([]))])])),
            ("paths", .map(paths)),
            (
                "components",
                .map([
                    ("schemas", .map(schemas)),
                    (
                        "securitySchemes",
                        .map([("token", .map([("type", .text("http")), ("scheme", .text("bearer"))]))])
                    ),
                ])
            ),
        ])
    }

    private static let schemas: [(String, Tree)] =
        CaseAPI.schemas + VersionAPI.schemas + AnswerAPI.schemas + ScoringAPI.schemas + JobAPI.schemas
        + PeopleAPI.schemas + AuditAPI.schemas + [
            (
                "Fault",
                Shape.object([
                    ("path", Shape.string), ("line", Shape.orNull(Shape.integer)),
                    ("column", Shape.orNull(Shape.integer)), ("problem", Shape.string),
                    ("remedy", Shape.orNull(Shape.string)),
                ])
            ),
            (
                "Problem",
                Shape.object(
                    [
                        ("type", Shape.string), ("title", Shape.string), ("status", Shape.integer),
                        ("detail", Shape.string), ("current", Shape.integer),
                        ("faults", Shape.list(of: Shape.ref("Fault"))),
                    ], optional: ["current", "faults"])
            ),
        ]

    private static var paths: [(String, Tree)] {
        var order: [String] = []
        var methods: [String: [(String, Tree)]] = [:]
        for route in RouteTable.api {
            if methods[route.path] == nil { order.append(route.path) }
            methods[route.path, default: []].append((route.method.rawValue.lowercased(), operation(route)))
        }
        return order.map { ($0, .map(methods[$0] ?? [])) }
    }

    private static func operation(_ route: Route) -> Tree {
        var entries: [(String, Tree)] = [
            ("summary", .text(route.summary)), ("operationId", .text(identifier(route))),
        ]
        if !route.detail.isEmpty { entries.append(("description", .text(route.detail))) }
        let parameters =
            route.parameters.map { name in
                Contract.Parameter(
                    name: name, place: .path, about: "", schema: route.contract.path[name] ?? Shape.id, isRequired: true
                )
            } + route.contract.query + route.contract.headers
        if !parameters.isEmpty { entries.append(("parameters", .list(parameters.map(parameter)))) }
        if let body = route.contract.body {
            entries.append(
                (
                    "requestBody",
                    .map([
                        ("required", .bool(true)),
                        ("content", .map([("application/json", .map([("schema", body)]))])),
                    ])
                ))
        }
        entries.append(("responses", .map(answers(route))))
        if route.access == .everybody { entries.append(("security", .list([]))) }
        return .map(entries)
    }

    private static func parameter(_ parameter: Contract.Parameter) -> Tree {
        var entries: [(String, Tree)] = [
            ("name", .text(parameter.name)), ("in", .text(parameter.place.rawValue)),
            ("required", .bool(parameter.isRequired)), ("schema", parameter.schema),
        ]
        if !parameter.about.isEmpty { entries.append(("description", .text(parameter.about))) }
        return .map(entries)
    }

    private static func answers(_ route: Route) -> [(String, Tree)] {
        var out = route.contract.answers.map { answer -> (String, Tree) in
            var entries: [(String, Tree)] = [("description", .text(answer.about))]
            if !answer.headers.isEmpty {
                let headers = answer.headers.sorted { $0.key < $1.key }.map { name, about in
                    (name, Tree.map([("description", .text(about)), ("schema", Shape.string)]))
                }
                entries.append(("headers", .map(headers)))
            }
            if let schema = answer.schema {
                entries.append(("content", .map([(answer.media, .map([("schema", schema)]))])))
            } else if answer.media != "application/json" {
                entries.append(("content", .map([(answer.media, .map([("schema", Shape.string)]))])))
            }
            return (String(answer.status), .map(entries))
        }
        // What every route can answer: a query that is none, nobody signed in, no right, another host, a defect, no database.
        var common = [400, 421, 500, 503]
        if route.access != .everybody { common += [401, 403] }
        for status in Set(route.contract.problems + common).sorted()
        where !out.contains(where: { $0.0 == String(status) }) {
            out.append(
                (
                    String(status),
                    .map([
                        ("description", .text("A problem")),
                        (
                            "content",
                            .map([("application/problem+json", .map([("schema", Shape.ref("Problem"))]))])
                        ),
                    ])
                ))
        }
        return out
    }

    /// `getCasesIdVersions`.
    private static func identifier(_ route: Route) -> String {
        let words = route.path.dropFirst("/api".count).split { !$0.isLetter && !$0.isNumber }
        return route.method.rawValue.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension Contract {
    static let idempotencyKey = Parameter(
        name: "Idempotency-Key", place: .header, about: "A retry with the same key gets the first answer.",
        schema: .map([
            ("type", .text("string")), ("pattern", .text("^[!-~]{1,200}$")),
        ]))
}
