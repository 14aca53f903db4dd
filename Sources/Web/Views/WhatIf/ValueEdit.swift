package import Notation

/// How one value is changed in a case file: what stands before and behind the number that a person types.
///
/// `options.manila.people.attrition=` … `%`. Where sections between are missing, they are made:
/// `options.manila.people={"attrition": ` … `%}`.
package struct ValueEdit: Hashable, Sendable {
    package var head: String
    package var tail: String

    /// As ``CaseEdit`` takes it.
    package func change(_ typed: String) -> String { head + typed + tail }

    /// What was typed; nil where the change is of another value.
    package func typed(in change: String) -> String? {
        guard change.count >= head.count + tail.count, change.hasPrefix(head), change.hasSuffix(tail) else {
            return nil
        }
        return String(change.dropFirst(head.count).dropLast(tail.count))
    }

    /// The name of a form's field: a browser without scripts sends it with what was typed.
    package var fieldName: String { Self.fieldStart + head + Self.gap + tail }

    static let fieldStart = "set "
    /// Stands for the number; a sign that no case needs in its keys.
    static let gap = "¤"

    /// - Parameters:
    ///   - path: keys from the root.
    ///   - unit: what stands behind the number inside the value: `%`.
    ///   - shape: what stands around number and unit: `{"value": ` and `, "unit": minutes}`.
    /// - Returns: nil where the path runs into a list, or a key could be misread.
    package init?(
        _ path: [String], in document: Tree, unit: String = "", around shape: (String, String) = ("", "")
    ) {
        let whole = path.joined() + shape.0 + shape.1
        guard !path.isEmpty, path.allSatisfy({ !$0.isEmpty && !$0.contains { ". =\"".contains($0) } }),
            !whole.contains(Self.gap)
        else { return nil }
        var known: [String] = []
        var tree = document
        for (index, key) in path.enumerated() {
            known.append(key)
            guard index < path.count - 1 else { break }
            // The last key may be new; what lies below a key that is not there becomes its value.
            guard tree.entries != nil, let next = tree[key] else { break }
            if next.list != nil { return nil }
            guard next.entries != nil else { break }
            tree = next
        }
        let missing = path.dropFirst(known.count)
        head = known.joined(separator: ".") + "=" + missing.map { "{\"\($0)\": " }.joined() + shape.0
        tail = unit + shape.1 + missing.map { _ in "}" }.joined()
    }
}

/// What a page asks to be tried.
package enum WhatIfQuery {
    /// The changes in a query or a posted form, in their order: `set=KEY=VALUE` as scripts send it, and fields that are
    /// named by a ``ValueEdit``. Fields that were left empty change nothing.
    package static func changes(_ fields: [(String, String)]) -> [String] {
        fields.compactMap { name, value in
            let typed = trimmed(value)
            if name == "set" { return typed.isEmpty ? nil : typed }
            guard name.hasPrefix(ValueEdit.fieldStart), !typed.isEmpty else { return nil }
            let parts = name.dropFirst(ValueEdit.fieldStart.count).split(
                separator: ValueEdit.gap, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            return String(parts[0]) + typed + String(parts[1])
        }
    }

    private static func trimmed(_ text: String) -> String {
        var part = text[...]
        while let first = part.first, first.isWhitespace { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return String(part)
    }
}
