import Testing

@testable import Selection

@Suite struct WeightedValueTests {
    static func matrix(_ rows: [[Double?]]) throws -> DecisionMatrix {
        try DecisionMatrix(rows: rows, weights: [3, 1], directions: [.maximise, .minimise])
    }
    static let scales: [ValueFunction] = [
        .exponential(worst: 0, best: 10, curvature: 0),
        .points([ValuePoint(x: 0, value: 1), ValuePoint(x: 50, value: 0.8), ValuePoint(x: 100, value: 0)]),
    ]

    @Test func addsUp() throws {
        let answer = try WeightedValue(Self.matrix([[5, 50], [12, 75], [0, 0]]), scales: Self.scales)
        #expect(MethodSamples.near(answer.scores, [0.575, 0.85, 0.25], 1e-15))
        #expect(answer.ranks == [2, 1, 3])
        #expect(answer.clamped == [.init(alternative: 1, criterion: 0, found: 12)])
    }

    /// What the scales are fixed for: who else takes part changes nobody's score.
    @Test func othersDoNotMatter() throws {
        let rows = (0..<20).map { i in
            MethodSamples.uniform(2, seed: UInt64(i)).enumerated().map { Optional($1 * ($0 == 0 ? 10 : 100)) }
        }
        let all = try WeightedValue(Self.matrix(rows), scales: Self.scales)
        let some = try WeightedValue(Self.matrix(Array(rows.dropLast(7))), scales: Self.scales)
        #expect(Array(all.scores.prefix(13)) == some.scores)
    }

    @Test func scaleAgainstItsDirection() throws {
        let matrix = try Self.matrix([[1, 2]])
        #expect(
            MethodSamples.message { _ = try WeightedValue(matrix, scales: Self.scales.reversed()) } == """
                parameters.scales[0]: The scale is best at 0 and worst at 100, but the direction is "max". Turn the scale round, or give the direction "min".
                parameters.scales[1]: The scale is best at 10 and worst at 0, but the direction is "min". Turn the scale round, or give the direction "max".
                """)
        #expect(
            MethodSamples.message { _ = try WeightedValue(matrix, scales: []) }
                == "parameters.scales: There are 0 scales for 2 criteria. Give one scale a criterion.")
    }
}
