/// Turns the bytes of a file into text, or says in plain words why they are not UTF-8.
///
/// Spreadsheets and older editors save UTF-16 or Latin-1; a person who is told only "invalid byte" cannot mend that.
public enum SourceText {
    /// 4 MB: a case of the largest size allowed is far smaller.
    public static let maximumBytes = 4 << 20

    /// - Parameter allowsMark: whether a UTF-8 byte order mark at the start is skipped (YAML allows it, RFC 8259 does not).
    /// - Throws: one fault that names the encoding found.
    public static func decode(
        _ bytes: [UInt8], allowsMark: Bool, maximumBytes: Int = maximumBytes
    ) throws(Faults) -> String {
        if bytes.count > maximumBytes { throw tooLarge(bytes.count, maximumBytes: maximumBytes) }
        if let name = wideEncoding(bytes) {
            throw Faults(
                Fault(
                    path: "", at: Position(line: 1, column: 1), "The file is written in \(name), not in UTF-8.",
                    remedy: "Save it again with the encoding UTF-8."))
        }
        var body = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard allowsMark else {
                throw Faults(
                    Fault(
                        path: "", at: Position(line: 1, column: 1),
                        "The file begins with a byte order mark, which JSON does not allow.",
                        remedy: "Save it again as UTF-8 without BOM."))
            }
            body = bytes.dropFirst(3)
        }
        if let nul = body.firstIndex(of: 0) {
            throw Faults(
                Fault(
                    path: "", at: position(of: nul, in: body),
                    "There is a NUL byte here, which no text has.",
                    remedy: "The file may be damaged, or not be a text file; restore it or save it again as UTF-8."))
        }
        if let text = String(validating: body, as: UTF8.self) { return text }
        let offset = firstInvalid(in: body)
        let byte = String(body[offset], radix: 16, uppercase: true)
        throw Faults(
            Fault(
                path: "", at: position(of: offset, in: body),
                "The byte 0x\(byte) is not UTF-8; the file was probably saved as Latin-1 or Windows-1252.",
                remedy: "Save it again with the encoding UTF-8."))
    }

    /// The refusal of a file beyond the limit, by its size alone.
    public static func tooLarge(_ count: Int, maximumBytes: Int = maximumBytes) -> Faults {
        Faults(
            Fault(
                path: "", "The file has \(size(count)); at most \(size(maximumBytes)) are read.",
                remedy: "A case file is a few pages of text: check that this is the right file."))
    }

    static func size(_ count: Int) -> String {
        if count < 10_000 { return "\(count) bytes" }
        let megabytes = Double(count) / Double(1 << 20)
        if megabytes < 1 { return "\(count >> 10) KB" }
        let tenths = (megabytes * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths)) MB" : "\(tenths) MB"
    }

    private static func wideEncoding(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        // Without a mark: text in a Western language has a zero in every second byte.
        let sample = bytes.prefix(64)
        guard sample.count >= 4 else { return nil }
        let zeros = sample.indices.filter { sample[$0] == 0 }
        let even = zeros.filter { $0 % 2 == 0 }.count
        let half = sample.count / 2
        if zeros.count - even >= half - half / 8, even == 0 { return "UTF-16" }
        if even >= half - half / 8, zeros.count == even { return "UTF-16" }
        return nil
    }

    static func position(of offset: Int, in bytes: ArraySlice<UInt8>) -> Position {
        var position = Position(line: 1, column: 1)
        for byte in bytes[bytes.startIndex..<offset] {
            if byte == 0x0A {
                position.line += 1
                position.column = 1
            } else if byte & 0xC0 != 0x80 {
                position.column += 1
            }
        }
        return position
    }

    private static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let lead = bytes[index]
            let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
            guard length > 0, index + length <= bytes.endIndex,
                String(validating: bytes[index..<index + length], as: UTF8.self) != nil
            else { return index }
            index += length
        }
        return bytes.startIndex
    }
}
