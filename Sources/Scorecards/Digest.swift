import Crypto

/// SHA-256 in lower-case hexadecimal digits: what a file or a line was, in 64 characters.
enum Digest {
    static func of(_ bytes: some Sequence<UInt8>) -> String { hex(SHA256.hash(data: Array(bytes))) }
    static func of(_ text: String) -> String { of(text.utf8) }

    private static func hex(_ digest: SHA256.Digest) -> String {
        var out = ""
        for byte in digest {
            out.append(Self.digits[Int(byte >> 4)])
            out.append(Self.digits[Int(byte & 15)])
        }
        return out
    }

    private static let digits: [Character] = Array("0123456789abcdef")
}
