import GRDB
import GRDBSQLite

/// Statements on one connection. Parameters and rows go straight to SQLite.
final class SQLiteStatements: Statements {
    private let connection: any SQLiteConnection
    let state: TransactionState

    init(
        _ connection: any SQLiteConnection, isReading: Bool,
        isCancelled: @escaping @Sendable () -> Bool = { Task.isCancelled }
    ) {
        self.connection = connection
        state = TransactionState(isReading: isReading, isCancelled: isCancelled)
    }

    convenience init(_ connection: GRDB.Database, texts: StatementCache<StatementText>, isReading: Bool) {
        self.init(PooledConnection(connection, texts: texts), isReading: isReading)
    }

    func rows(_ sql: String, _ values: [Value]) throws -> [Row] {
        try state.attempt(sql) { try rows(connection.prepared(sql), values) }
    }

    func rows(_ sql: SQL, _ values: [Value]) throws -> [Row] {
        try state.attempt(sql.text) { try rows(connection.prepared(sql), values) }
    }

    private func rows(_ statement: PreparedStatement, _ values: [Value]) throws -> [Row] {
        if state.isReading, !statement.isReadOnly {
            throw StorageError.statement(statement.text.sql, reason: TransactionState.readsOnly)
        }
        return try using(statement, values) {
            var rows: [Row] = []
            while try step(statement) {
                rows.append(Row(names: statement.names, values: Self.values(statement.pointer)))
            }
            return rows
        }
    }

    func run(_ sql: String, _ values: [Value]) throws -> Int {
        try state.attempt(sql) { try run(connection.prepared(sql), values) }
    }

    func run(_ sql: SQL, _ values: [Value]) throws -> Int {
        try state.attempt(sql.text) { try run(connection.prepared(sql), values) }
    }

    private func run(_ statement: PreparedStatement, _ values: [Value]) throws -> Int {
        try checkChanging(statement)
        return try using(statement, values) { try change(statement) }
    }

    /// A statement that returns no rows.
    private func checkChanging(_ statement: PreparedStatement) throws {
        let sql = statement.text.sql
        guard statement.columnCount == 0 else {
            throw StorageError.statement(sql, reason: "it returns rows; use rows")
        }
        if state.isReading, !statement.isReadOnly {
            throw StorageError.statement(sql, reason: TransactionState.readsOnly)
        }
    }

    private func change(_ statement: PreparedStatement) throws -> Int {
        while try step(statement) {}
        return statement.text.isDefinition ? 0 : Int(sqlite3_changes64(connection.handle))
    }

    func runEach(_ sql: String, _ lists: [[Value]]) throws -> [Int] {
        if lists.isEmpty { return [] }
        return try state.attempt(sql) {
            let statement = try connection.prepared(sql)
            try checkChanging(statement)
            return try lists.map { values in
                try state.checkCancelled()
                return try using(statement, values) { try change(statement) }
            }
        }
    }

    func atCommit<Addition>(
        _ key: String, _ value: Addition, _ work: @escaping (any Statements, [Addition]) throws -> Void
    ) throws { try state.atCommit(key, value, work) }

    func notify(_ channel: String, _ payload: String) throws { try state.notify(channel, payload) }

    /// The driver's own statements: triggers and settings, which no body may write.
    func runOwn(_ sql: String) throws {
        state.hasWritten = true
        let code = sqlite3_exec(connection.handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw fault(code, StatementText(own: sql)) }
    }

    private func using<Answer>(
        _ statement: PreparedStatement, _ values: [Value], _ work: () throws -> Answer
    ) throws -> Answer {
        try statement.text.checkCount(values)
        if !statement.isReadOnly { state.hasWritten = true }
        let pointer = statement.pointer
        defer {
            sqlite3_reset(pointer)
            sqlite3_clear_bindings(pointer)
        }
        for (index, value) in values.enumerated() {
            try bind(try value.storable(), at: Int32(index + 1), pointer, statement.text)
        }
        return try work()
    }

    /// - Returns: whether there is a row.
    private func step(_ statement: PreparedStatement) throws -> Bool {
        switch sqlite3_step(statement.pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw fault(code, statement.text)
        }
    }

    private func fault(_ code: Int32, _ text: StatementText) -> any Error {
        // The extended code is the connection's until the statement is reset.
        let extended = sqlite3_extended_errcode(connection.handle)
        let message = String(cString: sqlite3_errmsg(connection.handle))
        return SQLiteFault.map(extended & 0xFF == code ? extended : code, message, sql: text.sql, target: text.target)
    }

    /// Copied by SQLite, as the values may be gone before the statement is.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private func bind(_ value: Value, at index: Int32, _ statement: OpaquePointer, _ text: StatementText) throws {
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(statement, index)
        case .integer(let number): code = sqlite3_bind_int64(statement, index, number)
        case .real(let number): code = sqlite3_bind_double(statement, index, number)
        case .text(var text):
            code = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text64(
                        statement, index, characters.baseAddress ?? Self.nothing, UInt64(bytes.count), Self.transient,
                        UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            code =
                bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : bytes.withUnsafeBytes {
                    sqlite3_bind_blob64(statement, index, $0.baseAddress, UInt64($0.count), Self.transient)
                }
        }
        if code != SQLITE_OK { throw fault(code, text) }
    }

    /// An address for an empty text, because a null address would bind a null.
    private static var nothing: UnsafePointer<CChar> { UnsafePointer(bitPattern: 1)! }

    private static func values(_ statement: OpaquePointer) -> [Value] {
        (0..<sqlite3_column_count(statement)).map { index in
            switch sqlite3_column_type(statement, index) {
            case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, index))
            case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, index))
            case SQLITE_TEXT:
                guard let start = sqlite3_column_text(statement, index) else { return .text("") }
                let count = Int(sqlite3_column_bytes(statement, index))
                return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
            case SQLITE_BLOB:
                guard let start = sqlite3_column_blob(statement, index) else { return .bytes([]) }
                let count = Int(sqlite3_column_bytes(statement, index))
                return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
            default: return .null
            }
        }
    }
}
