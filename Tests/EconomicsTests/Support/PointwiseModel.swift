import Economics
import Notation

/// A model that is one formula of the drivers, worked out trial by trial.
struct PointwiseModel: TrialModel {
    let driverCount: Int
    let figure: @Sendable ([Double]) -> Double

    var outcomeCount: Int { 1 }
    var sumCount: Int { 1 }

    func evaluate(
        _ drivers: DriverRows, count: Int, valid: Int, outcomes: OutcomeRows, sums: UnsafeMutablePointer<Double>
    ) {
        for i in 0..<count {
            let y = figure((0..<driverCount).map { drivers.row($0)[i] })
            outcomes.row(0)[i] = y
            if i < valid { sums[0] += y }
        }
    }
}

/// Runs a formula over independent drivers.
func simulate(
    _ drivers: [Driver], trials: Int, seed: UInt64 = 5, threads: Int = 1,
    _ figure: @escaping @Sendable ([Double]) -> Double
) throws -> TrialResult? {
    Simulation(
        drivers: try DriverSet(drivers), model: PointwiseModel(driverCount: drivers.count, figure: figure),
        trials: trials, seed: seed
    ).run(threads: threads)
}
