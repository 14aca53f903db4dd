import Foundation
import Storage
import Testing

@testable import Operations
@testable import Workspace

/// Promise 7: clerks, supervisors, retries, lost replies and restarts, drawn from a seed, against the model; a failure names its seed.
@Suite(.serialized) struct SimulationTests {
    /// `SHORELINE_SIMULATIONS` for longer runs.
    static let seeds: [UInt64] = {
        let count = ProcessInfo.processInfo.environment["SHORELINE_SIMULATIONS"].flatMap(Int.init) ?? 12
        return (0..<count).map { 20_261_125 + UInt64($0) }
    }()

    @Test(.timeLimit(.minutes(20)), arguments: Engine.all, seeds)
    func theEngineDoesWhatTheModelDoes(_ engine: Engine, _ seed: UInt64) async throws {
        try await engine.withDatabase { database, _ in
            var run = try await Run(database, seed: seed)
            for number in 0..<250 {
                try await run.step()
                if !run.complaints.isEmpty {
                    let complaint = "seed \(seed), step \(number): \(run.complaints.joined(separator: "; "))"
                    Issue.record("\(complaint)\n\(run.story.suffix(25).joined(separator: "\n"))")
                    return
                }
            }
            try await run.checkEnd("seed \(seed)")
        }
    }
}

/// One run: what was done, what the engine answered and what the model did.
private struct Run {
    let floor: Floor
    let failing: FailingDatabase
    let admin: Member
    var clerks: [Member] = []
    var model: ModelFloor
    var random: TestRandom
    /// Leases that anybody ever had, to come back to late.
    var known: [(TaskID, Int64, Member)] = []
    var story: [String] = []
    var complaints: [String] = []

    static let kinds: [String: [StagePlan.Step]] = [
        "one": [.of(.key)],
        "two": [.of(.key, seats: 2), .of(.adjudicate), .of(.check), .of(.return)],
        "doc": [.of(.capture), .of(.key), .of(.approve)],
    ]

    init(_ database: any Database, seed: UInt64) async throws {
        random = TestRandom(seed: seed)
        failing = FailingDatabase(database)
        floor = Floor(failing)
        admin = try await floor.organisation("o")
        for (key, steps) in Self.kinds.sorted(by: { $0.key < $1.key }) {
            try await floor.define(key, steps, by: admin)
        }
        floor.types.samples { ModelFloor.isChecked($0) ? .checked : .passedOver }
        model = ModelFloor(kinds: Self.kinds.mapValues { ModelFloor.Kind(steps: $0) }, skills: [:])
        for number in 0..<5 {
            let skills = Set(TestTypes.skills.filter { _ in random.chance(0.8) }.sorted())
            let clerk = try await floor.clerk("c\(number)", of: admin, skills: skills)
            clerks.append(clerk)
            model.skills[clerk.person] = skills
        }
    }

    mutating func step() async throws {
        let choice = Int.random(in: 0..<100, using: &random)
        switch choice {
        case 0..<8: try await send()
        case 8..<40: try await claim()
        case 40..<68: try await complete()
        case 68..<73: try await beatOrSave()
        case 73..<77: try await skip()
        case 77..<82: pass()
        case 82..<86: try await expire()
        case 86..<95: try await changeItem()
        case 95..<98: try await assign()
        default: try await stopOrStart()
        }
    }

    private mutating func tell(_ what: String, _ engine: some Equatable, _ model: some Equatable) {
        story.append("\(what): \(engine)")
        if "\(engine)" != "\(model)" { complaints.append("\(what): the engine said \(engine), the model \(model)") }
    }

