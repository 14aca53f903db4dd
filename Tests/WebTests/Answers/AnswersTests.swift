import HummingbirdTesting
import HTTPTypes
import Choosing
import Economics
import Notation
import Sourcing
import Testing

@testable import Web
@testable import Workspace

@Suite struct AnswersTests {
    @Test func theAPIAnswersWhatTheEnginesDo() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let text = caseText("Invoices, again")
            let path = "/api/cases/\(own.caseID)"
            let decision = try await site.send(.get, "\(path)/decision?trials=1000&seed=3", as: .session(ours))
            // The same engine by its own door, with the same case: the same figures.
            let request = Tree.map([
                ("case", try CaseReader.tree(text: text)), ("trials", .number(1000)), ("seed", .number(3)),
            ])
            let direct = try await site.send(
                .post, "/api/compute/economics.simulate", as: .session(ours), .json(JSONWriter.text(request)))
            #expect(direct.status == .ok, "\(direct.text.prefix(300))")
            // The API adds words to the figures; what both say is the same.
            let figures = try #require(direct.json?.entries)
            #expect(figures.count > 3)
            for figure in figures {
                let known = decision.json?[figure.key].map { JSONWriter.text($0) }
                #expect(known == JSONWriter.text(figure.value), "\(figure.key)")
            }
            // Asked again it is the same, and a change that is tried is not kept.
            let tried = try await site.send(
                .get, "\(path)/decision?trials=1000&seed=3&set=options.pune.price.perTransaction%3D0.1",
                as: .session(ours))
            #expect(tried.status == .ok)
            #expect(tried.text != decision.text)
            let again = try await site.send(.get, "\(path)/decision?trials=1000&seed=3", as: .session(ours))
            #expect(again.text == decision.text)
        }
    }

    @Test func theListOfCasesSaysWhatIsKnownAndWorksNothingOut() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let path = "/cases/\(own.caseID)/decision"
            func list() async throws -> String { try await site.send(.get, "/cases", as: .session(ours)).text }
            #expect(try await list().contains("Not worked out yet."))
            // What an answer from few futures says is not what the case says.
            let few = try await site.send(.get, "/api\(path)?trials=1000", as: .session(ours))
            #expect(few.status == .ok)
            #expect(try await list().contains("Not worked out yet."))
            #expect(try await site.send(.get, path, as: .session(ours)).status == .ok)
            let known = try await list()
            #expect(!known.contains("Not worked out yet."))
            #expect(known.contains("<a href=\"\(path)\">"))
            // Another text has another answer.
            let member = try await site.workspace.member(session: ours)
            _ = try await site.workspace.saveCase(as: member, own.caseID, text: caseText("Anew"), base: 2)
            #expect(try await list().contains("Not worked out yet."))
        }
    }

    @Test func whatCannotBeTriedIsRefusedWithItsPlace() async throws {
        try await TestSite.on { site in
            let ours = try await site.begin()
            let own = try await Holdings.make(site, ours, "cy@alpha.example")
            let path = "/api/cases/\(own.caseID)/decision"
            let many = [String](repeating: "set=a%3D1", count: 101).joined(separator: "&")
            for query in [
                "set=nothing", "set=options.nowhere.price%3D1", "trials=99", "trials=100001", "trials=x", "seed=-1",
                "seed=1.5", "version=0", "version=x", many,
            ] {
                let answer = try await site.send(.get, "\(path)?\(query)", as: .session(ours))
                #expect(answer.status == .unprocessableContent, "\(query.prefix(60))")
            }
            #expect(try await site.send(.get, "\(path)?version=3", as: .session(ours)).status == .notFound)
        }
    }
}
