import Testing
import TrialKernels

@testable import Economics

struct StatisticsTests {
    private func values(_ n: Int, seed: UInt64) -> [Double] {
        var stream = RandomStream(seed: seed, block: 0, name: 1)
        return (0..<n).map { _ in
            let x = Double(stream.next() >> 11) * 0x1p-53
            return x * x * 1000 - 20
        }
    }

    private func summary(_ values: [Double], block: Int = 64) -> SampleSummary {
        values.withUnsafeBufferPointer { SampleSummary($0, blockSize: block) }
    }

    /// Everything sorted: slow and obvious.
    private func percentile(_ values: [Double], _ p: Double) -> Double {
        let sorted = values.sorted()
        let position = Double(sorted.count - 1) * p
        let below = Int(position)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }

    @Test(arguments: [1, 2, 7, 8, 100, 4096, 20_003])
    func orderStatisticsEqualThoseOfASort(n: Int) {
        let v = values(n, seed: UInt64(n))
        let s = summary(v)
        for p in SampleSummary.probabilities { #expect(s.percentile(p) == percentile(v, p)) }
        let tail = (n + 19) / 20
        let worst = v.sorted().suffix(tail).reduce(0, +) / Double(tail)
        #expect(abs(s.cvar95 - worst) < 1e-9 * abs(worst))
        #expect(s.histogram.reduce(0, +) == n)
    }

    @Test func constantAndTiedColumns() {
        let constant = summary([Double](repeating: 42, count: 1000))
        #expect(constant.percentile(0.1) == 42)
        #expect(constant.cvar95 == 42)
        #expect(constant.standardDeviation == 0)
        let tied = (0..<1000).map { Double($0 % 3) }
        #expect(summary(tied).percentile(0.5) == percentile(tied, 0.5))
    }

    @Test func binnedRanksAgreeWithExactOnesAndTiesAreEqual() {
        let v = values(5000, seed: 3).map { ($0 / 7).rounded() }
        let exact = exactRanks(v).map { ($0 + 0.5) / 5000 - 0.5 }
        let ours = v.withUnsafeBufferPointer { BinnedRanks($0) }
        for (a, b) in zip(ours.ranks, exact) { #expect(abs(Double(a) - b) < 1e-6) }
    }

    @Test func ranksOfARadixSort() {
        let v = values(3000, seed: 9)
        let ranks = [UInt32](unsafeUninitializedCapacity: 3000) { space, used in
            v.withUnsafeBufferPointer { RankSort.ranks(of: $0, into: space) }
            used = 3000
        }
        #expect(Set(ranks).count == 3000)
        for (rank, exact) in zip(ranks, exactRanks(v)) { #expect(abs(Double(rank) - exact) <= 1) }
    }
}
