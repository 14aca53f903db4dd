import Selection
import Testing

/// The engine beside plain draws that are sorted, on random models.
@Suite struct AcceptabilityOracleTests {
    static let samples = 40_000

    static func cell(_ kind: Int, _ random: inout AcceptabilityRandom) -> ValueCell {
        let low = random.unit() * 0.7
        switch kind {
        case 0: return .unknown
        case 1: return .range(low: low, high: low + 0.3)
        case 2: return .levels([0, 0.25, 0.5, 1])
        case 3:
            return .views([
                .known(low), random.unit() < 0.4 ? nil : .known(low + 0.2), .range(low: low, high: low + 0.1),
                .levels([0.3, 0.6]),
            ])
        case 4: return .futures((0..<5).map { low + 0.06 * Double($0) })
        default: return .known((random.unit() * 10).rounded() / 10)
        }
    }

    static func agree(_ answer: Acceptability, _ slow: SlowAcceptability) {
        let m = answer.rankAcceptability.count
        for i in 0..<m {
            for r in 0..<m {
                #expect(
                    isNear(answer.rankAcceptability[i][r], slow.ranks[i][r], samples: samples, twice: true),
                    "rank \(i) \(r): \(answer.rankAcceptability[i][r]) and \(slow.ranks[i][r])")
                if i != r {
                    #expect(isNear(answer.pairwiseWinning[i][r], slow.pairwise[i][r], samples: samples, twice: true))
                }
            }
            for (found, expected) in zip(answer.meanValues[i], slow.meanValues[i]) {
                #expect(abs(found - expected) < 0.012)
            }
            if slow.first[i] > 2000 {
                for (found, expected) in zip(answer.centralWeights[i] ?? [], slow.central[i]) {
                    #expect(abs(found - expected) < 0.03)
                }
            }
        }
    }

    @Test(arguments: 1...12) func mixedModels(_ seed: Int) throws {
        var random = AcceptabilityRandom(UInt64(seed) &* 7919)
        let m = 2 + seed % 5
        let n = 1 + seed % 6
        let cells = (0..<m).map { _ in (0..<n).map { _ in Self.cell(Int.random(in: 0..<8, using: &random), &random) } }
        let perCriterion = seed % 2 == 0
        let vetoes: [Double?] = seed % 3 == 0 ? (0..<n).map { $0 % 2 == 0 ? 0.15 : nil } : []
        let answer = try acceptability(
            cells, mixing: perCriterion ? .perCriterion : .perPerson, vetoes: vetoes, samples: Self.samples)
        let slow = SlowAcceptability(
            cells, perCriterion: perCriterion, vetoes: vetoes, samples: Self.samples, seed: UInt64(seed)
        ) { SlowAcceptability.simplex(n, &$0) }
        Self.agree(answer, slow)
    }

    /// Known values and weights on the simplex or in an order: the fast kernel.
    @Test(arguments: 1...8) func knownValues(_ seed: Int) throws {
        var random = AcceptabilityRandom(UInt64(seed) &* 104_729)
        let m = 2 + 3 * seed
        let n = 2 + seed
        let values = random.values(m, n)
        let order = Array(0..<n).shuffled(using: &random)
        let knowledge: WeightKnowledge = seed % 2 == 0 ? .order(order) : .none
        let answer = try acceptability(known(values), knowledge, samples: Self.samples)
        let slow = SlowAcceptability(known(values), samples: Self.samples, seed: UInt64(seed)) { random in
            let w = SlowAcceptability.simplex(n, &random)
            guard seed % 2 == 0 else { return w }
            var ordered = w
            for (criterion, weight) in zip(order, w.sorted(by: >)) { ordered[criterion] = weight }
            return ordered
        }
        Self.agree(answer, slow)
    }

    /// The same model by the fast kernel and by the general one (a veto that nobody meets sends it there).
    @Test func bothKernelsAgree() throws {
        var random = AcceptabilityRandom(5)
        var values = random.values(9, 7)
        for i in values.indices { for k in values[i].indices { values[i][k] = 0.001 + 0.999 * values[i][k] } }
        let fast = try acceptability(known(values), samples: 400_000)
        let general = try acceptability(known(values), vetoes: Array(repeating: 0, count: 7), samples: 400_000)
        for i in 0..<9 {
            for r in 0..<9 {
                #expect(
                    isNear(fast.rankAcceptability[i][r], general.rankAcceptability[i][r], samples: 400_000, twice: true)
                )
                #expect(
                    isNear(fast.pairwiseWinning[i][r], general.pairwiseWinning[i][r], samples: 400_000, twice: true))
            }
            #expect(abs(fast.meanTotal[i] - general.meanTotal[i]) < 0.001)
            #expect((fast.centralWeights[i] == nil) == (general.centralWeights[i] == nil))
        }
    }
}
