import Foundation
import Scorecards
import Storage
import Testing

@testable import Workspace

@Suite struct AuditTests {
    /// What each changing function writes, in an order in which they can run.
    @Test(arguments: Engine.all) func everyChangeWritesExactlyOneEntry(engine: Engine) async throws {
        try await World.on(engine) { world in
            let workspace = world.workspace
            let admin = try await world.begin()
            var count = try await world.entries(admin)
            #expect(try await workspace.audit(as: admin).map(\.action) == ["person.join", "link.first-start"])
            func writes<Answer: Sendable>(_ action: String?, _ change: () async throws -> Answer) async throws -> Answer
            {
                let answer = try await change()
                let now = try await world.entries(admin)
                #expect(now - count == (action == nil ? 0 : 1), "\(action ?? "nothing")")
                if let action { #expect(try await workspace.audit(as: admin, limit: 1).map(\.action) == [action]) }
                count = now
                return answer
            }
            let id = try await writes("case.create") { try await workspace.makeCase(as: admin, text: caseText()) }.id
            _ = try await writes("case.save") {
                try await workspace.saveCase(as: admin, id, text: caseText("2"), base: 1)
            }
            _ = try await writes(nil) { try await workspace.saveCase(as: admin, id, text: caseText("2"), base: 2) }
            _ = try await writes("case.restore") { try await workspace.restoreCase(as: admin, id, number: 1, base: 2) }
            try await writes("case.archive") { try await workspace.setArchived(as: admin, id, true) }
            try await writes("case.reopen") { try await workspace.setArchived(as: admin, id, false) }
            let link = try await writes("person.invite") {
                try await workspace.invite(as: admin, email: "cy@example.org", roles: [.analyst])
            }
            let secret = try await writes("person.join") {
                try await workspace.join(link, .init(name: "Cy", email: "", password: World.password), device: "")
            }
            let cy = try await workspace.member(session: secret)
            count = try await world.entries(admin)
            _ = try await writes("person.invite") {
                try await workspace.invite(as: cy, email: "e@example.org", roles: [], caseID: id, evaluator: "ben")
            }
            let open = try await workspace.openLinks(as: admin)
            try await writes("link.revoke") { try await workspace.revokeLink(as: admin, hash: open[0].hash) }
            try await writes("scoring.assign") {
                try await workspace.assign(as: admin, id, evaluator: "ana", to: cy.person)
            }
            try await writes(nil) { try await workspace.saveDraft(as: cy, id, fields: ["a": "b"]) }
            _ = try await writes("scoring.hand-in") {
                try await workspace.handIn(as: cy, id, entries: sheet(2), reason: nil)
            }
            _ = try await writes(nil) { try await workspace.handIn(as: cy, id, entries: sheet(2), reason: nil) }
            try await writes("scoring.open") { try await workspace.openBids(as: admin, id) }
            _ = try await writes("scoring.change") {
                try await workspace.handIn(as: cy, id, entries: sheet(3), reason: "x")
            }
            let job = try await writes("job.start") {
                try await workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1)
            }
            _ = try await writes("job.cancel") { try await workspace.cancelJob(as: admin, job.id) }
            _ = try await writes(nil) { try await workspace.cancelJob(as: admin, job.id) }
            try await writes("person.roles") { try await workspace.setRoles(as: admin, of: cy.person, to: [.auditor]) }
            try await writes(nil) { try await workspace.setRoles(as: admin, of: cy.person, to: [.auditor]) }
            let reset = try await writes("link.password") {
                try await workspace.passwordLink(as: admin, for: cy.person)
            }
            _ = try await writes("person.password") {
                try await workspace.setPassword(reset, password: "another four words", device: "")
            }
            try await writes("person.disable") { try await workspace.setDisabled(as: admin, cy.person, true) }
            try await writes("person.enable") { try await workspace.setDisabled(as: admin, cy.person, false) }
            _ = try await writes("token.create") {
                try await workspace.makeToken(as: admin, name: "X", scopes: [.read])
            }
            let token = try await workspace.tokens(as: admin)[0]
            try await writes("token.revoke") { try await workspace.revokeToken(as: admin, id: token.id) }
            try await writes("person.password") {
                try await workspace.changePassword(
                    as: admin, old: World.password, new: "another four words", address: "")
            }
            let again = try await writes("session.start") { try await world.signIn(admin.email, "another four words") }
            try await writes("session.end") { try await workspace.signOut(as: again) }
            let door = try await writes("link.sign-in") { try await workspace.signInLink() }
            _ = try await writes("session.start") { try await workspace.signIn(link: door, device: "") }
            try await writes("session.end-all") { try await workspace.signOutEverywhere(as: admin) }
            let fresh = try await world.signIn(admin.email, "another four words")
            let verdict = try await workspace.verifyAudit(as: fresh)
            #expect(verdict.broken == nil)
            #expect(verdict.entries == count + 1)
        }
    }

