import HummingbirdTesting
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite struct HostTests {
    private func check(_ authority: String?, _ settings: WebSettings) -> Bool {
        let request = Request(
            head: .init(method: .get, scheme: "http", authority: authority, path: "/"),
            body: .init(buffer: ByteBuffer()))
        do {
            try HostCheck.check(request, settings)
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: [
        ("localhost", true), ("localhost:8080", true), ("LOCALHOST:1", true), ("127.0.0.1:8080", true),
        ("[::1]:8080", true), ("[::1]", true), ("evil.example", false), ("localhost.evil.example", false),
        ("evil.example:80", false), ("localhost:80@evil.example", false), ("127.0.0.1.nip.example", false),
        ("[::1].evil.example", false), ("localhost:8080:evil.example", false), ("localhost:", false),
    ]) func onLoopbackOnlyItsNames(authority: String, isOwn: Bool) {
        #expect(check(authority, WebSettings()) == isOwn)
    }

    @Test func aPublicAddressIsOneOfThem() {
        let settings = WebSettings(host: "0.0.0.0", publicAddress: "https://Shoreline.example.org:8443/")
        #expect(check("shoreline.example.org", settings))
        #expect(check("SHORELINE.example.org:8443", settings))
        #expect(check("localhost", settings))
        #expect(!check("10.0.0.5", settings))
        #expect(!check("evil.example", settings))
        // Listening everywhere without a public name: it cannot be known how it is reached.
        #expect(check("10.0.0.5", WebSettings(host: "0.0.0.0")))
    }

    @Test func aForeignHostIsMisdirected() async throws {
        try await TestSite.on(WebSettings(host: "10.1.1.1", publicAddress: "https://a.example")) { site in
            // The test client says localhost, which is always ours.
            let answer = try await site.send(.get, "/healthz")
            #expect(answer.status == .ok)
        }
    }
}
