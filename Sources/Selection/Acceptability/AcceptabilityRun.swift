import SelectionKernels
import TrialKernels

/// One model's draws, from blocks to figures.
struct AcceptabilityRun: Sendable {
    var program: ValueProgram
    var plan: WeightPlan
    var classes: PartnerClasses
    var samples: Int
    var seed: UInt64
    var threads: Int
    var parts: Acceptability.Parts

    /// Blocks are added up in at most so many chunks, to keep memory small; which ones depends on the samples only.
    static let mostChunks = 128

    func answer() -> Acceptability {
        let batches = sums()
        var total = DrawSums(partners: program.partners, criteria: program.criteria)
        for batch in batches { total.add(batch) }
        return AcceptabilityAnswer(run: self, batches: batches, total: total).answer()
    }

    private func sums() -> [DrawSums] {
        if let order = rankOrder {
            let size = RankBlock.draws
            return chunked(blocks: (samples + size - 1) / size) { block in
                RankBlock.run(
                    values: program.known, partners: program.partners, criteria: program.criteria, order: order.first,
                    draws: min(size, samples - block * size), seed: seed, block: block,
                    needsPairs: parts.contains(.pairwise), needsCentral: parts.contains(.centralWeights))
            } add: {
                $0.add($1)
            }
        }
        let size = plan.blockSize
        return chunked(blocks: (samples + size - 1) / size) { block in
            DrawBlock.run(
                program, weights: plan.program, draws: min(size, samples - block * size), seed: seed, block: block)
        } add: {
            $0.add($1)
        }
    }

    /// Where the fast kernel applies: the order of the weights, or none. Nil where values are drawn, vetoed, the same
    /// or nearly so for two partners, or weights have another shape.
    private var rankOrder: [[Int]]? {
        let m = program.partners
        let n = program.criteria
        guard program.drawn.isEmpty, !program.hasVetoes, m <= RankBlock.mostPartners else { return nil }
        for i in 0..<m {
            for j in (i + 1)..<max(i + 1, m) {
                let differ = (0..<n).contains {
                    abs(program.known[i * n + $0] - program.known[j * n + $0]) >= RankBlock.leastDifference
                }
                if !differ { return nil }
            }
        }
        switch plan.program {
        case .simplex: return []
        case .order(let order): return [order]
        default: return nil
        }
    }

    /// The fast kernel does not divide the weights unless it must; but it draws only such as have known means: equal
    /// on the simplex, rank order centroids (Barron & Barrett, Management Science 42(11) (1996), 1515–1523) in an order.
    var exactMeanWeights: [Double]? {
        let n = program.criteria
        guard let order = rankOrder else { return nil }
        guard let criteria = order.first else { return Array(repeating: 1 / Double(n), count: n) }
        var means = [Double](repeating: 0, count: n)
        var sum = 0.0
        for place in stride(from: n - 1, through: 0, by: -1) {
            sum += 1 / Double((place + 1) * n)
            means[criteria[place]] = sum
        }
        return means
    }

    /// First places of each partner at its own weights.
    func confidence(at weights: [[Double]?]) -> [Double?] {
        // Known values give the same answer in every draw.
        let draws = program.drawn.isEmpty ? 1 : samples
        let size = WeightPlan.directBlock
        let firsts = chunked(blocks: (draws + size - 1) / size) { block in
            ConfidenceBlock.run(
                program, at: weights, draws: min(size, draws - block * size), seed: seed, block: block)
        } add: {
            for partner in $0.indices { $0[partner] += $1[partner] }
        }
        return weights.indices.map { partner in
            weights[partner].map { _ in firsts.reduce(0) { $0 + $1[partner] } / Double(draws) }
        }
    }

    private func chunked<Sums: Sendable>(
        blocks: Int, _ body: @Sendable (Int) -> Sums, add: @Sendable (inout Sums, Sums) -> Void
    ) -> [Sums] {
        let length = (blocks + Self.mostChunks - 1) / Self.mostChunks
        return Parallel.map(count: (blocks + length - 1) / length, threads: threads) { chunk in
            var sum = body(chunk * length)
            for block in (chunk * length + 1)..<max(chunk * length + 1, min(blocks, (chunk + 1) * length)) {
                add(&sum, body(block))
            }
            return sum
        }
    }
}
