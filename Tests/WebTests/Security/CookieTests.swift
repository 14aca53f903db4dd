import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web
@testable import Workspace

@Suite struct CookieTests {
    private func signIn(
        _ site: TestSite, next: String? = nil, password: String = TestSite.password, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let fields = [("email", "ada@alpha.example"), ("password", password)] + (next.map { [("next", $0)] } ?? [])
        return try await site.send(.post, "/sign-in", .form(fields), headers: headers)
    }

    @Test func theCookieOfASessionIsForThisSiteAndNoScript() async throws {
        try await TestSite.on { site in
            _ = try await site.begin()
            let answer = try await signIn(site)
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/")
            let parts = try #require(answer.headers[.setCookie]).components(separatedBy: "; ")
            #expect(parts[0].hasPrefix("shoreline="))
            #expect(Array(parts.dropFirst()) == ["Path=/", "HttpOnly", "SameSite=Lax"])
            let secret = String(parts[0].dropFirst("shoreline=".count))
            #expect(try await site.send(.get, "/api/me", as: .session(secret)).status == .ok)
            let left = try await site.send(.post, "/sign-out", as: .session(secret), .form([]))
            #expect(left.headers[.location] == "/sign-in")
            #expect(left.headers[.setCookie] == "shoreline=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
            #expect(try await site.send(.get, "/api/me", as: .session(secret)).status == .unauthorized)
        }
    }

    @Test func behindTLSItIsSecureAndOfThisHostOnly() async throws {
        try await TestSite.on(WebSettings(publicAddress: "https://shoreline.example.org")) { site in
            _ = try await site.begin()
            let answer = try await signIn(site)
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-shoreline="))
            #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
            #expect(!cookie.contains("Domain"))
            #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
            #expect(
                try await signIn(site, headers: [.origin: "https://shoreline.example.org"]).status == .seeOther)
        }
    }

    static let attacks = [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "HTTPS:evil.example",
        "javascript:alert(1)", "evil.example", "", " /cases", "/\t/evil.example", "/\n/evil.example",
        "\t//evil.example",
        "/\u{0}x", "///evil.example", "/\r\nSet-Cookie: a=b", "/cases\r\nX: y", "data:text/html,x",
        "http:/evil.example",
    ]

    @Test(arguments: attacks) func whatLeadsElsewhereLeadsHome(next: String) async throws {
        #expect(SignInRoutes.safe(next) == "/")
        try await TestSite.on { site in
            let ours = try await site.begin()
            let answer = try await signIn(site, next: next)
            #expect(answer.headers[.location] == "/")
            #expect(answer.headers[values: .setCookie].count == 1)
            let shown = try await site.send(
                .get, "/sign-in?next=\(Fields.encoded(next))", as: .session(ours))
            #expect(shown.headers[.location] == "/")
        }
    }

    @Test(arguments: ["/", "/cases", "/cases/abc?version=2&x=%2F%2Fevil", "/cases/a#b", "/@evil.example"])
    func whatIsOursIsKept(next: String) {
        #expect(SignInRoutes.safe(next) == next)
    }

    @Test func whoIsSentToSignInComesBack() async throws {
        try await TestSite.on { site in
            _ = try await site.begin()
            let answer = try await site.send(.get, "/cases/abc/decision?version=2&trials=1000")
            let place = try #require(answer.headers[.location])
            #expect(place == "/sign-in?next=%2Fcases%2Fabc%2Fdecision%3Fversion%3D2%26trials%3D1000")
            let page = try await site.send(.get, place)
            #expect(page.text.contains("/cases/abc/decision?version=2&amp;trials=1000"))
        }
    }

    @Test func anAddressIsBelievedOnlyWhereAProxyIsTrusted() async throws {
        func tooMany(trusts: Bool, _ forwarded: @Sendable (Int) -> String) async throws -> Int {
            let many = (0..<34).map(forwarded)
            let counted = Counter()
            try await TestSite.on(WebSettings(trustsProxy: trusts)) { site in
                _ = try await site.begin()
                for (number, address) in many.enumerated() {
                    let answer = try await site.send(
                        .post, "/sign-in", .form([("email", "n\(number)@x.example"), ("password", "guess")]),
                        headers: [.forwardedFor: address])
                    if answer.status == .tooManyRequests {
                        counted.add()
                        #expect(answer.headers[.retryAfter] != nil)
                    }
                }
            }
            return counted.count
        }
        // Whoever is not behind a proxy may write what he likes: it is one address all the same.
        let apart: @Sendable (Int) -> String = { "10.0.0.\($0)" }
        #expect(try await tooMany(trusts: false, apart) == 4)
        #expect(try await tooMany(trusts: true, apart) == 0)
        // The last one is what the proxy saw; those before it were sent by the caller.
        let behind: @Sendable (Int) -> String = { "10.0.0.\($0), 192.0.2.7" }
        #expect(try await tooMany(trusts: true, behind) == 4)
    }

    @Test func aPasswordIsNeverAnswered() async throws {
        try await TestSite.on { site in
            _ = try await site.begin()
            let answer = try await signIn(site, password: "a wrong secret word")
            #expect(answer.status == .unauthorized)
            #expect(!answer.text.contains("a wrong secret word"))
            #expect(answer.headers[.setCookie] == nil)
        }
    }

    /// Somebody may follow a link while signed in as somebody else on the same browser.
    @Test func aLinkCanBeFollowedBySomebodyWhoIsSignedIn() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let member = try await site.workspace.member(session: ours)
            let link = try await site.workspace.invite(as: member, email: "cy@alpha.example", roles: [.clerk])
            let page = try await site.send(.get, "/join/\(link)", as: .session(ours))
            #expect(page.status == .ok)
            #expect(page.text.contains("name=\"csrf\" value=\"\(FormToken.text(ours))\""))
        }
    }
}