    /// Sometimes the database fails before the commit, and nothing may have happened; sometimes the answer is lost after it,
    /// and the same is asked again.
    private mutating func ask<Answer: Sendable>(
        _ body: @Sendable (Operations) async throws -> Answer
    ) async throws -> (answer: Answer, wasRepeated: Bool) {
        let luck = Int.random(in: 0..<20, using: &random)
        if luck == 0 {
            failing.fail(at: Int.random(in: 1...12, using: &random))
            let answer = try? await body(floor.operations)
            failing.heal()
            if let answer { return (answer, false) }
        } else if luck == 1 {
            failing.loseNextAnswer()
            let answer = try? await body(floor.operations)
            failing.heal()
            if let answer { return (answer, false) }
            return (try await body(floor.operations), true)
        }
        return (try await body(floor.operations), false)
    }

    private mutating func send() async throws {
        let type = Self.kinds.keys.sorted().randomElement(using: &random)!
        let count = Int.random(in: 1...4, using: &random)
        let priorities = (0..<count).map { _ in Int.random(in: 0...2, using: &random) }
        let key = "batch-\(story.count)"
        let items = (0..<count).map {
            IncomingItem(row: $0 + 1, clientKey: "\(key)-\($0)", priority: priorities[$0], source: "{}")
        }
        let admin = admin
        let (receipt, _) = try await ask {
            try await $0.receive(as: admin, IncomingBatch(key: key, name: "", type: type, items: items))
        }
        tell("send \(count) \(type)", receipt.accepted, count)
        model.receive(receipt.first, count, type: type, priorities: priorities, at: floor.time.now)
    }

    private mutating func claim() async throws {
        let clerk = clerks.randomElement(using: &random)!
        let (answer, wasRepeated) = try await ask { try await $0.claim(as: clerk) }
        var expected = model.claim(clerk.person, at: floor.time.now)
        if wasRepeated {
            // The first answer was lost: the clerk has that task, and asks for the next.
            if let lost = expected { known.append((lost.0, lost.1, clerk)) }
            expected = model.claim(clerk.person, at: floor.time.now)
        }
        switch answer {
        case .work(let work):
            tell("\(clerk.name) claims", "\(work.task) \(work.lease)", expected.map { "\($0.0) \($0.1)" } ?? "nothing")
            known.append((work.task, work.lease, clerk))
        case .nothing: tell("\(clerk.name) claims", "nothing", expected.map { "\($0.0) \($0.1)" } ?? "nothing")
        }
    }

    private mutating func pick() -> (TaskID, Int64, Member)? {
        // Mostly a recent one.
        if random.chance(0.7) { return known.suffix(6).randomElement(using: &random) }
        guard let (task, known, somebody) = known.randomElement(using: &random) else { return nil }
        var (lease, clerk) = (known, somebody)
        if random.chance(0.1) { clerk = clerks.randomElement(using: &random)! }
        if random.chance(0.1) { lease += 1 }
        return (task, lease, clerk)
    }

    private mutating func complete() async throws {
        guard let (task, lease, clerk) = pick() else { return }
        let entry = ["1", "1", "1", "2", "bad"].randomElement(using: &random)!
        let (answer, wasRepeated) = try await ask {
            try await $0.complete(as: clerk, task, lease: lease, entry: entry)
        }
        var expected = model.complete(task, lease, clerk.person, entry)
        if wasRepeated { expected = model.complete(task, lease, clerk.person, entry) }
        tell("\(clerk.name) completes \(task) \(lease) with \(entry)", answer, expected)
    }

    private mutating func beatOrSave() async throws {
        guard let (task, lease, clerk) = pick() else { return }
        let now = floor.time.now
        if random.chance(0.5) {
            let (answer, _) = try await ask { try await $0.beat(as: clerk, task, lease: lease) }
            tell("\(clerk.name) beats \(task)", answer, model.beat(task, lease, clerk.person, at: now))
        } else {
            let (answer, _) = try await ask { try await $0.save(as: clerk, task, lease: lease, entry: "half") }
            tell("\(clerk.name) saves \(task)", answer, model.save(task, lease, clerk.person, at: now))
        }
    }

    private mutating func skip() async throws {
        guard let (task, lease, clerk) = pick() else { return }
        let (answer, wasRepeated) = try await ask {
            try await $0.skip(as: clerk, task, lease: lease, reason: "not readable")
        }
        var expected = model.skip(task, lease, clerk.person)
        if wasRepeated { expected = model.skip(task, lease, clerk.person) }
        tell("\(clerk.name) skips \(task)", answer, expected)
    }

