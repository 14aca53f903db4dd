import Selection
import Testing

/// What must hold of every answer.
@Suite struct AcceptabilityPropertyTests {
    static func bits(_ answer: Acceptability) -> [UInt64] {
        var all = answer.rankAcceptability.flatMap(\.self) + answer.standardError.flatMap(\.self)
        all += answer.pairwiseWinning.flatMap(\.self) + answer.meanContributions.flatMap(\.self) + answer.meanWeights
        all += answer.centralWeights.flatMap { $0 ?? [-1] } + answer.confidence.map { $0 ?? -1 }
        return all.map(\.bitPattern)
    }

    static let mixed: [[ValueCell]] = [
        [.known(0.4), .unknown, .views([.known(0.2), .known(0.9), nil])],
        [.range(low: 0.1, high: 0.8), .known(0.5), .views([.known(0.5), .known(0.6), .known(0.4)])],
        [.known(0.7), .levels([0, 0.5, 1]), .views([nil, .known(0.3), .range(low: 0.2, high: 0.3)])],
    ]

    static let knowledge: [WeightKnowledge] = [
        .point([1, 2, 3]), .none, .order([1, 0, 2]), .points([1...2, 0...5, 3...3]),
        .tree([
            WeightNode(points: 1...3), WeightNode(points: 1...2, leaf: 1),
            WeightNode(parent: 0, points: 1...9, leaf: 0),
            WeightNode(parent: 0, points: 1...1, leaf: 2),
        ]),
        .intervals([0.2...0.6, 0.1...0.5, 0...0.4]), .intervals([0.3...0.302, 0.3...0.3, 0.2...1]),
        .constraints([LinearConstraint(coefficients: [1, -1, 0], bound: 0)]),
        .intervals([0.3333...0.3334, 0.33...0.34, 0.3332...0.3335]),
    ]

    @Test(arguments: knowledge) func sumsAreOneBothWays(_ knowledge: WeightKnowledge) throws {
        for samples in [1, 7, 64, 1003, 20_001] {
            for cells in [Self.mixed, known([[0.1, 0.5, 0.9], [0.9, 0.4, 0.2], [0.3, 0.6, 0.6]])] {
                let answer = try acceptability(cells, knowledge, samples: samples)
                for i in 0..<3 {
                    #expect(abs(answer.rankAcceptability[i].reduce(0, +) - 1) < 1e-12)
                    #expect(abs(answer.rankAcceptability.reduce(0) { $0 + $1[i] } - 1) < 1e-12)
                    for j in 0..<3 where i != j {
                        #expect(abs(answer.pairwiseWinning[i][j] + answer.pairwiseWinning[j][i] - 1) < 1e-12)
                    }
                    if let weights = answer.centralWeights[i] { #expect(abs(weights.reduce(0, +) - 1) < 1e-12) }
                    #expect((answer.centralWeights[i] == nil) == (answer.rankAcceptability[i][0] == 0))
                    // Borda: expected rank is one more than how many others are ahead on average.
                    let behind = (0..<3).reduce(0) { $1 == i ? $0 : $0 + answer.pairwiseWinning[$1][i] }
                    #expect(abs(answer.expectedRank[i] - 1 - behind) < 1e-12)
                    #expect(abs(answer.meanTotal[i] - answer.meanContributions[i].reduce(0, +)) < 1e-12)
                }
                #expect(abs(answer.meanWeights.reduce(0, +) - 1) < 1e-6)
            }
        }
    }

    @Test(arguments: knowledge) func threadsChangeNoBit(_ knowledge: WeightKnowledge) throws {
        for cells in [Self.mixed, known([[0.1, 0.5, 0.9], [0.9, 0.4, 0.2], [0.3, 0.6, 0.6]])] {
            let one = try acceptability(cells, knowledge, samples: 30_000, threads: 1)
            let five = try acceptability(cells, knowledge, samples: 30_000, threads: 5)
            #expect(Self.bits(one) == Self.bits(five))
            #expect(one.sampling == five.sampling)
        }
    }

    @Test(arguments: knowledge) func aDuplicateTiesExactly(_ knowledge: WeightKnowledge) throws {
        for cells in [Self.mixed, known([[0.1, 0.5, 0.9], [0.9, 0.4, 0.2], [0.3, 0.6, 0.6]])] {
            let answer = try acceptability(cells + [cells[1]], knowledge, samples: 10_000)
            #expect(answer.rankAcceptability[1] == answer.rankAcceptability[3])
            #expect(answer.centralWeights[1] == answer.centralWeights[3])
            #expect(answer.confidence[1] == answer.confidence[3])
            #expect(answer.pairwiseWinning[1][3] == 0.5)
            #expect(answer.pairwiseWinning[0][1] == answer.pairwiseWinning[0][3])
            #expect(answer.meanTotal[1] == answer.meanTotal[3])
        }
    }

    @Test func aDominatedPartnerIsNeverFirst() throws {
        var random = AcceptabilityRandom(3)
        for _ in 0..<20 {
            var values = random.values(5, 4)
            values[4] = values[Int.random(in: 0..<4, using: &random)].map { $0 * 0.999 }
            let answer = try acceptability(known(values), samples: 20_000)
            #expect(answer.rankAcceptability[4][0] == 0)
            #expect(answer.centralWeights[4] == nil)
            #expect(answer.confidence[4] == nil)
        }
    }

    /// Streams are named by what is known of a partner: who comes or goes changes nothing, not by a bit.
    @Test(arguments: knowledge) func droppingAPartnerChangesNothingBetweenTheOthers(_ knowledge: WeightKnowledge) throws
    {
        for gone in 0..<3 {
            let rest = (0..<3).filter { $0 != gone }
            let all = try acceptability(Self.mixed, knowledge, samples: 10_000)
            let fewer = try acceptability(rest.map { Self.mixed[$0] }, knowledge, samples: 10_000)
            #expect(all.pairwiseWinning[rest[0]][rest[1]] == fewer.pairwiseWinning[0][1])
            #expect(all.meanTotal[rest[0]] == fewer.meanTotal[0])
        }
    }

    @Test func theOrderOfPartnersChangesNothing() throws {
        let answer = try acceptability(Self.mixed)
        let turned = try acceptability([Self.mixed[2], Self.mixed[0], Self.mixed[1]])
        #expect(
            turned.rankAcceptability == [
                answer.rankAcceptability[2], answer.rankAcceptability[0], answer.rankAcceptability[1],
            ])
    }

