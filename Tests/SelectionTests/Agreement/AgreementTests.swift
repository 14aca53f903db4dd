import Testing

@testable import Selection

@Suite struct AgreementTests {
    /// Shrout & Fleiss (1979), table 2: six targets, four judges; ICC(2,1) = .29 in table 4. The interval, .019 to
    /// .761, is what R's psych::ICC prints for the same data.
    static let shroutFleiss: [[Double]] = [
        [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ]

    @Test func shroutAndFleissTable4() throws {
        let icc = try #require(IntraclassCorrelation(ratings: Self.shroutFleiss))
        #expect(abs(icc.value - 0.29) < 0.005)
        #expect(abs(icc.low - 0.019) < 0.001)
        #expect(abs(icc.high - 0.761) < 0.001)
    }

    @Test func fullAgreementIsOne() throws {
        let rows: [[Double]] = [[1, 1, 1], [3, 3, 3], [5, 5, 5]]
        let icc = try #require(IntraclassCorrelation(ratings: rows))
        #expect(abs(icc.value - 1) < 1e-12)
        let judges = (0..<3).map { j in rows.map { $0[j] } }
        #expect(try #require(KendallConcordance(ratings: judges)).w == 1)
    }

    @Test func nothingToCompareIsNil() {
        #expect(IntraclassCorrelation(ratings: [[1, 2]]) == nil)
        #expect(IntraclassCorrelation(ratings: [[2, 2], [2, 2]]) == nil)
        #expect(IntraclassCorrelation(ratings: [[1, .nan], [2, 3]]) == nil)
        #expect(KendallConcordance(ratings: [[1, 2, 3]]) == nil)
        #expect(KendallConcordance(ratings: [[1, 1, 1], [2, 2, 2]]) == nil)
    }

    /// Two judges: W = (ρ + 1)/2 with Spearman's ρ, ties or none (Kendall).
    @Test func twoJudgesMeanSpearman() throws {
        let (a, b): ([Double], [Double]) = ([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])
        let w = try #require(KendallConcordance(ratings: [a, b])).w
        let rho = try #require(KendallConcordance.rankCorrelation(a, b))
        #expect(abs(rho - 0.8) < 1e-12)
        #expect(abs(w - (rho + 1) / 2) < 1e-12)
        let tied = try #require(KendallConcordance(ratings: [[1, 1, 2, 3], [1, 1, 2, 3]]))
        #expect(abs(tied.w - 1) < 1e-12)
    }

    /// Three judges, three things: of the 36 arrangements relative to the first judge one has W = 1.
    @Test func permutationChanceOfFullAgreement() throws {
        let p = try #require(KendallConcordance(ratings: [[1, 2, 3], [1, 2, 3], [1, 2, 3]])).p
        #expect(abs(p - 1.0 / 36) < 0.012)
    }

    @Test func opposedJudgesHaveNoConcordance() throws {
        let w = try #require(KendallConcordance(ratings: [[1, 2, 3, 4], [4, 3, 2, 1]])).w
        #expect(abs(w) < 1e-12)
    }

    @Test func orderOfJudgesAndThingsDoesNotMatter() throws {
        let icc = try #require(IntraclassCorrelation(ratings: Self.shroutFleiss))
        let turned = try #require(IntraclassCorrelation(ratings: Self.shroutFleiss.reversed().map { $0.reversed() }))
        #expect(abs(icc.value - turned.value) < 1e-12 && abs(icc.high - turned.high) < 1e-9)
    }
}
