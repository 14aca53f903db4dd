import Foundation
public import Notation
import Yams

/// Reads YAML into a tree, for text that people write.
///
/// Scalars follow YAML 1.2's core schema, so that `no` is Norwegian or Norway and never "false". What makes YAML
/// dangerous (deep nesting, aliases that expand without end) is refused by name.
public enum YAMLReader {
    public static let maximumDepth = 64
    /// Values after every alias is expanded.
    public static let maximumNodes = 100_000

    /// - Throws: one fault where the text is not YAML, or all faults of keys and tags.
    public static func read(_ bytes: [UInt8]) throws(Faults) -> Tree {
        try read(text: SourceText.decode(bytes, allowsMark: true))
    }

    public static func read(text: String) throws(Faults) -> Tree {
        if text.utf8.count > SourceText.maximumBytes { throw SourceText.tooLarge(text.utf8.count) }
        let guarded = YAMLGuard(text)
        try guarded.check()
        let root: Node?
        do {
            root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw Faults(YAMLMessages.fault(for: error, in: guarded))
        } catch {
            throw Faults(Fault(path: "", "The file cannot be read as YAML."))
        }
        guard let root else {
            throw Faults(Fault(path: "", "The file is empty.", remedy: "Begin with: case: The title of the decision"))
        }
        var reader = NodeReader()
        let tree = reader.tree(root, path: "", depth: 0)
        if !reader.faults.isEmpty { throw Faults(reader.faults) }
        return tree
    }
}

/// Turns Yams' nodes into a tree and counts as it goes.
private struct NodeReader {
    var faults: [Fault] = []
    private var nodes = 0
    private var stopped = false

    mutating func tree(_ node: Node, path: String, depth: Int) -> Tree {
        let place = node.mark.map { Position(line: $0.line, column: $0.column) }
        nodes += 1
        if nodes > YAMLReader.maximumNodes {
            stop(
                Fault(
                    path: "", at: place,
                    "With every alias (*name) written out, the file has more than 100,000 values.",
                    remedy: "Write the values themselves instead of aliases of aliases."))
        }
        if depth >= YAMLReader.maximumDepth, node.scalar == nil { stop(YAMLMessages.tooDeep(at: place)) }
        if stopped { return .null }
        switch node {
        case .scalar(let scalar):
            checkTag(scalar.tag, path: path, at: place)
            return Tree(
                scalar.style == .plain && isImplicit(scalar.tag)
                    ? CoreSchema.content(scalar.string) : .text(scalar.string), at: place)
        case .sequence(let sequence):
            checkTag(sequence.tag, path: path, at: place)
            var values: [Tree] = []
            for (index, element) in sequence.enumerated() {
                values.append(tree(element, path: path.appending(key: String(index)), depth: depth + 1))
                if stopped { break }
            }
            return Tree(.list(values), at: place)
        case .mapping(let mapping):
            checkTag(mapping.tag, path: path, at: place)
            return Tree(.map(entries(mapping, path: path, depth: depth)), at: place)
        case .alias:
            return .null
        }
    }

    private mutating func entries(_ mapping: Node.Mapping, path: String, depth: Int) -> [Tree.Entry] {
        var entries: [Tree.Entry] = []
        for (key, value) in mapping {
            let place = key.mark.map { Position(line: $0.line, column: $0.column) }
            guard case .scalar(let scalar) = key else {
                faults.append(
                    Fault(
                        path: path, at: place, "A key must be a plain word, not a list or a group of keys.",
                        remedy: "If brackets were meant as text, put them in quotes."))
                continue
            }
            if scalar.string == "<<", scalar.style == .plain {
                faults.append(
                    Fault(
                        path: path, at: place, "Merge keys (<<) are not supported.",
                        remedy: "Write the keys out, or use an alias for a whole value (price: *standard)."))
                continue
            }
            let inner = tree(value, path: path.appending(key: scalar.string), depth: depth + 1)
            entries.append(Tree.Entry(key: scalar.string, keyPosition: place, value: inner))
            if stopped { break }
        }
        return entries
    }

    private mutating func stop(_ fault: Fault) {
        guard !stopped else { return }
        stopped = true
        faults = [fault]
    }

    private func isImplicit(_ tag: Tag) -> Bool { tag.description.isEmpty }

    private mutating func checkTag(_ tag: Tag, path: String, at place: Position?) {
        let name = tag.description
        if name.isEmpty || name == "!" || name.hasPrefix("tag:yaml.org,2002:str") { return }
        faults.append(
            Fault(
                path: path, at: place, "Tags (here \(name.quoted)) are not supported.",
                remedy: "Remove it; text that begins with ! stands in quotes."))
    }
}

/// What a plain scalar means in YAML 1.2's core schema, without octal and hexadecimal numbers.
enum CoreSchema {
    static func content(_ text: String) -> Tree.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if isNumber(text), let value = Double(text.hasPrefix("+") ? String(text.dropFirst()) : text), value.isFinite {
            return .number(value)
        }
        return .text(text)
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }
        func skipDigits() -> Int {
            let before = rest.count
            rest = rest.drop { isDigit($0) }
            return before - rest.count
        }
        func skip(_ set: String) -> Bool {
            guard let first = rest.first, set.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = skip("+-")
        let whole = skipDigits()
        let fraction = skip(".") ? skipDigits() : 0
        if whole + fraction == 0 { return false }
        if skip("eE") {
            _ = skip("+-")
            if skipDigits() == 0 { return false }
        }
        return rest.isEmpty
    }
}