    @Test(arguments: Engine.all) func aFailingChangeLeavesNeitherItselfNorAnEntry(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let workspace = world.workspace
            let id = try await workspace.makeCase(as: admin, text: caseText()).id
            // The head is put where its next number is taken: the last statement of each change fails.
            try await world.database.write(in: admin.scope) {
                _ = try $0.run("UPDATE audit_heads SET number = 0 WHERE organisation = ?1")
            }
            let before = try await tables(world)
            let cases: [@Sendable () async throws -> Void] = [
                { _ = try await workspace.makeCase(as: admin, text: caseText("Other")) },
                { _ = try await workspace.saveCase(as: admin, id, text: caseText("Other"), base: 1) },
                { try await workspace.setArchived(as: admin, id, true) },
                { _ = try await workspace.invite(as: admin, email: "x@example.org", roles: [.clerk]) },
                { try await workspace.assign(as: admin, id, evaluator: "ana", to: admin.person) },
                { try await workspace.openBids(as: admin, id) },
                { _ = try await workspace.makeDecisionJob(as: admin, id, trials: 1000, seed: 1) },
                { try await workspace.setRoles(as: admin, of: admin.person, to: [.administrator]) },
                { _ = try await workspace.makeToken(as: admin, name: "X", scopes: [.read]) },
                { try await workspace.signOutEverywhere(as: admin) },
            ]
            for (number, change) in cases.enumerated() {
                let refusal = await Refusal.of(change)
                guard case .storage(.constraint(.unique, _)) = refusal else {
                    Issue.record("\(number): \(String(describing: refusal))")
                    continue
                }
            }
            #expect(try await tables(world) == before)
        }
    }

    @Test(arguments: Engine.all) func thoseWhoWriteAtOnceDoNotForkTheChain(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let before = try await world.entries(admin)
            let outcomes = await withTaskGroup(of: Refusal?.self) { group in
                for number in 0..<32 {
                    group.addTask {
                        await Refusal.of {
                            _ = try await world.workspace.makeCase(as: admin, text: caseText("C\(number)"))
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            // SQLite lets them wait in line. On PostgreSQL all collide on the head's row, and whoever collided too often
            // is told that it is busy and that nothing was kept.
            var busy = 0
            for outcome in outcomes {
                guard let refusal = outcome else { continue }
                #expect(refusal == .storage(.busy))
                busy += 1
            }
            #expect(outcomes.count == 32)
            #expect(engine.kind == .postgresql || busy == 0)
            let verdict = try await world.workspace.verifyAudit(as: admin)
            #expect(verdict.broken == nil)
            #expect(verdict.entries == before + 32 - busy)
        }
    }

    @Test(arguments: Engine.all) func pagesAndFiltersFindWhatIsThere(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            for number in 0..<9 { _ = try await world.workspace.makeCase(as: admin, text: caseText("C\(number)")) }
            var numbers: [Int] = []
            var before: Int?
            while true {
                let page = try await world.workspace.audit(as: admin, before: before, limit: 4)
                guard let last = page.last else { break }
                numbers += page.map(\.number)
                before = last.number
            }
            #expect(numbers == (1...11).reversed())
            #expect(try await world.workspace.audit(as: admin, action: "case.").count == 9)
            #expect(try await world.workspace.audit(as: admin, action: "%").isEmpty)
            #expect(try await world.workspace.audit(as: admin, action: "ca_e").isEmpty)
            #expect(try await world.workspace.audit(as: admin, actor: "system").map(\.action) == ["link.first-start"])
        }
    }

    /// A change of the file behind the program's back, and the first entry that shows it; nil where none can.
    static let forgeries: [(name: String, sql: [String], broken: Int?)] = [
        ("nothing", [], nil),
        ("detail", ["UPDATE audit SET detail = 'x' WHERE number = 3"], 3),
        ("actor", ["UPDATE audit SET actor = 'x' WHERE number = 4"], 4),
        ("action", ["UPDATE audit SET action = 'case.read' WHERE number = 5"], 5),
        ("time", ["UPDATE audit SET at = at + 1 WHERE number = 1"], 1),
        ("subject", ["UPDATE audit SET subject = '' WHERE number = 6"], 6),
        ("hash", ["UPDATE audit SET hash = previous WHERE number = 2"], 2),
        ("first", ["DELETE FROM audit WHERE number = 1"], 1),
        ("middle", ["DELETE FROM audit WHERE number = 4"], 4),
        ("last", ["DELETE FROM audit WHERE number = 7"], 7),
        ("tail", ["DELETE FROM audit WHERE number > 3"], 4),
        ("head", ["DELETE FROM audit_heads"], 8),
        ("all entries", ["DELETE FROM audit"], 1),
        (
            "swapped",
            [
                "UPDATE audit SET number = 100 WHERE number = 3", "UPDATE audit SET number = 3 WHERE number = 4",
                "UPDATE audit SET number = 4 WHERE number = 100",
            ], 3
        ),
    ]

    @Test(arguments: forgeries) func whatIsForgedIsFound(
        name: String, sql: [String], broken: Int?
    ) async throws {
        try await Engine(kind: .sqlite).withDatabase { database, _ in
            let world = World(database)
            let admin = try await world.begin()
            for number in 0..<5 { _ = try await world.workspace.makeCase(as: admin, text: caseText("C\(number)")) }
            let head = try await world.workspace.verifyAudit(as: admin).head
            try await database.write { store in
                for row in try store.rows(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
                {
                    _ = try store.run("DROP TRIGGER \"\(row.text("name"))\"")
                }
                for statement in sql { _ = try store.run(statement) }
            }
            let verdict = try await world.workspace.verifyAudit(as: admin)
            #expect(verdict.broken?.number == broken, "\(verdict.broken?.problem ?? "")")
            #expect(try await world.workspace.verifyAudit() == [verdict])
            // A page follows the newest entries only: what was forged among them is found, and where they begin is said.
            let recent = try await world.workspace.verifyAudit(as: admin, newest: 3)
            if let broken, broken >= 5 { #expect(recent.broken?.number == broken) }
            if name == "time" { #expect(recent.broken == nil && recent.first == 5 && recent.entries == 7) }
            // A head that was noted elsewhere tells of a tail that was cut with its head's row.
            try await database.write { _ = try $0.run("DELETE FROM audit") }
            #expect(try await !world.workspace.auditHolds(head))
        }
    }

    private func tables(_ world: World) async throws -> [String: [Row]] {
        var all: [String: [Row]] = [:]
        for table in Schema.order {
            all[table] = try await world.database.read { try $0.rows("SELECT * FROM \(table)") }
        }
        return all
    }
}
