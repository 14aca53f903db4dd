public import Notation

/// One change to a case, written as `selection.criteria.price.weight=150`: for asking "what if".
public enum CaseEdit {
    /// - Parameter change: keys from the root, joined by dots, then `=` and a value as the case file would have it. All
    ///   keys but the last must be there; the last may be new.
    /// - Throws: `Faults` that name the key which is not there, with the nearest one.
    public static func applying(_ change: String, to tree: Tree) throws(Faults) -> Tree {
        guard let sign = change.firstIndex(of: "="), sign > change.startIndex else {
            throw Faults(
                Fault(
                    path: "", "“\(change)” is no change: it has no key and value.",
                    remedy: "Write for example selection.criteria.price.weight=150."))
        }
        let keys = change[..<sign].split(separator: ".", omittingEmptySubsequences: false).map {
            String($0.filter { $0 != " " })
        }
        let written = try CaseReader.tree(text: "value: \(change[change.index(after: sign)...])\n")
        return try setting(unplaced(written["value"] ?? .null), at: keys[...], in: tree, path: "")
    }

    private static func setting(
        _ value: Tree, at keys: ArraySlice<String>, in tree: Tree, path: String
    ) throws(Faults) -> Tree {
        guard let key = keys.first else { return value }
        guard var entries = tree.entries else {
            throw Faults(
                Fault(
                    path: path, "Here is \(tree.shown), which has no key \(key.quoted).",
                    remedy: "End the path at \(path)."))
        }
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index].value = try setting(
                value, at: keys.dropFirst(), in: entries[index].value, path: path.appending(key: key))
        } else if keys.count == 1 {
            entries.append(.init(key: key, value: value))
        } else {
            let known = entries.map(\.key)
            let near = NearestName.of(key, in: known).map { "Did you mean \($0)?" }
            throw Faults(
                Fault(
                    path: path.isEmpty ? key : path,
                    "There is no key \(key.quoted)\(path.isEmpty ? "" : " in \(path)").",
                    remedy: near ?? "There are \(known.listed("and"))."))
        }
        return Tree(.map(entries), at: tree.position)
    }

    /// Without places: they would point into the change, not into the file.
    private static func unplaced(_ tree: Tree) -> Tree {
        switch tree.content {
        case .list(let values): return Tree(.list(values.map(unplaced)))
        case .map(let entries): return Tree(.map(entries.map { .init(key: $0.key, value: unplaced($0.value)) }))
        default: return Tree(tree.content)
        }
    }
}
