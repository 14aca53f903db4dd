/// A statement as a tree: what stands in parentheses, or between CASE and END, is one node of the level around it.
enum SQLNode: Hashable {
    case token(SQLToken)
    case group([SQLNode])
    /// CASE … END.
    case choice([SQLNode])

    static func read(_ sql: String) throws(StorageError) -> [SQLNode] {
        var reader = SQLNodeReader(sql: sql, tokens: try SQLToken.read(sql))
        return try reader.readLevel(until: nil, depth: 0)
    }

    var word: String? {
        if case .token(let token) = self, token.kind == .word { return token.text }
        return nil
    }

    func isWord(_ word: String) -> Bool { self.word == word }

    func isSymbol(_ symbol: String) -> Bool {
        if case .token(let token) = self { return token.isSymbol(symbol) }
        return false
    }

    var isOrganisationParameter: Bool {
        if case .token(let token) = self { return token.kind == .parameter(1) }
        return false
    }

    /// Of a group that is a query.
    var query: [SQLNode]? {
        guard case .group(let nodes) = self, let verb = nodes.first?.word else { return nil }
        return ["select", "with", "values"].contains(verb) ? nodes : nil
    }
}

private struct SQLNodeReader {
    let sql: String
    let tokens: [SQLToken]
    private var place = 0

    init(sql: String, tokens: [SQLToken]) {
        self.sql = sql
        self.tokens = tokens
    }

    /// - Parameter end: `)` or `end`, which closes the level.
    mutating func readLevel(until end: String?, depth: Int) throws(StorageError) -> [SQLNode] {
        guard depth < 100 else { throw .statement(sql, reason: "it is nested more than 100 deep") }
        var nodes: [SQLNode] = []
        while place < tokens.count {
            let token = tokens[place]
            place += 1
            if token.isSymbol("(") {
                nodes.append(.group(try readLevel(until: ")", depth: depth + 1)))
            } else if token.isWord("case") {
                nodes.append(.choice(try readLevel(until: "end", depth: depth + 1)))
            } else if token.isSymbol(")") || token.isWord("end") {
                guard token.text == end else { throw unbalanced }
                return nodes
            } else {
                nodes.append(.token(token))
            }
        }
        guard end == nil else { throw unbalanced }
        return nodes
    }

    private var unbalanced: StorageError { .statement(sql, reason: "its parentheses do not match") }
}
