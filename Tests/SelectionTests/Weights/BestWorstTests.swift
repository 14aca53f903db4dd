import Testing

@testable import Selection

@Suite struct BestWorstTests {
    /// Rezaei (2015), the choice of a car by quality, price and style: ξ* = 0.26, weights as printed.
    @Test func choiceOfACar() throws {
        let answer = try BestWorst.weights(
            bestToOthers: [8, 2, 1], othersToWorst: [1, 5, 8], best: 2, worst: 0, model: .nonlinear)
        #expect(MethodSamples.near(answer.weights, [0.071, 0.338, 0.589], 0.0015))
        #expect(abs(try #require(answer.consistency?.xi) - 0.26) < 0.005)
        #expect(abs(try #require(answer.consistency?.ratio) - 0.058) < 0.001)
        // Three items: no interval.
        #expect(answer.intervals == nil)
    }

    struct Judgements: Sendable {
        var a: [Double]
        var b: [Double]
        var best: Int
        var worst: Int
    }

    static let random: [Judgements] = (0..<60).map { seed in
        let n = 3 + seed % 6
        let draws = MethodSamples.uniform(2 * n + 1, seed: UInt64(seed)).map { 1 + (9 * $0).rounded(.down) }
        var (a, b) = (Array(draws.prefix(n)), Array(draws[n..<(2 * n)]))
        (a[0], b[n - 1]) = (1, 1)
        a[n - 1] = draws[2 * n]
        b[0] = draws[2 * n]
        return Judgements(a: a, b: b, best: 0, worst: n - 1)
    }

    /// All constraints of the nonlinear model at a given ξ, which are linear in the weights.
    static func program(_ j: Judgements, xi: Double, objective: [Double]) -> LinearProgram {
        let n = j.a.count
        var rows = [LinearProgram.Row(Array(repeating: 1, count: n), lower: 1, upper: 1)]
        func ratio(_ over: Int, _ under: Int, _ value: Double) {
            var row = Array(repeating: 0.0, count: n)
            row[over] += 1
            row[under] -= value + xi
            rows.append(.init(row, upper: 0))
            row[under] = -(value - xi)
            rows.append(.init(row, lower: 0))
        }
        for i in 0..<n where i != j.best { ratio(j.best, i, j.a[i]) }
        for i in 0..<n where i != j.worst { ratio(i, j.worst, j.b[i]) }
        return LinearProgram(objective: objective, rows: rows)
    }

