import Testing

@testable import Storage

/// The definition of ``Database``: what every driver must do, run on each.
struct Conformance: Sendable, CustomTestStringConvertible {
    var name: String
    var check: @Sendable (any Database) async throws -> Void
    var testDescription: String { name }

    init(_ name: String, _ check: @escaping @Sendable (any Database) async throws -> Void) {
        self.name = name
        self.check = check
    }

    static let all = types + rules + transactions + concurrency + telling + brief + together
}

@Suite struct SQLiteConformanceTests {
    @Test(arguments: Conformance.all)
    func checkDatabase(_ conformance: Conformance) async throws {
        try await Harness.sqlite.withDatabase { database, _ in try await conformance.check(database) }
    }
}

@Suite(.enabled(if: Server.isWanted, Server.missing))
struct PostgreSQLConformanceTests {
    @Test(arguments: Conformance.all)
    func checkDatabase(_ conformance: Conformance) async throws {
        try await Harness.postgresql.withDatabase { database, _ in try await conformance.check(database) }
    }
}
