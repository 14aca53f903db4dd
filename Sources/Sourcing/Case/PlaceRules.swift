/// What the `places` section of a case says about where the work may go.
public struct PlaceRules: Hashable, Sendable {
    /// ISO 3166-1 alpha-2; empty: every country that there are facts on.
    public var countries: [String]
    public var without: [String]
    /// Countries in which the data may be, the client's own among them; nil where the case does not say.
    public var dataMayBeIn: [String]?
    /// Hours of the normal working day that must be shared on every day of the year.
    public var leastOverlap: Double?
    /// Worldwide Governance Indicator, about −2.5 to 2.5.
    public var leastRuleOfLaw: Double?
    /// EF English Proficiency Index, where English is needed.
    public var leastEnglish: Double?
    /// Share of the people who use a language from which on it can be staffed, 0…1.
    public var leastSpeakers: Double?
    /// Swing points by criterion, for those that the case gives other points than the usual.
    public var weights: [String: Evaluation.SwingRange]

    public init(
        countries: [String] = [], without: [String] = [], dataMayBeIn: [String]? = nil, leastOverlap: Double? = nil,
        leastRuleOfLaw: Double? = nil, leastEnglish: Double? = nil, weights: [String: Evaluation.SwingRange] = [:]
    ) {
        self.countries = countries
        self.without = without
        self.dataMayBeIn = dataMayBeIn
        self.leastOverlap = leastOverlap
        self.leastRuleOfLaw = leastRuleOfLaw
        self.leastEnglish = leastEnglish
        self.weights = weights
    }

    /// What places are compared by.
    public static let criteria = [
        "labour-cost", "overlap", "language", "governance", "attrition", "inflation", "exchange-rate", "holidays",
    ]
}
