import Foundation
import Notation

/// A place on a piecewise linear value function.
public struct ValuePoint: Sendable, Hashable {
    /// In the criterion's unit.
    public var x: Double
    /// 0 (worst) … 1 (best).
    public var value: Double

    public init(x: Double, value: Double) {
        self.x = x
        self.value = value
    }
}

/// What an amount of a criterion is worth, 0…1, on a scale that is fixed before the offers are known.
///
/// Kirkwood, C. W. (1997), Strategic Decision Making, Duxbury: the exponential single-dimensional value function.
public enum ValueFunction: Sendable, Hashable {
    /// v(u) = (1 − e^(−r·u)) / (1 − e^(−r)), u from `worst` (0) to `best` (1); r = `curvature`, 0 is the straight line.
    ///
    /// Positive curvature: the first steps away from the worst are worth the most. `worst` may be above `best`.
    case exponential(worst: Double, best: Double, curvature: Double)
    /// Straight lines between points whose x ascends; the values need neither rise nor fall throughout.
    case points([ValuePoint])

    /// - Throws: `Faults` under `path`: not finite, worst = best, fewer than two points, x not ascending, a value
    ///   outside 0…1.
    public func validate(path: String) throws {
        let faults = faults(path: path)
        if !faults.isEmpty { throw Faults(faults) }
    }

    /// 0…1; clamped outside the scale (see `isOutside`). For a function that is valid and an x that is not NaN.
    public func value(at x: Double) -> Double {
        switch self {
        case .exponential(let worst, let best, let curvature):
            return Self.curve(min(max(Self.share(x, worst, best), 0), 1), curvature)
        case .points(let points):
            if x <= points[0].x { return points[0].value }
            guard let upper = points.firstIndex(where: { $0.x >= x }) else { return points[points.count - 1].value }
            let (a, b) = (points[upper - 1], points[upper])
            let share = Self.share(x, a.x, b.x)
            return a.value * (1 - share) + b.value * share
        }
    }

    /// Whether x lies beyond the ends of the scale, so that its value is clamped.
    public func isOutside(_ x: Double) -> Bool {
        let (a, b) = ends
        return x < min(a, b) || x > max(a, b)
    }

    /// The x that has this value; nil beyond the values of the scale, or where several x have it.
    public func argument(for value: Double) -> Double? {
        switch self {
        case .exponential(let worst, let best, let curvature):
            guard value >= 0, value <= 1 else { return nil }
            let u = Self.inverse(value, curvature)
            return u.isFinite ? worst * (1 - u) + best * u : nil
        case .points(let points):
            let rises = zip(points, points.dropFirst()).map { $1.value - $0.value }
            // A flat or bent stretch has no single x for each value.
            guard rises.allSatisfy({ $0 > 0 }) || rises.allSatisfy({ $0 < 0 }) else { return nil }
            for (a, b) in zip(points, points.dropFirst())
            where value >= min(a.value, b.value) && value <= max(a.value, b.value) {
                let share = (value - a.value) / (b.value - a.value)
                return a.x * (1 - share) + b.x * share
            }
            return nil
        }
    }

    /// The x of the lowest value; the first such of several.
    public var worst: Double {
        switch self {
        case .exponential(let worst, _, _): worst
        case .points(let points): points.min { $0.value < $1.value }?.x ?? 0
        }
    }

    /// The x of the highest value; the first such of several.
    public var best: Double {
        switch self {
        case .exponential(_, let best, _): best
        case .points(let points):
            points.reduce(points.first) { $1.value > ($0?.value ?? 0) ? $1 : $0 }?.x ?? 0
        }
    }

    private var ends: (Double, Double) {
        switch self {
        case .exponential(let worst, let best, _): (worst, best)
        case .points(let points): (points.first?.x ?? 0, points.last?.x ?? 0)
        }
    }

    /// (x − a) / (b − a); halves first, since the difference of two large numbers may be infinite.
    private static func share(_ x: Double, _ a: Double, _ b: Double) -> Double {
        (x / 2 - a / 2) / (b / 2 - a / 2)
    }

    private static func curve(_ u: Double, _ r: Double) -> Double {
        if r == 0 { return u }
        // e^(−r) overflows for large negative r: the same curve written from the other end,
        // v = e^(−|r|(1 − u)) (1 − e^(−|r| u)) / (1 − e^(−|r|)).
        let value =
            r > 0
            ? expm1(-r * u) / expm1(-r)
            : exp(r * (1 - u)) * (expm1(r * u) / expm1(r))
        // A curvature below the smallest normal number leaves 0 / 0.
        return value.isFinite ? min(max(value, 0), 1) : u
    }

    private static func inverse(_ v: Double, _ r: Double) -> Double {
        if r == 0 || v == 0 || v == 1 { return v }
        // u = −ln(1 − v (1 − e^(−r))) / r; for r < 0 mirrored: v → 1 − v, u → 1 − u.
        let size = abs(r)
        let u = r > 0 ? -log1p(v * expm1(-size)) / size : 1 + log1p((1 - v) * expm1(-size)) / size
        return min(max(u, 0), 1)
    }
}

extension ValueFunction {
    func faults(path: String) -> [Fault] {
        switch self {
        case .exponential(let worst, let best, let curvature):
            var faults: [Fault] = []
            for (key, value) in [("worst", worst), ("best", best), ("curvature", curvature)] where !value.isFinite {
                faults.append(
                    Fault(
                        path: "\(path).\(key)", "The \(key) of the scale is not a finite number.",
                        remedy: "Give a finite number."))
            }
            if faults.isEmpty, worst == best {
                faults.append(
                    Fault(
                        path: path, "The worst and the best of the scale are both \(JSONWriter.number(worst)).",
                        remedy: "Give two different ends."))
            }
            return faults
        case .points(let points): return Self.pointFaults(points, path: path)
        }
    }

    private static func pointFaults(_ points: [ValuePoint], path: String) -> [Fault] {
        guard points.count >= 2 else {
            return [
                Fault(
                    path: "\(path).points", "A scale of \(points.count) points has no range.",
                    remedy: "Give at least two points [x, value].")
            ]
        }
        var faults: [Fault] = []
        for (index, point) in points.enumerated() {
            let place = "\(path).points[\(index)]"
            if !point.x.isFinite || !point.value.isFinite {
                faults.append(
                    Fault(path: place, "The point is not made of finite numbers.", remedy: "Give [x, value]."))
            } else if point.value < 0 || point.value > 1 {
                faults.append(
                    Fault(
                        path: place, "The value \(JSONWriter.number(point.value)) is outside 0 to 1.",
                        remedy: "Give 0 for the worst and 1 for the best."))
            } else if index > 0, !(point.x > points[index - 1].x) {
                faults.append(
                    Fault(
                        path: place,
                        "\(JSONWriter.number(point.x)) does not come after \(JSONWriter.number(points[index - 1].x)).",
                        remedy: "Give the points in ascending order of x, each x once."))
            }
        }
        return faults
    }
}
