import Storage
import Testing

@testable import Workspace

@Suite struct ReplyTests {
    @Test(arguments: Engine.all) func aKeyIsTakenOnceAndAnswersAgain(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let cy = try await world.person([.analyst], "cy@example.org", by: admin)
            let workspace = world.workspace
            let reply = Reply(status: 201, headers: "{}", body: "{\"id\":1}")
            #expect(try await workspace.takeKey("k", for: "r", as: admin) == nil)
            #expect(await Refusal.of { _ = try await workspace.takeKey("k", for: "r", as: admin) } == .refused)
            #expect(await Refusal.of { _ = try await workspace.takeKey("k", for: "other", as: admin) } == .refused)
            // Another's key of the same name is another key.
            #expect(try await workspace.takeKey("k", for: "r", as: cy) == nil)
            try await workspace.keep(reply, as: admin, key: "k")
            #expect(try await workspace.takeKey("k", for: "r", as: admin) == reply)
            #expect(await Refusal.of { _ = try await workspace.takeKey("k", for: "other", as: admin) } == .refused)
            // Freeing takes nothing from what is answered.
            try await workspace.freeKey("k", as: admin)
            #expect(try await workspace.takeKey("k", for: "r", as: admin) == reply)
            try await workspace.freeKey("k", as: cy)
            #expect(try await workspace.takeKey("k", for: "other", as: cy) == nil)
            // One that was never answered is free after a minute, an answer after a day.
            world.time.pass(Moment.minute + 1)
            #expect(try await workspace.takeKey("k", for: "third", as: cy) == nil)
            world.time.pass(Moment.day)
            #expect(try await workspace.takeKey("k", for: "third", as: admin) == nil)
        }
    }

    @Test(arguments: Engine.all) func ofManyAtOnceOneTakesTheKey(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let outcomes = await withTaskGroup(of: Refusal?.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        await Refusal.of { _ = try await world.workspace.takeKey("k", for: "r", as: admin) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .refused } == 15)
        }
    }
}
