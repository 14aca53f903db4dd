import Notation

/// The additive multi-attribute value of each alternative on fixed scales.
///
/// Keeney, R. L. & Raiffa, H. (1976), Decisions with Multiple Objectives, Wiley. The scales do not depend on who takes
/// part, so an alternative that joins or leaves cannot reorder the others.
public struct WeightedValue: Sendable {
    /// A value beyond its scale, which counts as the end of the scale.
    public struct Clamped: Sendable, Hashable {
        public let alternative: Int
        public let criterion: Int
        /// In the criterion's unit.
        public let found: Double
    }

    /// Alternatives × criteria, 0…1.
    public let values: [[Double]]
    /// Σ weight · value, one an alternative, 0…1, larger is better.
    public let scores: [Double]
    public let clamped: [Clamped]

    public var ranks: [Int] { Ranks.of(scores) }

    /// - Parameter scales: one a criterion.
    /// - Throws: `Faults` that name the scale: not valid, too few, or against the criterion's direction.
    public init(_ matrix: DecisionMatrix, scales: [ValueFunction]) throws {
        guard scales.count == matrix.criteria else {
            throw Faults(
                Fault(
                    path: "parameters.scales", "There are \(scales.count) scales for \(matrix.criteria) criteria.",
                    remedy: "Give one scale a criterion."))
        }
        let faults = scales.enumerated().flatMap { index, scale in
            let path = "parameters.scales[\(index)]"
            let wrong = scale.faults(path: path)
            return wrong.isEmpty ? Self.contradiction(scale, matrix.directions[index], path: path) : wrong
        }
        if !faults.isEmpty { throw Faults(faults) }

        var clamped: [Clamped] = []
        values = (0..<matrix.alternatives).map { i in
            (0..<matrix.criteria).map { j in
                let x = matrix.values[i * matrix.criteria + j]
                if scales[j].isOutside(x) { clamped.append(Clamped(alternative: i, criterion: j, found: x)) }
                return scales[j].value(at: x)
            }
        }
        self.clamped = clamped
        scores = values.map { row in zip(row, matrix.weights).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// Benefit and cost are the classic mix-up: a scale that runs against the stated direction is refused.
    private static func contradiction(_ scale: ValueFunction, _ direction: Direction, path: String) -> [Fault] {
        let rises: Bool
        switch scale {
        case .exponential(let worst, let best, _): rises = best > worst
        case .points(let points):
            // A scale with a peak within has no direction that could be wrong.
            let steps = zip(points, points.dropFirst()).map { $1.value - $0.value }
            if steps.allSatisfy({ $0 <= 0 }), steps.contains(where: { $0 < 0 }) {
                rises = false
            } else if steps.allSatisfy({ $0 >= 0 }), steps.contains(where: { $0 > 0 }) {
                rises = true
            } else {
                return []
            }
        }
        guard rises != (direction == .maximise) else { return [] }
        return [
            Fault(
                path: path,
                "The scale is best at \(JSONWriter.number(scale.best)) and worst at \(JSONWriter.number(scale.worst)), but the direction is \"\(direction.rawValue)\".",
                remedy: "Turn the scale round, or give the direction \"\(rises ? "max" : "min")\".")
        ]
    }
}
