import Foundation
import Scorecards
import Storage
import Testing

@testable import Workspace

/// Numbers that come again for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct TenancyTests {
    /// What one organisation has done, as far as a test knows.
    struct Model {
        var admin: Member
        /// Stands in every text that the organisation writes.
        var mark: String
        var versions: [String: [String]] = [:]
        var archived: Set<String> = []
        var jobs: [String] = []
        var people: [String] = []
        var tokens: Set<String> = []
        var links: Set<String> = []
        var count = 0

        /// Everything that names something of this organisation.
        var names: [String] {
            [mark, admin.organisation, admin.person] + versions.keys + jobs + people + tokens + links
        }
    }

    @Test(arguments: Engine.all, [1, 2, 3] as [UInt64])
    func nothingOfAnotherOrganisationIsReached(engine: Engine, seed: UInt64) async throws {
        try await World.on(engine) { world in
            var random = SeededGenerator(seed: seed)
            var models = [
                Model(admin: try await world.begin("ALPHA", email: "ada@alpha.example"), mark: "ALPHA"),
                Model(
                    admin: try await world.another("BRAVO", email: "bea@bravo.example", person: "BRAVO Bea"),
                    mark: "BRAVO"),
            ]
            for index in 0..<2 {
                let admin = models[index].admin
                models[index].people.append(admin.person)
                models[index].mark = index == 0 ? "ALPHA" : "BRAVO"
            }
            for step in 0..<60 {
                let actor = Int.random(in: 0..<2, using: &random)
                world.time.pass(Int64.random(in: 0...3, using: &random))
                try await run(world, &models[actor], &random)
                let context = "seed \(seed), step \(step)"
                try await checkOwn(world, models[actor], context)
                for index in 0..<2 { await checkForeign(world, models[index], models[1 - index], context, &random) }
            }
        }
    }

    private func run(_ world: World, _ model: inout Model, _ random: inout SeededGenerator) async throws {
        let workspace = world.workspace
        let admin = model.admin
        model.count += 1
        let words = "\(model.mark) \(model.count)"
        let known = model.versions.keys.sorted().randomElement(using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1:
            let text = caseText(words, client: model.mark)
            model.versions[try await workspace.makeCase(as: admin, text: text, note: words).id] = [text]
        case 2, 3:
            guard let known, let base = model.versions[known]?.count else { return }
            let text = caseText(words, client: model.mark)
            let number = try await workspace.saveCase(as: admin, known, text: text, base: base, note: words)
            #expect(number == base + 1)
            model.versions[known]?.append(text)
        case 4:
            guard let known, let texts = model.versions[known], let number = texts.indices.randomElement(using: &random)
            else { return }
            let stands = try await workspace.restoreCase(as: admin, known, number: number + 1, base: texts.count)
            if texts[number] != texts[texts.count - 1] { model.versions[known]?.append(texts[number]) }
            #expect(stands == model.versions[known]?.count)
        case 5:
            guard let known else { return }
            let isArchived = !model.archived.contains(known)
            try await workspace.setArchived(as: admin, known, isArchived)
            if isArchived { model.archived.insert(known) } else { model.archived.remove(known) }
        case 6:
            guard let known, model.jobs.count < 15 else { return }
            model.jobs.append(try await workspace.makeDecisionJob(as: admin, known, trials: 1000, seed: 1).id)
        case 7:
            let cy = try await world.person(
                [.analyst], "\(words.replacing(" ", with: "-").lowercased())@x.example", by: admin, name: words)
            model.people.append(cy.person)
        case 8:
            _ = try await workspace.makeToken(as: admin, name: words, scopes: [.read])
            model.tokens = Set(try await workspace.tokens(as: admin).map(\.id))
        default:
            _ = try await workspace.invite(
                as: admin, email: "\(model.mark.lowercased())\(model.count)@y.example", roles: [.clerk])
            model.links = Set(try await workspace.openLinks(as: admin).map(\.hash))
        }
    }

    /// The organisation finds what it wrote, all of it and nothing else.
    private func checkOwn(_ world: World, _ model: Model, _ context: String) async throws {
        let workspace = world.workspace
        let admin = model.admin
        let open = try await workspace.cases(as: admin)
        let away = try await workspace.cases(as: admin, archived: true)
        #expect(Set(open.map(\.id)) == Set(model.versions.keys).subtracting(model.archived), "\(context)")
        #expect(Set(away.map(\.id)) == model.archived, "\(context)")
        for line in open + away { #expect(line.head == model.versions[line.id]?.count, "\(context)") }
        let standing = model.versions.compactMapValues { $0.last.map { Secrets.hash($0) } }
        #expect(try await workspace.standingDigests(as: admin) == standing, "\(context)")
        #expect(Set(try await workspace.jobs(as: admin).map(\.id)) == Set(model.jobs), "\(context)")
        #expect(Set(try await workspace.people(as: admin).map(\.id)) == Set(model.people), "\(context)")
        if let (id, texts) = model.versions.first {
            for (index, text) in texts.enumerated() {
                #expect(try await workspace.caseVersion(as: admin, id, number: index + 1).text == text, "\(context)")
            }
        }
        #expect(try await workspace.verifyAudit(as: admin).broken == nil, "\(context)")
    }

    /// Through every function with every id of the other one: not found, exactly like what is nowhere, and no word of it.
    private func checkForeign(
        _ world: World, _ own: Model, _ other: Model, _ context: String, _ random: inout SeededGenerator
    ) async {
        let workspace = world.workspace
        var foreign = Door.Ids()
        foreign.caseID = other.versions.keys.sorted().randomElement(using: &random) ?? foreign.caseID
        foreign.job = other.jobs.randomElement(using: &random) ?? foreign.job
        foreign.person = other.people.randomElement(using: &random) ?? foreign.person
        foreign.token = other.tokens.sorted().randomElement(using: &random) ?? foreign.token
        foreign.link = other.links.sorted().randomElement(using: &random) ?? foreign.link
        let ownCase = own.versions.keys.sorted().randomElement(using: &random)
        // Changing functions that do not depend on an id would change the model.
        let skipped: Set = ["makeCase", "invite", "makeToken", "changePassword", "signOutEverywhere"]
        for door in Door.all where !skipped.contains(door.name) {
            let theirs = await said { try await door.call(workspace, own.admin, foreign) }
            let nobodys = await said { try await door.call(workspace, own.admin, Door.Ids()) }
            #expect(theirs == nobodys, "\(door.name), \(context)")
            for name in other.names { #expect(!theirs.contains(name), "\(door.name), \(context)") }
        }
        let titles = try? await workspace.caseTitles(as: own.admin, of: Set(other.versions.keys))
        #expect(titles == [:], "\(context)")
        // A person of theirs for a case of ours.
        if let ownCase {
            #expect(
                await Refusal.of {
                    try await workspace.assign(as: own.admin, ownCase, evaluator: "ana", to: foreign.person)
                } == .notFound, "\(context)")
        }
        for text in await everything(workspace, own) {
            for name in other.names { #expect(!text.contains(name), "\(context): \(text.prefix(200))") }
        }
    }

    private func said(_ body: () async throws -> Void) async -> String {
        do {
            try await body()
            return "done"
        } catch {
            return String(reflecting: error)
        }
    }

    /// All that an organisation's administrator can list.
    private func everything(_ workspace: Workspace, _ model: Model) async -> [String] {
        let admin = model.admin
        var out: [String] = []
        func take<Answer>(_ body: () async throws -> Answer) async {
            do { out.append(String(reflecting: try await body())) } catch { out.append(String(reflecting: error)) }
        }
        await take { try await workspace.cases(as: admin) }
        await take { try await workspace.cases(as: admin, archived: true) }
        await take { try await workspace.unseen(as: admin) }
        await take { try await workspace.standingDigests(as: admin) }
        await take { try await workspace.jobs(as: admin) }
        await take { try await workspace.people(as: admin) }
        await take { try await workspace.names(as: admin) }
        await take { try await workspace.scorers(as: admin).map(\.name) }
        await take { try await workspace.openLinks(as: admin) }
        await take { try await workspace.tokens(as: admin) }
        await take { try await workspace.sessions(as: admin) }
        await take { try await workspace.audit(as: admin, limit: 1000) }
        await take { try await workspace.verifyAudit(as: admin) }
        await take { try await workspace.sheetsToScore(as: admin) }
        return out
    }

    @Test(arguments: Engine.all) func aCodeOfOneOrganisationOpensNothingOfAnother(engine: Engine) async throws {
        try await World.on(engine) { world in
            let ours = try await world.begin()
            let theirs = try await world.another("Prairie", email: "bea@prairie.example")
            let link = try await world.workspace.invite(as: theirs, email: "x@example.org", roles: [.administrator])
            let secret = String(link.split(separator: ".")[1])
            // The secret of one organisation under the name of the other.
            let mixed = "\(ours.organisation).\(secret)"
            #expect(await Refusal.of { _ = try await world.workspace.link(mixed) } == .notFound)
            #expect(
                await Refusal.of {
                    _ = try await world.workspace.join(
                        mixed, .init(name: "X", email: "x@example.org", password: World.password), device: "")
                } == .notFound)
            let token = try await world.workspace.makeToken(as: theirs, name: "X", scopes: [.read])
            let foreign = "shoreline_\(ours.organisation).\(token.split(separator: ".")[1])"
            #expect(await Refusal.of { _ = try await world.workspace.member(token: foreign) } == .signedOut)
        }
    }

    @Test(arguments: Engine.all) func whatChangesIsToldToItsOwnOrganisationOnly(engine: Engine) async throws {
        try await World.on(engine) { world in
            let ours = try await world.begin()
            let theirs = try await world.another("Prairie", email: "bea@prairie.example")
            let heard = world.database.listen(to: "cases", in: ours.scope)
            // Listening begins before the first change: both databases take up a listener at once or a moment later.
            try await Task.sleep(for: .milliseconds(300))
            _ = try await world.workspace.makeCase(as: theirs, text: caseText("Theirs"))
            let own = try await world.workspace.makeCase(as: ours, text: caseText("Ours"))
            let first = await withTaskGroup(of: String?.self) { group in
                group.addTask { await heard.first { !$0.isEmpty } }
                group.addTask {
                    try? await Task.sleep(for: .seconds(10))
                    return nil
                }
                let first = await group.next() ?? nil
                group.cancelAll()
                return first
            }
            #expect(first == own.id)
        }
    }
}
