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
            guard mayHear(member) else { throw WorkspaceError.forbidden(.readCases) }
            return stream(exchange.site, member)
        }
    ]

    /// So often a comment is sent, so that proxies keep the connection and a closed one is noticed.
    static let heartbeat = Duration.seconds(15)

    private static func mayHear(_ member: Member) -> Bool { member.can(.readCases) }

    private enum Tidings: Sendable {
        case event(String)
        /// Whether the listener may still hear is to be asked again.
        case doubt
    }

    /// Ends when the listener's session or token does, or their right to read cases.
    static func stream(_ site: Site, _ member: Member) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                site.streams.enter()
                defer { site.streams.leave() }
                let tidings = merged(site, member)
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                for await one in tidings.cancelOnGracefulShutdown() {
                    switch one {
                    case .event(let text): try await writer.write(ByteBuffer(string: text))
                    case .doubt:
                        guard try await site.workspace.current(member).map(mayHear) == true else {
                            return try await writer.finish(nil)
                        }
                    }
                }
                try await writer.finish(nil)
            })
    }

    private static func merged(_ site: Site, _ member: Member) -> AsyncStream<Tidings> {
        AsyncStream(bufferingPolicy: .bufferingNewest(256)) { out in
            let database = site.workspace.database
            let tasks = [("cases", "case"), ("jobs", "job")].map { channel, name in
                Task {
                    for await id in database.listen(to: channel, in: member.scope) {
                        out.yield(
                            .event(
                                id.isEmpty
                                    ? "event: missed\ndata: {}\n\n" : "event: \(name)\ndata: {\"id\":\"\(id)\"}\n\n"))
                    }
                    out.finish()
                }
            }
            let access = Task {
                for await person in database.listen(to: Workspace.accessChannel, in: member.scope)
                where person.isEmpty || person == member.person { out.yield(.doubt) }
            }
            let beats = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: heartbeat)
                    // Sessions also end by themselves.
                    out.yield(.doubt)
                    out.yield(.event(": still here\n\n"))
                }
            }
            out.onTermination = { _ in
                for task in tasks { task.cancel() }
                access.cancel()
                beats.cancel()
            }
        }
    }
}
