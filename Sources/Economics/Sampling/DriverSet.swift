import Foundation
public import Notation
import TrialKernels

/// All drivers of a simulation, with the rank correlations between them.
public struct DriverSet: Sendable {
    public let drivers: [Driver]
    /// Drivers that are correlated with another, and the Cholesky factor (row by row) of their normal scores.
    private let correlated: [Int]
    private let factor: [[Double]]

    /// - Parameter correlations: Spearman's, by index of driver.
    /// - Throws: `Faults` where the correlations contradict each other (no joint distribution has them all).
    public init(_ drivers: [Driver], correlations: [(first: Int, second: Int, value: Double)] = []) throws(Faults) {
        self.drivers = drivers
        let members = Set(correlations.flatMap { [$0.first, $0.second] })
        // Sorted by name: the answer does not depend on the order of the case.
        let correlated = members.sorted { drivers[$0].name < drivers[$1].name }
        self.correlated = correlated
        let place = Dictionary(uniqueKeysWithValues: correlated.enumerated().map { ($1, $0) })
        var matrix = (0..<correlated.count).map { i in (0..<correlated.count).map { i == $0 ? 1.0 : 0.0 } }
        for pair in correlations {
            guard let i = place[pair.first], let j = place[pair.second], i != j else { continue }
            // Normal scores with Pearson's r have Spearman's ρ = 6/π asin(r/2) (Pearson 1907).
            let r = 2 * sin(Double.pi * pair.value / 6)
            matrix[i][j] = r
            matrix[j][i] = r
        }
        guard let factor = Self.cholesky(matrix) else {
            let names = correlated.map { drivers[$0].name }.joined(separator: ", ")
            throw Faults(
                Fault(
                    path: "correlations",
                    "These correlations contradict each other, no set of futures has them all: \(names).",
                    remedy: "Bring the strongest of them nearer to 0."))
        }
        self.factor = factor
    }

    /// The lower triangle L with L Lᵀ = matrix, or nil where the matrix is not positive definite.
    static func cholesky(_ matrix: [[Double]]) -> [[Double]]? {
        let n = matrix.count
        var lower = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
        for i in 0..<n {
            for j in 0...i {
                var sum = matrix[i][j]
                for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
                if i == j {
                    guard sum > 1e-9 else { return nil }
                    lower[i][i] = sum.squareRoot()
                } else {
                    lower[i][j] = sum / lower[j][j]
                }
            }
        }
        return lower
    }

    /// Draws one block: a Latin hypercube sample with the given rank correlations.
    ///
    /// Iman & Conover, Communications in Statistics B 11(3) (1982), 311–334: correlated normal scores decide only the
    /// *order* of each column, so every column stays stratified. (Their step that takes out the sample's own chance
    /// correlation is left out: over many blocks it averages out.)
    /// - Parameters:
    ///   - uniforms: one row a driver, of u in (0, 1).
    ///   - values: one row a driver, of values.
    func draw(
        seed: UInt64, block: Int, count: Int, uniforms: (Int) -> UnsafeMutableBufferPointer<Float>?,
        values: (Int) -> UnsafeMutableBufferPointer<Double>, scores: NormalScores
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count * (correlated.count + 2)) { space in
            let spare = UnsafeMutableBufferPointer(rebasing: space[0..<count])
            let fresh = UnsafeMutableBufferPointer(rebasing: space[count..<(2 * count)])
            var isCorrelated = [Int?](repeating: nil, count: drivers.count)
            for (place, driver) in correlated.enumerated() { isCorrelated[driver] = place }
            for index in drivers.indices {
                var stream = RandomStream(seed: seed, block: block, name: drivers[index].stream)
                let order =
                    isCorrelated[index].map {
                        UnsafeMutableBufferPointer(rebasing: space[(count * ($0 + 2))..<(count * ($0 + 3))])
                    } ?? spare
                LatinHypercube.fill(values(index), order: order, stream: &stream)
            }
            if !correlated.isEmpty {
                withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { mixed in
                    for (place, driver) in correlated.enumerated() {
                        for i in 0..<count { mixed[i] = 0 }
                        for other in 0...place where factor[place][other] != 0 {
                            let weight = factor[place][other]
                            let order = space[(count * (other + 2))..<(count * (other + 3))]
                            for i in 0..<count { mixed[i] += weight * scores.values[Int(order[order.startIndex + i])] }
                        }
                        RankSort.ranks(of: UnsafeBufferPointer(mixed), into: fresh)
                        let old = UnsafeMutableBufferPointer(
                            rebasing: space[(count * (place + 2))..<(count * (place + 3))])
                        LatinHypercube.reorder(values(driver), from: old, to: fresh)
                    }
                }
            }
            for index in drivers.indices {
                let column = values(index)
                if let row = uniforms(index) {
                    for i in 0..<count { row[i] = Float(column[i]) }
                }
                drivers[index].sampler.transform(column)
            }
        }
    }
}

/// Van der Waerden's scores Φ⁻¹((r + 1)/(n + 1)) of the ranks r = 0 … n − 1.
struct NormalScores: Sendable {
    let values: [Double]

    init(count: Int) {
        values = (0..<count).map { NormalDistribution.quantile(Double($0 + 1) / Double(count + 1)) }
    }
}
