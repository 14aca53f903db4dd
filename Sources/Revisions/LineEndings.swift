/// Lines with and without their ends. A browser sends every text with CR LF, whatever it was given.
public enum LineEndings {
    /// `\n` in place of every `\r\n`; a lone `\r` stays.
    public static func unified(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n"), out.last == UInt8(ascii: "\r") { out.removeLast() }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The text with the line ends of another: CR LF where that one's first line ends so, else LF.
    public static func adopting(_ model: String, in text: String) -> String {
        let plain = unified(text)
        guard usesCarriageReturns(model) else { return plain }
        var out: [UInt8] = []
        out.reserveCapacity(plain.utf8.count * 21 / 20)
        for byte in plain.utf8 {
            if byte == UInt8(ascii: "\n") { out.append(UInt8(ascii: "\r")) }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    static func usesCarriageReturns(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > bytes.startIndex else { return false }
        return bytes[bytes.index(before: end)] == UInt8(ascii: "\r")
    }

    /// Each line with its end; joined they are the text again. The last one may have no end.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        for byte in text.utf8 {
            line.append(byte)
            if byte == UInt8(ascii: "\n") {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
            }
        }
        if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    /// A line without its end.
    static func content(_ line: String) -> String {
        var bytes = Array(line.utf8)
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
