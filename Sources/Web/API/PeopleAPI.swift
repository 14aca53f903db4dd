import Hummingbird
import Notation
import Workspace

/// Who there is, and who is asked in.
enum PeopleAPI {
    private static let roles = Role.allCases.map(\.rawValue).sorted()

    static let routes = [
        Route.api(
            .get, "/api/me", .signedIn, "Who asks",
            Contract(answers: [.init(status: 200, about: "The person", schema: Shape.ref("Me"))])
        ) { exchange in
            let member = try exchange.member
            return .json(
                .map([
                    ("id", .text(member.person)), ("name", .text(member.name)), ("email", .text(member.email)),
                    ("organisation", .text(member.organisationName)),
                    ("roles", .list(member.roles.sorted().map { .text($0.rawValue) })),
                    ("scopes", member.scopes.map { .list($0.sorted().map { .text($0.rawValue) }) } ?? .null),
                ]))
        },
        Route.api(
            .get, "/api/people", .can(.managePeople), "List people",
            Contract(answers: [.init(status: 200, about: "Everybody of the organisation", schema: Shape.ref("People"))])
        ) { exchange in
            let people = try await exchange.workspace.people(as: try exchange.member)
            return .json(.map([("people", .list(people.map(tree)))]))
        },
        Route.api(
            .put, "/api/people/{id}/roles", .can(.managePeople), "Give roles",
            Contract(
                body: Shape.object([("roles", Shape.list(of: Shape.one(of: roles)))]),
                answers: [.init(status: 204, about: "Done")], problems: [404, 409, 413, 422])
        ) { exchange in
            let words = try exchange.body(knows: ["roles"]).words("roles", of: roles)
            try await exchange.workspace.setRoles(
                as: try exchange.member, of: try exchange.parameter("id"), to: Set(words.compactMap(Role.init)))
            return .noContent()
        },
        Route.api(
            .put, "/api/people/{id}/disabled", .can(.managePeople), "Disable an account, or enable it again",
            Contract(
                body: Shape.object([("disabled", Shape.boolean)]), answers: [.init(status: 204, about: "Done")],
                problems: [404, 409, 413, 422])
        ) { exchange in
            let isDisabled = try exchange.body(knows: ["disabled"]).flag("disabled")
            try await exchange.workspace.setDisabled(as: try exchange.member, try exchange.parameter("id"), isDisabled)
            return .noContent()
        },
        Route.api(
            .post, "/api/invitations", .can(.managePeople), "Invite somebody",
            detail: "Answers with a link that works once within seven days. It is shown here and nowhere else.",
            Contract(
                headers: [Contract.idempotencyKey],
                body: Shape.object([
                    ("email", Shape.text(most: 254)), ("roles", Shape.list(of: Shape.one(of: roles))),
                ]),
                answers: [
                    .init(status: 201, about: "The link", schema: Shape.object([("link", Shape.string)]))
                ], problems: [400, 409, 413, 422])
        ) { exchange in
            let body = try exchange.body(knows: ["email", "roles"])
            let code = try await exchange.workspace.invite(
                as: try exchange.member, email: try body.text("email", most: 254),
                roles: Set(try body.words("roles", of: roles).compactMap(Role.init)))
            return .json(.map([("link", .text(exchange.address(of: code)))]), status: .created)
        },
    ]

    static let schemas: [(String, Tree)] = [
        (
            "Me",
            Shape.object([
                ("id", Shape.id), ("name", Shape.string), ("email", Shape.string), ("organisation", Shape.string),
                ("roles", Shape.list(of: Shape.string)), ("scopes", Shape.orNull(Shape.list(of: Shape.string))),
            ])
        ),
        (
            "People",
            Shape.object([
                (
                    "people",
                    Shape.list(
                        of: Shape.object([
                            ("id", Shape.id), ("name", Shape.string), ("email", Shape.string),
                            ("roles", Shape.list(of: Shape.string)), ("joined", Shape.time),
                            ("disabled", Shape.boolean),
                        ]))
                )
            ])
        ),
    ]

    private static func tree(_ person: Person) -> Tree {
        .map([
            ("id", .text(person.id)), ("name", .text(person.name)), ("email", .text(person.email)),
            ("roles", .list(person.roles.sorted().map { .text($0.rawValue) })),
            ("joined", .text(Moment.iso(person.createdAt))), ("disabled", .bool(person.isDisabled)),
        ])
    }
}

extension Exchange {
    /// A link as somebody outside follows it.
    func address(of code: String) -> String {
        let root = site.settings.publicAddress ?? request.head.authority.map { "http://\($0)" } ?? ""
        return "\(root)/join/\(code)"
    }
}
