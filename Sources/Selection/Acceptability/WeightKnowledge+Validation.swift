import Notation

extension WeightKnowledge {
    /// Shapes and numbers; not whether the constraints contradict each other.
    func check(criteria: Int, into faults: inout [Fault]) {
        switch self {
        case .none: break
        case .point(let weights):
            let path = "weightKnowledge.weights"
            count(weights.count, criteria, "weights", path, &faults)
            for (index, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
                faults.append(
                    Fault(
                        path: "\(path)[\(index)]", "The weight is \(weight.words).",
                        remedy: "Give a finite number of at least 0."))
            }
            let sum = weights.reduce(0, +)
            if weights.allSatisfy({ $0 >= 0 && $0.isFinite }), !(sum > 0 && sum.isFinite) {
                faults.append(
                    Fault(
                        path: path, "The weights sum to \(sum.words).",
                        remedy: "Give at least one weight above 0, none of them huge."))
            }
        case .order(let order):
            let path = "weightKnowledge.order"
            count(order.count, criteria, "criteria in the order", path, &faults)
            var seen: Set<Int> = []
            for (place, criterion) in order.enumerated() {
                if !(0..<criteria).contains(criterion) {
                    faults.append(
                        Fault(
                            path: "\(path)[\(place)]", "There is no criterion \(criterion).",
                            remedy: "Criteria are counted from 0 to \(criteria - 1)."))
                } else if !seen.insert(criterion).inserted {
                    faults.append(
                        Fault(
                            path: "\(path)[\(place)]", "Criterion \(criterion) stands twice in the order.",
                            remedy: "Name each criterion once, the most important first."))
                }
            }
        case .points(let ranges):
            count(ranges.count, criteria, "ranges of points", "weightKnowledge.points", &faults)
            checkPoints(ranges, "weightKnowledge.points", &faults)
        case .tree(let nodes): check(tree: nodes, criteria: criteria, &faults)
        case .intervals(let ranges):
            let path = "weightKnowledge.intervals"
            count(ranges.count, criteria, "intervals", path, &faults)
            for (index, range) in ranges.enumerated() where !(range.lowerBound >= 0 && range.upperBound <= 1) {
                faults.append(
                    Fault(
                        path: "\(path)[\(index)]",
                        "The interval \(range.lowerBound.words) to \(range.upperBound.words) leaves 0 to 1.",
                        remedy: "Give two weights from 0 to 1."))
            }
        case .constraints(let constraints):
            for (index, constraint) in constraints.enumerated() {
                let path = "weightKnowledge.constraints[\(index)]"
                count(constraint.coefficients.count, criteria, "coefficients", path, &faults)
                if !constraint.bound.isFinite || !constraint.coefficients.allSatisfy(\.isFinite) {
                    faults.append(
                        Fault(path: path, "A number here is not finite.", remedy: "Give finite numbers only."))
                }
            }
        }
    }

    private func count(_ found: Int, _ criteria: Int, _ what: String, _ path: String, _ faults: inout [Fault]) {
        if found != criteria {
            faults.append(
                Fault(
                    path: path, "There are \(found) \(what) for \(criteria) criteria.",
                    remedy: "Give one for each criterion."))
        }
    }

    private func checkPoints(_ ranges: [ClosedRange<Double>], _ path: String, _ faults: inout [Fault]) {
        for (index, range) in ranges.enumerated()
        where !(range.lowerBound >= 0 && range.upperBound <= 1e12) {
            faults.append(
                Fault(
                    path: "\(path)[\(index)]",
                    "The points \(range.lowerBound.words) to \(range.upperBound.words) leave 0 to 1000000000000.",
                    remedy: "Give two numbers of at least 0."))
        }
        if !ranges.isEmpty, ranges.allSatisfy({ $0.upperBound == 0 }) {
            faults.append(Fault(path: path, "All points are 0.", remedy: "Give at least one criterion points above 0."))
        }
    }

    private func check(tree nodes: [WeightNode], criteria: Int, _ faults: inout [Fault]) {
        let path = "weightKnowledge.tree"
        var children: [Int?: [Int]] = [:]
        var leaves: [Int: Int] = [:]
        for (index, node) in nodes.enumerated() {
            if let parent = node.parent, !(0..<index).contains(parent) {
                faults.append(
                    Fault(
                        path: "\(path)[\(index)].parent", "The parent \(parent) does not come before node \(index).",
                        remedy: "List parents before their children."))
            }
            children[node.parent, default: []].append(index)
            guard let leaf = node.leaf else { continue }
            if !(0..<criteria).contains(leaf) {
                faults.append(
                    Fault(
                        path: "\(path)[\(index)].leaf", "There is no criterion \(leaf).",
                        remedy: "Criteria are counted from 0 to \(criteria - 1)."))
            }
            leaves[leaf, default: 0] += 1
        }
        for (index, node) in nodes.enumerated() where (node.leaf == nil) == (children[index] == nil) {
            faults.append(
                Fault(
                    path: "\(path)[\(index)]",
                    node.leaf == nil
                        ? "Node \(index) is neither a criterion nor a group of any."
                        : "Node \(index) is a criterion and has children.",
                    remedy: "Give a node either a criterion or children."))
        }
        for criterion in 0..<criteria where leaves[criterion, default: 0] != 1 {
            faults.append(
                Fault(
                    path: path, "Criterion \(criterion) stands \(leaves[criterion, default: 0]) times in the tree.",
                    remedy: "Let each criterion be one leaf."))
        }
        for (parent, siblings) in children.sorted(by: { ($0.key ?? -1) < ($1.key ?? -1) }) {
            checkPoints(siblings.map { nodes[$0].points }, parent.map { "\(path)[\($0)].children" } ?? path, &faults)
        }
    }
}
