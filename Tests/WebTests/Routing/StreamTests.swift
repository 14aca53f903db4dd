import Testing

@testable import Web

@Suite struct StreamTests {
    @Test(arguments: [
        ("/api/events", true), ("/jobs/abc/events", true), ("/jobs/abc", false), ("/jobs/abc/events/x", false),
        ("/cases/events", false), ("/", false),
    ]) func whatIsSentBitByBitIsKnownByItsPath(path: String, isStream: Bool) {
        #expect(RouteTable.streams(path) == isStream)
    }

    /// A route whose answer is a stream must say so, or it would be sent only at its end.
    @Test func everyStreamIsMarked() {
        let named = RouteTable.routes.filter { $0.path.hasSuffix("/events") }
        #expect(named.count == 2)
        #expect(named.count { $0.streams } == 2)
        for route in RouteTable.routes {
            let isStream = route.contract.answers.contains { $0.media == "text/event-stream" }
            guard isStream else { continue }
            #expect(route.streams)
        }
    }
}
