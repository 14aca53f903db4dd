/// Hides aliases from the parser, which would copy what they stand for and compare the copies as keys: a page of
/// aliases of aliases takes it longer than anybody lives. Here they stay names, and the reader resolves them.
enum YAMLAliases {
    /// Takes the place of the `*`, one column for one column. A private-use character: the guard lets no text have it.
    static let mark: UnicodeScalar = "\u{E000}"

    static func hidden(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "*")) else { return text }
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        out.reserveCapacity(bytes.count + 64)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "*"), index + 1 < bytes.count, isNameByte(bytes[index + 1]) {
                out.append(contentsOf: String(mark).utf8)
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The text as its author wrote it.
    static func shown(_ text: String) -> String {
        text.unicodeScalars.contains(mark) ? text.replacing(String(mark), with: "*") : text
    }

    /// What a plain scalar names, if it is an alias.
    static func name(_ text: String) -> String? {
        guard text.unicodeScalars.first == mark else { return nil }
        return String(text.unicodeScalars.dropFirst())
    }

    static func isName(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isNameByte) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
