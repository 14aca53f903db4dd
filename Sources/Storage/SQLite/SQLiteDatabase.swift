import Foundation
import GRDB
import Synchronization

public import Logging

/// A database in one file, owned by this process. One writer at a time, readers beside it on what was last committed.
///
/// Kept when acknowledged: WAL with `synchronous=FULL`, so a commit has been synced to disk before ``write(_:)`` returns.
/// Writes that come while another is written share the next commit (``SharedCommits``).
public final class SQLiteDatabase: Database {
    public var kind: DatabaseKind { .sqlite }

    let file: SQLiteFile
    private let pool: DatabasePool
    private let lock: Mutex<FileLock?>
    private let texts: StatementCache<StatementText>
    private let brief: BriefReaders
    private let commits: SharedCommits
    private let gate = Gate()
    private let listeners: Listeners
    private let logger: Logger
    private let number: UInt64

    /// Opens the file, makes it if it is missing, and migrates it.
    ///
    /// - Throws: ``StorageError/owned(file:by:)`` while another process has it; ``StorageError/newer(found:known:)``.
    public static func open(path: String, logger: Logger) async throws -> SQLiteDatabase {
        try await open(path: path, migrations: Schema.migrations, logger: logger)
    }

    static func open(path: String, migrations: [Migration], logger: Logger) async throws -> SQLiteDatabase {
        let database = try await Blocking.run { try SQLiteDatabase(path: path, logger: logger) }
        do {
            try await database.migrate(migrations)
        } catch {
            await database.close()
            throw error
        }
        return database
    }

    private init(path: String, logger: Logger) throws {
        let file = try SQLiteFile(path).prepare()
        let lock = try FileLock(file)
        self.file = file
        self.lock = Mutex(lock)
        self.logger = logger
        texts = StatementCache()
        brief = BriefReaders(path: file.path, texts: texts)
        listeners = Listeners()
        do {
            pool = try DatabasePool(path: file.path, configuration: Self.configuration())
            // GRDB sets NORMAL, which may lose the last commits with the power.
            try pool.writeWithoutTransaction { writer in
                try writer.execute(sql: "PRAGMA synchronous = FULL")
                // A page that changes often is then copied from the journal to the file seldom.
                try writer.execute(sql: "PRAGMA wal_autocheckpoint = 2000")
                try writer.execute(sql: "PRAGMA cache_size = -32000")
                guard try Int.fetchOne(writer, sql: "PRAGMA synchronous") == 2,
                    try String.fetchOne(writer, sql: "PRAGMA journal_mode") == "wal"
                else {
                    throw StorageError.unreachable(
                        "\(path) cannot be kept safely: SQLite refuses its journal (WAL, synchronous). Is it on a network drive?"
                    )
                }
            }
        } catch let fault as DatabaseError where fault.resultCode == .SQLITE_NOTADB {
            throw StorageError.input("\(path) is no SQLite database. Name another file, or move this one away.")
        } catch {
            throw SQLiteFault.map(error)
        }
        commits = SharedCommits(pool, texts: texts, brief: brief, listeners: listeners)
        number = try Self.number(of: file)
    }

    static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "shoreline"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { connection in
            // A row that REPLACE takes away fires the triggers of tables that only grow.
            try connection.execute(sql: "PRAGMA recursive_triggers = ON")
            // LIKE as in PostgreSQL.
            try connection.execute(sql: "PRAGMA case_sensitive_like = ON")
            try connection.execute(sql: "PRAGMA cache_size = -8000")
        }
        return configuration
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try gate.enter()
        defer { gate.leave() }
        let texts = texts
        do {
            return try await pool.read { connection in
                let statements = SQLiteStatements(connection, texts: texts, isReading: true)
                defer { statements.state.end() }
                let answer = try body(statements)
                try statements.state.finish()
                return answer
            }
        } catch {
            throw SQLiteFault.map(error)
        }
    }

    public func readBriefly<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try gate.enter()
        if let answer = try here(body) { return answer }
        return try await read(body)
    }

    /// On this thread, unless all connections for that are busy.
    private func here<Answer>(_ body: (any Statements) throws -> Answer) throws -> Answer? {
        defer { gate.leave() }
        return try brief.read(body)
    }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Statements) throws -> Answer
    ) async throws -> Answer {
        try gate.enter()
        defer { gate.leave() }
        return try await commits.write { try body($0) }
    }

    public func listen(to channel: String) -> AsyncStream<String> { listeners.listen(to: channel) }

    public func check() async throws {
        guard gate.isOpen else { throw StorageError.closed }
        guard try Self.number(of: file) == number else {
            throw StorageError.damaged("\(file.path) was replaced by another file while it was open")
        }
        try await write { _ = try $0.rows("SELECT COUNT(*) AS versions FROM schema_versions") }
    }

    /// The file's number on its disk: another one means another file under the same name.
    private static func number(of file: SQLiteFile) throws(StorageError) -> UInt64 {
        var status = stat()
        guard stat(file.path, &status) == 0 else {
            if errno == ENOENT { throw .damaged("\(file.path) was deleted while it was open") }
            throw SQLiteFile.fault(errno, file.path)
        }
        return UInt64(status.st_ino)
    }

    /// What the writer's connection says of itself; for tests.
    func settings() async throws -> [String: String] {
        try await pool.writeWithoutTransaction { writer in
            try ["synchronous", "journal_mode", "foreign_keys"].reduce(into: [:]) { answers, name in
                answers[name] = try String.fetchOne(writer, sql: "PRAGMA \(name)")
            }
        }
    }

    public func close() async {
        await gate.close()
        listeners.close()
        brief.close()
        let pool = pool
        let commits = commits
        do {
            try await Blocking.run {
                commits.close()
                try pool.close()
            }
        } catch {
            logger.error("The SQLite file was not closed cleanly; its journal will be read at the next start.")
        }
        lock.withLock { $0 = nil }
    }

    private func migrate(_ migrations: [Migration]) async throws {
        let migrator = try Migrator(migrations)
        let path = file.path
        let found = try await commits.write { statements in
            if try statements.isForeign() {
                throw StorageError.input(
                    "\(path) is the SQLite database of another program. Name another file, or move this one away.")
            }
            return try migrator.version(statements)
        }
        for migration in migrations.dropFirst(found) {
            try await commits.write { statements in
                try statements.apply(migration)
                try migrator.record(migration, statements)
            }
            logger.info("Migrated", metadata: ["version": "\(migration.number)", "name": "\(migration.name)"])
        }
    }
}

extension SQLiteStatements {
    func apply(_ migration: Migration) throws {
        for step in migration.steps {
            switch step {
            case .sql(let sql): try run(sql)
            case .keyed(let sql): try runOwn(SQLiteDialect.read(sql).numbered + ", WITHOUT ROWID")
            case .busy: break
            case .sealed(let table, let column):
                for trigger in SQLiteDialect.sealed(table, by: column) { try runOwn(trigger) }
            case .appendOnly(let table):
                for trigger in SQLiteDialect.appendOnly(table) { try runOwn(trigger) }
            }
        }
    }

    /// Whether there are tables, and none of versions.
    func isForeign() throws -> Bool {
        let names = try rows("SELECT name FROM sqlite_master WHERE type = 'table'").map { try $0.text("name") }
        return !names.isEmpty && !names.contains("schema_versions")
    }
}
