import Notation
import Storage
import Testing

@testable import Workspace

@Suite struct CaseTests {
    @Test(arguments: Engine.all) func aTextWithFaultsIsRefusedWithAllOfThem(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let broken = caseText().replacing("kind: data-entry", with: "kind: juggling")
                .replacing("country: IN", with: "country: Atlantis").replacing("months: 12", with: "months: twelve")
            func faults(_ body: () async throws -> Void) async -> [String] {
                do {
                    try await body()
                    return []
                } catch WorkspaceError.invalid(let faults) {
                    return faults.faults.map(\.path)
                } catch {
                    return ["\(error)"]
                }
            }
            let expected = ["functions.entry.kind", "horizon.months", "options.pune.country"]
            #expect(
                await faults { _ = try await world.workspace.makeCase(as: admin, text: broken) }.sorted() == expected)
            #expect(try await world.workspace.cases(as: admin).isEmpty)
            let id = try await world.workspace.makeCase(as: admin, text: caseText()).id
            #expect(
                await faults { _ = try await world.workspace.saveCase(as: admin, id, text: broken, base: 1) }.sorted()
                    == expected)
            #expect(try await world.workspace.caseLine(as: admin, id).head == 1)
        }
    }

    @Test(arguments: Engine.all) func aVersionIsWrittenOnTopOfTheOneThatWasSeen(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let workspace = world.workspace
            let line = try await workspace.makeCase(as: admin, text: caseText("One"), note: "first")
            #expect(line.head == 1)
            #expect(line.title == "One")
            #expect(line.client == "Larkfield")
            world.time.pass(Moment.minute)
            #expect(try await workspace.saveCase(as: admin, line.id, text: caseText("Two"), base: 1, note: "why") == 2)
            // The same text is no version.
            #expect(try await workspace.saveCase(as: admin, line.id, text: caseText("Two"), base: 2) == 2)
            for base in [1, 3, 0, -1, .max] {
                do {
                    _ = try await workspace.saveCase(as: admin, line.id, text: caseText("Three"), base: base)
                    Issue.record("written on \(base)")
                } catch WorkspaceError.outdated(let current) {
                    #expect(current == 2)
                }
            }
            let versions = try await workspace.versions(as: admin, line.id)
            #expect(versions.map(\.number) == [2, 1])
            #expect(versions.map(\.note) == ["why", "first"])
            #expect(versions.map(\.author) == [admin.person, admin.person])
            #expect(try await workspace.caseVersion(as: admin, line.id, number: 1).text == caseText("One"))
            #expect(try await workspace.caseVersion(as: admin, line.id).text == caseText("Two"))
            #expect(try await workspace.caseLine(as: admin, line.id).title == "Two")
            for number in [0, 3, -1] {
                #expect(
                    await Refusal.of { _ = try await workspace.caseVersion(as: admin, line.id, number: number) }
                        == .notFound)
            }
        }
    }

    @Test(arguments: Engine.all) func lettersThatOnlyLookTheSameMakeAVersion(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let id = try await world.workspace.makeCase(as: admin, text: caseText("Caf\u{e9}")).id
            let decomposed = caseText("Cafe\u{301}")
            #expect(try await world.workspace.saveCase(as: admin, id, text: decomposed, base: 1) == 2)
            let kept = try await world.workspace.caseVersion(as: admin, id).text
            #expect(Array(kept.utf8) == Array(decomposed.utf8))
        }
    }

    @Test(arguments: Engine.all) func ofThirtyTwoWhoSaveAtOnceExactlyOneWins(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let id = try await world.workspace.makeCase(as: admin, text: caseText("Start")).id
            for round in 1...3 {
                let outcomes = await withTaskGroup(of: (Int, Refusal?).self) { group in
                    for number in 0..<32 {
                        group.addTask {
                            let text = caseText("Round \(round) by \(number)")
                            return (
                                number,
                                await Refusal.of {
                                    _ = try await world.workspace.saveCase(as: admin, id, text: text, base: round)
                                }
                            )
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                let winners = outcomes.filter { $0.1 == nil }.map(\.0)
                #expect(winners.count == 1)
                #expect(outcomes.count { $0.1 == .outdated } == 31)
                let text = try await world.workspace.caseVersion(as: admin, id).text
                #expect(text == caseText("Round \(round) by \(winners.first ?? -1)"))
                #expect(try await world.workspace.caseLine(as: admin, id).head == round + 1)
            }
            #expect(try await world.workspace.verifyAudit(as: admin).broken == nil)
        }
    }

    @Test(arguments: Engine.all) func aVersionThatIsRestoredStandsAsANewOne(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let workspace = world.workspace
            let id = try await workspace.makeCase(as: admin, text: caseText("One")).id
            _ = try await workspace.saveCase(as: admin, id, text: caseText("Two"), base: 1)
            #expect(
                await Refusal.of { _ = try await workspace.restoreCase(as: admin, id, number: 1, base: 1) }
                    == .outdated)
            #expect(
                await Refusal.of { _ = try await workspace.restoreCase(as: admin, id, number: 9, base: 2) }
                    == .notFound)
            #expect(try await workspace.restoreCase(as: admin, id, number: 1, base: 2) == 3)
            let versions = try await workspace.versions(as: admin, id)
            #expect(versions.map(\.restored) == [1, nil, nil])
            #expect(try await workspace.caseVersion(as: admin, id, number: 2).text == caseText("Two"))
            #expect(try await workspace.caseLine(as: admin, id).title == "One")
        }
    }

    @Test(arguments: Engine.all) func whatIsWrittenIsNeitherChangedNorRemoved(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let id = try await world.workspace.makeCase(as: admin, text: caseText("One")).id
            try await world.workspace.assign(as: admin, id, evaluator: "ana", to: admin.person)
            _ = try await world.workspace.handIn(as: admin, id, entries: sheet(2), reason: nil)
            for (table, column) in [("case_versions", "text"), ("case_scores", "line"), ("audit", "detail")] {
                for statement in [
                    "UPDATE \(table) SET \(column) = 'x' WHERE organisation = ?1",
                    "DELETE FROM \(table) WHERE organisation = ?1",
                ] {
                    let refusal = await Refusal.of {
                        try await world.database.write(in: admin.scope) { _ = try $0.run(statement) }
                    }
                    #expect(refusal == .storage(.constraint(.appendOnly, table)), "\(statement)")
                }
            }
        }
    }

    @Test(arguments: Engine.all) func aCaseThatIsPutAwayIsElsewhereAndComesBack(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let workspace = world.workspace
            let id = try await workspace.makeCase(as: admin, text: caseText("One")).id
            try await workspace.assign(as: admin, id, evaluator: "ana", to: admin.person)
            try await workspace.setArchived(as: admin, id, true)
            #expect(try await workspace.cases(as: admin).isEmpty)
            #expect(try await workspace.cases(as: admin, archived: true).map(\.id) == [id])
            #expect(try await workspace.sheetsToScore(as: admin).isEmpty)
            #expect(try await workspace.caseLine(as: admin, id).isArchived)
            let entries = try await world.entries(admin)
            try await workspace.setArchived(as: admin, id, true)
            #expect(try await world.entries(admin) == entries)
            try await workspace.setArchived(as: admin, id, false)
            #expect(try await workspace.cases(as: admin).map(\.id) == [id])
        }
    }

    @Test(arguments: Engine.all) func pagesHaveNoGapsAndNoRepeats(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let workspace = world.workspace
            var made: [String] = []
            // Many of one moment: the clock moves after every fifth only.
            for number in 0..<23 {
                if number % 5 == 0 { world.time.pass(1) }
                made.append(try await workspace.makeCase(as: admin, text: caseText("Case \(number)")).id)
            }
            for size in [1, 2, 7, 23, 50] {
                var found: [String] = []
                var after: (changedAt: Int64, id: String)?
                for _ in 0..<30 {
                    let page = try await workspace.cases(as: admin, after: after, limit: size)
                    found += page.map(\.id)
                    guard let last = page.last else { break }
                    after = (last.changedAt, last.id)
                }
                #expect(found.count == 23)
                #expect(Set(found) == Set(made))
            }
            let id = made[0]
            for number in 1..<12 {
                _ = try await workspace.saveCase(as: admin, id, text: caseText("Version \(number)"), base: number)
            }
            var numbers: [Int] = []
            var before = Int.max
            while let page = Optional(try await workspace.versions(as: admin, id, before: before, limit: 5)),
                let last = page.last
            {
                numbers += page.map(\.number)
                before = last.number
            }
            #expect(numbers == (1...12).reversed())
        }
    }

    @Test(arguments: Engine.all) func whatOthersChangedIsUnseenUntilLookedAt(engine: Engine) async throws {
        try await World.on(engine) { world in
            let admin = try await world.begin()
            let cy = try await world.person([.analyst], "cy@example.org", by: admin)
            let workspace = world.workspace
            let id = try await workspace.makeCase(as: admin, text: caseText("One")).id
            #expect(try await workspace.unseen(as: admin).isEmpty)
            #expect(try await workspace.unseen(as: cy).map(\.id) == [id])
            try await workspace.looked(as: cy, id, version: 1)
            #expect(try await workspace.unseen(as: cy).isEmpty)
            _ = try await workspace.saveCase(as: admin, id, text: caseText("Two"), base: 1)
            #expect(try await workspace.unseen(as: cy).map(\.id) == [id])
            #expect(await Refusal.of { try await workspace.looked(as: cy, "none", version: 1) } == .notFound)
        }
    }
}
