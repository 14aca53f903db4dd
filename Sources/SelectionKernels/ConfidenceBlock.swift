import TrialKernels

/// How often each partner is first at its own fixed weights, values drawn anew: the confidence factors of SMAA-2.
public enum ConfidenceBlock {
    /// - Parameter weights: one vector a partner; nil where there is nothing to ask.
    /// - Returns: the sum of first places, ties shared.
    public static func run(_ program: ValueProgram, at weights: [[Double]?], draws: Int, seed: UInt64, block: Int)
        -> [Double]
    {
        let m = program.partners
        let n = program.criteria
        var values = ValueSampler(
            program, seed: seed, block: block, variant: RandomStream.identifier(of: "confidence"))
        var sums = [Lanes](repeating: .zero, count: m)
        let work = Workspace(partners: m, criteria: n)
        var remaining = draws
        while remaining > 0 {
            if program.drawn.count > 0 { values.next() }
            let alive = min(remaining, laneCount)
            for (partner, point) in weights.enumerated() {
                guard let point else { continue }
                for k in 0..<n { work.weights[k] = Lanes(repeating: point[k]) }
                work.keysOnly(program, values.values)
                var isBehind = SIMDMask<SIMD8<Int64>>(repeating: false)
                var level = Lanes(repeating: 0)
                let own = work.keys[partner]
                for j in 0..<m {
                    isBehind .|= work.keys[j] .> own
                    level += Lanes.zero.replacing(with: Lanes(repeating: 1), where: work.keys[j] .== own)
                }
                var share = (Lanes(repeating: 1) / level).replacing(with: Lanes.zero, where: isBehind)
                for lane in alive..<max(alive, laneCount) { share[lane] = 0 }
                sums[partner] += share
            }
            remaining -= alive
        }
        return sums.map(\.laneSum)
    }
}

extension Workspace {
    /// Totals as order-preserving bits, vetoes included, without a sum kept.
    func keysOnly(_ program: ValueProgram, _ values: UnsafeMutablePointer<Lanes>) {
        let n = program.criteria
        let vetoes = program.tables.vetoes
        for i in 0..<program.partners {
            let row = values + i * n
            var total = Lanes.zero
            for k in 0..<n { total += weights[k] * row[k] }
            var key = unsafeBitCast(total, to: SIMD8<Int64>.self)
            if program.hasVetoes {
                var isVetoed = SIMDMask<SIMD8<Int64>>(repeating: false)
                for k in 0..<n { isVetoed .|= row[k] .<= Lanes(repeating: vetoes[k]) }
                key = key.replacing(with: key &- SIMD8<Int64>(repeating: 1 << 62), where: isVetoed)
            }
            keys[i] = key
        }
    }
}
