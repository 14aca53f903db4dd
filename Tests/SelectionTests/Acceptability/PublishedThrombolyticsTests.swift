import Foundation
import Selection
import Testing

/// Heparin against enoxaparin after hip surgery, as the tests of drugis/mcda-elicitation-web have it (R/test/thrombo.R
/// and examples/thrombolytics.json; computed by the R packages smaa and hitandrun with 10,000 draws). Their tests allow
/// 2 % for ranks and 5 % for central weights.
@Suite struct PublishedThrombolyticsTests {
    /// Futures: joint draws from independent beta distributions of proportions, as values on linear falling scales.
    static let cells: [[ValueCell]] = {
        var random = AcceptabilityRandom(2013)
        func gamma(_ shape: Int) -> Double { (0..<shape).reduce(0) { sum, _ in sum - log(1 - random.unit()) } }
        func beta(_ a: Int, _ b: Int, _ worst: Double, _ best: Double) -> ValueCell {
            .futures(
                (0..<20_000).map { _ in
                    let x = gamma(a)
                    let p = x / (x + gamma(b))
                    return min(max((worst - p) / (worst - best), 0), 1)
                })
        }
        return [
            [beta(20, 116, 0.25, 0), beta(40, 96, 0.4, 0.15), beta(1, 135, 0.1, 0)],
            [beta(8, 121, 0.25, 0), beta(32, 97, 0.4, 0.15), beta(5, 124, 0.1, 0)],
        ]
    }()

    static func check(_ answer: Acceptability, first: Double, _ hep: [Double], _ enox: [Double], _ cf: [Double]) {
        #expect(abs(answer.rankAcceptability[0][0] - first) < 0.02, "\(answer.rankAcceptability[0][0])")
        for (partner, expected) in [hep, enox].enumerated() {
            for (found, weight) in zip(answer.centralWeights[partner] ?? [], expected) {
                #expect(abs(found - weight) < 0.015, "\(found) instead of \(weight)")
            }
            #expect(abs((answer.confidence[partner] ?? 0) - cf[partner]) < 0.02)
        }
    }

    @Test func withoutPreferences() throws {
        Self.check(
            try acceptability(Self.cells), first: 0.3381, [0.1976, 0.2780, 0.5244], [0.4118, 0.3578, 0.2304],
            [0.6389, 0.8925])
    }

    @Test func inOrder() throws {
        for knowledge: WeightKnowledge in [
            .order([0, 2, 1]),
            .constraints([
                LinearConstraint(coefficients: [-1, 0, 1], bound: 0),
                LinearConstraint(coefficients: [0, 1, -1], bound: 0),
            ]),
        ] {
            Self.check(
                try acceptability(Self.cells, knowledge), first: 0.1369, [0.5240, 0.1213, 0.3547],
                [0.6229, 0.1103, 0.2668], [0.1914, 0.9174])
        }
    }

    /// Two equalities, each as two inequalities: a single point.
    @Test func withExactRatios() throws {
        let ratios: [[Double]] = [[1, 0, -2], [-1, 0, 2], [0, -2, 1], [0, 2, -1]]
        let answer = try acceptability(
            Self.cells, .constraints(ratios.map { LinearConstraint(coefficients: $0, bound: 0) }))
        #expect(answer.sampling == .fixed)
        let weights = [4.0 / 7, 1.0 / 7, 2.0 / 7]
        Self.check(answer, first: 0.1049, weights, weights, [0.1049, 0.8951])
    }
}
