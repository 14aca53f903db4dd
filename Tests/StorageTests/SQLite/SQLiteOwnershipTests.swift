import Foundation
import Testing

@testable import Storage

@Suite struct SQLiteOwnershipTests {
    @Test func secondOpeningIsRefusedWithItsReason() async throws {
        try await Harness.sqlite.withDatabase { _, address in
            let link = address + ".link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: address)
            for path in [address, link] {
                let error = await failure { _ = try await Harness.sqlite.open(path) }
                guard case .owned(let file, let by)? = error as? StorageError else { throw Unexpected(error) }
                #expect(file == address)
                #expect(by?.contains("process \(ProcessInfo.processInfo.processIdentifier)") == true)
            }
        }
    }

    @Test func anotherProcessIsRefusedAndACrashFreesTheFile() async throws {
        try await withFolder { folder in
            let path = folder + "/shoreline.sqlite"
            let other = Process()
            other.executableURL = URL(filePath: "/usr/bin/flock")
            other.arguments = ["--exclusive", "--no-fork", path + ".lock", "sh", "-c", "echo locked; exec sleep 600"]
            let output = Pipe()
            other.standardOutput = output
            try other.run()
            try await Blocking.run { _ = output.fileHandleForReading.readData(ofLength: 7) }
            let error = await failure { _ = try await Harness.sqlite.open(path) }
            guard case .owned? = error as? StorageError else { throw Unexpected(error) }
            kill(other.processIdentifier, SIGKILL)
            try await Blocking.run { other.waitUntilExit() }
            let database = try await Harness.sqlite.open(path)
            await database.close()
            let again = try await Harness.sqlite.open(path)
            await again.close()
        }
    }

    /// `shoreline audit verify` on a file that is not there would find nothing altered.
    @Test func whoeverOnlyAsksMakesNothing() async throws {
        try await withFolder { folder in
            let path = folder + "/misspelt/shoreline.sqlite"
            let error = await failure { _ = try await Databases.open(path, creating: false, logger: .silent) }
            guard case .input(let words)? = error as? StorageError else { throw Unexpected(error) }
            #expect(words.contains(path))
            #expect(!FileManager.default.fileExists(atPath: folder + "/misspelt"))
        }
    }

    @Test func missingFoldersAreMadeForTheirOwnerOnly() async throws {
        try await withFolder { folder in
            let database = try await Harness.sqlite.open(folder + "/a/b/shoreline.sqlite")
            try await database.check()
            for (path, mode) in [
                ("/a", 0o700), ("/a/b", 0o700), ("/a/b/shoreline.sqlite", 0o600), ("/a/b/shoreline.sqlite-wal", 0o600),
            ] {
                let found = try FileManager.default.attributesOfItem(atPath: folder + path)[.posixPermissions] as? Int
                #expect(found == mode, "\(path)")
            }
            await database.close()
        }
    }

    @Test func whatCannotBeADatabaseIsSaidSo() async throws {
        try await withFolder { folder in
            try Data("text, and more of it than the header of a database has".utf8).write(
                to: URL(filePath: folder + "/text"))
            let foreign = try ArchiveFile(folder + "/foreign", isReadOnly: false, isNew: true)
            try foreign.write { _ = try $0.run("CREATE TABLE recipes (id TEXT)") }
            try foreign.close()
            for path in [folder, folder + "/text", folder + "/foreign", folder + "/text/x", ""] {
                let error = await failure { _ = try await Harness.sqlite.open(path) }
                guard case .input? = error as? StorageError else { throw Unexpected(error) }
            }
            let error = await failure { _ = try await Harness.sqlite.open("/sys/kernel/shoreline.sqlite") }
            #expect(error as? StorageError == .readOnly)
        }
    }

    @Test func aFullDiskKeepsNothingOfTheChangeAndAllOfTheRest() async throws {
        try await Harness.sqlite.withDatabase { database, _ in
            try await database.write { _ = try $0.run("INSERT INTO kinds (id) VALUES (1)") }
            let error = await failure {
                try await database.write { statements in
                    try (statements as? SQLiteStatements)?.runOwn("PRAGMA max_page_count = 40")
                    try statements.run(
                        "INSERT INTO kinds (id, raw) VALUES (2, ?1)", [.bytes([UInt8](repeating: 1, count: 1 << 20))])
                }
            }
            #expect(error as? StorageError == .full)
            let ids = try await database.read { try $0.rows("SELECT id FROM kinds").map { try $0.integer("id") } }
            #expect(ids == [1])
            try await database.write { _ = try $0.run("INSERT INTO kinds (id) VALUES (3)") }
        }
    }

    @Test func commitsAreSynced() async throws {
        try await Harness.sqlite.withDatabase { database, _ in
            let database = try #require(database as? SQLiteDatabase)
            #expect(try await database.settings() == ["synchronous": "2", "journal_mode": "wal", "foreign_keys": "1"])
        }
    }
}

@Test(arguments: [
    "", "~/x.sqlite", "mysql://user:secret@host/db", "postgres://u:se@cret@host/db", "postgres://u:1/2secret@host/db",
    "postgres://u@h:secret/db",
])
func wrongAddressGetsASentenceWithoutThePassword(_ address: String) async {
    let error = await failure { _ = try await Databases.open(address, logger: .silent) }
    guard case .input(let sentence)? = error as? StorageError else {
        Issue.record("\(String(describing: error))")
        return
    }
    #expect(!sentence.contains("secret") && !sentence.contains("cret@") && sentence.hasSuffix("."))
}

@Test(arguments: [Harness.sqlite])
func newerDatabaseIsRefused(_ harness: Harness) async throws { try await checkNewer(harness) }

@Test(.enabled(if: Server.isWanted, Server.missing))
func newerServerIsRefused() async throws { try await checkNewer(.postgresql) }

private func checkNewer(_ harness: Harness) async throws {
    try await harness.withAddress { address in
        let newer = Tables.migrations + [Migration(2, "More", [.sql("CREATE TABLE more (id TEXT PRIMARY KEY)")])]
        await (try harness.open(address, newer)).close()
        let error = await failure { _ = try await harness.open(address) }
        #expect(error as? StorageError == .newer(found: 2, known: 1))
        let broken =
            newer + [
                Migration(3, "Broken", [.sql("CREATE TABLE third (id TEXT)"), .sql("CREATE TABLE more (id TEXT)")])
            ]
        let failed = await failure { _ = try await harness.open(address, broken) }
        #expect(failed is StorageError)
        let database = try await harness.open(address, newer)
        let left = await failure { try await database.read { _ = try $0.rows("SELECT * FROM third") } }
        #expect(left is StorageError)
        await database.close()
    }
}
