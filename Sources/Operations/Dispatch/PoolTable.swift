import Storage

/// Pools and who may draw from them, kept as rows: `operator_pools` holds exactly the pairs of an operator and a pool that
/// is not stopped and for which nothing is lacking.
struct PoolTable {
    let store: ScopedStatements

    /// The number of a pool; made where it is new.
    func id(of pool: Pool) throws -> Int64 {
        if let id = try find(pool) { return id }
        let id = try Counters(store).next("pools")
        let isStopped =
            try store.first(
                "SELECT stopped_at FROM work_types WHERE organisation = ?1 AND key = ?2", [.text(pool.type)])?
            .optionalInteger("stopped_at") != nil
        try store.run(
            """
            INSERT INTO pools (organisation, id, type, stage, skill, language, employer, residency, stopped)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .integer(id), .text(pool.type), .text(pool.stage.rawValue), .text(pool.skill), .text(pool.language),
                .text(pool.employer), .text(pool.residency.joined(separator: " ")), .integer(isStopped ? 1 : 0),
            ])
        if !isStopped {
            for row in try store.rows("SELECT * FROM operators WHERE organisation = ?1") {
                let person = try Operator(row)
                if pool.lack(of: person) == nil { try admit(person.person, to: id) }
            }
        }
        return id
    }

    private func find(_ pool: Pool) throws -> Int64? {
        try store.first(
            """
            SELECT id FROM pools WHERE organisation = ?1 AND type = ?2 AND stage = ?3 AND skill = ?4 AND language = ?5
                AND employer = ?6 AND residency = ?7
            """,
            [
                .text(pool.type), .text(pool.stage.rawValue), .text(pool.skill), .text(pool.language),
                .text(pool.employer), .text(pool.residency.joined(separator: " ")),
            ])?.integer("id")
    }

    func all() throws -> [(id: Int64, pool: Pool, isStopped: Bool)] {
        try store.rows("SELECT * FROM pools WHERE organisation = ?1 ORDER BY id").map {
            (try $0.integer("id"), try Pool($0), try $0.integer("stopped") == 1)
        }
    }

    private func admit(_ person: String, to pool: Int64) throws {
        try store.run(
            "INSERT INTO operator_pools (organisation, person, pool) VALUES (?1, ?2, ?3)",
            [.text(person), .integer(pool)])
    }

    /// What an operator may draw from, anew.
    func admit(_ person: Operator) throws {
        try store.run("DELETE FROM operator_pools WHERE organisation = ?1 AND person = ?2", [.text(person.person)])
        for (id, pool, isStopped) in try all() where !isStopped && pool.lack(of: person) == nil {
            try admit(person.person, to: id)
        }
    }

    /// - Parameter type: a work type's key.
    func stop(_ type: String, _ isStopped: Bool) throws {
        try store.run(
            "UPDATE pools SET stopped = ?3 WHERE organisation = ?1 AND type = ?2",
            [.text(type), .integer(isStopped ? 1 : 0)])
        let operators = try store.rows("SELECT * FROM operators WHERE organisation = ?1").map(Operator.init)
        for (id, pool, _) in try all() where pool.type == type {
            try store.run("DELETE FROM operator_pools WHERE organisation = ?1 AND pool = ?2", [.integer(id)])
            if isStopped { continue }
            for person in operators where pool.lack(of: person) == nil { try admit(person.person, to: id) }
        }
    }
}

/// Numbers by name, handed out in blocks; a number that was handed out is never handed out again.
struct Counters {
    let store: ScopedStatements
    init(_ store: ScopedStatements) { self.store = store }

    /// - Returns: the first of `count` numbers in a row, from 1.
    func next(_ name: String, count: Int = 1) throws -> Int64 {
        let isThere =
            try store.run(
                "UPDATE counters SET value = value + ?3 WHERE organisation = ?1 AND name = ?2",
                [.text(name), .integer(count)]) == 1
        if !isThere {
            try store.run(
                "INSERT INTO counters (organisation, name, value) VALUES (?1, ?2, ?3)",
                [.text(name), .integer(count)])
        }
        let last = try store.first(
            "SELECT value FROM counters WHERE organisation = ?1 AND name = ?2", [.text(name)])?.integer("value")
        return (last ?? Int64(count)) - Int64(count) + 1
    }
}
