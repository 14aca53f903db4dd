import Testing
import TrialKernels

@Suite struct LatinHypercubeTests {
    private func column(_ n: Int, seed: UInt64, block: Int = 0, name: String = "x") -> [Double] {
        var stream = RandomStream(seed: seed, block: block, name: RandomStream.identifier(of: name))
        var order = [UInt32](repeating: 0, count: n)
        var column = [Double](repeating: 0, count: n)
        order.withUnsafeMutableBufferPointer { order in
            column.withUnsafeMutableBufferPointer { LatinHypercube.fill($0, order: order, stream: &stream) }
        }
        return column
    }

    @Test(arguments: [1, 2, 3, 7, 64, 100, 1000, 4096])
    func everyStratumIsHitOnce(_ n: Int) {
        for seed: UInt64 in [0, 1, 99] {
            let strata = column(n, seed: seed).map { Int($0 * Double(n)) }
            #expect(strata.sorted() == Array(0..<n))
        }
    }

    @Test func placesLieInsideTheUnitInterval() {
        for block in 0..<20 {
            for u in column(4096, seed: 3, block: block) { #expect(u > 0 && u < 1) }
        }
    }

    /// All six orders of three strata, each within four standard errors of a sixth.
    @Test func theOrderIsFair() {
        var counts: [[Int]: Int] = [:]
        let rounds = 12_000
        for block in 0..<rounds { counts[column(3, seed: 8, block: block).map { Int($0 * 3) }, default: 0] += 1 }
        #expect(counts.count == 6)
        let error = (Double(rounds) * (1.0 / 6) * (5.0 / 6)).squareRoot()
        for count in counts.values { #expect(abs(Double(count) - Double(rounds) / 6) < 4 * error) }
    }

    /// Places within the stratum are uniform: mean ½, variance 1/12.
    @Test func theJitterIsUniform() {
        let n = 4096
        var sum = 0.0
        var squares = 0.0
        for block in 0..<10 {
            for u in column(n, seed: 21, block: block) {
                let place = u * Double(n) - (u * Double(n)).rounded(.down)
                sum += place
                squares += (place - 0.5) * (place - 0.5)
            }
        }
        let total = Double(10 * n)
        #expect(abs(sum / total - 0.5) < 4 * (1 / 12 / total).squareRoot())
        #expect(abs(squares / total - 1.0 / 12) < 4 * (1 / 180 / total).squareRoot())
    }

    @Test func streamsDependOnSeedBlockAndName() {
        let base = column(64, seed: 1)
        #expect(column(64, seed: 1) == base)
        #expect(column(64, seed: 2) != base)
        #expect(column(64, seed: 1, block: 1) != base)
        #expect(column(64, seed: 1, name: "y") != base)
        #expect(column(64, seed: 0) != column(64, seed: 1, block: -1))
    }

    @Test func reorderKeepsThePlaceInTheStratum() {
        let n = 100
        var random = TestRandom(31)
        var values = column(n, seed: 4)
        let before = values
        var old = before.map { UInt32($0 * Double(n)) }
        var new = (0..<UInt32(n)).map { $0 }
        for i in stride(from: n - 1, to: 0, by: -1) { new.swapAt(i, random.whole(0...i)) }
        let wanted = new
        values.withUnsafeMutableBufferPointer { values in
            old.withUnsafeMutableBufferPointer { old in
                new.withUnsafeMutableBufferPointer { LatinHypercube.reorder(values, from: old, to: $0) }
            }
        }
        for i in 0..<n {
            #expect(Int(values[i] * Double(n)) == Int(wanted[i]))
            let place = before[i] * Double(n) - (before[i] * Double(n)).rounded(.down)
            #expect(abs(values[i] * Double(n) - Double(wanted[i]) - place) < 1e-11)
        }
    }
}
