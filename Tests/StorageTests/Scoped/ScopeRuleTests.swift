import Testing

@testable import Storage

@Suite struct ScopeRuleTests {
    @Test(arguments: [
        "SELECT * FROM cases WHERE organisation = ?1",
        "SELECT * FROM cases WHERE ?1 = organisation AND id = ?2",
        "SELECT c.title FROM cases c WHERE c.organisation = ?1 AND (c.id = ?2 OR c.title = ?3)",
        "SELECT * FROM cases WHERE (organisation = ?1) ORDER BY changed_at, id LIMIT ?2",
        "SELECT c.id, v.text FROM cases AS c JOIN case_versions AS v ON v.organisation = c.organisation AND v.case_id = c.id WHERE c.organisation = ?1",
        "SELECT c.id FROM cases c, people p WHERE c.organisation = ?1 AND p.organisation = ?1 AND c.created_by = p.id",
        "SELECT c.id FROM cases c LEFT JOIN people p ON p.organisation = c.organisation AND p.id = c.created_by WHERE c.organisation = ?1",
        "SELECT id FROM cases WHERE organisation = ?1 AND EXISTS (SELECT 1 FROM assignments a WHERE a.organisation = ?1 AND a.case_id = cases.id)",
        "SELECT c.id, (SELECT COUNT(*) FROM case_versions v WHERE v.organisation = c.organisation AND v.case_id = c.id) AS n FROM cases c WHERE c.organisation = ?1",
        "SELECT id FROM cases WHERE organisation = ?1 UNION ALL SELECT id FROM people WHERE organisation = ?1",
        "WITH mine AS (SELECT id FROM cases WHERE organisation = ?1) SELECT id FROM mine",
        "SELECT id FROM (SELECT id FROM cases WHERE organisation = ?1) AS mine",
        "SELECT 'FROM people', \u{2D}\u{2D} JOIN people\n id FROM cases WHERE organisation = ?1 /* OR 1 = 1 */",
        "SELECT CASE WHEN a.number > 3 OR a.number = 1 THEN 1 ELSE 0 END AS x FROM audit a WHERE a.organisation = ?1",
        "SELECT number FROM audit WHERE number BETWEEN ?2 AND ?3 AND organisation = ?1",
        "INSERT INTO cases (organisation, id) VALUES (?1, ?2)",
        "INSERT INTO cases (organisation, id) VALUES (?1, ?2), (?1, ?3)",
        "INSERT INTO cases (organisation, id) SELECT ?1, id FROM cases WHERE organisation = ?1",
        "INSERT INTO audit_heads (organisation, number) VALUES (?1, ?2) ON CONFLICT (organisation) DO UPDATE SET number = excluded.number",
        "INSERT INTO cases (organisation, id) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING",
        "INSERT INTO cases (organisation, id) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET title = ?3 WHERE cases.organisation = ?1",
        "UPDATE cases SET title = ?2, head = head + 1 WHERE organisation = ?1 AND id = ?3 RETURNING head",
        "DELETE FROM score_drafts WHERE organisation = ?1 AND case_id = ?2",
        "DELETE FROM replies WHERE organisation = ?1 AND created_at < ?2",
    ])
    func allowed(_ sql: String) throws {
        try ScopeRule.check(sql)
        try ScopeRule.check(sql)
    }

