import Synchronization
import TrialKernels

/// Runs a model over many trials. The same seed gives the same bits on any number of threads: each block of trials has
/// its own random streams, and sums are added up in the order of the blocks.
public struct Simulation<Model: TrialModel>: Sendable {
    public let drivers: DriverSet
    public let model: Model
    public let trials: Int
    public let seed: UInt64

    public init(drivers: DriverSet, model: Model, trials: Int, seed: UInt64) {
        self.drivers = drivers
        self.model = model
        self.trials = trials
        self.seed = seed
    }

    /// Trials in a block: at least about 24 blocks, so that their spread gives a standard error, and at most 4,096, so
    /// that a block's columns stay in the processor's second-level cache.
    public static func blockSize(trials: Int) -> Int {
        var size = 4096
        while size > 64, trials < size * 24 { size /= 2 }
        return size
    }

    /// - Parameters:
    ///   - pinned: drivers that are set to a value in every trial, by index.
    ///   - keepsUniforms: whether the place of each draw in its distribution is kept (for ranks).
    ///   - progress: called after each block with the number of trials done; returning false cancels.
    /// - Returns: nil when cancelled.
    public func run(
        threads: Int = 1, pinned: [Int: Double] = [:], keepsUniforms: Bool = true,
        progress: (@Sendable (Int) -> Bool)? = nil
    ) -> TrialResult? {
        let size = Self.blockSize(trials: trials)
        let blocks = (trials + size - 1) / size
        let count = drivers.drivers.count
        let outcomes = TrialTable<Double>(rows: model.outcomeCount, count: trials, padding: 72)
        let uniforms = TrialTable<Float>(rows: keepsUniforms ? count : 0, count: trials, padding: 80)
        let blockSums = TrialTable<Double>(rows: blocks, count: max(1, model.sumCount), padding: 8, zero: 0)
        let fullScores = NormalScores(count: min(size, max(trials, 1)))
        let next = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        let cancelled = Atomic<Bool>(false)

        @Sendable func work() {
            let rowStride = size + 72
            let space = UnsafeMutablePointer<Double>.allocate(capacity: max(1, count) * rowStride)
            let results = UnsafeMutablePointer<Double>.allocate(capacity: max(1, model.outcomeCount) * rowStride)
            defer {
                space.deallocate()
                results.deallocate()
            }
            while true {
                let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if block >= blocks || cancelled.load(ordering: .relaxed) { return }
                let first = block * size
                let valid = min(size, trials - first)
                let padded = (valid + laneCount - 1) / laneCount * laneCount
                let scores = valid == fullScores.values.count ? fullScores : NormalScores(count: valid)
                drivers.draw(
                    seed: seed, block: block, count: valid,
                    uniforms: {
                        keepsUniforms
                            ? UnsafeMutableBufferPointer(
                                start: uniforms.base + $0 * uniforms.stride + first, count: valid) : nil
                    },
                    values: { UnsafeMutableBufferPointer(start: space + $0 * rowStride, count: valid) },
                    scores: scores)
                for (index, value) in pinned { (space + index * rowStride).update(repeating: value, count: valid) }
                if padded > valid {
                    for index in 0..<count {
                        let row = space + index * rowStride
                        for i in valid..<padded { row[i] = row[valid - 1] }
                    }
                }
                model.evaluate(
                    DriverRows(base: space, stride: rowStride), count: padded, valid: valid,
                    outcomes: OutcomeRows(base: results, stride: rowStride),
                    sums: blockSums.base + block * blockSums.stride)
                for row in 0..<model.outcomeCount {
                    (outcomes.base + row * outcomes.stride + first).update(
                        from: results + row * rowStride, count: valid)
                }
                let finished = done.wrappingAdd(valid, ordering: .relaxed).newValue
                if let progress, !progress(finished) { cancelled.store(true, ordering: .relaxed) }
            }
        }
        let workers = max(1, min(threads, blocks))
        Crew.run(workers, work)
        if cancelled.load(ordering: .relaxed) { return nil }
        return TrialResult(
            trials: trials, blockSize: size, outcomes: outcomes, uniforms: uniforms, blockSums: blockSums,
            sumCount: model.sumCount)
    }
}

/// What a run left: the kept figures of every trial, and sums by block.
public struct TrialResult: Sendable {
    public let trials: Int
    public let blockSize: Int
    let outcomes: TrialTable<Double>
    let uniforms: TrialTable<Float>
    let blockSums: TrialTable<Double>
    let sumCount: Int

    public var blocks: Int { (trials + blockSize - 1) / blockSize }
    /// A kept figure of every trial, by trial.
    public func values(ofOutcome row: Int) -> [Double] { withExtendedLifetime(outcomes) { Array(outcomes.row(row)) } }
    /// The same without a copy: valid only while this result is held.
    func outcome(_ row: Int) -> UnsafeBufferPointer<Double> { outcomes.row(row) }
    /// Places of a driver's draws in its distribution, 0…1: with stratified draws these are its ranks over n. Valid
    /// only while this result is held.
    func uniforms(of driver: Int) -> UnsafeBufferPointer<Float> { uniforms.row(driver) }
    public func places(ofDriver driver: Int) -> [Float] {
        withExtendedLifetime(uniforms) { Array(uniforms.row(driver)) }
    }

    /// Mean over the trials of a summed figure.
    public func mean(ofSum index: Int) -> Double {
        var sum = 0.0
        for block in 0..<blocks { sum += (blockSums.base + block * blockSums.stride)[index] }
        return sum / Double(trials)
    }
}

extension TrialResult {
    public func summaries(of rows: [Int], threads: Int) -> [SampleSummary] {
        Parallel.map(count: rows.count, threads: threads) { SampleSummary(outcome(rows[$0]), blockSize: blockSize) }
    }

    /// Share of the trials in which one figure is less than another.
    public func share(outcome row: Int, below other: Int) -> Double {
        let a = outcome(row)
        let b = outcome(other)
        var count = 0
        for i in 0..<trials { count += a[i] < b[i] ? 1 : 0 }
        return Double(count) / Double(max(1, trials))
    }
}
