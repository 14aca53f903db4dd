public import Sourcing

/// What the simulation says of a case: everything the reports show, nothing they would have to work out again.
///
/// Money is in the client's currency; present values unless a name says otherwise.
public struct Decision: Sendable {
    public var theCase: Case
    public var trials: Int
    public var seed: UInt64
    /// One for each function of the case, in its order.
    public var functions: [FunctionDecision]
    public var drivers: [DriverAnswer]
    public var assumptions: [Assumption]
    /// What the model leaves out for this case, whole sentences (tax always among them).
    public var leftOut: [String]

    public init(
        theCase: Case, trials: Int, seed: UInt64, functions: [FunctionDecision], drivers: [DriverAnswer],
        assumptions: [Assumption], leftOut: [String]
    ) {
        self.theCase = theCase
        self.trials = trials
        self.seed = seed
        self.functions = functions
        self.drivers = drivers
        self.assumptions = assumptions
        self.leftOut = leftOut
    }
}

/// A mean of the simulation with its standard error.
public struct Estimate: Hashable, Sendable {
    public var value: Double
    public var standardError: Double
    public init(_ value: Double, standardError: Double) {
        self.value = value
        self.standardError = standardError
    }
}

public struct Distribution80: Hashable, Sendable {
    public var mean: Double
    public var p10: Double
    public var p50: Double
    public var p90: Double
    public init(mean: Double, p10: Double, p50: Double, p90: Double) {
        self.mean = mean
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
    }
}
