import Testing

@testable import Selection

@Suite struct LeadErrorTests {
    private func model(_ cells: [[ValueCell]], _ weights: WeightKnowledge) throws -> AcceptabilityModel {
        try AcceptabilityModel(cells: cells, weights: weights)
    }

    /// One missing value, uniform, at the weight 1: the error of its mean is √(1/12 / N).
    @Test func aUniformCellByHand() throws {
        let answer = try model([[.unknown], [.known(0.2)]], .point([1])).acceptability(samples: 40_000, seed: 3)
        let exact = (1.0 / 12 / 40_000).squareRoot()
        #expect(abs(answer.leadError[0][1] / exact - 1) < 0.35)
        #expect(answer.leadError[0][1] == answer.leadError[1][0] && answer.leadError[0][0] == 0)
    }

    /// Leads of different seeds differ by about what the error says.
    @Test func itIsTheSpreadBetweenSeeds() throws {
        let cells: [[ValueCell]] = [
            [.known(0.9), .views([.known(0.1), .known(0.8), nil])], [.range(low: 0.2, high: 0.9), .known(0.5)],
        ]
        let model = try model(cells, .points([10...100, 30...40]))
        let runs = try (0..<40).map { try model.acceptability(samples: 20_000, seed: UInt64($0), only: .ranks) }
        let leads = runs.map { $0.meanTotal[0] - $0.meanTotal[1] }
        let mean = leads.reduce(0, +) / 40
        let spread = (leads.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39).squareRoot()
        let told = runs.reduce(0) { $0 + $1.leadError[0][1] } / 40
        #expect(told > 0.65 * spread && told < 1.5 * spread)
    }

    @Test func exactMeansHaveNoError() throws {
        let answer = try model([[.known(0.9), .known(0.1)], [.known(0.2), .known(0.6)]], .none)
            .acceptability(samples: 20_000, seed: 1)
        #expect(answer.leadError[0][1] == 0)
    }
}
