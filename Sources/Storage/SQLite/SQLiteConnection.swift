import GRDB
import GRDBSQLite

/// A connection as statements need it: its handle, and its statements prepared.
protocol SQLiteConnection: AnyObject {
    var handle: OpaquePointer? { get }
    func prepared(_ sql: String) throws -> PreparedStatement
}

/// A statement prepared on one connection. Of that connection's thread.
final class PreparedStatement {
    let text: StatementText
    let pointer: OpaquePointer
    let isReadOnly: Bool
    /// Of its columns. They stay: the schema changes while a database is opened, and its statements come after that.
    private(set) lazy var names: [String] = (0..<sqlite3_column_count(pointer)).map { index in
        sqlite3_column_name(pointer, index).map { String(cString: $0) } ?? ""
    }

    init(_ text: StatementText, _ pointer: OpaquePointer) {
        self.text = text
        self.pointer = pointer
        isReadOnly = sqlite3_stmt_readonly(pointer) != 0
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
