import Notation

/// Weights of which nothing is known but their order.
///
/// Barron, F. H. & Barrett, B. E. (1996), Decision quality using ranked attribute weights, Management Science 42(11),
/// 1515–1523: the centroid of all weights in that order, w_j = (1/n) Σ_{k ≥ j} 1/k.
public enum RankOrderCentroid {
    /// - Parameter groups: items from 0, from most to least important; the items of one group are equally placed and share
    ///   the mean of the weights of their places. Each item stands once.
    /// - Throws: `Faults` that name the place in `order`.
    public static func weights(_ groups: [[Int]]) throws -> ElicitedWeights {
        let n = groups.reduce(0) { $0 + $1.count }
        var faults: [Fault] = []
        if n == 0 {
            faults.append(
                Fault(path: "order", "The order is empty.", remedy: "Give the items from most to least important."))
        }
        var places: [Int: String] = [:]
        for (position, group) in groups.enumerated() {
            if n > 0, group.isEmpty {
                faults.append(Fault(path: "order[\(position)]", "The group is empty.", remedy: "Leave it out."))
            }
            for (offset, item) in group.enumerated() {
                let path = group.count == 1 ? "order[\(position)]" : "order[\(position)][\(offset)]"
                if !(0..<n).contains(item) {
                    faults.append(
                        Fault(
                            path: path, "There is no item \(item) among \(n).",
                            remedy: "Items count from 0: give each of 0 to \(n - 1) once."))
                } else if let earlier = places.updateValue(path, forKey: item) {
                    faults.append(
                        Fault(path: path, "Item \(item) stands at \(earlier) already.", remedy: "Give each item once."))
                }
            }
        }
        if !faults.isEmpty { throw Faults(faults) }

        // From the least important on: small terms first.
        var centroid = Array(repeating: 0.0, count: n)
        var sum = 0.0
        for place in stride(from: n, through: 1, by: -1) {
            sum += 1 / Double(place)
            centroid[place - 1] = sum / Double(n)
        }
        var weights = Array(repeating: 0.0, count: n)
        var first = 0
        for group in groups {
            let mean = centroid[first..<(first + group.count)].reduce(0, +) / Double(group.count)
            for item in group { weights[item] = mean }
            first += group.count
        }
        return ElicitedWeights(weights: weights)
    }
}
