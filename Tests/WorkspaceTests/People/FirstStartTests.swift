import Storage
import Testing

@testable import Workspace

@Suite struct FirstStartTests {
    @Test(arguments: Engine.all) func thereIsNoAccountAndNoPasswordBeforeSomebodyJoins(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.workspace.firstStart()
            for (email, password) in [("admin", "admin"), ("admin@localhost", ""), ("", ""), ("root", "shoreline")] {
                #expect(await Refusal.of { _ = try await world.signIn(email, password) } == .wrongPassword)
            }
            let count = try await world.database.readSystem {
                try $0.first("SELECT count(*) AS n FROM accounts")?.integer("n")
            }
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.all) func aSecondStartRenewsTheLinkAndKillsTheFirst(engine: Engine) async throws {
        try await World.on(engine) { world in
            let first = try #require(try await world.workspace.firstStart())
            let second = try #require(try await world.workspace.firstStart())
            #expect(first != second)
            #expect(await Refusal.of { _ = try await world.workspace.link(first) } == .notFound)
            #expect(try await world.workspace.link(second).roles == [.administrator, .analyst])
            #expect(await Refusal.of { _ = try await join(world, first) } == .notFound)
            _ = try await join(world, second)
            #expect(try await world.workspace.firstStart() == nil)
        }
    }

    @Test(arguments: Engine.all) func theLinkOfTheFirstStartEndsAfterADay(engine: Engine) async throws {
        try await World.on(engine) { world in
            let link = try #require(try await world.workspace.firstStart())
            world.time.pass(Moment.day - 1)
            _ = try await world.workspace.link(link)
            world.time.pass(1)
            #expect(await Refusal.of { _ = try await join(world, link) } == .notFound)
        }
    }

    @Test(arguments: Engine.all) func ofTwoWhoFollowItAtOnceOneSucceeds(engine: Engine) async throws {
        try await World.on(engine) { world in
            let link = try #require(try await world.workspace.firstStart())
            let outcomes = await withTaskGroup(of: Refusal?.self) { group in
                for number in 0..<8 {
                    group.addTask { await Refusal.of { _ = try await join(world, link, "p\(number)@example.org") } }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .notFound } == 7)
            let people = try await world.database.readSystem {
                try $0.first("SELECT count(*) AS n FROM accounts")?.integer("n")
            }
            #expect(people == 1)
        }
    }

    @Test(arguments: Engine.all) func onlyHashesOfSecretsAreKept(engine: Engine) async throws {
        try await World.on(engine) { world in
            let link = try #require(try await world.workspace.firstStart())
            let session = try await join(world, link)
            let member = try await world.workspace.member(session: session)
            let token = try await world.workspace.makeToken(as: member, name: "Robot", scopes: [.read])
            let invitation = try await world.workspace.invite(as: member, email: "b@example.org", roles: [.clerk])
            let secrets = [link, session, token, invitation, World.password].map {
                String($0.split(separator: ".").last ?? "")
            }
            for table in Schema.order {
                let rows = try await world.database.read { try $0.rows("SELECT * FROM \(table)") }
                for value in rows.flatMap(\.values) {
                    guard case .text(let text) = value else { continue }
                    for secret in secrets { #expect(!text.contains(secret), "\(table)") }
                }
            }
        }
    }

    private func join(_ world: World, _ link: String, _ email: String = "ada@example.org") async throws -> String {
        try await world.workspace.join(
            link, .init(organisationName: "Larkfield", name: "Ada", email: email, password: World.password),
            device: "test")
    }
}
