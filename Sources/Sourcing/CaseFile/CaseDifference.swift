public import Notation

/// What changed from one case file to another, key by key.
public enum CaseDifference {
    public enum Kind: String, Hashable, Sendable { case added, removed, changed }

    public struct Change: Hashable, Sendable {
        public var kind: Kind
        /// `options.pune.price.perTransaction`
        public var path: String
        /// As text; nil where the key was not there.
        public var before: String?
        public var after: String?

        public init(_ kind: Kind, path: String, before: String?, after: String?) {
            self.kind = kind
            self.path = path
            self.before = before
            self.after = after
        }
    }

    /// In the order of `b`; what only `a` has stands where its group ends.
    public static func between(_ a: Tree, _ b: Tree) -> [Change] {
        var changes: [Change] = []
        compare(a, b, path: "", into: &changes)
        return changes
    }

    private static func compare(_ a: Tree, _ b: Tree, path: String, into changes: inout [Change]) {
        if let before = a.entries, let after = b.entries {
            let olds = Dictionary(before.map { ($0.key, $0.value) }) { first, _ in first }
            let news = Set(after.map(\.key))
            for entry in after {
                let inner = path.appending(key: entry.key)
                if let old = olds[entry.key] {
                    compare(old, entry.value, path: inner, into: &changes)
                } else {
                    changes.append(Change(.added, path: inner, before: nil, after: text(entry.value)))
                }
            }
            for entry in before where !news.contains(entry.key) {
                changes.append(
                    Change(.removed, path: path.appending(key: entry.key), before: text(entry.value), after: nil))
            }
            return
        }
        let (before, after) = (text(a), text(b))
        if before != after { changes.append(Change(.changed, path: path, before: before, after: after)) }
    }

    /// A text as it is, anything else as JSON on one line.
    private static func text(_ tree: Tree) -> String {
        tree.string ?? JSONWriter.text(tree)
    }
}
