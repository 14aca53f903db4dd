import GRDB
import Synchronization

/// The one writer: whoever comes while it writes waits, and all who wait share the next commit.
///
/// A commit waits for the disk, and the disk takes as long for a hundred changes as for one. Each write runs within a
/// savepoint of its own, so that one that fails takes nothing of the others with it; all are answered after the commit.
/// A batch holds who was waiting when it began, so it grows only while the disk is busy.
final class SharedCommits: Sendable {
    /// Of a batch; whoever comes later waits for one commit more.
    static let batchMost = 512
    /// A batch that has run so long is committed, and the rest of it waits: nobody's answer hangs on many slow writes.
    static let patience: Duration = .milliseconds(20)

    private struct Waiting {
        var writes: [PendingWrite] = []
        var isScheduled = false
        /// So many of the first are each a batch of their own.
        var alone = 0
        var connection: SQLiteHandle?
    }

    private let pool: DatabasePool
    private let texts: StatementCache<StatementText>
    private let brief: BriefReaders
    private let listeners: Listeners
    // The connection is used on the pool's writing queue only.
    private let waiting = UncheckedMutex(Waiting())

    init(_ pool: DatabasePool, texts: StatementCache<StatementText>, brief: BriefReaders, listeners: Listeners) {
        self.pool = pool
        self.texts = texts
        self.brief = brief
        self.listeners = listeners
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (SQLiteStatements) throws -> Answer
    ) async throws -> Answer {
        let cancellation = Cancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(PendingWrite(cancellation, continuation, body))
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    private func add(_ write: PendingWrite) {
        let isFirst = waiting.withLock { waiting in
            waiting.writes.append(write)
            defer { waiting.isScheduled = true }
            return !waiting.isScheduled
        }
        if isFirst { schedule() }
    }

    private func schedule() { pool.asyncWriteWithoutTransaction { [self] in work($0) } }

    /// On the pool's writing queue. One batch a turn: others (a backup, a check) use the queue too.
    private func work(_ database: GRDB.Database) {
        let (writes, connection) = waiting.withLock { waiting in
            let writes = Array(waiting.writes.prefix(waiting.alone > 0 ? 1 : Self.batchMost))
            waiting.writes.removeFirst(writes.count)
            let connection = waiting.connection ?? SQLiteHandle(database.sqliteConnection, texts: texts)
            waiting.connection = connection
            return (writes, connection)
        }
        let batch = SharedCommit(connection)
        brief.writeBegins()
        let rest = batch.run(writes)
        brief.writeEnded()
        // On the writer's queue and before the answers, so that listeners hear in order of commit.
        for told in batch.notifications { listeners.tell(told.channel, told.payload) }
        for answer in batch.answers { answer() }
        let isMore = waiting.withLock { waiting in
            // What a failure took with it is run again, each alone, so that it cannot happen twice.
            if batch.wasLost { waiting.alone = rest.count } else { waiting.alone = max(0, waiting.alone - 1) }
            waiting.writes.insert(contentsOf: rest, at: 0)
            waiting.isScheduled = !waiting.writes.isEmpty
            return waiting.isScheduled
        }
        if isMore { schedule() }
    }

    /// Once nobody writes any more, before the pool is closed.
    func close() {
        pool.writeWithoutTransaction { _ in
            waiting.withLock { waiting in
                waiting.connection?.forget()
                waiting.connection = nil
            }
        }
    }
}
