public import Sourcing
import TrialKernels

/// An uncertain input of the simulation.
public struct Driver: Sendable {
    /// `attrition.pune`: names the random stream, so it must be unique.
    public let name: String
    public let quantity: Quantity
    public let function: QuantileFunction
    let sampler: Sampler
    let stream: UInt64

    public init(name: String, quantity: Quantity, bounds: ClosedRange<Double> = -.infinity ... .infinity) {
        self.name = name
        self.quantity = quantity
        function = QuantileFunction(quantity, bounds: bounds)
        sampler = function.sampler()
        stream = RandomStream.identifier(of: name)
    }

    /// A triangular driver, for published models.
    public init(name: String, triangular: (low: Double, likely: Double, high: Double)) {
        self.name = name
        quantity = .pert(low: triangular.low, likely: triangular.likely, high: triangular.high)
        function = QuantileFunction(
            triangularLow: triangular.low, likely: triangular.likely, high: triangular.high)
        sampler = function.sampler()
        stream = RandomStream.identifier(of: name)
    }

    var isEvent: Bool {
        if case .event = sampler { return true }
        return false
    }
}
