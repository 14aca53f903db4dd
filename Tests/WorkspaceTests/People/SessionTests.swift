import Storage
import Testing

@testable import Workspace

@Suite struct SessionTests {
    @Test(arguments: Engine.all) func aSessionEndsAfterTwelveIdleHours(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.begin()
            let secret = try await world.workspace.signIn(
                email: "ada@larkfield.example", password: World.password, address: "a", device: "d")
            for _ in 0..<5 {
                world.time.pass(12 * Moment.hour - 1)
                _ = try await world.workspace.member(session: secret)
            }
            world.time.pass(12 * Moment.hour)
            #expect(await Refusal.of { _ = try await world.workspace.member(session: secret) } == .signedOut)
        }
    }

    @Test(arguments: Engine.all) func aSessionEndsAfterSevenDaysHoweverBusy(engine: Engine) async throws {
        try await World.on(engine) { world in
            _ = try await world.begin()
            let secret = try await world.workspace.signIn(
                email: "ada@larkfield.example", password: World.password, address: "a", device: "d")
            for _ in 0..<167 {
                world.time.pass(Moment.hour)
                _ = try await world.workspace.member(session: secret)
            }
            world.time.pass(Moment.hour)
            #expect(await Refusal.of { _ = try await world.workspace.member(session: secret) } == .signedOut)
        }
    }

    @Test(arguments: Engine.all) func signingOutEndsThisSessionAndEverywhereEndsAll(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let other = try await world.person([.analyst], "cy@example.org", by: admin)
            let second = try await world.signIn(admin.email)
            let third = try await world.signIn(admin.email)
            #expect(try await world.workspace.sessions(as: admin).count == 3)
            try await world.workspace.signOut(as: second)
            #expect(try await world.workspace.sessions(as: admin).count == 2)
            try await world.workspace.signOutEverywhere(as: third)
            #expect(try await world.workspace.sessions(as: admin).isEmpty)
            #expect(try await world.workspace.sessions(as: other).count == 1)
        }
    }

    @Test(arguments: Engine.all) func aDisabledAccountIsOutAtOnceAndItsTokensToo(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let cy = try await world.person([.analyst], "cy@example.org", by: admin)
            let session = try await world.workspace.signIn(
                email: cy.email, password: World.password, address: "a", device: "d")
            let token = try await world.workspace.makeToken(as: cy, name: "Robot", scopes: [.read])
            try await world.workspace.setDisabled(as: admin, cy.person, true)
            #expect(await Refusal.of { _ = try await world.workspace.member(session: session) } == .signedOut)
            #expect(await Refusal.of { _ = try await world.workspace.member(token: token) } == .signedOut)
            // Enabled again, the old session stays ended; the token was never taken back.
            try await world.workspace.setDisabled(as: admin, cy.person, false)
            #expect(await Refusal.of { _ = try await world.workspace.member(session: session) } == .signedOut)
            _ = try await world.workspace.member(token: token)
            _ = try await world.signIn(cy.email)
        }
    }

    @Test(arguments: Engine.all) func aMadeUpSecretIsNobody(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            for text in ["", "x", admin.session ?? "", "' OR 1=1 --", String(repeating: "z", count: 10_000)] {
                #expect(await Refusal.of { _ = try await world.workspace.member(session: text) } == .signedOut)
                #expect(await Refusal.of { _ = try await world.workspace.member(token: text) } == .signedOut)
                #expect(
                    await Refusal.of { _ = try await world.workspace.member(token: "shoreline_\(text)") }
                        == .signedOut)
                #expect(await Refusal.of { _ = try await world.workspace.link(text) } == .notFound)
            }
        }
    }

    @Test(arguments: Engine.all) func aSignInLinkWorksOnceWithinAnHour(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let link = try await world.workspace.signInLink()
            let secret = try await world.workspace.signIn(link: link, device: "d")
            #expect(try await world.workspace.member(session: secret).person == admin.person)
            #expect(await Refusal.of { _ = try await world.workspace.signIn(link: link, device: "d") } == .notFound)
            let late = try await world.workspace.signInLink(email: "ADA@larkfield.example")
            world.time.pass(Moment.hour)
            #expect(await Refusal.of { _ = try await world.workspace.signIn(link: late, device: "d") } == .notFound)
            #expect(
                await Refusal.of { _ = try await world.workspace.signInLink(email: "nobody@x.yz") } == .invalid)
        }
    }
}
