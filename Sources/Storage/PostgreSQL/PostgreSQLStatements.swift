import CPostgreSQL

/// Statements of a transaction on one connection.
final class PostgreSQLStatements: Statements {
    private let connection: PostgreSQLConnection
    private let texts: StatementCache<StatementText>
    let state: TransactionState
    /// What can be done about the failure, whatever the body made of it.
    private(set) var remedy = PostgreSQLFault.Remedy.none

    init(
        _ connection: PostgreSQLConnection, texts: StatementCache<StatementText>, isReading: Bool,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.connection = connection
        self.texts = texts
        state = TransactionState(isReading: isReading, isCancelled: isCancelled)
    }

    func rows(_ sql: String, _ values: [Value]) throws -> [Row] {
        try withResult(sql, values) { result, statement in
            let columns = Array(statement.columns.enumerated())
            return try (0..<PQntuples(result)).map { row in
                var values: [Value] = []
                values.reserveCapacity(columns.count)
                for (index, column) in columns { values.append(try column.value(result, row, Int32(index))) }
                return Row(names: statement.names, values: values)
            }
        }
    }

    func run(_ sql: String, _ values: [Value]) throws -> Int {
        try withResult(sql, values, isRun: true) { result, _ in
            PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
        }
    }

    func runEach(_ sql: String, _ lists: [[Value]]) throws -> [Int] {
        if lists.isEmpty { return [] }
        return try state.attempt(sql) {
            let text = try texts.reading(sql, PostgreSQLDialect.read)
            let storable = try lists.map { values in
                try text.checkCount(values)
                return try values.map { value throws(StorageError) in try value.storable() }
            }
            return try remembering { try connection.runEach(text, storable) { try state.checkCancelled() } }
        }
    }

    func atCommit<Addition>(
        _ key: String, _ value: Addition, _ work: @escaping (any Statements, [Addition]) throws -> Void
    ) throws { try state.atCommit(key, value, work) }

    func notify(_ channel: String, _ payload: String) throws { try state.notify(channel, payload) }

    /// The driver's own commands.
    func runOwn(_ sql: String) throws { try remembering { _ = try connection.run(sql) } }

    private func withResult<Answer>(
        _ sql: String, _ values: [Value], isRun: Bool = false,
        _ work: (OpaquePointer, PostgreSQLConnection.Prepared) throws -> Answer
    ) throws -> Answer {
        try state.attempt(sql) {
            let text = try texts.reading(sql, PostgreSQLDialect.read)
            try text.checkCount(values)
            let storable = try values.map { value throws(StorageError) in try value.storable() }
            return try remembering {
                try connection.withResult(text, storable, isReading: state.isReading) { result, statement in
                    if isRun, !statement.columns.isEmpty {
                        throw StorageError.statement(sql, reason: "it returns rows; use rows")
                    }
                    return try work(result, statement)
                }
            }
        }
    }

    /// Bodies see ``StorageError`` only; what to do about it is kept here.
    private func remembering<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do { return try work() } catch let fault as PostgreSQLFault {
            remedy = fault.remedy
            throw fault.error
        }
    }
}
