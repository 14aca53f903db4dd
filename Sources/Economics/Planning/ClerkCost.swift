public import Atlas
public import Sourcing

/// What an hour of a clerk's work costs an employer in a country, from the atlas.
public struct ClerkCost: Hashable, Sendable {
    /// US dollars a paid hour, employer's part included: what lies between in about 80 of 100 cases, and the middle.
    public var low: Double
    public var likely: Double
    public var high: Double
    public var source: String
    /// Why it is rough, where it is.
    public var caveat: String?

    /// How far a wage of the right occupation, and one that stands in for it, may be off. Judgement: the spread between
    /// cities and employers of one country.
    static let nearBand = (low: 0.85, high: 1.20)
    static let farBand = (low: 0.65, high: 1.45)
    /// Employer's part where the country's is not known: a judgement, from the range of those that are.
    static let unknownContribution = (low: 0.05, likely: 0.18, high: 0.35)

    /// - Returns: nil where no wage, or no exchange rate, is known.
    public static func of(_ kind: FunctionKind, in country: Country) -> ClerkCost? {
        guard let found = WageFallback.find(kind, in: country) else { return nil }
        let units: Double
        if found.currency == "USD" {
            units = 1
        } else {
            // Its own currency, or one of another country that shares it, as the euro of Eurostat's figures.
            let own = found.currency == country.currency ? country.unitsPerUSD?.value : nil
            let shared = Atlas.shared.countries.lazy.filter { $0.currency == found.currency }
                .compactMap { $0.unitsPerUSD?.value }.first
            guard let rate = own ?? shared else { return nil }
            units = rate
        }
        let hours = country.weeklyHours.map { $0.value <= 40 ? $0.value : 40 } ?? 40
        let divisor =
            switch found.per {
            case .hour: units
            case .month: units * hours * 52 / 12
            case .year: units * hours * 52
            }
        let (middle, low, high): (Double, Double, Double)
        switch found.quantity {
        case .published(let a, let b, let c): (low, middle, high) = (a, b, c)
        default:
            let value = QuantileFunction(found.quantity).value(at: 0.5)
            let band = found.caveat == nil ? nearBand : farBand
            (low, middle, high) = (value * band.low, value, value * band.high)
        }
        var contribution = unknownContribution
        if found.includesOnCost {
            contribution = (0, 0, 0)
        } else if let known = country.employerContribution?.value {
            contribution = (known, known, known)
        }
        let extra = found.includesOnCost ? 1 : 1 + (country.extraPayMonths?.value ?? 0) / 12
        return ClerkCost(
            low: low / divisor * extra * (1 + contribution.low),
            likely: middle / divisor * extra * (1 + contribution.likely),
            high: high / divisor * extra * (1 + contribution.high), source: found.source, caveat: found.caveat)
    }
}

/// Turnover of staff a year, where somebody published it for the country; nil where nobody did.
public enum StaffTurnover {
    public static func of(_ kind: FunctionKind, in country: Country) -> PublishedRange? {
        let keys: [String] =
            kind == .callCentre
            ? ["attrition.callCentre.\(country.code)"]
            : ["attrition.backOffice.\(country.code)", "attrition.allSectors.\(country.code)"]
        return keys.lazy.compactMap { CostDefaults.shared[$0] }.first { !$0.isJudgement }
    }
}
