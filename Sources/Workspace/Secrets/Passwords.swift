import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// Passwords by scrypt (Percival 2009, RFC 7914): slow and hungry for memory on purpose.
public struct Passwords: Sendable {
    /// N; 2^15 with r = 8 takes 32 MB. With p = 3 it is one of the settings that OWASP's cheat sheet calls equal to 2^17.
    public var rounds: Int
    public var parallelism: Int
    private static let blockSize = 8

    public init(rounds: Int = 1 << 15, parallelism: Int = 3) {
        self.rounds = rounds
        self.parallelism = parallelism
    }

    public static let shortest = 10
    public static let longest = 200

    /// One at a time, away from Swift's own threads: a hundred people who sign in at once must not take 3 GB.
    private static let queue = DispatchQueue(label: "passwords")

    /// `scrypt$32768$8$3$SALT$KEY`, both in base 64.
    func hash(_ password: String) async throws -> String {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let key = try await derive(password, salt, rounds, Self.blockSize, parallelism)
        return "scrypt$\(rounds)$\(Self.blockSize)$\(parallelism)$\(Data(salt).base64EncodedString())$\(key)"
    }

    /// - Parameter stored: nil for an account that does not exist; it takes as long as one that does.
    func matches(_ password: String, _ stored: String?) async throws -> Bool {
        let parts = (stored ?? "").split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let n = Int(parts[1]), let r = Int(parts[2]),
            let p = Int(parts[3]), let salt = Data(base64Encoded: parts[4])
        else {
            _ = try await derive(password, [UInt8](repeating: 0, count: 16), rounds, Self.blockSize, parallelism)
            return false
        }
        return Secrets.equal(try await derive(password, Array(salt), n, r, p), parts[5])
    }

    private func derive(_ password: String, _ salt: [UInt8], _ n: Int, _ r: Int, _ p: Int) async throws -> String {
        // NFC, so that the same word typed on two keyboards is the same password.
        let bytes = Data(password.precomposedStringWithCanonicalMapping.utf8)
        return try await withCheckedThrowingContinuation { continuation in
            Self.queue.async {
                continuation.resume(
                    with: Result {
                        let key = try KDF.Scrypt.deriveKey(
                            from: bytes, salt: salt, outputByteCount: 32, rounds: n, blockSize: r, parallelism: p)
                        return key.withUnsafeBytes { Data($0).base64EncodedString() }
                    })
            }
        }
    }

    /// What is wrong with a new password; nil where nothing is. Length is what counts (NIST SP 800-63B).
    static func fault(_ password: String, email: String, path: String) -> WorkspaceError? {
        if password.count < shortest {
            return .invalid(
                path, "The password has \(password.count) characters.",
                "Take at least \(shortest): three or four words are easy to remember.")
        }
        if password.utf8.count > longest {
            return .invalid(path, "The password is longer than \(longest) characters.", "Take a shorter one.")
        }
        if Set(password).count < 4 || password.lowercased() == email.lowercased() {
            return .invalid(
                path, "The password is too easy to guess.", "Take three or four words that do not belong together.")
        }
        return nil
    }
}
