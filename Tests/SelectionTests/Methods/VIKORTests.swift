import Testing

@testable import Selection

@Suite struct VIKORTests {
    /// Opricovic & Tzeng (2004), their mountain climber: risk of 1, 2, 5 against an altitude of 3000, 3750, 4500, both of
    /// weight ½. Worked by hand: the middle way is the compromise.
    @Test func mountainClimber() throws {
        let matrix = try DecisionMatrix(
            rows: [[1, 3000], [2, 3750], [5, 4500]], weights: [0.5, 0.5], directions: [.minimise, .maximise])
        let answer = try VIKOR(matrix)
        #expect(answer.s == [0.5, 0.375, 0.5] && answer.r == [0.5, 0.25, 0.5] && answer.q == [1, 0, 1])
        #expect(answer.compromise == [1] && answer.ranks == [2, 1, 2])
        #expect(answer.acceptableAdvantage && answer.acceptableStability && answer.requiredAdvantage == 0.5)
    }

    /// The advantage fails: everyone nearer than 1 / (m − 1) is part of the compromise.
    @Test func advantageFails() throws {
        let matrix = try DecisionMatrix(
            rows: [[1.0, 0], [0.95, 0.02], [0, 1]], weights: [0.6, 0.4], directions: [.maximise, .maximise])
        let answer = try VIKOR(matrix)
        #expect(!answer.acceptableAdvantage)
        #expect(answer.compromise.count == 2 && Set(answer.compromise) == [0, 1])
    }

    /// Only stability fails: the first by Q is first neither by S nor by R.
    @Test func stabilityFails() throws {
        var found = 0
        for seed in 0..<20_000 where found < 5 {
            let values = MethodSamples.uniform(18, seed: UInt64(seed))
            let answer = try VIKOR(
                try DecisionMatrix(
                    values: values, criteria: 3, weights: [0.4, 0.35, 0.25],
                    directions: [.maximise, .maximise, .minimise]))
            let order = Ranks.order(answer.q, ascending: true)
            let first = order[0]
            let stable = answer.s[first] == answer.s.min() || answer.r[first] == answer.r.min()
            #expect(stable == answer.acceptableStability)
            guard answer.acceptableAdvantage, !stable else { continue }
            found += 1
            #expect(answer.compromise == Array(order.prefix(2)))
        }
        #expect(found > 0)
    }

    @Test func nothingSeparates() throws {
        let one = try VIKOR(try DecisionMatrix(rows: [[3]], weights: [1], directions: [.minimise]))
        #expect(one.compromise == [0] && one.q == [0] && one.requiredAdvantage == nil)
        let alike = try VIKOR(
            try DecisionMatrix(rows: [[3, 1], [3, 1]], weights: [1, 3], directions: [.minimise, .maximise]))
        #expect(alike.compromise == [0, 1] && alike.q == [0, 0] && alike.ranks == [1, 1])
    }

    @Test func affineRescalingDoesNotMatter() throws {
        let matrix = try MethodSamples.mixed(alternatives: 50, criteria: 7, seed: 3)
        let scaled = try DecisionMatrix(
            values: matrix.values.map { 12 + 8 * $0 }, criteria: 7, weights: matrix.weights,
            directions: matrix.directions)
        #expect(MethodSamples.near(try VIKOR(matrix).q, try VIKOR(scaled).q, 1e-12))
    }

    @Test func majorityOutsideItsRange() throws {
        let matrix = try DecisionMatrix(rows: [[3]], weights: [1], directions: [.minimise])
        #expect(
            MethodSamples.message { _ = try VIKOR(matrix, majority: 1.5) }
                == "parameters.v: The weight v of the majority is 1.5. Give a number from 0 to 1, such as 0.5.")
    }
}
