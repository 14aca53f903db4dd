import Notation
import Selection
import Sourcing

/// What is known of the weights, out of what was said about them.
struct WeightPlanner {
    let evaluation: Evaluation

    init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    /// How far points that were given as one number may be off.
    static let defaultSpread = 0.25

    struct Planned {
        var knowledge: WeightKnowledge
        var form: String
        var consistency: String?
        var mend: String?
        var assumptions: [String] = []
        /// Least and most of each weight.
        var ranges: [ClosedRange<Double>] = []
    }

    private var names: [String] { evaluation.criteria.map(\.name) }
    var shareSpread: Double { spread }
    private var spread: Double { evaluation.weights.spread ?? Self.defaultSpread }

    func plan() throws -> Planned {
        var planned: Planned
        switch evaluation.weights.method {
        case .points: planned = points()
        case .order(let order):
            planned = Planned(knowledge: .order(order.compactMap(index)), form: "the order of the criteria")
        case .ratios(let ratios): planned = try self.ratios(ratios)
        case .comparisons(let comparisons): planned = try self.comparisons(comparisons)
        case .bestWorst(let best, let worst, let toOthers, let toWorst):
            planned = try bestWorst(best, worst, toOthers, toWorst)
        }
        planned.ranges = try planned.knowledge.ranges(criteria: names.count)
        return planned
    }

    private func index(_ name: String) -> Int? { names.firstIndex(of: name) }

    private func points() -> Planned {
        let tree = evaluation.tree
        let hasGroups = tree.contains { $0.isGroup }
        let silent =
            tree.allSatisfy { $0.weight == nil } && tree.allSatisfy { $0.criteria.allSatisfy { $0.weight == nil } }
        if silent, !hasGroups || names.count == 1 {
            return Planned(
                knowledge: .none, form: "nothing: every weighting counts alike",
                assumptions: [
                    "Nobody said how much the criteria count, so every weighting was looked at. Say which step from worst to best matters most, and the answer becomes sharper."
                ])
        }
        var nodes: [WeightNode] = []
        var single = false
        func range(_ weight: Evaluation.SwingRange?) -> ClosedRange<Double> {
            // A group without points beside groups without points: anything from nothing to everything.
            guard let weight else { return 0...100 }
            if weight.isPoint, weight.low > 0 {
                single = true
                return (weight.low * (1 - spread))...(weight.high * (1 + spread))
            }
            return weight.low...weight.high
        }
        for group in tree {
            let parent = nodes.count
            if group.isGroup {
                nodes.append(WeightNode(points: range(group.weight)))
                for criterion in group.criteria {
                    nodes.append(
                        WeightNode(parent: parent, points: range(criterion.weight), leaf: index(criterion.name)))
                }
            } else {
                nodes.append(WeightNode(points: range(group.weight), leaf: index(group.name)))
            }
        }
        var planned = Planned(
            knowledge: .tree(nodes), form: hasGroups ? "swing points, group by group" : "swing points")
        if single {
            planned.assumptions.append(
                "Points that were given as one number were taken as \(Format.share(spread)) more or less\(evaluation.weights.spread == nil ? ", since the case does not say how sure they are" : "")."
            )
        }
        if silent || tree.contains(where: { $0.isGroup && $0.criteria.allSatisfy { $0.weight == nil } }) {
            planned.assumptions.append("Where a group’s criteria have no points, every split among them counts.")
        }
        return planned
    }

    private func ratios(_ ratios: [Evaluation.Ratio]) throws -> Planned {
        let indexed = ratios.compactMap { ratio -> RatioConflict.Ratio? in
            guard let more = index(ratio.more), let less = index(ratio.less) else { return nil }
            return .init(more: more, less: less, low: ratio.low, high: ratio.high)
        }
        if let conflict = RatioConflict.find(indexed, criteria: names.count) {
            throw Faults(contradiction(conflict, ratios))
        }
        var constraints: [LinearConstraint] = []
        for ratio in indexed {
            var least = [Double](repeating: 0, count: names.count)
            least[ratio.more] = -1
            least[ratio.less] = ratio.low
            constraints.append(LinearConstraint(coefficients: least, bound: 0))
            var most = [Double](repeating: 0, count: names.count)
            most[ratio.more] = 1
            most[ratio.less] = -ratio.high
            constraints.append(LinearConstraint(coefficients: most, bound: 0))
        }
        return Planned(knowledge: .constraints(constraints), form: "how many times one step counts as much as another")
    }

    /// Which judgements conflict, and the smallest change of each that would mend it.
    private func contradiction(_ conflict: RatioConflict, _ ratios: [Evaluation.Ratio]) -> Fault {
        let judgements = conflict.members.map { sentence(ratios[$0.ratio]) }
        let changes = conflict.members.map { member -> String in
            let ratio = ratios[member.ratio]
            let change =
                member.mendedLow < ratio.low
                ? "low \(Format.plain(member.mendedLow)) instead of \(Format.plain(ratio.low))"
                : "high \(Format.plain(member.mendedHigh)) instead of \(Format.plain(ratio.high))"
            return "\(ratio.more) over \(ratio.less): \(change)"
        }
        let first = ratios[conflict.members[0].ratio]
        return Fault(
            path: "selection.weights.ratios", at: first.line.map { Position(line: $0, column: 1) },
            "These judgements contradict each other: \(judgements.joined(separator: "; ")). No weights meet them together.",
            remedy: "Changing one of them is enough, by at least this much: \(changes.joined(separator: "; or ")).")
    }

    private func sentence(_ ratio: Evaluation.Ratio) -> String {
        let times =
            ratio.low == ratio.high
            ? Format.plain(ratio.low) : "\(Format.plain(ratio.low)) to \(Format.plain(ratio.high))"
        return "\(ratio.more) counts \(times) times as much as \(ratio.less)"
    }

    /// Weights that came out of judgements as single numbers, with the spread that any such number has.
    func around(_ weights: [Double]) -> WeightKnowledge {
        .points(weights.map { ($0 * (1 - spread))...($0 * (1 + spread)) })
    }

    var spreadAssumption: String {
        "The weights that follow from the judgements were taken as \(Format.share(spread)) more or less."
    }
}
