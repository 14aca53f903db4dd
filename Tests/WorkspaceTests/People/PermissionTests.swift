import Scorecards
import Storage
import Testing

@testable import Workspace

/// A public function of the workspace, as a test calls it, and who may.
struct Door: Sendable, CustomTestStringConvertible {
    enum Who: Sendable, Hashable {
        case can(Permission)
        case anybody
        /// Whoever sits at a keyboard: no token.
        case session
        /// One's own sheet: a token needs `read` or `write`.
        case reading
        /// … and to change it, `write`.
        case writing
    }

    var name: String
    var who: Who
    /// Whether a token without the scope `write` is refused although its owner may read.
    var writes = false
    /// Whether a token is refused whatever its scopes.
    var needsSession = false
    var call: @Sendable (Workspace, Member, Ids) async throws -> Void
    var testDescription: String { name }

    /// What a call is about.
    struct Ids: Sendable {
        var caseID = "none"
        var job = "none"
        var person = "none"
        var token = "none"
        var link = "none"
        var number = 1
        var evaluator = "ana"
    }

    func mayPass(_ member: Member) -> Bool {
        let tokenWrites = member.scopes?.contains(.write) ?? true
        let tokenReads = member.scopes.map { $0.contains(.read) || $0.contains(.write) } ?? true
        switch who {
        case .can(let permission):
            return member.can(permission) && (!writes || tokenWrites) && (!needsSession || member.session != nil)
        case .anybody: return true
        case .session: return member.session != nil
        case .reading: return tokenReads
        case .writing: return tokenWrites
        }
    }

    static let all: [Door] = [
        .init(name: "cases", who: .can(.readCases)) { w, m, _ in _ = try await w.cases(as: m) },
        .init(name: "archived", who: .can(.readCases)) { w, m, _ in _ = try await w.cases(as: m, archived: true) },
        .init(name: "standingDigests", who: .can(.readCases)) { w, m, _ in _ = try await w.standingDigests(as: m) },
        .init(name: "caseTitles", who: .can(.readCases)) { w, m, i in
            _ = try await w.caseTitles(as: m, of: [i.caseID])
        },
        .init(name: "caseLine", who: .can(.readCases)) { w, m, i in _ = try await w.caseLine(as: m, i.caseID) },
        .init(name: "caseVersion", who: .can(.readCases)) { w, m, i in
            _ = try await w.caseVersion(as: m, i.caseID, number: i.number)
        },
        .init(name: "standing version", who: .can(.readCases)) { w, m, i in
            _ = try await w.caseVersion(as: m, i.caseID)
        },
        .init(name: "versions", who: .can(.readCases)) { w, m, i in _ = try await w.versions(as: m, i.caseID) },
        .init(name: "makeCase", who: .can(.changeCases)) { w, m, _ in _ = try await w.makeCase(as: m, text: caseText())
        },
        .init(name: "saveCase", who: .can(.changeCases)) { w, m, i in
            _ = try await w.saveCase(as: m, i.caseID, text: caseText(), base: 1)
        },
        .init(name: "restoreCase", who: .can(.changeCases)) { w, m, i in
            _ = try await w.restoreCase(as: m, i.caseID, number: i.number, base: 1)
        },
        .init(name: "setArchived", who: .can(.changeCases)) { w, m, i in
            try await w.setArchived(as: m, i.caseID, false)
        },
        .init(name: "looked", who: .can(.readCases)) { w, m, i in try await w.looked(as: m, i.caseID, version: 1) },
        .init(name: "unseen", who: .can(.readCases)) { w, m, _ in _ = try await w.unseen(as: m) },
        .init(name: "scoring", who: .can(.readCases)) { w, m, i in _ = try await w.scoring(as: m, i.caseID) },
        .init(name: "scoredCase", who: .can(.readCases)) { w, m, i in _ = try await w.scoredCase(as: m, i.caseID) },
        .init(name: "scored version", who: .can(.readCases)) { w, m, i in
            _ = try await w.scoredCase(as: m, i.caseID, number: i.number)
        },
        .init(name: "scoreLines", who: .can(.readCases)) { w, m, i in _ = try await w.scoreLines(as: m, i.caseID) },
        .init(name: "assignments", who: .can(.readCases)) { w, m, i in _ = try await w.assignments(as: m, i.caseID) },
        .init(name: "scorers", who: .can(.moderate)) { w, m, _ in _ = try await w.scorers(as: m) },
        .init(name: "assign", who: .can(.moderate)) { w, m, i in
            try await w.assign(as: m, i.caseID, evaluator: i.evaluator, to: i.person)
        },
        .init(name: "openBids", who: .can(.moderate)) { w, m, i in try await w.openBids(as: m, i.caseID) },
        .init(name: "sheetsToScore", who: .reading) { w, m, _ in _ = try await w.sheetsToScore(as: m) },
        .init(name: "ownSheet", who: .reading) { w, m, i in _ = try await w.ownSheet(as: m, i.caseID) },
        .init(name: "saveDraft", who: .writing) { w, m, i in try await w.saveDraft(as: m, i.caseID, fields: ["a": "b"])
        },
        .init(name: "handIn", who: .writing) { w, m, i in
            _ = try await w.handIn(as: m, i.caseID, entries: sheet(2), reason: nil)
        },
        .init(name: "makeDecisionJob", who: .can(.readCases), writes: true) { w, m, i in
            _ = try await w.makeDecisionJob(as: m, i.caseID, trials: 1000, seed: 1)
        },
        .init(name: "job", who: .can(.readCases)) { w, m, i in _ = try await w.job(as: m, i.job) },
        .init(name: "jobs", who: .can(.readCases)) { w, m, i in _ = try await w.jobs(as: m, caseID: i.caseID) },
        .init(name: "cancelJob", who: .can(.readCases), writes: true) { w, m, i in
            _ = try await w.cancelJob(as: m, i.job)
        },
        .init(name: "people", who: .can(.managePeople)) { w, m, _ in _ = try await w.people(as: m) },
        .init(name: "names", who: .anybody) { w, m, _ in _ = try await w.names(as: m) },
        .init(name: "setRoles", who: .can(.managePeople)) { w, m, i in
            try await w.setRoles(as: m, of: i.person, to: [.clerk, .auditor])
        },
        .init(name: "setDisabled", who: .can(.managePeople)) { w, m, i in try await w.setDisabled(as: m, i.person, true)
        },
        .init(name: "invite", who: .can(.managePeople)) { w, m, _ in
            _ = try await w.invite(as: m, email: "new@example.org", roles: [.clerk])
        },
        .init(name: "invite an evaluator", who: .can(.moderate)) { w, m, i in
            _ = try await w.invite(as: m, email: "new@example.org", roles: [], caseID: i.caseID, evaluator: "ben")
        },
        .init(name: "passwordLink", who: .can(.managePeople), needsSession: true) { w, m, i in
            _ = try await w.passwordLink(as: m, for: i.person)
        },
        .init(name: "openLinks", who: .can(.managePeople)) { w, m, _ in _ = try await w.openLinks(as: m) },
        .init(name: "revokeLink", who: .can(.managePeople)) { w, m, i in try await w.revokeLink(as: m, hash: i.link) },
        .init(name: "makeToken", who: .session) { w, m, _ in
            _ = try await w.makeToken(as: m, name: "X", scopes: [.read])
        },
        .init(name: "tokens", who: .anybody) { w, m, _ in _ = try await w.tokens(as: m) },
        .init(name: "revokeToken", who: .session) { w, m, i in try await w.revokeToken(as: m, id: i.token) },
        .init(name: "changePassword", who: .session) { w, m, _ in
            try await w.changePassword(as: m, old: "wrong", new: "another four words", address: "a")
        },
        .init(name: "sessions", who: .anybody) { w, m, _ in _ = try await w.sessions(as: m) },
        .init(name: "signOutEverywhere", who: .session) { w, m, _ in try await w.signOutEverywhere(as: m) },
        .init(name: "audit", who: .can(.readAudit)) { w, m, _ in _ = try await w.audit(as: m) },
        .init(name: "verifyAudit", who: .can(.readAudit)) { w, m, _ in _ = try await w.verifyAudit(as: m) },
    ]
}

