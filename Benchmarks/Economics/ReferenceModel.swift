import Economics
import Sourcing
import TrialKernels

/// The model of the peer benchmark's MODEL.md (six ways to perform one function over 60 months), put together from the
/// engine's own parts: its drivers, streams, cost parts and statistics.
struct ReferenceModel: TrialModel {
    static let options = [
        "in-house onshore", "partner onshore", "partner nearshore", "partner offshore", "captive offshore", "hybrid",
    ]

    enum Index: Int, CaseIterable {
        case growth, handleTime, wageClient, wageHost, fx, attrition, rampUp, learning, shrinkage, errorRate, errorCost
        case transition, governance, indexation, coordination, riskEvent, riskCost
    }

    static let quantities: [Quantity] = [
        .pert(low: 0.02, likely: 0.06, high: 0.15), .lognormal(p10: 2.6, p90: 4.0), .normal(mean: 0.035, sd: 0.010),
        .normal(mean: 0.075, sd: 0.020), .normal(mean: 0, sd: 1), .pert(low: 0.12, likely: 0.22, high: 0.45),
        // The triangular distribution is a pair of square roots; its quantile is tabulated like any other.
        .percentiles(p10: 0, p50: 0, p90: 0, min: nil, max: nil),
        .pert(low: 0.80, likely: 0.88, high: 0.96), .pert(low: 0.22, likely: 0.28, high: 0.36),
        .pert(low: 0.006, likely: 0.012, high: 0.030), .lognormal(p10: 3, p90: 12),
        .pert(low: 0.8, likely: 1.0, high: 1.9), .pert(low: 0.03, likely: 0.06, high: 0.12),
        .uniform(low: 0.015, high: 0.05), .pert(low: 0.02, likely: 0.05, high: 0.14), .chance(0.12),
        .pert(low: 80_000, likely: 220_000, high: 900_000),
    ]

    static func drivers() throws -> DriverSet {
        try DriverSet(
            Index.allCases.map { index in
                index == .rampUp
                    ? Driver(name: "rampUp", triangular: (2, 4, 9))
                    : Driver(name: "\(index)", quantity: quantities[index.rawValue])
            })
    }

    let outcomeCount = 6
    let sumCount = 0
    private let months = 60
    private let discounts: [Double]
    private let logMonths: [Double]

    init() {
        let v = 1 / raise(1.09, 1.0 / 12)
        var discounts = [1.0]
        for _ in 1...60 { discounts.append(discounts.last! * v) }
        self.discounts = discounts
        logMonths = (0...60).map { Lanes(repeating: Double(max(1, $0))).naturalLogarithm[0] }
    }

