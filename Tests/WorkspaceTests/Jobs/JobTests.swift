import Storage
import Testing

@testable import Workspace

@Suite struct JobTests {
    private func begin(_ world: World) async throws -> (admin: Member, id: String) {
        let admin = try await world.begin()
        return (admin, try await world.workspace.makeCase(as: admin, text: caseText()).id)
    }

    @Test(arguments: Engine.all) func aJobIsClaimedBeatenAndFinished(engine: Engine) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            let workspace = world.workspace
            #expect(try await workspace.claimJob() == nil)
            let job = try await workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: .max)
            #expect(job.state == .waiting)
            #expect(job.seed == .max)
            let claimed = try #require(try await workspace.claimJob())
            #expect(claimed.job.id == job.id)
            #expect(claimed.version.text == caseText())
            #expect(claimed.scope == admin.scope)
            #expect(try await workspace.claimJob() == nil)
            #expect(try await workspace.beat(claimed.job, in: claimed.scope, done: 400))
            #expect(try await workspace.job(as: admin, job.id).done == 400)
            try await workspace.finish(claimed.job, in: claimed.scope, result: "{}", problem: nil)
            let done = try await workspace.job(as: admin, job.id)
            #expect(done.state == .done)
            #expect(done.done == 1000)
            #expect(done.result == "{}")
            #expect(try await !workspace.beat(claimed.job, in: claimed.scope, done: 500))
            #expect(try await workspace.cancelJob(as: admin, job.id).state == .done)
        }
    }

    @Test(arguments: Engine.all) func aCancelledJobStaysSo(engine: Engine) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            let workspace = world.workspace
            let job = try await workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1)
            let claimed = try #require(try await workspace.claimJob())
            #expect(try await workspace.cancelJob(as: admin, job.id).state == .cancelled)
            #expect(try await !workspace.beat(claimed.job, in: claimed.scope, done: 10))
            try await workspace.finish(claimed.job, in: claimed.scope, result: "{}", problem: nil)
            try await workspace.release(claimed.job, in: claimed.scope)
            let kept = try await workspace.job(as: admin, job.id)
            #expect(kept.state == .cancelled)
            #expect(kept.result == nil)
            #expect(try await workspace.claimJob() == nil)
        }
    }

    @Test(arguments: Engine.all) func theJobOfADeadProcessIsTakenOverAfterThirtySeconds(engine: Engine) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            let workspace = world.workspace
            let job = try await workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1)
            let first = try #require(try await workspace.claimJob())
            world.time.pass(20 * Moment.second)
            #expect(try await workspace.beat(first.job, in: first.scope, done: 1))
            world.time.pass(30 * Moment.second)
            #expect(try await workspace.claimJob() == nil)
            world.time.pass(1)
            let second = try #require(try await workspace.claimJob())
            #expect(second.job.id == job.id)
            #expect(second.job.done == 0)
            #expect(try await workspace.claimJob() == nil)
        }
    }

    @Test(arguments: Engine.all) func aJobThatIsPutBackIsTakenAtOnce(engine: Engine) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            let job = try await world.workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1)
            let first = try #require(try await world.workspace.claimJob())
            try await world.workspace.release(first.job, in: first.scope)
            #expect(try await world.workspace.claimJob()?.job.id == job.id)
        }
    }

    @Test(arguments: Engine.all) func ofManyWorkersEachTakesAnother(engine: Engine) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            for number in 0..<10 {
                _ = try await world.workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: UInt64(number))
            }
            let claimed = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<20 { group.addTask { try await world.workspace.claimJob()?.job.id } }
                return try await group.reduce(into: []) { $0.append($1) }
            }.compactMap { $0 }
            #expect(Set(claimed).count == claimed.count)
            var left = 0
            while try await world.workspace.claimJob() != nil { left += 1 }
            #expect(claimed.count + left == 10)
        }
    }

    @Test(arguments: Engine.all) func atMostTwentyWaitAndOneOrganisationDoesNotHoldUpAnother(
        engine: Engine
    ) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            let workspace = world.workspace
            let other = try await world.another("Prairie", email: "bea@prairie.example")
            for _ in 0..<10 { _ = try await workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1) }
            world.time.pass(Moment.second)
            let otherCase = try await workspace.makeCase(as: other, text: caseText("Theirs")).id
            let theirs = try await workspace.makeDecisionJob(as: other, otherCase, trials: 1000, seed: 1)
            world.time.pass(Moment.second)
            let late = try await withThrowingTaskGroup(of: Refusal?.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        await Refusal.of {
                            _ = try await workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(late.count { $0 == nil } == 10)
            #expect(late.count { $0 == .refused } == 2)
            // The oldest first, whosever it is.
            for _ in 0..<10 { #expect(try await workspace.claimJob()?.scope == admin.scope) }
            #expect(try await workspace.claimJob()?.job.id == theirs.id)
        }
    }

    @Test(arguments: Engine.all) func pagesOfJobsHaveNoGaps(engine: Engine) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            var made: [String] = []
            for _ in 0..<7 {
                made.append(try await world.workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1).id)
            }
            var found: [String] = []
            var after: (createdAt: Int64, id: String)?
            while true {
                let page = try await world.workspace.jobs(as: admin, after: after, limit: 2)
                guard let last = page.last else { break }
                found += page.map(\.id)
                after = (last.createdAt, last.id)
            }
            #expect(Set(found) == Set(made))
            #expect(found.count == made.count)
        }
    }

    @Test(arguments: Engine.all) func whatCannotBeSimulatedIsRefused(engine: Engine) async throws {
        try await World.on(engine) { world in
            let (admin, id) = try await begin(world)
            for trials in [0, 99, 10_000_001, -1, .max, .min] {
                #expect(
                    await Refusal.of {
                        _ = try await world.workspace.makeDecisionJob(as: admin, id, trials: trials, seed: 1)
                    } == .invalid)
            }
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.makeDecisionJob(as: admin, id, version: 2, trials: 1000, seed: 1)
                } == .notFound)
        }
    }
}
