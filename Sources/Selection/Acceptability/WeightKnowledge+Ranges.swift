public import Notation

extension WeightKnowledge {
    /// The least and the most that each weight can be.
    ///
    /// - Returns: one range a criterion.
    /// - Throws: `Faults` where no weights fit, which name a smallest conflicting set.
    /// - Complexity: for `intervals` and `constraints` two linear programs a criterion.
    public func ranges(criteria: Int) throws(Faults) -> [ClosedRange<Double>] {
        switch self {
        case .point(let weights):
            let sum = weights.reduce(0, +)
            return weights.map { ($0 / sum)...($0 / sum) }
        case .none: return Array(repeating: criteria == 1 ? 1...1 : 0...1, count: criteria)
        case .order(let order):
            var ranges = Array(repeating: 0.0...1.0, count: criteria)
            for (place, criterion) in order.enumerated() {
                ranges[criterion] = (place == 0 ? 1 / Double(criteria) : 0)...(1 / Double(place + 1))
            }
            return ranges
        case .points(let points): return Self.shares(points)
        case .tree(let nodes): return Self.leaves(nodes, criteria: criteria)
        case .intervals, .constraints: return try solved(criteria: criteria)
        }
    }

    /// Of points over their sum: a share is least with its own points least and all others most.
    private static func shares(_ points: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
        let (least, most) = points.reduce((0, 0)) { ($0.0 + $1.lowerBound, $0.1 + $1.upperBound) }
        return points.map { own in
            let others = (least: least - own.lowerBound, most: most - own.upperBound)
            let low = own.lowerBound > 0 ? own.lowerBound / (own.lowerBound + others.most) : 0
            let high = own.upperBound > 0 ? own.upperBound / (own.upperBound + others.least) : 0
            return low...max(low, high)
        }
    }

    private static func leaves(_ nodes: [WeightNode], criteria: Int) -> [ClosedRange<Double>] {
        var reached = Array(repeating: 1.0...1.0, count: nodes.count)
        var ranges = Array(repeating: 0.0...0.0, count: criteria)
        let families = Dictionary(grouping: nodes.indices, by: { nodes[$0].parent })
        // Parents come before their children.
        for parent in [nil] + nodes.indices.map(Optional.some) {
            guard let children = families[parent] else { continue }
            let above = parent.map { reached[$0] } ?? 1...1
            for (child, share) in zip(children, shares(children.map { nodes[$0].points })) {
                reached[child] = (above.lowerBound * share.lowerBound)...(above.upperBound * share.upperBound)
                if let leaf = nodes[child].leaf { ranges[leaf] = reached[child] }
            }
        }
        return ranges
    }

    private func solved(criteria: Int) throws(Faults) -> [ClosedRange<Double>] {
        if let conflict = try WeightConflict.find(self, criteria: criteria) { throw conflict.faults() }
        guard let system = ConstraintSystem(self, criteria: criteria) else { return [] }
        var ranges: [ClosedRange<Double>] = []
        for criterion in 0..<criteria {
            var ends: [Double] = []
            for sign in [1.0, -1.0] {
                var objective = [Double](repeating: 0, count: criteria)
                objective[criterion] = sign
                guard
                    case .optimal(_, let point) = system.program(
                        objective, rows: Array(system.rows.indices), extra: 0
                    ).minimised()
                else { throw WeightConflict.gaveUp }
                ends.append(min(1, max(0, point[criterion])))
            }
            ranges.append(ends[0]...max(ends[0], ends[1]))
        }
        return ranges
    }
}
