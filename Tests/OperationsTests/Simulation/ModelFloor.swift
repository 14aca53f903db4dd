@testable import Operations
@testable import Workspace

/// The work engine as anybody would write it who had only one thread, no crashes and no queue: lists that are searched from
/// end to end. Shares no code with the engine but the names of stages and answers.
struct ModelFloor {
    struct Seat {
        var holder: String?
        var fence: Int64 = 0
        var until: Int64 = 0
        var entry: String?
    }

    struct Item {
        var number: Int64
        var type: String
        var due: Int64
        var priority: Int
        var status = "open"
        var stage = 0
        /// Seats by stage.
        var seats: [Int: [Seat]] = [:]
        var pausedAt: Int64?
    }

    struct Kind {
        var steps: [StagePlan.Step]
        var isStopped = false
    }

    static let lease = 15 * Moment.minute

    var kinds: [String: Kind]
    var items: [Item] = []
    /// What each clerk can do.
    var skills: [String: Set<String>]

    mutating func receive(_ first: Int64, _ count: Int, type: String, priorities: [Int], at now: Int64) {
        for index in 0..<count {
            var item = Item(
                number: first + Int64(index), type: type, due: now + TestTypes.turnaround, priority: priorities[index])
            open(&item)
            items.append(item)
        }
    }

    private func step(_ item: Item) -> StagePlan.Step { kinds[item.type]!.steps[item.stage] }

    private mutating func open(_ item: inout Item) {
        item.seats[item.stage] = Array(repeating: Seat(), count: step(item).seats)
    }

    /// Those who did or do something with the item that bars them from the rest.
    private func barred(_ item: Item) -> Set<String> {
        var people: Set<String> = []
        for (stage, seats) in item.seats where kinds[item.type]!.steps[stage].kind.isSeparate {
            for seat in seats { if let holder = seat.holder { people.insert(holder) } }
        }
        return people
    }

    private func mayDo(_ person: String, _ item: Item) -> Bool {
        let step = step(item)
        return item.status == "open" && !kinds[item.type]!.isStopped && skills[person]!.contains(step.skill)
            && !(step.kind.isSeparate && barred(item).contains(person))
    }

    /// - Returns: task and lease; nil where there is nothing.
    mutating func claim(_ person: String, at now: Int64) -> (TaskID, Int64)? {
        var best: (index: Int, seat: Int)?
        for (index, item) in items.enumerated() where mayDo(person, item) {
            guard let seat = item.seats[item.stage]!.firstIndex(where: { $0.holder == nil }) else { continue }
            if let old = best.map({ items[$0.index] }),
                (old.due, Int64(old.priority), old.number) <= (item.due, Int64(item.priority), item.number)
            {
                continue
            }
            best = (index, seat)
        }
        guard let (index, seat) = best else { return nil }
        return take(index, seat, person, now)
    }

    private mutating func take(_ index: Int, _ seat: Int, _ person: String, _ now: Int64) -> (TaskID, Int64) {
        let stage = items[index].stage
        items[index].seats[stage]![seat].holder = person
        items[index].seats[stage]![seat].fence += 1
        items[index].seats[stage]![seat].until = now + Self.lease
        return (
            TaskID(item: items[index].number, stage: stage, round: 0, seat: seat + 1),
            items[index].seats[stage]![seat].fence
        )
    }

    private func find(_ task: TaskID) -> (index: Int, seat: Seat)? {
        guard let index = items.firstIndex(where: { $0.number == task.item }),
            let seats = items[index].seats[task.stage], seats.indices.contains(task.seat - 1)
        else { return nil }
        return (index, seats[task.seat - 1])
    }

    /// The seat, where this person has or had it under this lease.
    private func mine(_ task: TaskID, _ lease: Int64, _ person: String) -> (index: Int, seat: Seat)? {
        guard let found = find(task), found.seat.holder == person, found.seat.fence == lease else { return nil }
        return found
    }

    mutating func beat(_ task: TaskID, _ lease: Int64, _ person: String, at now: Int64) -> LeaseAnswer {
        guard let (index, seat) = mine(task, lease, person) else { return .late }
        if seat.entry != nil { return .repeated }
        items[index].seats[task.stage]![task.seat - 1].until = now + Self.lease
        return .kept(until: now + Self.lease)
    }

