import Foundation
public import Hummingbird
public import Logging
import NIOCore
import ServiceLifecycle
import Storage
import UnixSignals
public import Workspace

/// The workspace as a server: pages, API and events over one `Workspace`.
public struct WebServer: Sendable {
    let site: Site

    public init(workspace: Workspace, settings: WebSettings, logger: Logger) {
        let answers = Answers(threads: settings.threads)
        site = Site(
            workspace: workspace, settings: settings, answers: answers, telemetry: Telemetry(),
            // A job leaves one processor to everybody else: with all of them it would hold up every page.
            worker: JobWorker(
                workspace: workspace, answers: answers, threads: max(1, settings.threads - 1), logger: logger),
            streams: StreamCounter(), logger: logger)
    }

    /// - Parameter running: called with the port, once requests are taken.
    public func application(running: @escaping @Sendable (Int) async -> Void = { _ in }) -> some ApplicationProtocol {
        var application = Application(
            router: RouteTable.router(site),
            configuration: .init(
                address: .hostname(site.settings.host, port: site.settings.port), serverName: "shoreline"),
            onServerRunning: { channel in await running(channel.localAddress?.port ?? 0) }, logger: site.logger)
        application.addServices(site.worker)
        return application
    }

    /// Serves until SIGTERM or SIGINT; then ends what is running, hands jobs back and closes the database.
    public func run(running: @escaping @Sendable (Int) async -> Void) async throws {
        do {
            try await application(running: running).runService(gracefulShutdownSignals: [.sigterm, .sigint])
        } catch {
            await site.workspace.database.close()
            throw error
        }
        await site.workspace.database.close()
    }
}
