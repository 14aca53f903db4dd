import Foundation
import Testing

@testable import Storage

/// What only SQLite's driver does for brief reads; what they mean is in the conformance suite.
@Suite struct BriefReaderTests {
    /// A reader that stayed in its transaction would keep SQLite from beginning its journal anew.
    @Test func theJournalStaysShortBesideReaders() async throws {
        try await Harness.sqlite.withDatabase { database, address in
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 0)") }
            let writing = Progress()
            try await withThrowingTaskGroup { group in
                for _ in 0..<3 {
                    group.addTask {
                        while !writing.isOver {
                            _ = try await database.readBriefly { try $0.rows("SELECT number FROM counters") }
                            try await Task.sleep(for: .milliseconds(1))
                        }
                    }
                }
                group.addTask {
                    let blob = [UInt8](repeating: 7, count: 40_000)
                    for round in Int64(0)..<600 {
                        try await database.write { statements in
                            try statements.run("DELETE FROM kinds")
                            try statements.run(
                                "INSERT INTO kinds (id, raw) VALUES (?1, ?2)", [.integer(round), .bytes(blob)])
                        }
                    }
                    writing.end()
                }
                try await group.waitForAll()
            }
            let size = try FileManager.default.attributesOfItem(atPath: address + "-wal")[.size] as? Int ?? 0
            // 600 writes of some 11 pages each are 25 MB; SQLite begins anew after about 1,000 pages (4 MB).
            #expect(size < 12_000_000, "the journal has \(size) bytes")
        }
    }

    /// The ninth is told that all are busy, and then GRDB reads for it.
    @Test func eightReadAtOnce() async throws {
        try await Harness.sqlite.withDatabase { database, address in
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 3)") }
            let readers = BriefReaders(path: address, texts: StatementCache())
            let (inside, leave, gone) = (Signal(), Signal(), Signal())
            for _ in 0..<8 {
                Thread.detachNewThread {
                    let number = try? readers.read { statements in
                        let row = try statements.first("SELECT number FROM counters")
                        inside.give()
                        leave.wait()
                        return try row?.integer("number")
                    }
                    #expect(number == 3)
                    gone.give()
                }
            }
            try await Blocking.run { for _ in 0..<8 { inside.wait() } }
            #expect(try count(readers) == nil)
            for _ in 0..<8 { leave.give() }
            try await Blocking.run { for _ in 0..<8 { gone.wait() } }
            #expect(try count(readers) == 1)
            readers.close()
            #expect(try count(readers) == nil)
        }
    }

    private func count(_ readers: BriefReaders) throws -> Int? {
        try readers.read { try $0.rows("SELECT number FROM counters").count }
    }
}
