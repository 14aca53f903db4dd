import Storage
import Testing

@testable import Workspace

@Suite struct AttemptTests {
    private func refusal(_ world: World, _ password: String, _ address: String = "10.0.0.1") async -> Refusal? {
        await Refusal.of { _ = try await world.signIn("ada@larkfield.example", password, address: address) }
    }

    /// Failures so far, and the seconds to wait before the next one counts.
    static let waits: [(failures: Int, seconds: Int64)] = [
        (5, 5), (6, 10), (7, 20), (8, 40), (9, 80), (10, 160), (11, 320), (12, 640), (13, 900), (14, 900), (15, 900),
    ]

    @Test(arguments: Engine.all) func eachFurtherAttemptWaitsTwiceAsLong(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.begin()
            for _ in 0..<5 { #expect(await refusal(world, "guess") == .wrongPassword) }
            for (failures, seconds) in Self.waits {
                do {
                    _ = try await world.signIn("ada@larkfield.example", "guess")
                    Issue.record("let in")
                } catch WorkspaceError.tooManyAttempts(let left) {
                    #expect((seconds...(seconds + 1)).contains(Int64(left)), "after \(failures)")
                }
                world.time.pass(seconds * Moment.second - 1)
                // The right password has to wait as well: else a guess would be told by the answer.
                #expect(await refusal(world, World.password) == .tooMany, "after \(failures)")
                world.time.pass(1)
                #expect(await refusal(world, "guess", "10.0.0.\(failures)") == .wrongPassword, "after \(failures)")
            }
        }
    }

    @Test(arguments: Engine.all) func theRightPasswordAndAnHourForget(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.begin()
            for _ in 0..<4 { #expect(await refusal(world, "guess") == .wrongPassword) }
            #expect(await refusal(world, World.password) == nil)
            for _ in 0..<5 { #expect(await refusal(world, "guess") == .wrongPassword) }
            #expect(await refusal(world, "guess") == .tooMany)
            world.time.pass(Moment.hour + 1)
            for _ in 0..<5 { #expect(await refusal(world, "guess") == .wrongPassword) }
            #expect(await refusal(world, "guess") == .tooMany)
        }
    }

    @Test(arguments: Engine.all) func anAddressThatTriesManyAccountsWaitsToo(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.begin()
            for number in 0..<30 {
                #expect(
                    await Refusal.of { _ = try await world.signIn("n\(number)@example.org", "x") } == .wrongPassword)
            }
            #expect(await Refusal.of { _ = try await world.signIn("new@example.org", "x") } == .tooMany)
            #expect(await refusal(world, World.password) == .tooMany)
            // From elsewhere the account is as it was.
            #expect(await refusal(world, World.password, "10.9.9.9") == nil)
        }
    }

    @Test(arguments: Engine.all) func guessesAtOnceAreAllCounted(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.begin()
            let outcomes = await withTaskGroup(of: Refusal?.self) { group in
                for number in 0..<40 { group.addTask { await refusal(world, "guess", "10.0.1.\(number)") } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .wrongPassword } == 5)
            #expect(outcomes.count { $0 == .tooMany } == 35)
        }
    }

    @Test(arguments: Engine.all) func whatIsForgottenIsNotKept(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.begin()
            for number in 0..<20 { _ = await Refusal.of { _ = try await world.signIn("n\(number)@x.yz", "x") } }
            world.time.pass(Moment.hour + Moment.second)
            _ = await refusal(world, "guess")
            let count = try await world.database.readSystem {
                try $0.first("SELECT count(*) AS n FROM attempts")?.integer("n")
            }
            #expect(count == 2)
        }
    }
}
