/// Who performs the work.
public enum Ownership: String, Hashable, Sendable, CaseIterable {
    case inHouse = "in-house"
    /// The company's own unit in another country.
    case captive
    /// A third party.
    case partner
}

/// Where, seen from the client.
public enum Geography: String, Hashable, Sendable, CaseIterable {
    /// The client's country.
    case onshore
    /// Another country whose normal day (09:00–17:00) shares at least six hours with the client's on every date of the year.
    case nearshore
    /// Another country that shares less.
    case offshore
}

/// Ownership × geography: derived from an option, never typed in.
///
/// *Outsourced* (a third party performs it) and *offshored* (another country performs it) are independent.
public struct DeliveryModel: Hashable, Sendable {
    public var ownership: Ownership
    public var geography: Geography

    public init(ownership: Ownership, geography: Geography) {
        self.ownership = ownership
        self.geography = geography
    }

    public var outsourced: Bool { ownership == .partner }
    /// True for every other country, nearshore too.
    public var offshored: Bool { geography != .onshore }
}
