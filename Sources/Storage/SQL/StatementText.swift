/// A statement, read once: which parameters it takes, what it does and to which table, and its text for a driver.
struct StatementText: Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        case parameter(Int)
    }

    /// As the program wrote it.
    let sql: String
    /// The driver's text, cut at the parameters.
    let pieces: [Piece]
    /// The highest number of a parameter.
    let parameterCount: Int
    /// The table that rows are added to, changed in or deleted from.
    let target: String?
    /// Makes or changes tables; the count of changed rows means nothing.
    let isDefinition: Bool
    /// The driver's text with its parameters as `?1`, `?2`.
    let numbered: String

    /// - Parameter translate: what the driver writes for a token; nil leaves it.
    init(
        _ sql: String, suffix: ([SQLToken]) -> String = { _ in "" },
        translate: ([SQLToken], Int) -> String? = { _, _ in nil }
    ) throws(StorageError) {
        let tokens = try SQLToken.read(sql)
        guard let verb = tokens.first else { throw .statement(sql, reason: "it is empty") }
        guard verb.kind == .word, Self.verbs.contains(verb.text) else {
            throw .statement(
                sql, reason: "a statement begins with one of \(Self.verbs.sorted().joined(separator: ", "))")
        }
        self.sql = sql
        isDefinition = Self.definitions.contains(verb.text)
        target = Self.target(of: tokens)
        var count = 0
        for case .parameter(let number) in tokens.map(\.kind) { count = max(count, number) }
        parameterCount = count
        pieces = Self.cut(sql, tokens, translate) + [.text(suffix(tokens))]
        numbered = Self.text(pieces) { "?\($0)" }
    }

    /// A driver's own statement, such as COMMIT: as it stands.
    init(own sql: String) {
        self.sql = sql
        pieces = [.text(sql)]
        parameterCount = 0
        target = nil
        isDefinition = false
        numbered = sql
    }

    /// Transactions, settings and sessions are the driver's business, so their verbs are missing here.
    private static let verbs: Set<String> = [
        "select", "with", "values", "insert", "update", "delete", "create", "drop", "alter",
    ]
    private static let definitions: Set<String> = ["create", "drop", "alter"]

    private static func target(of tokens: [SQLToken]) -> String? {
        for (index, token) in tokens.enumerated() where token.kind == .word {
            let named: Int
            switch token.text {
            case "update": named = index + 1
            case "into": named = index + 1
            case "delete" where index + 1 < tokens.count && tokens[index + 1].isWord("from"): named = index + 2
            default: continue
            }
            if named < tokens.count, tokens[named].kind == .word { return tokens[named].text }
        }
        return nil
    }

    private static func cut(_ sql: String, _ tokens: [SQLToken], _ translate: ([SQLToken], Int) -> String?) -> [Piece] {
        let bytes = Array(sql.utf8)
        var pieces: [Piece] = []
        var text: [UInt8] = []
        var copied = 0
        for (index, token) in tokens.enumerated() {
            text += bytes[copied..<token.range.lowerBound]
            copied = token.range.upperBound
            if case .parameter(let number) = token.kind {
                pieces.append(.text(String(decoding: text, as: UTF8.self)))
                pieces.append(.parameter(number))
                text = []
            } else if let translated = translate(tokens, index) {
                text += Array(translated.utf8)
            } else {
                text += bytes[token.range]
            }
        }
        // What follows the last token is blank or a comment, and a suffix behind a comment would be one too.
        pieces.append(.text(String(decoding: text, as: UTF8.self)))
        return pieces
    }

    /// - Parameter parameter: how the driver writes a parameter.
    func text(_ parameter: (Int) -> String) -> String { Self.text(pieces, parameter) }

    private static func text(_ pieces: [Piece], _ parameter: (Int) -> String) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .parameter(let number): text += parameter(number)
            }
        }
        return text
    }

    func checkCount(_ values: [Value]) throws(StorageError) {
        guard values.count == parameterCount else {
            throw .statement(
                sql, reason: "it has parameters up to ?\(parameterCount) and was given \(values.count) values")
        }
    }
}

extension Value {
    /// What one of the databases cannot keep is refused by both, so that a workspace can move between them.
    ///
    /// PostgreSQL has no NUL in texts, SQLite no NaN. Minus zero becomes zero: SQLite forgets its sign.
    func storable() throws(StorageError) -> Value {
        switch self {
        case .text(let text):
            for byte in text.utf8 where byte == 0 {
                throw .input("A text holds a NUL character (U+0000), which cannot be kept. Remove it and try again.")
            }
            return self
        case .real(let number):
            if number.isNaN { throw .input("A figure is not a number (NaN) and cannot be kept.") }
            return number == 0 ? .real(0) : self
        case .null, .integer, .bytes: return self
        }
    }
}
