import Economics
import Sourcing

/// A decision made by hand: four ways to enter invoices, and what may be different about it.
enum DecisionFixture {
    static func estimate(_ value: Double) -> Estimate { Estimate(value, standardError: value / 100) }

    static func option(
        _ name: String, _ title: String, _ model: DeliveryModel, cost: Double, baseline: Double? = nil,
        beats: Double = 0, best: Double, payback: Double? = nil
    ) -> OptionAnswer {
        var value = CostDistribution()
        value.mean = cost
        value.standardDeviation = cost / 10
        value.standardError = cost / 1000
        (value.p5, value.p10, value.p25, value.p50) = (cost * 0.8, cost * 0.85, cost * 0.9, cost * 0.99)
        (value.p75, value.p90, value.p95, value.cvar95) = (cost * 1.1, cost * 1.15, cost * 1.2, cost * 1.25)
        let saving = baseline.map { $0 - cost }
        let item = cost / 3_000_000
        let months = (0..<2).map { index in
            let sum = Double(index + 1)
            return MonthBand(
                month: YearMonth(year: 2026, month: 12).advanced(by: index), p10: 900, p50: 1000, p90: 1100,
                cumulativeP50: 1000 * sum, savingP10: -10 * sum, savingP50: 5 * sum, savingP90: 20 * sum)
        }
        return OptionAnswer(
            name: name, displayName: title, isBaseline: baseline == nil, deliveryModel: model, presentValue: value,
            costPerTransaction: Distribution80(mean: item, p10: item * 0.85, p50: item * 0.99, p90: item * 1.15),
            breakdown: [0.5, 0.125, 0.0625, 0.0625, 0.0625, 0, 0.0625, 0.0625, 0.0625, 0, 0].map { $0 * cost },
            monthly: months, chanceToBeatBaseline: baseline == nil ? nil : estimate(beats),
            chanceToBeBest: estimate(best),
            netSaving: saving.map { Distribution80(mean: $0, p10: $0 - 400_000, p50: $0, p90: $0 + 400_000) },
            netSavingStandardError: saving.map { abs($0) / 100 },
            survivingShare: saving.map { _ in Distribution80(mean: 0.4, p10: 0.2, p50: 0.41, p90: 0.6) },
            payback: baseline == nil
                ? nil : .init(p10: payback.map { $0 - 4 }, p50: payback, p90: nil, chance: payback == nil ? 0.2 : 0.85),
            peopleAtEnd: 40)
    }

    static let today = option(
        "omaha", "Own team, Omaha", DeliveryModel(ownership: .inHouse, geography: .onshore), cost: 6_000_000, best: 0.02
    )
    static let pune = option(
        "pune", "Deccan Services, Pune", DeliveryModel(ownership: .partner, geography: .offshore), cost: 4_000_000,
        baseline: 6_000_000, beats: 0.97, best: 0.83, payback: 13.2)
    static let guadalajara = option(
        "guadalajara", "Own unit, Guadalajara", DeliveryModel(ownership: .captive, geography: .nearshore),
        cost: 4_400_000, baseline: 6_000_000, beats: 0.9, best: 0.15, payback: 22)
    static let tulsa = option(
        "tulsa", "Prairie Data, Tulsa", DeliveryModel(ownership: .partner, geography: .onshore), cost: 6_200_000,
        baseline: 6_000_000, beats: 0.3, best: 0.001)

    static func sourcingOption(_ answer: OptionAnswer, _ country: String, _ city: String, function: String)
        -> SourcingOption
    {
        var option = SourcingOption(
            name: answer.name, function: function, ownership: answer.deliveryModel.ownership, country: country,
            timeZone: "UTC", isBaseline: answer.isBaseline)
        option.title = answer.displayName
        option.city = city
        return option
    }

    static let drivers: [DriverAnswer] = [
        driver(
            "attrition.pune", "Staff turnover a year, Pune", .sharePerYear, 0.25, 0.38, 0.55, effect: 0.4, worth: 21_000
        ),
        driver("handle-time", "Handle time", .minutes, 2.1, 2.6, 3.4, effect: 0.3, worth: 12_500),
        driver(
            "volume", "Items a month", .count("invoices a month"), 45_000, 50_000, 56_000, effect: 0.1, worth: 0),
        driver("risk.pune.strike", "Strike, Pune", .event, 0, 0, 1, effect: 0.05, worth: 300),
    ]

    static func driver(
        _ name: String, _ title: String, _ unit: Unit, _ p10: Double, _ p50: Double, _ p90: Double, effect: Double,
        worth: Double
    ) -> DriverAnswer {
        DriverAnswer(
            name: name, title: title, unit: unit, p10: p10, p50: p50, p90: p90,
            rankCorrelation: [("omaha", 0.25), ("pune", -0.5)], firstOrderEffect: effect,
            valueOfPerfectInformation: estimate(worth),
            breakEven: name == "attrition.pune" ? .init(value: 0.614, between: ["pune", "guadalajara"]) : nil)
    }

    static let hinges: [Hinge] = [
        Hinge(
            driver: "attrition.pune", low: 0.25, high: 0.55, leadAtLow: 612_000, leadAtHigh: 96_000, breakEven: 0.614),
        Hinge(driver: "handle-time", low: 2.1, high: 3.4, leadAtLow: 180_000, leadAtHigh: 560_000, breakEven: 1.72),
        Hinge(driver: "risk.pune.strike", low: 0, high: 1, leadAtLow: 420_000, leadAtHigh: -60_000, breakEven: nil),
        Hinge(driver: "volume", low: 45_000, high: 56_000, leadAtLow: 380_000, leadAtHigh: 421_000, breakEven: nil),
    ]

