import Atlas
import Notation
import Sourcing

extension CasePlanner {
    mutating func planFunction(_ function: BusinessFunction) -> FunctionPlan {
        let name = function.name
        let horizon = theCase.horizon
        let label = function.title ?? name
        let baseline = theCase.baseline(for: name)
        func titled(_ text: String) -> String { theCase.functions.count > 1 ? "\(text), \(label)" : text }

        let factors: [Double]
        if let stated = function.seasonality, stated.count == 12, stated.reduce(0, +) > 0 {
            let mean = stated.reduce(0, +) / 12
            factors = (0..<horizon.months).map { stated[(horizon.start.month - 1 + $0) % 12] / mean }
        } else {
            factors = [Double](repeating: 1, count: horizon.months)
        }
        if function.growthPerYear == nil {
            book.leaveOut("\(label): the case states no growth, so the volume stays as it is.")
        }
        if function.errorRate == nil, !hasErrorDefault(function.kind) || !theCase.usesDefaults {
            book.leaveOut("\(label): errors are left out, because the case states no error rate.")
        }
        let country = theCase.client.country
        let clerk = clientHourPay(function, baseline)
        return FunctionPlan(
            name: name,
            volume: book.term(
                "volume.\(name)", titled("Volume in the first month"), .count("\(function.item ?? "item")s a month"),
                function.volumePerMonth, bounds: 1e-9 ... .infinity),
            growth: book.term(
                "growth.\(name)", titled("Growth of the volume a year"), .sharePerYear, function.growthPerYear,
                bounds: -0.99 ... .infinity),
            seasonality: factors,
            handleTime: book.term(
                "handleTime.\(name)", titled("Handle time an item"), .minutes, function.handleTime,
                bounds: 1e-9 ... .infinity),
            reworkMinutes: book.term(
                "reworkTime.\(name)", titled("Work to mend a wrong item"), .minutes, function.reworkTime,
                .range("rework.minutes")),
            errorCost: book.term(
                "errorCost.\(name)", titled("Cost of a wrong item to the client"),
                .money(currency: theCase.client.currency, per: "wrong item"), function.errorCost,
                .range("error.cost", caveat: "always ask")),
            clientPayGrowth: payGrowth(
                country, stated: baseline?.country == country ? baseline?.people.wageGrowth : nil),
            inflation: book.term(
                "priceGrowth", "Growth of prices a year: seats, technology, travel", .sharePerYear, nil,
                .range("price.indexation"), bounds: -0.5...1),
            clientHourPay: clerk.term,
            clientOnCost: clerk.includesOnCost
                ? .constant(0)
                : onCost(
                    country, function, stated: baseline?.country == country ? baseline?.people.onCost : nil),
            clientSupervisorRatio: book.term(
                "supervisorRatio.\(baseline?.people.supervisorRatio == nil ? name : baseline?.name ?? name)",
                titled("Supervisor’s pay over a clerk’s"), .factor,
                baseline?.people.supervisorRatio, .range("supervisor.wageRatio"), neutral: 1),
            clientPaidHours: paidHours(country, stated: baseline?.people.paidHours),
            baseline: 0)
    }

    func hasErrorDefault(_ kind: FunctionKind) -> Bool { kind == .dataEntry || kind == .documentProcessing }

    /// Pay growth of a country, one driver for all options there.
    mutating func payGrowth(_ code: String, stated: Stated?, option: String? = nil) -> Term {
        let name = Atlas.shared.country(code)?.name ?? code
        if let stated, let option {
            return book.term(
                "wageGrowth.\(option)", "Growth of pay a year, \(option)", .sharePerYear, stated, bounds: -0.5...2)
        }
        let own = "payGrowth.\(code)"
        let fallback: AssumptionBook.Fallback?
        if CostDefaults.shared[own] != nil {
            fallback = .range(own)
        } else if Self.europeanUnion.contains(code) {
            fallback = .range("payGrowth.EU")
        } else if let inflation = Atlas.shared.country(code)?.inflation, inflation.value < 0.25,
            let above = CostDefaults.shared["payGrowth.aboveInflation"], let low = above.low, let high = above.high
        {
            let base = max(0, inflation.value)
            fallback = .fact(
                .published(low: base + low, likely: base + above.likely, high: base + high),
                source:
                    "\(inflation.source), \(inflation.year.map(String.init) ?? "undated"), plus pay growth above inflation",
                caveat: "our judgement on the part above inflation")
        } else {
            fallback = .range("payGrowth.MX", caveat: "by analogy: nothing is known of this country")
        }
        return book.term(own, "Growth of pay a year, \(name)", .sharePerYear, stated, fallback, bounds: -0.5...2)
    }

