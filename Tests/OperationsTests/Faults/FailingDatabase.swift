import Storage
import Synchronization

/// A database that fails when it is told to: at the n-th operation, once or from then on, or after a commit whose answer is
/// lost on the way.
final class FailingDatabase: Database {
    private struct Plan {
        /// How many operations go well before one fails; nil for all.
        var left: Int?
        var failsOn = false
        var losesAnswer = false
    }

    static let failure = StorageError.unreachable("It was told to fail.")

    private let inner: any Database
    private let plan = Mutex(Plan())
    var kind: DatabaseKind { inner.kind }

    init(_ inner: any Database) { self.inner = inner }

    /// - Parameters:
    ///   - number: from 1.
    ///   - failsOn: whether all later ones fail too.
    func fail(at number: Int, failsOn: Bool = false) { plan.withLock { $0 = Plan(left: number - 1, failsOn: failsOn) } }
    func loseNextAnswer() { plan.withLock { $0.losesAnswer = true } }
    /// - Returns: whether it has failed since it was told to.
    @discardableResult
    func heal() -> Bool {
        plan.withLock { plan in
            defer { plan = Plan() }
            return plan.left.map { $0 < 0 } ?? false
        }
    }

    fileprivate func operate() throws {
        let fails = plan.withLock { plan -> Bool in
            guard let left = plan.left else { return false }
            plan.left = left - 1
            return plan.failsOn ? left <= 0 : left == 0
        }
        if fails { throw Self.failure }
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try operate()
        return try await inner.read { try body(FailingStatements($0, self)) }
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try operate()
        let answer = try await inner.write { statements in
            let answer = try body(FailingStatements(statements, self))
            // The commit.
            try self.operate()
            return answer
        }
        let isLost = plan.withLock { plan in
            defer { plan.losesAnswer = false }
            return plan.losesAnswer
        }
        if isLost { throw Self.failure }
        return answer
    }

    func listen(to channel: String) -> AsyncStream<String> { inner.listen(to: channel) }
    func check() async throws { try await inner.check() }
    func close() async {}
}

private final class FailingStatements: Statements {
    private let inner: any Statements
    private let database: FailingDatabase

    init(_ inner: any Statements, _ database: FailingDatabase) {
        self.inner = inner
        self.database = database
    }

    func rows(_ sql: String, _ values: [Value]) throws -> [Row] {
        try database.operate()
        return try inner.rows(sql, values)
    }

    func run(_ sql: String, _ values: [Value]) throws -> Int {
        try database.operate()
        return try inner.run(sql, values)
    }

    func runEach(_ sql: String, _ lists: [[Value]]) throws -> [Int] {
        try database.operate()
        return try inner.runEach(sql, lists)
    }

    func notify(_ channel: String, _ payload: String) throws {
        try database.operate()
        try inner.notify(channel, payload)
    }

    func atCommit<Addition>(
        _ key: String, _ value: Addition, _ work: @escaping (any Statements, [Addition]) throws -> Void
    ) throws {
        let database = database
        try inner.atCommit(key, value) { try work(FailingStatements($0, database), $1) }
    }
}
