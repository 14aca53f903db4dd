import Storage
public import Workspace

/// What became of a beat, a save or a completion.
public enum LeaseAnswer: Hashable, Sendable {
    /// It holds, and the lease with it until then (microseconds since 1970); nil where the task is completed.
    case kept(until: Int64?)
    /// The same had been completed with the same lease before: the answer to a retry.
    case repeated
    /// The lease had ended. What came with it was kept as a draft and changes nothing.
    case late
    /// The entry breaks rules of its type. It was kept as a draft.
    case faulty([EntryFault])
}

extension Operations {
    /// "I am still at it."
    public func beat(as member: Member, _ task: TaskID, lease: Int64) async throws -> LeaseAnswer {
        try member.require(.work)
        try member.requireOperating()
        return try await command(member) { desk in
            let (holding, item) = try desk.holding(task, lease)
            guard let holding else { return .late }
            if holding.until == nil { return .repeated }
            let until = desk.now + (try desk.plan(item)).lease
            _ = try desk.holdings.extend(holding, until: until)
            return .kept(until: until)
        }
    }

    /// Keeps what has been keyed so far.
    ///
    /// - Parameter entry: JSON.
    public func save(as member: Member, _ task: TaskID, lease: Int64, entry: String) async throws -> LeaseAnswer {
        try member.require(.work)
        try member.requireOperating()
        return try await command(member) { desk in
            let (holding, item) = try desk.holding(task, lease)
            let isHeld = holding.map { $0.until != nil } ?? false
            try DraftTable(store: desk.store).keep(
                entry, of: task, lease: lease, by: desk.actor, at: desk.now, isLate: !isHeld)
            guard let holding, isHeld else { return .late }
            let until = desk.now + (try desk.plan(item)).lease
            _ = try desk.holdings.extend(holding, until: until)
            return .kept(until: until)
        }
    }

    /// The task is done.
    ///
    /// - Parameters:
    ///   - entry: JSON.
    ///   - seconds: how long it took, as far as the page knows.
    public func complete(
        as member: Member, _ task: TaskID, lease: Int64, entry: String, seconds: Int = 0
    ) async throws -> LeaseAnswer {
        try member.require(.work)
        try member.requireOperating()
        return try await command(member) { try $0.complete(task, lease, entry, seconds) }
    }

