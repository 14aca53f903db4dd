import Storage
import HTTPTypes
import HummingbirdTesting
import Notation
import Testing

@testable import Web
@testable import Workspace

@Suite struct IdempotencyTests {
    private func body(_ title: String) -> TestSite.Body {
        .json("{\"text\":\"\(caseText(title).replacing("\n", with: "\\n"))\"}")
    }

    @Test func aRetryGetsTheFirstAnswer() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let member = try await site.workspace.member(session: ours)
            func make(_ title: String, _ key: String) async throws -> TestResponse {
                try await site.send(
                    .post, "/api/cases", as: .session(ours), body(title), headers: [.idempotencyKey: key])
            }
            let first = try await make("One", "k1")
            let again = try await make("One", "k1")
            #expect(first.status == .created)
            #expect(again.status == .created)
            #expect(first.text == again.text)
            for name in [HTTPField.Name.location, .eTag, .contentType] {
                #expect(first.headers[name] == again.headers[name])
            }
            #expect(first.headers[.idempotentReplayed] == nil)
            #expect(again.headers[.idempotentReplayed] == "true")
            #expect(try await site.workspace.cases(as: member).count == 1)
            // Another request under the same key is refused, whatever it is.
            #expect(try await make("Two", "k1").status == .conflict)
            let other = try await site.send(
                .post, "/api/cases/check", as: .session(ours), body("One"), headers: [.idempotencyKey: "k1"])
            #expect(other.status == .conflict)
            #expect(try await make("One", "k2").status == .created)
            #expect(try await site.workspace.cases(as: member).count == 2)
        }
    }

    @Test func whatFailedMayBeTriedAgainWithTheSameKey() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let headers: HTTPFields = [.idempotencyKey: "k"]
            let bad = try await site.send(
                .post, "/api/cases", as: .session(ours), .json("{\"text\":\"case: 1\"}"), headers: headers)
            #expect(bad.status == .unprocessableContent)
            let good = try await site.send(.post, "/api/cases", as: .session(ours), body("One"), headers: headers)
            #expect(good.status == .created)
        }
    }

    @Test func ofManyAtOnceOneIsDone() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await site.send(
                            .post, "/api/cases", as: .session(ours), body("One"), headers: [.idempotencyKey: "k"]
                        ).status.code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.allSatisfy { $0 == 201 || $0 == 409 })
            let member = try await site.workspace.member(session: ours)
            #expect(try await site.workspace.cases(as: member).count == 1)
        }
    }

    @Test func aKeyIsPrintableAndShort() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            for key in ["a b", String(repeating: "x", count: 201), ""] {
                let answer = try await site.send(
                    .post, "/api/cases", as: .session(ours), body("One"), headers: [.idempotencyKey: key])
                #expect(answer.status == .badRequest, "\(key)")
                #expect(answer.problem == "idempotency-key")
            }
        }
    }

    /// A backup that is stolen must not hold links that work.
    @Test func aLinkIsNotKeptInTheClear() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let invite = TestSite.Body.json("{\"email\":\"x@y.example\",\"roles\":[\"clerk\"]}")
            let first = try await site.send(
                .post, "/api/invitations", as: .session(ours), invite, headers: [.idempotencyKey: "k"])
            #expect(first.status.code == 201)
            let link = first.json?["link"]?.string ?? ""
            let secret = link.split(separator: ".").last.map(String.init) ?? ""
            #expect(secret.count > 40)
            for (table, rows) in try await site.tables() {
                let texts = rows.flatMap(\.values).compactMap { value -> String? in
                    if case .text(let text) = value { text } else { nil }
                }
                #expect(!texts.contains { $0.contains(secret) }, "\(table)")
            }
            let again = try await site.send(
                .post, "/api/invitations", as: .session(ours), invite, headers: [.idempotencyKey: "k"])
            #expect(again.text == first.text)
        }
    }
}