    /// The exact solution against the linear programs that Rezaei (2016) solves.
    @Test(arguments: random.indices) func nonlinearAgainstLinearPrograms(_ index: Int) throws {
        let j = Self.random[index]
        let n = j.a.count
        let answer = try BestWorst.weights(
            bestToOthers: j.a, othersToWorst: j.b, best: j.best, worst: j.worst, model: .nonlinear)
        let xi = try #require(answer.consistency?.xi)
        let zero = Array(repeating: 0.0, count: n)
        if xi > 1e-3 { #expect(Self.program(j, xi: xi - 1e-4, objective: zero).minimised() == .infeasible) }
        for i in 0..<n {
            var objective = zero
            objective[i] = 1
            let range = answer.intervals?[i] ?? answer.weights[i]...answer.weights[i]
            // A little room, or the solver takes a single feasible point for none.
            guard case .optimal(let low, _) = Self.program(j, xi: xi + 1e-7, objective: objective).minimised(),
                case .optimal(let high, _) = Self.program(j, xi: xi + 1e-7, objective: objective.map { -$0 })
                    .minimised()
            else {
                Issue.record("not optimal at \(xi)")
                return
            }
            #expect(
                abs(range.lowerBound - low) < 1e-4 && abs(range.upperBound + high) < 1e-4, "\(range) \(low) \(high)")
        }
        // The centres are optimal themselves.
        #expect(abs(answer.weights.reduce(0, +) - 1) < 1e-12)
        for i in 0..<n {
            let w = answer.weights
            if i != j.best { #expect(abs(w[j.best] / w[i] - j.a[i]) <= xi + 1e-9) }
            if i != j.worst { #expect(abs(w[i] / w[j.worst] - j.b[i]) <= xi + 1e-9) }
        }
    }

    /// One item between: ξ solves (a_Bj − ξ)(a_jW − ξ) = a_BW + ξ where the product is above a_BW, else with the signs turned.
    @Test func closedFormOfThreeItems() throws {
        for (a, b, c) in [(2.0, 3.0, 5.0), (4, 4, 8), (2, 2, 9), (1, 2, 7), (3, 3, 9), (8, 9, 2)] {
            let s = a * b > c ? 1.0 : -1.0
            let p = a + b + 1
            let root: Double = (p * p - 4 * (a * b - c)).squareRoot()
            let expected: Double = s * (p - root) / 2
            let answer = try BestWorst.weights(
                bestToOthers: [1, a, c], othersToWorst: [c, b, 1], best: 0, worst: 2, model: .nonlinear)
            #expect(abs(try #require(answer.consistency?.xi) - expected) < 1e-12, "\(a) \(b) \(c)")
        }
    }

    @Test func indexOfConsistency() {
        for a in 1...9 {
            let equation = BestWorstIntervals.consistencyIndex(Double(a) + 1e-12)
            #expect(abs(equation - BestWorstIntervals.consistencyIndices[a - 1]) < 0.006)
        }
    }

    @Test(arguments: BestWorst.Model.allCases) func consistentJudgements(model: BestWorst.Model) throws {
        let answer = try BestWorst.weights(
            bestToOthers: [2, 1, 4, 8], othersToWorst: [4, 8, 2, 1], best: 1, worst: 3, model: model)
        let ratios: [Double] = [4, 8, 2, 1]
        #expect(MethodSamples.near(answer.weights, ratios.map { $0 / 15 }, 1e-8))
        #expect(try #require(answer.consistency?.xi) < 1e-9 && answer.worstJudgement == nil && answer.intervals == nil)
        let two = try BestWorst.weights(bestToOthers: [1, 3], othersToWorst: [3, 1], best: 0, worst: 1, model: model)
        #expect(MethodSamples.near(two.weights, [0.75, 0.25], 1e-9))
        let one = try BestWorst.weights(bestToOthers: [1], othersToWorst: [1], best: 0, worst: 0, model: model)
        #expect(one.weights == [1])
    }

    /// No other weights have a smaller largest deviation.
    @Test func linearIsOptimal() throws {
        for j in Self.random.prefix(12) {
            let n = j.a.count
            let answer = try BestWorst.weights(
                bestToOthers: j.a, othersToWorst: j.b, best: j.best, worst: j.worst, model: .linear)
            func deviation(_ w: [Double]) -> Double {
                let best = (0..<n).filter { $0 != j.best }.map { abs(w[j.best] - j.a[$0] * w[$0]) }
                let worst = (0..<n).filter { $0 != j.worst }.map { abs(w[$0] - j.b[$0] * w[j.worst]) }
                return (best + worst).max() ?? 0
            }
            let xi = try #require(answer.consistency?.xi)
            #expect(abs(deviation(answer.weights) - xi) < 1e-8)
            for k in 0..<300 {
                let moved = zip(answer.weights, MethodSamples.uniform(n, seed: UInt64(k))).map {
                    max(1e-6, $0 * (1 + 0.1 * ($1 - 0.5)))
                }
                let sum = moved.reduce(0, +)
                #expect(deviation(moved.map { $0 / sum }) >= xi - 1e-9)
            }
        }
    }

    @Test func worstJudgement() throws {
        // 8 · 3 is far from 8: with 1 (or 2.67) it would agree.
        let answer = try BestWorst.weights(
            bestToOthers: [1, 8, 2, 8], othersToWorst: [8, 3, 4, 1], best: 0, worst: 3, model: .nonlinear)
        let worst = try #require(answer.worstJudgement)
        #expect(worst.consistency.xi! < answer.consistency!.xi!)
        #expect(
            worst.path == "bestToOthers[1]" && worst.found == 8 && worst.value == 3
                || worst.path == "othersToWorst[1]" && worst.value == 1)
    }

    @Test(arguments: [
        (
            Judgements(a: [], b: [], best: 0, worst: 0),
            "bestToOthers: There are no judgements. Give one number an item, 1 for the best itself."
        ),
        (
            Judgements(a: [1, 2], b: [2], best: 0, worst: 1),
            "othersToWorst: There are 1 judgements here and 2 in bestToOthers. Give one number an item in both."
        ),
        (
            Judgements(a: [1, 2], b: [2, 1], best: 0, worst: 2),
            "worst: There is no item 2. Items count from 0: give 0 to 1."
        ),
        (
            Judgements(a: [1, 12], b: [12, 1], best: 0, worst: 1),
            "bestToOthers[1]: The judgement is 12. Give 1 (equally important) to 9 (absolutely more important).\nothersToWorst[0]: The judgement is 12. Give 1 (equally important) to 9 (absolutely more important)."
        ),
        (
            Judgements(a: [1, 2], b: [2, 1], best: 0, worst: 0),
            "worst: Item 0 is both the best and the worst. Name two items; where all are alike any two will do."
        ),
        (
            Judgements(a: [2, 2], b: [2, 1], best: 0, worst: 1),
            "bestToOthers[0]: An item against itself is 2. Write 1."
        ),
        (
            Judgements(a: [1, 2], b: [3, 1], best: 0, worst: 1),
            "othersToWorst[0]: The best against the worst is 3 here and 2 at bestToOthers[1]. Give the same number at both: it is one judgement."
        ),
    ]) func refuses(j: Judgements, message: String) {
        #expect(
            MethodSamples.message {
                _ = try BestWorst.weights(
                    bestToOthers: j.a, othersToWorst: j.b, best: j.best, worst: j.worst, model: .nonlinear)
            } == message)
    }
}
