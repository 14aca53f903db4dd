import GRDB

/// SQLite's errors as ours. Takes tables and columns from SQLite's messages and never a value.
enum SQLiteFault {
    static func map(_ error: any Error) -> any Error {
        guard let fault = error as? DatabaseError else { return error }
        return map(fault.extendedResultCode.rawValue, fault.message ?? "", sql: fault.sql ?? "", target: nil)
    }

    static func map(_ code: Int32, _ message: String, sql: String, target: String?) -> any Error {
        let extended = ResultCode(rawValue: code)
        switch extended.primaryResultCode {
        case .SQLITE_CONSTRAINT: return constraint(extended, message, sql: sql, target: target)
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: return CancellationError()
        case .SQLITE_FULL: return StorageError.full
        case .SQLITE_READONLY, .SQLITE_PERM: return StorageError.readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED: return StorageError.busy
        case .SQLITE_CORRUPT: return StorageError.damaged("SQLite found pages that do not fit together (code \(code))")
        case .SQLITE_NOTADB: return StorageError.damaged("the file is no SQLite database")
        case .SQLITE_CANTOPEN: return StorageError.unreachable("The file cannot be opened (SQLite's code \(code)).")
        case .SQLITE_IOERR:
            return StorageError.unreachable(
                "The disk reported an error (SQLite's code \(code)). Look into the system's log.")
        case .SQLITE_NOMEM: return StorageError.unreachable("There is not enough memory.")
        case .SQLITE_MISUSE where message.contains("closed"): return StorageError.closed
        default: return StorageError.statement(sql, reason: message)
        }
    }

    private static func constraint(
        _ code: ResultCode, _ message: String, sql: String, target: String?
    ) -> StorageError {
        // “UNIQUE constraint failed: people.organisation, people.id”
        let named = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return .constraint(.unique, named)
        case .SQLITE_CONSTRAINT_NOTNULL: return .constraint(.notNull, named)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .constraint(.foreignKey, target ?? "")
        case .SQLITE_CONSTRAINT_CHECK: return .constraint(.check, target ?? "")
        default:
            guard message.hasPrefix(SQLiteDialect.appendOnlyMark) else { return .statement(sql, reason: message) }
            return .constraint(.appendOnly, String(message.dropFirst(SQLiteDialect.appendOnlyMark.count)))
        }
    }
}
