import Foundation

/// A workspace in one file: an SQLite database with the same tables, whole by itself, from whichever database. It is
/// backup, export and import in one.
///
/// Rows are copied one by one from a single snapshot, for both databases alike: SQLite's own copy of pages would carry the
/// sessions along, as rows or in pages that are free but not empty.
public enum Archive {
    /// Writes an archive while others go on writing.
    ///
    /// - Parameter file: replaced if it exists, and only once the new one is whole and on disk.
    @discardableResult
    public static func write(_ database: any Database, to file: String) async throws -> ArchiveSummary {
        try await write(database, to: file, plan: .schema)
    }

    @discardableResult
    static func write(_ database: any Database, to file: String, plan: ArchivePlan) async throws -> ArchiveSummary {
        let target = try await Blocking.run { try prepare(file) }
        return try await database.read { source in try build(target, from: source, plan) }
    }

    /// Writes an archive of an SQLite database that another process owns and goes on writing: its journal shows this
    /// process what was committed when it began to look.
    @discardableResult
    public static func writeOnline(path: String, to file: String) async throws -> ArchiveSummary {
        try await writeOnline(path: path, to: file, plan: .schema)
    }

    @discardableResult
    static func writeOnline(path: String, to file: String, plan: ArchivePlan) async throws -> ArchiveSummary {
        try await Blocking.run {
            let origin = try SQLiteFile(path)
            guard origin.exists else { throw StorageError.input("There is no database at \(path).") }
            let target = try prepare(file)
            guard try target.path != origin.prepare(creating: false).path else {
                throw StorageError.input("\(file) is the database itself. Name another file.")
            }
            let open = try ArchiveFile(path, isReadOnly: true)
            defer { try? open.close() }
            return try open.read { source in try build(target, from: source, plan) }
        }
    }

    private static func prepare(_ file: String) throws -> SQLiteFile {
        let target = try SQLiteFile(file).prepare(creating: false)
        // A database in use must not be replaced; one that is not has no lock, or a free one.
        if access(target.lock, F_OK) == 0 { _ = try FileLock(target) }
        return target
    }

    private static func build(
        _ target: SQLiteFile, from source: any Statements, _ plan: ArchivePlan
    ) throws -> ArchiveSummary {
        let version = try Migrator(plan.migrations).checkedVersion(source)
        guard version == plan.migrations.count else {
            throw StorageError.input(
                "The database has version \(version) and this program \(plan.migrations.count). Start the program on it once, which brings it to the newest version."
            )
        }
        let path = ArchiveFile.beside(target)
        defer { ArchiveFile.remove(path) }
        let tables = try fill(path, from: source, plan)
        try ArchiveFile.replace(target, with: path)
        return ArchiveSummary(version: version, tables: tables)
    }

    /// Makes a new file with the tables and copies all rows into it.
    static func fill(
        _ path: String, from source: any Statements, _ plan: ArchivePlan
    ) throws -> [ArchiveSummary.Table] {
        let file = try ArchiveFile(path, isReadOnly: false, isNew: true)
        defer { try? file.close() }
        _ = try file.ask("synchronous = FULL")
        try file.migrate(plan.migrations)
        let columns = try Dictionary(uniqueKeysWithValues: plan.tables.map { ($0, try file.columns($0)) })
        return try file.write { target in
            let copy = ArchiveCopy(source: source, target: target)
            return try plan.tables.compactMap { name in
                try columns[name].map { .init(name: name, rows: try copy.copy(name, $0)) }
            }
        }
    }
}
