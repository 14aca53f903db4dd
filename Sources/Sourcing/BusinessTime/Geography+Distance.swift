extension Geography {
    /// Hours that normal days must share on every date of the year to be near.
    public static let nearshoreHours = 6.0

    /// Where a site lies, seen from the client: a matter of *normal* days, 09:00–17:00 at both, whatever shift is agreed.
    ///
    /// - Parameters: ISO 3166-1 alpha-2 code and IANA zone of either side.
    /// - Throws: `Faults` where a zone is not known.
    public static func of(
        client: (country: String, timeZone: String), site: (country: String, timeZone: String), year: Int
    ) throws -> Geography {
        let overlap = try Overlap.between(client.timeZone, .normal, site.timeZone, .normal, year: year)
        if client.country == site.country { return .onshore }
        return overlap.least >= nearshoreHours ? .nearshore : .offshore
    }
}
