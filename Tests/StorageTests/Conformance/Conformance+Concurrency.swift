import Synchronization
import Testing

@testable import Storage

extension Conformance {
    static let concurrency = [
        Conformance("32 writers at once lose no increment") { database in
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 0)") }
            try await withThrowingTaskGroup { group in
                for _ in 0..<32 {
                    group.addTask {
                        for _ in 0..<5 { try await increment(database) }
                    }
                }
                try await group.waitForAll()
            }
            let number = try await database.read { try $0.first("SELECT number FROM counters")?.integer("number") }
            #expect(number == 160)
        },
        Conformance("two writers that each look before they leap cannot both leap") { database in
            try await database.write { _ = try $0.run("INSERT INTO counters (id, number) VALUES ('a', 1), ('b', 1)") }
            // Each may take one away while both are there; at least one must remain.
            for _ in 0..<10 {
                try await database.write { _ = try $0.run("UPDATE counters SET number = 1") }
                try await withThrowingTaskGroup { group in
                    for id in ["a", "b"] {
                        group.addTask {
                            try await database.write { statements in
                                let sum = try statements.first("SELECT SUM(number) AS sum FROM counters")?.integer(
                                    "sum")
                                guard let sum, sum >= 2 else { return }
                                try statements.run("UPDATE counters SET number = 0 WHERE id = ?1", [.text(id)])
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                let left = try await database.read {
                    try $0.first("SELECT SUM(number) AS sum FROM counters")?.integer("sum")
                }
                #expect(left == 1)
            }
        },
        Conformance("a cancelled write keeps nothing") { database in
            let started = Signal()
            let cancelled = Signal()
            let task = Task {
                try await database.write { statements in
                    try statements.run("INSERT INTO counters (id, number) VALUES ('a', 0)")
                    started.give()
                    cancelled.wait()
                    try statements.run("INSERT INTO counters (id, number) VALUES ('b', 0)")
                }
            }
            try await Blocking.run { started.wait() }
            task.cancel()
            cancelled.give()
            await #expect(throws: CancellationError.self) { try await task.value }
            let count = try await database.read { try $0.first("SELECT COUNT(*) AS n FROM counters")?.integer("n") }
            #expect(count == 0)
        },
        Conformance("a cancelled statement stops") { database in
            let started = Signal()
            let task = Task {
                try await database.read { statements in
                    started.give()
                    return try statements.rows(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)
                        SELECT COUNT(*) AS n FROM n
                        """)
                }
            }
            try await Blocking.run { started.wait() }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            try await database.check()
        },
        Conformance("one that was cancelled before does not begin") { database in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await database.read { try $0.rows("SELECT 1 AS a") }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        },
    ]

    static func increment(_ database: any Database) async throws {
        while true {
            do {
                return try await database.write { statements in
                    let number =
                        try statements.first("SELECT number FROM counters WHERE id = 'a'")?.integer("number") ?? 0
                    try statements.run("UPDATE counters SET number = ?1 WHERE id = 'a'", [.integer(number + 1)])
                }
            } catch StorageError.busy {
                // Allowed under pressure, and nothing was kept.
            }
        }
    }
}
