package import Notation

/// What an edit means, without any text: the measure of every edit of a text.
package enum TreeEdit {
    /// The value at a path replaced, or added with the groups that lead to it.
    /// - Returns: nil where something on the way is no group of keys, or no element of a list.
    package static func setting(_ value: Tree, at path: ArraySlice<String>, in tree: Tree) -> Tree? {
        guard let key = path.first else { return value }
        switch tree.content {
        case .list(var values):
            guard let index = Int(key), values.indices.contains(index),
                let inner = setting(value, at: path.dropFirst(), in: values[index])
            else { return nil }
            values[index] = inner
            return .list(values)
        case .null:
            return setting(value, at: path.dropFirst(), in: .null).map { .map([(key, $0)]) }
        case .map(var entries):
            if let index = entries.firstIndex(where: { $0.key == key }) {
                guard let inner = setting(value, at: path.dropFirst(), in: entries[index].value) else { return nil }
                entries[index].value = inner
            } else {
                guard let inner = setting(value, at: path.dropFirst(), in: .null) else { return nil }
                entries.append(Tree.Entry(key: key, value: inner))
            }
            return Tree(.map(entries))
        default: return nil
        }
    }

    /// - Returns: nil where there is no such key.
    package static func removing(_ path: [String], in tree: Tree) -> Tree? {
        changing(path, in: tree) { entries, index in entries.remove(at: index) }
    }

    /// - Returns: nil where there is no such key, or the new one is taken.
    package static func renaming(_ path: [String], to key: String, in tree: Tree) -> Tree? {
        guard value(at: path.dropLast() + [key], in: tree) == nil else { return nil }
        return changing(path, in: tree) { entries, index in entries[index].key = key }
    }

    package static func value(at path: [String], in tree: Tree) -> Tree? {
        path.reduce(Optional(tree)) { tree, key in
            if let values = tree?.list { return Int(key).flatMap { values.indices.contains($0) ? values[$0] : nil } }
            return tree?[key]
        }
    }

    /// The same keys in the same order with the same values; places do not count.
    package static func isSame(_ a: Tree, _ b: Tree) -> Bool {
        switch (a.content, b.content) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.text(let a), .text(let b)): a == b
        case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(isSame)
        case (.map(let a), .map(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && isSame($0.value, $1.value) }
        default: false
        }
    }

    private static func changing(
        _ path: [String], in tree: Tree, _ change: (inout [Tree.Entry], Int) -> Void
    ) -> Tree? {
        guard let key = path.last, let outer = value(at: path.dropLast(), in: tree), var entries = outer.entries,
            let index = entries.firstIndex(where: { $0.key == key })
        else { return nil }
        change(&entries, index)
        return setting(Tree(.map(entries)), at: path.dropLast()[...], in: tree)
    }
}
