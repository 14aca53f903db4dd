import Storage

/// The text of a one-time link: which organisation, and a secret of which only the hash is kept.
struct LinkCode {
    var organisation: String
    var secret: String

    init(organisation: String) {
        self.organisation = organisation
        secret = Secrets.secret()
    }

    /// - Returns: nil where it is no code of ours.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...64).contains($0.count) }),
            let organisation = String(parts[0]), let secret = String(parts[1])
        else { return nil }
        self.organisation = organisation
        self.secret = secret
    }

    var text: String { "\(organisation).\(secret)" }
    var hash: String { Secrets.hash(secret) }
    var scope: Scope { Scope(organisation: organisation) }
}
