/// The one way to rows of an organisation: `?1` is the organisation, a statement's own values begin at `?2`.
///
/// Every statement is checked once (``ScopeRule``): each table of ``Schema/scopedTables`` that it names must be bound to
/// `?1`. Without this a forgotten condition shows one company's prices to another; with it the statement fails in the
/// first test that runs it.
public final class ScopedStatements {
    public let scope: Scope
    private let statements: any Statements

    init(_ statements: any Statements, scope: Scope) {
        self.statements = statements
        self.scope = scope
    }

    public func rows(_ sql: String, _ values: [Value] = []) throws -> [Row] {
        try ScopeRule.check(sql)
        return try statements.rows(sql, [.text(scope.organisation)] + values)
    }

    public func first(_ sql: String, _ values: [Value] = []) throws -> Row? { try rows(sql, values).first }

    @discardableResult
    public func run(_ sql: String, _ values: [Value] = []) throws -> Int {
        try ScopeRule.check(sql)
        return try statements.run(sql, [.text(scope.organisation)] + values)
    }

    /// Statements that are run very often.
    public func rows(_ sql: SQL, _ values: [Value] = []) throws -> [Row] {
        try sql.checkScope()
        return try statements.rows(sql, [.text(scope.organisation)] + values)
    }

    public func first(_ sql: SQL, _ values: [Value] = []) throws -> Row? { try rows(sql, values).first }

    @discardableResult
    public func run(_ sql: SQL, _ values: [Value] = []) throws -> Int {
        try sql.checkScope()
        return try statements.run(sql, [.text(scope.organisation)] + values)
    }

    /// Something to be done once before the commit for all the writes of this organisation that share it: see
    /// ``Statements/atCommit(_:_:_:)``.
    public func atCommit<Addition>(
        _ key: String, _ value: Addition, _ work: @escaping (ScopedStatements, [Addition]) throws -> Void
    ) throws {
        let scope = scope
        try statements.atCommit("\(key) \(scope.organisation)", value) { statements, additions in
            try work(ScopedStatements(statements, scope: scope), additions)
        }
    }

    /// Runs a statement that returns nothing once for each list of values (``Statements/runEach(_:_:)``).
    @discardableResult
    public func runEach(_ sql: String, _ lists: [[Value]]) throws -> [Int] {
        try ScopeRule.check(sql)
        let organisation = Value.text(scope.organisation)
        return try statements.runEach(sql, lists.map { [organisation] + $0 })
    }

    /// On a channel that only this organisation's listeners hear.
    public func notify(_ channel: String, _ payload: String) throws {
        try statements.notify(Self.channel(channel, scope), payload)
    }

    /// Statements on ``Schema/systemTables``, in the same transaction. Refuses the organisations' tables.
    public func system() -> SystemStatements { SystemStatements(statements) }

    static func channel(_ name: String, _ scope: Scope) -> String { "\(name).\(scope.organisation)" }
}

/// Statements on tables that belong to no organisation: accounts, sessions, attempts. Refuses all others.
public final class SystemStatements {
    private let statements: any Statements
    init(_ statements: any Statements) { self.statements = statements }

    public func rows(_ sql: String, _ values: [Value] = []) throws -> [Row] {
        try ScopeRule.checkSystem(sql)
        return try statements.rows(sql, values)
    }

    public func first(_ sql: String, _ values: [Value] = []) throws -> Row? { try rows(sql, values).first }

    @discardableResult
    public func run(_ sql: String, _ values: [Value] = []) throws -> Int {
        try ScopeRule.checkSystem(sql)
        return try statements.run(sql, values)
    }

    /// From here on an organisation is known.
    public func scoped(to scope: Scope) -> ScopedStatements { ScopedStatements(statements, scope: scope) }
}

extension Database {
    public func read<Answer: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (ScopedStatements) throws -> Answer
    ) async throws -> Answer {
        try await read { try body(ScopedStatements($0, scope: scope)) }
    }

    /// A few rows, found by their key: see ``Database/readBriefly(_:)``.
    public func readBriefly<Answer: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (ScopedStatements) throws -> Answer
    ) async throws -> Answer {
        try await readBriefly { try body(ScopedStatements($0, scope: scope)) }
    }

    @discardableResult
    public func write<Answer: Sendable>(
        in scope: Scope, _ body: @escaping @Sendable (ScopedStatements) throws -> Answer
    ) async throws -> Answer {
        try await write { try body(ScopedStatements($0, scope: scope)) }
    }

    public func readSystem<Answer: Sendable>(
        _ body: @escaping @Sendable (SystemStatements) throws -> Answer
    ) async throws -> Answer {
        try await read { try body(SystemStatements($0)) }
    }

    /// A few rows, found by their key: see ``Database/readBriefly(_:)``.
    public func readSystemBriefly<Answer: Sendable>(
        _ body: @escaping @Sendable (SystemStatements) throws -> Answer
    ) async throws -> Answer {
        try await readBriefly { try body(SystemStatements($0)) }
    }

    @discardableResult
    public func writeSystem<Answer: Sendable>(
        _ body: @escaping @Sendable (SystemStatements) throws -> Answer
    ) async throws -> Answer {
        try await write { try body(SystemStatements($0)) }
    }

    /// What was notified on `channel` within the organisation.
    public func listen(to channel: String, in scope: Scope) -> AsyncStream<String> {
        listen(to: ScopedStatements.channel(channel, scope))
    }
}
