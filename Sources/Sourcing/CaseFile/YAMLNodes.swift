import Notation
import Yams

/// Turns the parser's nodes into a tree, resolves aliases, and counts as it goes.
struct YAMLNodes {
    private(set) var faults: [Fault] = []
    private var nodes = 0
    private var expanded = false
    private var stopped = false
    /// Finished anchors, by name; a later anchor of the same name takes the earlier one's place.
    private var anchors: [String: (tree: Tree, nodes: Int, height: Int)] = [:]
    /// Anchors whose values are being read.
    private var open: Set<String> = []
    /// The deepest level reached below the value being read.
    private var deepest = 0

    init() {}

    mutating func tree(_ node: Node, path: String, depth: Int) -> Tree {
        let place = position(node.mark)
        count(1, at: place)
        deepest = max(deepest, depth)
        if depth >= YAMLReader.maximumDepth, node.scalar == nil { stop(YAMLMessages.tooDeep(at: place)) }
        if stopped { return .null }
        guard let anchor = node.anchor?.rawValue else { return content(node, path: path, depth: depth, at: place) }
        let (before, above) = (nodes, deepest)
        let isOutermost = open.insert(anchor).inserted
        deepest = depth
        let tree = content(node, path: path, depth: depth, at: place)
        if isOutermost { open.remove(anchor) }
        anchors[anchor] = (tree, nodes - before, deepest - depth)
        deepest = max(deepest, above)
        return tree
    }

    private mutating func content(_ node: Node, path: String, depth: Int, at place: Position?) -> Tree {
        checkTag(node, path: path, at: place)
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain && scalar.tag.description.isEmpty
            if isPlain, let name = YAMLAliases.name(scalar.string) {
                return alias(name, path: path, depth: depth, at: place)
            }
            let text = YAMLAliases.shown(scalar.string)
            return Tree(isPlain ? CoreSchema.content(text) : .text(text), at: place)
        case .sequence(let sequence):
            var values: [Tree] = []
            for (index, element) in sequence.enumerated() where !stopped {
                values.append(tree(element, path: path.appending(key: String(index)), depth: depth + 1))
            }
            return Tree(.list(values), at: place)
        case .mapping(let mapping):
            return Tree(.map(entries(mapping, path: path, depth: depth)), at: place)
        case .alias:
            return .null
        }
    }

    private mutating func alias(_ name: String, path: String, depth: Int, at place: Position?) -> Tree {
        let remedy = "Write the value itself; text that begins with * stands in quotes."
        guard YAMLAliases.isName(name) else {
            let typed = "*" + YAMLAliases.shown(name)
            faults.append(Fault(path: path, at: place, "\(typed.quoted) is not an alias, nor a text.", remedy: remedy))
            return .null
        }
        if open.contains(name) {
            let problem = "The alias *\(name) stands inside the value that it names, so it would never end."
            faults.append(Fault(path: path, at: place, problem, remedy: remedy))
            return .null
        }
        guard let anchor = anchors[name] else {
            let problem = "The alias *\(name) has no anchor &\(name) before it."
            faults.append(Fault(path: path, at: place, problem, remedy: remedy))
            return .null
        }
        expanded = true
        count(anchor.nodes, at: place)
        deepest = max(deepest, depth + anchor.height)
        if depth + anchor.height >= YAMLReader.maximumDepth { stop(YAMLMessages.tooDeep(at: place)) }
        return Tree(anchor.tree.content, at: place)
    }

    private mutating func entries(_ mapping: Node.Mapping, path: String, depth: Int) -> [Tree.Entry] {
        var entries: [Tree.Entry] = []
        for (key, value) in mapping where !stopped {
            guard let name = keyName(key, path: path) else { continue }
            let inner = tree(value, path: path.appending(key: name), depth: depth + 1)
            entries.append(Tree.Entry(key: name, keyPosition: position(key.mark), value: inner))
        }
        return entries
    }

    /// Nil for what cannot be a key; that is noted.
    private mutating func keyName(_ key: Node, path: String) -> String? {
        let place = position(key.mark)
        guard case .scalar(let scalar) = key, scalar.style != .plain || YAMLAliases.name(scalar.string) == nil else {
            faults.append(
                Fault(
                    path: path, at: place, "A key must be a plain word, not a list, a group of keys or an alias.",
                    remedy: "If brackets or * were meant as text, put them in quotes."))
            return nil
        }
        if scalar.string == "<<", scalar.style == .plain {
            faults.append(
                Fault(
                    path: path, at: place, "Merge keys (<<) are not supported.",
                    remedy: "Write the keys out, or use an alias for a whole value (price: *standard)."))
            return nil
        }
        checkTag(key, path: path, at: place)
        return YAMLAliases.shown(scalar.string)
    }

    private func position(_ mark: Mark?) -> Position? { mark.map { Position(line: $0.line, column: $0.column) } }

    private mutating func count(_ more: Int, at place: Position?) {
        nodes += more
        guard nodes > YAMLReader.maximumNodes else { return }
        stop(
            expanded
                ? Fault(
                    path: "", at: place,
                    "With every alias (*name) written out, the file has more than 100,000 values.",
                    remedy: "Write the values themselves instead of aliases of aliases.")
                : Fault(
                    path: "", at: place, "The file has more than 100,000 values.",
                    remedy: "A case file is a few pages of text: check that this is the right file."))
    }

    private mutating func stop(_ fault: Fault) {
        guard !stopped else { return }
        stopped = true
        faults = [fault]
    }

    private mutating func checkTag(_ node: Node, path: String, at place: Position?) {
        let tag: Tag
        switch node {
        case .scalar(let scalar): tag = scalar.tag
        case .sequence(let sequence): tag = sequence.tag
        case .mapping(let mapping): tag = mapping.tag
        case .alias: return
        }
        let name = tag.description
        if name.isEmpty || name == "!" || name == "tag:yaml.org,2002:str" { return }
        faults.append(
            Fault(
                path: path, at: place, "Tags (here \(name.quoted)) are not supported.",
                remedy: "Remove it; text that begins with ! stands in quotes."))
    }
}
