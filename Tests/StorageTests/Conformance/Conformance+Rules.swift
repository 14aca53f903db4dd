import Testing

@testable import Storage

extension Conformance {
    private static func family(_ statements: any Statements) throws {
        try statements.run("INSERT INTO parents (id, organisation, size) VALUES ('secret-a', 'one', 1)")
        try statements.run("INSERT INTO children (id, parent) VALUES ('c', 'secret-a')")
    }

    static let rules = [
        Conformance("a broken rule is named by kind and table, without a value") { database in
            try await database.write { try family($0) }
            let cases: [(String, StorageError)] = [
                (
                    "INSERT INTO parents (id, organisation, size) VALUES ('secret-a', 'x', 9)",
                    .constraint(.unique, "parents.id")
                ),
                (
                    "INSERT INTO parents (id, organisation, size) VALUES ('b', 'one', 1)",
                    .constraint(.unique, "parents.organisation, parents.size")
                ),
                ("INSERT INTO children (id, parent) VALUES ('d', 'secret-z')", .constraint(.foreignKey, "children")),
                ("DELETE FROM parents", .constraint(.foreignKey, "parents")),
                ("UPDATE parents SET size = -1", .constraint(.check, "parents")),
                ("UPDATE parents SET organisation = NULL", .constraint(.notNull, "parents.organisation")),
                ("INSERT INTO counters (id, number) VALUES (NULL, 1)", .constraint(.notNull, "counters.id")),
            ]
            for (sql, expected) in cases {
                let error = await failure { try await database.write { _ = try $0.run(sql) } }
                #expect(error as? StorageError == expected, "\(sql)")
                #expect(!"\(String(describing: error))".contains("secret"))
            }
        },
        Conformance("rows of a growing table are neither changed nor deleted") { database in
            try await database.write { _ = try $0.run("INSERT INTO growing (number, line) VALUES (1, 'a'), (2, 'b')") }
            for sql in [
                "UPDATE growing SET line = 'x'", "DELETE FROM growing", "DELETE FROM growing WHERE number = 1",
                "INSERT INTO growing (number, line) VALUES (1, 'x') ON CONFLICT (number) DO UPDATE SET line = excluded.line",
            ] {
                let error = await failure { try await database.write { _ = try $0.run(sql) } }
                #expect(error as? StorageError == .constraint(.appendOnly, "growing"), "\(sql)")
            }
            let lines = try await database.read {
                try $0.rows("SELECT line FROM growing ORDER BY number").map { try $0.text("line") }
            }
            #expect(lines == ["a", "b"])
        },
        Conformance("an error shows the statement and never a value") { database in
            let error = await failure {
                try await database.write {
                    _ = try $0.run("INSERT INTO kinds (id, whole) VALUES (1, ?1)", ["secret"])
                }
            }
            let other = await failure {
                try await database.read { _ = try $0.rows("SELECT x FROM nowhere WHERE y = ?1", ["secret"]) }
            }
            for description in [error, other].map({ String(describing: $0) + String(reflecting: $0) }) {
                #expect(!description.contains("secret"))
                #expect(description != "nilnil")
            }
        },
        Conformance("transactions and settings are the driver's") { database in
            for sql in [
                "COMMIT", "BEGIN", "ROLLBACK", "PRAGMA user_version = 3", "SET x = 1", "SELECT 1; SELECT 2", "",
                "VACUUM",
            ] {
                let error = await failure { try await database.write { _ = try $0.run(sql) } }
                guard case .statement? = error as? StorageError else { throw Unexpected(error) }
            }
        },
    ]
}
