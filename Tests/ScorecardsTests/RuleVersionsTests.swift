import Notation
import Sourcing
import Testing

@testable import Scorecards

/// What else stands from the opening: each part is found when it changes, and only that part.
@Suite struct RuleVersionsTests {
    static let text = """
        case: Claims
        options:
          keep: { country: US }
          pune: { country: IN, price: { perTransaction: 1 } }
        selection:
          evaluators: { ana: {}, ben: {} }
          gates: { iso: { title: ISO } }
          criteria:
            price: { scale: { worst: 9, best: 2 }, weight: 100 }
            safety: { levels: [bad, good], weight: 50, veto: 1 }
          partners:
            a: { option: pune, gates: { iso: pass }, scores: { ana: { safety: 2 } } }
        """

    private func versions(_ old: String = "", _ new: String = "") throws -> RuleVersions {
        RuleVersions(try CaseReader.tree(text: old.isEmpty ? Self.text : Self.text.replacing(old, with: new)))
    }

    @Test(arguments: [
        ("worst: 9", "worst: 8", "scales"), ("levels: [bad, good]", "levels: [poor, good]", "scales"),
        ("weight: 50", "weight: 20", "weights"), ("veto: 1", "veto: 2", "vetoes"), (", veto: 1", "", "vetoes"),
        ("{ title: ISO }", "{ title: SOC }", "must-haves"), (", ben: {}", "", "evaluators"),
        ("iso: pass", "iso: fail", "answers and offers of the partners"),
        ("perTransaction: 1", "perTransaction: 2", "answers and offers of the partners"),
    ])
    func aChangeIsFoundInItsPart(_ old: String, _ new: String, _ part: String) throws {
        #expect(Self.text.contains(old))
        #expect(try versions(old, new).changed(since: try versions()) == [part])
    }

    @Test(arguments: [
        // Scores have a record of their own; what no partner is priced by, and the order of keys, mean nothing.
        ("safety: 2", "safety: 1"), ("keep: { country: US }", "keep: { country: CA }"),
        ("weight: 50, veto: 1", "veto: 1, weight: 50"),
    ])
    func whatDoesNotStandIsNoChange(_ old: String, _ new: String) throws {
        #expect(Self.text.contains(old))
        #expect(try versions(old, new).changed(since: try versions()).isEmpty)
    }

    @Test func anOlderLogKeptNone() throws {
        #expect(try versions().changed(since: RuleVersions(digests: [:])).isEmpty)
    }
}
