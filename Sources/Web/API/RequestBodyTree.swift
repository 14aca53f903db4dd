import Notation
import Workspace

/// The JSON object that a request brought, read key by key; unknown keys are refused by name.
struct RequestBodyTree {
    private let tree: Tree

    init(_ tree: Tree, knows keys: [String]) throws(WorkspaceError) {
        guard let entries = tree.entries else {
            throw Self.fault("", "The body is \(tree.isNull ? "null" : "no object").", "Send a JSON object.")
        }
        for entry in entries where !keys.contains(entry.key) {
            let near = NearestName.of(entry.key, in: keys).map { "Did you mean \($0)? " } ?? ""
            throw Self.fault(
                entry.key, "There is no key “\(entry.key.prefix(60))” here.",
                "\(near)Known: \(keys.joined(separator: ", ")).")
        }
        self.tree = tree
    }

    func text(_ key: String, most: Int = 1 << 20) throws(WorkspaceError) -> String {
        guard let text = try optionalText(key, most: most) else {
            throw Self.fault(key, "\(key) is missing.", "Send it as text.")
        }
        return text
    }

    func optionalText(_ key: String, most: Int = 1 << 20) throws(WorkspaceError) -> String? {
        guard let value = tree[key] else { return nil }
        guard let text = value.string else { throw Self.fault(key, "\(key) is no text.", "Send it as text.") }
        if text.unicodeScalars.count > most {
            throw Self.fault(key, "\(key) has more than \(most) characters.", "Send less.")
        }
        if text.unicodeScalars.contains("\0") {
            throw Self.fault(key, "\(key) holds a NUL character.", "Leave it out.")
        }
        return text
    }

    func flag(_ key: String) throws(WorkspaceError) -> Bool {
        guard let flag = tree[key]?.boolean else {
            throw Self.fault(key, "\(key) is not true or false.", "Send true or false.")
        }
        return flag
    }

    func integer(_ key: String, in range: ClosedRange<Int>, default usual: Int) throws(WorkspaceError) -> Int {
        guard let value = tree[key] else { return usual }
        if let number = Self.whole(value), range.contains(number) { return number }
        throw Self.fault(
            key, "\(key) is no whole number from \(range.lowerBound) to \(range.upperBound).", "Send one.")
    }

    /// Apart from its only caller because Swift 6.3.1's optimiser crashes on the two as one.
    private static func whole(_ value: Tree) -> Int? {
        guard let number = value.double else { return nil }
        return Int(exactly: number)
    }

    /// Texts of which each is one of `words`; none twice.
    func words(_ key: String, of words: [String]) throws(WorkspaceError) -> [String] {
        guard let list = tree[key]?.list else { throw Self.fault(key, "\(key) is no list.", "Send a list of texts.") }
        var out: [String] = []
        for item in list {
            guard let word = item.string, words.contains(word), !out.contains(word) else {
                throw Self.fault(
                    key, "\(key) holds something else than its words, or one of them twice.",
                    "Known: \(words.joined(separator: ", ")).")
            }
            out.append(word)
        }
        return out
    }

    subscript(key: String) -> Tree? { tree[key] }

    static func fault(_ path: String, _ problem: String, _ remedy: String) -> WorkspaceError {
        .invalid(Faults(Fault(path: path, problem, remedy: remedy)))
    }
}

extension Exchange {
    func body(knows keys: [String]) throws(WorkspaceError) -> RequestBodyTree {
        try RequestBodyTree(try json(), knows: keys)
    }

    func queryFlag(_ name: String) throws(WorkspaceError) -> Bool {
        switch query[name] {
        case nil, "": false
        case "true": true
        case "false": false
        default: throw RequestBodyTree.fault(name, "\(name) is not true or false.", "Write true or false.")
        }
    }

    /// The id of a thing in the query; nil where it is not given.
    func queryID(_ name: String) throws(WorkspaceError) -> String? {
        guard let text = query[name] else { return nil }
        guard text.utf8.count == 24, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
        else {
            throw RequestBodyTree.fault(
                name, "\(name) is “\(text.prefix(40))”, which is no id.", "Send an id of 24 letters and digits.")
        }
        return text
    }

    func queryText(_ name: String, most: Int) throws(WorkspaceError) -> String? {
        guard let text = query[name] else { return nil }
        if text.unicodeScalars.count > most {
            throw RequestBodyTree.fault(name, "\(name) has more than \(most) characters.", "Send less.")
        }
        return text
    }

    /// Changes to try, `KEY=VALUE` each.
    func changes() throws(WorkspaceError) -> [String] {
        let set = query.values("set").filter { !$0.isEmpty }
        if set.count > 100 {
            throw RequestBodyTree.fault("set", "There are \(set.count) changes.", "Try at most 100 at once.")
        }
        return set
    }

    func seed() throws(WorkspaceError) -> UInt64 {
        guard let text = query["seed"], !text.isEmpty else { return 1 }
        // What JSON's numbers and every client's integers hold; a job takes as much.
        guard let seed = UInt64(text), seed <= UInt64(Int32.max) else {
            throw RequestBodyTree.fault(
                "seed", "seed is “\(text.prefix(40))”.", "Write a whole number from 0 to \(Int32.max).")
        }
        return seed
    }
}
