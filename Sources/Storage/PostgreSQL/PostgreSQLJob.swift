import Synchronization

/// One transaction that somebody waits for. It is taken by one thread or given up, never both.
final class PostgreSQLJob: Sendable {
    private enum Stage { case waiting, running, ended }

    let isReading: Bool
    let deadline: ContinuousClock.Instant
    let cancellation: Cancellation
    /// Runs the transaction once and tells the caller its answer; throws a ``PostgreSQLFault`` where it may be run again.
    let perform: @Sendable (PostgreSQLConnection, PostgreSQLJob) throws -> Void
    private let fail: @Sendable (any Error) -> Void
    private let stage = Mutex(Stage.waiting)

    init(
        isReading: Bool, deadline: ContinuousClock.Instant, cancellation: Cancellation,
        perform: @escaping @Sendable (PostgreSQLConnection, PostgreSQLJob) throws -> Void,
        fail: @escaping @Sendable (any Error) -> Void
    ) {
        self.isReading = isReading
        self.deadline = deadline
        self.cancellation = cancellation
        self.perform = perform
        self.fail = fail
    }

    /// - Returns: false when it was given up before.
    func take() -> Bool { move(from: .waiting, to: .running) }

    func giveUpWaiting(_ error: any Error) {
        if move(from: .waiting, to: .ended) { fail(error) }
    }

    func giveUp(_ error: any Error) {
        if move(from: .running, to: .ended) { fail(error) }
    }

    private func move(from old: Stage, to new: Stage) -> Bool {
        stage.withLock { stage in
            guard stage == old else { return false }
            stage = new
            return true
        }
    }
}
