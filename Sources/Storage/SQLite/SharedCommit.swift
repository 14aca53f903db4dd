/// One transaction of many writes.
///
/// A savepoint for each write lets one fail without the others. It also makes SQLite copy every page that the write changes;
/// and hardly any write fails after it has changed something. So a batch first runs without, and only where one fails so
/// is all taken back and run again with savepoints.
///
/// Everybody is answered after the commit, those too whose bodies failed: what they failed on may be what an earlier one
/// of the batch wrote, and until the commit that is not so.
final class SharedCommit {
    private let connection: SQLiteHandle
    private var outcomes: [(write: PendingWrite, outcome: PendingWrite.Outcome)] = []
    private var tail = Tail()

    /// After ``run(_:)``: to be called in this order.
    private(set) var answers: [() -> Void] = []
    private(set) var notifications: [TransactionState.Notification] = []
    /// SQLite took the whole transaction back, as it does when the disk is full: the others must be run again.
    private(set) var wasLost = false

    init(_ connection: SQLiteHandle) { self.connection = connection }

    /// - Returns: those that are still to be done.
    func run(_ writes: [PendingWrite]) -> [PendingWrite] {
        if let rest = attempt(writes, withSavepoints: false) { return rest }
        return attempt(writes, withSavepoints: true) ?? []
    }

    /// - Returns: those that are still to be done; nil where savepoints are needed.
    private func attempt(_ writes: [PendingWrite], withSavepoints: Bool) -> [PendingWrite]? {
        (outcomes, notifications, tail) = ([], [], Tail())
        do {
            try connection.step("BEGIN IMMEDIATE")
        } catch {
            answers = writes.map { write in { write.fail(error) } }
            return []
        }
        let began = ContinuousClock.now
        for (index, write) in writes.enumerated() {
            let (outcome, hasWritten) = withSavepoints ? performApart(write) : perform(write)
            guard connection.isInTransaction else { return lose(writes, index, outcome) }
            if case .failed = outcome, !withSavepoints, hasWritten {
                connection.rollBack()
                guard writes.count == 1, case .failed(let error) = outcome else { return nil }
                answers = [{ write.fail(error) }]
                return []
            }
            outcomes.append((write, outcome))
            if index + 1 < writes.count, ContinuousClock.now - began > SharedCommits.patience {
                commit()
                return Array(writes[(index + 1)...])
            }
        }
        commit()
        return []
    }

    private func perform(_ write: PendingWrite) -> (PendingWrite.Outcome, hasWritten: Bool) {
        if write.cancellation.isCancelled { return (.failed(CancellationError()), false) }
        let statements = SQLiteStatements(connection, isReading: false) { write.cancellation.isCancelled }
        let outcome = connection.interruptible(by: write.cancellation) { write.run(statements) }
        if case .kept = outcome {
            notifications += statements.state.notifications
            tail.add(statements.state.tail)
        }
        return (outcome, statements.state.hasWritten)
    }

    /// Within a savepoint of its own.
    private func performApart(_ write: PendingWrite) -> (PendingWrite.Outcome, hasWritten: Bool) {
        do {
            try connection.step("SAVEPOINT one")
            let (outcome, hasWritten) = perform(write)
            if case .failed = outcome, connection.isInTransaction { try connection.step("ROLLBACK TO one") }
            if connection.isInTransaction { try connection.step("RELEASE one") }
            return (outcome, hasWritten)
        } catch {
            // Without its savepoint a write cannot be told from the others.
            connection.rollBack()
            return (.failed(error), true)
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
            if !tail.isEmpty {
                let statements = SQLiteStatements(connection, isReading: false) { false }
                defer { statements.state.end() }
                try tail.run(statements)
                try statements.state.finish()
            }
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
