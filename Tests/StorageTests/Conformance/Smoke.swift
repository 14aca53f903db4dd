import Testing

@testable import Storage

@Test func smoke() async throws {
    try await Harness.sqlite.withDatabase { database, _ in
        let values: [Value] = [1, .integer(.max), .real(0.1), "a'b", .bytes([0, 255])]
        try await database.write { _ = try $0.run("INSERT INTO kinds VALUES (?1, ?2, ?3, ?4, ?5)", values) }
        let row = try await database.read { try $0.first("SELECT * FROM kinds") }
        #expect(row?.values == values)
        try await database.write { _ = try $0.run("INSERT INTO growing VALUES (1, 'a')") }
        await #expect(throws: StorageError.constraint(.appendOnly, "growing")) {
            try await database.write { _ = try $0.run("UPDATE growing SET line = 'b'") }
        }
        try await database.check()
    }
    try await Harness.sqlite.withDatabase(Schema.migrations) { database, _ in try await database.check() }
}
