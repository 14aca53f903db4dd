import Storage
import Testing

@testable import Operations
@testable import Workspace

@Suite struct ItemChangeTests {
    @Test(arguments: Engine.all)
    func aPendedItemWaitsAndItsClockToo(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key, seats: 2), .of(.adjudicate)], by: admin)
            let (a, b) = try await (floor.clerk("a", of: admin), floor.clerk("b", of: admin))
            let item = try await floor.send(1, of: "t", by: admin).first
            let operations = floor.operations
            let first = try await floor.take(a)
            try await operations.pend(as: admin, item, reason: "Which year?")
            await #expect(throws: WorkspaceError.self) {
                try await operations.pend(as: admin, item, reason: "Which month?")
            }
            #expect(try await operations.claim(as: b) == .nothing([.pended(2)]))
            #expect(try await floor.finish(a, first) == .late)
            floor.time.pass(3 * Moment.hour)
            try await operations.resume(as: admin, item, reason: "2026")
            let due = try await floor.rows("SELECT due, received_at FROM items WHERE organisation = ?1", in: admin)
            #expect(
                try due.map { try $0.integer("due") - $0.integer("received_at") } == [Moment.day + 3 * Moment.hour])
            // Anybody may take either seat now, and nobody both.
            let x = try await floor.take(b)
            #expect(try await operations.claim(as: b) == .nothing([.secondPerson(1)]))
            let y = try await floor.take(a)
            #expect(x.task.seat != y.task.seat)
            #expect(try await floor.finish(a, y) == .kept(until: nil))
            #expect(try await floor.finish(b, x) == .kept(until: nil))
            let status = try await floor.rows("SELECT status FROM items WHERE organisation = ?1", in: admin)
            #expect(try status.map { try $0.text("status") } == ["done"])
        }
    }

    @Test(arguments: Engine.all)
    func aSupervisorsWishIsNoWayAroundTheSeparationOfDuties(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key, seats: 2), .of(.adjudicate)], by: admin)
            let (a, b) = try await (floor.clerk("a", of: admin), floor.clerk("b", of: admin))
            let boss = try await floor.person("boss", [.supervisor], in: "o")
            try await floor.operations.setOperator(
                as: admin,
                Operator(
                    person: boss.person, employer: "o", country: "US", skills: ["key", "adjudicate"], languages: []))
            let item = try await floor.send(1, of: "t", by: admin).first
            let work = try await floor.take(a)
            var second = work.task
            second.seat = 2
            await #expect(throws: WorkspaceError.self) {
                try await floor.operations.assign(as: boss, second, to: a.person, reason: "quick")
            }
            try await floor.operations.assign(as: boss, second, to: boss.person, reason: "I key it myself")
            #expect(
                try await floor.operations.complete(as: boss, second, lease: 1, entry: "2") == .kept(until: nil))
            #expect(try await floor.finish(a, work, "1") == .kept(until: nil))
            // Whoever keyed does not adjudicate, supervisor or not.
            let settle = TaskID(item: item, stage: 1, round: 0, seat: 1)
            for person in [a, boss] {
                await #expect(throws: WorkspaceError.self) {
                    try await floor.operations.assign(as: boss, settle, to: person.person, reason: "quick")
                }
            }
            #expect(try await floor.take(b).task == settle)
            // Even past all code: the table itself refuses.
            let insert = """
                INSERT INTO holdings (organisation, item, stage, round, seat, person, separate, fence, pool, taken_at,
                    held_until) VALUES (?1, ?2, 5, 0, 1, ?3, 1, 1, 1, 1, 1)
                """
            await #expect(
                throws: StorageError.constraint(
                    .unique, "holdings.organisation, holdings.item, holdings.person")
            ) {
                try await floor.database.write(in: admin.scope) {
                    _ = try $0.run(insert, [.integer(item), .text(a.person)])
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func aStoppedTypeIsGivenToNobody(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key)], by: admin)
            let a = try await floor.clerk("a", of: admin)
            _ = try await floor.send(2, of: "t", by: admin)
            let work = try await floor.take(a)
            try await floor.operations.stop(as: admin, type: "t", reason: "The form has changed.")
            #expect(try await floor.operations.claim(as: a) == .nothing([.stopped(type: "t", 1)]))
            _ = try await floor.send(1, of: "t", by: admin, language: "en")
            #expect(try await floor.operations.claim(as: a) == .nothing([.stopped(type: "t", 2)]))
            #expect(try await floor.finish(a, work) == .kept(until: nil))
            try await floor.operations.start(as: admin, type: "t", reason: "It is new.")
            _ = try await floor.take(a)
            _ = try await floor.take(a)
        }
    }

    @Test(arguments: Engine.all)
    func aCancelledItemIsOver(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key, seats: 2), .of(.adjudicate)], by: admin)
            let (a, b) = try await (floor.clerk("a", of: admin), floor.clerk("b", of: admin))
            let item = try await floor.send(1, of: "t", by: admin).first
            let work = try await floor.take(a)
            try await floor.operations.cancel(as: admin, item, reason: "Sent by mistake")
            #expect(try await floor.operations.claim(as: b) == .nothing([]))
            #expect(try await floor.finish(a, work) == .late)
            floor.time.pass(Moment.day)
            #expect(try await floor.operations.returnExpired() == 0)
            await #expect(throws: WorkspaceError.self) {
                try await floor.operations.cancel(as: admin, item, reason: "Again")
            }
        }
    }
}