    @Test(arguments: [
        "SELECT * FROM cases", "SELECT * FROM cases WHERE id = ?2", "select * from CASES where id = ?2",
        "SELECT * FROM cases WHERE organisation = ?2", "SELECT * FROM cases WHERE organisation = ?10",
        "SELECT * FROM cases WHERE organisation = '?1'", "SELECT * FROM cases WHERE organisation <> ?1",
        "SELECT * FROM cases WHERE NOT organisation = ?1", "SELECT * FROM cases WHERE organisation = ?1 OR 1 = 1",
        "SELECT * FROM cases WHERE id = ?2 AND organisation = ?1 OR id = ?3",
        "SELECT * FROM cases WHERE (organisation = ?1 OR id = ?2)", "SELECT * FROM cases -- WHERE organisation = ?1",
        "SELECT * FROM cases WHERE 'organisation = ?1' = id", "SELECT organisation = ?1 FROM cases",
        "SELECT * FROM cases ORDER BY organisation = ?1", "SELECT * FROM cases GROUP BY id HAVING organisation = ?1",
        "SELECT * FROM cases WHERE CASE WHEN 1 = 1 AND organisation = ?1 AND 1 = 1 THEN 1 ELSE 1 END = 1",
        "SELECT * FROM cases WHERE id BETWEEN ?2 AND organisation = ?1",
        "SELECT * FROM cases c JOIN people p ON p.id = c.created_by WHERE c.organisation = ?1",
        "SELECT * FROM cases c JOIN people p ON p.id = c.created_by WHERE organisation = ?1",
        "SELECT * FROM cases c LEFT JOIN people p ON c.organisation = ?1 AND p.organisation = ?1",
        "SELECT * FROM cases c LEFT JOIN people p ON p.organisation = c.organisation AND p.organisation = ?1",
        "SELECT * FROM cases, people WHERE cases.organisation = ?1",
        "SELECT * FROM cases c JOIN cases d ON d.id = c.id WHERE c.organisation = ?1",
        "SELECT * FROM cases c JOIN people p ON p.organisation = c.organisation",
        "SELECT id FROM cases WHERE organisation = ?1 UNION SELECT id FROM people",
        "SELECT id FROM cases WHERE organisation = ?1 AND id IN (SELECT case_id FROM assignments)",
        "SELECT (SELECT title FROM cases WHERE id = ?2) AS t FROM people WHERE organisation = ?1",
        "SELECT id FROM (SELECT id, organisation FROM cases) AS c WHERE organisation = ?1",
        "WITH all_of_them AS (SELECT id FROM cases) SELECT id FROM all_of_them",
        "WITH a AS (SELECT 1) SELECT * FROM cases",
        "INSERT INTO cases (id, organisation) VALUES (?2, ?1)", "INSERT INTO cases (organisation, id) VALUES (?2, ?1)",
        "INSERT INTO cases (organisation, id) VALUES (?1, ?2), (?3, ?4)",
        "INSERT INTO cases (organisation, id) VALUES (?1 || 'x', ?2)",
        "INSERT INTO cases (organisation, id) SELECT organisation, id FROM cases WHERE organisation = ?1",
        "INSERT INTO cases (organisation, id) SELECT ?1, id FROM cases",
        "INSERT INTO cases (organisation, id) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET title = ?3",
        "INSERT INTO cases (organisation, id) VALUES (?1, (SELECT id FROM people))",
        "UPDATE cases SET title = ?1", "UPDATE cases SET title = ?2 WHERE id = ?1",
        "DELETE FROM cases", "DELETE FROM cases WHERE id = ?1",
    ])
    func unscoped(_ sql: String) {
        #expect(throws: StorageError.unscoped(sql)) { try ScopeRule.check(sql) }
        #expect(throws: StorageError.unscoped(sql)) { try ScopeRule.check(sql) }
    }

