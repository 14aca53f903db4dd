import Scorecards
import Storage
import Testing

@testable import Workspace

@Suite struct ScoringTests {
    struct Panel: Sendable {
        var admin: Member
        var ana: Member
        var ben: Member
        var id: String
    }

    private func panel(_ world: World) async throws -> Panel {
        let admin = try await world.begin()
        let id = try await world.workspace.makeCase(as: admin, text: caseText()).id
        var members: [Member] = []
        for evaluator in ["ana", "ben"] {
            let link = try await world.workspace.invite(
                as: admin, email: "\(evaluator)@example.org", roles: [], caseID: id, evaluator: evaluator)
            let secret = try await world.workspace.join(
                link, .init(name: evaluator, email: "", password: World.password), device: "test")
            members.append(try await world.workspace.member(session: secret))
        }
        return Panel(admin: admin, ana: members[0], ben: members[1], id: id)
    }

    /// Everything that anybody can get of the organisation, as text.
    private func everything(_ world: World, _ members: [Member], _ id: String) async -> String {
        let workspace = world.workspace
        var out = ""
        func take<Answer>(_ body: () async throws -> Answer) async {
            do { out += "\n" + String(reflecting: try await body()) } catch { out += "\n" + String(reflecting: error) }
        }
        for member in members {
            await take { try await workspace.scoring(as: member, id) }
            await take { try await workspace.scoredCase(as: member, id) }
            await take { try await workspace.scoreLines(as: member, id) }
            await take { try await workspace.assignments(as: member, id) }
            await take { try await workspace.audit(as: member) }
            await take { try await workspace.verifyAudit(as: member) }
            await take { try await workspace.caseLine(as: member, id) }
            await take { try await workspace.caseVersion(as: member, id) }
            await take { try await workspace.versions(as: member, id) }
            await take { try await workspace.ownSheet(as: member, id) }
            await take { try await workspace.sheetsToScore(as: member) }
            await take { try await workspace.jobs(as: member) }
            await take { try await workspace.openLinks(as: member) }
            await take { try await workspace.people(as: member) }
        }
        return out
    }

