public import Notation

/// Constraints that no weights meet together, as few as explain it: without any one of them some weights would fit.
///
/// Found by the deletion filter over linear programs (Chinneck & Dravnieks, ORSA Journal on Computing 3(2) (1991),
/// 157–168).
public struct WeightConflict: Sendable, Hashable {
    /// Where a constraint comes from.
    public enum Source: Sendable, Hashable {
        /// w[criterion] ≥ value.
        case lowerEnd(criterion: Int, value: Double)
        /// w[criterion] ≤ value.
        case upperEnd(criterion: Int, value: Double)
        /// The constraint of this index.
        case constraint(index: Int, LinearConstraint)
    }

    public struct Member: Sendable, Hashable {
        public var source: Source
        /// How much looser this one alone must be (its bound higher, a lower end lower) for the others here to be met.
        /// Nil where no loosening of it helps, as with 0 · w ≤ −1 beside another: never in a smallest set.
        public var loosening: Double?
    }

    /// In the order of the input.
    public var members: [Member]
    /// The least total change of bounds that lets *all* constraints be met, in the order of the input.
    public var mending: [Member]

    /// A smallest conflicting set, or nil where some weights fit (within 1e-9) or nothing is constrained.
    ///
    /// - Parameters:
    ///   - knowledge: `intervals` or `constraints`; all else never conflicts.
    ///   - criteria: how many weights there are.
    /// - Throws: `Faults` where the shapes are wrong, or the solver gives up.
    public static func find(_ knowledge: WeightKnowledge, criteria: Int) throws(Faults) -> WeightConflict? {
        var faults: [Fault] = []
        knowledge.check(criteria: criteria, into: &faults)
        if !faults.isEmpty { throw Faults(faults) }
        guard let system = ConstraintSystem(knowledge, criteria: criteria) else { return nil }
        var kept = Array(system.rows.indices)
        guard try Self.conflicts(system, kept) else { return nil }
        for index in system.rows.indices.reversed() {
            let rest = kept.filter { $0 != index }
            if try Self.conflicts(system, rest) { kept = rest }
        }
        var members: [Member] = []
        for index in kept {
            let changes = try Self.changes(system, hard: kept.filter { $0 != index }, soft: [index])
            members.append(Member(source: system.rows[index].source, loosening: changes?.first))
        }
        let all = Array(system.rows.indices)
        let changes = try Self.changes(system, hard: [], soft: all) ?? []
        let mending = zip(all, changes).filter { $1 > 1e-9 }.map {
            Member(source: system.rows[$0].source, loosening: $1)
        }
        return WeightConflict(members: members, mending: mending)
    }

    static let tolerance = 1e-9

    private static func conflicts(_ system: ConstraintSystem, _ rows: [Int]) throws(Faults) -> Bool {
        if rows.isEmpty { return false }
        switch system.violation(of: rows) {
        case .optimal(let value, _): return value > tolerance
        case .infeasible, .unbounded, .failed: throw gaveUp
        }
    }

    /// Least total loosening of the soft rows with the hard ones as they are.
    private static func changes(_ system: ConstraintSystem, hard: [Int], soft: [Int]) throws(Faults) -> [Double]? {
        let n = system.criteria
        var program = system.program(
            [Double](repeating: 0, count: n) + soft.map { 1 / system.scale($0) }, rows: hard, extra: soft.count)
        for (place, index) in soft.enumerated() {
            var slack = [Double](repeating: 0, count: soft.count)
            slack[place] = -1
            program.rows.append(
                LinearProgram.Row(system.rows[index].coefficients + slack, upper: system.rows[index].bound))
        }
        switch program.minimised() {
        case .optimal(_, let point): return Array(point[n...])
        case .infeasible: return nil
        case .unbounded, .failed: throw gaveUp
        }
    }

    static var gaveUp: Faults {
        Faults(
            Fault(
                path: "weightKnowledge", "The solver could not tell whether any weights fit these constraints.",
                remedy: "Bring their coefficients to about the same size."))
    }
}
