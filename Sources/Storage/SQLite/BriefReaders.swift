import GRDBSQLite
import Synchronization

/// Connections for brief reads on the thread that asks.
///
/// GRDB runs every read on a queue of its connection's own, and makes its transaction anew: several times the cost of
/// finding a row by its key, which every request does to know who asks.
///
/// A transaction is kept open from read to read, since beginning one locks a file that all threads share. It is used again
/// only while nobody has begun to write since: this process is the only one that writes (``FileLock``), so an older state
/// than the last that was acknowledged is never seen. A write ends those that are open and unused, because SQLite cannot
/// begin its journal anew while anybody looks at it.
final class BriefReaders: Sendable {
    /// A connection, made when it is first taken.
    private final class Place: Sendable {
        let isTaken = Atomic<Bool>(false)
        /// Of whoever took the place.
        nonisolated(unsafe) var reader: BriefReader?

        func take() -> Bool {
            isTaken.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent).exchanged
        }

        func give() { isTaken.store(false, ordering: .sequentiallyConsistent) }
    }

    private let path: String
    private let texts: StatementCache<StatementText>
    /// Enough for every thread that answers; beyond it GRDB reads.
    private let places = (0..<8).map { _ in Place() }
    /// How many writes have begun and ended: odd while one runs.
    private let writes = Atomic<Int>(0)

    init(path: String, texts: StatementCache<StatementText>) {
        self.path = path
        self.texts = texts
    }

    /// - Returns: nil where all are busy.
    func read<Answer>(_ body: (any Statements) throws -> Answer) throws -> Answer? {
        guard let place = places.first(where: { $0.take() }) else { return nil }
        defer { give(place) }
        let reader = try place.reader ?? BriefReader(path: path, texts: texts)
        place.reader = reader
        let now = writes.load(ordering: .sequentiallyConsistent)
        return try reader.read(at: now.isMultiple(of: 2) ? now : nil, body)
    }

    private func give(_ place: Place) {
        let kept = place.reader?.moment
        if let kept, kept != writes.load(ordering: .sequentiallyConsistent) { end(place) }
        place.give()
        // A write that began between the question and the giving found the place taken and could not end it.
        if let kept, kept != writes.load(ordering: .sequentiallyConsistent), place.take() {
            end(place)
            place.give()
        }
    }

    /// What cannot end its transaction must not begin another in it.
    private func end(_ place: Place) {
        guard let reader = place.reader, !reader.end() else { return }
        close(place)
    }

    private func close(_ place: Place) {
        place.reader?.close()
        place.reader = nil
    }

    /// By the one writer, before its transaction.
    func writeBegins() {
        writes.wrappingAdd(1, ordering: .sequentiallyConsistent)
        for place in places where place.take() {
            end(place)
            place.give()
        }
    }

    /// After its transaction, before anybody is told.
    func writeEnded() { writes.wrappingAdd(1, ordering: .sequentiallyConsistent) }

    /// Once nobody reads any more. Later reads find all places taken.
    func close() {
        for place in places where place.take() { close(place) }
    }
}

/// One connection that only reads. Used by one thread after the other, never by two at once.
private final class BriefReader: @unchecked Sendable {
    private let connection: SQLiteHandle

    init(path: String, texts: StatementCache<StatementText>) throws {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
        connection = SQLiteHandle(handle, texts: texts)
        guard code == SQLITE_OK else {
            close()
            throw SQLiteFault.map(code, "", sql: "", target: nil)
        }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
        do {
            // As the pool's connections (``SQLiteDatabase/configuration()``), as far as reads show it.
            try connection.execute("PRAGMA case_sensitive_like = ON")
            try connection.execute("PRAGMA cache_size = -2000")
        } catch {
            close()
            throw error
        }
    }

    func close() {
        connection.forget()
        sqlite3_close_v2(connection.handle)
    }

    /// The count of writes at which the open transaction began; nil without one that may be used again.
    private(set) var moment: Int?

    /// - Parameter now: the count of writes; nil while one runs, so that the transaction is not kept.
    func read<Answer>(at now: Int?, _ body: (any Statements) throws -> Answer) throws -> Answer {
        if now == nil || moment != now {
            guard end() else { throw StorageError.busy }
            try connection.step("BEGIN")
        }
        moment = nil
        let statements = SQLiteStatements(connection, isReading: true)
        defer { statements.state.end() }
        do {
            let answer = try body(statements)
            try statements.state.finish()
            if let now { moment = now } else { try connection.step("COMMIT") }
            return answer
        } catch {
            _ = end()
            throw error
        }
    }

    /// - Returns: whether there is no transaction any more.
    func end() -> Bool {
        moment = nil
        if connection.isInTransaction { try? connection.step("ROLLBACK") }
        return !connection.isInTransaction
    }
}
