/// Hofstede's dimensions of national culture, 0 to about 120. All samples are old (1967 to about 2010).
///
/// Copyright Geert Hofstede B.V.; free for research use with attribution, commercial use needs permission.
public struct Hofstede: Hashable, Sendable {
    /// Power distance.
    public var pdi: Double?
    /// Individualism.
    public var idv: Double?
    /// Masculinity.
    public var mas: Double?
    /// Uncertainty avoidance.
    public var uai: Double?
    /// Long-term orientation.
    public var lto: Double?
    /// Indulgence.
    public var ivr: Double?
    /// `country`, or the dimensions taken from a regional sample.
    public var basis: String

    public static let source =
        "Hofstede, Hofstede and Minkov, dimension data matrix, version 2015 12 08. Copyright Geert Hofstede B.V."

    /// Power distance, individualism, masculinity, uncertainty avoidance; nil unless all four are known.
    public var four: [Double]? {
        guard let pdi, let idv, let mas, let uai else { return nil }
        return [pdi, idv, mas, uai]
    }
}

/// A language and how many use it. The shares are orders of magnitude.
public struct SpokenLanguage: Hashable, Sendable {
    /// ISO 639-1.
    public var language: String
    /// Of the population, 0…100.
    public var percent: Double
    public var official: Bool

    public static let source = "Unicode CLDR territory-language data (Unicode licence)"
}

/// Language and culture: languages.csv, english.csv, hofstede.csv.
extension Country {
    /// Languages that at least five percent use, English, and official ones, as far as CLDR counts them.
    public var languagesSpoken: [SpokenLanguage] {
        tables.languages.value.rows(of: code).compactMap { row in
            guard let language = row.text("language"), let percent = row.double("population_percent") else {
                return nil
            }
            return SpokenLanguage(language: language, percent: percent, official: row.flag("official"))
        }
    }

    /// EF English Proficiency Index, a score of about 350 to 650. Native countries have none by construction.
    ///
    /// EF tests people who choose to take a free online test: not a sample of the population, still less of a
    /// partner's staff.
    public var englishProficiency: Fact<Double>? {
        guard let row = tables.english.value.row(of: code), let score = row.double("ef_epi") else { return nil }
        return Fact(
            score, year: row.int("ef_epi_year"), source: "EF Education First, English Proficiency Index",
            wasRead: false, note: "collected from secondary pages; people who chose to take the test")
    }

    /// English is the first language of most.
    public var speaksEnglishNatively: Bool { tables.english.value.row(of: code)?.flag("native") ?? false }

    /// Nil where the matrix does not know the country or the distribution leaves it out.
    public var hofstede: Hofstede? {
        tables.hofstede.value.row(of: code).map { row in
            Hofstede(
                pdi: row.double("pdi"), idv: row.double("idv"), mas: row.double("mas"), uai: row.double("uai"),
                lto: row.double("lto"), ivr: row.double("ivr"), basis: row.text("basis") ?? "not stated")
        }
    }
}
