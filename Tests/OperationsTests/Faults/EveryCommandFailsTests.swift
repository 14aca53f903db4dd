import Storage
import Testing

@testable import Operations
@testable import Workspace

/// Promise 6: each command is run with the store failing at its first operation, its second, and so on until it passes:
/// nothing half done is ever left, and the command does what it should once the store is well again.
@Suite(.serialized) struct EveryCommandFailsTests {
    struct Command: Sendable, CustomTestStringConvertible {
        var name: String
        /// Prepares, and gives what is to be done.
        var make: @Sendable (Floor, Member, Member, Member) async throws -> @Sendable () async throws -> Void
        var testDescription: String { name }
    }

    static let commands: [Command] = [
        Command(name: "receive") { floor, admin, _, _ in
            { _ = try await floor.send(3, of: "two", by: admin, key: "again") }
        },
        Command(name: "receive in a new language") { floor, admin, _, _ in
            { _ = try await floor.send(1, of: "two", by: admin, key: "again", language: "de") }
        },
        Command(name: "claim the first seat") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            return { _ = try await floor.take(a) }
        },
        Command(name: "claim the second seat") { floor, admin, a, b in
            _ = try await floor.send(1, of: "two", by: admin)
            _ = try await floor.take(a)
            return { _ = try await floor.take(b) }
        },
        Command(name: "beat") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            let work = try await floor.take(a)
            floor.time.pass(Moment.minute)
            return { _ = try await floor.operations.beat(as: a, work.task, lease: work.lease) }
        },
        Command(name: "save") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            let work = try await floor.take(a)
            floor.time.pass(Moment.minute)
            return { _ = try await floor.operations.save(as: a, work.task, lease: work.lease, entry: "half") }
        },
        Command(name: "complete the first seat") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            let work = try await floor.take(a)
            return { _ = try await floor.finish(a, work) }
        },
        Command(name: "complete the second seat, differing") { floor, admin, a, b in
            _ = try await floor.send(1, of: "two", by: admin)
            let (x, y) = (try await floor.take(a), try await floor.take(b))
            _ = try await floor.finish(a, x, "1")
            return { _ = try await floor.finish(b, y, "2") }
        },
        Command(name: "complete the last stage") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "one", by: admin)
            let work = try await floor.take(a)
            return { _ = try await floor.finish(a, work) }
        },
        Command(name: "complete too late") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "one", by: admin)
            let work = try await floor.take(a)
            floor.time.pass(Moment.hour)
            _ = try await floor.operations.returnExpired()
            return { _ = try await floor.finish(a, work) }
        },
        Command(name: "skip") { floor, admin, a, b in
            _ = try await floor.send(1, of: "two", by: admin)
            let work = try await floor.take(a)
            _ = try await floor.take(b)
            return { _ = try await floor.operations.skip(as: a, work.task, lease: work.lease, reason: "no") }
        },
        Command(name: "return what ended") { floor, admin, a, b in
            _ = try await floor.send(2, of: "two", by: admin)
            _ = try await floor.take(a)
            _ = try await floor.take(b)
            floor.time.pass(Moment.hour)
            return { _ = try await floor.operations.returnExpired() }
        },
        Command(name: "pend") { floor, admin, a, _ in
            let item = try await floor.send(1, of: "two", by: admin).first
            _ = try await floor.take(a)
            return { try await floor.operations.pend(as: admin, item, reason: "why") }
        },
        Command(name: "resume") { floor, admin, a, b in
            let item = try await floor.send(1, of: "two", by: admin).first
            _ = try await floor.take(a)
            try await floor.operations.pend(as: admin, item, reason: "why")
            floor.time.pass(Moment.hour)
            return { try await floor.operations.resume(as: admin, item, reason: "so") }
        },
        Command(name: "cancel") { floor, admin, a, _ in
            let item = try await floor.send(1, of: "two", by: admin).first
            _ = try await floor.take(a)
            return { try await floor.operations.cancel(as: admin, item, reason: "why") }
        },
        Command(name: "assign") { floor, admin, a, b in
            _ = try await floor.send(1, of: "two", by: admin)
            let work = try await floor.take(a)
            return { try await floor.operations.assign(as: admin, work.task, to: b.person, reason: "ill") }
        },
        Command(name: "take back") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            let work = try await floor.take(a)
            return { try await floor.operations.takeBack(as: admin, work.task, reason: "ill") }
        },
        Command(name: "stop") { floor, admin, _, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            return { try await floor.operations.stop(as: admin, type: "two", reason: "why") }
        },
        Command(name: "start") { floor, admin, _, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            try await floor.operations.stop(as: admin, type: "two", reason: "why")
            return { try await floor.operations.start(as: admin, type: "two", reason: "why") }
        },
        Command(name: "say what somebody can do") { floor, admin, a, _ in
            _ = try await floor.send(1, of: "two", by: admin)
            return {
                try await floor.operations.setOperator(
                    as: admin,
                    Operator(person: a.person, employer: "X", country: "US", skills: ["key"], languages: []))
            }
        },
    ]

    @Test(arguments: Engine.all, commands)
    func nothingIsHalfDone(_ engine: Engine, _ command: Command) async throws {
        for failsOn in [false, true] {
            try await engine.withDatabase { database, _ in
                let failing = FailingDatabase(database)
                let floor = Floor(failing)
                let admin = try await floor.organisation("o")
                try await floor.define("one", [.of(.key)], by: admin)
                try await floor.define("two", [.of(.key, seats: 2), .of(.adjudicate)], by: admin)
                let (a, b) = try await (floor.clerk("a", of: admin), floor.clerk("b", of: admin))
                let run = try await command.make(floor, admin, a, b)
                let before = try await floor.contents()
                var number = 1
                while true {
                    failing.fail(at: number, failsOn: failsOn)
                    let error = await failure(run)
                    let hasFailed = failing.heal()
                    if !hasFailed {
                        #expect(error == nil)
                        break
                    }
                    #expect(error as? StorageError == FailingDatabase.failure, "operation \(number)")
                    let after = try await floor.contents()
                    let changed = after.filter { before[$0.key] != $0.value }.keys.sorted()
                    #expect(changed.isEmpty, "operation \(number)")
                    number += 1
                    try #require(number < 200)
                }
                #expect(number > 2)
                let isDone = try await floor.contents() != before
                #expect(isDone)
                try await floor.checkInvariants(admin, command.name)
            }
        }
    }

    private func failure(_ body: () async throws -> Void) async -> (any Error)? {
        do {
            try await body()
            return nil
        } catch { return error }
    }
}

extension Floor {
    /// Every row of the running work and of the audit log.
    func contents() async throws -> [String: Set<[Value]>] {
        try await database.read { statements in
            var contents: [String: Set<[Value]>] = [:]
            for table in Schema.order where !["sessions", "attempts"].contains(table) {
                contents[table] = Set(try statements.rows("SELECT * FROM \(table)").map(\.values))
            }
            return contents
        }
    }
}