    /// Gives the task back to whoever is next, with the reason: it counts, so that nobody picks the easy ones unseen.
    public func skip(as member: Member, _ task: TaskID, lease: Int64, reason: String) async throws -> LeaseAnswer {
        try member.require(.work)
        try member.requireOperating()
        let reason = try Self.reason(reason)
        return try await command(member) { desk in
            let (holding, item) = try desk.holding(task, lease)
            guard let holding, holding.until != nil else { return .late }
            try desk.store.run(
                """
                INSERT INTO skips (organisation, item, stage, round, seat, fence, person, reason, skipped_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                [
                    .integer(task.item), .integer(task.stage), .integer(task.round), .integer(task.seat),
                    .integer(lease), .text(desk.actor), .text(reason), .integer(desk.now),
                ])
            try desk.giveBack(holding, of: item)
            try desk.note("item.skip", task.item, "\(task), lease \(lease): \(reason)")
            return .kept(until: nil)
        }
    }

    /// Returns the tasks whose holders fell silent, of all organisations; any server may do it, as often as it likes.
    ///
    /// - Returns: how many.
    public func returnExpired(limit: Int = 200) async throws -> Int {
        let (now, plans) = (clock.now(), plans)
        var returned = 0
        for scope in try await organisations() {
            let isNeeded = try await database.read(in: scope) {
                try !HoldingTable(store: $0).expired(before: now, limit: 1).isEmpty
            }
            guard isNeeded else { continue }
            returned += try await database.write(in: scope) { store in
                let desk = Desk(store: store, now: now, actor: "system", plans: plans)
                let expired = try desk.holdings.expired(before: now, limit: limit)
                for holding in expired {
                    guard let item = try desk.items.find(holding.id.item) else { continue }
                    try desk.giveBack(holding, of: item)
                    try desk.note(
                        "item.expire", item.number, "\(holding.id), lease \(holding.fence) of \(holding.person)")
                }
                return expired.count
            }
        }
        return returned
    }

    func organisations() async throws -> [Scope] {
        try await database.readSystem { system in
            try system.rows("SELECT id FROM organisations ORDER BY created_at, id").map {
                Scope(organisation: try $0.text("id"))
            }
        }
    }

    static func reason(_ text: String) throws -> String {
        let reason = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty, reason.utf8.count <= 500 else {
            throw WorkspaceError.invalid(
                "reason", reason.isEmpty ? "The reason is missing." : "The reason is longer than 500 bytes.",
                "Say in a sentence why.")
        }
        return reason
    }
}

extension Desk {
    /// The present lease on a task, if it is this one and this person's.
    ///
    /// - Throws: ``WorkspaceError/notFound`` where there is no such item, here or anywhere.
    func holding(_ task: TaskID, _ lease: Int64) throws -> (Holding?, ItemRecord) {
        guard let (holding, item) = try holdings.findWithItem(task) else {
            guard let item = try items.find(task.item) else { throw WorkspaceError.notFound }
            return (nil, item)
        }
        return (holding.person == actor && holding.fence == lease ? holding : nil, item)
    }

    func complete(_ task: TaskID, _ lease: Int64, _ entry: String, _ seconds: Int) throws -> LeaseAnswer {
        var (holding, item) = try holding(task, lease)
        let drafts = DraftTable(store: store)
        guard let holding else {
            try drafts.keep(entry, of: task, lease: lease, by: actor, at: now, isLate: true)
            return .late
        }
        guard holding.until != nil else { return .repeated }
        if item.life.status.isOver || item.life.status == .pended {
            try drafts.keep(entry, of: task, lease: lease, by: actor, at: now, isLate: true)
            return .late
        }
        let plan = try plan(item)
        guard let step = plan.stages[task.stage] else { throw ItemLife.Refusal.noStage }
        let faults = try plan.faults(entry)
        if !faults.isEmpty {
            try drafts.keep(entry, of: task, lease: lease, by: actor, at: now, isLate: false)
            return .faulty(faults)
        }
        guard try holdings.finish(holding, with: entry, seconds: seconds, at: now) else { return .late }
        let judged = try judge(item, task, step, entry, plan)
        let sampling = judged.others + 1 < step.seats ? .passedOver : plan.sampling(item.number, actor)
        try apply(
            .completed(others: judged.others, differs: judged.differs, sampling: sampling), to: &item)
        let isOver = item.life.status == .done
        try note(isOver ? "item.done" : "item.keep", task.item, "\(step.kind.rawValue) \(task), lease \(lease)")
        return .kept(until: nil)
    }

    /// What an entry says of those before it: blind entries that differ, or what an adjudication or a check found wrong.
    private func judge(
        _ item: ItemRecord, _ task: TaskID, _ step: StagePlan.Step, _ entry: String, _ plan: WorkPlan
    ) throws -> (others: Int, differs: Bool) {
        let entries = EntryTable(store: store)
        let findings = FindingTable(store: store)
        switch step.kind {
        case .key where step.seats > 1:
            let others = try entries.of(item.number, stage: task.stage, round: task.round).filter {
                $0.task.seat != task.seat
            }
            var differs = false
            for other in others {
                for difference in try plan.differences(entry, other.entry) {
                    differs = true
                    try findings.add(difference, as: "differs", of: task, by: "", item.type, at: now)
                }
            }
            return (others.count, differs)
        case .adjudicate, .check:
            // Against what stood until now: each keyer's own entry, or the one that was settled on.
            for judged in try entries.judged(item.number, before: task, plan.stages) {
                for difference in try plan.differences(judged.entry, entry) {
                    try findings.add(
                        difference, as: difference.kind.rawValue, of: task, by: judged.person, item.type, at: now)
                }
            }
            return (0, false)
        default: return (0, false)
        }
    }
}
