public import Sourcing

/// What each option costs in each simulated future, and nothing else: for those who compare costs with other things.
public struct CostFutures: Sendable {
    /// Names of the options, in the order of the case.
    public let options: [String]
    /// Options × futures: present value of the total cost over the horizon, in the client's currency. The same future
    /// has the same index in every option: what they share (wages of a country, exchange rates, volume) is the same.
    public let presentValues: [[Double]]

    /// - Parameters:
    ///   - trials: futures, at least one.
    /// - Returns: the same bits for the same case, trials and seed on any number of threads.
    /// - Throws: `Faults` where a number that the model cannot do without is neither stated nor known.
    public static func of(_ theCase: Case, trials: Int, seed: UInt64, threads: Int = 1) throws -> CostFutures {
        var planner = CasePlanner(theCase)
        let planned = try planner.plan()
        let model = CaseModel(plan: planned.plan)
        let simulation = Simulation(drivers: planned.drivers, model: model, trials: max(1, trials), seed: seed)
        guard let result = simulation.run(threads: threads, keepsUniforms: false) else {
            return CostFutures(options: [], presentValues: [])
        }
        return CostFutures(
            options: planned.plan.options.map(\.name),
            presentValues: planned.plan.options.indices.map { result.values(ofOutcome: model.row($0, .presentValue)) })
    }

    public func presentValues(of option: String) -> [Double]? {
        options.firstIndex(of: option).map { presentValues[$0] }
    }
}
