import Foundation

public import Logging

extension Archive {
    /// Puts an archive into a database: a new one, or with `replacing` in the place of what is there.
    ///
    /// The archive is checked before anything is touched, and what was there stays until all of the new is: an SQLite file
    /// is built beside and then renamed, PostgreSQL does it in one transaction.
    ///
    /// - Throws: ``StorageError/input(_:)`` for a file that is no archive, or a target that is in use without `replacing`.
    public static func restore(
        _ file: String, to address: String, replacing: Bool, logger: Logger
    ) async throws -> ArchiveSummary {
        try await restore(file, to: address, replacing: replacing, plan: .schema, logger: logger)
    }

    static func restore(
        _ file: String, to address: String, replacing: Bool, plan: ArchivePlan, logger: Logger
    ) async throws -> ArchiveSummary {
        let address = try DatabaseAddress(address)
        return try await Blocking.run {
            let source = try ArchiveSource(file, plan)
            defer { source.close() }
            let tables =
                switch address {
                case .file(let path): try restore(source, toFile: path, replacing: replacing, plan, logger)
                case .server(let uri): try restore(source, toServer: uri, replacing: replacing, plan, logger)
                }
            return ArchiveSummary(version: source.version, tables: tables)
        }
    }

    static func inUse(_ what: String) -> StorageError {
        .input(
            "\(what) already holds a workspace, and nothing was changed. Restore into an empty one, or say that what is there shall be replaced."
        )
    }

    private static func restore(
        _ source: ArchiveSource, toFile path: String, replacing: Bool, _ plan: ArchivePlan, _ logger: Logger
    ) throws -> [ArchiveSummary.Table] {
        let target = try SQLiteFile(path).prepare(creating: false)
        let lock = try FileLock(target)
        // Nobody may open it before the new file is in place.
        defer { withExtendedLifetime(lock) {} }
        let old = OldFile(target, plan)
        if try old.holdsWorkspace(), !replacing { throw inUse(path) }
        let new = ArchiveFile.beside(target)
        defer { ArchiveFile.remove(new) }
        let tables = try source.file.read { try fill(new, from: $0, plan) }
        try old.retire(logger)
        try ArchiveFile.replace(target, with: new)
        return tables
    }

    private static func restore(
        _ source: ArchiveSource, toServer uri: String, replacing: Bool, _ plan: ArchivePlan, _ logger: Logger
    ) throws -> [ArchiveSummary.Table] {
        let address = try PostgreSQLAddress(uri)
        let columns = try Dictionary(uniqueKeysWithValues: plan.tables.map { ($0, try source.file.columns($0)) })
        do {
            let server = PostgreSQLServer(try PostgreSQLConnection(address), logger: logger)
            return try source.file.read { rows in
                try server.rebuild(plan, replacing: replacing, name: "The database \(address.database)") { target in
                    let copy = ArchiveCopy(source: rows, target: target)
                    return try plan.tables.compactMap { name in
                        try columns[name].map { .init(name: name, rows: try copy.copy(name, $0)) }
                    }
                }
            }
        } catch let fault as PostgreSQLFault {
            throw fault.error
        }
    }
}

/// The SQLite file that a restored one takes the place of.
private struct OldFile {
    private let file: SQLiteFile
    private let plan: ArchivePlan

    init(_ file: SQLiteFile, _ plan: ArchivePlan) {
        self.file = file
        self.plan = plan
    }

    /// A damaged file counts as one that holds a workspace: it is not ours to throw away unasked.
    func holdsWorkspace() throws -> Bool {
        guard file.exists else { return false }
        do {
            let open = try ArchiveFile(file.path, isReadOnly: false)
            defer { try? open.close() }
            let tables = try open.tables()
            if tables.isEmpty { return false }
            guard tables.contains("schema_versions") else {
                throw StorageError.input("\(file.path) is the SQLite database of another program. Name another file.")
            }
            guard tables.contains(plan.workspace) else { return false }
            return try open.read { try ArchiveCopy.count(plan.workspace, $0) > 0 }
        } catch StorageError.damaged {
            return true
        }
    }

    /// Brings the journal into the file and ends it: beside the new file it would be taken for the new one's.
    func retire(_ logger: Logger) throws {
        guard file.exists else { return }
        do {
            let open = try ArchiveFile(file.path, isReadOnly: false)
            _ = try open.ask("wal_checkpoint(TRUNCATE)")
            try open.close()
        } catch {
            // It cannot be read, so it is kept as it is, under another name, with its journal.
            let kept = "\(file.path).damaged-\(Int(Date().timeIntervalSince1970))"
            for end in ["-wal", "-shm", ""] where access(file.path + end, F_OK) == 0 {
                guard rename(file.path + end, kept + end) == 0 else { throw SQLiteFile.fault(errno, kept) }
            }
            logger.warning("The damaged database was kept.", metadata: ["file": "\(kept)"])
        }
        for companion in file.companions { unlink(companion) }
    }
}
