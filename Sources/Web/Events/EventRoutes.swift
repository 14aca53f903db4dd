import Hummingbird
import NIOCore
import Notation
import ServiceLifecycle
import Storage
import Workspace

/// Server-sent events (WHATWG HTML § 9.2): which case or job changed, never what in it; whoever hears it asks again.
enum EventRoutes {
    static let routes = [
        Route.api(
            .get, "/api/events", .signedIn, "Hear what changes",
            detail:
                "An event stream. Each event is `case` or `job` with the id of what changed; an event `missed` says that some may have been missed, so that everything should be read again.",
            streams: true,
            Contract(answers: [.init(status: 200, about: "The stream", schema: nil, media: "text/event-stream")])
        ) { exchange in
            let member = try exchange.member
            guard member.can(.readCases) else { throw WorkspaceError.forbidden(.readCases) }
            return stream(exchange.site, member.scope)
        }
    ]

    /// So often a comment is sent, so that proxies keep the connection and a closed one is noticed.
    static let heartbeat = Duration.seconds(15)

    static func stream(_ site: Site, _ scope: Scope) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                site.streams.enter()
                defer { site.streams.leave() }
                let events = merged(site, scope)
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                for await event in events.cancelOnGracefulShutdown() {
                    try await writer.write(ByteBuffer(string: event))
                }
                try await writer.finish(nil)
            })
    }

    private static func merged(_ site: Site, _ scope: Scope) -> AsyncStream<String> {
        AsyncStream(bufferingPolicy: .bufferingNewest(256)) { out in
            let tasks = [("cases", "case"), ("jobs", "job")].map { channel, name in
                Task {
                    for await id in site.workspace.database.listen(to: channel, in: scope) {
                        out.yield(
                            id.isEmpty ? "event: missed\ndata: {}\n\n" : "event: \(name)\ndata: {\"id\":\"\(id)\"}\n\n")
                    }
                    out.finish()
                }
            }
            let beats = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: heartbeat)
                    out.yield(": still here\n\n")
                }
            }
            out.onTermination = { _ in
                for task in tasks { task.cancel() }
                beats.cancel()
            }
        }
    }
}
