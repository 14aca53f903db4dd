import Foundation
import Logging
import Storage
import Testing

/// The databases that every test of the workspace runs on: SQLite always, PostgreSQL where a server is named.
struct Engine: Sendable, CustomTestStringConvertible {
    var kind: DatabaseKind
    var testDescription: String { kind.rawValue }

    /// What `scripts/postgres.sh start` prints.
    private static let server = ProcessInfo.processInfo.environment["SHORELINE_TEST_POSTGRES"] ?? ""

    static let all: [Engine] = [Engine(kind: .sqlite)] + (server.isEmpty ? [] : [Engine(kind: .postgresql)])

    /// A database of its own, with the product's tables; gone afterwards.
    func withDatabase(_ body: (any Database, String) async throws -> Void) async throws {
        switch kind {
        case .sqlite:
            let folder = NSTemporaryDirectory() + "shoreline-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try await opened(folder + "/shoreline.sqlite", body)
        case .postgresql:
            let schema = "operations_" + UUID().uuidString.lowercased().replacing("-", with: "")
            // Few connections each: a hundred of these tests run at a time.
            let keeper = try await PostgreSQLDatabase.open(address: Self.server, connections: 1, logger: .silent)
            try await keeper.write { _ = try $0.run("CREATE SCHEMA \(schema)") }
            let failure: (any Error)?
            do {
                try await opened(Self.server + "?options=-csearch_path%3D" + schema, body)
                failure = nil
            } catch {
                failure = error
            }
            try await keeper.write { _ = try $0.run("DROP SCHEMA \(schema) CASCADE") }
            await keeper.close()
            if let failure { throw failure }
        }
    }

    private func opened(_ address: String, _ body: (any Database, String) async throws -> Void) async throws {
        let database: any Database =
            switch kind {
            case .sqlite: try await SQLiteDatabase.open(path: address, logger: .silent)
            case .postgresql: try await PostgreSQLDatabase.open(address: address, connections: 2, logger: .silent)
            }
        do {
            try await body(database, address)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