    @Test(arguments: Engine.all) func nothingOfASheetIsSeenBeforeTheOpening(engine: Engine) async throws {
        try await World.on(engine) { world in
            let panel = try await panel(world)
            let auditor = try await world.person([.auditor, .partnerManager], "aud@example.org", by: panel.admin)
            let others = [panel.admin, panel.ben, auditor]
            let before = await everything(world, others, panel.id)
            try await world.workspace.saveDraft(
                as: panel.ana, panel.id, fields: ["note.deccan.quality": "SECRET-DRAFT"])
            #expect(await !everything(world, others, panel.id).contains("SECRET"))
            let entries = sheet(3.5, note: "SECRET-NOTE")
            #expect(try await world.workspace.handIn(as: panel.ana, panel.id, entries: entries, reason: nil))
            let after = await everything(world, others, panel.id)
            #expect(!after.contains("SECRET"))
            #expect(!after.contains("3.5"))
            #expect(after != before)
            let state = try await world.workspace.scoring(as: panel.admin, panel.id)
            #expect(state.handIns.map(\.evaluator) == ["ana"])
            #expect(state.handIns.map(\.scored) == [4])
            #expect(state.log == nil)
            let scored = try await world.workspace.scoredCase(as: panel.admin, panel.id)
            #expect(scored.log.records.isEmpty)
            #expect(scored.blindSheets == 1)
            #expect(
                await Refusal.of { _ = try await world.workspace.scoreLines(as: panel.admin, panel.id) } == .refused)
            // One's own, one sees.
            #expect(try await world.workspace.ownSheet(as: panel.ana, panel.id).standing == entries)
            #expect(try await world.workspace.ownSheet(as: panel.ben, panel.id).standing == nil)
        }
    }

    /// What is shown of the log's last line before the opening is a digest: it must not be one that can be found by
    /// trying all sheets, of which a small case has few.
    @Test(arguments: Engine.all) func theHeadTellsNothingEvenWhoTriesAllSheets(engine: Engine) async throws {
        var heads: Set<String> = []
        for _ in 0..<2 {
            try await World.on(engine) { world in
                let panel = try await panel(world)
                _ = try await world.workspace.handIn(as: panel.ana, panel.id, entries: sheet(2), reason: nil)
                heads.insert(try await world.workspace.scoring(as: panel.admin, panel.id).head)
            }
        }
        // The same names, scores and moment twice: other digests.
        #expect(heads.count == 2)
    }

    @Test(arguments: Engine.all) func aSheetChangesFreelyUntilTheOpeningAndWithAReasonAfter(
        engine: Engine
    ) async throws {
        try await World.on(engine) { world in
            let panel = try await panel(world)
            let workspace = world.workspace
            #expect(try await workspace.handIn(as: panel.ana, panel.id, entries: sheet(2), reason: nil))
            #expect(try await !workspace.handIn(as: panel.ana, panel.id, entries: sheet(2), reason: nil))
            #expect(try await workspace.handIn(as: panel.ana, panel.id, entries: sheet(3), reason: nil))
            try await workspace.openBids(as: panel.admin, panel.id)
            #expect(await Refusal.of { try await workspace.openBids(as: panel.admin, panel.id) } == .invalid)
            for reason in [nil, "", "  \n"] {
                #expect(
                    await Refusal.of {
                        _ = try await workspace.handIn(as: panel.ana, panel.id, entries: sheet(4), reason: reason)
                    } == .invalid)
            }
            #expect(
                try await workspace.handIn(as: panel.ana, panel.id, entries: sheet(4), reason: "I misread the bid."))
            let log = try await workspace.scoredCase(as: panel.admin, panel.id).log
            #expect(log.records.map(\.kind) == [.sheet, .sheet, .opening, .change])
            #expect(log.records.last?.reason == "I misread the bid.")
            #expect(log.standing["ana"] == sheet(4))
            let lines = try await workspace.scoreLines(as: panel.admin, panel.id)
            #expect(try EvaluationLog(Array(lines.map { $0 + "\n" }.joined().utf8)).head == log.head)
        }
    }

    @Test(arguments: Engine.all) func ofTwoWhoOpenAtOnceOneDoes(engine: Engine) async throws {
        try await World.on(engine) { world in
            let panel = try await panel(world)
            _ = try await world.workspace.handIn(as: panel.ana, panel.id, entries: sheet(2), reason: nil)
            let outcomes = await withTaskGroup(of: Refusal?.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        await Refusal.of { try await world.workspace.openBids(as: panel.admin, panel.id) }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1)
            #expect(outcomes.count { $0 == .invalid } == 7)
            #expect(try await world.workspace.scoreLines(as: panel.admin, panel.id).count == 2)
        }
    }

    @Test(arguments: Engine.all) func sheetsThatComeAtOnceMakeOneChain(engine: Engine) async throws {
        try await World.on(engine) { world in
            let panel = try await panel(world)
            let outcomes = await withTaskGroup(of: Refusal?.self) { group in
                for number in 0..<16 {
                    let member = number % 2 == 0 ? panel.ana : panel.ben
                    group.addTask {
                        await Refusal.of {
                            _ = try await world.workspace.handIn(
                                as: member, panel.id, entries: sheet(Double(number % 4 + 1), note: "n\(number)"),
                                reason: nil)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.allSatisfy { $0 == nil })
            try await world.workspace.openBids(as: panel.admin, panel.id)
            #expect(try await world.workspace.scoredCase(as: panel.admin, panel.id).log.records.count == 17)
            #expect(try await world.workspace.verifyAudit(as: panel.admin).broken == nil)
        }
    }

    @Test(arguments: Engine.all) func aDraftIsItsWritersAloneAndEndsWithTheHandIn(engine: Engine) async throws {
        try await World.on(engine) { world in
            let panel = try await panel(world)
            let fields = ["score.deccan.quality": "not a number", "note.x": "ü\u{1F600}"]
            try await world.workspace.saveDraft(as: panel.ana, panel.id, fields: fields)
            #expect(try await world.workspace.ownSheet(as: panel.ana, panel.id).draft?.fields == fields)
            #expect(try await world.workspace.ownSheet(as: panel.ben, panel.id).draft == nil)
            #expect(
                await Refusal.of {
                    try await world.workspace.saveDraft(
                        as: panel.ana, panel.id, fields: ["a": String(repeating: "x", count: 1 << 20)])
                } == .invalid)
            _ = try await world.workspace.handIn(as: panel.ana, panel.id, entries: sheet(2), reason: nil)
            #expect(try await world.workspace.ownSheet(as: panel.ana, panel.id).draft == nil)
            // Whoever has no part in the case finds none.
            #expect(
                await Refusal.of { try await world.workspace.saveDraft(as: panel.admin, panel.id, fields: [:]) }
                    == .notFound)
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.handIn(as: panel.admin, panel.id, entries: sheet(2), reason: nil)
                } == .notFound)
        }
    }

    @Test(arguments: Engine.all) func onePersonIsOneEvaluatorAndTheOtherWayRound(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let cy = try await world.person([.evaluator], "cy@example.org", by: admin)
            let workspace = world.workspace
            let id = try await workspace.makeCase(as: admin, text: caseText()).id
            func assign(_ evaluator: String, _ member: Member) async -> Refusal? {
                await Refusal.of { try await workspace.assign(as: admin, id, evaluator: evaluator, to: member.person) }
            }
            #expect(await assign("nobody", cy) == .invalid)
            #expect(await assign("ana", cy) == nil)
            #expect(await assign("ben", cy) == .refused)
            #expect(await assign("ana", admin) == .refused)
            #expect(await assign("ben", admin) == nil)
            let assignments = try await workspace.assignments(as: admin, id)
            #expect(assignments.map(\.evaluator) == ["ana", "ben"])
            #expect(assignments.map(\.person) == [cy.person, admin.person])
        }
    }

    @Test(arguments: Engine.all) func aSheetOfAnotherScaleOrWithForeignBoxesIsRefused(engine: Engine) async throws {
        try await World.on(engine) { world in
            let panel = try await panel(world)
            func handIn(_ entries: [ScoreCell: ScoreEntry], scale: String? = nil) async -> Refusal? {
                await Refusal.of {
                    _ = try await world.workspace.handIn(
                        as: panel.ana, panel.id, entries: entries, scale: scale, reason: nil)
                }
            }
            #expect(
                await handIn([ScoreCell(partner: "x", criterion: "quality"): ScoreEntry(low: 1, high: 1)]) == .invalid)
            #expect(await handIn(sheet(2), scale: "000000000000") == .invalid)
            #expect(try await world.workspace.scoring(as: panel.admin, panel.id).handIns.isEmpty)
        }
    }
}
