import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite(.enabled(if: Server.isWanted, Server.missing), .serialized)
struct PostgreSQLLossTests {
    /// Ends all connections of this schema's database but the one that asks.
    private static func endConnections(_ schema: String) throws {
        try Server.run(
            """
            SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.pid <> pg_backend_pid()
                AND a.application_name = 'shoreline' AND a.pid IN (SELECT pid FROM \(schema).backends)
            """)
    }

    private static let own = [
        Migration(
            1, "Tables",
            [
                .sql("CREATE TABLE counters (id TEXT PRIMARY KEY, number BIGINT NOT NULL)"),
                .sql("CREATE TABLE backends (pid BIGINT PRIMARY KEY)"),
            ])
    ]

    @Test func endedConnectionsComeBackAndNothingIsLostOrDoubled() async throws {
        try await Harness.postgresql.withAddress { address in
            let schema = String(address.split(separator: "%3D").last ?? "")
            let database = try await Harness.postgresql.open(address, Self.own)
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 0)") }
            let unknown = Tally()
            let known = Tally()
            await withTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<50 {
                            do {
                                try await database.write { statements in
                                    try statements.run(
                                        "INSERT INTO backends (pid) VALUES (pg_backend_pid()) ON CONFLICT (pid) DO NOTHING"
                                    )
                                    try statements.run("UPDATE counters SET number = number + 1 WHERE id = 'a'")
                                }
                                known.add()
                            } catch StorageError.unreachable {
                                unknown.add()
                            } catch {
                                Issue.record("\(error)")
                            }
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<10 {
                        try? Self.endConnections(schema)
                        try? await Task.sleep(for: .milliseconds(30))
                    }
                }
            }
            let number =
                try await database.read { try $0.first("SELECT number FROM counters")?.integer("number") } ?? -1
            let (least, most) = (known.count, known.count + unknown.count)
            #expect((least...most).contains(Int(number)))
            #expect(least > 0)
            await database.close()
        }
    }

    @Test func aServerThatComesBackIsFoundAgainAndListenersAreTold() async throws {
        try await withServer { address, start, stop in
            let database = try await PostgreSQLDatabase.open(
                address: address, connections: 2, migrations: Self.own, patience: .seconds(2), logger: .silent)
            let heard = database.listen(to: "a")
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 1)") }
            try await stop()
            let error = await failure { try await database.read { _ = try $0.rows("SELECT 1 AS a") } }
            guard case .unreachable? = error as? StorageError else { throw Unexpected(error) }
            try await start()
            for await payload in heard {
                #expect(payload.isEmpty)
                break
            }
            let number = try await database.read { try $0.first("SELECT number FROM counters")?.integer("number") }
            #expect(number == 1)
            try await database.write { try $0.notify("a", "back") }
            for await payload in heard where payload == "back" { break }
            await database.close()
        }
    }

    @Test func aCallerWaitsForAReadThatComesBackInTime() async throws {
        try await withServer { address, start, stop in
            let database = try await PostgreSQLDatabase.open(
                address: address, connections: 2, migrations: Self.own, patience: .seconds(30), logger: .silent)
            try await stop()
            async let answer = database.write { try $0.run("INSERT INTO counters (id, number) VALUES ('a', 1)") }
            try await start()
            #expect(try await answer == 1)
            await database.close()
        }
    }

    @Test func serversThatStartAtOnceMigrateOnce() async throws {
        try await Harness.postgresql.withAddress { address in
            try await withThrowingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask { await (try Harness.postgresql.open(address)).close() }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func twoProcessesHearEachOtherAndSchemasDoNot() async throws {
        try await Harness.postgresql.withDatabase { first, address in
            try await Harness.postgresql.withDatabase { other, _ in
                let second = try await Harness.postgresql.open(address)
                let heard = second.listen(to: "a")
                try await other.write { try $0.notify("a", "of another schema") }
                try await first.write { try $0.notify("a", "ours") }
                for await payload in heard {
                    #expect(payload == "ours")
                    break
                }
                await second.close()
            }
        }
    }

    @Test func truncateIsRefusedWhereRowsAreOnlyAdded() async throws {
        try await Harness.postgresql.withAddress { address in
            let schema = String(address.split(separator: "%3D").last ?? "")
            await (try Harness.postgresql.open(address)).close()
            #expect(throws: StorageError.constraint(.appendOnly, "growing")) {
                try Server.run("TRUNCATE \(schema).growing")
            }
        }
    }

    @Test func theConnectionIsNamedAndItsPasswordNowhere() async throws {
        let address = Server.address.replacing("shoreline@", with: "shoreline:hunter2@") + "nosuch"
        let error = await failure { _ = try await Databases.open(address, logger: .silent) }
        #expect(error is StorageError)
        #expect(!String(reflecting: error).contains("hunter2"))
        try await Harness.postgresql.withDatabase { database, _ in
            let name = try await database.read {
                try $0.first("SELECT current_setting('application_name') AS name")?.text("name")
            }
            #expect(name == "shoreline")
        }
    }

    /// A server of this test's own, which it may stop.
    private func withServer(
        _ body: (String, _ start: () async throws -> Void, _ stop: () async throws -> Void) async throws -> Void
    ) async throws {
        let folder = "/tmp/shoreline-own-\(UUID().uuidString.prefix(8))"
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../scripts/postgres.sh").standardizedFileURL
        @Sendable func run(_ command: String) async throws -> String {
            try await Blocking.run {
                let process = Process()
                process.executableURL = script
                process.arguments = [command, folder]
                let output = Pipe()
                process.standardOutput = output
                try process.run()
                process.waitUntilExit()
                guard process.terminationStatus == 0 else { throw Unexpected(nil) }
                let data = output.fileHandleForReading.availableData
                return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
        let address = try await run("start")
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(address, { _ = try await run("start") }, { _ = try await run("stop") }))
        } catch {
            result = .failure(error)
        }
        _ = try await run("stop")
        try FileManager.default.removeItem(atPath: folder)
        try result.get()
    }
}

private final class Tally: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
}
