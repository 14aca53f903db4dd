import Atlas
public import Sourcing

/// How far apart two sites are in what makes working together hard: clock, culture, institutions, language, calendar.
///
/// A part is nil where a fact that it needs is not known.
public struct Distance: Sendable {
    /// Hours of the first site's window during which the second's is open.
    public var overlap: Overlap
    /// Seen from the first site, on normal days.
    public var geography: Geography
    /// Kogut and Singh 1988.
    public var culturalDistance: Double?
    /// Mean absolute difference of five Worldwide Governance Indicators (rule of law, political stability, regulatory
    /// quality, control of corruption, government effectiveness), in their unit: standard deviations over the world's
    /// countries, about 0 to 4. Symmetric: it says how unlike the institutions are, not whose are better.
    public var governanceGap: Double?
    /// ISO 639-1, in alphabetical order: official, or used by at least half of the population, in both countries.
    public var sharedLanguages: [String]?
    /// ISO 8601 dates of the year that are public holidays in both countries.
    public var sharedHolidays: [String]?

    /// - Throws: `Faults` where a zone is not known or the year is out of range.
    public static func between(_ from: Site, _ to: Site, year: Int) throws -> Distance {
        Distance(
            overlap: try Overlap.between(from.timeZone, from.window, to.timeZone, to.window, year: year),
            geography: try Geography.of(
                client: (from.country.code, from.timeZone), site: (to.country.code, to.timeZone), year: year),
            culturalDistance: CulturalDistance.shared.between(from.country, to.country),
            governanceGap: governanceGap(from.country, to.country),
            sharedLanguages: sharedLanguages(from.country, to.country),
            sharedHolidays: sharedHolidays(from.country, to.country, year: year))
    }

    static func governanceGap(_ first: Country, _ second: Country) -> Double? {
        let pairs = zip(first.governance, second.governance).map { ($0?.value, $1?.value) }
        var sum = 0.0
        for (a, b) in pairs {
            guard let a, let b else { return nil }
            sum += abs(a - b)
        }
        return sum / Double(pairs.count)
    }

    /// The share of a population, in percent, from which on a language counts for its country. The shares of CLDR are
    /// orders of magnitude, so nothing finer than "most people" can be read from them.
    static let languageShare = 50.0

    static func sharedLanguages(_ first: Country, _ second: Country) -> [String]? {
        let (a, b) = (languages(of: first), languages(of: second))
        return a.isEmpty || b.isEmpty ? nil : a.intersection(b).sorted()
    }

    private static func languages(of country: Country) -> Set<String> {
        Set(country.languages).union(country.languagesSpoken.filter { $0.percent >= languageShare }.map(\.language))
    }

    static func sharedHolidays(_ first: Country, _ second: Country, year: Int) -> [String]? {
        let (a, b) = (first.holidays(year), second.holidays(year))
        return a.isEmpty || b.isEmpty ? nil : Set(a.map(\.date)).intersection(b.map(\.date)).sorted()
    }
}
