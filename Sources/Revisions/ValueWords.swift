import Notation

/// A value of a case file as a reader without YAML would say it.
enum ValueWords {
    private static let forms: [Set<String>] = [
        ["low", "likely", "high"], ["p10", "p50", "p90"], ["mean", "sd"], ["uniform"], ["lognormal"], ["value"],
        ["chance"],
    ]

    /// Whether a group of keys is an uncertain number.
    static func isQuantity(_ tree: Tree) -> Bool {
        guard let entries = tree.entries else { return false }
        let keys = Set(entries.map(\.key)).subtracting(["unit", "source", "min", "max"])
        return forms.contains(keys)
    }

    /// The number without its unit and source; a certain one alone.
    static func number(of tree: Tree) -> Tree {
        guard let entries = tree.entries else { return tree }
        let rest = entries.filter { $0.key != "unit" && $0.key != "source" }
        if rest.count == 1, let value = rest.first, value.key == "value" { return value.value }
        return Tree(.map(rest))
    }

    /// - Parameter isNumeric: whether 9% and 0.09 are the same.
    static func isSame(_ a: Tree, _ b: Tree, isNumeric: Bool) -> Bool {
        if isNumeric, let a = value(a), let b = value(b) { return a == b }
        if let a = a.entries, let b = b.entries {
            guard a.count == b.count else { return false }
            let others = Dictionary(b.map { ($0.key, $0.value) }) { first, _ in first }
            return a.allSatisfy { entry in
                others[entry.key].map { isSame(entry.value, $0, isNumeric: isNumeric) } ?? false
            }
        }
        if let a = a.list, let b = b.list {
            return a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1, isNumeric: isNumeric) }
        }
        return canonical(a) == canonical(b)
    }

    private static func value(_ tree: Tree) -> Double? {
        if let number = tree.double { return number }
        guard let text = tree.string, text.hasSuffix("%"),
            let number = Double(text.dropLast().filter { $0 != " " })
        else { return nil }
        return number / 100
    }

    /// The same text for the same value, whatever the order of its keys.
    static func canonical(_ tree: Tree) -> String { JSONWriter.text(sorted(tree)) }

    private static func sorted(_ tree: Tree) -> Tree {
        switch tree.content {
        case .map(let entries):
            let inner = entries.map { Tree.Entry(key: $0.key, value: sorted($0.value)) }
            return Tree(.map(inner.sorted { $0.key < $1.key }))
        case .list(let values): return Tree(.list(values.map(sorted)))
        default: return Tree(tree.content)
        }
    }

    /// Nil for what has no words of its own: a group of keys is named by its place, and its keys would fill pages.
    static func text(_ tree: Tree) -> String? {
        switch tree.content {
        case .null: return "nothing"
        case .bool(let value): return value ? "yes" : "no"
        case .number(let value): return JSONWriter.number(value)
        case .text(let text): return text.isEmpty ? "an empty text" : text
        case .list(let values):
            if values.isEmpty { return "an empty list" }
            return values.map { text($0) ?? "…" }.joined(separator: ", ")
        case .map(let entries):
            if isQuantity(tree) { return quantity(tree) }
            if entries.isEmpty { return "nothing in it" }
            guard entries.count <= 6 else { return nil }
            let parts = entries.compactMap { entry -> String? in
                if entry.value.entries != nil, !isQuantity(entry.value) { return nil }
                return text(entry.value).map { "\(entry.key) \($0)" }
            }
            return parts.count == entries.count ? parts.joined(separator: ", ") : nil
        }
    }

    private static func quantity(_ tree: Tree) -> String {
        func part(_ key: String) -> String? { tree[key].flatMap(text) }
        let unit = tree["unit"]?.string.map { " \($0)" } ?? ""
        if let low = part("low"), let likely = part("likely"), let high = part("high") {
            return "\(low) to \(high)\(unit), most likely \(likely)"
        }
        if let p10 = part("p10"), let p50 = part("p50"), let p90 = part("p90") {
            let bounds = [part("min").map { "never below \($0)" }, part("max").map { "never above \($0)" }]
            return (["\(p10) to \(p90)\(unit) 8 times in 10, middle \(p50)"] + bounds.compactMap { $0 })
                .joined(separator: ", ")
        }
        if let mean = part("mean"), let sd = part("sd") { return "\(mean)\(unit) on average, give or take \(sd)" }
        if let pair = tree["uniform"]?.list, pair.count == 2, let a = text(pair[0]), let b = text(pair[1]) {
            return "\(a) to \(b)\(unit), all equally likely"
        }
        if let pair = tree["lognormal"]?.list, pair.count == 2, let a = text(pair[0]), let b = text(pair[1]) {
            return "\(a) to \(b)\(unit) 8 times in 10, skewed upwards"
        }
        if let chance = part("chance") { return "a chance of \(chance)" }
        return (part("value") ?? "nothing") + unit
    }
}
