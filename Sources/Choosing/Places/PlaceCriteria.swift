import Atlas
import Economics
import Notation
import Selection
import Sourcing
import TrialKernels

/// What places are compared by: facts of the atlas on absolute scales, the same whoever else is compared.
struct PlaceCriteria {
    struct Criterion {
        var name: String
        var title: String
        var points: Evaluation.SwingRange
        var scale: String
        var source: String
    }

    struct Reading {
        var cell: ValueCell
        /// The fact in words; nil where it is not known.
        var words: String?
        /// Of the labour cost: the middle figure, in the client's currency an hour.
        var figure: Double?
    }

    let context: PlaceContext
    let criteria: [Criterion]
    let assumptions: [String]
    /// An hour of a clerk at home, in the client's currency: the worst of the scale.
    let homeCost: Double

    /// Swing points where the case gives none: wide, since every company weighs these differently.
    static let usual: [String: Evaluation.SwingRange] = [
        "labour-cost": .init(low: 70, high: 100), "overlap": .init(low: 20, high: 60),
        "language": .init(low: 20, high: 60),
        "governance": .init(low: 20, high: 60), "attrition": .init(low: 10, high: 40),
        "inflation": .init(low: 5, high: 25),
        "exchange-rate": .init(low: 5, high: 25), "holidays": .init(low: 0, high: 15),
    ]

    static let fullOverlap = 8.0
    static let governanceEnds = (worst: -1.0, best: 1.5)
    static let attritionEnds = (worst: 0.6, best: 0.1)
    static let inflationEnds = (worst: 0.15, best: 0.02)
    static let exchangeEnds = (worst: 0.25, best: 0.0)
    static let holidayEnds = (worst: 20.0, best: 0.0)
    static let englishEnds = (worst: 400.0, best: 620.0)
    static let usualHomeCost = 25.0

    init(_ context: PlaceContext) {
        self.context = context
        let own = ClerkCost.of(context.function.kind, in: context.client)
        homeCost = (own?.likely ?? Self.usualHomeCost) * context.perUSD
        let currency = context.theCase.client.currency
        let ends = { (pair: (worst: Double, best: Double), unit: String) in
            "0 at \(unit == "%" ? Format.share(pair.worst) : Format.plain(pair.worst)), 100 at \(unit == "%" ? Format.share(pair.best) : Format.plain(pair.best))"
        }
        let table: [(String, String, String, String)] = [
            (
                "labour-cost", "Labour cost",
                "0 at \(currency) \(Format.plain(homeCost)) an hour (\(own == nil ? "a usual figure" : "at home")), 100 at a tenth of it",
                "wages of the atlas with the employer’s part"
            ),
            (
                "overlap", "Working hours shared",
                "0 at none, 100 at \(Format.plain(Self.fullOverlap)) hours of the normal day, mean of the year",
                "IANA time zones"
            ),
            (
                "language", "Language",
                "the weakest of those needed; native or official 100, English proficiency \(ends(Self.englishEnds, "")), other languages by the share of people who use them, 100 from half of them",
                "CLDR; EF English Proficiency Index"
            ),
            (
                "governance", "Governance", ends(Self.governanceEnds, "") + " (mean of five indicators, −2.5 to 2.5)",
                "World Bank, Worldwide Governance Indicators"
            ),
            (
                "attrition", "Attrition", ends(Self.attritionEnds, "%") + " a year",
                "published surveys for the country; not known for most"
            ),
            ("inflation", "Inflation", ends(Self.inflationEnds, "%") + " a year, mean of five years", "World Bank"),
            (
                "exchange-rate", "Exchange rate", ends(Self.exchangeEnds, "%") + " of yearly swing against the dollar",
                "IMF, World Bank"
            ),
            (
                "holidays", "Holidays that do not coincide",
                ends(Self.holidayEnds, "") + " days on weekdays that only the place has", Holiday.source
            ),
        ]
        let stated = context.theCase.places.weights
        criteria = table.map { name, title, scale, source in
            Criterion(
                name: name, title: title, points: stated[name] ?? Self.usual[name] ?? .init(low: 0, high: 0),
                scale: scale,
                source: source)
        }
        var assumptions: [String] = []
        let silent = table.map(\.0).filter { stated[$0] == nil }
        if !silent.isEmpty {
            assumptions.append(
                silent.count == table.count
                    ? "The case does not say how much these count (places: weights), so wide usual ranges were taken: labour cost most, then hours, language and governance."
                    : "Usual ranges of weight were taken for what the case says nothing of: \(listed(criteria.filter { silent.contains($0.name) }.map { $0.title.lowercased() }))."
            )
        }
        if own == nil {
            assumptions.append(
                "No wage for this work is known in \(context.client.name): the labour scale starts at a usual \(currency) \(Format.plain(homeCost)) an hour."
            )
        }
        assumptions.append(
            "A figure that nobody published for a country counts as anything from the worst to the best of its scale; wages of another occupation as 35\u{a0}% less to 45\u{a0}% more."
        )
        self.assumptions = assumptions
    }

    func readings(_ country: Country) -> [Reading] {
        [
            labour(country), overlap(country), language(country), governance(country), attrition(country),
            inflation(country), exchange(country), holidays(country),
        ]
    }

    static func value(_ x: Double, _ ends: (worst: Double, best: Double)) -> Double {
        min(max((x - ends.worst) / (ends.best - ends.worst), 0), 1)
    }

    func labourValue(_ cost: Double) -> Double { Self.value(cost, (homeCost, homeCost / 10)) }
    func labourCost(ofValue value: Double) -> Double { homeCost + value * (homeCost / 10 - homeCost) }