    mutating func onCost(_ code: String, _ function: BusinessFunction, stated: Stated?, option: String? = nil) -> Term {
        let name = Atlas.shared.country(code)?.name ?? code
        if let stated, let option {
            return book.term(
                "onCost.\(option)", "Employer’s cost on top of pay, \(option)", .share, stated, bounds: 0...5)
        }
        let fallback: AssumptionBook.Fallback?
        if function.kind == .callCentre, CostDefaults.shared["onCost.callCentre.\(code)"] != nil {
            fallback = .range("onCost.callCentre.\(code)")
        } else if CostDefaults.shared["onCost.\(code)"] != nil {
            fallback = .range("onCost.\(code)")
        } else if let fact = Atlas.shared.country(code)?.employerContribution {
            let source = "\(fact.source), \(fact.year.map(String.init) ?? "undated")"
            let cited = fact.wasRead == false ? "cited, not read again" : nil
            fallback = .fact(
                .fixed(fact.value), source: source,
                caveat: [cited, "statutory contributions only"].compactMap { $0 }.joined(separator: "; "))
        } else if Self.europeanUnion.contains(code) {
            fallback = .range("onCost.EU")
        } else {
            fallback = .range("onCost.EU", caveat: "by analogy: nothing is known of this country")
        }
        return book.term(
            "onCost.\(code)", "Employer’s cost on top of pay, \(name)", .share, stated, fallback, bounds: 0...5)
    }

    mutating func paidHours(_ code: String, stated: Stated?, option: String? = nil) -> Term {
        let name = Atlas.shared.country(code)?.name ?? code
        if let stated {
            return book.term(
                "paidHours.\(option ?? code)", "Paid hours a head and month, \(option ?? name)", .hours, stated,
                bounds: 1e-6...744)
        }
        // A full-time month is a convention, not a cost: it stands also where a case switches defaults off.
        let standard = 40.0 * 52 / 12
        guard theCase.usesDefaults else { return .constant(standard) }
        // A limit on the average, or a legal week above 40 hours, is a ceiling and not what contracts say.
        if let fact = Atlas.shared.country(code)?.weeklyHours, fact.value <= 40, fact.note == nil {
            let hours = fact.value * 52 / 12
            return book.term(
                "paidHours.\(code)", "Paid hours a head and month, \(name)", .hours, nil,
                .fact(
                    .fixed(hours), source: "\(fact.source): \(JSONWriter.number(fact.value)) hours a week",
                    caveat: fact.wasRead == false ? "cited, not read again" : nil), neutral: standard, bounds: 1...744)
        }
        return book.term(
            "paidHours.\(code)", "Paid hours a head and month, \(name)", .hours, nil, .range("paidHours.month"),
            neutral: standard, bounds: 1...744)
    }

    /// A client's clerk an hour, without on-cost, in the client's currency.
    private mutating func clientHourPay(
        _ function: BusinessFunction, _ baseline: SourcingOption?
    ) -> (term: Term, includesOnCost: Bool) {
        guard let country = clientCountry else { return (.constant(0), false) }
        if let baseline, baseline.country == country.code, baseline.ownership != .partner {
            let month = wagePerMonth(baseline, function)
            return (month.term.times(1 / monthHours(baseline)), month.includesOnCost)
        }
        guard theCase.usesDefaults, WageFallback.find(function.kind, in: country) != nil else {
            return (.constant(0), false)
        }
        var stand = SourcingOption(
            name: "client", function: function.name, ownership: .inHouse, country: country.code,
            timeZone: theCase.client.timeZone)
        stand.title = theCase.client.name
        let month = wagePerMonth(stand, function)
        return (month.term.times(1 / monthHours(stand)), month.includesOnCost)
    }

    static let europeanUnion: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
}
