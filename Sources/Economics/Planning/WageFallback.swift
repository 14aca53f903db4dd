import Atlas
import Sourcing

/// What a clerk of a kind of work earns in a country, from the atlas, when a case does not say.
struct WageFallback {
    var quantity: Quantity
    var per: SourcingOption.Wage.Period
    var currency: String
    var source: String
    var caveat: String?
    /// Whether the figure already holds the employer's part.
    var includesOnCost = false
    /// Key of a published range instead of a fact.
    var rangeKey: String?

    static func find(_ kind: FunctionKind, in country: Country) -> WageFallback? {
        if kind == .callCentre, let range = CostDefaults.shared["wage.callCentre.\(country.code)"] {
            return WageFallback(
                quantity: .published(
                    low: range.low ?? range.likely, likely: range.likely, high: range.high ?? range.likely),
                per: .hour, currency: "USD", source: range.source, caveat: range.kind, rangeKey: range.key)
        }
        let wages = country.wages.filter { $0.measure == "wage" && $0.value != nil && $0.currency != "PPP-USD-2021" }
        for wanted in occupations(kind) {
            if let fact = wages.first(where: { $0.statistic == "mean" && $0.occupation.contains(wanted) }),
                let found = make(fact, caveat: occupationCaveat(kind, fact))
            {
                return found
            }
        }
        if let fact = country.wages.first(where: { $0.measure == "labour cost" && $0.value != nil }),
            var found = make(fact, caveat: "all employees, not this occupation; employer's part included")
        {
            found.includesOnCost = true
            return found
        }
        // Purchasing power back to market dollars: a rough figure, and said so.
        if let fact = country.wages.first(where: {
            $0.currency == "PPP-USD-2021" && $0.measure == "wage" && $0.value != nil && $0.scope.hasPrefix("national")
        }), let value = fact.value, let level = country.priceLevel?.value {
            return WageFallback(
                quantity: .fixed(value * level), per: .month, currency: "USD",
                source: "\(fact.source), \(fact.year), times the price level of the World Bank",
                caveat: "all employees, not this occupation; rough: from purchasing power of 2021")
        }
        return nil
    }

    private static func make(_ fact: WageFact, caveat: String?) -> WageFallback? {
        guard let value = fact.value else { return nil }
        let scope = fact.scope.isEmpty ? "" : ", \(fact.scope)"
        let source = "\(fact.source), \(fact.year): \(fact.occupation)\(scope)"
        switch fact.per {
        case "hour":
            return WageFallback(
                quantity: .fixed(value), per: .hour, currency: fact.currency, source: source, caveat: caveat)
        case "month":
            return WageFallback(
                quantity: .fixed(value), per: .month, currency: fact.currency, source: source, caveat: caveat)
        case "year":
            return WageFallback(
                quantity: .fixed(value), per: .year, currency: fact.currency, source: source, caveat: caveat)
        default: return nil
        }
    }

    private static func occupations(_ kind: FunctionKind) -> [String] {
        switch kind {
        case .dataEntry, .documentProcessing: ["data entry", "office clerks", "clerks", "business services"]
        case .administrativeSupport: ["secretaries", "office clerks", "clerks", "business services"]
        case .callCentre: ["customer service", "contact centre", "call centre", "clerks", "business services"]
        case .finance: ["bookkeeping", "accounting", "payroll", "clerks", "business services"]
        case .it: ["software developer", "programmers"]
        case .other: ["office clerks", "clerks", "business services"]
        }
    }

    private static func occupationCaveat(_ kind: FunctionKind, _ fact: WageFact) -> String? {
        let first = occupations(kind)[0]
        return fact.occupation.contains(first) ? nil : "another occupation stands in: \(fact.occupation)"
    }
}
