/// Whose rows: one organisation's. Made from a session, a token or a link, never from what a request says.
public struct Scope: Hashable, Sendable {
    public let organisation: String
    public init(organisation: String) { self.organisation = organisation }
}
