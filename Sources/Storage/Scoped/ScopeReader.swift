/// Reads one statement by the rules of ``ScopeRule``, level by level: a level is one SELECT, INSERT, UPDATE or DELETE
/// with what stands in its own parentheses' depth.
struct ScopeReader {
    let sql: String
    private let nodes: [SQLNode]
    /// The whole installation's tables instead of an organisation's.
    private var isSystem = false

    /// What a level sees of the levels around it.
    struct Surroundings {
        /// Names that WITH has made.
        var made: Set<String> = []
        /// Names of tables that are bound to the organisation.
        var bound: Set<String> = []
    }

    init(_ sql: String) throws(StorageError) {
        self.sql = sql
        nodes = try SQLNode.read(sql)
    }

    func check() throws(StorageError) { try checkStatement() }

    func checkSystem() throws(StorageError) {
        var reader = self
        reader.isSystem = true
        try reader.checkStatement()
    }

    func refuse(_ reason: String) -> StorageError { .statement(sql, reason: reason) }
    var unscoped: StorageError { .unscoped(sql) }

    private func checkStatement() throws(StorageError) {
        try refuseQuoted(nodes)
        let surroundings = Surroundings()
        switch nodes.first?.word {
        case "select", "values", "with": try checkQuery(nodes, surroundings)
        case "insert": try checkInsert(nodes, surroundings)
        case "update", "delete": try checkLevel(nodes, surroundings)
        default: throw refuse("only SELECT, INSERT, UPDATE and DELETE are allowed here")
        }
    }

    private func refuseQuoted(_ nodes: [SQLNode]) throws(StorageError) {
        for node in nodes {
            switch node {
            case .token(let token) where token.kind == .quoted: throw refuse("names in quotes are not allowed here")
            case .token: break
            case .group(let inner), .choice(let inner): try refuseQuoted(inner)
            }
        }
    }

    /// WITH and what follows, or the parts of a UNION.
    private func checkQuery(_ nodes: [SQLNode], _ surroundings: Surroundings) throws(StorageError) {
        var surroundings = surroundings
        var rest = nodes[...]
        if rest.first?.isWord("with") == true { try readWith(&rest, &surroundings) }
        switch rest.first?.word {
        case "select", "values": break
        case "insert" where rest.count < nodes.count: return try checkInsert(Array(rest), surroundings)
        case "update" where rest.count < nodes.count, "delete" where rest.count < nodes.count: break
        default: throw refuse("a query begins with SELECT, VALUES or WITH")
        }
        for part in Self.parts(Array(rest)) { try checkLevel(part, surroundings) }
    }

    private func readWith(
        _ rest: inout ArraySlice<SQLNode>, _ surroundings: inout Surroundings
    ) throws(StorageError) {
        rest.removeFirst()
        if rest.first?.isWord("recursive") == true { rest.removeFirst() }
        var queries: [[SQLNode]] = []
        while true {
            guard let name = rest.first?.word, !Self.isTable(name) else {
                throw refuse("WITH makes a name that is no table's")
            }
            surroundings.made.insert(name)
            rest.removeFirst()
            if case .group? = rest.first { rest.removeFirst() }
            guard rest.first?.isWord("as") == true, let query = rest.dropFirst().first?.query else {
                throw refuse("WITH reads “name AS (SELECT …)”")
            }
            queries.append(query)
            rest.removeFirst(2)
            guard rest.first?.isSymbol(",") == true else { break }
            rest.removeFirst()
        }
        for query in queries { try checkQuery(query, surroundings) }
    }

    private static func isTable(_ name: String) -> Bool {
        Schema.scopedTables.contains(name) || Schema.systemTables.contains(name)
    }

    /// Cut at UNION, INTERSECT and EXCEPT.
    private static func parts(_ nodes: [SQLNode]) -> [[SQLNode]] {
        var parts: [[SQLNode]] = [[]]
        for (index, node) in nodes.enumerated() {
            switch node.word {
            case "union", "intersect", "except": parts.append([])
            case "all" where index > 0 && nodes[index - 1].isWord("union"): break
            default: parts[parts.count - 1].append(node)
            }
        }
        return parts
    }

    /// One SELECT, UPDATE or DELETE.
    func checkLevel(_ nodes: [SQLNode], _ surroundings: Surroundings) throws(StorageError) {
        var level = try ScopeLevel(nodes, reader: self)
        for table in level.tables { try checkName(table.name, surroundings) }
        if !isSystem {
            if nodes.first?.isWord("update") == true { try checkAssignments(nodes) }
            level.bind(surroundings.bound)
            for table in level.tables where Schema.scopedTables.contains(table.name) {
                guard level.bound.contains(table.alias) else { throw unscoped }
            }
        }
        var inner = surroundings
        inner.bound.subtract(level.tables.map(\.alias))
        inner.bound.formUnion(level.bound)
        try checkInside(nodes, inner)
    }

