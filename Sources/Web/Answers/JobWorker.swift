import Compute
import Economics
import Foundation
import Logging
import Notation
import ServiceLifecycle
import Storage
import Sourcing
import Synchronization
import Workspace

/// Runs the jobs of the workspace, one at a time, with progress and an ear for cancelling.
///
/// Weakness: a job that was running when its process died starts again from its first trial. The same seed gives the
/// same answer, so nothing but time is lost.
final class JobWorker: Service {
    private let workspace: Workspace
    private let answers: Answers
    private let threads: Int
    private let logger: Logger
    private let (signal, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    init(workspace: Workspace, answers: Answers, threads: Int, logger: Logger) {
        self.workspace = workspace
        self.answers = answers
        self.threads = threads
        self.logger = logger
    }

    /// There may be work.
    func wake() { bell.yield() }

    func run() async throws {
        wake()
        // Other processes' jobs, and those of the dead, are found by looking now and then.
        let timer = Task { [bell] in
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(15))
                bell.yield()
            }
        }
        defer { timer.cancel() }
        await withGracefulShutdownHandler {
            for await _ in signal.cancelOnGracefulShutdown() {
                while !Task.isCancelled, !Task.isShuttingDownGracefully {
                    do {
                        guard let claimed = try await workspace.claimJob() else { break }
                        await run(claimed.job, claimed.version, claimed.scope)
                    } catch {
                        logger.error("A job could not be taken", metadata: ["reason": "\(error)"])
                        break
                    }
                }
            }
        } onGracefulShutdown: { [bell] in
            bell.finish()
        }
    }

    private func run(_ job: Job, _ version: CaseVersion, _ scope: Scope) async {
        let (text, digest) = (version.text, version.digest)
        let progress = Progress()
        let work = Task { [answers, threads] in
            try await answers.compute {
                let theCase = try CaseReader.read(text: text)
                return try Decide(trials: job.trials, seed: job.seed, threads: threads)(theCase) { done in
                    progress.reach(done)
                    return !progress.isStopped
                }
            }
        }
        let beats = Task { [workspace, logger] in
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(300))
                do {
                    if try await !workspace.beat(job, in: scope, done: progress.done) { progress.stop() }
                } catch {
                    // The next one may reach the database again; nothing of the work is lost meanwhile.
                    logger.warning(
                        "A job's progress was not kept", metadata: ["job": "\(job.id)", "reason": "\(error)"])
                }
            }
        }
        defer { beats.cancel() }
        do {
            let decision = try await withGracefulShutdownHandler {
                try await work.value
            } onGracefulShutdown: {
                progress.stop()
            }
            guard let decision else {
                // Stopped: by whoever cancelled it, or because the process ends; then somebody else takes it up.
                try await patiently { try await workspace.release(job, in: scope) }
                return
            }
            let result = JSONWriter.text(DecisionResponse.tree(of: decision, complete: true))
            await answers.keep(decision, digest: digest, trials: job.trials, seed: job.seed)
            try await patiently { try await workspace.finish(job, in: scope, result: result, problem: nil) }
        } catch let WorkspaceError.invalid(faults) {
            try? await workspace.finish(job, in: scope, result: nil, problem: faults.description)
        } catch {
            logger.error("A job failed", metadata: ["job": "\(job.id)", "reason": "\(error)"])
            try? await workspace.finish(
                job, in: scope, result: nil, problem: "The simulation failed. The server's log says more.")
        }
    }

    /// Again after a moment where the database does not answer: a simulation of minutes must not be lost for that.
    private func patiently(_ write: () async throws -> Void) async throws {
        for wait in [0.2, 0.5, 1, 2, 5] {
            do { return try await write() } catch let error as StorageError {
                logger.warning("The end of a job was not kept; trying again", metadata: ["reason": "\(error)"])
                // Where the process is ending as well: it waits for this.
                try? await Task.sleep(for: .seconds(wait))
            }
        }
        try await write()
    }

    /// Between the simulation's threads and the task that reports.
    private final class Progress: Sendable {
        private let state = Mutex((done: 0, isStopped: false))
        var done: Int { state.withLock { $0.done } }
        var isStopped: Bool { state.withLock { $0.isStopped } }
        func reach(_ count: Int) { state.withLock { $0.done = max($0.done, count) } }
        func stop() { state.withLock { $0.isStopped = true } }
    }
}
