import Storage
import Synchronization
import Testing
import Workspace

@testable import Operations

@Suite struct DispatchTests {
    @Test(arguments: Engine.all)
    func anItemGoesThroughItsStages(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define(
                "t", [.of(.key, seats: 2), .of(.adjudicate), .of(.check), .of(.return)], by: admin)
            let clerks = try await [
                floor.clerk("a", of: admin), floor.clerk("b", of: admin), floor.clerk("c", of: admin),
                floor.clerk("d", of: admin),
            ]
            let receipt = try await floor.send(1, of: "t", by: admin)
            floor.types.sampled.withLock { $0[receipt.first] = .checked }
            let operations = floor.operations

            let first = try await floor.take(clerks[0])
            #expect(first.stage == .key && first.task.seat == 1 && first.source == #"{"n":1}"#)
            // The second entry is not for the same person, who is told so.
            #expect(try await operations.claim(as: clerks[0]) == .nothing([.secondPerson(1)]))
            let second = try await floor.take(clerks[1])
            #expect(second.stage == .key && second.task.seat == 2)
            #expect(try await floor.finish(clerks[1], second, "2") == .kept(until: nil))
            #expect(try await operations.claim(as: clerks[2]) == .nothing([.inHand(1)]))
            #expect(try await floor.finish(clerks[0], first, "1") == .kept(until: nil))

            for clerk in clerks[0...1] {
                #expect(try await operations.claim(as: clerk) == .nothing([.secondPerson(1)]))
            }
            let third = try await floor.take(clerks[2])
            #expect(third.stage == .adjudicate)
            #expect(try await floor.finish(clerks[2], third, "1") == .kept(until: nil))
            for clerk in clerks[0...2] {
                #expect(try await operations.claim(as: clerk) == .nothing([.secondPerson(1)]))
            }
            let fourth = try await floor.take(clerks[3])
            #expect(fourth.stage == .check)
            #expect(try await floor.finish(clerks[3], fourth, "3") == .kept(until: nil))
            // Giving back is nobody's judgement: anybody may.
            let last = try await floor.take(clerks[0])
            #expect(last.stage == .return)
            #expect(try await floor.finish(clerks[0], last, "3") == .kept(until: nil))
            let item = try await floor.rows("SELECT * FROM items WHERE organisation = ?1", in: admin)
            #expect(try item.map { try $0.text("status") } == ["done"])
            #expect(try await operations.claim(as: clerks[1]) == .nothing([]))
            // What was found: the blind entries differ, one keyer was wrong, and so was who settled it.
            let findings = try await floor.rows(
                "SELECT kind, person FROM findings WHERE organisation = ?1 ORDER BY stage, kind, person", in: admin)
            let found = try findings.map { try "\($0.text("kind")) \($0.text("person"))" }
            #expect(found == ["differs ", "wrong o-b", "wrong o-c"])
        }
    }

    @Test(arguments: Engine.all)
    func earliestDueThenPriorityThenOldest(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("t", [.of(.key)], by: admin)
            let clerk = try await floor.clerk("a", of: admin)
            func item(_ row: Int, _ received: Int64, _ priority: Int) -> IncomingItem {
                IncomingItem(row: row, clientKey: "\(row)", priority: priority, receivedAt: received)
            }
            let receipt = try await floor.operations.receive(
                as: admin,
                IncomingBatch(
                    key: "k", name: "", type: "t",
                    items: [item(1, 20, 5), item(2, 10, 5), item(3, 10, 1), item(4, 10, 5), item(5, 30, 0)]))
            var order: [Int64] = []
            for _ in 0..<5 { order.append(try await floor.take(clerk).task.item - receipt.first + 1) }
            #expect(order == [3, 2, 4, 1, 5])
        }
    }

    @Test(arguments: Engine.all)
    func nothingSaysWhy(_ engine: Engine) async throws {
        try await Floor.on(engine) { floor in
            let admin = try await floor.organisation("o")
            try await floor.define("de", [.of(.key)], by: admin)
            try await floor.define("us", [.of(.key)], by: admin, residency: ["US"])
            try await floor.define("check", [.of(.capture)], by: admin)
            try await floor.define("both", [.of(.key, seats: 2)], by: admin)
            let clerk = try await floor.clerk("a", of: admin, skills: ["key"])
            _ = try await floor.send(12, of: "de", by: admin, language: "de")
            _ = try await floor.send(4, of: "us", by: admin)
            _ = try await floor.send(2, of: "check", by: admin)
            _ = try await floor.send(3, of: "both", by: admin)
            for _ in 0..<3 { _ = try await floor.take(clerk) }
            let answer = try await floor.operations.claim(as: clerk)
            #expect(
                answer
                    == .nothing([
                        .lacking(.language("de"), 12), .lacking(.country(["US"]), 4), .secondPerson(3),
                        .lacking(.skill("capture"), 2),
                    ]))
            guard case .nothing(let reasons) = answer else { return }
            #expect(
                reasons.map(\.words) == [
                    "12 need the language de", "4 must be done in US", "3 wait for a second person",
                    "2 need the skill capture",
                ])
        }
    }
}

extension Floor {
    struct NothingToDo: Error { var why: [WhyNothing] }

    func take(_ clerk: Member) async throws -> WorkInHand {
        switch try await operations.claim(as: clerk) {
        case .work(let work): return work
        case .nothing(let why): throw NothingToDo(why: why)
        }
    }

    func finish(_ clerk: Member, _ work: WorkInHand, _ entry: String = "1") async throws -> LeaseAnswer {
        try await operations.complete(as: clerk, work.task, lease: work.lease, entry: entry)
    }
}
