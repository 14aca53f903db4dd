/// One transaction of many writes, each within a savepoint.
///
/// Everybody is answered after the commit, those too whose bodies failed: what they failed on may be what an earlier one
/// of the batch wrote, and until the commit that is not so.
final class SharedCommit {
    private let connection: SQLiteHandle
    private var outcomes: [(write: PendingWrite, outcome: PendingWrite.Outcome)] = []

    /// After ``run(_:)``: to be called in this order.
    private(set) var answers: [() -> Void] = []
    private(set) var notifications: [TransactionState.Notification] = []
    /// SQLite took the whole transaction back, as it does when the disk is full: the others must be run again.
    private(set) var wasLost = false

    init(_ connection: SQLiteHandle) { self.connection = connection }

    /// - Returns: those that are still to be done.
    func run(_ writes: [PendingWrite]) -> [PendingWrite] {
        do {
            try connection.step("BEGIN IMMEDIATE")
        } catch {
            answers = writes.map { write in { write.fail(error) } }
            return []
        }
        let began = ContinuousClock.now
        for (index, write) in writes.enumerated() {
            let outcome = perform(write)
            guard connection.isInTransaction else { return lose(writes, index, outcome) }
            outcomes.append((write, outcome))
            if index + 1 < writes.count, ContinuousClock.now - began > SharedCommits.patience {
                commit()
                return Array(writes[(index + 1)...])
            }
        }
        commit()
        return []
    }

    private func perform(_ write: PendingWrite) -> PendingWrite.Outcome {
        if write.cancellation.isCancelled { return .failed(CancellationError()) }
        do {
            try connection.step("SAVEPOINT one")
            let statements = SQLiteStatements(connection, isReading: false) { write.cancellation.isCancelled }
            let outcome = connection.interruptible(by: write.cancellation) { write.run(statements) }
            if case .failed = outcome {
                if connection.isInTransaction { try connection.step("ROLLBACK TO one") }
            } else {
                notifications += statements.state.notifications
            }
            if connection.isInTransaction { try connection.step("RELEASE one") }
            return outcome
        } catch {
            // Without its savepoint a write cannot be told from the others.
            connection.rollBack()
            return .failed(error)
        }
    }

    /// What had been done is gone with the transaction, and nobody was told of it.
    private func lose(_ writes: [PendingWrite], _ index: Int, _ outcome: PendingWrite.Outcome) -> [PendingWrite] {
        wasLost = true
        notifications = []
        switch outcome {
        case .failed(let error): answers = [{ writes[index].fail(error) }]
        case .kept(let answer): answers = [{ answer(StorageError.busy) }]
        }
        return Array(writes[..<index]) + writes[(index + 1)...]
    }

    private func commit() {
        var failure: (any Error)?
        do {
            try connection.step("COMMIT")
        } catch {
            failure = error
            notifications = []
            connection.rollBack()
        }
        let reason = failure
        answers = outcomes.map { write, outcome in
            switch outcome {
            case .failed(let error): return { write.fail(reason ?? error) }
            case .kept(let answer): return { answer(reason) }
            }
        }
    }
}
