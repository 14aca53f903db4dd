import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web
@testable import Workspace

@Suite struct AuditPageTests {
    @Test func whatWasDoneIsNamedAndLeadsWhereTheReaderMayGo() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let admin = try await site.workspace.member(session: ours)
            let auditor = try await site.join("au@alpha.example", [.auditor], by: admin)
            let toCase = "<a href=\"/cases/\(own.caseID)\">Invoices, again</a>"
            let toPerson = "<a href=\"/people#person-\(own.person)\">Cy</a>"
            let seen = try await site.send(.get, "/audit", as: .session(ours)).text
            #expect(seen.contains(toCase) && seen.contains(toPerson))
            #expect(
                try await site.send(.get, "/people", as: .session(ours)).text.contains("id=\"person-\(own.person)\""))
            let read = try await site.send(.get, "/audit", as: .session(auditor)).text
            #expect(read.contains(toCase) && !read.contains(toPerson))
            // What has no page keeps its id, and the exports keep all of them.
            #expect(seen.contains(own.token))
            #expect(try await site.send(.get, "/audit.csv", as: .session(ours)).text.contains(own.caseID))
        }
    }
}
