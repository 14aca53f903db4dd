import Storage
import Testing

@testable import Operations
@testable import Workspace

@Suite struct LeaseTests {
    @Test(arguments: Engine.all)
    func aLateSaveIsADraftAndChangesNothing(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key)], by: admin)
            let (a, b) = try await (floor.clerk("a", of: admin), floor.clerk("b", of: admin))
            _ = try await floor.send(1, of: "t", by: admin)
            let operations = floor.operations
            let first = try await floor.take(a)
            #expect(try await operations.save(as: a, first.task, lease: first.lease, entry: "half") != .late)
            floor.time.pass(16 * Moment.minute)
            #expect(try await operations.returnExpired() == 1)
            #expect(try await operations.returnExpired() == 0)
            let second = try await floor.take(b)
            #expect(second.task == first.task && second.lease > first.lease)
            // What a keyed is a's, and not shown to b, who must not see it in a blind stage.
            #expect(second.draft == nil)
            // A beat that names only the item refreshes nobody's lease.
            #expect(try await operations.beat(as: a, first.task, lease: first.lease) == .late)
            #expect(try await operations.beat(as: a, first.task, lease: second.lease) == .late)
            #expect(try await operations.save(as: a, first.task, lease: first.lease, entry: "late save") == .late)
            #expect(try await floor.finish(a, first, "late end") == .late)
            #expect(try await operations.skip(as: a, first.task, lease: first.lease, reason: "no") == .late)
            #expect(try await floor.finish(b, second, "b's") == .kept(until: nil))
            // The rescuer never revives what is done.
            floor.time.pass(Moment.day)
            #expect(try await operations.returnExpired() == 0)
            #expect(try await floor.finish(b, second, "b's") == .repeated)
            #expect(try await floor.finish(a, first, "later still") == .late)
            let kept = try await floor.rows("SELECT person, entry FROM holdings WHERE organisation = ?1", in: admin)
            #expect(try kept.map { try $0.text("entry") } == ["b's"])
            let drafts = try await floor.rows(
                "SELECT late, entry FROM drafts WHERE organisation = ?1 ORDER BY saved_at", in: admin)
            #expect(try drafts.map { try $0.text("entry") } == ["later still"])
            #expect(try drafts.map { try $0.integer("late") } == [1])
        }
    }

    @Test(arguments: Engine.all)
    func whoComesBackFindsTheirDraft(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key)], by: admin)
            let a = try await floor.clerk("a", of: admin)
            _ = try await floor.send(1, of: "t", by: admin)
            let first = try await floor.take(a)
            _ = try await floor.operations.save(as: a, first.task, lease: first.lease, entry: "half")
            floor.time.pass(Moment.hour)
            _ = try await floor.operations.returnExpired()
            let again = try await floor.take(a)
            #expect(again.draft == "half" && again.lease == first.lease + 1)
        }
    }

    @Test(arguments: Engine.all)
    func aBeatKeepsTheLease(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key)], by: admin)
            let a = try await floor.clerk("a", of: admin)
            _ = try await floor.send(1, of: "t", by: admin)
            let work = try await floor.take(a)
            for _ in 0..<5 {
                floor.time.pass(14 * Moment.minute)
                #expect(
                    try await floor.operations.beat(as: a, work.task, lease: work.lease)
                        == .kept(until: floor.time.now + 15 * Moment.minute))
                #expect(try await floor.operations.returnExpired() == 0)
            }
            #expect(try await floor.finish(a, work) == .kept(until: nil))
        }
    }

    @Test(arguments: Engine.all)
    func aFaultyEntryIsKeptAndNotTaken(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key)], by: admin)
            let a = try await floor.clerk("a", of: admin)
            _ = try await floor.send(1, of: "t", by: admin)
            let work = try await floor.take(a)
            guard case .faulty(let faults) = try await floor.finish(a, work, "bad") else {
                Issue.record("it was taken")
                return
            }
            #expect(faults.map(\.path) == ["n"])
            #expect(try await floor.finish(a, work, "good") == .kept(until: nil))
        }
    }

    @Test(arguments: Engine.all)
    func skippingTakesAReasonAndGivesTheTaskToTheNext(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key, seats: 2)], by: admin)
            let (a, b) = try await (floor.clerk("a", of: admin), floor.clerk("b", of: admin))
            _ = try await floor.send(1, of: "t", by: admin)
            let work = try await floor.take(a)
            await #expect(throws: WorkspaceError.self) {
                _ = try await floor.operations.skip(as: a, work.task, lease: work.lease, reason: "  ")
            }
            #expect(
                try await floor.operations.skip(as: a, work.task, lease: work.lease, reason: "unreadable")
                    == .kept(until: nil))
            // Both seats stand open to both now, and each gets one.
            let (x, y) = (try await floor.take(b), try await floor.take(a))
            #expect(Set([x.task.seat, y.task.seat]) == [1, 2])
            #expect(try await floor.operations.claim(as: a) == .nothing([.inHand(1)]))
        }
    }
}
