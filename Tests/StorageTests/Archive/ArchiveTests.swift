import Foundation
import Testing

@testable import Storage

@Suite struct SQLiteArchiveTests {
    @Test func archiveOfSQLiteRestoresIntoSQLite() async throws { try await checkRoundTrip([.sqlite, .sqlite]) }

    @Test func targetInUseIsRefusedAndKept() async throws { try await checkTargetInUse(.sqlite) }
    @Test func restoreThatFailsHalfWayKeepsWhatWasThere() async throws { try await checkFailingRestore(.sqlite) }
    @Test func sessionsStayAtHome() async throws { try await checkSessions(.sqlite) }
    @Test func archiveIsOneMomentWhileOthersWrite() async throws { try await checkOnline(.sqlite) }

    @Test func archiveIsWrittenOfADatabaseThatIsOpenElsewhere() async throws {
        try await Harness.sqlite.withDatabase { database, address in
            try await fill(database)
            let summary = try await Archive.writeOnline(path: address, to: address + ".backup", plan: .tests)
            #expect(summary.rows == rowsOfFill)
            try await database.check()
            let error = await failure { try await Archive.writeOnline(path: address, to: address, plan: .tests) }
            guard error is StorageError else { throw Unexpected(error) }
            try await database.check()
        }
    }

    @Test func archiveDoesNotReplaceADatabaseInUse() async throws {
        try await Harness.sqlite.withDatabase { database, address in
            let error = await failure { try await Archive.write(database, to: address, plan: .tests) }
            guard case .owned? = error as? StorageError else { throw Unexpected(error) }
        }
    }

    @Test func archiveIsReadableByItsOwnerOnly() async throws {
        try await Harness.sqlite.withDatabase { database, address in
            try await Archive.write(database, to: address + ".backup", plan: .tests)
            let mode = try FileManager.default.attributesOfItem(atPath: address + ".backup")[.posixPermissions]
            #expect(mode as? Int == 0o600)
            let folder = (address as NSString).deletingLastPathComponent
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!names.contains { $0.contains(".new-") })
        }
    }

    @Test func whatIsNoArchiveIsRefused() async throws {
        try await withFolder { folder in
            let target = folder + "/target.sqlite"
            try Data("not a database at all".utf8).write(to: URL(filePath: folder + "/text"))
            try Data().write(to: URL(filePath: folder + "/empty"))
            try await Harness.sqlite.withDatabase { database, _ in
                try await fill(database)
                try await Archive.write(database, to: folder + "/good", plan: .tests)
            }
            var bytes = try Data(contentsOf: URL(filePath: folder + "/good"))
            for index in stride(from: 4096, to: bytes.count, by: 7) { bytes[index] ^= 0x55 }
            try bytes.write(to: URL(filePath: folder + "/damaged"))
            try Data(contentsOf: URL(filePath: folder + "/good")).prefix(5000).write(
                to: URL(filePath: folder + "/short"))
            let foreign = try ArchiveFile(folder + "/foreign", isReadOnly: false, isNew: true)
            try foreign.write { _ = try $0.run("CREATE TABLE recipes (id TEXT)") }
            try foreign.close()
            for name in ["text", "empty", "damaged", "short", "foreign", "missing"] {
                let error = await failure {
                    _ = try await Archive.restore(
                        folder + "/" + name, to: target, replacing: true, plan: .tests, logger: .silent)
                }
                guard case .input(let sentence)? = error as? StorageError else { throw Unexpected(error) }
                #expect(sentence.contains(name))
                #expect(!FileManager.default.fileExists(atPath: target))
            }
        }
    }

    @Test func olderArchiveIsBroughtToTheNewest() async throws {
        try await withFolder { folder in
            let old = try await Harness.sqlite.open(folder + "/old.sqlite")
            try await fill(old)
            try await Archive.write(old, to: folder + "/archive", plan: .tests)
            await old.close()
            let before = try Data(contentsOf: URL(filePath: folder + "/archive"))
            var plan = ArchivePlan.tests
            plan.migrations.append(Migration(2, "More", [.sql("ALTER TABLE kinds ADD COLUMN more BYTEA")]))
            let summary = try await Archive.restore(
                folder + "/archive", to: folder + "/new.sqlite", replacing: false, plan: plan, logger: .silent)
            #expect(summary.version == 1)
            let new = try await Harness.sqlite.open(folder + "/new.sqlite", plan.migrations)
            #expect(try await new.read { try $0.first("SELECT more FROM kinds")?.value("more") } == .null)
            await new.close()
            #expect(try Data(contentsOf: URL(filePath: folder + "/archive")) == before)
            let error = await failure {
                _ = try await Archive.restore(
                    folder + "/archive", to: folder + "/x.sqlite", replacing: false,
                    plan: ArchivePlan(migrations: [], order: [], leftOut: [], workspace: "parents"), logger: .silent)
            }
            #expect(error as? StorageError == .newer(found: 1, known: 0))
        }
    }

    @Test func theProductsOwnTablesTravel() async throws {
        try await Harness.sqlite.withDatabase(Schema.migrations) { database, address in
            try await database.write { statements in
                try statements.run(
                    "INSERT INTO organisations (id, name, kind, created_at) VALUES ('o', 'O', 'client', 1)")
                try statements.run(
                    "INSERT INTO accounts (id, organisation, email, password, created_at) VALUES ('a', 'o', 'e', 'p', 1)"
                )
                try statements.run(
                    "INSERT INTO sessions (hash, account, device, created_at, seen_at, expires_at) VALUES ('hush-4711', 'a', 'd', 1, 1, 1)"
                )
            }
            try await Archive.write(database, to: address + ".backup")
            let summary = try await Archive.restore(
                address + ".backup", to: address + ".second", replacing: false, logger: .silent)
            #expect(summary.rows == 2)
            #expect(!(try Data(contentsOf: URL(filePath: address + ".backup"))).contains(Data("hush-4711".utf8)))
        }
    }
}

@Suite(.enabled(if: Server.isWanted, Server.missing))
struct PostgreSQLArchiveTests {
    @Test func workspaceMovesToPostgreSQLAndBackWithoutLoss() async throws {
        try await checkRoundTrip([.sqlite, .postgresql, .sqlite])
    }
    @Test func workspaceMovesBetweenServers() async throws { try await checkRoundTrip([.postgresql, .postgresql]) }
    @Test func targetInUseIsRefusedAndKept() async throws { try await checkTargetInUse(.postgresql) }
    @Test func restoreThatFailsHalfWayKeepsWhatWasThere() async throws { try await checkFailingRestore(.postgresql) }
    @Test func sessionsStayAtHome() async throws { try await checkSessions(.postgresql) }
    @Test func archiveIsOneMomentWhileOthersWrite() async throws { try await checkOnline(.postgresql) }
}

extension Data {
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
