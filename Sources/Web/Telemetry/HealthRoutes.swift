import Hummingbird
import Logging
import Storage
import Workspace

/// For whoever watches the server: nothing of anybody's.
enum HealthRoutes {
    static let routes = [
        Route(method: .get, path: "/healthz", kind: .open, access: .everybody, summary: "The process answers") { _ in
            .text("ok\n", type: "text/plain; charset=utf-8")
        },
        Route(method: .get, path: "/readyz", kind: .open, access: .everybody, summary: "The database answers") {
            exchange in
            do {
                try await exchange.workspace.database.check()
                return .text("ready\n", type: "text/plain; charset=utf-8")
            } catch {
                exchange.context.logger.error("Not ready", metadata: ["reason": "\(error)"])
                return .text(
                    "the database does not answer\n", type: "text/plain; charset=utf-8", status: .serviceUnavailable)
            }
        },
        Route(method: .get, path: "/metrics", kind: .open, access: .everybody, summary: "Counts for Prometheus") {
            exchange in
            let gauges = [
                (
                    name: "shoreline_event_streams", help: "Event streams that are open.",
                    value: Double(exchange.site.streams.count)
                )
            ]
            return .text(
                exchange.site.telemetry.text(gauges: gauges), type: "text/plain; version=0.0.4; charset=utf-8")
        },
    ]
}
