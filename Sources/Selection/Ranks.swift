/// Places in a ranking: 1 is best, and ties share the better place (1, 1, 3).
public enum Ranks {
    /// Scores that are nearer than this are ties: their difference is what rounding leaves.
    public static let tolerance = 1e-12

    /// - Parameter ascending: true where the smaller score is better.
    /// - Complexity: O(n log n).
    public static func of(_ scores: [Double], ascending: Bool = false) -> [Int] {
        let order = order(scores, ascending: ascending)
        var ranks = [Int](repeating: 1, count: scores.count)
        var leader = 0
        for place in order.indices {
            // Against the first of the tie, so that a chain of near ties does not grow without end.
            if abs(scores[order[place]] - scores[order[leader]]) > tolerance { leader = place }
            ranks[order[place]] = leader + 1
        }
        return ranks
    }

    /// The alternatives from best to worst; equal scores in the order they stand.
    public static func order(_ scores: [Double], ascending: Bool = false) -> [Int] {
        scores.indices.sorted {
            scores[$0] == scores[$1] ? $0 < $1 : (scores[$0] < scores[$1]) == ascending
        }
    }
}
