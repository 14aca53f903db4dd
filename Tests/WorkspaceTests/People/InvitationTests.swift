import Notation
import Storage
import Testing

@testable import Workspace

@Suite struct InvitationTests {
    private func join(_ world: World, _ link: String, email: String = "") async throws -> Member {
        let secret = try await world.workspace.join(
            link, .init(name: "Cy", email: email, password: World.password), device: "test")
        return try await world.workspace.member(session: secret)
    }

    @Test(arguments: Engine.all) func anInvitationWorksOnceAndGivesItsRolesAndAddress(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let link = try await world.workspace.invite(
                as: admin, email: " Cy@Example.org ", roles: [.auditor, .clerk])
            let member = try await join(world, link, email: "CY@example.org ")
            #expect(member.email == "cy@example.org")
            #expect(member.roles == [.auditor, .clerk])
            #expect(member.organisation == admin.organisation)
            #expect(await Refusal.of { _ = try await join(world, link) } == .notFound)
        }
    }

    @Test(arguments: Engine.all) func anotherAddressThanTheInvitationsIsRefusedInItsField(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let link = try await world.workspace.invite(as: admin, email: "cy@example.org", roles: [.clerk])
            do {
                _ = try await join(world, link, email: "other@example.org")
                Issue.record("The other address was taken.")
            } catch WorkspaceError.invalid(let faults) {
                #expect(faults.faults.map(\.path) == ["email"])
                #expect(
                    faults.faults.first?.problem == "This invitation is for cy@example.org, not for other@example.org.")
            }
            // The link was not used up by that.
            #expect(try await join(world, link, email: "cy@example.org").email == "cy@example.org")
        }
    }

    @Test(arguments: Engine.all) func anInvitationEndsAfterSevenDays(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let link = try await world.workspace.invite(as: admin, email: "cy@example.org", roles: [.clerk])
            world.time.pass(7 * Moment.day - 1)
            #expect(try await world.workspace.link(link).email == "cy@example.org")
            world.time.pass(1)
            #expect(await Refusal.of { _ = try await join(world, link) } == .notFound)
            let later = try await world.signIn("ada@larkfield.example")
            #expect(try await world.workspace.openLinks(as: later).isEmpty)
        }
    }

    @Test(arguments: Engine.all) func aRevokedInvitationIsNotFound(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let link = try await world.workspace.invite(as: admin, email: "cy@example.org", roles: [.clerk])
            let open = try await world.workspace.openLinks(as: admin)
            #expect(open.count == 1)
            try await world.workspace.revokeLink(as: admin, hash: open[0].hash)
            #expect(await Refusal.of { _ = try await join(world, link) } == .notFound)
            #expect(
                await Refusal.of { try await world.workspace.revokeLink(as: admin, hash: open[0].hash) } == .notFound)
        }
    }

    @Test(arguments: Engine.all) func anAddressThatIsInUseIsRefused(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let other = try await world.another("Prairie", email: "bea@prairie.example")
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.invite(as: admin, email: "ADA@larkfield.example", roles: [.clerk])
                } == .invalid)
            // Whether somebody elsewhere has it shows only to whoever holds the link.
            let link = try await world.workspace.invite(as: other, email: "ada@larkfield.example", roles: [.clerk])
            #expect(await Refusal.of { _ = try await join(world, link) } == .invalid)
            // The link was not used up by that.
            _ = try await world.workspace.link(link)
        }
    }

    @Test(arguments: Engine.all) func whatIsNoAddressOrNoRoleIsRefused(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let wrong = [
                "", "x", "x@", "@x.y", "a@b", "a b@c.d", "a@b.c\n", "a@@b.c", "a@.c", "a@c.", "a\0@b.c",
                String(repeating: "a", count: 260) + "@b.c",
            ].filter { Workspace.normalised($0) != "a@b.c" }
            for email in wrong {
                #expect(
                    await Refusal.of {
                        _ = try await world.workspace.invite(as: admin, email: email, roles: [.clerk])
                    } == .invalid, "\(email.debugDescription)")
            }
            #expect(
                await Refusal.of { _ = try await world.workspace.invite(as: admin, email: "a@b.cd", roles: []) }
                    == .invalid)
        }
    }

    @Test(arguments: Engine.all) func anEvaluatorsInvitationAssignsAndGivesThatRoleOnly(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let analyst = try await world.person([.analyst], "an@example.org", by: admin)
            let id = try await world.workspace.makeCase(as: analyst, text: caseText()).id
            let link = try await world.workspace.invite(
                as: analyst, email: "cy@example.org", roles: [.administrator], caseID: id, evaluator: "ana")
            let member = try await join(world, link)
            #expect(member.roles == [.evaluator])
            #expect(try await world.workspace.ownSheet(as: member, id).evaluator == "ana")
            #expect(try await world.workspace.sheetsToScore(as: member).map(\.caseID) == [id])
            #expect(await Refusal.of { _ = try await world.workspace.cases(as: member) } == .forbidden)
        }
    }

    @Test(arguments: Engine.all) func anInvitationIsForAnEvaluatorThatTheCaseHasAndNobodyIs(
        engine: Engine
    ) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let id = try await world.workspace.makeCase(as: admin, text: caseText()).id
            for evaluator in ["nobody", nil] {
                #expect(
                    await Refusal.of {
                        _ = try await world.workspace.invite(
                            as: admin, email: "cy@example.org", roles: [], caseID: id, evaluator: evaluator)
                    } == .invalid)
            }
            try await world.workspace.assign(as: admin, id, evaluator: "ana", to: admin.person)
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.invite(
                        as: admin, email: "cy@example.org", roles: [], caseID: id, evaluator: "ana")
                } == .refused)
        }
    }
}