    private mutating func pass() {
        let minutes = Int64([1, 5, 10, 16].randomElement(using: &random)!)
        floor.time.pass(minutes * Moment.minute)
        story.append("\(minutes) minutes pass")
    }

    private mutating func expire() async throws {
        let (count, wasRepeated) = try await ask { try await $0.returnExpired() }
        var expected = model.expire(at: floor.time.now)
        if wasRepeated { expected = model.expire(at: floor.time.now) }
        tell("leases end", count, expected)
    }

    private mutating func changeItem() async throws {
        guard let item = model.items.randomElement(using: &random)?.number else { return }
        let (admin, now) = (admin, floor.time.now)
        let what = ["pend", "pend", "resume", "resume", "resume", "cancel"].randomElement(using: &random)!
        let (done, wasRepeated) = try await ask { operations in
            try await Self.isDone {
                switch what {
                case "pend": try await operations.pend(as: admin, item, reason: "a question")
                case "resume": try await operations.resume(as: admin, item, reason: "an answer")
                default: try await operations.cancel(as: admin, item, reason: "a mistake")
                }
            }
        }
        var expected = change(what, item, now)
        if wasRepeated { expected = change(what, item, now) }
        tell("\(what) \(item)", done, expected)
    }

    private mutating func change(_ what: String, _ item: Int64, _ now: Int64) -> Bool {
        switch what {
        case "pend": model.pend(item, at: now)
        case "resume": model.resume(item, at: now)
        default: model.cancel(item)
        }
    }

    private mutating func assign() async throws {
        guard let item = model.items.filter({ $0.status == "open" }).randomElement(using: &random) else { return }
        let seat = Int.random(in: 1...item.seats[item.stage]!.count, using: &random)
        let task = TaskID(item: item.number, stage: item.stage, round: 0, seat: seat)
        let person = clerks.randomElement(using: &random)!.person
        let admin = admin
        let (done, wasRepeated) = try await ask { operations in
            try await Self.isDone { try await operations.assign(as: admin, task, to: person, reason: "in a hurry") }
        }
        var expected = model.assign(task, to: person, at: floor.time.now)
        if wasRepeated { expected = model.assign(task, to: person, at: floor.time.now) }
        tell("assign \(task) to \(person)", done, expected)
    }

    private mutating func stopOrStart() async throws {
        let type = Self.kinds.keys.sorted().randomElement(using: &random)!
        let isStopped = random.chance(0.3)
        let admin = admin
        let (done, _) = try await ask { operations in
            try await Self.isDone {
                if isStopped {
                    try await operations.stop(as: admin, type: type, reason: "a fault")
                } else {
                    try await operations.start(as: admin, type: type, reason: "mended")
                }
            }
        }
        model.kinds[type]!.isStopped = isStopped
        tell("\(isStopped ? "stop" : "start") \(type)", done, true)
    }

    /// Whether it was done or refused; a fault of the database is neither.
    private static func isDone(_ body: () async throws -> Void) async throws -> Bool {
        do {
            try await body()
            return true
        } catch is WorkspaceError {
            return false
        }
    }

    func checkEnd(_ seed: String) async throws {
        let items = try await floor.rows(
            "SELECT number, status, stage, due FROM items WHERE organisation = ?1 ORDER BY number", in: admin)
        #expect(items.count == model.items.count)
        for (row, item) in zip(items, model.items) {
            #expect(try row.integer("number") == item.number, "\(seed)")
            #expect(try row.text("status") == item.status, "\(seed), item \(item.number)")
            #expect(try row.integer("due") == item.due, "\(seed), item \(item.number)")
            if item.status != "done" { #expect(try row.integer("stage") == Int64(item.stage), "\(seed)") }
        }
        try await floor.checkInvariants(admin, seed)
    }
}
