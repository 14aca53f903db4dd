/// A body between BEGIN and COMMIT, on whichever connection, as often as collisions ask for.
struct PostgreSQLTransaction<Answer: Sendable>: Sendable {
    private static var beginReading: String { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" }

    /// One write after the other, across all servers, as on SQLite: writes that ran at once and touched one row (the head of
    /// an audit log) would be begun anew again and again, and with two busy servers some for ever. Whoever has the lock
    /// sees all that was committed before, and nobody writes beside them: that is serializable.
    private static var beginWriting: String {
        """
        BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
        SELECT pg_advisory_xact_lock(hashtextextended('shoreline writes ' || current_schema(), 0))
        """
    }

    let isReading: Bool
    let texts: StatementCache<StatementText>
    let body: @Sendable (any Statements) throws -> Answer

    /// - Throws: a ``PostgreSQLFault`` that says whether to try again, or what the body threw.
    func run(on connection: PostgreSQLConnection, _ cancellation: Cancellation) throws -> Answer {
        do {
            try connection.run(isReading ? Self.beginReading : Self.beginWriting)
        } catch {
            // It may have begun and not have got the lock.
            rollBack(connection)
            throw error
        }
        let statements = PostgreSQLStatements(
            connection, texts: texts, isReading: isReading, isCancelled: { cancellation.isCancelled })
        let answer: Answer
        do {
            answer = try body(statements)
            if !isReading { try statements.state.tail.run(statements) }
            try statements.state.finish()
            try tell(statements.state.notifications, on: connection)
            if cancellation.isCancelled { throw CancellationError() }
        } catch {
            statements.state.end()
            rollBack(connection)
            // A body may have made an error of its own out of a collision; it is run again nevertheless.
            guard statements.remedy != .none, let failure = statements.state.failure else { throw error }
            throw PostgreSQLFault(error: failure, remedy: statements.remedy)
        }
        try commit(connection)
        return answer
    }

    private func tell(_ notifications: [TransactionState.Notification], on connection: PostgreSQLConnection) throws {
        for told in notifications {
            let text = try texts.reading(PostgreSQLListener.tell, PostgreSQLDialect.read)
            let values: [Value] = [.text(PostgreSQLListener.message(told))]
            try connection.withResult(text, values, isReading: false) { _, _ in }
        }
    }

    private func rollBack(_ connection: PostgreSQLConnection) {
        // A connection that cannot roll back is lost, which its next use will find.
        if connection.isAlive { _ = try? connection.run("ROLLBACK") }
    }

    private func commit(_ connection: PostgreSQLConnection) throws {
        do {
            let tag = try connection.run("COMMIT")
            // PostgreSQL answers a COMMIT of a failed transaction so, without an error.
            if tag == "ROLLBACK" { throw PostgreSQLFault(error: StorageError.busy, remedy: .again) }
        } catch let fault as PostgreSQLFault {
            // What was read is read.
            if isReading { return }
            rollBack(connection)
            guard fault.remedy == .reconnect else { throw fault }
            throw PostgreSQLFault(
                error: StorageError.unreachable(
                    "The connection was lost while the change was being kept, so it is not known whether it was. Look before you repeat it."
                ), remedy: .none)
        }
    }
}