    /// Equally likely values of a lognormal or normal reading.
    private static func spread(_ count: Int = 32, _ value: (Double) -> Double) -> ValueCell {
        .levels((0..<count).map { value((Double($0) + 0.5) / Double(count)) })
    }

    private func labour(_ country: Country) -> Reading {
        guard let cost = ClerkCost.of(context.function.kind, in: country) else { return .init(cell: .unknown) }
        let (low, high) = (cost.low * context.perUSD, cost.high * context.perUSD)
        let middle = cost.likely * context.perUSD
        let words =
            "\(context.theCase.client.currency) \(Format.plain(middle)) an hour (\(Format.plain(low))–\(Format.plain(high))\(cost.caveat == nil ? "" : ", rough"))"
        guard low < high else { return .init(cell: .known(labourValue(middle)), words: words, figure: middle) }
        let quantile = QuantileFunction(.lognormal(p10: low, p90: high))
        return .init(cell: Self.spread { labourValue(quantile.value(at: $0)) }, words: words, figure: middle)
    }

    private func overlap(_ country: Country) -> Reading {
        guard let overlap = context.overlap(country) else { return .init(cell: .unknown) }
        let hours =
            overlap.least == overlap.most
            ? Format.plain(overlap.mean) : "\(Format.plain(overlap.least)) to \(Format.plain(overlap.most))"
        return .init(
            cell: .known(min(1, overlap.mean / Self.fullOverlap)), words: hours == "1" ? "1 hour" : "\(hours) hours")
    }

    private func language(_ country: Country) -> Reading {
        var cells: [(value: ValueCell, words: String?)] = []
        for code in context.languages {
            let name = context.languageName(code)
            if code == "en", country.speaksEnglishNatively || country.code == "US" {
                cells.append((.known(1), "\(name): native"))
            } else if code == "en", let score = country.englishProficiency?.value {
                // The index is of volunteers, not of staff: half a band either way.
                let cell = ValueCell.range(
                    low: Self.value(score - 25, Self.englishEnds), high: Self.value(score + 25, Self.englishEnds))
                let official = context.isOfficial(code, in: country)
                cells.append(
                    (
                        official ? .range(low: max(0.5, Self.value(score - 25, Self.englishEnds)), high: 1) : cell,
                        "\(name): EF \(Format.plain(score))\(official ? ", official" : "")"
                    ))
            } else if context.isOfficial(code, in: country) {
                cells.append((.range(low: 0.6, high: 1), "\(name): official"))
            } else if let share = context.share(of: code, in: country) {
                cells.append((.known(min(1, share / 0.5)), "\(name): \(Format.share(share)) of the people"))
            } else {
                cells.append((.unknown, nil))
            }
        }
        guard let weakest = cells.min(by: { $0.value.mean < $1.value.mean }) else { return .init(cell: .unknown) }
        let known = cells.compactMap(\.words)
        return .init(cell: weakest.value, words: known.isEmpty ? nil : known.joined(separator: "; "))
    }

    private func governance(_ country: Country) -> Reading {
        let facts = country.governance.compactMap(\.self)
        guard facts.count == 5 else { return .init(cell: .unknown) }
        let mean = facts.reduce(0) { $0 + $1.value } / 5
        // The five share their sources, so their errors do not average out.
        let error = facts.reduce(0) { $0 + ($1.standardError ?? 0.2) } / 5
        let quantile = QuantileFunction(.normal(mean: mean, sd: max(error, 0.01)))
        return .init(
            cell: Self.spread { Self.value(quantile.value(at: $0), Self.governanceEnds) },
            words: "\(mean < -0.005 ? "−" : "")\(Format.plain((abs(mean) * 100).rounded() / 100))")
    }

    private func attrition(_ country: Country) -> Reading {
        guard let range = StaffTurnover.of(context.function.kind, in: country), let low = range.low,
            let high = range.high
        else { return .init(cell: .unknown) }
        let quantile = QuantileFunction(.published(low: low, likely: range.likely, high: high), bounds: 0...5)
        return .init(
            cell: Self.spread { Self.value(quantile.value(at: $0), Self.attritionEnds) },
            words: "\(Format.share(range.likely)) a year (\(Format.share(low))–\(Format.share(high)))")
    }

    private func inflation(_ country: Country) -> Reading {
        guard let fact = country.inflationFiveYearAverage ?? country.inflation else { return .init(cell: .unknown) }
        return .init(
            cell: .known(Self.value(fact.value, Self.inflationEnds)), words: "\(Format.share(fact.value)) a year")
    }

    private func exchange(_ country: Country) -> Reading {
        if country.currency == context.theCase.client.currency {
            return .init(cell: .known(1), words: "the client’s own")
        }
        guard let fact = country.fxLogVolatility else { return .init(cell: .unknown) }
        return .init(
            cell: .known(Self.value(fact.value, Self.exchangeEnds)), words: "\(Format.share(fact.value)) a year")
    }

    private func holidays(_ country: Country) -> Reading {
        guard country.knowsHolidays(in: context.year), context.client.knowsHolidays(in: context.year) else {
            return .init(cell: .unknown)
        }
        let own = Set(context.client.holidays(context.year).map(\.date))
        let only = Set(country.holidays(context.year).map(\.date)).subtracting(own).count { Self.isWeekday($0) }
        return .init(
            cell: .known(Self.value(Double(only), Self.holidayEnds)), words: "\(only) day\(only == 1 ? "" : "s")")
    }

    private static func isWeekday(_ date: String) -> Bool {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return false }
        return CivilDay(year: parts[0], month: parts[1], day: parts[2]).weekday <= 5
    }
}
