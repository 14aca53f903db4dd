import Notation
import SelectionKernels
import TrialKernels

/// Whether more of a criterion is better (`maximise`) or less.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    case maximise = "max"
    case minimise = "min"
}

/// What the ranking methods share: alternatives × criteria, the weights and the directions. Every value is a finite number.
public struct DecisionMatrix: Sendable {
    public let alternatives: Int
    public let criteria: Int
    /// Row after row, `alternatives * criteria` numbers in the criteria's own units.
    public let values: [Double]
    /// As given where they add up to 1 within 1e-6, otherwise divided by their sum.
    public let weights: [Double]
    public let directions: [Direction]
    /// Least, greatest and sum of squares of each criterion.
    let summaries: [ColumnSummary]

    /// - Parameters:
    ///   - values: row-major, one row an alternative.
    ///   - weights: one a criterion, not negative, not all zero.
    ///   - directions: one a criterion.
    ///   - threads: the answer does not depend on it.
    /// - Throws: `Faults` that name the cell (`matrix[2][1]`), the weight or the direction.
    public init(
        values: [Double], criteria: Int, weights: [Double], directions: [Direction], threads: Int = 2
    ) throws {
        guard criteria > 0, !values.isEmpty else {
            throw Faults(
                Fault(
                    path: "matrix", "The matrix has no values.",
                    remedy: "Give at least one alternative and one criterion."))
        }
        guard values.count % criteria == 0 else {
            throw Faults(
                Fault(
                    path: "matrix", "\(values.count) values do not make whole rows of \(criteria).",
                    remedy: "Give as many values a row as there are criteria."))
        }
        self.alternatives = values.count / criteria
        self.criteria = criteria
        self.values = values
        self.directions = directions
        var faults: [Fault] = []
        let wrongLengths = Self.lengthFaults(weights: weights, directions: directions, criteria: criteria)
        summaries = ColumnScan.summaries(of: values, columns: criteria, threads: threads)
        if !summaries.allSatisfy({ $0.squares.isFinite }) {
            faults += Self.cellFaults(values, criteria: criteria)
        }
        for (index, summary) in summaries.enumerated() where summary.squares.isFinite {
            let range = summary.high - summary.low
            if range > 0, range < Self.leastRange {
                faults.append(
                    Fault(
                        path: "matrix",
                        "All values of criterion \(index) lie within \(JSONWriter.number(range)) of each other.",
                        remedy: "Give them in a smaller unit."))
            }
        }
        faults += wrongLengths
        self.weights = CriterionWeights.normalised(weights, faults: &faults)
        if !faults.isEmpty { throw Faults(faults) }
    }

    /// - Parameter rows: nil is a missing answer, which no method that ranks by figures can take.
    /// - Throws: `Faults` that name the row or the cell.
    public init(rows: [[Double?]], weights: [Double], directions: [Direction], threads: Int = 2) throws {
        let criteria = rows.first?.count ?? 0
        var faults: [Fault] = []
        var values: [Double] = []
        values.reserveCapacity(rows.count * criteria)
        for (i, row) in rows.enumerated() {
            if row.count != criteria {
                faults.append(
                    Fault(
                        path: "matrix[\(i)]", "This row has \(row.count) values, the first row has \(criteria).",
                        remedy: "Give one value a criterion in every row; null where an answer is missing."))
            }
            for (j, value) in row.enumerated() {
                guard let value else {
                    faults.append(Self.missing(i, j))
                    continue
                }
                values.append(value)
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        try self.init(
            values: values, criteria: criteria, weights: weights, directions: directions, threads: threads)
    }

    /// Below it a quotient by the range may overflow.
    private static let leastRange = 1e-150

    private static func missing(_ row: Int, _ column: Int) -> Fault {
        Fault(
            path: "matrix[\(row)][\(column)]", "The value is missing, and this method needs every value.",
            remedy: "Give it, or ask selection.acceptability, which models a missing answer as uncertain.")
    }

    private static func lengthFaults(weights: [Double], directions: [Direction], criteria: Int) -> [Fault] {
        var faults: [Fault] = []
        if weights.count != criteria {
            faults.append(
                Fault(
                    path: "weights", "There are \(weights.count) weights for \(criteria) criteria.",
                    remedy: "Give one weight a criterion."))
        }
        if directions.count != criteria {
            faults.append(
                Fault(
                    path: "directions", "There are \(directions.count) directions for \(criteria) criteria.",
                    remedy: "Give \"max\" or \"min\" for each criterion."))
        }
        return faults
    }

    private static func cellFaults(_ values: [Double], criteria: Int) -> [Fault] {
        let wrong = values.indices.lazy.filter { !(abs(values[$0]) <= 1e150) }.prefix(20)
        let faults = wrong.map { index in
            let place = "matrix[\(index / criteria)][\(index % criteria)]"
            return values[index].isFinite
                ? Fault(
                    path: place, "The value \(JSONWriter.number(values[index])) is too large to be squared.",
                    remedy: "Give it in a larger unit.")
                : Fault(
                    path: place, "The value is not a finite number.",
                    remedy: "Give a finite number, or null where the answer is missing.")
        }
        // Many values that can each be squared may still add up to more than a number holds.
        return faults.isEmpty
            ? [Fault(path: "matrix", "The values are too large to be squared.", remedy: "Give them in a larger unit.")]
            : Array(faults)
    }
}

extension DecisionMatrix {
    /// The best and the worst value that occurs in a criterion.
    func extremes(_ criterion: Int) -> (best: Double, worst: Double) {
        let summary = summaries[criterion]
        return directions[criterion] == .maximise ? (summary.high, summary.low) : (summary.low, summary.high)
    }
}
