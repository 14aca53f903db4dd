import Foundation
import Testing

@testable import Selection

@Suite struct RatioConflictTests {
    typealias Ratio = RatioConflict.Ratio

    @Test func agreeingJudgementsAreNoConflict() {
        #expect(RatioConflict.find([], criteria: 3) == nil)
        #expect(
            RatioConflict.find(
                [
                    Ratio(more: 0, less: 1, low: 2, high: 3), Ratio(more: 1, less: 2, low: 2, high: 3),
                    Ratio(more: 0, less: 2, low: 5, high: 6),
                ],
                criteria: 3) == nil)
    }

    /// a/b ≥ 2 and b/c ≥ 2 make a/c ≥ 4: at most 2 is short by the factor 2, whichever gives way. The fourth is no part.
    @Test func aCycleByHand() throws {
        let conflict = try #require(
            RatioConflict.find(
                [
                    Ratio(more: 3, less: 0, low: 1, high: 2), Ratio(more: 0, less: 1, low: 2, high: 3),
                    Ratio(more: 1, less: 2, low: 2, high: 3), Ratio(more: 0, less: 2, low: 1, high: 2),
                ], criteria: 4))
        #expect(conflict.members.map(\.ratio) == [1, 2, 3])
        #expect(abs(conflict.members[0].mendedLow - 1) < 1e-6 && conflict.members[0].mendedHigh == 3)
        #expect(abs(conflict.members[2].mendedHigh - 4) < 1e-6 && conflict.members[2].mendedLow == 1)
    }

    /// Once answered with "7.2 instead of 7.2": c2/c0 can be at most 2.6 · 1.2 / 1.1… by the others.
    @Test func everyMendIsAChangeThatMends() throws {
        var state: UInt64 = 7
        func uniform() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) * 0x1p-53
        }
        var found = 0
        for _ in 0..<300 {
            let n = 3 + Int(uniform() * 4)
            let ratios = (0..<(n + 2)).compactMap { _ -> Ratio? in
                let (a, b) = (Int(uniform() * Double(n)), Int(uniform() * Double(n)))
                let low = exp(uniform() * 3 - 1.5)
                return a == b ? nil : Ratio(more: a, less: b, low: low, high: low * (1 + uniform()))
            }
            guard let conflict = RatioConflict.find(ratios, criteria: n) else { continue }
            found += 1
            for member in conflict.members {
                let ratio = ratios[member.ratio]
                #expect(member.mendedLow < ratio.low * (1 - 1e-9) || member.mendedHigh > ratio.high * (1 + 1e-9))
                // With it, and a hair more for rounding, the members agree; without it they do not.
                var mended = conflict.members.map { ratios[$0.ratio] }
                let place = try #require(conflict.members.firstIndex(of: member))
                mended[place].low = member.mendedLow * (1 - 1e-6)
                mended[place].high = member.mendedHigh * (1 + 1e-6)
                #expect(RatioConflict.find(mended, criteria: n) == nil)
            }
        }
        #expect(found > 50)
    }
}
