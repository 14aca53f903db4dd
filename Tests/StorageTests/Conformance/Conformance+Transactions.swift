import Synchronization
import Testing

@testable import Storage

extension Conformance {
    private struct OwnError: Error, Equatable {}

    @Sendable private static func count(_ statements: any Statements) throws -> Int64? {
        try statements.first("SELECT COUNT(*) AS n FROM counters")?.integer("n")
    }

    private static let insert = "INSERT INTO counters (id, number) VALUES (?1, 0)"

    static let transactions = [
        Conformance("a body that throws keeps nothing and its error comes out") { database in
            await #expect(throws: OwnError()) {
                try await database.write { statements in
                    try statements.run(insert, ["a"])
                    throw OwnError()
                }
            }
            let left = try await database.read(count)
            #expect(left == 0)
        },
        Conformance("after a failed statement the transaction is dead, even if the body goes on") { database in
            let later = Mutex<[StorageError]>([])
            let error = await failure {
                try await database.write { statements in
                    try statements.run(insert, ["a"])
                    _ = try? statements.run("INSERT INTO counters (id, number) VALUES ('a', 1)")
                    do {
                        try statements.run(insert, ["b"])
                    } catch let error as StorageError {
                        later.withLock { $0.append(error) }
                    }
                }
            }
            #expect(error as? StorageError == .constraint(.unique, "counters.id"))
            #expect(later.withLock { $0 } == [.constraint(.unique, "counters.id")])
            let left = try await database.read(count)
            #expect(left == 0)
        },
        Conformance("a body may say in its own words why a rule was broken") { database in
            await #expect(throws: OwnError()) {
                try await database.write { statements in
                    try statements.run(insert, ["a"])
                    do { try statements.run(insert, ["a"]) } catch StorageError.constraint(.unique, _) {
                        throw OwnError()
                    }
                }
            }
        },
        Conformance("a read cannot write") { database in
            for sql in [
                "INSERT INTO counters (id, number) VALUES ('a', 0)", "CREATE TABLE t (a BIGINT)",
                "DELETE FROM counters",
            ] {
                let error = await failure { try await database.read { _ = try $0.run(sql) } }
                #expect(error as? StorageError == .statement(sql, reason: TransactionState.readsOnly))
            }
            let error = await failure { try await database.read { try $0.notify("a", "b") } }
            guard case .statement? = error as? StorageError else { throw Unexpected(error) }
        },
        Conformance("a read sees one state from its first statement to its last") { database in
            let (opened, open) = AsyncStream.makeStream(of: Void.self)
            let written = Signal()
            async let counts = database.read { statements in
                let first = try count(statements)
                open.yield()
                written.wait()
                return [first, try count(statements)]
            }
            for await _ in opened { break }
            try await database.write { _ = try $0.run(insert, ["a"]) }
            written.give()
            #expect(try await counts == [0, 0])
            let left = try await database.read(count)
            #expect(left == 1)
        },
        Conformance("statements do not outlive their body") { database in
            let kept = Mutex<Escaped?>(nil)
            try await database.write { statements in kept.withLock { $0 = Escaped(statements: statements) } }
            let error = kept.withLock { kept in
                do { _ = try kept?.statements.rows("SELECT 1 AS a") } catch { return error as? StorageError }
                return nil
            }
            guard case .statement? = error else { throw Unexpected(error) }
        },
        Conformance("run counts rows, rows answers, and neither does the other's work") { database in
            try await database.write { statements in
                #expect(try statements.run("INSERT INTO counters (id, number) VALUES ('a', 1), ('b', 2)") == 2)
                #expect(try statements.run("UPDATE counters SET number = 3 WHERE number > 5") == 0)
                let ids = try statements.rows("UPDATE counters SET number = 9 RETURNING id").map { try $0.text("id") }
                #expect(ids.sorted() == ["a", "b"])
                #expect(
                    try statements.run("INSERT INTO counters (id, number) VALUES ('a', 1) ON CONFLICT (id) DO NOTHING")
                        == 0)
                #expect(try statements.run("DELETE FROM counters") == 2)
            }
            let error = await failure { try await database.write { _ = try $0.run("SELECT 1 AS a") } }
            guard case .statement? = error as? StorageError else { throw Unexpected(error) }
        },
        Conformance("a closed database says so") { database in
            await database.close()
            await #expect(throws: StorageError.closed) { try await database.read(count) }
            await #expect(throws: StorageError.closed) { try await database.write(count) }
            await #expect(throws: StorageError.closed) { try await database.check() }
            for await _ in database.listen(to: "a") { Issue.record("A closed database tells nothing.") }
            await database.close()
        },
    ]
}

/// Statements that left their body, as they must not.
struct Escaped: @unchecked Sendable { var statements: any Statements }
