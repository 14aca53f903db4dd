/// What it would be worth to know an input before signing.
///
/// EVPI = min E[cost] − E[min cost] (Raiffa & Schlaifer 1961). For one input: trials in bins of its value, the mean
/// cost of each option in each bin, and the same formula over the bins (Strong & Oakley, Medical Decision Making
/// 33(6) (2013), 755–766).
struct ValueOfInformation {
    let result: TrialResult
    /// Outcome rows of the options that compete.
    let rows: [Int]

    private var n: Int { result.trials }

    func perfect() -> Estimate {
        guard rows.count > 1 else { return Estimate(0, standardError: 0) }
        let columns = rows.map { result.outcome($0) }
        let means = columns.map { column in column.reduce(0, +) / Double(n) }
        let best = means.indices.min { means[$0] < means[$1] } ?? 0
        var sum = 0.0
        var squares = 0.0
        for i in 0..<n {
            var least = columns[0][i]
            for column in columns.dropFirst() { least = min(least, column[i]) }
            let regret = columns[best][i] - least
            sum += regret
            squares += regret * regret
        }
        let mean = sum / Double(n)
        let variance = max(0, squares / Double(n) - mean * mean)
        return Estimate(mean, standardError: (variance / Double(n)).squareRoot())
    }

    /// First-order effect on a figure (variance of its conditional mean over its variance; Sobol' 1993) and the value
    /// of perfect information, for one driver.
    func effect(
        of uniforms: UnsafeBufferPointer<Float>, isEvent: Bool, figure: (Int) -> Double
    ) -> (effect: Double, value: Estimate) {
        let bins = max(2, min(40, n / 250))
        var counts = [Double](repeating: 0, count: bins)
        var sums = [Double](repeating: 0, count: bins)
        var squares = 0.0
        var total = 0.0
        let columns = rows.map { result.outcome($0) }
        var costs = [Double](repeating: 0, count: bins * columns.count)
        var costSquares = [Double](repeating: 0, count: bins)
        for i in 0..<n {
            let bin = min(bins - 1, Int(uniforms[i] * Float(bins)))
            counts[bin] += 1
            let value = figure(i)
            sums[bin] += value
            total += value
            squares += value * value
            for c in columns.indices { costs[bin * columns.count + c] += columns[c][i] }
            costSquares[bin] += value * value
        }
        let mean = total / Double(n)
        let variance = squares / Double(n) - mean * mean
        var between = 0.0
        var within = 0.0
        for bin in 0..<bins where counts[bin] > 1 {
            let m = sums[bin] / counts[bin]
            between += counts[bin] / Double(n) * (m - mean) * (m - mean)
            within += max(0, costSquares[bin] / counts[bin] - m * m) / Double(n)
        }
        // The bins' means scatter also without any effect; that part is taken off.
        let explained = max(0, between - within)
        let effect = variance > 1e-12 * max(1, mean * mean) ? min(1, explained / variance) : 0
        guard columns.count > 1 else { return (effect, Estimate(0, standardError: 0)) }
        var expected = 0.0
        var means = [Double](repeating: 0, count: columns.count)
        var errors = 0.0
        for bin in 0..<bins where counts[bin] > 0 {
            var least = Double.infinity
            for c in columns.indices {
                let sum = costs[bin * columns.count + c]
                means[c] += sum / Double(n)
                least = min(least, sum / counts[bin])
            }
            expected += counts[bin] / Double(n) * least
            let m = sums[bin] / counts[bin]
            let spread = max(0, costSquares[bin] / counts[bin] - m * m)
            errors += spread * counts[bin] / (Double(n) * Double(n))
        }
        let value = max(0, (means.min() ?? 0) - expected)
        // Where no bin prefers another option the value is exactly nothing.
        return (effect, Estimate(value, standardError: value > 0 ? errors.squareRoot() : 0))
    }
}
