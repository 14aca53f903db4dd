import Economics
import Hummingbird
import NIOCore
import Notation
import ServiceLifecycle
import Storage
import Workspace

/// Long work: begin it, see how far it is, cancel it.
enum JobRoutes {
    static let routes = [
        Route.page(.post, "/cases/{id}/jobs", .can(.readCases), "Simulate many futures") { exchange in
            let page = try await CasePage(exchange)
            let trials = try exchange.form()["trials"].flatMap { Int($0) } ?? 0
            let job = try await exchange.workspace.makeDecisionJob(as: page.member, page.id, trials: trials, seed: 1)
            exchange.site.worker.wake()
            return .seeOther("/jobs/\(job.id)")
        },
        Route.page(.get, "/jobs/{id}", .can(.readCases), "How far a job is") { exchange in
            let member = try exchange.member
            let job = try await exchange.workspace.job(as: member, try exchange.parameter("id"))
            let line = try await exchange.workspace.caseLine(as: member, job.caseID)
            let names = try await exchange.workspace.names(as: member)
            let state: JobView.State =
                switch job.state {
                case .waiting: .waiting
                case .running: .running
                case .done: .done
                case .cancelled: .cancelled
                case .failed: .failed(job.problem ?? "The simulation failed.")
                }
            let values = JobView.Values(
                id: job.id, caseID: job.caseID, caseTitle: line.title,
                title: "Decision with \(Format.decimal(Double(job.trials))) simulated futures", state: state,
                done: job.done, total: job.trials,
                begun: "\(names[job.createdBy] ?? "somebody"), \(DateWords.minute(job.createdAt))",
                result: job.state == .done
                    ? .init(
                        "See the decision", "/cases/\(job.caseID)/decision?version=\(job.version)&trials=\(job.trials)")
                    : nil)
            var page = JobView.page(values, viewer: try exchange.requireViewer())
            if job.state == .done {
                page.body += Form.actions(Form.link("All figures (JSON)", "/jobs/\(job.id)/result.json"))
            }
            return exchange.page(page)
        },
        Route.page(.get, "/jobs/{id}/result.json", .can(.readCases), "What a job found") { exchange in
            let job = try await exchange.workspace.job(as: try exchange.member, try exchange.parameter("id"))
            guard let result = job.result else { throw WorkspaceError.notFound }
            return .download(Array(result.utf8), name: "decision-\(job.trials).json", type: "application/json")
        },
        Route.page(.post, "/jobs/{id}/cancel", .can(.readCases), "Cancel a job") { exchange in
            let job = try await exchange.workspace.cancelJob(as: try exchange.member, try exchange.parameter("id"))
            return .seeOther("/jobs/\(job.id)")
        },
        Route.page(.get, "/jobs/{id}/events", .can(.readCases), "Hear how far a job is", streams: true) { exchange in
            let member = try exchange.member
            let job = try await exchange.workspace.job(as: member, try exchange.parameter("id"))
            return stream(exchange.site, member, job)
        },
    ]

    /// Ends with the job, or with the listener's right to hear of it.
    private static func stream(_ site: Site, _ member: Member, _ first: Job) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                site.streams.enter()
                defer { site.streams.leave() }
                // Listening begins before the job is read, so that nothing falls between the two.
                let events = site.workspace.database.listen(to: "jobs", in: member.scope)
                var job = try await site.workspace.job(as: member, first.id)
                try await writer.write(text(job))
                if job.isOpen {
                    for await id in events.cancelOnGracefulShutdown() where id == first.id || id.isEmpty {
                        guard let now = try await site.workspace.current(member), now.can(.readCases) else { break }
                        job = try await site.workspace.job(as: now, first.id)
                        try await writer.write(text(job))
                        if !job.isOpen { break }
                    }
                }
                try await writer.finish(nil)
            })
    }

    private static func text(_ job: Job) -> ByteBuffer {
        let tree = Tree.map([
            ("done", .number(job.done)), ("total", .number(job.trials)), ("state", .text(job.state.rawValue)),
        ])
        return ByteBuffer(string: "data: \(JSONWriter.text(tree))\n\n")
    }
}
