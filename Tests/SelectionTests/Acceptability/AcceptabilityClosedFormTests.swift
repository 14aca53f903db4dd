import Selection
import Testing

/// Cases in which the answer is a length, an area or a known mean.
@Suite struct AcceptabilityClosedFormTests {
    @Test func twoCriteriaGiveTheLengthOfAnInterval() throws {
        // a is ahead where .9 w + .2 (1 − w) > .3 w + .6 (1 − w): w > .4.
        let answer = try acceptability(known([[0.9, 0.2], [0.3, 0.6]]))
        #expect(isNear(answer.rankAcceptability[0][0], 0.6, samples: 100_000))
        #expect(isNear(answer.pairwiseWinning[0][1], 0.6, samples: 100_000))
        #expect(abs((answer.centralWeights[0]?[0] ?? 0) - 0.7) < 0.003)
        #expect(abs((answer.centralWeights[1]?[0] ?? 0) - 0.2) < 0.003)
        #expect(answer.confidence == [1, 1])
        #expect(answer.sampling == .direct)
        #expect(abs(answer.standardError[0][0] - (0.24 / 100_000).squareRoot()) < 1e-5)
    }

    @Test func threeCriteriaGiveTheAreaOfATriangle() throws {
        // a leads by w0 − t (w1 + w2) > 0, w0 > t / (1 + t) = .4: a triangle of (1 − .4)² of the whole.
        let t = 2.0 / 3
        let answer = try acceptability(known([[1, 0, 0], [0, t, t]]))
        #expect(isNear(answer.rankAcceptability[0][0], 0.36, samples: 100_000))
        // Centroid of the triangle with corners (1, 0, 0), (.4, .6, 0), (.4, 0, .6).
        for (found, expected) in zip(answer.centralWeights[0] ?? [], [0.6, 0.2, 0.2]) {
            #expect(abs(found - expected) < 0.005)
        }
    }

