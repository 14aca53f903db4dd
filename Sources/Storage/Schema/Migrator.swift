import Foundation

/// Brings a database to the newest version, a transaction for each step of its history, and never back.
///
/// Each transaction looks again at what is there before it does anything, so a server that waited for another one's
/// migration finds it done.
struct Migrator: Sendable {
    let migrations: [Migration]

    init(_ migrations: [Migration]) throws(StorageError) {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw .statement(migration.name, reason: "migrations are numbered from 1 without gaps")
        }
        self.migrations = migrations
    }

    var known: Int { migrations.count }

    /// Makes the table of versions if it is missing.
    ///
    /// - Returns: the version of the database, 0 for an empty one.
    /// - Throws: ``StorageError/newer(found:known:)`` before anything is changed.
    func version(_ statements: any Statements) throws -> Int {
        try statements.run(
            """
            CREATE TABLE IF NOT EXISTS schema_versions (
                number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL
            )
            """)
        return try checkedVersion(statements)
    }

    /// For a database that must have the table already.
    func checkedVersion(_ statements: any Statements) throws -> Int {
        let rows = try statements.rows("SELECT number FROM schema_versions ORDER BY number")
        let numbers = try rows.map { Int(try $0.integer("number")) }
        if let newest = numbers.last, newest > known { throw StorageError.newer(found: newest, known: known) }
        guard numbers == Array(0..<numbers.count).map({ $0 + 1 }) else {
            throw StorageError.damaged("its list of versions has gaps")
        }
        return numbers.count
    }

    func record(_ migration: Migration, _ statements: any Statements) throws {
        let now = Int64((Date().timeIntervalSince1970 * 1_000_000).rounded())
        try statements.run(
            "INSERT INTO schema_versions (number, name, applied_at) VALUES (?1, ?2, ?3)",
            [.integer(migration.number), .text(migration.name), .integer(now)])
    }
}
