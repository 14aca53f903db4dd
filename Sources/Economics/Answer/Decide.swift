public import Sourcing

/// Decides a case: simulation, ranking, what the ranking hangs on, recommendation.
public struct Decide: Sendable {
    public static let defaultTrials = 50_000
    public static let trialsAllowed = 100...10_000_000

    public var trials: Int
    public var seed: UInt64
    public var threads: Int

    /// Whether to look for the inputs that would turn the order, one by one: three quarters of the time with few trials.
    /// Without it ``Rivalry/hinges`` are empty, and no sentence speaks of them.
    public var searchesHinges: Bool

    public init(
        trials: Int = Decide.defaultTrials, seed: UInt64 = 1, threads: Int = 1, searchesHinges: Bool = true
    ) {
        self.searchesHinges = searchesHinges
        self.trials = trials
        self.seed = seed
        self.threads = threads
    }

    /// Finds every number that the model needs, without a simulation.
    ///
    /// - Throws: `Faults` as a decision would.
    public static func check(_ theCase: Case) throws {
        var planner = CasePlanner(theCase)
        _ = try planner.plan()
    }

    /// - Parameter progress: called with the trials done; returning false cancels.
    /// - Returns: nil when cancelled. The same case, trials and seed give the same bits on any number of threads.
    /// - Throws: `Faults` where a number that the model cannot do without is neither stated nor known.
    public func callAsFunction(_ theCase: Case, progress: (@Sendable (Int) -> Bool)? = nil) throws -> Decision? {
        var planner = CasePlanner(theCase)
        let planned = try planner.plan()
        let model = CaseModel(plan: planned.plan)
        let simulation = Simulation(drivers: planned.drivers, model: model, trials: trials, seed: seed)
        guard let result = simulation.run(threads: threads, progress: progress) else { return nil }
        let answer = AnswerBuilder(
            theCase: theCase, planned: planned, model: model, result: result, seed: seed, threads: threads,
            searchesHinges: searchesHinges)
        return answer.build()
    }
}
