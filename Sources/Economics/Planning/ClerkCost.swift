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
            let band = CostDefaults.shared[
                found.caveat == nil ? "place.wage.sameOccupation" : "place.wage.otherOccupation"]
            (low, middle, high) = (value * (band?.low ?? 1), value, value * (band?.high ?? 1))
        }
        let onCost = found.includesOnCost ? (low: 0, likely: 0, high: 0) : Self.onCost(in: country)
        let extra = found.includesOnCost ? 1 : 1 + (country.extraPayMonths?.value ?? 0) / 12
        return ClerkCost(
            low: low / divisor * extra * (1 + onCost.low),
            likely: middle / divisor * extra * (1 + onCost.likely),
            high: high / divisor * extra * (1 + onCost.high), source: found.source, caveat: found.caveat)
    }

    /// Employer's cost on top of pay, by the same rule as the cost model's.
    private static func onCost(in country: Country) -> (low: Double, likely: Double, high: Double) {
        if CostDefaults.shared["onCost.\(country.code)"] == nil, let known = country.employerContribution?.value {
            return (known, known, known)
        }
        let range = CostDefaults.shared["onCost.\(country.code)"] ?? CostDefaults.shared["onCost.EU"]
        let likely = range?.likely ?? 0
        return (range?.low ?? likely, likely, range?.high ?? likely)
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
