import TrialKernels

/// One criterion's share of the outranking flows: sums over all pairs of the degree to which one is preferred.
public struct PreferenceFlows {
    /// How a difference d > 0 turns into a degree of preference.
    public enum Shape: Sendable {
        /// ½ beyond the first threshold, 1 beyond the second: 0 ≤ first ≤ second.
        case steps(Double, Double)
        /// 0 up to the first threshold, 1 from the second on, a straight line between: 0 ≤ first < second.
        case ramp(Double, Double)
        /// 1 − e^(−rate · d²).
        case bell(rate: Double)
    }

    let n: Int
    /// The column, larger being better, then ascending.
    let column: UnsafeMutablePointer<Double>
    let sorted: UnsafeMutablePointer<Double>
    let prefix: UnsafeMutablePointer<Double>
    let plus: UnsafeMutablePointer<Double>
    let minus: UnsafeMutablePointer<Double>
    let order: UnsafeMutablePointer<UInt32>
    let items: UnsafeMutablePointer<UInt64>
    /// Four lists of n + 4 places.
    let places: UnsafeMutablePointer<Int32>

    /// Gives `body` room for columns of n numbers.
    public static func withRoom<Result>(for n: Int, _ body: (PreferenceFlows) -> Result) -> Result {
        let bytes = 5 * (n + 16) * 8 + (n + 2) * 4 + 2 * n * 8 + 4 * (n + 4) * 4
        return withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 64) { room in
            var next = room.baseAddress!
            func take<T>(_ count: Int, _ type: T.Type) -> UnsafeMutablePointer<T> {
                defer { next += count * MemoryLayout<T>.stride }
                return next.bindMemory(to: type, capacity: count)
            }
            return body(
                PreferenceFlows(
                    n: n, column: take(n + 16, Double.self), sorted: take(n + 16, Double.self),
                    prefix: take(n + 16, Double.self), plus: take(n + 16, Double.self),
                    minus: take(n + 16, Double.self), order: take(2 * (n / 2 + 1), UInt32.self),
                    items: take(2 * n, UInt64.self), places: take(4 * (n + 4), Int32.self)))
        }
    }

    /// Adds weight · Σ_b P(a, b) to `plus[a]` and weight · Σ_b P(b, a) to `minus[a]`.
    ///
    /// - Parameters:
    ///   - column: of the row-major `values`; its least value is `low`, its greatest `high`, high > low.
    ///   - sign: −1 where less is better.
    /// - Complexity: O(n log n), for the bell O(n²). Calders, T. & Van Assche, D. (2018), PROMETHEE is not quadratic,
    ///   Omega 76 (arXiv:1603.00091).
    public func add(
        column index: Int, of values: UnsafePointer<Double>, stride: Int, low: Double, high: Double, sign: Double,
        shape: Shape, weight: Double, plus total: UnsafeMutablePointer<Double>,
        minus lost: UnsafeMutablePointer<Double>
    ) {
        for i in 0..<n { column[i] = sign * values[i * stride + index] }
        let (low, high) = sign < 0 ? (-high, -low) : (low, high)
        ExactSort.sort(column, count: n, low: low, high: high, sorted: sorted, order: order, items: items)
        switch shape {
        case .steps(let first, let second): steps(first, second)
        case .ramp(let first, let second): ramp(first, second, low: low, range: high - low)
        case .bell(let rate): bell(rate)
        }
        for i in 0..<n {
            let alternative = Int(order[i])
            total[alternative] += weight * plus[i]
            lost[alternative] += weight * minus[i]
        }
    }

    /// For one threshold: below[a] = how many b have x_a − x_b > threshold, and above[b] = the first a that has.
    private struct Counts {
        let threshold: Double
        let below: UnsafeMutablePointer<Int32>
        let above: UnsafeMutablePointer<Int32>
        var place = 0

        /// Moves on to the next a, four places at a time without a branch to guess: how far each step goes is chance.
        @inline(__always)
        mutating func step(_ a: Int, _ x: Double, _ sorted: UnsafeMutablePointer<Double>) {
            let first = Int32(truncatingIfNeeded: a)
            var moved: Int
            repeat {
                // What is written beyond the places passed is written over by the next a.
                UnsafeMutableRawPointer(above + place).storeBytes(
                    of: SIMD4<Int32>(repeating: first), as: SIMD4<Int32>.self)
                // The rounded difference itself is compared, as one would pair by pair: it is monotone in both.
                let near = (x - sorted[place] > threshold ? 1 : 0) &+ (x - sorted[place + 1] > threshold ? 1 : 0)
                let far = (x - sorted[place + 2] > threshold ? 1 : 0) &+ (x - sorted[place + 3] > threshold ? 1 : 0)
                moved = near &+ far
                place &+= moved
            } while moved == 4
            below[a] = Int32(truncatingIfNeeded: place)
        }

        func finish(_ n: Int) {
            for b in place..<n { above[b] = Int32(truncatingIfNeeded: n) }
        }
    }

    /// Both thresholds in one loop: each step waits for the one before, so two at once cost as much as one.
    private func counts(_ first: Double, _ second: Double) -> (first: Counts, second: Counts) {
        // Nothing is beyond an infinite number: the four places may reach over the end.
        for i in n..<(n + 4) { sorted[i] = .infinity }
        let stride = n + 4
        var one = Counts(threshold: first, below: places, above: places + stride)
        var two = Counts(threshold: second, below: places + 2 * stride, above: places + 3 * stride)
        for a in 0..<n {
            let x = sorted[a]
            one.step(a, x, sorted)
            two.step(a, x, sorted)
        }
        one.finish(n)
        two.finish(n)
        return (one, two)
    }

    private func steps(_ first: Double, _ second: Double) {
        let counts = counts(first, second)
        for i in 0..<n {
            plus[i] = 0.5 * Double(counts.first.below[i] &+ counts.second.below[i])
            minus[i] = 0.5 * Double(2 * n - Int(counts.first.above[i]) - Int(counts.second.above[i]))
        }
    }

    private func ramp(_ first: Double, _ second: Double, low: Double, range: Double) {
        let counts = counts(first, second)
        let (some, reached) = (counts.first.below, counts.first.above)
        let (full, passed) = (counts.second.below, counts.second.above)
        let slope = 1 / (second - first)
        // A ramp this steep would blow up what rounding leaves in a difference of long sums: add up its few pairs.
        guard second - first > 1e-6 * range else {
            return steepRamp(first, slope, some, reached, full, passed)
        }
        // From the least value on: sums of small numbers lose less.
        var sum = 0.0
        for i in 0..<n {
            prefix[i] = sum
            sum += sorted[i] - low
        }
        prefix[n] = sum
        for i in 0..<n {
            let x = sorted[i] - low
            let (f, s) = (Int(full[i]), Int(some[i]))
            let lower = (x - first) * Double(s - f) - (prefix[s] - prefix[f])
            plus[i] = Double(f) + max(0, lower * slope)
            let (r, p) = (Int(reached[i]), Int(passed[i]))
            let upper = (prefix[p] - prefix[r]) - (x + first) * Double(p - r)
            minus[i] = Double(n - p) + max(0, upper * slope)
        }
    }

    /// As `ramp`, pair by pair between the thresholds; quadratic only where many values crowd within the ramp.
    private func steepRamp(
        _ first: Double, _ slope: Double, _ some: UnsafeMutablePointer<Int32>, _ reached: UnsafeMutablePointer<Int32>,
        _ full: UnsafeMutablePointer<Int32>, _ passed: UnsafeMutablePointer<Int32>
    ) {
        for i in 0..<n {
            var lower = 0.0
            for b in Int(full[i])..<Int(some[i]) { lower += min(1, (sorted[i] - sorted[b] - first) * slope) }
            plus[i] = Double(full[i]) + lower
            var upper = 0.0
            for a in Int(reached[i])..<Int(passed[i]) { upper += min(1, (sorted[a] - sorted[i] - first) * slope) }
            minus[i] = Double(n - Int(passed[i])) + upper
        }
    }

    /// Each pair once, eight at a time. Beyond rate · d² = 40 the degree is 1 in double precision.
    private func bell(_ rate: Double) {
        for i in 0..<n { (plus[i], minus[i]) = (0, 0) }
        let rates = Lanes(repeating: -rate)
        let ones = Lanes(repeating: 1)
        var far = 0
        for a in 0..<n {
            let x = sorted[a]
            while (x - sorted[far]) * (x - sorted[far]) * rate > 40 { far &+= 1 }
            var sum = Double(far)
            var b = far
            var lanes = Lanes.zero
            while b + laneCount <= a {
                let d = Lanes(repeating: x) - UnsafeRawPointer(sorted + b).loadUnaligned(as: Lanes.self)
                let degree = ones - (d * d * rates).exponential
                lanes += degree
                let place = UnsafeMutableRawPointer(minus + b)
                place.storeBytes(of: place.loadUnaligned(as: Lanes.self) + degree, as: Lanes.self)
                b &+= laneCount
            }
            sum += lanes.laneSum
            while b < a {
                let d = x - sorted[b]
                let degree = 1 - Lanes(repeating: d * d * -rate).exponential[0]
                sum += degree
                minus[b] += degree
                b &+= 1
            }
            plus[a] = sum
            // Counted once for all that are far: a place in the list of how many each a has passed.
            places[a] = Int32(truncatingIfNeeded: far)
        }
        // Whoever lies below `far` of a is beaten by a with degree 1.
        var a = 0
        for b in 0..<n {
            while a < n, Int(places[a]) <= b { a &+= 1 }
            minus[b] += Double(n - a)
        }
    }
}
