import CPostgreSQL
import Foundation

/// One connection. Every call blocks, so it belongs to one thread, which is not one of Swift's concurrency.
final class PostgreSQLConnection {
    /// In milliseconds. Of a statement; of waiting for another's row; of a body that does nothing.
    static let timeouts = (statement: 60_000, lock: 15_000, idle: 120_000)
    static let statementsMost = 256

    struct Prepared {
        var name: String
        var columns: [PostgreSQLColumn]
        var names: [String]
        var used: UInt64
    }

    private struct Key: Hashable {
        var sql: String
        var types: [Oid]
    }

    let handle: OpaquePointer
    private var prepared: [Key: Prepared] = [:]
    private var clock: UInt64 = 0

    /// - Throws: ``PostgreSQLFault`` with ``StorageError/unreachable(_:)``.
    init(_ address: PostgreSQLAddress) throws {
        // Before dbname: the address may say otherwise. Behind it: it may not.
        let parameters: [(String, String)] = [
            ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"), ("dbname", address.uri), ("application_name", "shoreline"),
            ("client_encoding", "UTF8"),
        ]
        guard let handle = Self.connect(parameters) else {
            throw PostgreSQLFault(error: StorageError.unreachable("There is not enough memory."), remedy: .none)
        }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = address.redacted(String(cString: PQerrorMessage(handle)))
            throw PostgreSQLFault(error: StorageError.unreachable(reason), remedy: .reconnect)
        }
        // Notices may show values, and libpq prints them to standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try run(
            """
            SET statement_timeout = \(Self.timeouts.statement); SET lock_timeout = \(Self.timeouts.lock);
            SET idle_in_transaction_session_timeout = \(Self.timeouts.idle);
            SET bytea_output = 'hex'; SET extra_float_digits = 1; SET standard_conforming_strings = on;
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """)
    }

    deinit { PQfinish(handle) }

    private static func connect(_ parameters: [(String, String)]) -> OpaquePointer? {
        var keywords = parameters.map { UnsafePointer(strdup($0.0)) }
        var values = parameters.map { UnsafePointer(strdup($0.1)) }
        defer { for text in keywords + values { free(UnsafeMutablePointer(mutating: text)) } }
        keywords.append(nil)
        values.append(nil)
        return PQconnectdbParams(keywords, values, 1)
    }

    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    /// A command of the driver's own, without parameters.
    ///
    /// - Returns: PostgreSQL's tag, for instance COMMIT.
    @discardableResult
    func run(_ sql: String) throws -> String {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw PostgreSQLFault(result, handle, sql: sql, target: nil, isReading: false)
        }
        return PQcmdStatus(result).map { String(cString: $0) } ?? ""
    }

    /// Runs a statement with its parameters and hands over the result.
    func withResult<Answer>(
        _ text: StatementText, _ values: [Value], isReading: Bool, _ work: (OpaquePointer, Prepared) throws -> Answer
    ) throws -> Answer {
        let parameters = PostgreSQLParameters(values)
        let statement = try prepare(text, values, parameters.types, isReading: isReading)
        let isBinary = statement.columns.allSatisfy(\.isBinary)
        let result = parameters.withPointers { values, lengths, formats in
            PQexecPrepared(
                handle, statement.name, Int32(parameters.count), values, lengths, formats, isBinary ? 1 : 0)
        }
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw PostgreSQLFault(result, handle, sql: text.sql, target: text.target, isReading: isReading)
        }
        return try work(result, statement)
    }

    /// Sends a statement with one list of values after the other and reads the answers behind them: one journey to the
    /// server and back for a few hundred instead of one for each (libpq's pipeline mode).
    func runEach(_ text: StatementText, _ lists: [[Value]], _ pause: () throws -> Void) throws -> [Int] {
        var counts: [Int] = []
        counts.reserveCapacity(lists.count)
        var start = 0
        while start < lists.count {
            try pause()
            let end = min(start + 200, lists.count)
            counts += try runTogether(text, lists[start..<end])
            start = end
        }
        return counts
    }

    private func runTogether(_ text: StatementText, _ lists: ArraySlice<[Value]>) throws -> [Int] {
        // Prepared before the pipeline is entered: by the types of the values, of which there may be several where some
        // are null.
        let parameters = lists.map { PostgreSQLParameters($0) }
        let statements = try zip(lists, parameters).map { try prepare(text, $0, $1.types, isReading: false) }
        if let returning = statements.first, !returning.columns.isEmpty {
            throw StorageError.statement(text.sql, reason: "it returns rows; use rows")
        }
        guard PQenterPipelineMode(handle) == 1 else {
            throw PostgreSQLFault(error: StorageError.unreachable("The connection was lost."), remedy: .reconnect)
        }
        defer { PQexitPipelineMode(handle) }
        for (statement, parameters) in zip(statements, parameters) {
            let isSent = parameters.withPointers { values, lengths, formats in
                PQsendQueryPrepared(
                    handle, statement.name, Int32(parameters.count), values, lengths, formats, 0)
            }
            guard isSent == 1 else {
                throw PostgreSQLFault(error: StorageError.unreachable("The connection was lost."), remedy: .reconnect)
            }
        }
        guard PQpipelineSync(handle) == 1 else {
            throw PostgreSQLFault(error: StorageError.unreachable("The connection was lost."), remedy: .reconnect)
        }
        return try answers(text, lists.count)
    }

    /// Reads everything up to the pipeline's end, so that the connection can go on; throws the first failure then.
    private func answers(_ text: StatementText, _ count: Int) throws -> [Int] {
        var counts: [Int] = []
        var failure: (any Error)?
        var isAtEnd = false
        while !isAtEnd {
            guard let result = PQgetResult(handle) else {
                if !isAlive {
                    throw PostgreSQLFault(
                        error: StorageError.unreachable("The connection was lost."), remedy: .reconnect)
                }
                continue
            }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC: isAtEnd = true
            case PGRES_COMMAND_OK: counts.append(PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0)
            case PGRES_PIPELINE_ABORTED: break
            default:
                if failure == nil {
                    failure = PostgreSQLFault(result, handle, sql: text.sql, target: text.target, isReading: false)
                }
                if !isAlive { throw failure ?? StorageError.busy }
            }
        }
        if let failure { throw failure }
        return counts
    }

    private func prepare(
        _ text: StatementText, _ values: [Value], _ types: [Oid], isReading: Bool
    ) throws -> Prepared {
        clock += 1
        let key = Key(sql: text.sql, types: types)
        if let index = prepared.index(forKey: key) {
            prepared.values[index].used = clock
            return prepared.values[index]
        }
        try makeRoom()
        let name = text.isDefinition ? "" : "s\(clock)"
        // A null has no type, and PostgreSQL cannot always guess one: so it stands in the statement itself.
        let sql = text.text { values[$0 - 1] == .null ? "NULL" : "$\($0)" }
        let answer = PQprepare(handle, name, sql, Int32(types.count), types)
        defer { PQclear(answer) }
        guard PQresultStatus(answer) == PGRES_COMMAND_OK else {
            throw PostgreSQLFault(answer, handle, sql: text.sql, target: text.target, isReading: isReading)
        }
        let description = PQdescribePrepared(handle, name)
        defer { PQclear(description) }
        guard PQresultStatus(description) == PGRES_COMMAND_OK else {
            throw PostgreSQLFault(description, handle, sql: text.sql, target: text.target, isReading: isReading)
        }
        let indices = 0..<PQnfields(description)
        let statement = Prepared(
            name: name, columns: indices.map { PostgreSQLColumn(type: PQftype(description, $0)) },
            names: indices.map { PQfname(description, $0).map { String(cString: $0) } ?? "" }, used: clock)
        if !text.isDefinition { prepared[key] = statement }
        return statement
    }

    private func makeRoom() throws {
        guard prepared.count >= Self.statementsMost, let oldest = prepared.min(by: { $0.value.used < $1.value.used })
        else { return }
        prepared[oldest.key] = nil
        try run("DEALLOCATE \(oldest.value.name)")
    }

    /// After a change of tables by another process.
    func forgetStatements() {
        prepared = [:]
        _ = try? run("DEALLOCATE ALL")
    }
}
