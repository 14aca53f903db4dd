/// Rows a·w ≤ b on the simplex, with where each comes from.
struct ConstraintSystem {
    struct Row {
        var source: WeightConflict.Source
        var coefficients: [Double]
        var bound: Double
    }

    var criteria: Int
    var rows: [Row] = []

    /// Nil where weights are not described by constraints.
    init?(_ knowledge: WeightKnowledge, criteria: Int) {
        self.criteria = criteria
        func unit(_ k: Int, _ value: Double) -> [Double] {
            var row = [Double](repeating: 0, count: criteria)
            row[k] = value
            return row
        }
        switch knowledge {
        case .intervals(let ranges):
            for (k, range) in ranges.enumerated() {
                if range.lowerBound > 0 {
                    rows.append(
                        Row(
                            source: .lowerEnd(criterion: k, value: range.lowerBound), coefficients: unit(k, -1),
                            bound: -range.lowerBound))
                }
                if range.upperBound < 1 {
                    rows.append(
                        Row(
                            source: .upperEnd(criterion: k, value: range.upperBound), coefficients: unit(k, 1),
                            bound: range.upperBound))
                }
            }
        case .constraints(let constraints):
            for (index, constraint) in constraints.enumerated() {
                rows.append(
                    Row(
                        source: .constraint(index: index, constraint), coefficients: constraint.coefficients,
                        bound: constraint.bound))
            }
        default: return nil
        }
    }

    /// Σ w = 1 and the rows given, w ≥ 0 by the bounds of the variables.
    func program(_ objective: [Double], rows indices: some Sequence<Int>, extra: Int = 0) -> LinearProgram {
        let pad = [Double](repeating: 0, count: extra)
        var all = [
            LinearProgram.Row(Array(repeating: 1, count: criteria) + pad, lower: 1, upper: 1)
        ]
        for index in indices {
            all.append(LinearProgram.Row(rows[index].coefficients + pad, upper: rows[index].bound))
        }
        return LinearProgram(objective: objective, rows: all)
    }

    /// Least uniform amount by which the rows given must be loosened for weights to fit: 0 where they do. Rows are
    /// scaled to a largest coefficient of 1, so that the tolerance means the same in all.
    func violation(of indices: some Sequence<Int>) -> LinearProgram.Outcome {
        var program = self.program([Double](repeating: 0, count: criteria) + [1], rows: [], extra: 1)
        for index in indices {
            let scale = self.scale(index)
            program.rows.append(
                LinearProgram.Row(
                    rows[index].coefficients.map { $0 / scale } + [-1], upper: rows[index].bound / scale))
        }
        return program.minimised()
    }

    func scale(_ index: Int) -> Double {
        let largest = rows[index].coefficients.map { Swift.abs($0) }.max() ?? 0
        return largest > 0 ? largest : 1
    }
}
