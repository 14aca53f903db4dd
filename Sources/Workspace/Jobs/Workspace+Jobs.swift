import Economics
public import Storage

extension Workspace {
    /// A running job whose process has not been heard of for so long is taken over by another.
    static let jobSilence = 30 * Moment.second

    public func makeDecisionJob(
        as member: Member, _ caseID: String, version: Int? = nil, trials: Int, seed: UInt64
    ) async throws -> Job {
        try member.require(.readCases)
        try member.requireWriting()
        guard Decide.trialsAllowed.contains(trials) else {
            throw WorkspaceError.invalid(
                "trials", "\(trials) futures cannot be simulated.", "Ask for 100 to 10,000,000.")
        }
        let now = clock.now()
        return try await database.write(in: member.scope) { store in
            let number = try Self.version(caseID, version, store).number
            let open = try store.first(
                "SELECT count(*) AS n FROM jobs WHERE organisation = ?1 AND state IN ('waiting', 'running')")
            if try open?.integer("n") ?? 0 >= 20 {
                throw WorkspaceError.refused(
                    "Twenty jobs are waiting or running already.", remedy: "Wait for one to end, or cancel one.")
            }
            let id = Secrets.id()
            // No two of the same moment: pages of jobs go on after a moment, and the oldest is claimed first.
            let newest = try store.first("SELECT max(created_at) AS at FROM jobs WHERE organisation = ?1")
            let created = max(now, (try newest?.optionalInteger("at") ?? 0) + 1)
            try store.run(
                """
                INSERT INTO jobs (organisation, id, case_id, version, kind, trials, seed, state, done, beat_at,
                    created_by, created_at)
                VALUES (?1, ?2, ?3, ?4, 'decision', ?5, ?6, 'waiting', 0, ?8, ?7, ?9)
                """,
                [
                    .text(id), .text(caseID), .integer(number), .integer(trials), .integer(Int64(bitPattern: seed)),
                    .text(member.person), .integer(now), .integer(created),
                ])
            try AuditLog.append(
                store, at: now, actor: member.person, action: "job.start", subject: caseID,
                detail: "\(trials) futures of version \(number)")
            try store.notify("jobs", id)
            return try Self.job(id, store)
        }
    }

    public func job(as member: Member, _ id: String) async throws -> Job {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { try Self.job(id, $0) }
    }

    /// Newest first; of one case or of all.
    public func jobs(
        as member: Member, caseID: String? = nil, after: (createdAt: Int64, id: String)? = nil, limit: Int = 50
    ) async throws -> [Job] {
        try member.require(.readCases)
        return try await database.read(in: member.scope) { store in
            try store.rows(
                """
                SELECT id, case_id, version, kind, trials, seed, state, done, NULL AS result, problem, created_by,
                    created_at, ended_at
                FROM jobs WHERE organisation = ?1 AND (?2 = '' OR case_id = ?2)
                    AND (created_at < ?3 OR (created_at = ?3 AND id < ?5))
                ORDER BY created_at DESC, id DESC LIMIT ?4
                """,
                [
                    .text(caseID ?? ""), .integer(after?.createdAt ?? Int64.max), .integer(limit),
                    .text(after?.id ?? ""),
                ]
            ).map(Job.init)
        }
    }

    /// Whoever reads cases may cancel: the answer is nobody's alone, and it can be asked for again.
    public func cancelJob(as member: Member, _ id: String) async throws -> Job {
        try member.require(.readCases)
        try member.requireWriting()
        let now = clock.now()
        return try await database.write(in: member.scope) { store in
            let job = try Self.job(id, store)
            if job.isOpen {
                try store.run(
                    "UPDATE jobs SET state = 'cancelled', ended_at = ?3 WHERE organisation = ?1 AND id = ?2",
                    [.text(id), .integer(now)])
                try AuditLog.append(
                    store, at: now, actor: member.person, action: "job.cancel", subject: job.caseID,
                    detail: "\(job.trials) futures of version \(job.version)")
                try store.notify("jobs", id)
            }
            return try Self.job(id, store)
        }
    }