    mutating func save(_ task: TaskID, _ lease: Int64, _ person: String, at now: Int64) -> LeaseAnswer {
        guard let (_, seat) = mine(task, lease, person), seat.entry == nil else { return .late }
        return beat(task, lease, person, at: now)
    }

    mutating func skip(_ task: TaskID, _ lease: Int64, _ person: String) -> LeaseAnswer {
        guard let (index, seat) = mine(task, lease, person), seat.entry == nil else { return .late }
        items[index].seats[task.stage]![task.seat - 1].holder = nil
        return .kept(until: nil)
    }

    mutating func complete(_ task: TaskID, _ lease: Int64, _ person: String, _ entry: String) -> LeaseAnswer {
        guard let (index, seat) = mine(task, lease, person) else { return .late }
        if seat.entry != nil { return .repeated }
        guard items[index].status == "open" else { return .late }
        if entry.contains("bad") {
            return .faulty([EntryFault(path: "n", problem: "It is bad.", remedy: "Make it good.")])
        }
        items[index].seats[task.stage]![task.seat - 1].entry = entry
        var item = items[index]
        advance(&item)
        items[index] = item
        return .kept(until: nil)
    }

    private mutating func advance(_ item: inout Item) {
        let entries = item.seats[item.stage]!.compactMap(\.entry)
        guard entries.count == step(item).seats else { return }
        let steps = kinds[item.type]!.steps
        while true {
            item.stage += 1
            guard item.stage < steps.count else {
                item.stage -= 1
                item.status = "done"
                return
            }
            if steps[item.stage].kind == .adjudicate, Set(entries).count < 2 { continue }
            if steps[item.stage].kind == .check, !Self.isChecked(item.number) { continue }
            open(&item)
            return
        }
    }

    static func isChecked(_ item: Int64) -> Bool { item % 3 == 0 }

    mutating func expire(at now: Int64) -> Int {
        var count = 0
        for index in items.indices where items[index].status != "cancelled" {
            for (stage, seats) in items[index].seats {
                for (seat, state) in seats.enumerated()
                where state.holder != nil && state.entry == nil && state.until < now {
                    items[index].seats[stage]![seat].holder = nil
                    count += 1
                }
            }
        }
        return count
    }

    private mutating func giveBackAll(_ index: Int) {
        let stage = items[index].stage
        guard let seats = items[index].seats[stage] else { return }
        for (seat, state) in seats.enumerated() where state.holder != nil && state.entry == nil {
            items[index].seats[stage]![seat].holder = nil
        }
    }

    /// - Returns: whether it could be done.
    mutating func pend(_ number: Int64, at now: Int64) -> Bool {
        guard let index = items.firstIndex(where: { $0.number == number }), items[index].status == "open" else {
            return false
        }
        items[index].status = "pended"
        items[index].pausedAt = now
        giveBackAll(index)
        return true
    }

    mutating func resume(_ number: Int64, at now: Int64) -> Bool {
        guard let index = items.firstIndex(where: { $0.number == number }), items[index].status == "pended" else {
            return false
        }
        items[index].status = "open"
        items[index].due += now - items[index].pausedAt!
        return true
    }

    mutating func cancel(_ number: Int64) -> Bool {
        guard let index = items.firstIndex(where: { $0.number == number }),
            ["open", "pended"].contains(items[index].status)
        else { return false }
        giveBackAll(index)
        items[index].status = "cancelled"
        return true
    }

    mutating func assign(_ task: TaskID, to person: String, at now: Int64) -> Bool {
        guard let (index, seat) = find(task) else { return false }
        if seat.entry != nil { return false }
        if seat.holder == person { return true }
        guard items[index].status == "open", items[index].stage == task.stage else { return false }
        var without = items[index]
        without.seats[task.stage]![task.seat - 1].holder = nil
        // As long as nobody has the first seat, the second does not stand open.
        if seat.holder == nil, task.seat == 2, seat.fence == 0, items[index].seats[task.stage]![0].fence == 0 {
            return false
        }
        guard mayDo(person, without) else { return false }
        items[index].seats[task.stage]![task.seat - 1].holder = nil
        _ = take(index, task.seat - 1, person, now)
        return true
    }
}
