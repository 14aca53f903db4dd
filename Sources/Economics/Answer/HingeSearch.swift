import Sourcing
import TrialKernels

/// What the order of the two cheapest options hangs on: each driver is set to a value while all others vary.
///
/// The same futures serve every setting, so differences are sharp with few of them.
struct HingeSearch {
    let planned: CasePlanner.Result
    let leader: Int
    let rival: Int
    let seed: UInt64
    static let trials = 1024

    func hinges(threads: Int) -> [Hinge] {
        let model = CaseModel(plan: planned.plan, wanted: [leader, rival], comparesWithBaseline: false)
        let futures = Futures(drivers: planned.drivers, trials: Self.trials, seed: seed)
        let (leaderRow, rivalRow) = (model.row(leader, .presentValue), model.row(rival, .presentValue))
        @Sendable func lead(_ driver: Int, _ value: Double) -> Double {
            futures.outcomes(of: model, pinned: driver, at: value) { outcomes in
                var sum = 0.0
                for i in 0..<Self.trials { sum += outcomes.row(rivalRow)[i] - outcomes.row(leaderRow)[i] }
                return sum / Double(Self.trials)
            }
        }
        let found = Parallel.map(count: planned.specs.count, threads: threads) { d -> Hinge in
            let driver = planned.drivers.drivers[d]
            let spec = planned.specs[d]
            let low = driver.isEvent ? 0 : driver.function.value(at: 0.1)
            let high = driver.isEvent ? 1 : driver.function.value(at: 0.9)
            let atLow = lead(d, low)
            let atHigh = lead(d, high)
            var breakEven: Double?
            if !driver.isEvent, abs(atHigh - atLow) > 1e-9 * max(1, abs(atLow), abs(atHigh)) {
                breakEven = Self.root(
                    low: (low, atLow), high: (high, atHigh), bounds: spec.bounds, lead: { lead(d, $0) })
            }
            return Hinge(
                driver: spec.name, low: low, high: high, leadAtLow: atLow, leadAtHigh: atHigh, breakEven: breakEven)
        }
        return found.filter { $0.swing > 1e-6 }.sorted { ($1.swing, $0.driver) < ($0.swing, $1.driver) }
    }

    /// Where the lead is zero: between P10 and P90, or beyond by up to three times that range, within what the field
    /// can mean. Secant steps kept inside a bracket (Illinois rule).
    static func root(
        low: (x: Double, y: Double), high: (x: Double, y: Double), bounds: ClosedRange<Double>, lead: (Double) -> Double
    ) -> Double? {
        var a = low
        var b = high
        if a.y * b.y > 0 {
            // Goes out on the side where the lead shrinks.
            let outward = abs(a.y) < abs(b.y)
            let span = high.x - low.x
            var edge = outward ? a : b
            var inner = outward ? b : a
            var bracketed = false
            for factor in [1.0, 3.0] {
                let reach = outward ? low.x - factor * span : high.x + factor * span
                let x = min(max(reach, bounds.lowerBound), bounds.upperBound)
                guard abs(x - edge.x) > 1e-12 * max(1, abs(x)) else { break }
                let y = lead(x)
                if y * edge.y <= 0 {
                    inner = edge
                    edge = (x, y)
                    bracketed = true
                    break
                }
                inner = edge
                edge = (x, y)
            }
            guard bracketed else { return nil }
            a = inner
            b = edge
        }
        let scale = max(abs(a.x), abs(b.x), 1e-12)
        var sideA = a.y
        var sideB = b.y
        for _ in 0..<24 {
            guard sideB != sideA else { break }
            var x = b.x - sideB * (b.x - a.x) / (sideB - sideA)
            if !x.isFinite || x <= min(a.x, b.x) || x >= max(a.x, b.x) { x = (a.x + b.x) / 2 }
            let y = lead(x)
            if y == 0 || abs(b.x - a.x) < 1e-4 * scale { return x }
            if y * b.y < 0 {
                a = b
                sideA = sideB
                b = (x, y)
                sideB = y
            } else {
                if abs(x - b.x) < 1e-5 * scale { return x }
                b = (x, y)
                sideB = y
                sideA /= 2
            }
        }
        return b.x
    }
}
