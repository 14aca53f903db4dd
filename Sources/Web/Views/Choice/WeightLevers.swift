package import Choosing
import Notation
import Sourcing

/// Swing points of the criteria and of their groups, as far as the case says weights by points.
package enum WeightLevers {
    /// Groups of levers: the groups and single criteria first, then the criteria of each group.
    package static func of(_ choice: Choice) -> [(title: String, levers: [Lever])] {
        guard choice.evaluation.weights.method == .points else { return [] }
        let tree = choice.evaluation.tree
        let document = choice.theCase.document
        var groups: [(title: String, levers: [Lever])] = []
        if tree.count > 1 {
            let levers = tree.compactMap { group -> Lever? in
                let title = group.title ?? group.criteria.first?.title ?? group.name
                return ValueEdit(["selection", "criteria", group.name, "weight"], in: document).map {
                    lever(title, $0, group.isGroup ? group.weight : group.criteria.first?.weight ?? group.weight)
                }
            }
            groups.append((tree.contains(where: \.isGroup) ? "Groups and single criteria" : "Criteria", levers))
        }
        for group in tree where group.isGroup && group.criteria.count > 1 {
            let levers = group.criteria.compactMap { criterion in
                ValueEdit(["selection", "criteria", group.name, "criteria", criterion.name, "weight"], in: document)
                    .map { lever(criterion.title, $0, criterion.weight) }
            }
            groups.append(("Within \(group.title ?? group.name)", levers))
        }
        return groups
    }

    private static func lever(_ title: String, _ edit: ValueEdit, _ weight: Evaluation.SwingRange?) -> Lever {
        let most = weight?.high ?? 100
        let now = weight.map { ($0.low + $0.high) / 2 } ?? 0
        let said: String
        if let weight {
            let points =
                weight.isPoint
                ? Format.plain(weight.low) : "\(Format.plain(weight.low)) to \(Format.plain(weight.high))"
            said = "The case says \(points) points."
        } else {
            said = "The case gives no points."
        }
        return Lever(
            title: title, edit: edit, unit: "points", low: 0, high: max(150, (most / 50).rounded(.up) * 50 + 50),
            step: 5, now: now, hint: said)
    }
}
