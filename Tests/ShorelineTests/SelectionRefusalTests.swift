import Compute
import Notation
import Testing

/// Wrong requests to `selection.rank` and `selection.weights`, each with its whole message.
@Suite struct SelectionRefusalTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        var name = "selection.rank"
        /// The request as JSON.
        var request: String
        var message: String
        var testDescription: String { message }
    }

    static let refusals = [
        Refusal(
            request: #"{"method": "electre", "matrix": [[1]], "weights": [1], "directions": ["max"]}"#,
            message: #"method: Expected one of "value", "topsis", "vikor", "promethee2", found "electre"."#),
        Refusal(
            request: #"{"method": "topsis", "matrix": [[1]], "weights": [1]}"#,
            message: #"directions: The key "directions" is missing. Give "max" or "min" for each criterion."#),
        Refusal(
            request: #"{"method": "topsis", "matrix": [[1]], "weights": [1], "directions": ["up"]}"#,
            message: #"directions[0]: Expected "max" or "min", found "up"."#),
        Refusal(
            request: #"{"method": "topsis", "matrix": [[1, null]], "weights": [1, 1], "directions": ["max", "min"]}"#,
            message:
                "matrix[0][1]: The value is missing, and this method needs every value. Give it, or ask selection.acceptability, which models a missing answer as uncertain."
        ),
        Refusal(
            request: #"{"method": "topsis", "matrix": [[1, "a"]], "weights": [1, 1], "directions": ["max", "min"]}"#,
            message: #"matrix[0][1]: Expected a finite number or null, found "a"."#),
        Refusal(
            request:
                #"{"method": "topsis", "matrix": [[1]], "weights": [1], "directions": ["max"], "parameters": {"v": 1}}"#,
            message: #"parameters.v: Unknown key "v". Known keys: normalisation."#),
        Refusal(
            request: #"{"method": "value", "matrix": [[1]], "weights": [1], "directions": ["max"]}"#,
            message: #"parameters.scales: The key "scales" is missing. Give one scale a criterion."#),
        Refusal(
            request:
                #"{"method": "value", "matrix": [[1]], "weights": [1], "directions": ["max"], "parameters": {"scales": [{"points": [[0, 0], [1]]}]}}"#,
            message: "parameters.scales[0].points[1]: Expected a point [x, value], found a list."),
        Refusal(
            request:
                #"{"method": "promethee2", "matrix": [[1]], "weights": [1], "directions": ["max"], "parameters": {"preferences": [{"type": "usual", "q": 1}]}}"#,
            message:
                #"parameters.preferences[0].q: The preference function "usual" has no threshold q. Leave it out."#),
        Refusal(
            request:
                #"{"method": "promethee2", "matrix": [[1]], "weights": [1], "directions": ["max"], "parameters": {"preferences": [{"type": "linear", "q": 1}]}}"#,
            message:
                #"parameters.preferences[0].p: The key "p" is missing. Give the threshold p, a number in the criterion's unit."#
        ),
        Refusal(
            name: "selection.weights", request: #"{"method": "roc", "order": [0], "points": [1]}"#,
            message: #"points: Unknown key "points". Known keys: method, order."#),
        Refusal(
            name: "selection.weights", request: #"{"method": "roc", "order": [0, 0.5]}"#,
            message: "order[1]: Expected an item, counted from 0, found 0.5."),
        Refusal(
            name: "selection.weights", request: #"{"method": "ahp", "comparisons": [[1]]}"#,
            message: #"estimator: The key "estimator" is missing. Give one of "eigenvector", "geometric-mean"."#),
        Refusal(
            name: "selection.weights",
            request: #"{"method": "ahp", "comparisons": [[1, null], [null, 1]], "estimator": "eigenvector"}"#,
            message:
                "comparisons: No comparison links the items [0] and [1]. Compare one item of each group with one of another: at least 1 more judgements."
        ),
    ]

    @Test(arguments: refusals) func refuses(_ refusal: Refusal) throws {
        // Without places, which are not what is tested here.
        let request = try ComputeExampleTests.tree(JSONText.object(refusal.request))
        let faults = #expect(throws: Faults.self) { _ = try Compute.respond(to: refusal.name, request: request) }
        #expect(faults?.description == refusal.message)
    }

    @Test func tiesInAnOrder() throws {
        let answer = try Compute.respond(
            to: "selection.weights",
            request: ComputeExampleTests.tree(JSONText.object(#"{"method": "roc", "order": [[0, 1]]}"#)))
        #expect(answer["weights"]?.list?.map(\.double) == [0.5, 0.5])
    }
}
