import Foundation
import Logging
import Testing

@testable import Storage

/// One of the drivers under test: makes databases of their own for tests that run side by side.
struct Harness: Sendable, CustomTestStringConvertible {
    var kind: DatabaseKind
    var testDescription: String { kind.rawValue }

    static let sqlite = Harness(kind: .sqlite)
    static let postgresql = Harness(kind: .postgresql)

    /// Opens a database with tables of the tests (or those of the product), and removes it afterwards.
    func withDatabase(
        _ migrations: [Migration] = Tables.migrations, _ body: (any Database, String) async throws -> Void
    ) async throws {
        try await withAddress { address in
            let database = try await open(address, migrations)
            do {
                try await body(database, address)
            } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    func withAddress(_ body: (String) async throws -> Void) async throws {
        switch kind {
        case .sqlite: try await withFolder { folder in try await body(folder + "/shoreline.sqlite") }
        case .postgresql:
            let schema = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
            try Server.run("CREATE SCHEMA \(schema)")
            defer { try? Server.run("DROP SCHEMA \(schema) CASCADE") }
            try await body(Server.address + "?options=-csearch_path%3D" + schema)
        }
    }

    func open(_ address: String, _ migrations: [Migration] = Tables.migrations) async throws -> any Database {
        switch kind {
        case .sqlite: try await SQLiteDatabase.open(path: address, migrations: migrations, logger: .silent)
        case .postgresql:
            try await PostgreSQLDatabase.open(address: address, connections: 4, migrations: migrations, logger: .silent)
        }
    }
}

/// The PostgreSQL server of the tests, which `scripts/test.sh` starts.
enum Server {
    static let address = ProcessInfo.processInfo.environment["SHORELINE_TEST_POSTGRES"] ?? ""
    /// Without a server its tests are skipped by name; where CI is set they fail instead.
    static let isWanted = !address.isEmpty || ProcessInfo.processInfo.environment["CI"] != nil
    static let missing: Comment =
        "SKIPPED: no PostgreSQL. Run scripts/test.sh, or set SHORELINE_TEST_POSTGRES to what scripts/postgres.sh start prints."

    static func run(_ sql: String) throws {
        do {
            _ = try PostgreSQLConnection(PostgreSQLAddress(address)).run(sql)
        } catch let fault as PostgreSQLFault {
            throw fault.error
        }
    }
}

func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = NSTemporaryDirectory() + "shoreline-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// Tables with every type and every kind of rule.
enum Tables {
    static let migrations = [
        Migration(
            1, "Tables of the tests",
            [
                .sql(
                    """
                    CREATE TABLE kinds (
                        id BIGINT PRIMARY KEY, whole BIGINT, figure DOUBLE PRECISION, words TEXT, raw BYTEA
                    )
                    """),
                .sql(
                    """
                    CREATE TABLE parents (
                        id TEXT PRIMARY KEY, organisation TEXT NOT NULL, size BIGINT NOT NULL CHECK (size >= 0),
                        UNIQUE (organisation, size)
                    )
                    """),
                .sql("CREATE TABLE children (id TEXT PRIMARY KEY, parent TEXT NOT NULL REFERENCES parents (id))"),
                .sql("CREATE TABLE counters (id TEXT PRIMARY KEY, number BIGINT NOT NULL)"),
                .sql("CREATE TABLE growing (number BIGINT PRIMARY KEY, line TEXT NOT NULL)"),
                .appendOnly(table: "growing"),
            ])
    ]
}