    private func checkName(_ name: String, _ surroundings: Surroundings) throws(StorageError) {
        if surroundings.made.contains(name) { return }
        if Schema.scopedTables.contains(name) {
            guard isSystem else { return }
            throw refuse("\(name) belongs to the organisations; use a scope")
        }
        guard Schema.systemTables.contains(name) else { throw refuse("\(name) is no table of the schema") }
        guard isSystem else { throw refuse("\(name) belongs to no organisation; use system()") }
    }

    /// Queries in parentheses, and nothing that names a table in other parentheses.
    private func checkInside(_ nodes: [SQLNode], _ surroundings: Surroundings) throws(StorageError) {
        for node in nodes {
            switch node {
            case .token: break
            case .group(let inner), .choice(let inner):
                if let query = node.query {
                    try checkQuery(query, surroundings)
                    continue
                }
                for (index, node) in inner.enumerated() where Self.namesTable(inner, index) {
                    throw refuse("\(node.word ?? "") stands in parentheses that are no query")
                }
                try checkInside(inner, surroundings)
            }
        }
    }

    private static func namesTable(_ nodes: [SQLNode], _ index: Int) -> Bool {
        switch nodes[index].word {
        case "from": !(index > 0 && nodes[index - 1].isWord("distinct"))
        case "join", "into", "update", "delete", "insert", "select", "with": true
        default: false
        }
    }

    private func checkAssignments(_ nodes: [SQLNode]) throws(StorageError) {
        guard let set = nodes.firstIndex(where: { $0.isWord("set") }) else { throw refuse("UPDATE has no SET") }
        for index in (set + 1)..<nodes.count {
            if ["where", "from", "returning"].contains(nodes[index].word) { return }
            guard nodes[index - 1].isWord("set") || nodes[index - 1].isSymbol(",") else { continue }
            guard let column = nodes[index].word, column != "organisation" else {
                throw refuse("a row's organisation cannot be changed, and columns are set one by one")
            }
        }
    }
}

extension ScopeReader {
    /// `INSERT INTO t (organisation, …) VALUES (?1, …)` or `… SELECT ?1, …`, and what happens when the row is there.
    private func checkInsert(_ nodes: [SQLNode], _ surroundings: Surroundings) throws(StorageError) {
        guard nodes.count > 4, nodes[1].isWord("into"), let table = nodes[2].word else {
            throw refuse("an INSERT reads “INSERT INTO table (column, …) VALUES (…)”")
        }
        try checkName(table, surroundings)
        guard case .group(let columns) = nodes[3] else { throw refuse("an INSERT names its columns") }
        let conflict = nodes.firstIndex { $0.isWord("conflict") } ?? nodes.count
        let source = Array(nodes[4..<max(4, conflict < nodes.count ? conflict - 1 : nodes.count)])
        if !isSystem {
            guard columns.first?.isWord("organisation") == true else { throw unscoped }
            if conflict < nodes.count { try checkConflict(Array(nodes[conflict...]), table) }
        }
        switch source.first?.word {
        case "values": try checkValues(source, surroundings)
        case "select":
            for part in Self.parts(source) {
                let isBound = part.count > 1 && part[1].isOrganisationParameter
                let isAlone = part.count == 2 || (part.count > 2 && (part[2].isSymbol(",") || part[2].isWord("from")))
                guard isSystem || (isBound && isAlone) else { throw unscoped }
                try checkLevel(part, surroundings)
            }
        default: throw refuse("an INSERT has VALUES or SELECT")
        }
        try checkInside(Array(nodes[min(conflict, nodes.count)...]), surroundings)
    }

    private func checkValues(_ source: [SQLNode], _ surroundings: Surroundings) throws(StorageError) {
        for node in source.dropFirst() {
            if node.isWord("returning") { break }
            guard case .group(let row) = node else { continue }
            let isBound = row.first?.isOrganisationParameter == true && (row.count == 1 || row[1].isSymbol(","))
            guard isSystem || isBound else { throw unscoped }
        }
        try checkInside(Array(source.dropFirst()), surroundings)
    }

    /// The row that is there already may be another organisation's, where the rule that it breaks does not hold the
    /// organisation.
    private func checkConflict(_ nodes: [SQLNode], _ table: String) throws(StorageError) {
        guard let update = nodes.firstIndex(where: { $0.isWord("update") }) else { return }
        let change = Array(nodes[update...])
        try checkAssignments(change)
        if case .group(let columns)? = nodes.dropFirst().first, columns.contains(where: { $0.isWord("organisation") }) {
            return
        }
        guard ScopeLevel.binds(change, table) else { throw unscoped }
    }
}
