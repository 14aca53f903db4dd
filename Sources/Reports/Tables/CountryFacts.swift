package import Atlas
package import Notation

/// One row of the country table: a fact by its name and unit, read from any country.
package struct CountryFact: Sendable {
    /// As in JSON and CSV.
    package var key: String
    package var label: String
    /// Of `value` in JSON and CSV.
    package var unit: String
    package var read: @Sendable (Country) -> Cell?

    /// What one country's cell holds; a country whose fact is not known has none.
    package struct Cell: Sendable {
        /// For people, without its year.
        package var text: String
        /// For machines.
        package var value: Tree
        package var year: Int?
        package var source: String
        package var wasRead: Bool?
        package var note: String?
        package var standardError: Double?
    }

    private init<Value>(
        _ key: String, _ label: String, _ unit: String, _ fact: @escaping @Sendable (Country) -> Fact<Value>?,
        _ text: @escaping @Sendable (Value) -> String, _ value: @escaping @Sendable (Value) -> Tree
    ) {
        self.key = key
        self.label = label
        self.unit = unit
        read = { country in
            fact(country).map {
                var shown = text($0.value)
                if let error = $0.standardError { shown += " ± \(Figures.fixed(error, places: 2))" }
                return Cell(
                    text: shown, value: value($0.value), year: $0.year, source: $0.source, wasRead: $0.wasRead,
                    note: $0.note, standardError: $0.standardError)
            }
        }
    }

    private static func percent(
        _ key: String, _ label: String, _ unit: String, _ fact: @escaping @Sendable (Country) -> Fact<Double>?
    ) -> CountryFact {
        CountryFact(key, label, unit, fact, { Figures.percent($0) }, { .number($0) })
    }

    private static func decimal(
        _ key: String, _ label: String, _ unit: String, places: Int,
        _ fact: @escaping @Sendable (Country) -> Fact<Double>?
    ) -> CountryFact {
        CountryFact(key, label, unit, fact, { Figures.decimal($0, places: places) }, { .number($0) })
    }

    private static func count(
        _ key: String, _ label: String, _ unit: String, _ fact: @escaping @Sendable (Country) -> Fact<Int>?
    ) -> CountryFact {
        CountryFact(key, label, unit, fact, { Figures.decimal(Double($0), places: 0) }, { .number($0) })
    }

    private static func hofstede(
        _ key: String, _ label: String, _ dimension: @escaping @Sendable (Hofstede) -> Double?
    ) -> CountryFact {
        decimal(key, label, "score of about 0 to 120", places: 0) { country in
            guard let hofstede = country.hofstede, let value = dimension(hofstede) else { return nil }
            let basis = hofstede.basis == "country" ? nil : hofstede.basis
            return Fact(value, year: nil, source: Hofstede.source, note: basis)
        }
    }

    static let all: [CountryFact] = groups.flatMap(\.facts)

    /// By subject, as they stand on a page.
    package static let groups: [(title: String, facts: [CountryFact])] = [
        ("Money and prices", money), ("How it is governed", law), ("Language and culture", culture),
        ("Work and its cost", labour),
    ]

    private static let money = [
        count("population", "Population", "people") { $0.population },
        decimal("gdpPerCapita", "GDP per head, USD", "USD", places: 0) { $0.gdpPerCapita },
        percent("inflation", "Inflation", "fraction a year") { $0.inflation },
        percent("inflationFiveYearAverage", "Inflation, five years", "fraction a year") { $0.inflationFiveYearAverage },
        decimal("unitsPerUSD", "Units per US dollar", "units of the currency", places: 4) { $0.unitsPerUSD },
        percent("fxLogVolatility", "Exchange-rate volatility", "log change a year") { $0.fxLogVolatility },
        percent("fxLogDrift", "Exchange-rate drift", "log change a year, positive: loses value") { $0.fxLogDrift },
        CountryFact(
            "priceLevel", "Price level, US = 1", "ratio", { $0.priceLevel }, { Figures.fixed($0, places: 2) },
            { .number($0) }),
    ]

    private static let law = [
        governance("ruleOfLaw", "Rule of law") { $0.ruleOfLaw },
        governance("politicalStability", "Political stability") { $0.politicalStability },
        governance("regulatoryQuality", "Regulatory quality") { $0.regulatoryQuality },
        governance("controlOfCorruption", "Control of corruption") { $0.controlOfCorruption },
        governance("governmentEffectiveness", "Government effectiveness") { $0.governmentEffectiveness },
    ]

    private static func governance(
        _ key: String, _ label: String, _ fact: @escaping @Sendable (Country) -> Fact<Double>?
    ) -> CountryFact {
        CountryFact(
            key, label, "estimate of about -2.5 to 2.5", fact, { Figures.fixed($0, places: 2) }, { .number($0) })
    }

    private static let culture = [
        decimal("englishProficiency", "English, EF index", "score of about 350 to 650", places: 0) {
            $0.englishProficiency
        },
        hofstede("powerDistance", "Power distance") { $0.pdi },
        hofstede("individualism", "Individualism") { $0.idv },
        hofstede("masculinity", "Masculinity") { $0.mas },
        hofstede("uncertaintyAvoidance", "Uncertainty avoidance") { $0.uai },
        hofstede("longTermOrientation", "Long-term orientation") { $0.lto },
        hofstede("indulgence", "Indulgence") { $0.ivr },
    ]

    private static let labour = [
        decimal("weeklyHours", "Weekly hours", "hours", places: 1) { $0.weeklyHours },
        decimal("annualLeaveDays", "Annual leave, days", "working days", places: 1) { $0.annualLeaveDays },
        count("publicHolidays2027", "Public holidays 2027", "days") { $0.publicHolidays2027 },
        count("publicHolidaysOnWorkingDays2027", "… on working days", "days") { $0.publicHolidaysOnWorkingDays2027 },
        percent("employerContribution", "Employer contribution", "fraction of gross pay") { $0.employerContribution },
        percent("nonWageCostShare", "Non-wage share of cost", "fraction of labour cost") { $0.nonWageCostShare },
        decimal("extraPayMonths", "Extra pay, months", "months of pay a year", places: 2) { $0.extraPayMonths },
        CountryFact("severanceRule", "Severance", "text", { $0.severanceRule }, { $0 }, { .text($0) }),
    ]
}