    func evaluate(
        _ drivers: DriverRows, count: Int, valid: Int, outcomes: OutcomeRows, sums: UnsafeMutablePointer<Double>
    ) {
        for first in stride(from: 0, to: count, by: laneCount) {
            @inline(__always) func draw(_ index: Index) -> Lanes {
                UnsafeRawPointer(drivers.row(index.rawValue) + first).loadUnaligned(as: Lanes.self)
            }
            let g = draw(.growth)
            let h = draw(.handleTime)
            let a = draw(.attrition)
            let rampMonths = draw(.rampUp)
            let exponent = draw(.learning).naturalLogarithm * (1 / 0.6931471805599453)
            let k = draw(.shrinkage)
            let tau = draw(.transition)
            let gamma = draw(.governance)
            let risk: Lanes = draw(.riskEvent) * draw(.riskCost) * discounts[24]
            let shock = draw(.fx)

            var volume = CompoundPath(from: Lanes(repeating: 42_000), ratePerYear: g)
            var clientPay = CompoundPath(from: Lanes(repeating: 1), ratePerYear: draw(.wageClient))
            var hostPay = CompoundPath(from: Lanes(repeating: 1), ratePerYear: draw(.wageHost))
            let step = draw(.indexation) + 1
            var index = Lanes(repeating: 1)
            let leavers1 = Turnover.monthly(a)
            let leavers5 = Turnover.monthly(a * 1.5)
            let hire1: Lanes = rampMonths * 0.20 + 1.1
            let hire5: Lanes = rampMonths * 0.20 + 1.4
            let ftePerItem: Lanes = h / ((Lanes(repeating: 1) - k) * (60 * 136))
            let errorPerItem: Lanes = draw(.errorRate) * draw(.errorCost)
            let coordinationPerItem: Lanes = draw(.coordination) * h * (42.0 / 60)
            let rampRate: Lanes = Lanes(repeating: 1) / rampMonths

            var heads1 = Lanes.zero
            var heads5 = Lanes.zero
            var heads6 = Lanes.zero
            let governed1: Lanes = (gamma + 1) * 2.80
            let governed3: Lanes = (gamma * 1.1 + 1) * 4_700
            let governed4: Lanes = gamma * 1.4 + 1
            let governed5: Lanes = gamma + 1
            var c1 = Lanes.zero
            var c2: Lanes = tau * 160_000 + risk * 0.5
            var c3: Lanes = tau * 260_000 + risk * 0.8
            var c4: Lanes = tau * 340_000 + risk
            var c5: Lanes = tau * 820_000 + risk * 0.7
            var c6: Lanes = tau * 290_000 + risk * 0.6
            // e^(μ t/12) and √(t/12) σ z, month by month.
            let shocked: Lanes = shock * 0.09

            for t in 1...months {
                if t > 1 {
                    volume.step()
                    clientPay.step()
                    hostPay.step()
                    if (t - 1) % 12 == 0 { index *= step }
                }
                let v = discounts[t]
                let V = volume.value
                let years = Double(t) / 12
                let F: Lanes = (shocked * years.squareRoot() - 0.02 * years).exponential
                let progress = LearningCurve.progress(exponent: exponent, logMonth: Lanes(repeating: logMonths[t]))
                let A: Lanes = V * ftePerItem
                let VK: Lanes = V * clientPay.value
                let E: Lanes = VK * errorPerItem
                let O: Lanes = VK * coordinationPerItem
                let wage: Lanes = clientPay.value * 5_400

                // 1 in-house onshore
                let n1 = A.ceiling
                if t == 1 {
                    heads1 = n1
                    heads6 = n1
                }
                let joined1: Lanes = leavers1 * n1 + (n1 - heads1).positivePart
                heads1 = n1
                let home: Lanes = wage * (n1 + hire1 * joined1) + E
                c1 += home * v

                let ramping = t < 9
                let s: Lanes = ramping ? Lanes.minimum(rampRate * Double(t), Lanes(repeating: 1)) : Lanes(repeating: 1)
                let m2 = LearningCurve.multiplier(start: Lanes(repeating: 1.20), progress: progress)
                let m3 = LearningCurve.multiplier(start: Lanes(repeating: 1.30), progress: progress)
                let m4 = LearningCurve.multiplier(start: Lanes(repeating: 1.45), progress: progress)
                let m5 = LearningCurve.multiplier(start: Lanes(repeating: 1.60), progress: progress)

                // 2 partner onshore, 3 partner nearshore: all charges in proportion to the share moved
                var f2: Lanes = V * governed1 * index + (m2 * E * 1.05 + O * 0.4)
                let fx3 = ExchangePath.factor(share: Lanes(repeating: 0.5), rate: F)
                var f3: Lanes = A * m3 * governed3 * index * fx3
                f3 += m3 * E * 1.10 + O * 0.7
                // 4 partner offshore, by tiers
                let scaled4: Lanes = governed4 * index * ExchangePath.factor(share: Lanes(repeating: 0.3), rate: F)
                let quality4: Lanes = m4 * E * 1.30 + O
                let tiers4 = TierTariff.charge(items: V * s, limit1: 30_000, limit2: 50_000, 2.15, 1.95, 1.80)
                var f4: Lanes = tiers4 * scaled4 + quality4 * s
                // 5 captive offshore
                let n5 = (A * m5 * s).ceiling
                let joined5: Lanes = leavers5 * n5 + (n5 - heads5).positivePart
                heads5 = n5
                let site: Lanes = (n5 + hire5 * joined5) * 2_100 + 22_000
                var f5: Lanes = F * hostPay.value * site * governed5
                f5 += (m5 * E * 1.15 + O) * s
                if ramping {
                    let rest: Lanes = home * (Lanes(repeating: 1) - s)
                    f2 = f2 * s + rest
                    f3 = f3 * s + rest
                    f4 += rest
                    f5 += rest
                }
                c2 += f2 * v
                c3 += f3 * v
                c4 += f4 * v
                c5 += f5 * v

                // 6 hybrid
                let b: Lanes = s * 0.60
                let rest = Lanes(repeating: 1) - b
                let n6 = (A * rest).ceiling
                let joined6: Lanes = leavers1 * n6 + (n6 - heads6).positivePart
                heads6 = n6
                let tiers6 = TierTariff.charge(items: V * b, limit1: 30_000, limit2: 50_000, 2.15, 1.95, 1.80)
                let own6: Lanes = wage * (n6 + hire1 * joined6) + rest * E
                c6 += (own6 + tiers6 * scaled4 + b * quality4) * v
            }
            @inline(__always) func keep(_ option: Int, _ value: Lanes) {
                UnsafeMutableRawPointer(outcomes.row(option) + first).storeBytes(of: value, as: Lanes.self)
            }
            keep(0, c1)
            keep(1, c2)
            keep(2, c3)
            keep(3, c4)
            keep(4, c5)
            keep(5, c6)
        }
    }
}

private func raise(_ x: Double, _ y: Double) -> Double { Lanes(repeating: x).raised(to: y)[0] }
