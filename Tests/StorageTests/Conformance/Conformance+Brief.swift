import Testing

@testable import Storage

extension Conformance {
    /// Reads of a few rows, which drivers may do on the thread that asks.
    static let brief = [
        Conformance("a brief read sees every write that was acknowledged, and nothing older") { database in
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 0)") }
            for round in 1...200 {
                #expect(try await number(database) == Int64(round - 1))
                try await increment(database)
                #expect(try await number(database) == Int64(round))
            }
        },
        Conformance("brief readers beside a writer never go back in time") { database in
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 0)") }
            let acknowledged = Progress()
            try await withThrowingTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask {
                        var last: Int64 = 0
                        while !acknowledged.isOver {
                            let least = acknowledged.count
                            let seen = try await number(database)
                            #expect(seen >= Int64(least), "a write that was acknowledged is not seen")
                            #expect(seen >= last, "an older state is seen after a newer one")
                            last = seen
                            try await Task.sleep(for: .milliseconds(1))
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<100 {
                        try await increment(database)
                        acknowledged.add()
                    }
                    acknowledged.end()
                }
                try await group.waitForAll()
            }
            #expect(try await number(database) == 100)
        },
        Conformance("statements of a brief read see one state") { database in
            try await database.write {
                _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 0), ('b', 0)")
            }
            let writing = Progress()
            try await withThrowingTaskGroup { group in
                group.addTask {
                    while !writing.isOver {
                        let (a, b) = try await database.readBriefly { statements in
                            let a = try statements.first("SELECT number FROM counters WHERE id = 'a'")
                            let b = try statements.first("SELECT number FROM counters WHERE id = 'b'")
                            return (try a?.integer("number"), try b?.integer("number"))
                        }
                        #expect(a == b)
                        try await Task.sleep(for: .milliseconds(1))
                    }
                }
                group.addTask {
                    for _ in 0..<100 {
                        try await database.write { _ = try $0.run("UPDATE counters SET number = number + 1") }
                    }
                    writing.end()
                }
                try await group.waitForAll()
            }
        },
        Conformance("a brief read changes nothing, and after it failed the next one reads") { database in
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 7)") }
            for _ in 0..<20 {
                let error = await failure {
                    try await database.readBriefly { _ = try $0.run("UPDATE counters SET number = 8") }
                }
                #expect(error != nil)
                await #expect(throws: Unwanted.self) {
                    try await database.readBriefly { statements in
                        _ = try statements.rows("SELECT number FROM counters")
                        throw Unwanted()
                    }
                }
                #expect(try await number(database) == 7)
            }
        },
        Conformance("a brief read of a closed database is refused") { database in
            let count = try await database.readBriefly { try $0.rows("SELECT id FROM counters").count }
            #expect(count == 0)
            await database.close()
            let error = await failure { _ = try await number(database) }
            #expect(error as? StorageError == .closed)
        },
    ]

    private struct Unwanted: Error {}

    private static func number(_ database: any Database) async throws -> Int64 {
        try await database.readBriefly {
            try $0.first("SELECT number FROM counters WHERE id = ?1", [.text("a")])?.integer("number") ?? -1
        }
    }
}
