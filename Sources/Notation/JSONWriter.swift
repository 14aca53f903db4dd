/// Writes a tree as JSON (RFC 8259): keys in their order, the shortest digits that read back as the same number.
///
/// The same tree gives the same bytes on every machine.
public enum JSONWriter {
    /// - Parameter pretty: two spaces an indent; otherwise one line without spaces.
    /// - Precondition: no number is NaN or infinite (an engine turns those into an error or into `null`).
    public static func text(_ tree: Tree, pretty: Bool = false) -> String {
        var out = ""
        write(tree, pretty: pretty, indent: 0, into: &out)
        if pretty { out += "\n" }
        return out
    }

    private static func write(_ tree: Tree, pretty: Bool, indent: Int, into out: inout String) {
        switch tree.content {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .number(let value): out += number(value)
        case .text(let value): quote(value, into: &out)
        case .list(let values):
            // A list of scalars reads better on one line.
            let flat = values.allSatisfy { $0.list == nil && $0.entries == nil }
            group("[", "]", count: values.count, pretty: pretty && !flat, indent: indent, into: &out) { index, out in
                write(values[index], pretty: pretty, indent: indent + 1, into: &out)
            }
        case .map(let entries):
            group("{", "}", count: entries.count, pretty: pretty, indent: indent, into: &out) { index, out in
                quote(entries[index].key, into: &out)
                out += pretty ? ": " : ":"
                write(entries[index].value, pretty: pretty, indent: indent + 1, into: &out)
            }
        }
    }

    private static func group(
        _ open: String, _ close: String, count: Int, pretty: Bool, indent: Int, into out: inout String,
        element: (Int, inout String) -> Void
    ) {
        out += open
        for index in 0..<count {
            if index > 0 { out += "," }
            if pretty {
                out += "\n" + String(repeating: "  ", count: indent + 1)
            }
            element(index, &out)
        }
        if pretty, count > 0 { out += "\n" + String(repeating: "  ", count: indent) }
        out += close
    }

    /// Whole numbers below 2^53, where a double still tells neighbours apart, without a point: a moment in microseconds is one.
    /// Others with the fewest digits that read back exactly.
    public static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if value == value.rounded(), abs(value) < 0x1p53 { return String(Int64(value)) }
        return "\(value)"
    }

    /// By bytes, and whole runs at once: only ASCII is escaped, and no byte of another character is ASCII in UTF-8.
    private static func quote(_ text: String, into out: inout String) {
        out += "\""
        let bytes = text.utf8
        var start = bytes.startIndex
        var place = start
        while place < bytes.endIndex {
            let byte = bytes[place]
            let next = bytes.index(after: place)
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                out += text[start..<place]
                out += escape(byte)
                start = next
            }
            place = next
        }
        out += text[start...]
        out += "\""
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
