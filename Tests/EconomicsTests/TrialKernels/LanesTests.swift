import Foundation
import Testing
import TrialKernels

/// The vector functions against Foundation's, lane by lane.
@Suite struct LanesTests {
    private func lanes(_ make: (Int) -> Double) -> Lanes { Lanes((0..<laneCount).map(make)) }

    @Test func exponentialOverItsWholeRange() {
        var random = TestRandom(1)
        for round in 0..<20_000 {
            let spread = [1e-9, 1e-3, 1, 30, 699][round % 5]
            let x = lanes { _ in random.uniform(-spread, spread) }
            let y = x.exponential
            for i in 0..<laneCount {
                #expect(abs(y[i] / exp(x[i]) - 1) <= 3e-16 * (1 + abs(x[i])), "e^\(x[i])")
            }
        }
    }

    @Test func exponentialAtItsEnds() {
        #expect(Lanes(repeating: 0).exponential == Lanes(repeating: 1))
        // Clamped: never infinite, never zero.
        #expect(Lanes(repeating: 1e6).exponential[0].isFinite)
        #expect(Lanes(repeating: 1e6).exponential[3] > 1e303)
        #expect(Lanes(repeating: -1e6).exponential[7] > 0)
    }

    @Test func naturalLogarithmOverAllMagnitudes() {
        var random = TestRandom(2)
        for round in 0..<20_000 {
            let x = lanes { _ in
                round % 2 == 0
                    ? exp(random.uniform(-700, 700)) : 1 + random.uniform(-1, 1) * pow(10, random.uniform(-12, -0.4))
            }
            let y = x.naturalLogarithm
            for i in 0..<laneCount {
                #expect(abs(y[i] - log(x[i])) <= 3e-16 * (1 + abs(log(x[i]))), "ln \(x[i])")
            }
        }
        #expect(Lanes(repeating: 1).naturalLogarithm == .zero)
    }

    @Test func powerAgainstFoundation() {
        var random = TestRandom(3)
        for _ in 0..<5_000 {
            let base = lanes { _ in exp(random.uniform(-8, 8)) }
            let exponent = random.uniform(-6, 6)
            let y = base.raised(to: exponent)
            for i in 0..<laneCount {
                #expect(abs(y[i] / pow(base[i], exponent) - 1) < 2e-14, "\(base[i])^\(exponent)")
            }
        }
    }

    @Test func ceilingIsFoundationsOwn() {
        var random = TestRandom(4)
        for round in 0..<20_000 {
            let spread = [0.5, 3, 1e4, 1e15][round % 4]
            let x = lanes { i in
                let value = random.uniform(-spread, spread)
                // Whole numbers, halves, and the neighbours of whole numbers.
                return switch i % 4 {
                case 0: value
                case 1: value.rounded()
                case 2: value.rounded().nextUp
                default: value.rounded() - 0.5
                }
            }
            let y = x.ceiling
            for i in 0..<laneCount { #expect(y[i] == x[i].rounded(.up), "⌈\(x[i])⌉") }
        }
    }

    @Test func picksAndSums() {
        let a = Lanes(1, -2, 3, -4, 5, -6, 7, -8)
        let b = Lanes(-1, 2, -3, 4, -5, 6, -7, 8)
        #expect(Lanes.maximum(a, b) == Lanes(1, 2, 3, 4, 5, 6, 7, 8))
        #expect(Lanes.minimum(a, b) == Lanes(-1, -2, -3, -4, -5, -6, -7, -8))
        #expect(a.positivePart == Lanes(1, 0, 3, 0, 5, 0, 7, 0))
        #expect(a.clamped(-3, 4) == Lanes(1, -2, 3, -3, 4, -3, 4, -3))
        #expect(a.laneSum == -4)
        #expect(Lanes(1, 2, 4, 8, 16, 32, 64, 128).laneSum == 255)
    }
}
