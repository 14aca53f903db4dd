/// The tables of one level and which of them its conditions bind to the organisation.
struct ScopeLevel {
    struct Table: Hashable {
        var name: String
        var alias: String
    }

    /// A condition: that of WHERE, or of ON with the table that it joins.
    private struct Condition {
        var nodes: [SQLNode]
        /// Of an outer join: the only table whose rows it takes away.
        var only: String?
    }

    private(set) var tables: [Table] = []
    private(set) var bound: Set<String> = []
    private var conditions: [Condition] = []
    /// Tables, and queries in parentheses.
    private var sourceCount = 0

    init(_ nodes: [SQLNode], reader: ScopeReader) throws(StorageError) {
        try readSources(nodes, reader)
        readConditions(nodes)
    }

    // MARK: Tables

    private mutating func readSources(_ nodes: [SQLNode], _ reader: ScopeReader) throws(StorageError) {
        var index = 0
        var isList = false
        while index < nodes.count {
            let word = nodes[index].word
            if let word, Self.refused.contains(word) { throw reader.refuse("\(word.uppercased()) is not allowed here") }
            switch word {
            case "from" where index > 0 && nodes[index - 1].isWord("distinct"): break
            case "from", "join":
                isList = true
                try readSource(nodes, index + 1, reader)
            case "update" where index == 0: try readSource(nodes, index + 1, reader)
            case "update", "into", "insert",
                "delete" where index > 0, "select" where index > 0:
                throw reader.refuse("\(word?.uppercased() ?? "") stands where it is not understood")
            case let word? where Self.ends.contains(word): isList = false
            default:
                if isList, nodes[index].isSymbol(",") { try readSource(nodes, index + 1, reader) }
            }
            index += 1
        }
    }

    private mutating func readSource(_ nodes: [SQLNode], _ index: Int, _ reader: ScopeReader) throws(StorageError) {
        guard index < nodes.count else { throw reader.refuse("a table is missing at its end") }
        sourceCount += 1
        if nodes[index].query != nil { return }
        guard let name = nodes[index].word else { throw reader.refuse("a table's name was expected") }
        var next = index + 1
        if next < nodes.count, nodes[next].isSymbol(".") { throw reader.refuse("a table is named without its schema") }
        if next < nodes.count, case .group = nodes[next] { throw reader.refuse("\(name) is used as a function") }
        if next < nodes.count, nodes[next].isWord("as") { next += 1 }
        var alias = name
        if next < nodes.count, let word = nodes[next].word, !Self.afterTable.contains(word) { alias = word }
        guard !tables.contains(where: { $0.alias == alias }) else {
            throw reader.refuse("\(alias) stands for two tables")
        }
        tables.append(Table(name: name, alias: alias))
    }

    private static let refused: Set<String> = [
        "right", "full", "natural", "using", "lateral", "pragma", "attach", "vacuum", "indexed", "tablesample",
        "only",
    ]
    /// Words that end the list of tables.
    private static let ends: Set<String> = [
        "where", "group", "order", "limit", "having", "returning", "set", "window", "offset",
    ]
    private static let joins: Set<String> = ["join", "left", "inner", "cross", "outer"]
    /// What may follow a table's name and is no alias.
    private static let afterTable: Set<String> = ends.union(joins).union(["on", "from", "as", "not", "for", "fetch"])

    // MARK: Conditions

    private mutating func readConditions(_ nodes: [SQLNode]) {
        var joined: String?
        var isOuter = false
        var index = 0
        while index < nodes.count {
            switch nodes[index].word {
            case "left": isOuter = true
            case "inner", "cross": isOuter = false
            case "join": joined = Self.alias(nodes, index + 1)
            case "on", "where":
                let isOn = nodes[index].isWord("on")
                let end = Self.end(nodes, index + 1)
                conditions.append(
                    Condition(nodes: Array(nodes[index + 1..<end]), only: isOn && isOuter ? joined ?? "" : nil))
                if isOn { isOuter = false }
                index = end - 1
            default: break
            }
            index += 1
        }
    }

