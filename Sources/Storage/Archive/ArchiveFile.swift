import Foundation
import GRDB

/// An SQLite file that one thread works on: an archive being read, or a file being built beside the one it will replace.
final class ArchiveFile {
    let path: String
    private let queue: DatabaseQueue
    private let texts = StatementCache<StatementText>()

    /// - Parameter isNew: makes it, readable by its owner only.
    init(_ path: String, isReadOnly: Bool, isNew: Bool = false) throws {
        self.path = path
        if isNew {
            let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw SQLiteFile.fault(errno, path) }
            Foundation.close(descriptor)
        }
        var configuration = SQLiteDatabase.configuration()
        configuration.readonly = isReadOnly
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw SQLiteFault.map(error)
        }
    }

    func read<Answer>(_ work: (SQLiteStatements) throws -> Answer) throws -> Answer {
        try translating { try queue.read { try work(SQLiteStatements($0, texts: texts, isReading: true)) } }
    }

    func write<Answer>(_ work: (SQLiteStatements) throws -> Answer) throws -> Answer {
        try translating { try queue.write { try work(SQLiteStatements($0, texts: texts, isReading: false)) } }
    }

    /// The texts that a pragma answers with.
    func ask(_ pragma: String) throws -> [String] {
        try translating { try queue.writeWithoutTransaction { try String.fetchAll($0, sql: "PRAGMA \(pragma)") } }
    }

    func hasNoBrokenReferences() throws -> Bool {
        try translating {
            try queue.read { try GRDB.Row.fetchOne($0, sql: "PRAGMA foreign_key_check") == nil }
        }
    }

    func close() throws { try translating { try queue.close() } }

    func copyPages(to other: ArchiveFile) throws { try translating { try queue.backup(to: other.queue) } }

    func migrate(_ migrations: [Migration]) throws {
        let migrator = try Migrator(migrations)
        let found = try write { try migrator.version($0) }
        for migration in migrations.dropFirst(found) {
            try write { statements in
                try statements.apply(migration)
                try migrator.record(migration, statements)
            }
        }
    }

    func tables() throws -> Set<String> {
        try read { statements in
            let rows = try statements.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            return Set(try rows.map { try $0.text("name") })
        }
    }

    func columns(_ table: String) throws -> ArchiveCopy.Columns {
        let rows = try read { statements in
            try statements.rows("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid", [.text(table)])
        }
        let names = try rows.map { try $0.text("name") }
        let key = try rows.filter { try $0.integer("pk") > 0 }.sorted { try $0.integer("pk") < $1.integer("pk") }
        let long = try rows.filter { ["TEXT", "BLOB"].contains(try $0.text("type").uppercased()) }
        return ArchiveCopy.Columns(
            names: names, key: try key.map { try $0.text("name") }, long: try long.map { try $0.text("name") })
    }

    private func translating<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do { return try work() } catch { throw SQLiteFault.map(error) }
    }
}

extension ArchiveFile {
    /// Puts a finished file into its place, on disk before and after: what stood there stays until the new one is whole.
    static func replace(_ file: SQLiteFile, with path: String) throws(StorageError) {
        try sync(path)
        guard rename(path, file.path) == 0 else { throw SQLiteFile.fault(errno, file.path) }
        try sync(file.folder)
    }

    private static func sync(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SQLiteFile.fault(errno, path) }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SQLiteFile.fault(errno, path) }
    }

    /// A name beside `file` that nobody has.
    static func beside(_ file: SQLiteFile) -> String { "\(file.path).new-\(UUID().uuidString.lowercased())" }

    static func remove(_ path: String) {
        for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) }
    }
}
