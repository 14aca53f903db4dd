/// Writes a tree as JSON (RFC 8259): keys in their order, the shortest digits that read back as the same number.
///
/// The same tree gives the same bytes on every machine.
public enum JSONWriter {
    /// - Parameter pretty: two spaces an indent; otherwise one line without spaces.
    /// - Precondition: no number is NaN or infinite (an engine turns those into an error or into `null`).
    public static func text(_ tree: Tree, pretty: Bool = false) -> String {
        String(decoding: bytes(tree, pretty: pretty), as: UTF8.self)
    }

    /// The same in UTF-8.
    public static func bytes(_ tree: Tree, pretty: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(512)
        write(tree, pretty: pretty, indent: 0, into: &out)
        if pretty { out.append(UInt8(ascii: "\n")) }
        return out
    }

    private static func write(_ tree: Tree, pretty: Bool, indent: Int, into out: inout [UInt8]) {
        switch tree.content {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .number(let value): out += number(value).utf8
        case .text(let value): quote(value, into: &out)
        case .list(let values):
            // A list of scalars reads better on one line.
            let flat = !pretty || values.allSatisfy { $0.list == nil && $0.entries == nil }
            group("[", "]", count: values.count, pretty: !flat, indent: indent, into: &out) { index, out in
                write(values[index], pretty: pretty, indent: indent + 1, into: &out)
            }
        case .map(let entries):
            group("{", "}", count: entries.count, pretty: pretty, indent: indent, into: &out) { index, out in
                quote(entries[index].key, into: &out)
                out.append(UInt8(ascii: ":"))
                if pretty { out.append(UInt8(ascii: " ")) }
                write(entries[index].value, pretty: pretty, indent: indent + 1, into: &out)
            }
        }
    }

    private static func group(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, count: Int, pretty: Bool, indent: Int, into out: inout [UInt8],
        element: (Int, inout [UInt8]) -> Void
    ) {
        out.append(UInt8(ascii: open))
        for index in 0..<count {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            if pretty { newLine(indent + 1, into: &out) }
            element(index, &out)
        }
        if pretty, count > 0 { newLine(indent, into: &out) }
        out.append(UInt8(ascii: close))
    }

    private static func newLine(_ indent: Int, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\n"))
        out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    /// Whole numbers below 2^53, where a double still tells neighbours apart, without a point: a moment in microseconds is one.
    /// Others with the fewest digits that read back exactly.
    public static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if value == value.rounded(), abs(value) < 0x1p53 { return String(Int64(value)) }
        return "\(value)"
    }

    /// By bytes, and whole runs at once: only ASCII is escaped, and no byte of another character is ASCII in UTF-8.
    private static func quote(_ text: String, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (place, byte) in bytes.enumerated() where isEscaped(byte) {
                out += bytes[start..<place]
                out += escape(byte).utf8
                start = place + 1
            }
            out += bytes[start...]
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): return "\\\""
        case UInt8(ascii: "\\"): return "\\\\"
        case UInt8(ascii: "\n"): return "\\n"
        case UInt8(ascii: "\r"): return "\\r"
        case UInt8(ascii: "\t"): return "\\t"
        default:
            let hex = String(byte, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
    }
}
