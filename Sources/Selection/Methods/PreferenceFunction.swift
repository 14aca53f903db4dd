import Foundation
import Notation
import SelectionKernels

/// To what degree (0…1) a difference d > 0 in the criterion's unit makes one alternative preferred.
///
/// The six of Brans, J. P. & Vincke, Ph. (1985), A preference ranking organisation method, Management Science 31(6),
/// 647–656.
public enum PreferenceFunction: Sendable, Hashable {
    /// 1 for any difference.
    case usual
    /// 1 beyond q.
    case uShape(q: Double)
    /// d / p up to p, then 1.
    case vShape(p: Double)
    /// ½ beyond q, 1 beyond p.
    case level(q: Double, p: Double)
    /// 0 up to q, then a straight line, 1 from p on; a step where p = q.
    case linear(q: Double, p: Double)
    /// 1 − e^(−d² / 2s²).
    case gaussian(s: Double)

    /// 0 for d ≤ 0.
    public func degree(_ d: Double) -> Double {
        guard d > 0 else { return 0 }
        switch self {
        case .usual: return 1
        case .uShape(let q): return d > q ? 1 : 0
        case .vShape(let p): return min(1, d / p)
        case .level(let q, let p): return d > p ? 1 : d > q ? 0.5 : 0
        case .linear(let q, let p): return d > p ? 1 : d > q ? (d - q) / (p - q) : 0
        case .gaussian(let s): return 1 - exp(-(d / s) * (d / s) / 2)
        }
    }

    /// - Throws: `Faults` under `path`: a threshold that is negative or not finite, q above p, p or s of 0.
    public func validate(path: String) throws {
        let faults = faults(path: path)
        if !faults.isEmpty { throw Faults(faults) }
    }

    func faults(path: String) -> [Fault] {
        switch self {
        case .usual: []
        case .uShape(let q): Self.threshold("q", q, path: path)
        case .vShape(let p): Self.threshold("p", p, path: path, above: true)
        case .gaussian(let s): Self.threshold("s", s, path: path, above: true)
        case .level(let q, let p), .linear(let q, let p):
            Self.threshold("q", q, path: path) + Self.threshold("p", p, path: path)
                + (q > p
                    ? [
                        Fault(
                            path: path,
                            "The threshold q of indifference, \(JSONWriter.number(q)), is above p of preference, \(JSONWriter.number(p)).",
                            remedy: "Give q of at most p.")
                    ] : [])
        }
    }

    private static func threshold(_ name: String, _ value: Double, path: String, above: Bool = false) -> [Fault] {
        // Smaller ones square to nothing, and their reciprocals are not numbers.
        guard value.isFinite, above ? value >= 1e-150 : value >= 0, value <= 1e154 else {
            return [
                Fault(
                    path: "\(path).\(name)",
                    value.isFinite
                        ? "The threshold \(name) is \(JSONWriter.number(value))."
                        : "The threshold \(name) is not a finite number.",
                    remedy: above
                        ? "Give a number above 0 in the criterion's unit; without a threshold the type is \"usual\"."
                        : "Give a number of 0 or more in the criterion's unit.")
            ]
        }
        return []
    }

    var shape: PreferenceFlows.Shape {
        switch self {
        case .usual: .steps(0, 0)
        case .uShape(let q): .steps(q, q)
        case .vShape(let p): .ramp(0, p)
        case .level(let q, let p): .steps(q, p)
        // Thresholds too near for a reciprocal are one.
        case .linear(let q, let p): p - q > 1e-150 ? .ramp(q, p) : .steps(q, q)
        case .gaussian(let s): .bell(rate: 0.5 / s / s)
        }
    }
}
