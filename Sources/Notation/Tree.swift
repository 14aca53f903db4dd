/// A place in a text: both counted from 1, columns in Unicode scalars.
public struct Position: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A YAML or JSON document as it was written: keys in order, each value with its place.
///
/// Both readers produce it and every writer takes it, so a case means the same through every door.
public struct Tree: Sendable {
    public enum Content: Sendable {
        case null
        case bool(Bool)
        case number(Double)
        case text(String)
        case list([Tree])
        case map([Entry])
    }

    public struct Entry: Sendable {
        public var key: String
        public var keyPosition: Position?
        public var value: Tree

        public init(key: String, keyPosition: Position? = nil, value: Tree) {
            self.key = key
            self.keyPosition = keyPosition
            self.value = value
        }
    }

    public var content: Content
    /// Where the value begins; nil for a tree that a program made.
    public var position: Position?

    public init(_ content: Content, at position: Position? = nil) {
        self.content = content
        self.position = position
    }
}

extension Tree {
    public static let null = Tree(.null)
    public static func text(_ value: String) -> Tree { Tree(.text(value)) }
    public static func bool(_ value: Bool) -> Tree { Tree(.bool(value)) }
    public static func number(_ value: Double) -> Tree { Tree(.number(value)) }
    public static func number(_ value: Int) -> Tree { Tree(.number(Double(value))) }
    /// A missing number is `null`, never zero.
    public static func number(_ value: Double?) -> Tree { value.map { Tree(.number($0)) } ?? .null }
    public static func text(_ value: String?) -> Tree { value.map { Tree(.text($0)) } ?? .null }
    public static func list(_ values: [Tree]) -> Tree { Tree(.list(values)) }
    public static func map(_ entries: KeyValuePairs<String, Tree>) -> Tree {
        Tree(.map(entries.map { Entry(key: $0.key, value: $0.value) }))
    }
    public static func map(_ entries: [(String, Tree)]) -> Tree {
        Tree(.map(entries.map { Entry(key: $0.0, value: $0.1) }))
    }

    public subscript(key: String) -> Tree? {
        guard case .map(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }
    public var entries: [Entry]? {
        guard case .map(let entries) = content else { return nil }
        return entries
    }
    public var list: [Tree]? {
        guard case .list(let values) = content else { return nil }
        return values
    }
    public var string: String? {
        guard case .text(let value) = content else { return nil }
        return value
    }
    public var double: Double? {
        guard case .number(let value) = content else { return nil }
        return value
    }
    public var boolean: Bool? {
        guard case .bool(let value) = content else { return nil }
        return value
    }
    public var isNull: Bool {
        guard case .null = content else { return false }
        return true
    }
}
