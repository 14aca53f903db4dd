import Foundation
import Testing

@testable import Economics

@Suite struct NPVTests {
    @Test func byHand() throws {
        // −100 + 60/1.1 + 60/1.21 = 4.132231…
        let answer = try #require(NetPresentValue(rate: 0.1, flows: [-100, 60, 60], periodsPerYear: 1))
        #expect(abs(answer.value - 4.132231404958678) < 1e-12)
        // 0.6 (1 ± √(1 + 4/0.6·…))… : x solves 60x² + 60x = 100, so 1 + r = 1/x.
        let x = (-60 + (3600.0 + 24000).squareRoot()) / 120
        #expect(abs((answer.internalRate ?? 0) - (1 / x - 1)) < 1e-12)
    }

    @Test func rateIsAYear() throws {
        // One percent a month is 1.01^12 − 1 a year.
        let rate = try #require(NetPresentValue.internalRate(flows: [-100, 0, 102.01], periodsPerYear: 12))
        #expect(abs(rate - (pow(1.01, 12) - 1)) < 1e-12)
        let answer = try #require(NetPresentValue(rate: pow(1.01, 12) - 1, flows: [0, 101], periodsPerYear: 12))
        #expect(abs(answer.value - 100) < 1e-10)
    }

    @Test(arguments: [
        [100.0, 200, 300], [0, 0, 0], [5], [-1, -2],
        // 10 % and 20 %.
        [-100, 230, -132],
        // 10 % twice: it touches zero.
        [100, -220, 121],
        // Never zero.
        [100, -100, 100],
        // 5 %, 10 %, 15 %.
        [-1, 3.3, -3.6275, 1.32825],
    ])
    func noneOrSeveral(_ flows: [Double]) {
        #expect(NetPresentValue.internalRate(flows: flows, periodsPerYear: 1) == nil)
    }

    @Test func uniqueInSpiteOfSeveralChangesOfSign() throws {
        // (x − 1/1.1)(x² + 1), ordered by powers of x = 1/(1 + r).
        let flows = [-1 / 1.1, 1, -1 / 1.1, 1]
        let rate = try #require(NetPresentValue.internalRate(flows: flows, periodsPerYear: 1))
        #expect(abs(rate - 0.1) < 1e-12)
        // Borrow, invest, get back: a lone negative rate.
        let loss = try #require(NetPresentValue.internalRate(flows: [-100, 50], periodsPerYear: 1))
        #expect(abs(loss + 0.5) < 1e-12)
    }

    @Test func findsRootsThatLieCloseTogetherAndFarApart() {
        func polynomial(_ roots: [Double]) -> [Double] {
            roots.reduce([1.0]) { p, root in
                var next = [Double](repeating: 0, count: p.count + 1)
                for (k, c) in p.enumerated() {
                    next[k] -= root * c
                    next[k + 1] += c
                }
                return next
            }
        }
        for roots in [[0.9, 0.901], [0.01, 1, 200], [0.5, 0.6, 0.7, 0.8, 0.9], [1e-6, 1e6]] {
            let found = PositiveRoots.logarithms(of: polynomial(roots), atMost: 9)?.map { exp($0) } ?? []
            #expect(found.count == roots.count, "\(roots) \(found)")
            for (a, b) in zip(found, roots) { #expect(abs(a / b - 1) < 1e-6) }
        }
        // A negative root and a complex pair do not count.
        #expect(PositiveRoots.logarithms(of: polynomial([-2, -3]), atMost: 9) == [])
    }

    /// The other way to the same count: changes of sign on a fine grid.
    @Test func agreesWithAGrid() {
        var state: UInt64 = 11
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53) * 2 - 1
        }
        for round in 0..<60 {
            let flows = (0..<(3 + round % 7)).map { _ in next() }
            var changes: [Double] = []
            var last = 0.0
            for step in -4000...4000 {
                let u = Double(step) * 0.003
                let x = exp(-abs(u))
                let value = (u < 0 ? flows.reversed() : flows).reduce(0) { $0 * x + $1 }
                if last * value < 0 { changes.append(u) }
                last = value
            }
            let found = PositiveRoots.logarithms(of: flows, atMost: 99)?.filter { abs($0) < 12 } ?? []
            #expect(found.count == changes.count, "\(flows)")
            for (a, b) in zip(found, changes) { #expect(abs(a - b) <= 0.0031) }
        }
    }

    @Test func longAlternatingFlowsStayFast() {
        var state: UInt64 = 7
        let flows = (0..<600).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53) - 0.5
        }
        let start = ContinuousClock.now
        let roots = PositiveRoots.logarithms(of: flows, atMost: 600)
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(roots != nil)
    }

    @Test func refusesWhatHasNoValue() {
        #expect(NetPresentValue(rate: -1, flows: [1], periodsPerYear: 1) == nil)
        #expect(NetPresentValue(rate: 0.1, flows: [], periodsPerYear: 1) == nil)
        #expect(NetPresentValue(rate: -0.999999, flows: [Double](repeating: 1, count: 100), periodsPerYear: 1) == nil)
    }
}
