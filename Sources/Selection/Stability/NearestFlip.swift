/// The smallest change of the whole weight vector, within the simplex, that lets a rival tie with the winner.
public struct NearestFlip: Sendable, Hashable {
    public struct Change: Sendable, Hashable {
        /// From the weights as they are.
        public var distance: Double
        /// At which the two tie.
        public var weights: [Double]
    }

    public var rival: Int
    /// By the Euclidean distance: the projection onto the hyperplane of ties within the simplex.
    public var euclidean: Change
    /// By the sum of absolute changes (twice the weight that moves).
    public var absolute: Change

    /// - Parameters:
    ///   - weights: on the simplex.
    ///   - difference: winner's value less rival's, one a criterion; its product with the weights is the lead.
    /// - Returns: nil where the winner is ahead on every criterion, so that no weights bring the rival level.
    init?(rival: Int, weights: [Double], difference: [Double]) {
        self.rival = rival
        let lead = Self.dot(weights, difference)
        if lead <= WeightStability.tie {
            euclidean = Change(distance: 0, weights: weights)
            absolute = euclidean
            return
        }
        guard let least = difference.min(), least <= 0 else { return nil }
        euclidean = Self.projection(weights, difference)
        absolute = Self.transfer(weights, difference, lead: lead, least: least)
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

    private static func change(from weights: [Double], to moved: [Double], _ distance: ([Double]) -> Double) -> Change {
        Change(distance: distance(zip(moved, weights).map { $0 - $1 }), weights: moved)
    }

    /// w' = (w − λ d − μ)⁺ with Σ w' = 1 and d · w' = 0. The lead falls as λ grows: bisect until it is known which
    /// weights are 0, then solve for λ and μ.
    private static func projection(_ weights: [Double], _ d: [Double]) -> Change {
        func moved(_ multiplier: Double) -> [Double] {
            ontoSimplex(zip(weights, d).map { $0 - multiplier * $1 })
        }
        var low = 0.0
        var high = 1.0
        for _ in 0..<1000 where dot(moved(high), d) > 0 { high *= 2 }
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if dot(moved(middle), d) > 0 { low = middle } else { high = middle }
        }
        let near = moved(high)
        let exact = solve(weights, d, where: near.map { $0 > 0 }) ?? near
        // The polish is kept where it stays on the simplex and next to what was bracketed.
        let isSame = zip(exact, near).allSatisfy { $0 >= 0 && abs($0 - $1) < 1e-6 }
        return change(from: weights, to: isSame ? exact : near) { dot($0, $0).squareRoot() }
    }

    private static func solve(_ w: [Double], _ d: [Double], where isPositive: [Bool]) -> [Double]? {
        let active = w.indices.filter { isPositive[$0] }
        let count = Double(active.count)
        let sumD = active.reduce(0) { $0 + d[$1] }
        let sumDD = active.reduce(0) { $0 + d[$1] * d[$1] }
        let sumW = active.reduce(0) { $0 + w[$1] } - 1
        let sumDW = active.reduce(0) { $0 + d[$1] * w[$1] }
        let determinant = count * sumDD - sumD * sumD
        guard determinant > 1e-12 * max(1e-300, count * sumDD) else { return nil }
        let multiplier = (count * sumDW - sumD * sumW) / determinant
        let shift = (sumW - multiplier * sumD) / count
        return w.indices.map { isPositive[$0] ? w[$0] - multiplier * d[$0] - shift : 0 }
    }

    /// Held, Wolfe & Crowder, Mathematical Programming 6 (1974), 62–88.
    private static func ontoSimplex(_ point: [Double]) -> [Double] {
        var sum = 0.0
        var shift = 0.0
        for (index, value) in point.sorted(by: >).enumerated() {
            sum += value
            let candidate = (sum - 1) / Double(index + 1)
            if value > candidate { shift = candidate }
        }
        return point.map { max(0, $0 - shift) }
    }

    /// Weight moves to the criterion on which the rival stands best, first from those on which it stands worst: a
    /// fractional knapsack, so no other move of as much weight closes more of the lead.
    private static func transfer(_ weights: [Double], _ d: [Double], lead: Double, least: Double) -> Change {
        var moved = weights
        var left = lead
        let target = d.firstIndex(of: least) ?? 0
        for k in d.indices.sorted(by: { d[$0] > d[$1] }) where left > 0 && d[k] > least {
            let amount = min(weights[k], left / (d[k] - least))
            moved[k] -= amount
            moved[target] += amount
            left -= amount * (d[k] - least)
        }
        return change(from: weights, to: moved) { $0.reduce(0) { $0 + abs($1) } }
    }
}
