import Crypto
public import Storage
public import Workspace

extension Operations {
    /// Takes a batch in: whole or not at all, unless the sender wants the good items alone.
    ///
    /// Whoever sends the same again (by the batch's key) gets the first answer; that is looked up before anything is
    /// checked, so that a retry does not fail on a limit or a rule that has changed meanwhile. Nothing of a batch is seen
    /// by anybody before all of it is on disk.
    ///
    /// - Throws: ``WorkspaceError/invalid(_:)`` and ``WorkspaceError/refused(_:remedy:)``; a faulty batch is no error but an
    ///   answer that lists every fault.
    public func receive(as member: Member, _ batch: IncomingBatch) async throws -> BatchReceipt {
        try member.require(.sendWork)
        try member.requireOperating()
        let digest = Intake.digest(of: batch)
        let known = try await database.read(in: member.scope) { try Intake(store: $0).known(batch.key, digest) }
        if let known { return known }
        let faults = try await check(member, batch)
        let (now, plans, due) = (clock.now(), plans, due)
        return try await command(member) { desk in
            let intake = Intake(store: desk.store)
            if let known = try intake.known(batch.key, digest) { return known }
            if !faults.isEmpty, !batch.takesGood {
                return BatchReceipt(batch: nil, first: 0, accepted: 0, repeated: 0, faults: faults, isRepeated: false)
            }
            return try intake.keep(batch, digest, faults, desk, at: now, plans, due: due)
        }
    }

    private func check(_ member: Member, _ batch: IncomingBatch) async throws -> [RowFault] {
        guard !batch.key.isEmpty, batch.key.utf8.count <= 200 else {
            throw WorkspaceError.invalid(
                "key", "A batch needs a key of 1 to 200 bytes.",
                "Give each delivery a name of its own; sent again with the same name, it is not taken twice.")
        }
        guard batch.items.count + batch.faults.count > 0 else {
            throw WorkspaceError.invalid("items", "The batch is empty.", "Send at least one item.")
        }
        let (type, plans) = (batch.type, plans)
        let plan = try await database.read(in: member.scope) { store in
            let row = try store.first(
                "SELECT head, stopped_at FROM work_types WHERE organisation = ?1 AND key = ?2", [.text(type)])
            guard let row else {
                throw WorkspaceError.invalid(
                    "type", "There is no work type “\(type)”.", "Define it first, or look at the list of work types.")
            }
            return try plans.plan(type, Int(try row.integer("head")), store)
        }
        var faults = batch.faults
        var keys: [String: Int] = [:]
        for item in batch.items {
            if let key = item.clientKey {
                if let first = keys.updateValue(item.row, forKey: key) {
                    keys[key] = first
                    faults.append(
                        RowFault(
                            row: item.row,
                            fault: EntryFault(
                                path: "key", problem: "Row \(first) has the same key.",
                                remedy: "Give each item a key of its own.")))
                }
            }
            if !(0...9).contains(item.priority) {
                faults.append(
                    RowFault(
                        row: item.row,
                        fault: EntryFault(
                            path: "priority", problem: "\(item.priority) is no priority.",
                            remedy: "Write a number from 0, the most urgent, to 9.")))
            }
            if let source = item.source {
                for fault in try plan.faults(source) { faults.append(RowFault(row: item.row, fault: fault)) }
            }
        }
        return faults.sorted { $0.row < $1.row }
    }
}

/// Writes what came.
struct Intake {
    let store: ScopedStatements

