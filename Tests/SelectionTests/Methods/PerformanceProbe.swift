import Foundation
import Testing

@testable import Selection

@Suite struct PerformanceProbe {
    static func uniform(_ count: Int) -> [Double] {
        (0..<count).map { k in
            var z: UInt64 = 20_260_901 &+ UInt64(k + 1) &* 0x9E37_79B9_7F4A_7C15
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            z = z ^ (z >> 31)
            return Double(z >> 11) * 0x1p-53
        }
    }
    static func time(_ body: () -> Void) -> String {
        var t: [Double] = []
        for _ in 0..<41 {
            let c = ContinuousClock()
            let d = c.measure(body)
            t.append(Double(d.components.attoseconds) * 1e-15)
        }
        t.sort()
        return "median \(t[20]) least \(t[0]) ms"
    }
    @Test func probe() throws {
        let v = Self.uniform(200_000)
        let w = (1...20).map { Double($0) / 210 }
        let d = Array(repeating: Direction.maximise, count: 20)
        for threads in [1, 2] {
            let m = try DecisionMatrix(values: v, criteria: 20, weights: w, directions: d)
            let t = TOPSIS(m)
            print("TOPSIS", t.closeness.reduce(0) { $0 + $1 * $1 }, t.closeness[9246])
            print("matrix", Self.time { _ = try! DecisionMatrix(values: v, criteria: 20, weights: w, directions: d, threads: threads) })
            print("topsis", Self.time { _ = TOPSIS(m, threads: threads) })
            print("both", Self.time { _ = TOPSIS(try! DecisionMatrix(values: v, criteria: 20, weights: w, directions: d, threads: threads), threads: threads) })
            let f = Array(repeating: PreferenceFunction.linear(q: 0.05, p: 0.25), count: 20)
            let p = try PROMETHEE(m, preferences: f)
            print("PROMETHEE", p.phi.reduce(0) { $0 + $1 * $1 }, p.phi[9246])
            print("promethee", Self.time { _ = try! PROMETHEE(m, preferences: f, threads: threads) })
            print("ranks", Self.time { _ = p.ranks })
        }
    }
}
