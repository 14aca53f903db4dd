import TrialKernels

/// A number of the model: the same in every trial, or a driver.
enum Term: Hashable, Sendable {
    case constant(Double)
    case driver(Int)
    /// A driver times a constant (units, currencies).
    case scaled(Int, Double)

    @inline(__always)
    func load(_ rows: DriverRows, _ first: Int) -> Lanes {
        switch self {
        case .constant(let value): Lanes(repeating: value)
        case .driver(let index): UnsafeRawPointer(rows.row(index) + first).loadUnaligned(as: Lanes.self)
        case .scaled(let index, let scale):
            UnsafeRawPointer(rows.row(index) + first).loadUnaligned(as: Lanes.self) * scale
        }
    }

    func times(_ factor: Double) -> Term {
        switch self {
        case .constant(let value): .constant(value * factor)
        case .driver(let index): .scaled(index, factor)
        case .scaled(let index, let scale): .scaled(index, scale * factor)
        }
    }

    /// True where the term is 0 in every trial.
    var isZero: Bool { self == .constant(0) }
}
