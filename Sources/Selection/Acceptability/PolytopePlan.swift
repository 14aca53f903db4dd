import Notation
import SelectionKernels
import TrialKernels

/// Chooses between rejection and hit-and-run, and finds where a chain may start and move.
enum PolytopePlan {
    /// Rejection is taken where a pilot keeps at least this share.
    static let leastAcceptance = 0.005
    static let pilotDraws = 16_384

    static func program(
        _ knowledge: WeightKnowledge, criteria: Int, samples: Int, seed: UInt64
    ) throws(Faults) -> (WeightProgram, WeightSampling) {
        if let conflict = try WeightConflict.find(knowledge, criteria: criteria) { throw conflict.faults() }
        guard let system = ConstraintSystem(knowledge, criteria: criteria) else { return (.simplex, .direct) }
        let polytope = Self.polytope(system)
        if polytope.bounds.isEmpty, polytope.low.allSatisfy({ $0 == 0 }), polytope.high.allSatisfy({ $0 >= 1 }) {
            return (.simplex, .direct)
        }
        var pilot = WeightSampler(
            .rejection(polytope), criteria: criteria,
            stream: LaneStream(seed: seed, block: 0, name: RandomStream.identifier(of: "pilot")))
        for _ in 0..<(pilotDraws / laneCount) { pilot.candidates() }
        let acceptance = Double(pilot.kept) / Double(pilot.tried)
        if acceptance >= leastAcceptance { return (.rejection(polytope), .rejection(acceptance: acceptance)) }
        return try chain(system, polytope, samples: samples)
    }

    /// Rows on one weight become its ends; rows that all weights meet go.
    static func polytope(_ system: ConstraintSystem) -> Polytope {
        var polytope = Polytope(
            low: Array(repeating: 0, count: system.criteria), high: Array(repeating: 1, count: system.criteria),
            rows: [], bounds: [])
        for row in system.rows {
            let used = row.coefficients.indices.filter { row.coefficients[$0] != 0 }
            if used.count == 1 {
                let k = used[0]
                let end = row.bound / row.coefficients[k]
                if row.coefficients[k] < 0 {
                    polytope.low[k] = min(max(polytope.low[k], end), 1)
                } else {
                    polytope.high[k] = max(min(polytope.high[k], end), 0)
                }
            } else if (row.coefficients.max() ?? 0) > row.bound {
                polytope.rows += row.coefficients
                polytope.bounds.append(row.bound)
            }
        }
        return polytope
    }

    private static func chain(
        _ system: ConstraintSystem, _ polytope: Polytope, samples: Int
    ) throws(Faults) -> (WeightProgram, WeightSampling) {
        let n = system.criteria
        let hull = try AffineHull(polytope, criteria: n)
        let dimension = n - hull.normals.count
        guard dimension > 0 else { return (.fixed(hull.centre), .fixed) }
        let (thinning, burnIn) = steps(
            dimension: dimension, criteria: n, rows: polytope.bounds.count, normals: hull.normals.count,
            samples: samples)
        // Ends that leave no room are met by the direction, which has none there.
        let walk = Walk(
            start: hull.centre, normals: hull.normals.flatMap(\.self), isLoose: hull.isLoose, thinning: thinning,
            burnIn: burnIn)
        return (.chain(polytope, walk), .hitAndRun(thinning: thinning))
    }

    /// n³ ln(n + 1)/4 steps from sample to sample (as the R package hitandrun has it), four times as many before the
    /// first; less, but at least n, where all would take more than about two seconds of a core. The standard errors
    /// tell what that costs.
    static func steps(dimension: Int, criteria: Int, rows: Int, normals: Int, samples: Int) -> (Int, Int) {
        let d = Double(dimension + 1)
        let full = (d * d * d * naturalLogarithm(d + 1) / 4).rounded(.up)
        let costOfStep = Double(criteria) * (25 + 4 * Double(rows) + 4 * Double(normals))  // cycles, eight lanes
        let budget = 6e9
        let affordable = budget / (Double(samples) / Double(laneCount) * costOfStep)
        let thinning = max(d, min(full, affordable.rounded(.down)))
        let burnIn = max(10 * d, min(4 * full, budget / (Double(WeightPlan.batches) * costOfStep)))
        return (Int(thinning), Int(burnIn))
    }
}

/// Without Foundation; the kernels' own is exact to a few units in the last place.
private func naturalLogarithm(_ value: Double) -> Double { Lanes(repeating: value).naturalLogarithm[0] }
