import Notation

/// What the document says of an API route, beside its address.
struct Contract: Sendable {
    struct Parameter: Sendable {
        var name: String
        var place: Place
        var about: String
        var schema: Tree
        var isRequired = false
        enum Place: String, Sendable { case query, header, path }
    }
    struct Answer: Sendable {
        var status: Int
        var about: String
        var schema: Tree?
        var media = "application/json"
        var headers: [String: String] = [:]
    }

    var query: [Parameter] = []
    var headers: [Parameter] = []
    /// Schemas of path parameters that are no plain ids.
    var path: [String: Tree] = [:]
    var body: Tree?
    var answers: [Answer] = []
    /// Problems beside those that every route can have.
    var problems: [Int] = []
}

/// Parts of JSON Schema 2020-12.
enum Shape {
    static let string = Tree.map([("type", .text("string"))])
    static let id = Tree.map([
        ("type", .text("string")), ("pattern", .text("^[0-9a-z]{24}$")),
        ("examples", .list([.text("0123456789abcdefghjkmnpq")])),
    ])
    static let boolean = Tree.map([("type", .text("boolean"))])
    static let time = Tree.map([("type", .text("string")), ("format", .text("date-time"))])
    static let anything = Tree.map([("type", .text("object"))])
    static let object = anything

    static func text(most: Int, least: Int = 0) -> Tree {
        .map([
            ("type", .text("string")), ("minLength", .number(least)), ("maxLength", .number(most)),
        ])
    }
    static func integer(_ range: ClosedRange<Int>) -> Tree {
        .map([
            ("type", .text("integer")), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
        ])
    }
    static let integer = Tree.map([("type", .text("integer"))])
    static func one(of words: [String]) -> Tree {
        .map([("type", .text("string")), ("enum", .list(words.map { .text($0) }))])
    }
    static func list(of item: Tree) -> Tree { .map([("type", .text("array")), ("items", item)]) }
    static func orNull(_ schema: Tree) -> Tree {
        .map([("anyOf", .list([schema, .map([("type", .text("null"))])]))])
    }
    static func ref(_ name: String) -> Tree { .map([("$ref", .text("#/components/schemas/\(name)"))]) }
    /// All named properties are required unless they stand in `optional`; others are refused.
    static func object(_ properties: [(String, Tree)], optional: [String] = []) -> Tree {
        .map([
            ("type", .text("object")), ("properties", .map(properties)),
            ("required", .list(properties.map(\.0).filter { !optional.contains($0) }.map { .text($0) })),
            ("additionalProperties", .bool(false)),
        ])
    }
}
