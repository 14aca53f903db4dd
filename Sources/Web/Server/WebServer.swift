import Foundation
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle
import Storage
import UnixSignals
public import Workspace

/// The workspace as a server: pages, API and events over one `Workspace`.
public struct WebServer: Sendable {
    /// In the header of every answer.
    static let name = "shoreline"

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
        let responder = RouteTable.router(site).buildResponder()
        var application = Application(
            responder: responder, server: .http1(configuration: connections(responder)),
            configuration: .init(
                address: .hostname(site.settings.host, port: site.settings.port), serverName: Self.name),
            onServerRunning: { channel in await running(channel.localAddress?.port ?? 0) }, logger: site.logger)
        application.addServices(site.worker)
        return application
    }

    private func connections(_ responder: some HTTPResponder<SiteContext>) -> HTTP1Channel.Configuration {
        .init(
            additionalChannelHandlers: [
                PromptAnswers(responder, logger: site.logger)
            ])
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