    @Test(arguments: [
        "INSERT INTO cases VALUES (?1, ?2)", "INSERT OR REPLACE INTO cases (organisation, id) VALUES (?1, ?2)",
        "REPLACE INTO cases (organisation, id) VALUES (?1, ?2)", "INSERT INTO cases DEFAULT VALUES",
        "UPDATE cases SET organisation = ?2 WHERE organisation = ?1",
        "UPDATE cases SET title = ?2, organisation = ?3 WHERE organisation = ?1",
        "UPDATE cases SET (title, organisation) = (?2, ?3) WHERE organisation = ?1",
        "SELECT * FROM \"cases\" WHERE organisation = ?1", "SELECT * FROM main.cases WHERE organisation = ?1",
        "SELECT * FROM cases NATURAL JOIN people WHERE organisation = ?1",
        "SELECT * FROM cases c RIGHT JOIN people p ON p.organisation = ?1 WHERE c.organisation = ?1",
        "SELECT * FROM (cases JOIN people ON 1 = 1) WHERE organisation = ?1",
        "SELECT * FROM cases WHERE organisation = ?1 FOR UPDATE", "SELECT * FROM accounts WHERE organisation = ?1",
        "SELECT * FROM cases c JOIN accounts a ON a.id = c.created_by WHERE c.organisation = ?1",
        "SELECT * FROM nowhere WHERE organisation = ?1", "SELECT * FROM sqlite_master", "DROP TABLE cases",
        "CREATE TABLE t (id TEXT)", "PRAGMA user_version", "ATTACH 'x' AS y", "DELETE FROM sessions",
        "WITH cases AS (SELECT 1) SELECT * FROM cases",
        "SELECT * FROM cases WHERE organisation = ?1; DELETE FROM cases",
        "SELECT * FROM cases WHERE organisation = ?1)", "WITH d AS (DELETE FROM cases RETURNING id) SELECT id FROM d",
        "", "SELECT 'x",
    ])
    func refused(_ sql: String) {
        guard case .statement? = fault({ try ScopeRule.check(sql) }) else {
            Issue.record("\(sql): \(String(describing: fault { try ScopeRule.check(sql) }))")
            return
        }
    }

    @Test(arguments: [
        "SELECT * FROM accounts WHERE email = ?1", "DELETE FROM sessions WHERE expires_at < ?1",
        "INSERT INTO attempts (key, failures, since) VALUES (?1, 1, ?2) ON CONFLICT (key) DO UPDATE SET failures = attempts.failures + 1",
        "SELECT a.organisation FROM sessions s JOIN accounts a ON a.id = s.account WHERE s.hash = ?1",
        "UPDATE accounts SET disabled_at = ?1 WHERE id = ?2",
    ])
    func systemAllowed(_ sql: String) throws { try ScopeRule.checkSystem(sql) }

    @Test(arguments: [
        "SELECT * FROM cases", "SELECT * FROM cases WHERE organisation = ?1",
        "SELECT * FROM accounts a JOIN people p ON p.id = a.id", "DELETE FROM people",
        "INSERT INTO people (organisation, id) VALUES (?1, ?2)", "UPDATE people SET name = ?1",
        "SELECT * FROM accounts WHERE id IN (SELECT id FROM people)", "DROP TABLE accounts", "PRAGMA user_version",
        "INSERT INTO accounts (id) SELECT id FROM people",
    ])
    func systemRefused(_ sql: String) {
        guard case .statement? = fault({ try ScopeRule.checkSystem(sql) }) else {
            Issue.record("\(sql)")
            return
        }
    }

    private func fault(_ work: () throws -> Void) -> StorageError? {
        do { try work() } catch { return error as? StorageError }
        return nil
    }
}

@Test func everyTableIsEitherAnOrganisationsOrTheInstallations() async throws {
    try await Harness.sqlite.withDatabase(Schema.migrations) { database, _ in
        let tables = try await database.read { statements in
            try statements.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").map {
                try $0.text("name")
            }
        }
        #expect(Set(tables) == Schema.scopedTables.union(Schema.systemTables))
        #expect(Schema.scopedTables.isDisjoint(with: Schema.systemTables))
        #expect(Set(Schema.order) == Set(tables).subtracting(["schema_versions"]))
        for table in Schema.scopedTables {
            let columns = try await database.read { statements in
                try statements.rows("SELECT name FROM pragma_table_info(?1)", [.text(table)]).map {
                    try $0.text("name")
                }
            }
            #expect(columns.contains("organisation"), "\(table)")
        }
    }
}
