import Sourcing
import TrialKernels

/// Monthly percentiles, from the first futures only: a band on a chart needs no more.
struct MonthlyBands {
    let planned: CasePlanner.Result
    let model: CaseModel
    let trials: Int
    let seed: UInt64
    static let sample = 4096

    func bands(start: YearMonth) -> [[MonthBand]] {
        let size = Simulation<CaseModel>.blockSize(trials: trials)
        let count = min(trials, Self.sample) / size * size
        let used = max(min(trials, size), count)
        let months = planned.plan.months
        let options = planned.plan.options.count
        let blocks = (used + size - 1) / size
        var flows = [Float](repeating: 0, count: options * (months + 1) * used)
        let drivers = planned.drivers
        let scores = NormalScores(count: min(size, trials))
        let stride = size + 72
        let space = UnsafeMutablePointer<Double>.allocate(capacity: max(1, drivers.drivers.count) * stride)
        let results = UnsafeMutablePointer<Double>.allocate(capacity: model.outcomeCount * stride)
        let sums = UnsafeMutablePointer<Double>.allocate(capacity: model.sumCount)
        let part = UnsafeMutablePointer<Float>.allocate(capacity: options * (months + 1) * (size + laneCount))
        defer {
            space.deallocate()
            results.deallocate()
            sums.deallocate()
            part.deallocate()
        }
        for block in 0..<blocks {
            let first = block * size
            let valid = min(size, used - first)
            let padded = (valid + laneCount - 1) / laneCount * laneCount
            drivers.draw(
                seed: seed, block: block, count: valid, uniforms: { _ in nil },
                values: { UnsafeMutableBufferPointer(start: space + $0 * stride, count: valid) },
                scores: scores.values.count == valid ? scores : NormalScores(count: valid))
            for d in drivers.drivers.indices {
                for i in valid..<padded { (space + d * stride)[i] = (space + d * stride)[valid - 1] }
            }
            sums.update(repeating: 0, count: model.sumCount)
            model.evaluate(
                DriverRows(base: space, stride: stride), count: padded, valid: valid,
                outcomes: OutcomeRows(base: results, stride: stride), sums: sums, flows: part)
            for row in 0..<(options * (months + 1)) {
                for i in 0..<valid { flows[row * used + first + i] = part[row * padded + i] }
            }
        }
        return (0..<options).map { o in
            let baseline = planned.plan.functions[planned.plan.options[o].function].baseline
            var cumulative = [Float](repeating: 0, count: used)
            var saved = [Float](repeating: 0, count: used)
            for i in 0..<used {
                cumulative[i] = flows[(o * (months + 1)) * used + i]
                saved[i] = flows[(baseline * (months + 1)) * used + i] - cumulative[i]
            }
            return (1...months).map { t in
                let row = (o * (months + 1) + t) * used
                let base = (baseline * (months + 1) + t) * used
                for i in 0..<used {
                    cumulative[i] += flows[row + i]
                    saved[i] += flows[base + i] - flows[row + i]
                }
                let month = Self.percentiles(Array(flows[row..<(row + used)]))
                let all = Self.percentiles(cumulative)
                let saving = Self.percentiles(saved)
                return MonthBand(
                    month: start.advanced(by: t - 1), p10: month.0, p50: month.1, p90: month.2, cumulativeP50: all.1,
                    savingP10: saving.0, savingP50: saving.1, savingP90: saving.2)
            }
        }
    }

    private static func percentiles(_ values: [Float]) -> (Double, Double, Double) {
        let sorted = values.sorted()
        func at(_ p: Double) -> Double {
            let position = Double(sorted.count - 1) * p
            let below = Int(position)
            let a = Double(sorted[below])
            let b = Double(sorted[min(sorted.count - 1, below + 1)])
            return a + (position - Double(below)) * (b - a)
        }
        return (at(0.1), at(0.5), at(0.9))
    }
}
