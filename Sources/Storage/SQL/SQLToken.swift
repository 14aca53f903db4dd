/// One token of a statement.
///
/// Only what SQLite and PostgreSQL read alike is a token; all else (dollar quotes, backslash strings, back ticks, nested
/// comments, unnumbered parameters) is refused, because a reader that takes a text for something else than the database
/// does is worse than none.
struct SQLToken: Hashable {
    enum Kind: Hashable {
        /// A keyword or name; `text` is in lower case.
        case word
        /// A name in double quotes.
        case quoted
        /// A text in single quotes.
        case literal
        case number
        case parameter(Int)
        /// One character that is none of the above.
        case symbol
    }

    var kind: Kind
    var text: String
    /// Where it stands in the statement's UTF-8.
    var range: Range<Int>

    func isWord(_ word: String) -> Bool { kind == .word && text == word }
    func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
}

extension SQLToken {
    /// The largest number of a parameter.
    static let parametersMost = 999

    static func read(_ sql: String) throws(StorageError) -> [SQLToken] {
        var reader = SQLTokenReader(sql)
        return try reader.readAll()
    }
}

private struct SQLTokenReader {
    private let sql: String
    private let bytes: [UInt8]
    private var place = 0

    init(_ sql: String) {
        self.sql = sql
        bytes = Array(sql.utf8)
    }

    mutating func readAll() throws(StorageError) -> [SQLToken] {
        var tokens: [SQLToken] = []
        while try skipBlanks() { tokens.append(try readOne()) }
        return tokens
    }

    private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func refuse(_ reason: String) -> StorageError { .statement(sql, reason: reason) }

    /// - Returns: whether something is left.
    private mutating func skipBlanks() throws(StorageError) -> Bool {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                place += 1
            case UInt8(ascii: "-") where byte(at: place + 1) == UInt8(ascii: "-"):
                while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            case UInt8(ascii: "/") where byte(at: place + 1) == UInt8(ascii: "*"):
                try skipComment()
            default: return true
            }
        }
        return false
    }

    private mutating func skipComment() throws(StorageError) {
        place += 2
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "*"), byte(at: place + 1) == UInt8(ascii: "/") {
                place += 2
                return
            }
            if bytes[place] == UInt8(ascii: "/"), byte(at: place + 1) == UInt8(ascii: "*") {
                throw refuse("comments cannot be nested")
            }
            place += 1
        }
        throw refuse("a comment has no end")
    }

    private mutating func readOne() throws(StorageError) -> SQLToken {
        let first = bytes[place]
        switch first {
        case UInt8(ascii: "'"): return try readQuoted(first, as: .literal)
        case UInt8(ascii: "\""): return try readQuoted(first, as: .quoted)
        case UInt8(ascii: "?"): return try readParameter()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return readNumber()
        case UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "`"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), 0:
            throw refuse("“\(Character(Unicode.Scalar(first)))” is not read alike by both databases")
        default:
            if isName(first) { return try readWord() }
            place += 1
            return SQLToken(
                kind: .symbol, text: String(Character(Unicode.Scalar(first))), range: place - 1..<place)
        }
    }

    private func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }

    private mutating func readWord() throws(StorageError) -> SQLToken {
        let start = place
        while place < bytes.count, isName(bytes[place]) { place += 1 }
        let next = byte(at: place)
        // E'…', X'…', B'…', N'…' mean different things to the two; U&'…' is PostgreSQL's.
        if next == UInt8(ascii: "'") {
            throw refuse("a text with a letter before it is not read alike by both databases")
        }
        return SQLToken(kind: .word, text: text(start..<place).lowercased(), range: start..<place)
    }

    private mutating func readNumber() -> SQLToken {
        let start = place
        while place < bytes.count, isName(bytes[place]) || bytes[place] == UInt8(ascii: ".") { place += 1 }
        return SQLToken(kind: .number, text: text(start..<place), range: start..<place)
    }

    private mutating func readParameter() throws(StorageError) -> SQLToken {
        let start = place
        place += 1
        var number = 0
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
            number = min(number * 10 + Int(bytes[place] - UInt8(ascii: "0")), SQLToken.parametersMost + 1)
            place += 1
        }
        guard (1...SQLToken.parametersMost).contains(number) else {
            throw refuse("a parameter needs a number from 1 to \(SQLToken.parametersMost), as in ?1")
        }
        return SQLToken(kind: .parameter(number), text: text(start..<place), range: start..<place)
    }

    private mutating func readQuoted(_ quote: UInt8, as kind: SQLToken.Kind) throws(StorageError) -> SQLToken {
        let start = place
        place += 1
        while place < bytes.count {
            if bytes[place] == quote {
                if byte(at: place + 1) != quote {
                    place += 1
                    return SQLToken(kind: kind, text: text(start..<place), range: start..<place)
                }
                place += 1
            }
            place += 1
        }
        throw refuse("a quote has no end")
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
