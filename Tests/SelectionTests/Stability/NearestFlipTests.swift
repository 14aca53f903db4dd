import Selection
import Testing

@testable import Selection

/// Exact distances beside grids, linear programs and the conditions of an optimum.
@Suite struct NearestFlipTests {
    @Test func twoCriteria() throws {
        // Lead .6 w0 − .4 w1 at (.5, .5); tie at (.4, .6).
        let flip = try #require(NearestFlip(rival: 1, weights: [0.5, 0.5], difference: [0.6, -0.4]))
        #expect(abs(flip.euclidean.distance - 0.1 * 2.0.squareRoot()) < 1e-12)
        #expect(abs(flip.absolute.distance - 0.2) < 1e-12)
        for change in [flip.euclidean, flip.absolute] {
            #expect(abs(change.weights[0] - 0.4) < 1e-12 && abs(change.weights[1] - 0.6) < 1e-12)
        }
    }

    @Test func aDominatedRivalNeverTies() {
        #expect(NearestFlip(rival: 1, weights: [0.5, 0.5], difference: [0.1, 0.2]) == nil)
        // Level on one criterion: only where that has all the weight.
        let flip = NearestFlip(rival: 1, weights: [0.5, 0.3, 0.2], difference: [0.1, 0, 0.2])
        for (found, expected) in zip(flip?.euclidean.weights ?? [], [0.0, 1, 0]) {
            #expect(abs(found - expected) < 1e-9)
        }
        #expect(abs((flip?.absolute.distance ?? 0) - 1.4) < 1e-12)
    }

    @Test(arguments: 1...40) func noPointOfAGridIsNearer(_ seed: Int) throws {
        var random = AcceptabilityRandom(UInt64(seed) &* 31)
        let weights = SlowAcceptability.simplex(3, &random)
        let difference = (0..<3).map { _ in random.unit() * 2 - 1 }
        let lead = zip(weights, difference).reduce(0) { $0 + $1.0 * $1.1 }
        guard lead > 0, let flip = NearestFlip(rival: 1, weights: weights, difference: difference) else { return }
        var euclidean = Double.infinity
        var absolute = Double.infinity
        let steps = 400
        for a in 0...steps {
            for b in 0...(steps - a) {
                let w = [Double(a), Double(b), Double(steps - a - b)].map { $0 / Double(steps) }
                guard zip(w, difference).reduce(0, { $0 + $1.0 * $1.1 }) <= 0 else { continue }
                let change = zip(w, weights).map { $0 - $1 }
                euclidean = min(euclidean, change.reduce(0) { $0 + $1 * $1 }.squareRoot())
                absolute = min(absolute, change.reduce(0) { $0 + abs($1) })
            }
        }
        #expect(flip.euclidean.distance <= euclidean + 1e-9 && flip.euclidean.distance > euclidean - 0.01)
        #expect(flip.absolute.distance <= absolute + 1e-9 && flip.absolute.distance > absolute - 0.02)
    }

    @Test(arguments: 1...60) func largerProblems(_ seed: Int) throws {
        var random = AcceptabilityRandom(UInt64(seed) &* 977)
        let n = 2 + seed % 20
        var weights = SlowAcceptability.simplex(n, &random)
        if seed % 3 == 0 {
            weights[0] += weights[1]
            weights[1] = 0
        }
        let difference = (0..<n).map { _ in random.unit() * 1.6 - 0.6 }
        let lead = zip(weights, difference).reduce(0) { $0 + $1.0 * $1.1 }
        guard lead > 0, let flip = NearestFlip(rival: 1, weights: weights, difference: difference) else { return }
        for change in [flip.euclidean, flip.absolute] {
            #expect(abs(change.weights.reduce(0, +) - 1) < 1e-12)
            #expect(change.weights.allSatisfy { $0 >= -1e-15 })
            #expect(abs(zip(change.weights, difference).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-9)
        }
        // L1 by linear program: w' = w + p − m.
        let unit = { (k: Int) in (0..<n).map { $0 == k ? 1.0 : 0 } }
        var rows = [
            LinearProgram.Row(Array(repeating: 1, count: n) + Array(repeating: 0, count: 2 * n), lower: 1, upper: 1),
            LinearProgram.Row(difference + Array(repeating: 0, count: 2 * n), upper: 0),
        ]
        for k in 0..<n {
            rows.append(
                LinearProgram.Row(
                    unit(k) + unit(k).map { -$0 } + unit(k), lower: weights[k], upper: weights[k]))
        }
        let program = LinearProgram(
            objective: Array(repeating: 0, count: n) + Array(repeating: 1, count: 2 * n), rows: rows)
        guard case .optimal(let value, _) = program.minimised() else {
            Issue.record("no optimum")
            return
        }
        #expect(abs(value - flip.absolute.distance) < 1e-7)
        // The projection: (w − w')·(x − w') ≤ 0 for every tie x on the simplex. Its greatest value is a linear program.
        let out = zip(weights, flip.euclidean.weights).map { $0 - $1 }
        let ties = LinearProgram(
            objective: out.map { -$0 },
            rows: [
                LinearProgram.Row(Array(repeating: 1, count: n), lower: 1, upper: 1),
                LinearProgram.Row(difference, upper: 0),
            ])
        guard case .optimal(let least, _) = ties.minimised() else {
            Issue.record("no optimum")
            return
        }
        let own = zip(out, flip.euclidean.weights).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(-least - own < 1e-8)
    }
}
