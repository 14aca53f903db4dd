import SelectionKernels

/// Sums of draws as figures.
struct AcceptabilityAnswer {
    var run: AcceptabilityRun
    var batches: [DrawSums]
    var total: DrawSums

    private var m: Int { run.program.partners }
    private var n: Int { run.program.criteria }
    private var draws: Double { Double(run.samples) }

    func answer() -> Acceptability {
        let ranks = ranks(of: total)
        let meanWeights = run.exactMeanWeights ?? total.weights.map { $0 / draws }
        let values = means(total.values) { known, _ in known }
        let contributions = means(total.contributions) { known, k in known * meanWeights[k] }
        var vetoed = total.vetoed.map { Double($0) / draws }
        run.classes.even(&vetoed)
        var central: [[Double]?] = []
        var confidence: [Double?] = []
        if run.parts.contains(.centralWeights) {
            central = centralWeights()
            if run.parts.contains(.confidence) { confidence = evenConfidence(run.confidence(at: central)) }
        }
        return Acceptability(
            samples: run.samples, rankAcceptability: ranks, standardError: standardErrors(ranks),
            centralWeights: central, confidence: confidence,
            pairwiseWinning: run.parts.contains(.pairwise) ? pairwise() : [],
            expectedRank: ranks.map { row in row.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element } },
            meanWeights: meanWeights, meanValues: values, meanContributions: contributions,
            meanTotal: contributions.map { $0.reduce(0, +) }, leadError: leadErrors(), vetoed: vetoed,
            sampling: sampling)
    }

    private func ranks(of sums: DrawSums) -> [[Double]] {
        var rows = (0..<m).map { i in
            (0..<m).map { r in
                (Double(sums.ranks[i * m + r]) + sums.sharedRanks[i * m + r]) / Double(sums.draws)
            }
        }
        run.classes.even(&rows)
        return rows
    }

    private func standardErrors(_ ranks: [[Double]]) -> [[Double]] {
        var errors = ranks.map { row in row.map { (max(0, $0 * (1 - $0)) / draws).squareRoot() } }
        guard run.plan.isChain, batches.count > 1 else { return errors }
        // Batches are independent chains: their spread is honest about what thinning leaves of dependence.
        let batchRanks = batches.map(ranks(of:))
        for i in 0..<m {
            for r in 0..<m {
                var sum = 0.0
                for (batch, rows) in zip(batches, batchRanks) {
                    let difference = rows[i][r] - ranks[i][r]
                    sum += Double(batch.draws) * difference * difference
                }
                errors[i][r] = max(errors[i][r], (sum / (draws * Double(batches.count - 1))).squareRoot())
            }
        }
        return errors
    }

    private func leadErrors() -> [[Double]] {
        var errors = [[Double]](repeating: Array(repeating: 0, count: m), count: m)
        guard run.exactMeanWeights == nil, batches.count > 1 else { return errors }
        let totals = batches.map(totals(of:))
        for i in 0..<m {
            for j in 0..<i {
                let leads = totals.map { $0[i] - $0[j] }
                let mean = zip(batches, leads).reduce(0) { $0 + Double($1.0.draws) * $1.1 } / draws
                let spread = zip(batches, leads).reduce(0) { sum, batch in
                    sum + Double(batch.0.draws) * (batch.1 - mean) * (batch.1 - mean)
                }
                errors[i][j] = (spread / (draws * Double(batches.count - 1))).squareRoot()
                errors[j][i] = errors[i][j]
            }
        }
        return errors
    }

    /// Mean total of each partner in one batch.
    private func totals(of batch: DrawSums) -> [Double] {
        (0..<m).map { i in
            var drawn = Set<Int>()
            var sum = 0.0
            for cell in run.program.drawn[run.program.starts[i]..<run.program.starts[i + 1]] {
                drawn.insert(cell.criterion)
                sum += batch.contributions[i * n + cell.criterion]
            }
            for k in 0..<n where !drawn.contains(k) { sum += run.program.known[i * n + k] * batch.weights[k] }
            return sum / Double(batch.draws)
        }
    }

    private func means(_ sums: [Double], known: (Double, Int) -> Double) -> [[Double]] {
        var rows = (0..<m).map { i in (0..<n).map { known(run.program.known[i * n + $0], $0) } }
        for i in 0..<m {
            for cell in run.program.drawn[run.program.starts[i]..<run.program.starts[i + 1]] {
                rows[i][cell.criterion] = sums[i * n + cell.criterion] / draws
            }
        }
        run.classes.even(&rows)
        return rows
    }

    private func centralWeights() -> [[Double]?] {
        var central = [[Double]?](repeating: nil, count: m)
        for members in run.classes.classes {
            let first = members.reduce(0) { $0 + total.first[$1] }
            guard first > 0 else { continue }
            let sums = (0..<n).map { k in members.reduce(0) { $0 + total.central[$1 * n + k] } }
            // Divided by their own sum, so that rounding leaves them on the simplex.
            let sum = sums.reduce(0, +)
            for member in members { central[member] = sums.map { $0 / sum } }
        }
        return central
    }

    private func evenConfidence(_ raw: [Double?]) -> [Double?] {
        var figures = raw.map { $0 ?? 0 }
        run.classes.even(&figures)
        return raw.indices.map { raw[$0] == nil ? nil : figures[$0] }
    }

    /// Pairs of classes: the mean over all pairs of members; within a class one half.
    private func pairwise() -> [[Double]] {
        var winning = [[Double]](repeating: Array(repeating: 0.5, count: m), count: m)
        for (place, ours) in run.classes.classes.enumerated() {
            for theirs in run.classes.classes.dropFirst(place + 1) {
                var difference = 0
                for i in ours {
                    for j in theirs { difference += total.wins[i * m + j] - total.wins[j * m + i] }
                }
                let pairs = Double(ours.count * theirs.count)
                let half = Double(difference) / (2 * draws * pairs)
                for i in ours {
                    for j in theirs {
                        winning[i][j] = 0.5 + half
                        winning[j][i] = 0.5 - half
                    }
                }
            }
        }
        for i in 0..<m { winning[i][i] = 0 }
        return winning
    }

    private var sampling: WeightSampling {
        if case .rejection = run.plan.sampling, total.tried > 0 {
            return .rejection(acceptance: Double(total.kept) / Double(total.tried))
        }
        return run.plan.sampling
    }
}
