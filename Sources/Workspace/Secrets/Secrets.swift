import Crypto
import Foundation

/// Random names and secrets, and the hashes by which secrets are kept.
enum Secrets {
    /// An id that cannot be guessed: 120 random bits in 24 letters and digits without look-alikes.
    static func id() -> String { text(bytes: 15) }

    /// A secret of 240 bits.
    static func secret() -> String { text(bytes: 30) }

    /// Only hashes are stored, so a stolen backup opens no session. The secrets are random and long: a plain hash is
    /// enough, unlike for passwords.
    static func hash(_ secret: String) -> String {
        var hash = SHA256()
        var secret = secret
        secret.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { out in
            for (index, byte) in hash.finalize().enumerated() {
                out[2 * index] = digits[Int(byte >> 4)]
                out[2 * index + 1] = digits[Int(byte & 15)]
            }
            return 2 * SHA256.byteCount
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Crockford's base 32, lower case.
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    private static func text(bytes count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        var out: [UInt8] = []
        for _ in 0..<(count * 8 / 5) { out.append(letters[Int(generator.next() & 31)]) }
        return String(decoding: out, as: UTF8.self)
    }

    /// Equal in time that does not tell where two texts differ.
    static func equal(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a.utf8), Array(b.utf8))
        guard x.count == y.count else { return false }
        return zip(x, y).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
