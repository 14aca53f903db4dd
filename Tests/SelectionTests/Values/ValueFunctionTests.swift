import Foundation
import Testing

@testable import Selection

@Suite struct ValueFunctionTests {
    static let curvatures = [
        0, 1e-300, -1e-300, 1e-17, 1e-9, -1e-6, 0.5, -1.9338, 3, 40, -40, 700, -700, 1e4, -1e4, 1e308,
    ]

    @Test(arguments: curvatures) func endsAndMonotone(_ r: Double) {
        let f = ValueFunction.exponential(worst: 20, best: -5, curvature: r)
        #expect(f.value(at: 20) == 0 && f.value(at: -5) == 1)
        var last = -1.0
        for k in 0...1000 {
            let value = f.value(at: 20 - 25 * Double(k) / 1000)
            #expect(value >= last && value <= 1)
            last = value
        }
    }

    @Test func againstTheFormula() {
        for r in [0.5, -1.9338, 3, -6, 12] {
            let f = ValueFunction.exponential(worst: 2, best: 4, curvature: r)
            for u in [0.1, 0.37, 0.9] {
                #expect(abs(f.value(at: 2 + 2 * u) - (1 - exp(-r * u)) / (1 - exp(-r))) < 1e-14)
            }
        }
        // Two terms of the series about the straight line.
        let f = ValueFunction.exponential(worst: 0, best: 1, curvature: 1e-7)
        #expect(abs(f.value(at: 0.3) - (0.3 + 0.3 * 0.7 * 0.5e-7)) < 1e-15)
    }

    @Test(arguments: [0, 1e-12, -1e-7, 0.5, -1.9338, 3, 12, -12]) func inverse(_ r: Double) throws {
        let f = ValueFunction.exponential(worst: 100, best: 20, curvature: r)
        for x in [100.0, 99, 60, 33.3, 21, 20] {
            let back = try #require(f.argument(for: f.value(at: x)))
            #expect(abs(back - x) < 1e-8, "\(r) \(x)")
        }
        #expect(f.argument(for: 1.01) == nil && f.argument(for: -0.01) == nil && f.argument(for: .nan) == nil)
    }

    @Test func points() {
        let f = ValueFunction.points([.init(x: 0, value: 0), .init(x: 40, value: 0.35), .init(x: 110, value: 1)])
        #expect(abs(f.value(at: 97.6481) - 0.8853037857142857) < 1e-15)
        #expect(f.value(at: 40) == 0.35 && f.value(at: -3) == 0 && f.value(at: 200) == 1)
        #expect(f.isOutside(-0.1) && f.isOutside(111) && !f.isOutside(0) && !f.isOutside(110))
        #expect(f.argument(for: 0.35) == 40 && abs(f.argument(for: 0.675)! - 75) < 1e-12)
        #expect(f.worst == 0 && f.best == 110)
        let peak = ValueFunction.points([.init(x: 0, value: 0), .init(x: 1, value: 1), .init(x: 3, value: 0.2)])
        #expect(peak.argument(for: 0.5) == nil && peak.best == 1 && abs(peak.value(at: 2) - 0.6) < 1e-15)
    }

    @Test(arguments: [
        (
            ValueFunction.exponential(worst: 3, best: 3, curvature: 0),
            "s: The worst and the best of the scale are both 3. Give two different ends."
        ),
        (
            .exponential(worst: 3, best: .infinity, curvature: 0),
            "s.best: The best of the scale is not a finite number. Give a finite number."
        ),
        (
            .points([.init(x: 1, value: 0)]),
            "s.points: A scale of 1 points has no range. Give at least two points [x, value]."
        ),
        (
            .points([.init(x: 1, value: 0), .init(x: 1, value: 1)]),
            "s.points[1]: 1 does not come after 1. Give the points in ascending order of x, each x once."
        ),
        (
            .points([.init(x: 1, value: 0), .init(x: 2, value: 1.2)]),
            "s.points[1]: The value 1.2 is outside 0 to 1. Give 0 for the worst and 1 for the best."
        ),
    ]) func refuses(function: ValueFunction, message: String) {
        #expect(MethodSamples.message { try function.validate(path: "s") } == message)
    }
}
