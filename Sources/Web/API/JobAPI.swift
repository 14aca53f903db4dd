import Economics
import Hummingbird
import Notation
import Workspace

/// Long work.
enum JobAPI {
    static let routes = [
        Route.api(
            .post, "/api/cases/{id}/jobs", .can(.readCases), "Simulate many futures",
            Contract(
                headers: [Contract.idempotencyKey],
                body: Shape.object(
                    [
                        ("trials", Shape.integer(Decide.trialsAllowed)), ("seed", Shape.integer(0...Int(Int32.max))),
                        ("version", Shape.integer(1...1_000_000_000)),
                    ], optional: ["seed", "version"]),
                answers: [
                    .init(status: 202, about: "The job", schema: Shape.ref("Job"), headers: ["Location": "Its address"])
                ], problems: [400, 404, 409, 413, 422])
        ) { exchange in
            let body = try exchange.body(knows: ["trials", "seed", "version"])
            let trials = try body.integer("trials", in: Decide.trialsAllowed, default: 0)
            if trials == 0 { throw RequestBodyTree.fault("trials", "trials is missing.", "Send how many futures.") }
            let version = try body.integer("version", in: 1...1_000_000_000, default: 0)
            let job = try await exchange.workspace.makeDecisionJob(
                as: try exchange.member, try exchange.parameter("id"), version: version == 0 ? nil : version,
                trials: trials, seed: UInt64(try body.integer("seed", in: 0...Int(Int32.max), default: 1)))
            exchange.site.worker.wake()
            return .json(tree(job), status: .accepted, headers: [.location: "/api/jobs/\(job.id)"])
        },
        Route.api(
            .get, "/api/jobs", .can(.readCases), "List jobs", detail: "Newest first.",
            Contract(
                query: [
                    .init(name: "case", place: .query, about: "Of one case only.", schema: Shape.id),
                    .init(name: "limit", place: .query, about: "Jobs a page.", schema: Shape.integer(1...200)),
                    .init(
                        name: "before", place: .query, about: "`next` of the page before.",
                        schema: Shape.text(most: 100)),
                ], answers: [.init(status: 200, about: "A page of jobs", schema: Shape.ref("JobPage"))], problems: [422]
            )
        ) { exchange in
            let limit = try exchange.queryNumber("limit", default: 50, in: 1...200)
            let after = try PageCursor.read(exchange.query["before"], field: "before").map { ($0.time, $0.id) }
            let jobs = try await exchange.workspace.jobs(
                as: try exchange.member, caseID: try exchange.queryID("case"), after: after, limit: limit + 1)
            let page = jobs.prefix(limit)
            return .json(
                .map([
                    ("jobs", .list(page.map(tree))),
                    (
                        "next",
                        jobs.count > limit ? .text(page.last.map { PageCursor.text($0.createdAt, $0.id) }) : .null
                    ),
                ]))
        },
        Route.api(
            .get, "/api/jobs/{id}", .can(.readCases), "How far a job is",
            Contract(answers: [.init(status: 200, about: "The job", schema: Shape.ref("Job"))], problems: [404])
        ) { exchange in
            .json(tree(try await exchange.workspace.job(as: try exchange.member, try exchange.parameter("id"))))
        },
        Route.api(
            .get, "/api/jobs/{id}/result", .can(.readCases), "What a job found",
            detail: "The response of `economics.simulate`; 404 until it is done.",
            Contract(
                answers: [.init(status: 200, about: "The decision", schema: Shape.ref("Decision"))], problems: [404])
        ) { exchange in
            let job = try await exchange.workspace.job(as: try exchange.member, try exchange.parameter("id"))
            guard let result = job.result else { throw WorkspaceError.notFound }
            return .text(result, type: "application/json")
        },
        Route.api(
            .post, "/api/jobs/{id}/cancel", .can(.readCases), "Cancel a job",
            detail: "A job that has ended stays as it is.",
            Contract(
                headers: [Contract.idempotencyKey],
                answers: [.init(status: 200, about: "The job", schema: Shape.ref("Job"))],
                problems: [400, 404, 409, 413])
        ) { exchange in
            .json(tree(try await exchange.workspace.cancelJob(as: try exchange.member, try exchange.parameter("id"))))
        },
    ]

    static let schemas: [(String, Tree)] = [
        (
            "Job",
            Shape.object([
                ("id", Shape.id), ("case", Shape.id), ("version", Shape.integer), ("kind", Shape.string),
                ("trials", Shape.integer), ("seed", .map([("type", .text("number"))])),
                ("state", Shape.one(of: ["waiting", "running", "done", "cancelled", "failed"])),
                ("done", Shape.integer), ("problem", Shape.orNull(Shape.string)), ("created", Shape.time),
                ("ended", Shape.orNull(Shape.time)),
            ])
        ),
        ("JobPage", Shape.object([("jobs", Shape.list(of: Shape.ref("Job"))), ("next", Shape.orNull(Shape.string))])),
    ]

    private static func tree(_ job: Job) -> Tree {
        .map([
            ("id", .text(job.id)), ("case", .text(job.caseID)), ("version", .number(job.version)),
            ("kind", .text(job.kind)), ("trials", .number(job.trials)), ("seed", .number(Double(job.seed))),
            ("state", .text(job.state.rawValue)), ("done", .number(job.done)), ("problem", .text(job.problem)),
            ("created", .text(Moment.iso(job.createdAt))), ("ended", .text(job.endedAt.map(Moment.iso))),
        ])
    }
}
