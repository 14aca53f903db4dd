import Foundation
import Testing

@testable import Selection

@Suite struct AHPTests {
    /// The upper triangle, row after row; the lower follows.
    static func matrix(_ n: Int, _ upper: [Double?]) -> [[Double?]] {
        var rows = Array(repeating: Array(repeating: Double?.some(1), count: n), count: n)
        var next = upper.makeIterator()
        for i in 0..<n {
            for j in (i + 1)..<max(i + 1, n) {
                let value = next.next() ?? nil
                rows[i][j] = value
                rows[j][i] = value.map { 1 / $0 }
            }
        }
        return rows
    }

    /// Saaty (1980), the choice of a school by six criteria: weights as printed. The eigenvalue is NumPy's.
    static let school: [[Double?]] = {
        var upper: [Double?] = [4, 3, 1, 3, 4, 7, 3]
        upper += reciprocals([5, 1, 5, 5, 6, 1, 3])
        return matrix(6, upper + [3])
    }()

    static func reciprocals(_ values: [Double]) -> [Double?] { values.map { 1 / $0 } }

    @Test func choiceOfASchool() throws {
        let answer = try AHP.weights(Self.school, estimator: .eigenvector)
        #expect(MethodSamples.near(answer.weights, [0.32, 0.14, 0.03, 0.13, 0.24, 0.14], 0.0055))
        let consistency = try #require(answer.consistency)
        #expect(abs(try #require(consistency.lambdaMax) - 7.419870101921271) < 1e-12)
        #expect(consistency.randomIndexTable == "aguaron-moreno-jimenez-2003")
        let worst = try #require(answer.worstJudgement)
        #expect(try #require(worst.consistency.ratio) < #require(consistency.ratio))
    }

    /// Saaty (1977, 1980), the wealth of seven nations: weights and λ = 7.61 as printed.
    @Test func wealthOfNations() throws {
        var upper: [Double?] = [4, 9, 6, 6, 5, 5, 7, 5, 5, 3, 4]
        upper += Self.reciprocals([5, 5, 7, 5, 1, 3, 3, 3, 3])
        upper.append(2)
        let answer = try AHP.weights(Self.matrix(7, upper), estimator: .eigenvector)
        #expect(MethodSamples.near(answer.weights, [0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094], 0.002))
        #expect(abs(try #require(answer.consistency?.lambdaMax) - 7.61) < 0.005)
    }

    static func consistent(_ weights: [Double], known: (Int, Int) -> Bool) -> [[Double?]] {
        weights.indices.map { i in
            weights.indices.map { j in i == j ? 1 : known(min(i, j), max(i, j)) ? weights[i] / weights[j] : nil }
        }
    }

    @Test(arguments: AHP.Estimator.allCases, [1, 2, 3, 15, 16, 40])
    func consistentJudgementsAreFound(estimator: AHP.Estimator, n: Int) throws {
        let raw = MethodSamples.uniform(n, seed: UInt64(n)).map { $0 + 0.1 }
        let sum = raw.reduce(0, +)
        // All pairs; a chain; a star.
        let graphs: [(Int, Int) -> Bool] = [{ _, _ in true }, { $1 == $0 + 1 }, { i, _ in i == 0 }]
        for (index, graph) in graphs.enumerated() {
            let answer = try AHP.weights(Self.consistent(raw, known: graph), estimator: estimator)
            #expect(MethodSamples.near(answer.weights, raw.map { $0 / sum }, 1e-10), "\(index)")
            let consistency = try #require(answer.consistency)
            #expect(try #require(consistency.index) < 1e-11)
            #expect(answer.worstJudgement == nil)
            if n > 2, n <= 15, index == 0 { #expect(try #require(consistency.ratio) < 1e-10) }
        }
    }

    /// Judgements at random, all or a third of them: Harker's equation holds to rounding, and the answer comes in time.
    @Test(arguments: [4, 9, 15, 40], [1.0, 0.35]) func contradictoryJudgements(n: Int, share: Double) throws {
        let draws = MethodSamples.uniform(n * n, seed: UInt64(n))
        let chosen = MethodSamples.uniform(n * n, seed: UInt64(n + 1))
        var upper: [Double?] = []
        for i in 0..<n {
            for j in (i + 1)..<max(i + 1, n) {
                let level = (17 * draws[i * n + j]).rounded(.down) - 8
                let value = level >= 0 ? level + 1 : 1 / (1 - level)
                upper.append(j == i + 1 || chosen[i * n + j] < share ? value : nil)
            }
        }
        let rows = Self.matrix(n, upper)
        let answer = try AHP.weights(rows, estimator: .eigenvector)
        let lambda = try #require(answer.consistency?.lambdaMax)
        for i in 0..<n {
            let image = (0..<n).reduce(0.0) { sum, j in
                sum + (rows[i][j].map { $0 * answer.weights[j] } ?? answer.weights[i])
            }
            #expect(abs(image - lambda * answer.weights[i]) < 1e-12 * lambda)
        }
        #expect(answer.worstJudgement != nil)
    }

    @Test func ratioBeyondTheTable() throws {
        let weights = Array(repeating: 1.0, count: 16)
        let consistency = try #require(
            try AHP.weights(Self.consistent(weights) { _, _ in true }, estimator: .eigenvector).consistency)
        #expect(consistency.ratio == nil && consistency.ratioMissing == "The table of random indices ends at 15 items.")
        let chain = try AHP.weights(Self.consistent([1, 2, 4]) { $1 == $0 + 1 }, estimator: .eigenvector)
        #expect(chain.consistency?.ratioMissing == "The random indices are of complete comparisons.")
    }

