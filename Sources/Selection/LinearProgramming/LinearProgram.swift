internal import CClp

/// min c·x with l ≤ A x ≤ u and bounds on x, solved by COIN-OR's Clp (dual simplex).
///
/// For the small dense problems of this module: forty criteria give some 160 rows. Feasible and optimal mean within 1e-9.
struct LinearProgram {
    struct Row {
        /// One coefficient a variable.
        var coefficients: [Double]
        var lower: Double
        var upper: Double

        init(_ coefficients: [Double], lower: Double = -.infinity, upper: Double = .infinity) {
            self.coefficients = coefficients
            self.lower = lower
            self.upper = upper
        }
    }

    enum Outcome: Equatable {
        case optimal(value: Double, point: [Double])
        case infeasible
        case unbounded
        /// The solver gave up (numerical trouble, iteration limit). Callers report it: it is never taken for infeasible.
        case failed
    }

    /// What is minimised, one coefficient a variable.
    var objective: [Double]
    var rows: [Row]
    /// Bounds of the variables; zero and infinity unless said otherwise.
    var lower: [Double]
    var upper: [Double]

    init(objective: [Double], rows: [Row], lower: [Double]? = nil, upper: [Double]? = nil) {
        self.objective = objective
        self.rows = rows
        self.lower = lower ?? Array(repeating: 0, count: objective.count)
        self.upper = upper ?? Array(repeating: .infinity, count: objective.count)
    }

    /// - Complexity: exponential at worst, in practice a few times the number of rows of pivots.
    func minimised() -> Outcome {
        precondition(rows.allSatisfy { $0.coefficients.count == objective.count }, "a coefficient for each variable")
        guard let model = Clp_newModel() else { return .failed }
        defer { Clp_deleteModel(model) }
        Clp_setLogLevel(model, 0)
        Clp_setPrimalTolerance(model, 1e-9)
        Clp_setDualTolerance(model, 1e-9)

        // Column after column, as the solver keeps them.
        var starts: [CoinBigIndex] = [0]
        var indices: [Int32] = []
        var elements: [Double] = []
        for column in objective.indices {
            for (index, row) in rows.enumerated() where row.coefficients[column] != 0 {
                indices.append(Int32(index))
                elements.append(row.coefficients[column])
            }
            starts.append(CoinBigIndex(indices.count))
        }
        let bounded = { (values: [Double]) in
            values.map { min(max($0, -Double.greatestFiniteMagnitude), .greatestFiniteMagnitude) }
        }
        Clp_loadProblem(
            model, Int32(objective.count), Int32(rows.count), starts, indices, elements, bounded(lower),
            bounded(upper), objective, bounded(rows.map(\.lower)), bounded(rows.map(\.upper)))
        Clp_dual(model, 0)
        if Clp_status(model) > 2 { Clp_primal(model, 0) }
        switch Clp_status(model) {
        case 0:
            guard let solution = Clp_getColSolution(model) else { return .failed }
            let point = (0..<objective.count).map { solution[$0] }
            return .optimal(value: Clp_objectiveValue(model), point: point)
        case 1: return .infeasible
        case 2: return .unbounded
        default: return .failed
        }
    }
}
