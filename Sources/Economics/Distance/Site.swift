public import Atlas
public import Notation
public import Sourcing

/// A place where people work: country, clock and daily hours.
public struct Site: Hashable, Sendable {
    public var country: Country
    /// IANA name.
    public var timeZone: String
    public var window: DailyWindow

    /// - Parameter timeZone: the country's main zone where it is left out.
    public init(country: Country, timeZone: String? = nil, window: DailyWindow = .normal) {
        self.country = country
        self.timeZone = timeZone ?? country.timeZone
        self.window = window
    }

    /// - Parameter country: an ISO 3166-1 code or an English name.
    /// - Throws: `Faults` with the nearest name where the atlas does not know the country.
    public init(_ country: String, path: String = "", at position: Position? = nil) throws {
        self.init(country: try Atlas.shared.require(country: country, path: path, at: position))
    }
}
