/// Parts of addresses.
package enum PathText {
    /// One part of a path, or one value of a query: everything but letters, digits and `-._~` as `%XX` (RFC 3986).
    package static func escape(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default: out += "%" + digit(byte >> 4) + digit(byte & 15)
            }
        }
        return out
    }

    private static func digit(_ value: UInt8) -> String { String(value, radix: 16, uppercase: true) }

    /// `path?a=1&b=2`, every value escaped.
    package static func with(_ path: String, _ query: [(String, String)]) -> String {
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
    }
}