@Suite struct PermissionTests {
    /// Who is let through, and that whoever is not is told so before anything else: a role must not find out by what
    /// is refused which ids exist.
    @Test(arguments: Engine.all) func everyFunctionAsksForItsRight(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let id = try await world.workspace.makeCase(as: admin, text: caseText()).id
            var members: [Member] = []
            for role in Role.allCases {
                members.append(try await world.person([role], "\(role.rawValue)@example.org", by: admin))
            }
            for scopes: Set<TokenScope> in [[.read], [.write], [.people], [.audit], Set(TokenScope.allCases)] {
                members.append(try await world.token(of: admin, scopes))
            }
            for door in Door.all where door.name != "signOutEverywhere" {
                for member in members where !door.mayPass(member) {
                    let known = Door.Ids(caseID: id, person: admin.person)
                    for ids in [known, Door.Ids()] {
                        let refusal = await Refusal.of { try await door.call(world.workspace, member, ids) }
                        #expect(
                            refusal == .forbidden,
                            "\(door.name) as \(member.roles.sorted()) with \(member.scopes.map { "\($0)" } ?? "all")")
                    }
                }
                for member in members where door.mayPass(member) {
                    let refusal = await Refusal.of { try await door.call(world.workspace, member, Door.Ids()) }
                    #expect(refusal != .forbidden, "\(door.name) as \(member.roles) with \(member.scopes ?? [])")
                    if case .storage = refusal { Issue.record("\(door.name): \(String(describing: refusal))") }
                }
            }
        }
    }

    static let roles: [(Role, Set<Permission>)] = [
        (.administrator, Set(Permission.allCases)),
        (.analyst, [.readCases, .changeCases, .moderate, .sendWork, .readWork]),
        (.partnerManager, [.readCases, .readWork]), (.auditor, [.readCases, .readAudit, .readWork]), (.evaluator, []),
        (.supervisor, [.work, .supervise, .sendWork, .readWork]), (.clerk, [.work]),
    ]

    @Test func whatEachRoleMay() {
        #expect(Set(Self.roles.map(\.0)) == Set(Role.allCases))
        for (role, permissions) in Self.roles { #expect(role.permissions == permissions) }
    }

    @Test(arguments: Engine.all) func whatEachScopeMay(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let table: [(TokenScope, Set<Permission>)] = [
                (.read, [.readCases, .readWork]), (.write, [.readCases, .changeCases, .moderate]),
                (.people, [.managePeople]), (.audit, [.readAudit]),
                (.work, [.work, .supervise, .sendWork, .readWork]),
            ]
            for (scope, permissions) in table {
                let token = try await world.token(of: admin, [scope])
                #expect(Set(Permission.allCases.filter(token.can)) == permissions)
            }
            // A token never may more than its owner.
            let clerk = try await world.person([.clerk], "cy@example.org", by: admin)
            let token = try await world.token(of: clerk, Set(TokenScope.allCases))
            #expect(Permission.allCases.filter(token.can) == [.work])
            // … and what its owner loses, it loses.
            let analyst = try await world.person([.analyst], "di@example.org", by: admin)
            let text = try await world.workspace.makeToken(as: analyst, name: "X", scopes: [.write])
            try await world.workspace.setRoles(as: admin, of: analyst.person, to: [.clerk])
            #expect(try await !world.workspace.member(token: text).can(.readCases))
        }
    }

    @Test(arguments: Engine.all) func aRevokedTokenIsNobodyAndOnlyItsOwnerRevokes(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let other = try await world.person([.administrator], "cy@example.org", by: admin)
            let text = try await world.workspace.makeToken(as: admin, name: " Robot ", scopes: [.read])
            let token = try #require(try await world.workspace.tokens(as: admin).first)
            #expect(token.name == "Robot")
            #expect(try await world.workspace.tokens(as: other).isEmpty)
            #expect(await Refusal.of { try await world.workspace.revokeToken(as: other, id: token.id) } == .notFound)
            try await world.workspace.revokeToken(as: admin, id: token.id)
            #expect(await Refusal.of { try await world.workspace.revokeToken(as: admin, id: token.id) } == .notFound)
            #expect(await Refusal.of { _ = try await world.workspace.member(token: text) } == .signedOut)
            for (name, scopes): (String, Set<TokenScope>) in [
                ("", [.read]), ("x", []), (String(repeating: "x", count: 81), [.read]),
            ] {
                #expect(
                    await Refusal.of { _ = try await world.workspace.makeToken(as: admin, name: name, scopes: scopes) }
                        == .invalid)
            }
        }
    }

    @Test(arguments: Engine.all) func aTokenMakesNoLinkThatOpensASession(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let token = try await world.token(of: admin, [.people, .write])
            #expect(
                await Refusal.of { _ = try await world.workspace.passwordLink(as: token, for: admin.person) }
                    == .forbidden)
        }
    }

    @Test(arguments: Engine.all) func theLastAdministratorIsKept(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let workspace = world.workspace
            #expect(
                await Refusal.of { try await workspace.setRoles(as: admin, of: admin.person, to: [.analyst]) }
                    == .refused)
            #expect(await Refusal.of { try await workspace.setDisabled(as: admin, admin.person, true) } == .refused)
            #expect(await Refusal.of { try await workspace.setRoles(as: admin, of: admin.person, to: []) } == .invalid)
            let second = try await world.person([.administrator], "cy@example.org", by: admin)
            try await workspace.setDisabled(as: admin, second.person, true)
            // One who is disabled does not count.
            #expect(await Refusal.of { try await workspace.setDisabled(as: admin, admin.person, true) } == .refused)
            try await workspace.setDisabled(as: admin, second.person, false)
            // Two who take each other's right at once: one stays.
            async let first = Refusal.of { try await workspace.setRoles(as: admin, of: second.person, to: [.clerk]) }
            async let other = Refusal.of { try await workspace.setRoles(as: second, of: admin.person, to: [.clerk]) }
            let outcomes = await [first, other]
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .refused } == 1)
        }
    }

    /// An administrator may make tokens and links: a stolen token that made one could not be taken back.
    @Test(arguments: Engine.all) func aTokenMakesNoAdministrator(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let text = try await world.workspace.makeToken(as: admin, name: "X", scopes: [.people, .write, .read])
            let program = try await world.workspace.member(token: text)
            let link = try await world.workspace.invite(as: program, email: "cy@example.org", roles: [.clerk])
            let secret = try await world.workspace.join(
                link, .init(name: "Cy", email: "", password: World.password), device: "test")
            let cy = try await world.workspace.member(session: secret).person
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.invite(
                        as: program, email: "di@example.org", roles: [.administrator, .clerk])
                } == .refused)
            #expect(
                await Refusal.of {
                    try await world.workspace.setRoles(as: program, of: cy, to: [.administrator])
                } == .refused)
            try await world.workspace.setRoles(as: program, of: cy, to: [.analyst])
            try await world.workspace.setRoles(as: admin, of: cy, to: [.administrator])
            #expect(try await world.workspace.member(session: secret).roles == [.administrator])
        }
    }
}
