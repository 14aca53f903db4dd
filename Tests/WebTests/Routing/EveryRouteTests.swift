import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Notation
import Testing

@testable import Web
@testable import Workspace

/// Goes through the table of routes: a new route is in these tests by being there, or fails them by not being known.
@Suite struct EveryRouteTests {
    @Test func everyParameterAndEveryBodyIsKnown() {
        for route in RouteTable.routes {
            #expect(RouteSamples.path(route, .none) != nil, "\(route.path): say in RouteSamples what its ids name")
            #expect(
                RouteSamples.body(route, .none) != nil,
                "\(route.method) \(route.path): say in RouteSamples what is sent to it")
        }
        let all = RouteTable.routes.map { "\($0.method) \($0.path)" }
        #expect(Set(all).count == all.count)
    }

    @Test func whatIsAnothersIsNotFoundExactlyLikeWhatIsNowhere() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let theirs = try await site.another()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let foreign = try await Holdings.make(site, theirs, "di@bravo.example")
            let admin = try await site.workspace.member(session: ours)
            try await site.workspace.setRoles(as: admin, of: admin.person, to: Set(Role.allCases))
            let token = try await site.workspace.makeToken(as: admin, name: "All", scopes: Set(TokenScope.allCases))
            let before = try await site.tables()
            var tried = 0
            for route in RouteTable.routes where RouteSamples.isOfSomebody(route) {
                let callers: [Caller] = route.kind == .api ? [.session(ours), .token(token)] : [.session(ours)]
                for caller in callers {
                    let name = "\(route.method) \(route.path)"
                    let known = try await ask(site, route, foreign, caller)
                    let nowhere = try await ask(site, route, .none, caller)
                    #expect(known.status == .notFound, "\(name) answers \(known.status.code)")
                    #expect(nowhere.status == .notFound, "\(name) answers \(nowhere.status.code) for what is nowhere")
                    #expect(plain(known.text, foreign) == plain(nowhere.text, .none), "\(name)")
                    #expect(known.headers[.contentType] == nowhere.headers[.contentType], "\(name)")
                    #expect(!known.text.contains("Bravo") && !known.text.contains("Bea"), "\(name)")
                    tried += 1
                    // A version that only theirs would have.
                    if RouteSamples.parameters(route).contains("number") {
                        let path = try #require(RouteSamples.path(route, own, number: 99))
                        let answer = try await site.send(
                            route.method, path, as: caller, RouteSamples.body(route, own) ?? .none)
                        #expect(answer.status == .notFound, "\(name) for version 99")
                    }
                }
            }
            #expect(tried > 60)
            // A case of ours for a person of theirs.
            let assigned = try await site.send(
                .put, "/api/cases/\(own.caseID)/evaluators/ben", as: .session(ours),
                .json("{\"person\":\"\(foreign.person)\"}"))
            #expect(assigned.status == .notFound)
            var after = try await site.tables()
            // Who was seen when may change, and idempotency keys; nothing else.
            after["sessions"] = before["sessions"]
            after["tokens"] = before["tokens"]
            #expect(after == before)
        }
    }

    @Test func withOnesOwnIdsTheSameRequestsAreFound() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            for route in RouteSamples.routes where !RouteSamples.streams(route) && route.path != "/join/{code}" {
                let answer = try await ask(site, route, own, .session(ours))
                #expect(answer.status != .notFound, "\(route.method) \(route.path)")
                #expect(answer.status.code < 500, "\(route.method) \(route.path): \(answer.status.code)")
                #expect(answer.status.code != 400, "\(route.method) \(route.path): \(answer.text.prefix(300))")
                checkAnswer(answer, route)
                if route.kind == .api { checkDocumented(answer, route) }
            }
        }
    }

    @Test func nobodyIsSentToSignInAndProgramsAreToldSo() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let before = try await site.tables()
            for route in RouteTable.routes where route.access != .everybody {
                let name = "\(route.method) \(route.path)"
                let answers = [
                    try await ask(site, route, own, .nobody),
                    try await ask(site, route, own, .session("made-up")),
                ]
                for answer in answers {
                    if route.kind == .page, !route.changes {
                        #expect(answer.status == .seeOther, "\(name)")
                        #expect(answer.headers[.location]?.hasPrefix("/sign-in") == true, "\(name)")
                        #expect(answer.text.isEmpty, "\(name)")
                    } else {
                        #expect(answer.status == .unauthorized, "\(name) answers \(answer.status.code)")
                    }
                    if route.kind == .api {
                        #expect(answer.problem == "signed-out", "\(name)")
                        #expect(answer.headers[.wwwAuthenticate] == "Bearer", "\(name)")
                        checkDocumented(answer, route)
                    }
                    checkAnswer(answer, route)
                }
                if route.kind == .api {
                    let answer = try await ask(site, route, own, .token("shoreline_x.y"))
                    #expect(answer.status == .unauthorized, "\(name)")
                }
            }
            #expect(try await site.tables() == before)
        }
    }

    @Test func aRoleWithoutTheRightIsForbidden() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let admin = try await site.workspace.member(session: ours)
            var sessions: [(Role, String)] = []
            for role in Role.allCases {
                sessions.append((role, try await site.join("\(role.rawValue)@x.example", [role], by: admin)))
            }
            let before = try await site.tables()
            for route in RouteTable.routes {
                guard case .can(let permission) = route.access else { continue }
                for (role, session) in sessions where !role.permissions.contains(permission) {
                    let answer = try await ask(site, route, own, .session(session))
                    #expect(answer.status == .forbidden, "\(route.method) \(route.path) as \(role)")
                    checkAnswer(answer, route)
                    if route.kind == .api {
                        #expect(answer.problem == "forbidden")
                        checkDocumented(answer, route)
                    }
                }
            }
            #expect(try await site.tables() == before)
            // … and who has it is let through, here to what is nowhere.
            for route in RouteTable.routes where !RouteSamples.streams(route) {
                guard case .can(let permission) = route.access, RouteSamples.isOfSomebody(route) else { continue }
                for (role, session) in sessions where role.permissions.contains(permission) {
                    let answer = try await ask(site, route, .none, .session(session))
                    #expect(answer.status == .notFound, "\(route.method) \(route.path) as \(role)")
                }
            }
        }
    }

    @Test func aPostWithoutTheFormTokenOrFromElsewhereChangesNothing() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let other = try await site.workspace.signIn(
                email: "ada@alpha.example", password: TestSite.password, address: "a", device: "d")
            let before = try await site.tables()
            let right = FormToken.text(ours)
            let attacks: [(String, HTTPFields, String)] = [
                ("no token", [.csrfToken: ""], "form-token"), ("a wrong one", [.csrfToken: right + "x"], "form-token"),
                ("another session's", [.csrfToken: FormToken.text(other)], "form-token"),
                ("foreign origin", [.origin: "https://evil.example"], "foreign-page"),
                ("no origin", [.origin: "null"], "foreign-page"),
                ("origin of another port", [.origin: "http://localhost:81"], "foreign-page"),
                ("origin that begins alike", [.origin: "http://localhost.evil.example"], "foreign-page"),
                ("cross-site", [.fetchSite: "cross-site"], "foreign-page"),
                ("same-site", [.fetchSite: "same-site"], "foreign-page"),
            ]
            for route in RouteTable.routes where route.changes {
                for (name, headers, kind) in attacks {
                    let answer = try await ask(site, route, own, .session(ours), headers)
                    #expect(answer.status == .forbidden, "\(route.method) \(route.path), \(name)")
                    checkAnswer(answer, route)
                    if route.kind == .api { #expect(answer.problem == kind, "\(route.path), \(name)") }
                }
                // Without a session there is no token to steal, but still no foreign page.
                if route.access == .everybody {
                    let answer = try await ask(site, route, own, .nobody, [.origin: "https://evil.example"])
                    #expect(answer.status == .forbidden, "\(route.path)")
                }
            }
            #expect(try await site.tables() == before)
            let fine = try await site.send(
                .post, "/cases/\(own.caseID)/archive", as: .session(ours), .form([]),
                headers: [.origin: "http://localhost", .fetchSite: "same-origin"])
            #expect(fine.status == .seeOther)
        }
    }

    private func ask(
        _ site: TestSite, _ route: Route, _ ids: Holdings, _ caller: Caller, _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var fields = RouteSamples.headers(route)
        for field in headers { fields[field.name] = field.value }
        return try await site.send(
            route.method, try #require(RouteSamples.path(route, ids)), as: caller,
            RouteSamples.body(route, ids) ?? .none, headers: fields)
    }

    private func plain(_ text: String, _ ids: Holdings) -> String {
        ids.all.reduce(text) { $0.replacing($1, with: "ID") }
    }

    private func checkAnswer(_ answer: TestResponse, _ route: Route) {
        for problem in AnswerRules.faults(answer, isPage: route.kind == .page) {
            Issue.record("\(route.method) \(route.path), \(answer.status.code): \(problem)")
        }
    }

    private func checkDocumented(_ answer: TestResponse, _ route: Route) {
        let operation = OpenAPIDocument.tree(server: "/")["paths"]?[route.path]?[route.method.rawValue.lowercased()]
        let responses = operation?["responses"]?.entries?.map(\.key) ?? []
        #expect(
            responses.contains(String(answer.status.code)), "\(route.method) \(route.path): \(answer.status.code)")
    }
}
