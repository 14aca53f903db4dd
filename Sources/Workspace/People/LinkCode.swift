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
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...64).contains($0.utf8.count) }) else { return nil }
        organisation = String(parts[0])
        secret = String(parts[1])
    }

    var text: String { "\(organisation).\(secret)" }
    var hash: String { Secrets.hash(secret) }
    var scope: Scope { Scope(organisation: organisation) }
}
