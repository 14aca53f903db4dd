import Testing
import TrialKernels

@Suite struct RankSortTests {
    private func ranks(_ keys: [Double]) -> [Int] {
        var ranks = [UInt32](repeating: 0, count: keys.count)
        keys.withUnsafeBufferPointer { keys in
            ranks.withUnsafeMutableBufferPointer { RankSort.ranks(of: keys, into: $0) }
        }
        return ranks.map(Int.init)
    }

    /// Stable sort by the key in single precision, as documented.
    private func oracle(_ keys: [Double]) -> [Int] {
        let order = keys.indices.sorted { (Float(keys[$0]), $0) < (Float(keys[$1]), $1) }
        var ranks = [Int](repeating: 0, count: keys.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        return ranks
    }

    @Test(arguments: [0, 1, 2, 9, 100, 4096, 5000])
    func sortsNegativesZerosAndTies(_ n: Int) {
        var random = TestRandom(UInt64(n) + 1)
        let wide = (0..<n).map { _ in random.uniform(-1, 1) * 1e6 }
        let tied = (0..<n).map { _ in Double(random.whole(-3...3)) }
        let fine = (0..<n).map { _ in random.uniform(-3.5, 3.5) }
        for keys in [wide, tied, fine] { #expect(ranks(keys) == oracle(keys)) }
    }
}
