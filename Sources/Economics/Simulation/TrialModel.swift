/// The values of all drivers for one block of trials: a row a driver.
public struct DriverRows {
    @usableFromInline let base: UnsafeMutablePointer<Double>
    @usableFromInline let stride: Int
    /// A driver whose row stands elsewhere: its value is set while the others keep theirs.
    @usableFromInline let pinned: Int
    @usableFromInline let pinnedRow: UnsafeMutablePointer<Double>

    init(
        base: UnsafeMutablePointer<Double>, stride: Int, pinned: (driver: Int, row: UnsafeMutablePointer<Double>)? = nil
    ) {
        self.base = base
        self.stride = stride
        self.pinned = pinned?.driver ?? -1
        pinnedRow = pinned?.row ?? base
    }

    /// First trial of a driver's row; the row is long enough to be read eight trials at a time.
    @inlinable @inline(__always)
    public func row(_ driver: Int) -> UnsafeMutablePointer<Double> {
        driver == pinned ? pinnedRow : base + driver * stride
    }
}

/// The figures of each trial that are kept: a row a figure.
public struct OutcomeRows {
    @usableFromInline let base: UnsafeMutablePointer<Double>
    @usableFromInline let stride: Int

    init(base: UnsafeMutablePointer<Double>, stride: Int) {
        self.base = base
        self.stride = stride
    }

    @inlinable @inline(__always)
    public func row(_ outcome: Int) -> UnsafeMutablePointer<Double> { base + outcome * stride }
}

/// What is worked out for each trial.
public protocol TrialModel: Sendable {
    /// Figures kept for each trial.
    var outcomeCount: Int { get }
    /// Figures of which only the sum over the trials is kept.
    var sumCount: Int { get }

    /// Evaluates `count` trials (a multiple of eight; the last ones may be padding that repeats the last trial).
    ///
    /// - Parameters:
    ///   - valid: trials that count, from the first; sums take only these.
    func evaluate(
        _ drivers: DriverRows, count: Int, valid: Int, outcomes: OutcomeRows, sums: UnsafeMutablePointer<Double>)
}
