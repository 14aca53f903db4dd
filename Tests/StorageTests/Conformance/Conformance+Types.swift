import Testing

@testable import Storage

extension Conformance {
    static let types = [
        Conformance("every value comes back as it was") { database in
            let texts = [
                "", "'", "\"", "a\nb\r\n\tc", "🧜🏽‍♀️ é e\u{301} \u{FFFD}", "\\x41", "?1 $1",
                String(repeating: "ä", count: 500_000),
            ]
            let doubles = [
                0, 0.1, -1.5, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity, -.infinity, 1e15,
                123_456_789.123,
            ]
            let integers: [Int64] = [0, 1, -1, .max, .min, 1 << 53 + 1]
            let bytes: [[UInt8]] = [[], [0], [0xFF, 0, 0x5C, 0x78], Array(0...255)]
            let values: [[Value]] =
                texts.map { [nil, nil, .text($0), nil] } + doubles.map { [nil, .real($0), nil, nil] }
                + integers.map { [.integer($0), nil, nil, nil] } + bytes.map { [nil, nil, nil, .bytes($0)] }
                + [[nil, nil, nil, nil]]
            try await database.write { statements in
                for (index, row) in values.enumerated() {
                    try statements.run(
                        "INSERT INTO kinds (id, whole, figure, words, raw) VALUES (?1, ?2, ?3, ?4, ?5)",
                        [.integer(index)] + row)
                }
            }
            let rows = try await database.read {
                try $0.rows("SELECT whole, figure, words, raw FROM kinds ORDER BY id")
            }
            #expect(rows.map(\.values) == values)
            #expect(rows.first?.names == ["whole", "figure", "words", "raw"])
            let figures = rows.compactMap { row -> UInt64? in
                if case .real(let number) = row.values[1] { return number.bitPattern }
                return nil
            }
            #expect(figures == doubles.map(\.bitPattern))
        },
        Conformance("what one of the databases cannot keep is refused by both") { database in
            for value in [Value.text("a\0b"), .real(.nan)] {
                let error = await failure {
                    try await database.write {
                        _ = try $0.run("INSERT INTO kinds (id, words, figure) VALUES (1, ?1, ?1)", [value])
                    }
                }
                guard case .input? = error as? StorageError else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
            let sign = try await database.write { statements in
                try statements.run("INSERT INTO kinds (id, figure) VALUES (1, ?1)", [.real(-0.0)])
                return try statements.first("SELECT figure FROM kinds")?.real("figure").sign
            }
            #expect(sign == .plus)
        },
        Conformance("a column keeps its own type only") { database in
            let error = await failure {
                try await database.write { _ = try $0.run("INSERT INTO kinds (id, whole) VALUES (1, ?1)", ["abc"]) }
            }
            #expect(error is StorageError)
        },
        Conformance("parameters are numbered, and stand as often and in whatever order they like") { database in
            let row = try await database.read {
                try $0.first("SELECT ?2 AS b, ?1 AS a, ?2 AS c, '?3' AS d -- ?9", ["x", 7])
            }
            #expect(row?.values == [7, "x", 7, "?3"])
            let error = await failure { try await database.read { _ = try $0.rows("SELECT ?1 AS a", ["x", "y"]) } }
            guard case .statement? = error as? StorageError else { throw Unexpected(error) }
        },
        Conformance("a null is a null wherever it stands") { database in
            let sql = "SELECT COUNT(*) AS n FROM kinds WHERE (?1 IS NULL OR whole = ?1) AND COALESCE(?1, 1) >= 1"
            let counts = try await database.write { statements in
                try statements.run("INSERT INTO kinds (id, whole, words) VALUES (1, 5, ?1), (2, ?2, 'x')", [nil, nil])
                return [
                    try statements.first(sql, [nil])?.integer("n"), try statements.first(sql, [5])?.integer("n"),
                    try statements.first(sql, [6])?.integer("n"),
                ]
            }
            #expect(counts == [2, 1, 0])
        },
        Conformance("figures of the database have a type of ours") { database in
            let row = try await database.write { statements in
                try statements.run("INSERT INTO kinds (id, whole, figure) VALUES (1, 2, 0.5), (2, 4, 0.25)")
                return try statements.first(
                    """
                    SELECT COUNT(*) AS count, SUM(whole) AS sum, SUM(figure) AS figures, 7 / 2 AS half, 1.5 AS part,
                        AVG(figure) AS mean, MAX(words) AS words, 1 = 1 AS truth, EXISTS (SELECT 1 FROM kinds) AS some
                    FROM kinds
                    """)
            }
            #expect(row?.values == [2, 6, .real(0.75), 3, .real(1.5), .real(0.375), nil, 1, 1])
        },
        Conformance("texts are ordered by their bytes and LIKE minds the case") { database in
            let texts = ["a", "B", "ä", "b", "A", "_", "é", "z"]
            let (ordered, liked) = try await database.write { statements in
                for (index, text) in texts.enumerated() {
                    try statements.run("INSERT INTO kinds (id, words) VALUES (?1, ?2)", [.integer(index), .text(text)])
                }
                return (
                    try statements.rows("SELECT words FROM kinds ORDER BY words").map { try $0.text("words") },
                    try statements.rows("SELECT words FROM kinds WHERE words LIKE 'a%'").map { try $0.text("words") }
                )
            }
            #expect(ordered == texts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
            #expect(liked == ["a"])
        },
        Conformance("an answer may have 200,000 rows") { database in
            let sum = try await database.read { statements in
                let rows = try statements.rows(
                    """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT i FROM n
                    """)
                return try rows.reduce(0) { try $0 + $1.integer("i") }
            }
            #expect(sum == 200_000 * 200_001 / 2)
        },
    ]
}

struct Unexpected: Error, CustomStringConvertible {
    var description: String
    init(_ error: (any Error)?) { description = "Unexpected: \(String(describing: error))" }
}

/// What `work` throws; nil where it does not.
func failure(_ work: () async throws -> Void) async -> (any Error)? {
    do {
        try await work()
        return nil
    } catch {
        return error
    }
}
