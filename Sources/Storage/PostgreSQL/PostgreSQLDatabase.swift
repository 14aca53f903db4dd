import Dispatch

public import Logging

/// A database on a PostgreSQL server, which several processes may use at once.
///
/// Writes come one after the other, across all servers; reads see one snapshot. Connections have threads of their own,
/// come back after a loss, and whoever waits for one too long is told so.
public final class PostgreSQLDatabase: Database {
    public var kind: DatabaseKind { .postgresql }

    let address: PostgreSQLAddress
    private let patience: Duration
    private let queue = WorkQueue()
    private let workers: [PostgreSQLWorker]
    private let threads = DispatchGroup()
    private let texts = StatementCache<StatementText>()
    private let gate = Gate()
    private let listeners: Listeners
    private let listener: PostgreSQLListener

    /// Connects, checks the server and migrates.
    ///
    /// - Parameters:
    ///   - address: `postgres://…`; its password is in no error and no log.
    ///   - connections: how many transactions run at once; one more connection listens.
    /// - Throws: ``StorageError``, at once where the server cannot be reached.
    public static func open(
        address: String, connections: Int = 6, logger: Logger
    ) async throws -> PostgreSQLDatabase {
        try await open(address: address, connections: connections, migrations: Schema.migrations, logger: logger)
    }

    /// - Parameter patience: how long a caller waits for a connection.
    static func open(
        address: String, connections: Int = 6, migrations: [Migration], patience: Duration = .seconds(15),
        logger: Logger
    ) async throws -> PostgreSQLDatabase {
        let address = try PostgreSQLAddress(address)
        return try await Blocking.run {
            do {
                let first = try PostgreSQLConnection(address)
                try PostgreSQLServer(first, logger: logger).prepare(migrations)
                return try PostgreSQLDatabase(address, connections, patience, first, logger)
            } catch let fault as PostgreSQLFault {
                throw fault.error
            }
        }
    }

    private init(
        _ address: PostgreSQLAddress, _ connections: Int, _ patience: Duration, _ first: PostgreSQLConnection,
        _ logger: Logger
    ) throws {
        self.address = address
        self.patience = patience
        let listeners = Listeners()
        self.listeners = listeners
        listener = try PostgreSQLListener(address, listeners: listeners, logger: logger)
        let queue = queue
        workers = (0..<max(connections, 1)).map { _ in PostgreSQLWorker(address, queue: queue, logger: logger) }
        try listener.start(with: first, in: threads)
        for worker in workers { worker.start(in: threads) }
    }

    deinit {
        queue.close()
        listener.stop()
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try await transact(isReading: true, body)
    }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try await transact(isReading: false, body)
    }

    private func transact<Answer: Sendable>(
        isReading: Bool, _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try gate.enter()
        defer { gate.leave() }
        let cancellation = Cancellation()
        let transaction = PostgreSQLTransaction(isReading: isReading, texts: texts, body: body)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let job = PostgreSQLJob(
                    isReading: isReading, deadline: .now + patience, cancellation: cancellation,
                    perform: { continuation.resume(returning: try transaction.run(on: $0, $1.cancellation)) },
                    fail: { continuation.resume(throwing: $0) })
                cancellation.whenCancelled { [workers] in
                    job.giveUpWaiting(CancellationError())
                    // Cancelling connects to the server, which may block.
                    DispatchQueue.global().async { for worker in workers { worker.cancel(job) } }
                }
                queue.add(job)
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    public func listen(to channel: String) -> AsyncStream<String> { listeners.listen(to: channel) }

    public func check() async throws {
        let isStandby = try await write { statements in
            try statements.first("SELECT pg_is_in_recovery() AS standby, COUNT(*) AS versions FROM schema_versions")?
                .integer("standby") == 1
        }
        if isStandby { throw StorageError.readOnly }
    }

    public func close() async {
        await gate.close()
        listeners.close()
        queue.close()
        listener.stop()
        let threads = threads
        await withCheckedContinuation { continuation in
            threads.notify(queue: .global()) { continuation.resume() }
        }
    }
}
