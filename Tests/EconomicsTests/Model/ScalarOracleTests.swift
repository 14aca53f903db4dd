import Testing

@testable import Economics

/// The engine against a slow second computation, over random cases.
@Suite struct ScalarOracleTests {
    @Test(arguments: 0..<20)
    func agreesOnRandomCases(_ seed: Int) throws {
        var random = TestRandom(UInt64(7000 + seed))
        for _ in 0..<10 {
            let oracle = ScalarOracle(&random)
            let answer = try decide(oracle.yaml, trials: 8)
            let keep = try #require(answer.option("keep")).presentValue.mean
            let bpo = try #require(answer.option("bpo")).presentValue.mean
            #expect(abs(keep / oracle.baseline - 1) < 1e-9, "\(oracle.yaml)")
            #expect(abs(bpo / oracle.option - 1) < 1e-9, "\(oracle.yaml)")
        }
    }
}
