/// A country (or a territory with its own code) with its facts. A fact that is not known is nil, never zero.
public struct Country: Sendable, Identifiable {
    /// ISO 3166-1 alpha-2, e.g. `IN`.
    public let code: String
    /// ISO 3166-1 alpha-3, e.g. `IND`.
    public let alpha3: String
    /// Short English name.
    public let name: String
    /// IANA name of the zone of the main service-delivery city.
    public let timeZone: String
    /// One zone for each other pattern of offsets in the country.
    public let otherTimeZones: [String]
    /// ISO 4217.
    public let currency: String
    /// Official at national level, ISO 639-1, most used first.
    public let languages: [String]
    /// English is among `languages`.
    public let englishOfficial: Bool
    /// Source: World Bank SP.POP.TOTL.
    public let population: Fact<Int>?

    let tables: AtlasTables

    public var id: String { code }

    init(_ row: Row, in tables: AtlasTables) {
        code = row.text("country") ?? ""
        alpha3 = row.text("alpha3") ?? ""
        name = row.text("name") ?? ""
        timeZone = row.text("time_zone") ?? ""
        otherTimeZones = row.list("other_time_zones")
        currency = row.text("currency") ?? ""
        languages = row.list("languages")
        englishOfficial = row.flag("english_official")
        population = row.int("population").map {
            Fact($0, year: row.int("population_year"), source: "World Bank SP.POP.TOTL (CC BY 4.0)")
        }
        self.tables = tables
    }
}

extension Country: Hashable {
    public static func == (a: Country, b: Country) -> Bool { a.code == b.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
