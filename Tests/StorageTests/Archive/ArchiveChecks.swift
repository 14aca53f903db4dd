import Foundation
import Testing

@testable import Storage

extension ArchivePlan {
    static let tests = ArchivePlan(
        migrations: Tables.migrations, order: ["parents", "children", "counters", "growing", "kinds"],
        leftOut: ["counters"], workspace: "parents")
}

let rowsOfFill = 1 + 1 + 1 + 2405

/// Odd values, many small rows, some large ones.
func fill(_ database: any Database) async throws {
    try await database.write { statements in
        try statements.run("INSERT INTO parents (id, organisation, size) VALUES ('ä''\"', '🧜🏽‍♀️', 9223372036854775807)")
        try statements.run("INSERT INTO children (id, parent) VALUES ('', 'ä''\"')")
        try statements.run("INSERT INTO growing (number, line) VALUES (-9223372036854775807, 'a\n\r\n\\')")
        try statements.run("INSERT INTO counters (id, number) VALUES ('left-at-home', 1)")
        let insert = "INSERT INTO kinds (id, whole, figure, words, raw) VALUES (?1, ?2, ?3, ?4, ?5)"
        try statements.run(
            insert, [.integer(Int64.min), .integer(Int64.max), .real(.leastNonzeroMagnitude), "", .bytes([])])
        try statements.run(insert, [.integer(Int64.max), nil, .real(-.infinity), nil, .bytes(Array(0...255))])
        for number in 0..<2400 {
            try statements.run(
                insert, [.integer(number), nil, .real(Double(number) / 7), .text("line \(number)"), nil])
        }
        for number in 3000..<3003 {
            let text = String(repeating: "ä🧜 ", count: 200_000)
            try statements.run(
                insert, [.integer(number), nil, nil, .text(text), .bytes([UInt8](repeating: 0, count: 1 << 20))])
        }
    }
}

func contents(_ database: any Database) async throws -> [[Row]] {
    try await database.read { statements in
        try ["parents", "children", "growing"].map { try statements.rows("SELECT * FROM \($0)") }
            + [try statements.rows("SELECT * FROM kinds ORDER BY id")]
    }
}

/// From one database to the next, by an archive each.
func checkRoundTrip(_ harnesses: [Harness]) async throws {
    try await withFolder { folder in
        try await harnesses[0].withDatabase { first, _ in
            try await fill(first)
            let expected = try await contents(first)
            var archive = folder + "/0"
            #expect(try await Archive.write(first, to: archive, plan: .tests).rows == rowsOfFill)
            for (index, harness) in harnesses.enumerated().dropFirst() {
                let next = folder + "/\(index)"
                try await harness.withAddress { address in
                    let summary = try await Archive.restore(
                        archive, to: address, replacing: false, plan: .tests, logger: .silent)
                    #expect(summary.rows == rowsOfFill)
                    let database = try await harness.open(address)
                    let same = try await contents(database) == expected
                    #expect(same)
                    // Rules travel too.
                    let error = await failure { try await database.write { _ = try $0.run("DELETE FROM growing") } }
                    #expect(error as? StorageError == .constraint(.appendOnly, "growing"))
                    try await Archive.write(database, to: next, plan: .tests)
                    await database.close()
                }
                archive = next
            }
        }
    }
}

func checkTargetInUse(_ harness: Harness) async throws {
    try await withFolder { folder in
        try await Harness.sqlite.withDatabase { source, _ in
            try await fill(source)
            try await Archive.write(source, to: folder + "/archive", plan: .tests)
        }
        try await harness.withAddress { address in
            let before = try await harness.open(address)
            try await before.write {
                _ = try $0.run("INSERT INTO parents (id, organisation, size) VALUES ('old', 'o', 1)")
            }
            await before.close()
            func restore(replacing: Bool) async throws {
                _ = try await Archive.restore(
                    folder + "/archive", to: address, replacing: replacing, plan: .tests, logger: .silent)
            }
            let error = await failure { try await restore(replacing: false) }
            guard case .input? = error as? StorageError else { throw Unexpected(error) }
            let kept = try await harness.open(address)
            #expect(try await contents(kept)[0].map { try $0.text("id") } == ["old"])
            await kept.close()
            try await restore(replacing: true)
            let replaced = try await harness.open(address)
            #expect(try await contents(replaced)[0].count == 1)
            #expect(try await contents(replaced)[3].count == 2405)
            await replaced.close()
        }
    }
}

func checkFailingRestore(_ harness: Harness) async throws {
    try await withFolder { folder in
        // A text that no database of ours takes, in the last table: found when all others are copied.
        let archive = try ArchiveFile(folder + "/archive", isReadOnly: false, isNew: true)
        try archive.migrate(Tables.migrations)
        try archive.write { statements in
            _ = try statements.run("INSERT INTO parents (id, organisation, size) VALUES ('new', 'o', 1)")
            _ = try statements.run("INSERT INTO kinds (id, words) VALUES (1, char(97, 0, 98))")
        }
        try archive.close()
        try await harness.withAddress { address in
            let before = try await harness.open(address)
            try await fill(before)
            let expected = try await contents(before)
            await before.close()
            let error = await failure {
                _ = try await Archive.restore(
                    folder + "/archive", to: address, replacing: true, plan: .tests, logger: .silent)
            }
            guard case .input(let sentence)? = error as? StorageError else { throw Unexpected(error) }
            #expect(sentence.contains("NUL"))
            let after = try await harness.open(address)
            let same = try await contents(after) == expected
            #expect(same)
            await after.close()
        }
    }
}

func checkSessions(_ harness: Harness) async throws {
    try await withFolder { folder in
        try await harness.withDatabase { database, _ in
            try await fill(database)
            try await Archive.write(database, to: folder + "/archive", plan: .tests)
        }
        let bytes = try Data(contentsOf: URL(filePath: folder + "/archive"))
        #expect(bytes.range(of: Data("left-at-home".utf8)) == nil)
    }
}

/// Every write adds a row to two tables; an archive of one moment has as many in both.
func checkOnline(_ harness: Harness) async throws {
    try await withFolder { folder in
        try await harness.withDatabase { database, _ in
            let writer = Task {
                for number in 0..<400 {
                    try await database.write { statements in
                        try statements.run("INSERT INTO growing (number, line) VALUES (?1, 'x')", [.integer(number)])
                        try statements.run("INSERT INTO kinds (id) VALUES (?1)", [.integer(number)])
                    }
                    if Task.isCancelled { return }
                }
            }
            for number in 0..<5 {
                let summary = try await Archive.write(database, to: folder + "/\(number)", plan: .tests)
                let counts = summary.tables.filter { ["growing", "kinds"].contains($0.name) }.map(\.rows)
                #expect(counts[0] == counts[1])
            }
            writer.cancel()
            _ = try? await writer.value
        }
    }
}
