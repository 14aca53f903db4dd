import Notation
import Selection
import Testing

/// Knowledge that no weights meet is explained, not answered with "no samples".
@Suite struct WeightConflictTests {
    static func message(_ knowledge: WeightKnowledge, criteria: Int) -> String {
        SelectionTests.message {
            _ = try acceptability(known([Array(repeating: 0.5, count: criteria)]), knowledge, samples: 10)
        }
    }

    @Test func lowEndsAboveOne() throws {
        #expect(
            Self.message(.intervals([0...0.9, 0.4...0.8, 0.3...0.5, 0.5...0.6]), criteria: 4)
                == """
                weightKnowledge.intervals[1]: No weights fit: weight 1 is at least 0.4, weight 2 is at least 0.3 and \
                weight 3 is at least 0.5, which sums to 1.2, above 1. The smallest change that mends it: lower the low \
                end of weight 3 by 0.2.
                """)
    }

    @Test func highEndsBelowOne() throws {
        let conflict = try #require(try WeightConflict.find(.intervals([0...0.2, 0...0.3, 0.1...0.4]), criteria: 3))
        #expect(conflict.members.count == 3)
        for member in conflict.members { #expect(abs((member.loosening ?? 0) - 0.1) < 1e-9) }
        #expect(abs(conflict.mending.reduce(0) { $0 + ($1.loosening ?? 0) } - 0.1) < 1e-9)
        #expect(
            conflict.faults(names: ["price", "quality", "security"]).description.hasPrefix(
                """
                weightKnowledge.intervals[0]: No weights fit: the weight of price is at most 0.2, the weight of quality \
                is at most 0.3 and the weight of security is at most 0.4, which sums to 0.9, below 1. The smallest \
                change that mends it: raise the high end of the weight of
                """))
    }

    @Test func aCycleOfRatiosIsASmallestSet() throws {
        func over(_ a: Int, _ b: Int, _ title: String?) -> LinearConstraint {
            LinearConstraint(
                coefficients: (0..<4).map { $0 == a ? -1 : $0 == b ? 1 : 0 }, bound: a == 2 ? -0.05 : 0, title: title)
        }
        let constraints = [
            over(0, 1, "price before quality"), over(0, 3, nil), over(1, 2, "quality before security"),
            over(2, 0, "security before price by 0.05"), over(1, 3, nil),
        ]
        let conflict = try #require(try WeightConflict.find(.constraints(constraints), criteria: 4))
        let indices = conflict.members.compactMap { member -> Int? in
            guard case .constraint(let index, _) = member.source else { return nil }
            return index
        }
        #expect(indices == [0, 2, 3])
        for member in conflict.members { #expect(abs((member.loosening ?? 0) - 0.05) < 1e-9) }
        // Minimal: without any one of them the others fit.
        for index in indices {
            let rest = indices.filter { $0 != index }.map { constraints[$0] }
            #expect(try WeightConflict.find(.constraints(rest), criteria: 4) == nil)
        }
        let text = conflict.faults().description
        #expect(
            text.hasPrefix(
                """
                weightKnowledge.constraints[0]: No weights fit: "price before quality", "quality before security" and \
                "security before price by 0.05" cannot be met together. The smallest change that mends it: raise the \
                bound of "
                """))
        #expect(text.hasSuffix("\" by 0.05."))
    }

    @Test func aConstraintAlone() {
        #expect(
            Self.message(
                .constraints([LinearConstraint(coefficients: [1, 1, 0.5], bound: 0.25)]), criteria: 3)
                    == """
                    weightKnowledge.constraints[0]: No weights fit: constraint 0 (w[0] + w[1] + 0.5 w[2] <= 0.25) cannot be \
                    met by weights that sum to 1. The smallest change that mends it: raise the bound of constraint 0 (w[0] \
                    + w[1] + 0.5 w[2] <= 0.25) by 0.25.
                    """)
        #expect(
            Self.message(.constraints([LinearConstraint(coefficients: [0, 0], bound: -1)]), criteria: 2).contains(
                "constraint 0 (0 <= -1) cannot be met"))
    }

    /// What is said to mend it does.
    @Test(arguments: 1...30) func mendingMends(_ seed: Int) throws {
        var random = AcceptabilityRandom(UInt64(seed))
        let n = 3 + seed % 4
        let constraints = (0..<(n + 4)).map { _ in
            LinearConstraint(
                coefficients: (0..<n).map { _ in random.unit() * 2 - 1 }, bound: random.unit() * 0.5 - 0.35)
        }
        guard let conflict = try WeightConflict.find(.constraints(constraints), criteria: n) else { return }
        var mended = constraints
        for member in conflict.mending {
            guard case .constraint(let index, _) = member.source else { continue }
            mended[index].bound += (member.loosening ?? 0) + 1e-7
        }
        #expect(try WeightConflict.find(.constraints(mended), criteria: n) == nil)
        let core = conflict.members.compactMap { member -> LinearConstraint? in
            guard case .constraint(_, let constraint) = member.source else { return nil }
            return constraint
        }
        #expect(try WeightConflict.find(.constraints(core), criteria: n) != nil)
        for left in core.indices {
            var fewer = core
            fewer.remove(at: left)
            #expect(try WeightConflict.find(.constraints(fewer), criteria: n) == nil)
        }
    }

    @Test func justFeasibleIsFeasible() throws {
        #expect(try WeightConflict.find(.intervals([0.5...1, 0.5...1]), criteria: 2) == nil)
        #expect(try WeightConflict.find(.intervals([0.1...0.1, 0.2...0.2, 0.7...0.7]), criteria: 3) == nil)
        #expect(try WeightConflict.find(.none, criteria: 3) == nil)
    }
}
