/// A database that keeps what it acknowledged: one interface, one set of SQL, two drivers.
///
/// A statement is written once, with numbered parameters (`?1`, `?2`, each may stand several times) and types that both
/// databases know (`TEXT`, `BIGINT`, `DOUBLE PRECISION`, `BYTEA`). Where dialects differ, the driver translates. The
/// conformance suite in `Tests/StorageTests/Conformance` is the definition of this protocol.
///
/// Bodies are synchronous: nothing else can happen between their statements, and none but the brief reads of
/// ``readBriefly(_:)`` runs on the threads of Swift's concurrency. A write may be run again from its beginning when it collides with another; so a body changes
/// nothing but the database.
public protocol Database: Sendable {
    var kind: DatabaseKind { get }

    /// Runs `body` on one consistent state; no statement may write.
    func read<Answer: Sendable>(_ body: @escaping @Sendable (any Statements) throws -> Answer) async throws -> Answer

    /// As ``read(_:)``, for a few rows found by their key: a driver may run `body` on the thread that asks, because waking
    /// another one takes longer than the read. A body that walks through a table would hold up everybody else there.
    func readBriefly<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer

    /// Runs `body` in one serializable transaction: all of it holds, or none. When this returns, the change is on disk.
    @discardableResult
    func write<Answer: Sendable>(_ body: @escaping @Sendable (any Statements) throws -> Answer) async throws -> Answer

    /// Payloads of ``Statements/notify(_:_:)`` on `channel`, of this process and, where the database serves several, of
    /// all, in order of commit; what one transaction tells twice is heard once. After a lost connection, and to a listener
    /// that is very slow, an empty payload says that something may have been missed. Ends with the task or when the database closes.
    func listen(to channel: String) -> AsyncStream<String>

    /// - Throws: where the database cannot be reached or written.
    func check() async throws

    /// Waits for what is running, then closes. Later calls throw ``StorageError/closed``.
    func close() async
}

extension Database {
    public func readBriefly<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try await read(body)
    }
}

public enum DatabaseKind: String, Sendable, CaseIterable {
    case sqlite = "SQLite"
    case postgresql = "PostgreSQL"
}

/// The statements of one transaction. Must not leave the body that it was given to.
///
/// After a statement that failed the transaction is dead: later statements throw the same error, and so does the
/// transaction even where the body swallowed it. The databases order nulls differently: write NULLS FIRST or LAST.
public protocol Statements: AnyObject {
    /// All rows of a query.
    func rows(_ sql: String, _ values: [Value]) throws -> [Row]

    /// Runs a statement that returns nothing.
    ///
    /// - Returns: how many rows it inserted, changed or deleted.
    @discardableResult
    func run(_ sql: String, _ values: [Value]) throws -> Int

    /// As ``rows(_:_:)`` and ``run(_:_:)``, for statements that are run very often.
    func rows(_ sql: SQL, _ values: [Value]) throws -> [Row]
    @discardableResult
    func run(_ sql: SQL, _ values: [Value]) throws -> Int

    /// Runs a statement that returns nothing once for each list of values, as if by ``run(_:_:)`` and much faster.
    ///
    /// - Returns: how many rows each inserted, changed or deleted.
    @discardableResult
    func runEach(_ sql: String, _ lists: [[Value]]) throws -> [Int]

    /// Something to be done once, before the commit, for all the writes that share it: a counter that each of them moves is
    /// changed once for all.
    ///
    /// - Parameters:
    ///   - key: what belongs together.
    ///   - value: what this write adds; forgotten where it fails.
    ///   - work: is given what all of them added, in order, and whose failure is the failure of all.
    func atCommit<Addition>(
        _ key: String, _ value: Addition, _ work: @escaping (any Statements, [Addition]) throws -> Void) throws

    /// Tells listeners, if and when the transaction commits. At most 7,000 bytes.
    func notify(_ channel: String, _ payload: String) throws
}

extension Statements {
    public func rows(_ sql: SQL, _ values: [Value]) throws -> [Row] { try rows(sql.text, values) }
    @discardableResult
    public func run(_ sql: SQL, _ values: [Value]) throws -> Int { try run(sql.text, values) }

    public func rows(_ sql: String) throws -> [Row] { try rows(sql, []) }
    @discardableResult public func run(_ sql: String) throws -> Int { try run(sql, []) }

    /// The first row, or nil without any.
    public func first(_ sql: String, _ values: [Value] = []) throws -> Row? { try rows(sql, values).first }
}