    /// The roundings of the steps alone miss the net saving by one.
    static let waterfall = Waterfall(
        option: "pune", baselineHeadline: 5_200_400, optionHeadline: 1_200_000,
        steps: [
            .init(title: "Pay or price rises avoided today", change: 350_400),
            .init(title: "Hiring, training, turnover", change: -1_150_400),
            .init(title: "Transition", change: -1_200_400),
        ], net: 2_000_000)

    static let assumptions: [Assumption] = [
        Assumption(
            key: "attrition.pune", title: "Staff turnover a year, Pune",
            quantity: .published(low: 0.25, likely: 0.38, high: 0.55), unit: .sharePerYear, origin: .published,
            source: "Industry survey 2024", caveat: "our judgement", moves: 516_000),
        Assumption(
            key: "handle-time", title: "Handle time", quantity: .pert(low: 2, likely: 2.5, high: 4), unit: .minutes,
            origin: .stated, source: nil, caveat: nil, moves: 380_000),
        Assumption(
            key: "wage.omaha", title: "Pay, Omaha", quantity: .fixed(21.5), unit: .money(currency: "USD", per: "hour"),
            origin: .atlas, source: "OEWS 2024", caveat: "cited, not read again"),
        Assumption(
            key: "risk.pune.strike", title: "Strike, Pune", quantity: .chance(0.1), unit: .event, origin: .published,
            source: "Published range 2023", caveat: nil, moves: 480_000),
    ]

    static func function(
        _ name: String, _ options: [OptionAnswer], _ recommendation: Recommendation, lead: Double = 400_000,
        waterfall: Waterfall? = nil
    ) -> FunctionDecision {
        FunctionDecision(
            function: name, options: options, baseline: "omaha", recommendation: recommendation,
            rivalry: options.count < 2
                ? nil
                : Rivalry(leader: options[0].name, rival: options[1].name, lead: estimate(lead), hinges: hinges),
            waterfall: waterfall, valueOfPerfectInformation: estimate(options.count < 2 ? 0 : 45_000),
            hiddenShareOfCharges: waterfall == nil ? nil : 0.34)
    }

    static let moves = Recommendation(
        headline: "Move the work to Deccan Services, Pune",
        sentences: [
            "Deccan Services, Pune is the cheapest of 4 options in 83 of 100 simulated futures, and cheaper than today’s way in 97 of 100.",
            "Over 5 years it costs USD\u{a0}4.00\u{a0}M on average; today’s way costs USD\u{a0}6.00\u{a0}M.",
        ], choice: "pune", reason: .cheapest)

    static func decision(_ functions: [FunctionDecision]) -> Decision {
        var work = functions.map { function in
            BusinessFunction(
                name: function.function, kind: .dataEntry, volumePerMonth: Stated(.fixed(50_000)),
                handleTime: Stated(.fixed(2.5)))
        }
        work[0].title = "Invoice entry"
        work[0].item = "invoice"
        let places = ["omaha": ("US", "Omaha"), "pune": ("IN", "Pune"), "guadalajara": ("MX", "Guadalajara")]
        let options = functions.flatMap { function in
            function.options.map { answer in
                let (country, city) = places[answer.name] ?? ("US", "Tulsa")
                return sourcingOption(answer, country, city, function: function.function)
            }
        }
        let theCase = Case(
            title: "Where to enter invoices",
            client: Client(name: "Platte Insurance", country: "US", timeZone: "America/Chicago", currency: "USD"),
            horizon: Horizon(start: YearMonth(year: 2027, month: 1), months: 60, discountRate: 0.08), functions: work,
            options: options)
        return Decision(
            theCase: theCase, trials: 16_384, seed: 7, functions: functions, drivers: drivers, assumptions: assumptions,
            leftOut: [
                "Tax is left out: neither tax on profit nor VAT that cannot be reclaimed is in any sum, so take advice before signing.",
                "What a dearer or cheaper reputation does to sales.",
            ])
    }

    // MARK: Variants

    static let standard = decision([
        function("invoices", [pune, guadalajara, today, tulsa], moves, waterfall: waterfall)
    ])

    static let single = decision([
        function(
            "invoices", [today],
            Recommendation(
                headline: "There is only one option: Own team, Omaha",
                sentences: ["There is nothing to choose: the case names one option."], choice: "omaha",
                reason: .onlyOption))
    ])

    static let keep = decision([
        function(
            "invoices", [today, tulsa],
            Recommendation(
                headline: "Keep the work as it is: Own team, Omaha",
                sentences: ["Nothing else is cheaper on average."], choice: "omaha", reason: .keep),
            lead: 200_000,
            waterfall: Waterfall(
                option: "tulsa", baselineHeadline: 5_000_000, optionHeadline: 5_100_000,
                steps: [.init(title: "Transition", change: -100_000)], net: -200_000))
    ])

    static let apart = decision([
        function(
            "invoices", [pune, guadalajara, today],
            Recommendation(
                headline: "Deccan Services, Pune and Own unit, Guadalajara cannot be told apart by cost",
                sentences: ["Choose between them on other grounds than cost."], choice: nil, reason: .cannotBeToldApart),
            lead: 10, waterfall: waterfall)
    ])

    static let two = decision([
        function("invoices", [pune, guadalajara, today, tulsa], moves, waterfall: waterfall),
        function(
            "calls", [today, tulsa],
            Recommendation(
                headline: "Keep the work as it is: Own team, Omaha", sentences: ["Nothing else is cheaper on average."],
                choice: "omaha", reason: .keep)),
    ])

    static let all = [standard, single, keep, apart, two]
}
