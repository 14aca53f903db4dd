/// The choke point between organisations: reads each statement and refuses it unless every mention of an organisation's
/// table is bound to `?1`.
///
/// It knows a part of SQL on purpose and refuses what it does not know, so its mistakes are refusals. What it cannot see
/// is a statement that asks for the right organisation's rows and then shows them to another: `?1` comes from the session.
///
/// The rules: a table stands behind FROM, JOIN, INTO or UPDATE and is an organisation's or made by WITH; in the part of
/// the statement that names it, `organisation = ?1` (with its alias where there are several tables), or
/// `a.organisation = b.organisation` where the other is bound, stands beside ANDs and no OR; inserted rows begin with
/// `organisation` and `?1`; no UPDATE sets `organisation`.
enum ScopeRule {
    private static let verdicts = StatementCache<Verdict>()
    private static let systemVerdicts = StatementCache<Verdict>()

    private struct Verdict: Sendable { var fault: StorageError? }

    static func check(_ sql: String) throws {
        let verdict = try verdicts.reading(sql) { sql throws(StorageError) in
            Verdict(fault: Self.fault { () throws(StorageError) in try ScopeReader(sql).check() })
        }
        if let fault = verdict.fault { throw fault }
    }

    /// Refuses every table that is not of the whole installation.
    static func checkSystem(_ sql: String) throws {
        let verdict = try systemVerdicts.reading(sql) { sql throws(StorageError) in
            Verdict(fault: Self.fault { () throws(StorageError) in try ScopeReader(sql).checkSystem() })
        }
        if let fault = verdict.fault { throw fault }
    }

    private static func fault(_ check: () throws(StorageError) -> Void) -> StorageError? {
        do {
            try check()
            return nil
        } catch {
            return error
        }
    }
}