    @Test func aPointReproducesTheRanking() throws {
        var random = AcceptabilityRandom(11)
        for _ in 0..<50 {
            let values = random.values(6, 5)
            let weights = (0..<5).map { _ in random.unit() }
            let answer = try acceptability(known(values), .point(weights), samples: 100)
            let totals = values.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
            for (rank, partner) in totals.indices.sorted(by: { totals[$0] > totals[$1] }).enumerated() {
                #expect(answer.rankAcceptability[partner][rank] == 1)
                #expect(answer.standardError[partner][rank] == 0)
            }
            #expect(answer.sampling == .fixed)
        }
    }

    @Test func columnsThatAreConstantAndRowsOfZero() throws {
        let answer = try acceptability(known([[0.5, 0, 1], [0.5, 0, 0.2], [0, 0, 0]]))
        #expect(answer.rankAcceptability == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
        let all = try acceptability(known([[0, 0], [0, 0], [0, 0]]))
        for p in all.rankAcceptability.flatMap(\.self) { #expect(abs(p - 1.0 / 3) < 1e-12) }
    }

    @Test func onePartner() throws {
        for cells: [[ValueCell]] in [known([[0.2, 0.3]]), [[.unknown, .known(1)]]] {
            let answer = try acceptability(cells, samples: 1000)
            #expect(answer.rankAcceptability == [[1]])
            #expect(answer.confidence == [1])
            #expect(answer.expectedRank == [1])
        }
    }

    @Test func fortyCriteria() throws {
        var random = AcceptabilityRandom(40)
        let values = random.values(8, 40)
        for knowledge: WeightKnowledge in [
            .none, .order(Array(0..<40)), .intervals(Array(repeating: 0.01...0.05, count: 40)),
        ] {
            let answer = try acceptability(known(values), knowledge, samples: 4000)
            for row in answer.rankAcceptability { #expect(abs(row.reduce(0, +) - 1) < 1e-12) }
            #expect(answer.rankAcceptability.flatMap(\.self).allSatisfy { $0.isFinite })
        }
    }

    @Test func partsThatAreNotAskedForAreEmpty() throws {
        let answer = try acceptability(Self.mixed, samples: 100, only: .ranks)
        #expect(answer.centralWeights.isEmpty && answer.confidence.isEmpty && answer.pairwiseWinning.isEmpty)
        let all = try acceptability(Self.mixed, samples: 100)
        #expect(all.rankAcceptability == answer.rankAcceptability)
        let values = known([[0.1, 0.5, 0.9], [0.9, 0.4, 0.2], [0.3, 0.6, 0.6]])
        for knowledge: WeightKnowledge in [.none, .order([1, 0, 2]), .intervals([0...0.4, 0...0.5, 0...1])] {
            let ranks = try acceptability(values, knowledge, only: .ranks)
            let full = try acceptability(values, knowledge)
            #expect(ranks.rankAcceptability == full.rankAcceptability)
            #expect(ranks.meanWeights == full.meanWeights && ranks.meanTotal == full.meanTotal)
            // The mean weights are those of the winners together.
            for k in 0..<3 {
                let sum = (0..<3).reduce(0) {
                    $0 + full.rankAcceptability[$1][0] * (full.centralWeights[$1]?[k] ?? 0)
                }
                #expect(abs(sum - full.meanWeights[k]) < 0.004)
            }
        }
    }

    @Test func anotherSeedAgreesWithinError() throws {
        let a = try acceptability(Self.mixed, seed: 1)
        let b = try acceptability(Self.mixed, seed: 2)
        #expect(Self.bits(a) != Self.bits(b))
        for (x, y) in zip(a.rankAcceptability.flatMap(\.self), b.rankAcceptability.flatMap(\.self)) {
            #expect(isNear(x, y, samples: 100_000, twice: true))
        }
    }
}
