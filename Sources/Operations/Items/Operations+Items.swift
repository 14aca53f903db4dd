import Storage
public import Workspace

extension Operations {
    /// Stops an item's clock until the client has answered. Whoever has a task of it gives it back; what they saved stays.
    public func pend(as member: Member, _ item: Int64, reason: String) async throws {
        try await change(member, item, reason) { desk, item, reason in
            try desk.apply(.pended, to: &item)
            let number = try desk.pauses.begin(item.number, reason, by: desk.actor, at: desk.now)
            for holding in try desk.holdings.held(of: item.number) { try desk.giveBack(holding, of: item) }
            try desk.note("item.pend", item.number, "pause \(number): \(reason)")
        }
    }

    /// The client has answered: the clock goes on, and what is due moves by as much business time as it stood still.
    public func resume(as member: Member, _ item: Int64, reason: String) async throws {
        let due = due
        try await change(member, item, reason) { desk, item, reason in
            guard item.life.status == .pended else { throw ItemLife.Refusal.notPended }
            try desk.pauses.end(item.number, by: desk.actor, at: desk.now)
            let until = try due.due(
                desk.plan(item), from: item.receivedAt, pauses: desk.pauses.intervals(item.number), desk.store)
            try desk.apply(.resumed, to: &item, due: until)
            try desk.note("item.resume", item.number, reason)
        }
    }

    /// The item need not be done any more. What was keyed stays where it is.
    public func cancel(as member: Member, _ item: Int64, reason: String) async throws {
        try await change(member, item, reason) { desk, item, reason in
            try desk.apply(.cancelled, to: &item)
            for holding in try desk.holdings.held(of: item.number) { _ = try desk.holdings.end(holding) }
            try desk.pauses.endOpen(item.number, by: desk.actor, at: desk.now)
            try desk.note("item.cancel", item.number, reason)
        }
    }

    /// Takes a task from whoever has it, so that the next one gets it: somebody fell ill, or has the wrong one.
    public func takeBack(as member: Member, _ task: TaskID, reason: String) async throws {
        try await change(member, task.item, reason) { desk, item, reason in
            guard let holding = try desk.holdings.find(task), holding.until != nil else {
                throw WorkspaceError.refused("Nobody has this task.", remedy: "Look at the item as it stands now.")
            }
            try desk.giveBack(holding, of: item)
            try desk.note(
                "item.take-back", item.number, "\(task), lease \(holding.fence) of \(holding.person): \(reason)")
        }
    }

    /// Gives an open task to somebody by name, or takes it from one and gives it to another.
    ///
    /// They must be eligible all the same, and may not have worked on the item before: a supervisor's wish is no way around
    /// the separation of duties.
    public func assign(as member: Member, _ task: TaskID, to person: String, reason: String) async throws {
        try await change(member, task.item, reason) { desk, item, reason in
            if let holding = try desk.holdings.find(task) {
                guard holding.until != nil else {
                    throw WorkspaceError.refused("This task is done.", remedy: "Look at the item as it stands now.")
                }
                if holding.person == person { return }
                try desk.giveBack(holding, of: item)
            }
            guard let open = try desk.openTasks(item, desk.plan(item)).first(where: { $0.id == task }), open.pool > 0
            else {
                throw WorkspaceError.refused("This task is not open.", remedy: "Look at the item as it stands now.")
            }
            try desk.checkEligible(person, for: open)
            try desk.hand(open, to: person, desk.plan(item))
            try desk.note("item.assign", item.number, "\(task) to \(person): \(reason)")
        }
    }

    /// Nobody is given tasks of the type any more; who has one may complete it.
    public func stop(as member: Member, type: String, reason: String) async throws {
        try await setStopped(member, type, reason, true)
    }

    public func start(as member: Member, type: String, reason: String) async throws {
        try await setStopped(member, type, reason, false)
    }

    private func setStopped(_ member: Member, _ type: String, _ reason: String, _ isStopped: Bool) async throws {
        try member.require(.supervise)
        try member.requireOperating()
        let reason = try Self.reason(reason)
        try await command(member) { desk in
            let changed = try desk.store.run(
                "UPDATE work_types SET stopped_at = ?3 WHERE organisation = ?1 AND key = ?2",
                [.text(type), isStopped ? .integer(desk.now) : .null])
            if changed == 0 { throw WorkspaceError.notFound }
            try PoolTable(store: desk.store).stop(type, isStopped)
            try AuditLog.append(
                desk.store, at: desk.now, actor: desk.actor, action: isStopped ? "type.stop" : "type.start",
                subject: type, detail: reason)
        }
    }

    private func change(
        _ member: Member, _ item: Int64, _ reason: String,
        _ body: @escaping @Sendable (Desk, inout ItemRecord, String) throws -> Void
    ) async throws {
        try member.require(.supervise)
        try member.requireOperating()
        let reason = try Self.reason(reason)
        try await command(member) { desk in
            guard var record = try desk.items.find(item) else { throw WorkspaceError.notFound }
            try body(desk, &record, reason)
        }
    }
}

extension Desk {
    var pauses: PauseTable { PauseTable(store: store) }

    /// Gives an open task to somebody.
    @discardableResult
    func hand(_ task: OpenTask, to person: String, _ plan: WorkPlan) throws -> StagePlan.Step {
        guard let step = plan.stages[task.id.stage] else { throw ItemLife.Refusal.noStage }
        try queue.remove(task)
        try holdings.add(
            Holding(task, person: person, at: now, until: now + plan.lease),
            isSeparate: step.kind.isSeparate && plan.stages.isShared)
        try settleSeats(of: task, step)
        return step
    }

    func checkEligible(_ person: String, for task: OpenTask) throws {
        let isEligible = try store.first(
            "SELECT pool FROM operator_pools WHERE organisation = ?1 AND person = ?2 AND pool = ?3",
            [.text(person), .integer(task.pool)])
        let isBarred = try store.first(
            "SELECT crew FROM crew_members WHERE organisation = ?1 AND crew = ?2 AND person = ?3",
            [.integer(task.crew), .text(person)])
        if isBarred != nil {
            throw WorkspaceError.refused(
                "They worked on this item already.", remedy: "Choose somebody who has not seen it.")
        }
        if isEligible == nil {
            throw WorkspaceError.refused(
                "They cannot do this task: a skill, a language, the employer or the country does not fit.",
                remedy: "Choose somebody else, or change what they can do.")
        }
    }
}
