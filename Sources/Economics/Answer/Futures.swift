import TrialKernels

/// A few futures, drawn once and evaluated many times with one driver set to a value.
///
/// `@unchecked Sendable`: the rows are written only while it is made.
final class Futures: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Double>
    private let stride: Int
    private let trials: Int

    /// - Parameter trials: a multiple of eight; one stratified block.
    init(drivers: DriverSet, trials: Int, seed: UInt64) {
        self.trials = trials
        // Not a power of two, so rows do not share cache sets.
        let stride = trials + 72
        self.stride = stride
        let base = UnsafeMutablePointer<Double>.allocate(capacity: max(1, drivers.drivers.count) * stride)
        self.base = base
        drivers.draw(
            seed: seed, block: -1, count: trials, uniforms: { _ in nil },
            values: { UnsafeMutableBufferPointer(start: base + $0 * stride, count: trials) },
            scores: NormalScores(count: trials))
    }

    deinit { base.deallocate() }

    /// Evaluates the model on all futures and hands over what it kept.
    func outcomes<Answer>(
        of model: some TrialModel, pinned driver: Int, at value: Double, _ body: (OutcomeRows) -> Answer
    ) -> Answer {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: trials) { row in
            row.initialize(repeating: value)
            let outcomes = UnsafeMutablePointer<Double>.allocate(capacity: max(1, model.outcomeCount * stride))
            let sums = UnsafeMutablePointer<Double>.allocate(capacity: max(1, model.sumCount))
            sums.initialize(repeating: 0, count: max(1, model.sumCount))
            defer {
                outcomes.deallocate()
                sums.deallocate()
            }
            let kept = OutcomeRows(base: outcomes, stride: stride)
            guard let start = row.baseAddress else { return body(kept) }
            model.evaluate(
                DriverRows(base: base, stride: stride, pinned: (driver, start)), count: trials, valid: trials,
                outcomes: kept, sums: sums)
            return body(kept)
        }
    }
}