    @Test func eachCornerHasItsOwnThird() throws {
        let answer = try acceptability(known([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
        for row in answer.rankAcceptability { for p in row { #expect(isNear(p, 1.0 / 3, samples: 100_000)) } }
    }

    @Test func anOrderHasRankOrderCentroidWeightsOnAverage() throws {
        let order = [2, 0, 3, 1]
        let answer = try acceptability(known([[1, 0.5, 0, 0.3], [0.2, 0.8, 0.9, 0.6]]), .order(order))
        for (place, criterion) in order.enumerated() {
            let centroid = (place..<4).reduce(0) { $0 + 1 / Double($1 + 1) } / 4
            #expect(abs(answer.meanWeights[criterion] - centroid) < 0.002)
        }
    }

    @Test func aRangeAgainstAKnownValueGivesAFraction() throws {
        let answer = try acceptability([[.range(low: 0.2, high: 0.7)], [.known(0.4)]])
        #expect(isNear(answer.rankAcceptability[0][0], 0.6, samples: 100_000))
        #expect(abs(answer.meanValues[0][0] - 0.45) < 0.002)
        #expect(answer.meanValues[1][0] == 0.4)
    }

    @Test func levelsThatEqualARivalTie() throws {
        // Above, level and below, each in a third of the draws.
        let answer = try acceptability([[.levels([0, 0.5, 1])], [.known(0.5)]])
        #expect(isNear(answer.rankAcceptability[0][0], 0.5, samples: 100_000))
        #expect(isNear(answer.pairwiseWinning[0][1], 0.5, samples: 100_000))
    }

    @Test func twoUnknownsAreEqual() throws {
        let answer = try acceptability([[.unknown, .known(0.3)], [.unknown, .known(0.3)], [.known(1), .known(1)]])
        #expect(answer.rankAcceptability[0] == [0, 0.5, 0.5])
        #expect(answer.rankAcceptability[2] == [1, 0, 0])
        #expect(answer.pairwiseWinning[0][1] == 0.5)
    }

    @Test func pointsAreDrawnAndDivided() throws {
        // 1 against u in [1, 3]: the mean of 1 / (1 + u) is ln 2 / 2.
        let answer = try acceptability(known([[1, 0], [0, 1]]), .points([1...1, 1...3]))
        #expect(abs(answer.meanWeights[0] - 0.34657) < 0.001)
        #expect(answer.rankAcceptability[1][0] == 1)
    }

    @Test func aTreeMultipliesAlongItsPaths() throws {
        let tree: [WeightNode] = [
            WeightNode(points: 60...60), WeightNode(points: 40...40, leaf: 2),
            WeightNode(parent: 0, points: 30...30, leaf: 0), WeightNode(parent: 0, points: 10...10, leaf: 1),
        ]
        let answer = try acceptability(known([[1, 0, 0.2], [0, 1, 0.9]]), .tree(tree), samples: 100)
        for (found, expected) in zip(answer.meanWeights, [0.45, 0.15, 0.4]) { #expect(abs(found - expected) < 1e-12) }
        #expect(answer.sampling == .fixed)
    }

    @Test func boundsOnTwoCriteriaGiveTheMiddle() throws {
        let answer = try acceptability(known([[1, 0], [0, 1]]), .intervals([0.2...0.5, 0...1]))
        #expect(abs(answer.meanWeights[0] - 0.35) < 0.001)
        guard case .rejection(let share) = answer.sampling else {
            Issue.record("not by rejection: \(answer.sampling)")
            return
        }
        // Drawn above the low end .2 already: .3 of the .8 left.
        #expect(abs(share - 0.375) < 0.01)
    }

    @Test func aVetoPutsAPartnerBehindAll() throws {
        let answer = try acceptability(
            [[.known(1), .range(low: 0, high: 1)], [.known(0.2), .known(0.3)], [.known(0.1), .known(0.25)]],
            .point([0.9, 0.1]), vetoes: [nil, 0.25])
        #expect(isNear(answer.vetoed[0], 0.25, samples: 100_000))
        #expect(answer.vetoed[1] == 0)
        #expect(answer.vetoed[2] == 1)
        #expect(isNear(answer.rankAcceptability[0][0], 0.75, samples: 100_000))
        // Vetoed with the third, whom it leads by value.
        #expect(isNear(answer.rankAcceptability[0][1], 0.25, samples: 100_000))
        #expect(answer.rankAcceptability[2] == [0, 0, 1])
    }

    @Test func futuresAreJoint() throws {
        // In each future the first is a little ahead, whatever the level.
        let levels = (0..<50).map { Double($0) / 100 }
        let answer = try acceptability([[.futures(levels.map { $0 + 0.001 })], [.futures(levels)]])
        #expect(answer.rankAcceptability[0] == [1, 0])
    }

    @Test func aLenientEvaluatorIsLenientToAll() throws {
        let views = { (low: Double) -> ValueCell in .views([.known(low), .known(low + 0.5)]) }
        let answer = try acceptability([[views(0.2), views(0.2)], [views(0.1), views(0.1)]], .none)
        #expect(answer.rankAcceptability[0] == [1, 0])
        #expect(abs(answer.meanValues[0][0] - 0.45) < 0.004)
    }

    @Test func anEvaluatorWhoGaveNoneIsReplacedByTheOthers() throws {
        let cell = ValueCell.views([nil, .known(0.2), .known(0.8), nil])
        let answer = try acceptability([[cell], [.known(0.5)]])
        #expect(isNear(answer.rankAcceptability[0][0], 0.5, samples: 100_000))
        let one = try acceptability([[.views([nil, .known(0.2), nil])], [.known(0.1)]])
        #expect(one.meanValues[0][0] == 0.2)
        let none = try acceptability([[.views([nil, nil])], [.known(0.3)]])
        #expect(isNear(none.rankAcceptability[0][0], 0.7, samples: 100_000))
    }
}
