import Compute
import Foundation
import Notation
import Testing

/// The doors `selection.acceptability` and `selection.stability`: every form of knowledge, and wrong requests.
@Suite struct SelectionRequestTests {
    static func tree(_ json: String) throws -> Tree {
        ComputeExampleTests.tree(
            try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed))
    }

    static func acceptability(_ weights: String) throws -> Tree {
        try Compute.respond(
            to: "selection.acceptability",
            request: tree(
                """
                {"values": [[1, 0, 0.2], [0, 1, {"low": 0.1, "high": 0.3}], [0, 0.1, null]], "weightKnowledge": \
                \(weights), "samples": 2000}
                """))
    }

    @Test(arguments: [
        (#"{"kind": "none"}"#, "direct"), (#"{"kind": "point", "weights": [3, 1, 1]}"#, "fixed"),
        (#"{"kind": "order", "order": [0, 2, 1]}"#, "direct"),
        (#"{"kind": "points", "points": [[50, 100], [10, 20], [0, 5]]}"#, "direct"),
        (#"{"kind": "intervals", "intervals": [[0.2, 0.5], [0, 1], [0.1, 0.6]]}"#, "rejection"),
        (
            #"{"kind": "constraints", "constraints": [[-1, 1, 0, 0], {"a": [0, 1, -1], "b": 0.1, "title": "close"}]}"#,
            "rejection"
        ),
        (#"{"kind": "constraints", "constraints": [[1, -2, 0, 0], [-1, 2, 0, 0]]}"#, "hitAndRun"),
    ])
    func everyKindOfKnowledge(_ weights: String, _ sampling: String) throws {
        let answer = try Self.acceptability(weights)
        #expect(answer["sampling"]?["kind"]?.string == sampling)
        let first = try #require(answer["rankAcceptability"]?.list?.compactMap { $0.list?[0].double })
        #expect(abs(first.reduce(0, +) - 1) < 1e-12)
        let centres = try #require(answer["centralWeights"]?.list)
        for (partner, share) in first.enumerated() {
            #expect((share == 0) == centres[partner].isNull)
            #expect((share == 0) == (answer["confidence"]?.list?[partner].isNull ?? false))
        }
    }

    @Test func nothingSaidOfWeightsIsNone() throws {
        let answer = try Compute.respond(
            to: "selection.acceptability", request: Self.tree(#"{"values": [[0.4], [0.2]], "samples": 10}"#))
        #expect(answer["rankAcceptability"]?.list?[0].list?[0].double == 1)
    }

    @Test(arguments: [
        (
            #"{"kind": "nine"}"#,
            "weightKnowledge.kind: There is no kind \"nine\". Did you mean none? Known: none, point, order, points, intervals, constraints."
        ),
        (
            #"{"kind": "order", "intervals": []}"#,
            "weightKnowledge.intervals: Unknown key \"intervals\". Known keys: kind, order."
        ),
        (#"{"kind": "order", "order": [0, 1.5, 2]}"#, "weightKnowledge.order[1]: Expected a whole number, found 1.5."),
        (
            #"{"kind": "intervals", "intervals": [[0.5, 0.2], [0, 1], [0, 1]]}"#,
            "weightKnowledge.intervals[0]: The low end 0.5 is above the high end 0.2. Give [low, high]."
        ),
        (
            #"{"kind": "intervals", "intervals": [[0.5, 0.6], [0.6, 1], [0, 1]]}"#,
            "weightKnowledge.intervals[0]: No weights fit: weight 0 is at least 0.5 and weight 1 is at least 0.6, which sums to 1.1, above 1. The smallest change that mends it: lower the low end of weight "
        ),
        (
            #"{"kind": "constraints", "constraints": [[1]]}"#,
            "weightKnowledge.constraints[0]: Expected a list of rows [a…, b] or {a: […], b}, each Σ a·w ≤ b, found a list."
        ),
    ])
    func wrongKnowledge(_ weights: String, _ expected: String) {
        let found: String
        do {
            _ = try Self.acceptability(weights)
            found = "nothing thrown"
        } catch { found = "\(error)" }
        #expect(found.hasPrefix(expected), "\(found)")
    }

    @Test func stabilityOfOnePartner() throws {
        let answer = try Compute.respond(
            to: "selection.stability", request: Self.tree(#"{"values": [[0.4, 0.1]], "weights": [1, 1]}"#))
        #expect(answer["winner"]?.double == 0)
        #expect(answer["runnerUp"]?.isNull == true && answer["nearestFlip"]?.isNull == true)
    }
}