    /// Brute force over every entry and every value of the scale that is nearest, by the formulas of the textbook.
    @Test func worstJudgementIsTheBestMend() throws {
        for estimator in AHP.Estimator.allCases {
            let before = try AHP.weights(Self.school, estimator: estimator)
            var best = (index: before.consistency!.index!, i: 0, j: 0, value: 0.0)
            for i in 0..<6 {
                for j in (i + 1)..<6 {
                    var mended = Self.school
                    let value = JudgementScale.nearest(before.weights[i] / before.weights[j])
                    mended[i][j] = value
                    mended[j][i] = 1 / value
                    let index = try AHP.weights(mended, estimator: estimator).consistency!.index!
                    if index < best.index - 1e-12 { best = (index, i, j, value) }
                }
            }
            let worst = try #require(before.worstJudgement)
            #expect(worst.row == best.i && worst.column == best.j && worst.value == best.value)
            #expect(abs(worst.consistency.index! - best.index) < 1e-12)
            #expect(worst.path == "comparisons[\(best.i)][\(best.j)]" && worst.found == Self.school[best.i][best.j])
        }
    }

    /// The geometric mean of a complete matrix by its own formula, and Aguarón & Moreno-Jiménez's index of it.
    @Test func geometricMean() throws {
        let answer = try AHP.weights(Self.school, estimator: .geometricMean)
        let means = Self.school.map { row in exp(row.reduce(0) { $0 + log($1!) } / 6) }
        let sum = means.reduce(0, +)
        #expect(MethodSamples.near(answer.weights, means.map { $0 / sum }, 1e-14))
        var squares = 0.0
        for i in 0..<6 {
            for j in (i + 1)..<6 {
                let error = log(Self.school[i][j]! * means[j] / means[i])
                squares += error * error
            }
        }
        #expect(abs(try #require(answer.consistency?.geometricIndex) - squares / 10) < 1e-12)
    }

    @Test func oneSideOfAPairIsEnough() throws {
        var half = Self.school
        for i in 0..<6 { for j in 0..<i { half[i][j] = nil } }
        let answer = try AHP.weights(half, estimator: .eigenvector)
        #expect(try AHP.weights(Self.school, estimator: .eigenvector).weights == answer.weights)
    }

    @Test func permutingItemsPermutesWeights() throws {
        for estimator in AHP.Estimator.allCases {
            let plain = try AHP.weights(Self.school, estimator: estimator)
            let turned = try AHP.weights(Self.school.reversed().map { $0.reversed() }, estimator: estimator)
            #expect(MethodSamples.near(turned.weights.reversed(), plain.weights, 1e-12))
        }
    }

    @Test(
        arguments: [
            ([], "comparisons: There are no comparisons. Give an n × n matrix, n at least 1."),
            (
                [[1, 2], [0.5]],
                "comparisons[1]: This row has 1 values, but there are 2 rows. Give a square matrix; null for a pair that was not compared."
            ),
            ([[2]], "comparisons[0][0]: An item against itself is 2. Write 1."),
            ([[nil]], "comparisons[0][0]: An item against itself is null. Write 1."),
            (
                [[1, 0], [1, 1]],
                "comparisons[0][1]: The comparison is 0. Give a number above 0 (1 to 9, or 1/9 to 1 for less important); null where it was not made."
            ),
            (
                [[1, 3], [3, 1]],
                "comparisons[1][0]: 3 is not the reciprocal of 3 at comparisons[0][1]. Give 1/3 here, or null to have it follow from the other."
            ),
            (
                [[1, nil, 2, nil], [nil, 1, nil, 3], [0.5, nil, 1, nil], [nil, 1 / 3, nil, 1]],
                "comparisons: No comparison links the items [0, 2] and [1, 3]. Compare one item of each group with one of another: at least 1 more judgements."
            ),
        ] as [([[Double?]], String)]) func refuses(comparisons: [[Double?]], message: String)
    {
        #expect(
            MethodSamples.message { _ = try AHP.weights(comparisons, estimator: .eigenvector) } == message)
    }
}
