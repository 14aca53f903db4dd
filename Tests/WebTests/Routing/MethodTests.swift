import Notation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web
@testable import Workspace

@Suite struct MethodTests {
    @Test func headAnswersAsGetDoesWithoutABody() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            for path in ["/healthz", "/sign-in", "/api/openapi.json", "/cases", "/api/cases", "/nowhere", "/api/me"] {
                let get = try await site.send(.get, path, as: .session(ours))
                let head = try await site.send(.head, path, as: .session(ours))
                #expect(get.status == head.status, "\(path)")
                #expect(head.body.readableBytes == 0, "\(path)")
                #expect(get.headers[.contentType] == head.headers[.contentType], "\(path)")
                #expect(AnswerRules.faults(head, isPage: true).isEmpty, "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("/cases", HTTPRequest.Method.post, "GET, HEAD"), ("/sign-out", .get, "POST"),
        ("/api/cases", .delete, "GET, HEAD, POST"), ("/api/cases/abc", .patch, "GET, HEAD, PUT"),
        ("/healthz", .put, "GET, HEAD"),
    ]) func aMethodThatAPathDoesNotKnow(path: String, method: HTTPRequest.Method, allowed: String) async throws {
        try await TestSite.on { site in
            let answer = try await site.send(method, path)
            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers[.allow] == allowed)
            #expect(AnswerRules.faults(answer, isPage: true).isEmpty)
        }
    }

    @Test func whatIsNowhereIsNotFoundInTheCallersOwnForm() async throws {
        try await TestSite.on { site in
            for path in ["/nowhere", "/cases/x/y/z/w", "/%00", "/..%2f..%2fetc/passwd", "/assets/nothing.css"] {
                let answer = try await site.send(.get, path)
                #expect(answer.status == .notFound, "\(path)")
                #expect(AnswerRules.faults(answer, isPage: true).isEmpty, "\(path)")
            }
            let answer = try await site.send(.get, "/api/nowhere")
            #expect(answer.status == .notFound)
            #expect(answer.problem == "not-found")
        }
    }

    @Test func aBodyThatIsTooLargeIsRefused() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let huge = String(repeating: "x", count: (4 << 20) + 1)
            let answer = try await site.send(.post, "/api/cases", as: .session(ours), .json(huge))
            #expect(answer.status == .contentTooLarge)
            #expect(answer.problem == "too-large")
            let form = try await site.send(
                .post, "/sign-in", .form([("email", String(repeating: "x", count: 1 << 14))]))
            #expect(form.status == .contentTooLarge)
        }
    }

    @Test func aQueryThatIsNoneIsABadRequest() async throws {
        try await TestSite.on { site in
            for path in ["/sign-in?next=%", "/api/openapi.json?a=%GG", "/healthz?x=%FF"] {
                let answer = try await site.send(.get, path)
                #expect(answer.status == .badRequest, "\(path)")
            }
        }
    }

    /// Ids of addresses are read once: what is encoded twice names something else.
    @Test func anIdIsDecodedOnce() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let member = try await site.workspace.member(session: ours)
            let text = caseText().replacing("ben: { title: Ben }", with: "\"b%41n\": { title: Ben }")
            guard let id = try? await site.workspace.makeCase(as: member, text: text).id else { return }
            let answer = try await site.send(
                .put, "/api/cases/\(id)/evaluators/b%2541n", as: .session(ours),
                .json("{\"person\":\"\(member.person)\"}"))
            #expect(answer.status == .noContent)
        }
    }

    @Test func bodiesThatAreNoJSONAreRefusedInWords() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            for body in [
                "", "{", "null", "[]", "\"x\"", "{\"txt\":\"\"}", "{\"text\":1}", "{\"text\":\"a\",\"text\":\"b\"}",
                "\u{FEFF}{}", "{\"text\":\"\\u0000\"}",
            ] {
                let answer = try await site.send(.post, "/api/cases", as: .session(ours), .json(body))
                #expect(answer.status == .unprocessableContent, "\(body)")
                #expect(answer.json?["faults"]?.list?.isEmpty == false, "\(body)")
            }
            let xml = try await site.send(
                .post, "/api/cases", as: .session(ours), .json("{}"), headers: [.contentType: "text/xml"])
            #expect(xml.status == .unprocessableContent)
        }
    }
}
