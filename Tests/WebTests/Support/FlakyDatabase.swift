import Storage
import Synchronization

/// A database that can be told to fail its writes for a while.
final class FlakyDatabase: Database {
    private let database: any Database
    private let failures = Mutex(0)

    init(_ database: any Database) { self.database = database }

    /// The next so many writes fail.
    func fail(_ count: Int) { failures.withLock { $0 = count } }
    var left: Int { failures.withLock { $0 } }

    var kind: DatabaseKind { database.kind }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer { try await database.read(body) }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        let fails = failures.withLock { failures in
            guard failures > 0 else { return false }
            failures -= 1
            return true
        }
        if fails { throw StorageError.unreachable("The cable is out.") }
        return try await database.write(body)
    }

    func listen(to channel: String) -> AsyncStream<String> { database.listen(to: channel) }
    func check() async throws { try await database.check() }
    func close() async { await database.close() }
}
