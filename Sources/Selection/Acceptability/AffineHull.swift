import Notation
import SelectionKernels

/// The smallest flat that holds a polytope within the simplex, and a point well inside.
struct AffineHull {
    /// Orthonormal; the first is that of Σ w = 1. A chain moves across all of them.
    var normals: [[Double]] = []
    /// Of the polytope's rows: false for those that are tight everywhere.
    var isLoose: [Bool]
    /// Chebyshev's centre within the flat: as far as possible from every loose constraint.
    var centre: [Double]

    /// Slack below this counts as none.
    static let flat = 1e-9

    init(_ polytope: Polytope, criteria n: Int) throws(Faults) {
        isLoose = Array(repeating: true, count: polytope.bounds.count)
        centre = []
        var inequalities: [(row: [Double], bound: Double)] = []
        for k in 0..<n {
            var unit = [Double](repeating: 0, count: n)
            unit[k] = 1
            inequalities.append((unit, polytope.high[k]))
            unit[k] = -1
            inequalities.append((unit, -polytope.low[k]))
        }
        for (index, bound) in polytope.bounds.enumerated() {
            inequalities.append((Array(polytope.rows[(index * n)..<((index + 1) * n)]), bound))
        }
        add(Array(repeating: 1, count: n))
        // An inequality that can nowhere be slack is an equality.
        var tight = [Bool](repeating: false, count: inequalities.count)
        let base =
            [LinearProgram.Row(Array(repeating: 1, count: n), lower: 1, upper: 1)]
            + inequalities.map { LinearProgram.Row($0.row, upper: $0.bound + WeightConflict.tolerance) }
        for (index, inequality) in inequalities.enumerated() {
            guard case .optimal(let value, _) = LinearProgram(objective: inequality.row, rows: base).minimised() else {
                throw WeightConflict.gaveUp
            }
            let size = max(Self.norm(inequality.row), 1e-300)
            tight[index] = inequality.bound - value <= 4 * WeightConflict.tolerance * max(1, size)
            if tight[index] {
                add(inequality.row)
                if index >= 2 * n { isLoose[index - 2 * n] = false }
            }
        }
        centre = try chebyshev(inequalities, tight, base, criteria: n)
    }

    private func chebyshev(
        _ inequalities: [(row: [Double], bound: Double)], _ tight: [Bool], _ base: [LinearProgram.Row], criteria n: Int
    ) throws(Faults) -> [Double] {
        var rows = [LinearProgram.Row(Array(repeating: 1, count: n) + [0], lower: 1, upper: 1)]
        for (index, inequality) in inequalities.enumerated() {
            let size = tight[index] ? 0 : Self.norm(across(inequality.row))
            let slack = tight[index] ? WeightConflict.tolerance : 0
            rows.append(LinearProgram.Row(inequality.row + [size], upper: inequality.bound + slack))
        }
        // Least −r: the greatest radius.
        let program = LinearProgram(
            objective: [Double](repeating: 0, count: n) + [-1], rows: rows,
            upper: [Double](repeating: .infinity, count: n) + [1])
        guard case .optimal(_, let point) = program.minimised() else { throw WeightConflict.gaveUp }
        let clean = point[0..<n].map { max(0, $0) }
        let sum = clean.reduce(0, +)
        return clean.map { $0 / sum }
    }

    /// What of a row is left within the flat.
    private func across(_ row: [Double]) -> [Double] {
        var rest = row
        for normal in normals {
            let along = zip(rest, normal).reduce(0) { $0 + $1.0 * $1.1 }
            for k in rest.indices { rest[k] -= along * normal[k] }
        }
        return rest
    }

    /// Gram–Schmidt, twice for accuracy; rows that say nothing new are left out.
    private mutating func add(_ row: [Double]) {
        let size = Self.norm(row)
        guard size > 0 else { return }
        let rest = across(across(row.map { $0 / size }))
        let left = Self.norm(rest)
        if left > 1e-7 { normals.append(rest.map { $0 / left }) }
    }

    private static func norm(_ row: [Double]) -> Double { row.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
