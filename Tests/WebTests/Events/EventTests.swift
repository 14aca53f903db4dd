import HummingbirdTesting
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import Web
@testable import Workspace

@Suite struct EventTests {
    /// Keeps what a stream sends.
    private final class Sink: Sendable {
        private let state = Mutex("")
        var text: String { state.withLock { $0 } }
        func add(_ part: String) { state.withLock { $0 += part } }
    }

    private struct Writer: ResponseBodyWriter {
        let sink: Sink
        mutating func write(_ buffer: ByteBuffer) async throws { sink.add(String(buffer: buffer)) }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    /// Waits until a condition holds, at most ten seconds.
    private func eventually(_ condition: () -> Bool) async throws -> Bool {
        for _ in 0..<500 {
            if condition() { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return condition()
    }

    @Test func oneHearsWhatChangesInOnesOwnOrganisationOnly() async throws {
        try await TestSite.on { site in
            let ours = try await site.workspace.member(session: site.begin())
            let theirs = try await site.workspace.member(session: site.another())
            let sink = Sink()
            let counter = site.server.site.streams
            let response = EventRoutes.stream(site.server.site, ours)
            #expect(response.headers[.contentType] == "text/event-stream")
            #expect(counter.count == 0)
            let reading = Task { try await response.body.write(Writer(sink: sink)) }
            #expect(try await eventually { sink.text.hasPrefix("retry: ") })
            #expect(counter.count == 1)
            // Listeners are taken up a moment after the first line.
            try await Task.sleep(for: .milliseconds(200))
            let foreign = try await site.workspace.makeCase(as: theirs, text: caseText("Theirs")).id
            let own = try await site.workspace.makeCase(as: ours, text: caseText("Ours")).id
            let job = try await site.workspace.makeDecisionJob(as: ours, own, trials: 1000, seed: 1).id
            #expect(try await eventually { sink.text.contains("event: job\ndata: {\"id\":\"\(job)\"}\n\n") })
            #expect(sink.text.contains("event: case\ndata: {\"id\":\"\(own)\"}\n\n"))
            #expect(!sink.text.contains(foreign))
            #expect(!sink.text.contains("Ours"))
            reading.cancel()
            _ = await reading.result
            #expect(try await eventually { counter.count == 0 })
        }
    }

    /// What ends somebody's right to hear.
    private static let endings: [(String, @Sendable (Workspace, Member) async throws -> Void)] = [
        ("signing out", { try await $0.signOut(as: $1) }),
        ("signing out everywhere", { try await $0.signOutEverywhere(as: $1) }),
    ]

    @Test(arguments: endings.indices) func theStreamEndsWithTheSession(ending: Int) async throws {
        try await TestSite.on { site in
            let member = try await site.workspace.member(session: site.begin())
            let response = EventRoutes.stream(site.server.site, member)
            let counter = site.server.site.streams
            let reading = Task { try await response.body.write(Writer(sink: Sink())) }
            #expect(try await eventually { counter.count == 1 })
            try await Task.sleep(for: .milliseconds(200))
            try await Self.endings[ending].1(site.workspace, member)
            #expect(try await eventually { counter.count == 0 }, "\(Self.endings[ending].0)")
            _ = try await reading.value
        }
    }

    @Test func theStreamEndsWithTheTokenTheRoleOrTheAccount() async throws {
        try await TestSite.on { site in
            let admin = try await site.workspace.member(session: site.begin())
            let counter = site.server.site.streams
            let secret = try await site.join("cy@alpha.example", [.analyst], by: admin)
            let analyst = try await site.workspace.member(session: secret)
            let token = try await site.workspace.makeToken(as: analyst, name: "X", scopes: [.read])
            let program = try await site.workspace.member(token: token)
            for listener in [analyst, program, admin] {
                let response = EventRoutes.stream(site.server.site, listener)
                Task { try await response.body.write(Writer(sink: Sink())) }
            }
            #expect(try await eventually { counter.count == 3 })
            try await Task.sleep(for: .milliseconds(200))
            let id = try #require(await site.workspace.tokens(as: analyst).first?.id)
            try await site.workspace.revokeToken(as: analyst, id: id)
            #expect(try await eventually { counter.count == 2 })
            try await site.workspace.setRoles(as: admin, of: analyst.person, to: [.clerk])
            #expect(try await eventually { counter.count == 1 })
            // Whoever else's right ends, this one goes on.
            try await site.workspace.setDisabled(as: admin, analyst.person, true)
            try await Task.sleep(for: .milliseconds(200))
            #expect(counter.count == 1)
            try await site.workspace.signOut(as: admin)
            #expect(try await eventually { counter.count == 0 })
        }
    }

    @Test func whoReadsNoCasesHearsNothing() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let member = try await site.workspace.member(session: ours)
            let clerk = try await site.join("cy@alpha.example", [.clerk], by: member)
            #expect(try await site.send(.get, "/api/events", as: .session(clerk)).status == .forbidden)
            let token = try await site.workspace.makeToken(as: member, name: "X", scopes: [.audit])
            #expect(try await site.send(.get, "/api/events", as: .token(token)).status == .forbidden)
            #expect(try await site.send(.get, "/api/events").status == .unauthorized)
        }
    }

    @Test func theStreamOfAJobEndsWithTheSession() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let member = try await site.workspace.member(session: ours)
            let theCase = try await site.workspace.makeCase(as: member, text: caseText("Ours")).id
            let job = try await site.workspace.makeDecisionJob(as: member, theCase, trials: 1000, seed: 1)
            let claimed = try #require(try await site.workspace.claimJob())
            let counter = site.server.site.streams
            let reading = Task { try await site.send(.get, "/jobs/\(job.id)/events", as: .session(ours)) }
            #expect(try await eventually { counter.count == 1 })
            try await site.workspace.signOut(as: member)
            // The job goes on; its next sign of life is not for whoever signed out.
            _ = try await site.workspace.beat(claimed.job, in: claimed.scope, done: 777)
            #expect(try await eventually { counter.count == 0 })
            let heard = try await reading.value.text
            #expect(heard.contains("\"state\":\"running\""))
            #expect(!heard.contains("777"))
        }
    }
}