    // MARK: For the worker

    /// Takes the oldest job that waits, or whose process fell silent, of any organisation.
    public func claimJob() async throws -> (job: Job, version: CaseVersion, scope: Scope)? {
        let now = clock.now()
        // Looked for by reading, so that looking in vain writes nothing; the oldest first, so that one organisation with
        // many jobs does not keep the others waiting.
        var waiting: [(scope: Scope, since: Int64)] = []
        for scope in try await organisations() {
            let since = try await database.read(in: scope) { try Self.claimable($0, now)?.integer("created_at") }
            if let since { waiting.append((scope, since)) }
        }
        for (scope, _) in waiting.sorted(by: { $0.since < $1.since }) {
            let claimed: (Job, CaseVersion)? = try await database.write(in: scope) { store in
                guard let id = try Self.claimable(store, now)?.text("id") else { return nil }
                try store.run(
                    "UPDATE jobs SET state = 'running', done = 0, beat_at = ?3 WHERE organisation = ?1 AND id = ?2",
                    [.text(id), .integer(now)])
                let job = try Self.job(id, store)
                return (job, try Self.version(job.caseID, job.version, store))
            }
            if let claimed { return (claimed.0, claimed.1, scope) }
        }
        return nil
    }

    private static func claimable(_ store: ScopedStatements, _ now: Int64) throws -> Row? {
        try store.first(
            """
            SELECT id, created_at FROM jobs WHERE organisation = ?1
                AND (state = 'waiting' OR (state = 'running' AND beat_at < ?2)) ORDER BY created_at LIMIT 1
            """, [.integer(now - jobSilence)])
    }

    /// Says how far a job is.
    ///
    /// - Returns: whether to go on; false once it was cancelled.
    public func beat(_ job: Job, in scope: Scope, done: Int) async throws -> Bool {
        let now = clock.now()
        return try await database.write(in: scope) { store in
            let count = try store.run(
                """
                UPDATE jobs SET done = ?3, beat_at = ?4 WHERE organisation = ?1 AND id = ?2 AND state = 'running'
                """, [.text(job.id), .integer(done), .integer(now)])
            if count == 1 { try store.notify("jobs", job.id) }
            return count == 1
        }
    }

    /// Keeps the answer, or why there is none. A job that was cancelled meanwhile stays so.
    public func finish(_ job: Job, in scope: Scope, result: String?, problem: String?) async throws {
        let now = clock.now()
        try await database.write(in: scope) { store in
            try store.run(
                """
                UPDATE jobs SET state = ?3, done = ?4, result = ?5, problem = ?6, ended_at = ?7
                WHERE organisation = ?1 AND id = ?2 AND state = 'running'
                """,
                [
                    .text(job.id), .text(problem == nil ? "done" : "failed"),
                    .integer(problem == nil ? job.trials : job.done), .optional(result), .optional(problem),
                    .integer(now),
                ])
            try store.notify("jobs", job.id)
        }
    }

    /// Puts a job back that this process cannot end: it is stopping.
    public func release(_ job: Job, in scope: Scope) async throws {
        try await database.write(in: scope) { store in
            try store.run(
                "UPDATE jobs SET state = 'waiting', done = 0 WHERE organisation = ?1 AND id = ?2 AND state = 'running'",
                [.text(job.id)])
        }
    }

    func organisations() async throws -> [Scope] {
        try await database.readSystem { system in
            try system.rows("SELECT id FROM organisations ORDER BY created_at, id").map {
                Scope(organisation: try $0.text("id"))
            }
        }
    }

    private static func job(_ id: String, _ store: ScopedStatements) throws -> Job {
        guard let row = try store.first("SELECT * FROM jobs WHERE organisation = ?1 AND id = ?2", [.text(id)]) else {
            throw WorkspaceError.notFound
        }
        return try Job(row)
    }
}