    /// SHA-256 over everything that the sender said.
    static func digest(of batch: IncomingBatch) -> String {
        var hash = SHA256()
        func add(_ text: String?) {
            var text = text ?? "\u{0}"
            text.withUTF8 { bytes in
                withUnsafeBytes(of: bytes.count.littleEndian) { hash.update(bufferPointer: $0) }
                hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
            }
        }
        add(batch.type)
        add(batch.takesGood ? "good" : "all")
        for item in batch.items {
            add(item.clientKey)
            add(item.language)
            add(item.source)
            add("\(item.priority) \(item.receivedAt ?? 0)")
        }
        for fault in batch.faults { add("\(fault.row)") }
        return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// The answer that a batch got when it came first.
    func known(_ key: String, _ digest: String) throws -> BatchReceipt? {
        guard
            let row = try store.first("SELECT * FROM batches WHERE organisation = ?1 AND key = ?2", [.text(key)])
        else { return nil }
        guard try row.text("digest") == digest else {
            throw WorkspaceError.refused(
                "A batch with this key and another content came before.", remedy: "Give each delivery a key of its own."
            )
        }
        return BatchReceipt(
            batch: try row.integer("number"), first: try row.integer("first"), accepted: Int(try row.integer("items")),
            repeated: Int(try row.integer("repeated")), faults: try FaultText.read(try row.text("faults")),
            isRepeated: true)
    }

    func keep(
        _ batch: IncomingBatch, _ digest: String, _ faults: [RowFault], _ desk: Desk, at now: Int64,
        _ plans: any WorkPlans, due: any DueTimes
    ) throws -> BatchReceipt {
        guard
            let row = try store.first(
                "SELECT head FROM work_types WHERE organisation = ?1 AND key = ?2", [.text(batch.type)])
        else { throw WorkspaceError.notFound }
        let plan = try plans.plan(batch.type, Int(try row.integer("head")), store)
        let faulty = Set(faults.map(\.row))
        let good = batch.items.filter { !faulty.contains($0.row) }
        let new = try unknown(good, batch.type)
        let number = try Counters(store).next("batches")
        let first = new.isEmpty ? 0 : try Counters(store).next("items", count: new.count)
        try store.run(
            """
            INSERT INTO batches (organisation, number, type, key, name, digest, first, items, refused, repeated, faults,
                received_at, received_by)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """,
            [
                .integer(number), .text(batch.type), .text(batch.key), .text(batch.name), .text(digest),
                .integer(first), .integer(new.count), .integer(faulty.count), .integer(good.count - new.count),
                .text(FaultText.write(faults)), .integer(now), .text(desk.actor),
            ])
        try add(new, from: first, batch: number, plan, desk, at: now, due)
        try desk.note(
            "batch.receive", number,
            "\(new.count) items of \(batch.type), \(faulty.count) refused, \(good.count - new.count) known")
        return BatchReceipt(
            batch: number, first: first, accepted: new.count, repeated: good.count - new.count, faults: faults,
            isRepeated: false)
    }

    /// Those that have not come before: by the client's key, or by the content where there is none.
    private func unknown(_ items: [IncomingItem], _ type: String) throws -> [(item: IncomingItem, digest: String)] {
        let isFirst =
            try store.first(
                "SELECT 1 AS one FROM items WHERE organisation = ?1 AND type = ?2 LIMIT 1", [.text(type)]) == nil
        var digests: Set<String> = []
        return try items.compactMap { item in
            if let key = item.clientKey {
                let isKnown =
                    try !isFirst
                    && store.first(
                        "SELECT number FROM items WHERE organisation = ?1 AND type = ?2 AND client_key = ?3",
                        [.text(type), .text(key)]) != nil
                return isKnown ? nil : (item, "")
            }
            guard let source = item.source else { return (item, "") }
            let digest = Self.contentDigest(source, item.language)
            // Two alike in one batch are two items; one that was there before is the same one sent again.
            if isFirst || digests.contains(digest) { return (item, digest) }
            let known = try store.first(
                "SELECT number FROM items WHERE organisation = ?1 AND type = ?2 AND digest = ?3 AND client_key IS NULL",
                [.text(type), .text(digest)])
            if known == nil { digests.insert(digest) }
            return known == nil ? (item, digest) : nil
        }
    }

    private static func contentDigest(_ source: String, _ language: String) -> String {
        var hash = SHA256()
        hash.update(data: Array(source.utf8))
        hash.update(data: Array(language.utf8))
        return hash.finalize().prefix(16).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private func add(
        _ items: [(item: IncomingItem, digest: String)], from first: Int64, batch: Int64, _ plan: WorkPlan,
        _ desk: Desk,
        at now: Int64, _ due: any DueTimes
    ) throws {
        let (life, _) = try ItemLife.begin(plan.stages)
        guard let step = plan.stages[0] else { return }
        var pools: [String: Int64] = [:]
        for language in Set(items.map(\.item.language)) {
            pools[language] = try PoolTable(store: store).id(
                of: Pool(
                    type: plan.type, stage: step.kind, skill: step.skill, language: language, employer: "",
                    residency: plan.residency))
        }
        var rows: [[Value]] = []
        var sources: [[Value]] = []
        var tasks: [[Value]] = []
        var waiting: [Int64: Int] = [:]
        for (index, (item, digest)) in items.enumerated() {
            let number = first + Int64(index)
            let received = item.receivedAt ?? now
            let until = try due.due(plan, from: received, pauses: [], store)
            rows.append([
                .integer(number), .integer(batch), .text(plan.type), .integer(plan.version), .optional(item.clientKey),
                .text(digest), .text(item.language), .integer(item.priority), .integer(received), .integer(until),
                .text(life.status.rawValue),
            ])
            if let source = item.source { sources.append([.integer(number), .text(source)]) }
            let pool = pools[item.language] ?? 0
            tasks.append([.integer(pool), .integer(until), .integer(item.priority), .integer(number)])
            waiting[pool, default: 0] += 1
        }
        try store.runEach(
            """
            INSERT INTO items (organisation, number, batch, type, version, client_key, digest, language, priority,
                received_at, due, status, stage, round)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0, 0)
            """, rows)
        try store.runEach("INSERT INTO item_sources (organisation, item, entry) VALUES (?1, ?2, ?3)", sources)
        try store.runEach(
            """
            INSERT INTO open_tasks (organisation, pool, crew, due, priority, item, seat, stage, round, fence)
            VALUES (?1, ?2, 0, ?3, ?4, ?5, 1, 0, 0, 1)
            """, tasks)
        for (pool, count) in waiting { try desk.queue.count(pool, CrewTable.nobody, by: count) }
    }
}

/// When items are due.
public protocol DueTimes: Sendable {
    /// - Parameter pauses: when the clock stood still; they may overlap and touch.
    /// - Returns: microseconds since 1970.
    func due(
        _ plan: WorkPlan, from received: Int64, pauses: [Range<Int64>], _ store: ScopedStatements
    ) throws -> Int64
}
