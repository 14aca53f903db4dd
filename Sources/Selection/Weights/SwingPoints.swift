import Notation

/// Weights from points for the swing of each criterion from its worst to its best level.
///
/// von Winterfeldt, D. & Edwards, W. (1986), Decision Analysis and Behavioral Research, Cambridge University Press.
public enum SwingPoints {
    /// - Parameter points: one a criterion, 0 or more, usually 100 for the swing that is wanted first.
    /// - Throws: `Faults` that name the points: negative, not finite, all zero.
    public static func weights(_ points: [Double]) throws -> ElicitedWeights {
        var faults: [Fault] = []
        if points.isEmpty {
            faults.append(Fault(path: "points", "There are no points.", remedy: "Give one number a criterion."))
        }
        for (index, value) in points.enumerated() where !(value >= 0 && value.isFinite) {
            faults.append(
                Fault(
                    path: "points[\(index)]",
                    value.isFinite
                        ? "The swing has \(JSONWriter.number(value)) points." : "The points are not a finite number.",
                    remedy: "Give 0 or more, 100 for the swing that is wanted first."))
        }
        let greatest = points.max() ?? 0
        if faults.isEmpty, greatest == 0 {
            faults.append(
                Fault(path: "points", "All points are zero.", remedy: "Give the swing that is wanted first 100."))
        }
        if !faults.isEmpty { throw Faults(faults) }
        let scaled = points.map { $0 / greatest }
        let sum = scaled.reduce(0, +)
        return ElicitedWeights(weights: scaled.map { $0 / sum })
    }
}
