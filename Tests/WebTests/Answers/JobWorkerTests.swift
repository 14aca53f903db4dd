import Logging
import ServiceLifecycle
import Storage
import Testing

@testable import Web
@testable import Workspace

@Suite struct JobWorkerTests {
    private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A worker as the server runs it, until `body` ends or ends it.
    private func working(
        _ site: TestSite, _ body: (JobWorker, ServiceGroup) async throws -> Void
    ) async throws {
        let worker = JobWorker(
            workspace: site.workspace, answers: Answers(threads: 1), threads: 1, logger: Self.silent)
        let group = ServiceGroup(services: [worker], logger: Self.silent)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            try await body(worker, group)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// The job, once it is as wanted; as it is after half a minute otherwise.
    private func job(
        _ site: TestSite, _ member: Member, _ id: String, when isRight: (Job) -> Bool
    ) async throws -> Job {
        for _ in 0..<1500 {
            let job = try await site.workspace.job(as: member, id)
            if isRight(job) { return job }
            try await Task.sleep(for: .milliseconds(20))
        }
        return try await site.workspace.job(as: member, id)
    }

    private func begin(_ site: TestSite, trials: Int) async throws -> (Member, String, String) {
        let member = try await site.workspace.member(session: site.begin())
        let theCase = try await site.workspace.makeCase(as: member, text: caseText("Ours")).id
        let id = try await site.workspace.makeDecisionJob(as: member, theCase, trials: trials, seed: 1).id
        return (member, theCase, id)
    }

    private func onFlaky(_ body: @Sendable (TestSite, FlakyDatabase) async throws -> Void) async throws {
        nonisolated(unsafe) var flaky: FlakyDatabase?
        try await TestSite.on(wrapping: { database in
            let wrapped = FlakyDatabase(database)
            flaky = wrapped
            return wrapped
        }) { site in try await body(site, #require(flaky)) }
    }

    @Test func aJobRunsToItsEnd() async throws {
        try await TestSite.on { site in
            let (member, _, id) = try await begin(site, trials: 3000)
            try await working(site) { _, _ in
                let done = try await job(site, member, id) { !$0.isOpen }
                #expect(done.state == .done)
                #expect(done.done == 3000)
                #expect(done.result?.contains("\"trials\":3000") == true)
            }
        }
    }

    @Test func aCancelledJobEndsSoonAndTheNextOneRuns() async throws {
        try await TestSite.on { site in
            let (member, theCase, long) = try await begin(site, trials: 1_000_000)
            try await working(site) { worker, _ in
                let running = try await job(site, member, long) { $0.done > 0 }
                #expect(running.state == .running)
                let next = try await site.workspace.makeDecisionJob(as: member, theCase, trials: 1000, seed: 2).id
                worker.wake()
                _ = try await site.workspace.cancelJob(as: member, long)
                let second = try await job(site, member, next) { !$0.isOpen }
                #expect(second.state == .done)
                let cancelled = try await site.workspace.job(as: member, long)
                #expect(cancelled.state == .cancelled)
                #expect(cancelled.result == nil)
            }
        }
    }

    /// Nothing is lost when the server ends: whoever starts next takes the job up.
    @Test func anEndingServerGivesItsJobBack() async throws {
        try await TestSite.on { site in
            let (member, _, id) = try await begin(site, trials: 200_000)
            try await working(site) { _, group in
                let running = try await job(site, member, id) { $0.done > 0 }
                #expect(running.state == .running)
                await group.triggerGracefulShutdown()
            }
            let released = try await site.workspace.job(as: member, id)
            #expect(released.state == .waiting)
            try await working(site) { _, _ in
                let done = try await job(site, member, id) { !$0.isOpen }
                #expect(done.state == .done)
                #expect(done.done == 200_000)
            }
        }
    }

    @Test func aJobOutlivesADatabaseThatIsAwayForAMoment() async throws {
        try await onFlaky { site, database in
            let (member, _, id) = try await begin(site, trials: 200_000)
            try await working(site) { _, _ in
                let running = try await job(site, member, id) { $0.done > 0 }
                #expect(running.state == .running)
                database.fail(3)
                let done = try await job(site, member, id) { !$0.isOpen }
                #expect(database.left == 0)
                #expect(done.state == .done)
            }
        }
    }

    @Test func theEndOfAJobIsWrittenWhenTheDatabaseIsBack() async throws {
        try await onFlaky { site, database in
            let (member, _, id) = try await begin(site, trials: 1000)
            try await working(site) { _, _ in
                // Claimed, and then everything fails that is written: beats or the end.
                _ = try await job(site, member, id) { $0.state != .waiting }
                database.fail(2)
                let done = try await job(site, member, id) { !$0.isOpen }
                #expect(done.state == .done)
            }
        }
    }
}
