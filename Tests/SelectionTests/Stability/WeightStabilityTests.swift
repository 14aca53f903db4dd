import Notation
import Selection
import Testing

/// Exact intervals beside a grid that is walked.
@Suite struct WeightStabilityTests {
    static func winner(_ values: [[Double]], _ weights: [Double]) -> (Int, Double) {
        let totals = values.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        let best = totals.indices.max { totals[$0] < totals[$1] } ?? 0
        let second = totals.indices.filter { $0 != best }.map { totals[$0] }.max() ?? -1
        return (best, totals[best] - second)
    }

    @Test(arguments: 1...40) func intervalsAgreeWithAGrid(_ seed: Int) throws {
        var random = AcceptabilityRandom(UInt64(seed))
        let n = 2 + seed % 4
        let values = random.values(2 + seed % 5, n)
        let weights = SlowAcceptability.simplex(n, &random)
        let stability = try WeightStability(values: values, weights: weights.map { $0 * 7 })
        #expect(stability.winner == Self.winner(values, weights).0)
        for j in 0..<n {
            let interval = stability.intervals[j]
            #expect(interval.contains(weights[j]))
            for step in 0...500 {
                let t = Double(step) / 500
                let moved = weights.indices.map { $0 == j ? t : weights[$0] * (1 - t) / (1 - weights[j]) }
                let (winner, lead) = Self.winner(values, moved)
                if lead > 1e-9 { #expect((winner == stability.winner) == interval.contains(t), "\(j) at \(t)") }
            }
        }
    }

    @Test(arguments: 1...40) func breakEvenTies(_ seed: Int) throws {
        var random = AcceptabilityRandom(UInt64(seed) + 900)
        let values = random.values(4, 3)
        let weights = SlowAcceptability.simplex(3, &random)
        let stability = try WeightStability(values: values, weights: weights)
        let runnerUp = try #require(stability.runnerUp)
        for j in 0..<3 {
            guard let value = stability.breakEven[j] else {
                // Even the best value is not enough.
                let gap = stability.totals[stability.winner] - stability.totals[runnerUp]
                #expect(weights[j] * (1 - values[runnerUp][j]) < gap)
                continue
            }
            var changed = values
            changed[runnerUp][j] = value
            #expect(try WeightStability(values: changed, weights: weights).isTie)
        }
    }

    @Test func allTheWeightOnOne() throws {
        // The others share the rest equally: lead t − .5 (1 − t) (.2 + .4) = 1.3 t − .3.
        let stability = try WeightStability(values: [[1, 0.1, 0.2], [0, 0.3, 0.6]], weights: [3, 0, 0])
        #expect(stability.weights == [1, 0, 0])
        #expect(abs(stability.intervals[0].lowerBound - 0.3 / 1.3) < 1e-12)
        #expect(stability.intervals[0].upperBound == 1)
        #expect(stability.breakEven == [1, nil, nil])
    }

    @Test func onePartnerOrOneCriterion() throws {
        let alone = try WeightStability(values: [[0.2, 0.4]], weights: [1, 1])
        #expect(alone.runnerUp == nil && alone.nearestFlip == nil && !alone.isTie)
        #expect(alone.breakEven == [nil, nil] && alone.intervals == [0...1, 0...1])
        let single = try WeightStability(values: [[0.2], [0.4]], weights: [5])
        #expect(single.winner == 1 && single.intervals == [1...1] && single.breakEven == [0.4])
        #expect(single.flips == [nil, nil])
    }

    @Test func tiesGoToTheFirst() throws {
        // .1 + .2 and .3: equal but for rounding.
        let tie = try WeightStability(values: [[0.3, 0.3], [0.1, 0.5], [0.2, 0.1]], weights: [0.5, 0.5])
        #expect(tie.winner == 0 && tie.runnerUp == 1 && tie.isTie)
        #expect(tie.flips[1]?.euclidean.distance == 0)
        #expect(tie.breakEven == [0.1, 0.5])
        #expect(tie.intervals == [0.5...1, 0...0.5])
        let same = try WeightStability(values: [[0.3, 0.3], [0.3, 0.3]], weights: [0.1, 0.9])
        #expect(same.isTie && same.intervals == [0...1, 0...1])
    }

    @Test func refusals() {
        #expect(
            message { _ = try WeightStability(values: [[0.5]], weights: [0]) }
                == "weights: The weights sum to 0. Give at least one weight above 0, none of them huge.")
        #expect(
            message { _ = try WeightStability(values: [[0.5, 2]], weights: [1, 1]) }
                == "values[0][1]: The value 2 is outside 0 to 1. Give a value from 0 to 1.")
    }
}
