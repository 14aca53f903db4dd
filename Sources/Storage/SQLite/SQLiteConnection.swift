import GRDB
import GRDBSQLite

/// A connection as statements need it: its handle, and its statements prepared.
protocol SQLiteConnection: AnyObject {
    var handle: OpaquePointer? { get }
    func prepared(_ sql: String) throws -> PreparedStatement
    func prepared(_ sql: SQL) throws -> PreparedStatement
}

extension SQLiteConnection {
    func prepared(_ sql: SQL) throws -> PreparedStatement { try prepared(sql.text) }
}

/// A statement prepared on one connection. Of that connection's thread.
final class PreparedStatement {
    let text: StatementText
    let pointer: OpaquePointer
    let isReadOnly: Bool
    let columnCount: Int
    /// Of its columns. They stay: the schema changes while a database is opened, and its statements come after that.
    private(set) lazy var names: [String] = (0..<sqlite3_column_count(pointer)).map { index in
        sqlite3_column_name(pointer, index).map { String(cString: $0) } ?? ""
    }

    init(_ text: StatementText, _ pointer: OpaquePointer) {
        self.text = text
        self.pointer = pointer
        isReadOnly = sqlite3_stmt_readonly(pointer) != 0
        columnCount = Int(sqlite3_column_count(pointer))
    }
}

/// A connection's handle with the statements that were prepared on it. Of one thread at a time.
final class SQLiteHandle: SQLiteConnection {
    private(set) var handle: OpaquePointer?
    private let texts: StatementCache<StatementText>
    private var statements: [String: PreparedStatement] = [:]
    /// Those of ``SQL``, by their number.
    private var numbered: [PreparedStatement?] = []
    /// The driver's, apart: a body that asks for COMMIT must not find ours.
    private var own: [String: PreparedStatement] = [:]

    init(_ handle: OpaquePointer?, texts: StatementCache<StatementText>) {
        self.handle = handle
        self.texts = texts
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func rollBack() { if isInTransaction { try? step("ROLLBACK") } }

    /// Stops the statement that runs when the caller goes, and never one of somebody else's.
    func interruptible<Answer>(by cancellation: Cancellation, _ work: () -> Answer) -> Answer {
        let running = UncheckedMutex(handle)
        cancellation.whenCancelled { running.withLock { if let handle = $0 { sqlite3_interrupt(handle) } } }
        defer { running.withLock { $0 = nil } }
        return work()
    }

    func prepared(_ sql: String) throws -> PreparedStatement {
        if let known = statements[sql] { return known }
        let statement = try prepare(try texts.reading(sql, SQLiteDialect.read))
        statements[sql] = statement
        return statement
    }

    func prepared(_ sql: SQL) throws -> PreparedStatement {
        if sql.number < numbered.count, let known = numbered[sql.number] { return known }
        let statement = try prepared(sql.text)
        while numbered.count <= sql.number { numbered.append(nil) }
        numbered[sql.number] = statement
        return statement
    }

    /// The driver's own statements, which no body may run.
    func step(_ sql: String) throws {
        let statement = try own[sql] ?? prepare(StatementText(own: sql))
        own[sql] = statement
        let code = sqlite3_step(statement.pointer)
        // Reset first, and the error's text would be gone.
        let failure = code == SQLITE_DONE ? nil : fault(code, sql, nil)
        sqlite3_reset(statement.pointer)
        if let failure { throw failure }
    }

    private func prepare(_ text: StatementText) throws -> PreparedStatement {
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, text.numbered, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw fault(code, text.sql, text.target) }
        // What makes tables changes the columns of what was prepared before.
        if text.isDefinition { forgetBodies() }
        return PreparedStatement(text, pointer)
    }

    func execute(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw fault(code, sql, nil) }
    }

    private func fault(_ code: Int32, _ sql: String, _ target: String?) -> any Error {
        SQLiteFault.map(code, String(cString: sqlite3_errmsg(handle)), sql: sql, target: target)
    }

    /// Before the connection is closed, which takes that no statement is left.
    func forget() {
        forgetBodies()
        Self.finalize(&own)
    }

    private func forgetBodies() {
        numbered = []
        Self.finalize(&statements)
    }

    private static func finalize(_ statements: inout [String: PreparedStatement]) {
        for statement in statements.values { sqlite3_finalize(statement.pointer) }
        statements = [:]
    }
}

/// One of GRDB's connections. GRDB prepares the statements and keeps them.
final class PooledConnection: SQLiteConnection {
    private let connection: GRDB.Database
    private let texts: StatementCache<StatementText>

    init(_ connection: GRDB.Database, texts: StatementCache<StatementText>) {
        self.connection = connection
        self.texts = texts
    }

    var handle: OpaquePointer? { connection.sqliteConnection }

    func prepared(_ sql: String) throws -> PreparedStatement {
        let text = try texts.reading(sql, SQLiteDialect.read)
        do {
            return PreparedStatement(text, try connection.cachedStatement(sql: text.numbered).sqliteStatement)
        } catch let fault as DatabaseError {
            throw SQLiteFault.map(
                fault.extendedResultCode.rawValue, fault.message ?? "", sql: text.sql, target: text.target)
        }
    }
}
