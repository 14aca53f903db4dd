import CPostgreSQL
import Foundation

/// An error of PostgreSQL as ours, and what can be done about it.
struct PostgreSQLFault: Error {
    enum Remedy: Hashable {
        /// The transaction collided with another: run it again.
        case again
        /// Tables were changed under a prepared statement: prepare and run it again.
        case prepareAgain
        /// The connection is lost: run it again on another, unless it was committing.
        case reconnect
        case none
    }

    var error: any Error
    var remedy: Remedy
}

extension PostgreSQLFault {
    /// - Parameter target: the table of the statement, for rules whose table PostgreSQL and SQLite name differently.
    init(_ result: OpaquePointer?, _ connection: OpaquePointer, sql: String, target: String?, isReading: Bool) {
        let code = Self.field(result, "C") ?? ""
        guard PQstatus(connection) == CONNECTION_OK, !code.isEmpty else {
            self.init(error: StorageError.unreachable("The connection to PostgreSQL was lost."), remedy: .reconnect)
            return
        }
        let table = Self.field(result, "t") ?? target ?? ""
        self = Self.constraint(code, result, table: table, target: target) ?? Self.map(code, result, sql, isReading)
    }

    private static func constraint(
        _ code: String, _ result: OpaquePointer?, table: String, target: String?
    ) -> PostgreSQLFault? {
        let error: StorageError
        switch code {
        case "23505": error = .constraint(.unique, columns(field(result, "D"), table: table))
        case "23503": error = .constraint(.foreignKey, target ?? table)
        case "23502": error = .constraint(.notNull, field(result, "c").map { "\(table).\($0)" } ?? table)
        case "23514": error = .constraint(.check, target ?? table)
        case PostgreSQLDialect.appendOnlyCode: error = .constraint(.appendOnly, table)
        default: return nil
        }
        return PostgreSQLFault(error: error, remedy: .none)
    }

    private static func map(
        _ code: String, _ result: OpaquePointer?, _ sql: String, _ isReading: Bool
    ) -> PostgreSQLFault {
        switch code {
        case "40001", "40P01": return PostgreSQLFault(error: StorageError.busy, remedy: .again)
        // A plan or a prepared statement that a change of the tables has made invalid.
        case "0A000" where field(result, "M")?.contains("cached plan") == true, "26000":
            return PostgreSQLFault(error: StorageError.busy, remedy: .prepareAgain)
        case "55P03", "57014": return PostgreSQLFault(error: StorageError.busy, remedy: .none)
        case "57P01", "57P02", "57P03", "25P03":
            return PostgreSQLFault(error: StorageError.unreachable("PostgreSQL is shutting down."), remedy: .reconnect)
        case "25006":
            let error: StorageError =
                isReading ? .statement(sql, reason: TransactionState.readsOnly) : .readOnly
            return PostgreSQLFault(error: error, remedy: .none)
        case "53100": return PostgreSQLFault(error: StorageError.full, remedy: .none)
        case "42501": return PostgreSQLFault(error: StorageError.readOnly, remedy: .none)
        default: break
        }
        switch code.prefix(2) {
        case "08":
            return PostgreSQLFault(
                error: StorageError.unreachable("The connection to PostgreSQL was lost."), remedy: .reconnect)
        case "53":
            return PostgreSQLFault(
                error: StorageError.unreachable("PostgreSQL has not enough memory or connections (\(code))."),
                remedy: .none)
        case "58":
            return PostgreSQLFault(
                error: StorageError.unreachable("PostgreSQL's disk reported an error (\(code))."), remedy: .none)
        case "XX": return PostgreSQLFault(error: StorageError.damaged("PostgreSQL reports \(code)"), remedy: .none)
        // Messages of this class name tables, columns and the statement's own words; others may show a value.
        case "42":
            return PostgreSQLFault(
                error: StorageError.statement(sql, reason: field(result, "M") ?? code), remedy: .none)
        default:
            return PostgreSQLFault(
                error: StorageError.statement(sql, reason: "PostgreSQL's code \(code)"), remedy: .none)
        }
    }

    /// “accounts.email”, as SQLite says it, from “Key (email)=(…) already exists.” The part in the first parentheses
    /// holds no value in any language.
    private static func columns(_ detail: String?, table: String) -> String {
        guard let detail, let open = detail.firstIndex(of: "("), let close = detail.range(of: ")=(")?.lowerBound,
            open < close
        else { return table }
        let names = detail[detail.index(after: open)..<close].split(separator: ", ")
        return names.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// A field of the report: C code, M message, D detail, t table, c column.
    private static func field(_ result: OpaquePointer?, _ name: Unicode.Scalar) -> String? {
        guard let result, let text = PQresultErrorField(result, Int32(name.value)) else { return nil }
        return String(cString: text)
    }
}
