package import Economics
import Notation
package import Sourcing

/// Where an uncertain input of the assumption register stands in the case file, and how it is written there.
///
/// Not every input has a place: figures of a country that several options share, and what the case's correlations
/// name (which a certain number would break), are not offered.
package enum DriverEdit {
    /// - Returns: the edit, and by what a value of the register is multiplied for typing; nil where the case file has no
    ///   place for it.
    package static func of(
        _ key: String, unit: Unit, in theCase: Case
    ) -> (edit: ValueEdit, factor: Double)? {
        if theCase.correlations.contains(where: { $0.first == key || $0.second == key }) { return nil }
        let parts = key.split(separator: ".").map(String.init)
        guard parts.count >= 2, let place = place(parts, theCase) else { return nil }
        if case .money(let code, _) = unit, let wanted = place.currency, code != wanted { return nil }
        if place.isWage { return wage(place, unit, theCase) }
        guard let form = form(of: unit) else { return nil }
        return ValueEdit(place.path, in: theCase.document, unit: form.sign, around: form.around).map {
            ($0, form.factor)
        }
    }

    private struct Place {
        var path: [String]
        /// In which the field is read; nil where it is no money.
        var currency: String?
        var isWage = false
    }

    private static func form(of unit: Unit) -> (sign: String, around: (String, String), factor: Double)? {
        func timed(_ word: String) -> (String, (String, String), Double) {
            ("", ("{\"value\": ", ", \"unit\": \(word)}"), 1)
        }
        switch unit {
        case .share, .sharePerYear, .event: return ("%", ("", ""), 100)
        case .minutes: return timed("minutes")
        case .hours: return timed("hours")
        case .weeks: return timed("weeks")
        case .months: return timed("months")
        case .years: return timed("years")
        case .money, .number, .factor, .count: return ("", ("", ""), 1)
        case .exchangeRate: return nil
        }
    }

    /// The pay needs its period beside it, so the whole pay is written anew.
    private static func wage(_ place: Place, _ unit: Unit, _ theCase: Case) -> (edit: ValueEdit, factor: Double)? {
        guard case .money(let code, let per?) = unit else { return nil }
        let around = ("{\"amount\": ", ", \"per\": \(per), \"currency\": \(code)}")
        return ValueEdit(place.path, in: theCase.document, around: around).map { ($0, 1) }
    }

    // MARK: Places

    private static func place(_ parts: [String], _ theCase: Case) -> Place? {
        let (field, name) = (parts[0], parts[1])
        if field == "risk", parts.count >= 3 { return risk(parts, theCase) }
        guard parts.count == 2 else { return nil }
        if let option = theCase.options.first(where: { $0.name == name }) {
            if field == "price" { return price(option, theCase) }
            if field == "wage" { return Place(path: ["options", name, "people", "wage"], isWage: true) }
            guard let path = optionFields[field] else { return nil }
            let isSite = path.first == "facilities"
            let currency = isSite ? option.facilities.currency : path.first == "price" ? option.price?.currency : nil
            return Place(path: ["options", name] + path, currency: currency ?? theCase.client.currency)
        }
        if theCase.functions.contains(where: { $0.name == name }), let path = functionFields[field] {
            return Place(path: ["functions", name] + path, currency: theCase.client.currency)
        }
        return country(field, name, theCase)
    }

    /// What the register keeps by country can be said at an option, where only one option's own people work there.
    private static func country(_ field: String, _ code: String, _ theCase: Case) -> Place? {
        guard let key = ["payGrowth": "wageGrowth", "onCost": "onCost"][field] else { return nil }
        let there = theCase.options.filter { $0.country == code && $0.ownership != .partner }
        guard there.count == 1, let only = there.first else { return nil }
        // The client's own clerks take theirs from the baseline.
        if code == theCase.client.country, !only.isBaseline { return nil }
        return Place(path: ["options", only.name, "people", key])
    }

    private static func price(_ option: SourcingOption, _ theCase: Case) -> Place? {
        guard let price = option.price else { return nil }
        let key: String
        switch price.basis {
        case .perTransaction: key = "perTransaction"
        case .perHour: key = "perHour"
        case .perPersonMonth: key = "perPersonMonth"
        case .fixed: key = "fixed"
        case .tiers: return nil
        }
        return Place(path: ["options", option.name, "price", key], currency: price.currency)
    }

    private static func risk(_ parts: [String], _ theCase: Case) -> Place? {
        guard let option = theCase.options.first(where: { $0.name == parts[1] }),
            option.risks.contains(where: { $0.name == parts[2] })
        else { return nil }
        let path = ["options", parts[1], "risks", parts[2]]
        switch parts.dropFirst(3).first {
        case nil: return Place(path: path + ["chance"])
        case "cost": return Place(path: path + ["cost"], currency: theCase.client.currency)
        case "delay": return Place(path: path + ["delayMonths"])
        default: return nil
        }
    }

    private static let functionFields: [String: [String]] = [
        "volume": ["volume", "perMonth"], "growth": ["volume", "growthPerYear"], "handleTime": ["handleTime"],
        "reworkTime": ["reworkTime"], "errorCost": ["errorCost"], "errorRate": ["errorRate"],
        "shrinkage": ["shrinkage"], "utilisation": ["utilisation"],
    ]

    private static let optionFields: [String: [String]] = [
        "share": ["share"],
        "indexation": ["price", "indexation"], "minimum": ["price", "minimumPerMonth"],
        "fxShare": ["price", "fxShare"], "volumeBand": ["price", "volumeBand"],
        "attrition": ["people", "attrition"], "shrinkage": ["people", "shrinkage"],
        "utilisation": ["people", "utilisation"], "paidHours": ["people", "paidHours"], "span": ["people", "span"],
        "supervisorRatio": ["people", "supervisorRatio"], "recruiting": ["people", "recruiting"],
        "trainingWeeks": ["people", "trainingWeeks"], "rampMonths": ["people", "rampMonths"],
        "startProductivity": ["people", "startProductivity"], "trainerHours": ["people", "trainerHours"],
        "severance": ["people", "severanceMonths"], "retention": ["people", "retentionMonths"],
        "redeployed": ["people", "redeployed"], "shiftPremium": ["people", "shiftPremium"],
        "onCost": ["people", "onCost"], "wageGrowth": ["people", "wageGrowth"],
        "startFactor": ["learning", "startFactor"], "monthsToStandard": ["learning", "monthsToStandard"],
        "seat": ["facilities", "seat"], "technology": ["facilities", "technology"],
        "site": ["facilities", "sitePerMonth"], "shiftsPerSeat": ["facilities", "shiftsPerSeat"],
        "transitionCost": ["transition", "cost"], "transferMonths": ["transition", "months"],
        "parallelWeeks": ["transition", "parallelWeeks"], "overrun": ["transition", "overrun"],
        "selection": ["transition", "selectionShare"], "setUp": ["transition", "setUp"],
        "strandedShare": ["transition", "strandedShare"], "strandedMonths": ["transition", "strandedMonths"],
        "governance": ["governance", "share"], "retainedHeads": ["governance", "minimumHeads"],
        "trips": ["governance", "tripsPerYear"], "tripCost": ["governance", "tripCost"],
        "expatriates": ["governance", "expatriates"],
        "errorRate": ["quality", "errorRate"], "newTeamErrors": ["quality", "newTeamFactor"],
        "coordination": ["coordination", "overhead"],
        "earlyEnd": ["exit", "earlyEndPerYear"], "exitCost": ["exit", "costFactor"],
        "notice": ["exit", "noticeMonths"],
        "exitAtEnd": ["exit", "atEnd"],
    ]
}
