import Foundation
import Testing

@testable import Economics

/// Keelin, Decision Analysis 13(4) (2016), 243–277.
@Suite struct MetalogTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        var p10, p50, p90: Double
        var min, max: Double?
        var metalog: Metalog { Metalog(p10: p10, p50: p50, p90: p90, min: min, max: max) }
        var testDescription: String { "\([p10, p50, p90]) \([min, max])" }
    }

    static let shapes = [
        Shape(p10: 2.6, p50: 3.1, p90: 4, min: nil, max: nil), Shape(p10: -1, p50: 0, p90: 1, min: nil, max: nil),
        Shape(p10: 2.6, p50: 3.1, p90: 4, min: 2, max: nil), Shape(p10: 2.6, p50: 3.1, p90: 4, min: nil, max: 4.5),
        Shape(p10: 0.2, p50: 0.3, p90: 0.6, min: 0, max: 1), Shape(p10: 19, p50: 22, p90: 26, min: 15, max: 60),
    ]

    private func quantile(_ metalog: Metalog, _ p: Double) -> Double {
        p <= 0.5 ? metalog.quantile(p, upper: false).value : metalog.quantile(1 - p, upper: true).value
    }

    @Test(arguments: shapes)
    func passesThroughItsPercentiles(_ shape: Shape) {
        let metalog = shape.metalog
        #expect(metalog.isFeasible)
        #expect(abs(quantile(metalog, 0.1) - shape.p10) < 1e-12 * 60)
        #expect(abs(quantile(metalog, 0.5) - shape.p50) < 1e-12 * 60)
        #expect(abs(quantile(metalog, 0.9) - shape.p90) < 1e-12 * 60)
    }

    @Test(arguments: shapes)
    func risesAndStaysWithinItsBounds(_ shape: Shape) {
        let metalog = shape.metalog
        var last = -Double.infinity
        for exponent in stride(from: -9.0, through: -0.4, by: 0.1) {
            let x = quantile(metalog, pow(10, exponent))
            #expect(x > last && x >= shape.min ?? -.infinity)
            last = x
        }
        for exponent in stride(from: -0.4, through: -9, by: -0.1) {
            let x = quantile(metalog, 1 - pow(10, exponent))
            #expect(x > last && x <= shape.max ?? .infinity)
            last = x
        }
    }

    @Test(arguments: shapes)
    func slopeIsTheDerivative(_ shape: Shape) {
        let metalog = shape.metalog
        for p in [0.01, 0.1, 0.3, 0.49] {
            for upper in [false, true] {
                let h = 1e-6
                let above = metalog.quantile(p + h, upper: upper).value
                let below = metalog.quantile(p - h, upper: upper).value
                let slope = metalog.quantile(p, upper: upper).slope
                #expect(abs((above - below) / (2 * h) / slope - 1) < 1e-5)
            }
        }
    }

    /// With symmetric percentiles a₃ is 0: the logistic distribution, M(y) = p50 + (p90 − p10)/(2 ln 9) · ln(y/(1 − y)).
    @Test func symmetricPercentilesAreTheLogistic() {
        let metalog = Metalog(p10: -1, p50: 0, p90: 1, min: nil, max: nil)
        for y in [0.001, 0.2, 0.5, 0.7, 0.99] {
            #expect(abs(quantile(metalog, y) - log(y / (1 - y)) / log(9)) < 1e-12)
        }
    }

    /// Keelin's eq. 9 for 10/50/90: r = (p50 − p10)/(p90 − p10) must lie in about (0.1666, 0.8334).
    @Test func feasibilityLimits() {
        func isFeasible(_ r: Double) -> Bool { Metalog(p10: 0, p50: r, p90: 1, min: nil, max: nil).isFeasible }
        for r in [0.17, 0.3, 0.5, 0.83] { #expect(isFeasible(r)) }
        for r in [0.01, 0.16, 0.84, 0.99] { #expect(!isFeasible(r)) }
    }
}
