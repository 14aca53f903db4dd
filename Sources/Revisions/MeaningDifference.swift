public import Notation
import Sourcing

/// What differs between two cases by what they mean, in words.
///
/// Comments, the order of keys and the way that a value is written do not count. Weakness: a renamed option shows as
/// removed and added; and a unit is not converted, so 6 and "6 min" differ.
public struct MeaningDifference: Sendable {
    public struct Change: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case added, removed, changed }
        public var kind: Kind
        /// Keys from the root.
        public var path: [String]
        /// In words, from the root: `Option Deccan Services, Pune`, `Price`, `Price of one item`.
        public var trail: [String]
        /// In words; nil where there was nothing.
        public var before: String?
        public var after: String?

        /// On one line, e.g. `Option Pune › Price › Price of one item: 0.62 → 0.58`.
        public var sentence: String {
            let place = trail.joined(separator: " › ")
            switch kind {
            case .added: return "Added: \(place)" + (after.map { ": \($0)" } ?? "")
            case .removed: return "Removed: \(place)" + (before.map { ": \($0)" } ?? "")
            case .changed: return "\(place): \(before ?? "nothing") → \(after ?? "nothing")"
            }
        }
    }

    /// In the order of the newer case; what only the older one has stands where its group ends.
    public let changes: [Change]
    /// The texts differ, but mean the same. False when trees were compared.
    public let isLayoutOnly: Bool

    public init(from old: Tree, to new: Tree) {
        changes = MeaningWalk(old: old, new: new).changes()
        isLayoutOnly = false
    }

    /// - Throws: `Faults` where one of the two is not readable as YAML or JSON; faults of content do not matter.
    public init(from old: String, to new: String) throws(Faults) {
        let trees = (try CaseReader.tree(text: old), try CaseReader.tree(text: new))
        changes = MeaningWalk(old: trees.0, new: trees.1).changes()
        isLayoutOnly = changes.isEmpty && old != new
    }
}