    private static func alias(_ nodes: [SQLNode], _ index: Int) -> String? {
        guard index < nodes.count else { return nil }
        var next = index + 1
        if next < nodes.count, nodes[next].isWord("as") { next += 1 }
        if next < nodes.count, let word = nodes[next].word, !afterTable.contains(word) { return word }
        return nodes[index].word
    }

    private static func end(_ nodes: [SQLNode], _ start: Int) -> Int {
        var index = start
        while index < nodes.count {
            if nodes[index].isSymbol(",") { return index }
            if let word = nodes[index].word, word == "where" || ends.contains(word) || joins.contains(word) {
                return index
            }
            index += 1
        }
        return nodes.count
    }

    /// Finds what is bound to `?1`, and what equals something that is.
    mutating func bind(_ outer: Set<String>) {
        var equalities: [(String, String, only: String?)] = []
        let outer = outer.subtracting(tables.map(\.alias))
        for condition in conditions {
            for part in Self.conjuncts(condition.nodes) {
                guard let (left, right) = Self.sides(part) else { continue }
                for (column, other) in [(left, right), (right, left)] {
                    guard let alias = self.alias(column), condition.only == nil || condition.only == alias else {
                        continue
                    }
                    if case .organisation = other { bound.insert(alias) }
                    if case .column(let name?) = other { equalities.append((alias, name, condition.only)) }
                }
            }
        }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (alias, other, _) in equalities where bound.contains(other) || outer.contains(other) {
                if bound.insert(alias).inserted { isGrowing = true }
            }
        }
    }

    /// Whether the condition of a change binds a table by its name.
    static func binds(_ nodes: [SQLNode], _ table: String) -> Bool {
        guard let start = nodes.firstIndex(where: { $0.isWord("where") }) else { return false }
        return conjuncts(Array(nodes[(start + 1)..<end(nodes, start + 1)])).contains { part in
            guard let (left, right) = sides(part) else { return false }
            return (left == .column(table) && right == .organisation)
                || (right == .column(table) && left == .organisation)
        }
    }

    private func alias(_ side: Side) -> String? {
        switch side {
        case .column(let name?): return tables.contains { $0.alias == name } ? name : nil
        // Without a name it means this level's table only where there is but one.
        case .column(nil): return sourceCount == 1 ? tables.first?.alias : nil
        case .organisation: return nil
        }
    }

    private enum Side: Hashable {
        /// The column `organisation` of a table.
        case column(String?)
        /// `?1`.
        case organisation
    }

    private static func sides(_ nodes: [SQLNode]) -> (Side, Side)? {
        guard let equals = nodes.firstIndex(where: { $0.isSymbol("=") }) else { return nil }
        guard let left = side(Array(nodes[..<equals])), let right = side(Array(nodes[(equals + 1)...])) else {
            return nil
        }
        return (left, right)
    }

    private static func side(_ nodes: [SQLNode]) -> Side? {
        if nodes.count == 1, nodes[0].isOrganisationParameter { return .organisation }
        if nodes.count == 1, nodes[0].isWord("organisation") { return .column(nil) }
        if nodes.count == 3, let name = nodes[0].word, nodes[1].isSymbol("."), nodes[2].isWord("organisation") {
            return .column(name)
        }
        return nil
    }

    /// The parts between ANDs; none where an OR stands among them, because it lets other rows in.
    private static func conjuncts(_ nodes: [SQLNode]) -> [[SQLNode]] {
        if nodes.contains(where: { $0.isWord("or") }) { return [] }
        var parts: [[SQLNode]] = [[]]
        var isBetween = false
        for node in nodes {
            if node.isWord("and"), !isBetween {
                parts.append([])
                continue
            }
            // The AND of BETWEEN is not one of ours.
            if node.isWord("and") { isBetween = false }
            if node.isWord("between") { isBetween = true }
            parts[parts.count - 1].append(node)
        }
        return parts.flatMap { part -> [[SQLNode]] in
            if part.count == 1, case .group(let inner) = part[0], part[0].query == nil { return conjuncts(inner) }
            return [part]
        }
    }
}
