import Foundation
import Notation
import Sourcing
import Testing

@testable import Economics

@Suite struct DriverSetTests {
    private func drivers(_ count: Int) -> [Driver] {
        let quantities: [Quantity] = [
            .lognormal(p10: 2, p90: 9), .pert(low: 0, likely: 1, high: 6), .normal(mean: 3, sd: 2),
            .uniform(low: 0, high: 1), .percentiles(p10: 1, p50: 2, p90: 4, min: 0, max: nil),
        ]
        return (0..<count).map { Driver(name: "driver.\($0)", quantity: quantities[$0 % quantities.count]) }
    }

    private func draw(_ set: DriverSet, count: Int, seed: UInt64 = 3, block: Int = 0) -> (
        values: [[Double]], places: [[Float]]
    ) {
        let n = set.drivers.count
        var values = [Double](repeating: 0, count: n * count)
        var places = [Float](repeating: 0, count: n * count)
        values.withUnsafeMutableBufferPointer { values in
            places.withUnsafeMutableBufferPointer { places in
                set.draw(
                    seed: seed, block: block, count: count,
                    uniforms: { UnsafeMutableBufferPointer(rebasing: places[($0 * count)..<(($0 + 1) * count)]) },
                    values: { UnsafeMutableBufferPointer(rebasing: values[($0 * count)..<(($0 + 1) * count)]) },
                    scores: NormalScores(count: count))
            }
        }
        return (
            (0..<n).map { Array(values[($0 * count)..<(($0 + 1) * count)]) },
            (0..<n).map { Array(places[($0 * count)..<(($0 + 1) * count)]) }
        )
    }

    @Test(arguments: [-0.95, -0.6, -0.3, 0.1, 0.4, 0.6, 0.9])
    func aPairReachesItsRankCorrelation(_ target: Double) throws {
        let set = try DriverSet(drivers(3), correlations: [(0, 1, target)])
        let sample = draw(set, count: 16_384)
        #expect(abs(spearman(sample.values[0], sample.values[1]) - target) < 0.03)
        #expect(abs(spearman(sample.values[0], sample.values[2])) < 0.03)
        #expect(abs(spearman(sample.values[1], sample.values[2])) < 0.03)
    }

    @Test func aWholeMatrixIsReachedAndTheOthersStayFree() throws {
        let targets = [(0, 1, 0.5), (0, 2, -0.4), (1, 2, 0.2), (2, 3, 0.6), (3, 4, -0.3), (0, 4, 0.25)]
        let set = try DriverSet(drivers(6), correlations: targets.map { (first: $0.0, second: $0.1, value: $0.2) })
        let sample = draw(set, count: 16_384)
        for i in 0..<6 {
            for j in 0..<i {
                let target = targets.first { ($0.0, $0.1) == (j, i) }?.2 ?? 0
                #expect(abs(spearman(sample.values[j], sample.values[i]) - target) < 0.03, "\(j) \(i)")
            }
        }
    }

    @Test func correlatedColumnsStayStratified() throws {
        let set = try DriverSet(drivers(4), correlations: [(0, 1, 0.8), (1, 2, -0.5)])
        for block in 0..<3 {
            for place in draw(set, count: 1000, block: block).places {
                #expect(place.map { Int((Double($0) * 1000).rounded(.down)) }.sorted() == Array(0..<1000))
            }
        }
    }

    @Test func valuesAreTheQuantilesOfTheirPlaces() throws {
        let set = try DriverSet(drivers(5), correlations: [(1, 4, 0.7)])
        let sample = draw(set, count: 512)
        for (d, driver) in set.drivers.enumerated() {
            let spread = driver.function.value(at: 0.9) - driver.function.value(at: 0.1)
            for (value, place) in zip(sample.values[d], sample.places[d]) where place > 0.001 && place < 0.999 {
                // The place is kept in single precision.
                #expect(abs(value - driver.function.value(at: Double(place))) < 1e-4 * spread)
            }
        }
    }

    @Test func aDriverDoesNotDependOnItsNeighbours() throws {
        let all = drivers(4)
        let together = draw(try DriverSet(all), count: 256).values
        let alone = draw(try DriverSet([all[2]]), count: 256).values
        #expect(together[2] == alone[0])
    }

    @Test(arguments: [
        [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)], [(0, 1, 1.0)], [(0, 1, -1.0)],
        [(0, 1, 0.7), (0, 2, 0.7), (0, 3, 0.7), (1, 2, -0.7), (1, 3, -0.7), (2, 3, -0.7)],
    ])
    func contradictionsAreAWholeSentence(_ pairs: [(Int, Int, Double)]) {
        do throws(Faults) {
            _ = try DriverSet(drivers(5), correlations: pairs.map { (first: $0.0, second: $0.1, value: $0.2) })
            Issue.record("No fault for \(pairs).")
        } catch {
            let names = Set(pairs.flatMap { [$0.0, $0.1] }).sorted().map { "driver.\($0)" }.joined(separator: ", ")
            #expect(
                error.description
                    == "correlations: These correlations contradict each other, no set of futures has them all: \(names). "
                    + "Bring the strongest of them nearer to 0.")
        }
    }

    @Test func choleskyOfAKnownMatrix() throws {
        // L = [[2, 0, 0], [6, 1, 0], [−8, 5, 3]] (a textbook matrix: Wikipedia, "Cholesky decomposition").
        let lower = try #require(DriverSet.cholesky([[4, 12, -16], [12, 37, -43], [-16, -43, 98]]))
        #expect(lower == [[2, 0, 0], [6, 1, 0], [-8, 5, 3]])
        #expect(DriverSet.cholesky([[1, 2], [2, 1]]) == nil)
        #expect(DriverSet.cholesky([]) == [])
    }

    @Test func vanDerWaerdensScoresAreSymmetric() {
        let scores = NormalScores(count: 999).values
        #expect(scores[499] == 0)
        for i in 0..<499 { #expect(abs(scores[i] + scores[998 - i]) < 1e-12) }
    }
}
