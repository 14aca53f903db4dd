public import Storage
import Workspace

/// What happens to items and tasks within one transaction.
///
/// Every method that changes something appends to the audit log in the same transaction. None catches a broken rule of the
/// database: that two people of one item are different, and that a task has one holder, hold even where this code errs.
struct Desk {
    let store: ScopedStatements
    /// Microseconds since 1970.
    let now: Int64
    /// The person's id, or `system`.
    let actor: String
    let plans: any WorkPlans

    var queue: TaskQueue { TaskQueue(store: store) }
    var items: ItemTable { ItemTable(store: store) }
    var holdings: HoldingTable { HoldingTable(store: store) }

    func plan(_ item: ItemRecord) throws -> WorkPlan { try plans.plan(item.type, item.version, store) }

    func note(_ action: String, _ item: Int64, _ detail: String) throws {
        try AuditLog.append(store, at: now, actor: actor, action: action, subject: "\(item)", detail: detail)
    }

    // MARK: Tasks

    /// Puts the first seat of a stage into its queue.
    func open(_ item: ItemRecord, stage: Int, round: Int, _ plan: WorkPlan) throws {
        guard let step = plan.stages[stage] else { return }
        let task = OpenTask(
            id: TaskID(item: item.number, stage: stage, round: round, seat: 1), pool: try pool(of: item, step, plan),
            crew: step.kind.isSeparate ? try crew(of: item.number) : CrewTable.nobody, due: item.due,
            priority: item.priority, fence: 1)
        try queue.add(task)
    }

    func pool(of item: ItemRecord, _ step: StagePlan.Step, _ plan: WorkPlan) throws -> Int64 {
        try PoolTable(store: store).id(
            of: Pool(
                type: item.type, stage: step.kind, skill: step.skill, language: item.language, employer: "",
                residency: plan.residency))
    }

    /// Those who may not be given a further task of an item.
    func crew(of item: Int64) throws -> Int64 {
        try CrewTable(store: store).id(of: holdings.separate(item))
    }

    /// The open tasks of an item's present stage.
    func openTasks(_ item: ItemRecord, _ plan: WorkPlan) throws -> [OpenTask] {
        guard let step = plan.stages[item.life.stage] else { return [] }
        return try queue.tasks(of: item, in: pool(of: item, step, plan))
    }

    /// The other seats of a stage, after somebody took or gave back one: they stand open to whoever has none.
    func settleSeats(of task: OpenTask, _ step: StagePlan.Step) throws {
        guard step.seats > 1, let item = try items.find(task.id.item) else { return }
        let crew = try crew(of: task.id.item)
        let open = try queue.tasks(of: item, in: task.pool)
        for seat in 1...step.seats {
            if let waiting = open.first(where: { $0.id.seat == seat }) {
                try queue.move(waiting) { $0.crew = crew }
                continue
            }
            var id = task.id
            id.seat = seat
            if try holdings.find(id) != nil { continue }
            var other = task
            (other.id, other.crew, other.fence) = (id, crew, 1)
            try queue.add(other)
        }
    }

    /// Puts a task back into its queue, with the number of the next lease.
    func giveBack(_ holding: Holding, of item: ItemRecord) throws {
        guard try holdings.end(holding) else { return }
        guard !item.life.status.isOver, item.life.stage == holding.id.stage, item.life.round == holding.id.round,
            let step = try plan(item).stages[holding.id.stage]
        else { return }
        let isAside = item.life.status == .pended
        let task = OpenTask(
            id: holding.id, pool: isAside ? -holding.pool : holding.pool,
            crew: step.kind.isSeparate ? try crew(of: item.number) : CrewTable.nobody, due: item.due,
            priority: item.priority, fence: holding.fence + 1)
        try queue.add(task)
        if !isAside { try settleSeats(of: task, step) }
    }

    // MARK: Lives

    /// Lets an event happen to an item and does what follows from it.
    ///
    /// - Parameter due: a new due time; nil leaves it.
    func apply(_ event: ItemLife.Event, to item: inout ItemRecord, due: Int64? = nil) throws {
        let plan = try plan(item)
        let before = item
        item.due = due ?? item.due
        // By what it was: the due time is part of a task's place.
        lazy var waiting = Result { try openTasks(before, plan) }
        let effects = try item.life.apply(event, in: plan.stages)
        for effect in effects {
            switch effect {
            case .open(let stage, let round): try open(item, stage: stage, round: round, plan)
            case .park:
                for task in try waiting.get() { try queue.move(task) { $0.pool = -abs($0.pool) } }
            case .unpark:
                let isSeparate = plan.stages[item.life.stage]?.kind.isSeparate ?? false
                let crew = isSeparate ? try crew(of: item.number) : CrewTable.nobody
                for task in try waiting.get() {
                    try queue.move(task) { task in
                        (task.pool, task.due, task.crew) = (abs(task.pool), item.due, crew)
                    }
                }
            case .withdraw: for task in try waiting.get() { try queue.remove(task) }
            // What follows from it is asked of the audit log, where the change itself is noted.
            case .deliver: break
            }
        }
        if item != before { try items.keep(item, at: now) }
    }
}

/// Where the engine finds what it must know of a type's version.
public protocol WorkPlans: Sendable {
    /// - Throws: where there is no such version.
    func plan(_ type: String, _ version: Int, _ store: ScopedStatements) throws -> WorkPlan
}
