/// Reads JSON (RFC 8259) into a tree that knows its places.
///
/// Stricter than the standard where a person would be misled: a key that is given twice is refused, with both places.
public struct JSONReader {
    /// Deeper nesting is refused, so that no input can exhaust the stack.
    public static let maximumDepth = 64

    /// - Complexity: O(bytes).
    /// - Throws: one fault: reading stops at the first thing that is not JSON.
    public static func read(
        _ bytes: [UInt8], maximumBytes: Int = SourceText.maximumBytes
    ) throws(Faults) -> Tree {
        let text = try SourceText.decode(bytes, allowsMark: false, maximumBytes: maximumBytes)
        var reader = JSONReader(bytes: Array(text.utf8))
        return try reader.document()
    }

    public static func read(text: String, maximumBytes: Int = SourceText.maximumBytes) throws(Faults) -> Tree {
        try read(Array(text.utf8), maximumBytes: maximumBytes)
    }

    let bytes: [UInt8]
    var index = 0
    private var line = 1
    private var column = 1
    var keys: [String] = []

    private init(bytes: [UInt8]) { self.bytes = bytes }
}

extension JSONReader {
    var position: Position { Position(line: line, column: column) }
    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func advance() {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { advance() }
    }

    func fault(at place: Position? = nil, _ problem: String, _ remedy: String? = nil) -> Faults {
        Faults(Fault(path: keys.joined(separator: "."), at: place ?? position, problem, remedy: remedy))
    }

    /// What stands at the cursor, for quoting: one character, or a word.
    var found: String {
        guard let byte = next else { return "the end of the file" }
        var end = index
        while end < bytes.count, end < index + 24, Self.isWord(bytes[end]) { end += 1 }
        if end > index { return "“\(String(decoding: bytes[index..<end], as: UTF8.self))”" }
        if byte < 0x20 { return "a control character" }
        let rest = String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self)
        return rest.unicodeScalars.first.map { "“\($0)”" } ?? "an unknown character"
    }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    private mutating func document() throws(Faults) -> Tree {
        skipSpace()
        if next == nil { throw fault("The file is empty.", "Write a JSON value, for example {}.") }
        let tree = try value(depth: 0)
        skipSpace()
        if next != nil {
            throw fault(
                "After the end of the document there is still \(found).", "Remove what follows the last bracket.")
        }
        return tree
    }

    private mutating func value(depth: Int) throws(Faults) -> Tree {
        let place = position
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth + 1, at: place)
        case UInt8(ascii: "["): return try array(depth: depth + 1, at: place)
        case UInt8(ascii: "\""): return Tree(.text(try string()), at: place)
        case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): return try number(at: place)
        default: return try word(at: place)
        }
    }

    private mutating func word(at place: Position) throws(Faults) -> Tree {
        for (text, content) in [("true", Tree.Content.bool(true)), ("false", .bool(false)), ("null", .null)] {
            let end = index + text.utf8.count
            guard end <= bytes.count, bytes[index..<end].elementsEqual(text.utf8),
                end == bytes.count || !Self.isWord(bytes[end])
            else { continue }
            while index < end { advance() }
            return Tree(content, at: place)
        }
        switch next {
        case UInt8(ascii: "'"):
            throw fault("Texts stand in double quotes in JSON, not in single ones.", "Write \" instead of '.")
        case UInt8(ascii: "/"), UInt8(ascii: "#"):
            throw fault("JSON has no comments.", "Remove the comment, or write the file as YAML, which has them (# …).")
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), nil:
            throw fault("A value is missing before \(found).")
        default: break
        }
        let name = found
        if ["“NaN”", "“Infinity”", "“-Infinity”", "“nan”", "“inf”"].contains(name) {
            throw fault("\(name) is not a number in JSON.", "Write null for a value that is missing.")
        }
        throw fault(
            "\(name) is not a JSON value.", "A text stands in double quotes; the only words are true, false and null.")
    }

    private mutating func array(depth: Int, at place: Position) throws(Faults) -> Tree {
        try checkDepth(depth, at: place)
        advance()
        var values: [Tree] = []
        skipSpace()
        if next == UInt8(ascii: "]") {
            advance()
            return Tree(.list([]), at: place)
        }
        while true {
            skipSpace()
            keys.append(String(values.count))
            values.append(try value(depth: depth))
            keys.removeLast()
            if try endsGroup(with: UInt8(ascii: "]"), openedAt: place, "[") { return Tree(.list(values), at: place) }
        }
    }

    private mutating func object(depth: Int, at place: Position) throws(Faults) -> Tree {
        try checkDepth(depth, at: place)
        advance()
        var entries: [Tree.Entry] = []
        var places: [String: Position] = [:]
        skipSpace()
        if next == UInt8(ascii: "}") {
            advance()
            return Tree(.map([]), at: place)
        }
        while true {
            skipSpace()
            let keyPlace = position
            guard next == UInt8(ascii: "\"") else {
                throw fault("A key in double quotes was expected, but here is \(found).")
            }
            let key = try string()
            keys.append(key)
            if let first = places.updateValue(keyPlace, forKey: key) {
                throw fault(
                    at: keyPlace,
                    "The key “\(key)” stands here a second time; the first is in line \(first.line), column \(first.column).",
                    "Keep one of the two.")
            }
            skipSpace()
            guard next == UInt8(ascii: ":") else {
                throw fault("After the key “\(key)” a colon was expected, but here is \(found).")
            }
            advance()
            skipSpace()
            entries.append(Tree.Entry(key: key, keyPosition: keyPlace, value: try value(depth: depth)))
            keys.removeLast()
            if try endsGroup(with: UInt8(ascii: "}"), openedAt: place, "{") { return Tree(.map(entries), at: place) }
        }
    }

    private func checkDepth(_ depth: Int, at place: Position) throws(Faults) {
        guard depth > Self.maximumDepth else { return }
        throw Faults(
            Fault(
                path: "", at: place, "Brackets are nested more than \(Self.maximumDepth) deep here.",
                remedy: "No case file needs that: check that this is the right file."))
    }

    /// After a member: true at the closing bracket, false after a comma that another member follows.
    private mutating func endsGroup(with close: UInt8, openedAt place: Position, _ open: String) throws(Faults) -> Bool
    {
        skipSpace()
        if next == close {
            advance()
            return true
        }
        let closing = String(UnicodeScalar(close))
        guard next == UInt8(ascii: ",") else {
            if next == nil {
                throw fault(
                    "The “\(open)” of line \(place.line), column \(place.column) is never closed.", "Add “\(closing)”.")
            }
            throw fault("A comma or “\(closing)” was expected, but here is \(found).")
        }
        let comma = position
        advance()
        skipSpace()
        if next == close {
            throw fault(at: comma, "There is a comma before the closing “\(closing)”.", "Remove the comma.")
        }
        return false
    }
}
