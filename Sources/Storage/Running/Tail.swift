/// What is to be done before a commit, for all the writes that share it.
final class Tail {
    private struct Entry {
        var additions: [Any]
        var work: (any Statements, [Any]) throws -> Void
    }

    private var entries: [String: Entry] = [:]
    private var order: [String] = []

    var isEmpty: Bool { order.isEmpty }

    func add<Addition>(
        _ key: String, _ value: Addition, _ work: @escaping (any Statements, [Addition]) throws -> Void
    ) {
        if entries[key] != nil {
            entries[key]?.additions.append(value)
            return
        }
        entries[key] = Entry(additions: [value]) { statements, additions in
            try work(statements, additions.compactMap { $0 as? Addition })
        }
        order.append(key)
    }

    /// Of a write that has ended well.
    func add(_ other: Tail) {
        for key in other.order {
            guard let entry = other.entries[key] else { continue }
            if entries[key] == nil {
                entries[key] = entry
                order.append(key)
            } else {
                entries[key]?.additions += entry.additions
            }
        }
    }

    /// In the order in which the keys were first named.
    func run(_ statements: any Statements) throws {
        for key in order {
            guard let entry = entries[key] else { continue }
            try entry.work(statements, entry.additions)
        }
    }
}
