import Atlas
import Notation
import Sourcing

extension CasePlanner {
    /// Paid hours of a month for turning hourly into monthly pay: the middle of what is known.
    func monthHours(_ option: SourcingOption) -> Double {
        if let stated = option.people.paidHours {
            return QuantileFunction(stated.quantity, bounds: 1...744).value(at: 0.5)
        }
        guard theCase.usesDefaults, let fact = Atlas.shared.country(option.country)?.weeklyHours, fact.value <= 40,
            fact.note == nil
        else {
            return 40.0 * 52 / 12
        }
        return fact.value * 52 / 12
    }

    /// A clerk's pay a month in the client's currency, and whether it holds the employer's part already.
    mutating func wagePerMonth(
        _ option: SourcingOption, _ function: BusinessFunction
    ) -> (term: Term, includesOnCost: Bool) {
        let title = "Pay of a clerk, \(option.displayName)"
        func perMonth(_ period: SourcingOption.Wage.Period) -> Double {
            switch period {
            case .hour: monthHours(option)
            case .month: 1
            case .year: 1.0 / 12
            }
        }
        if let wage = option.people.wage {
            let factor = perMonth(wage.per) * rate(of: wage.currency, option, key: "people.wage")
            let term = book.term(
                "wage.\(option.name)", title, .money(currency: wage.currency, per: wage.per.rawValue), wage.amount)
            return (term.times(factor), false)
        }
        guard theCase.usesDefaults else { return (.constant(0), false) }
        guard let country = Atlas.shared.country(option.country),
            let found = WageFallback.find(function.kind, in: country)
        else {
            fail(
                option, "people.wage", "No wage is known for this work in \(option.country).",
                "Write people: { wage: { amount: …, per: month, currency: … } }.")
            return (.constant(0), false)
        }
        let factor = perMonth(found.per) * rate(of: found.currency, option, key: "people.wage")
        // One driver a country and kind of work: options at the same place share it.
        let term = book.term(
            "wage.\(country.code).\(function.kind.rawValue)", "Pay of a clerk, \(country.name)",
            .money(currency: found.currency, per: found.per.rawValue), nil,
            found.rangeKey.map { .range($0) } ?? .fact(found.quantity, source: found.source, caveat: found.caveat))
        return (term.times(factor), found.includesOnCost)
    }

    mutating func attrition(_ option: SourcingOption, _ function: BusinessFunction) -> Term {
        let code = option.country
        let key: String
        var caveat: String?
        if function.kind == .callCentre {
            key = ["PH", "IN", "US"].contains(code) ? "attrition.callCentre.\(code)" : "attrition.callCentre.US"
            if !["PH", "IN", "US"].contains(code) { caveat = "by analogy with the United States" }
        } else {
            switch code {
            case "PH": key = "attrition.backOffice.PH"
            case "IN": key = "attrition.allSectors.IN"
            case "US": key = "attrition.backOffice.US"
            default: key = "attrition.backOffice.nearshore"
            }
        }
        return book.term(
            "attrition.\(option.name)", "Staff turnover a year, \(option.displayName)", .sharePerYear,
            option.people.attrition, .range(key, caveat: caveat), bounds: 0...5)
    }

    mutating func shrinkage(_ option: SourcingOption, _ function: BusinessFunction) -> Term {
        if let stated = option.people.shrinkage {
            return book.term(
                "shrinkage.\(option.name)", "Paid time not at work, \(option.displayName)", .share, stated,
                bounds: 0...0.95)
        }
        return book.term(
            "shrinkage.\(function.name)", "Paid time not at work", .share, function.shrinkage,
            .range(function.kind == .callCentre ? "shrinkage.callCentre" : "shrinkage.backOffice"), bounds: 0...0.95)
    }

