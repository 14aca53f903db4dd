import Foundation

/// An archive that was checked, brought to the newest version in a copy if it is older. The file itself stays as it is.
final class ArchiveSource {
    private(set) var file: ArchiveFile
    /// Of the file as it was given.
    let version: Int
    private var temporary: String?

    init(_ path: String, _ plan: ArchivePlan) throws {
        try Self.checkHeader(path)
        do {
            let given = try ArchiveFile(path, isReadOnly: true)
            file = given
            try Self.checkPages(given, path)
            guard try given.tables().contains("schema_versions") else { throw Self.noArchive(path) }
            version = try given.read { try Migrator(plan.migrations).checkedVersion($0) }
        } catch StorageError.damaged(let what) {
            throw StorageError.input("The archive \(path) is damaged: \(what). Use another one.")
        }
        if version < plan.migrations.count { try migrate(plan) }
        do {
            try checkTables(path, plan)
        } catch {
            close()
            throw error
        }
    }

    func close() {
        try? file.close()
        if let temporary { ArchiveFile.remove(temporary) }
        temporary = nil
    }

    static func noArchive(_ path: String) -> StorageError {
        .input("\(path) is no archive of a workspace. Give a file that shoreline backup or shoreline export wrote.")
    }

    private static func checkHeader(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw .input("There is no file \(path).") }
            throw .input("The file \(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        defer { Foundation.close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 16)
        guard Foundation.read(descriptor, &bytes, 16) == 16, bytes == Array("SQLite format 3\0".utf8) else {
            throw noArchive(path)
        }
    }

    private static func checkPages(_ file: ArchiveFile, _ path: String) throws {
        guard try file.ask("integrity_check(1)") == ["ok"] else {
            throw StorageError.damaged("its pages do not fit together")
        }
    }

    private func migrate(_ plan: ArchivePlan) throws {
        let copy = FileManager.default.temporaryDirectory.path + "/shoreline-" + UUID().uuidString
        temporary = copy
        try? file.close()
        do {
            let source = try ArchiveFile(file.path, isReadOnly: true)
            let target = try ArchiveFile(copy, isReadOnly: false, isNew: true)
            try source.copyPages(to: target)
            try source.close()
            try target.migrate(plan.migrations)
            file = target
        } catch {
            ArchiveFile.remove(copy)
            throw error
        }
    }

    /// The same tables and columns as a new database has, and references that hold.
    private func checkTables(_ path: String, _ plan: ArchivePlan) throws {
        let fresh = try ArchiveFile(":memory:", isReadOnly: false)
        defer { try? fresh.close() }
        try fresh.migrate(plan.migrations)
        let known = try fresh.tables()
        guard try file.tables() == known else { throw Self.noArchive(path) }
        for table in known {
            guard try Set(file.columns(table).names) == Set(fresh.columns(table).names) else {
                throw Self.noArchive(path)
            }
        }
        guard try file.hasNoBrokenReferences() else {
            throw StorageError.input(
                "The archive \(path) is damaged: it holds rows that refer to rows it does not hold.")
        }
    }
}