    mutating func utilisation(_ option: SourcingOption, _ function: BusinessFunction) -> Term {
        if let stated = option.people.utilisation {
            return book.term(
                "utilisation.\(option.name)", "Time at work spent on items, \(option.displayName)", .share, stated,
                neutral: 1, bounds: 0.01...1)
        }
        return book.term(
            "utilisation.\(function.name)", "Time at work spent on items", .share, function.utilisation,
            .range(function.kind == .callCentre ? "occupancy.cap" : "utilisation.backOffice"), neutral: 1,
            bounds: 0.01...1)
    }

    /// The ranges that go with a kind of work.
    func keys(_ kind: FunctionKind) -> (ramp: String, training: String, span: String, intensity: String) {
        switch kind {
        case .callCentre:
            ("ramp.months.callCentre", "training.weeks.callCentre", "span.callCentre", "coord.intensity.callCentre")
        case .dataEntry, .documentProcessing:
            ("ramp.months.dataEntry", "training.weeks.dataEntry", "span.backOffice", "coord.intensity.dataEntry")
        case .finance:
            ("ramp.months.accounting", "training.weeks.accounting", "span.backOffice", "coord.intensity.accounting")
        case .it: ("ramp.months.accounting", "training.weeks.accounting", "span.backOffice", "coord.intensity.it")
        case .administrativeSupport, .other:
            ("ramp.months.officeClerk", "training.weeks.dataEntry", "span.backOffice", "coord.intensity.administrative")
        }
    }

    mutating func severance(_ option: SourcingOption, attrition: Term) -> Term {
        if let stated = option.people.severanceMonths {
            return book.term(
                "severance.\(option.name)", "Severance, months of pay a dismissed head, \(option.displayName)", .months,
                stated)
        }
        // Weeks of pay a year of service, at the service that the turnover implies.
        var turnover = 0.2
        if let index = book.drivers.firstIndex(where: { $0.name == "attrition.\(option.name)" }) {
            let spec = book.drivers[index]
            turnover = QuantileFunction(spec.quantity, bounds: spec.bounds).value(at: 0.5)
        } else if case .constant(let value) = attrition {
            turnover = value
        }
        let years = min(10, 1 / max(turnover, 0.1))
        return book.term(
            "severance.\(option.name)", "Severance, months of pay a dismissed head, \(option.displayName)", .months,
            nil,
            .range(
                "severance.weeksPerYear", times: years * 12 / 52,
                caveat: "at \(String(Int((years * 10).rounded()) / 10)) years of service; ask counsel"))
    }

    mutating func seat(_ option: SourcingOption) -> Term {
        let currency = option.facilities.currency ?? theCase.client.currency
        if let stated = option.facilities.seat {
            return book.term(
                "seat.\(option.name)", "A desk a year, \(option.displayName)", .money(currency: currency, per: "year"),
                stated
            ).times(rate(of: currency, option, key: "facilities"))
        }
        guard theCase.usesDefaults else { return .constant(0) }
        let code = option.country
        let key: String
        var caveat: String?
        switch code {
        case "US", "PH", "IN": key = "seat.\(code)"
        default:
            let rich = (Atlas.shared.country(code)?.gdpPerCapita?.value ?? 0) > 30_000
            key = rich ? "seat.US" : "seat.LatAm"
            caveat = rich ? "by analogy with the United States" : "by analogy"
        }
        return book.term(
            "seat.\(code)", "A desk with technology a year, \(Atlas.shared.country(code)?.name ?? code)",
            .money(currency: "USD", per: "year"), nil, .range(key, caveat: caveat)
        ).times(rate(of: "USD", option, key: "facilities"))
    }

    /// Money of an option stated in the client's currency, or in the currency of its facilities.
    mutating func siteMoney(
        _ key: String, _ title: String, per: String?, _ option: SourcingOption, _ stated: Stated?
    ) -> Term {
        guard let stated else { return .constant(0) }
        let currency = option.facilities.currency ?? theCase.client.currency
        return book.term(key, title, .money(currency: currency, per: per), stated)
            .times(rate(of: currency, option, key: "facilities"))
    }
}
