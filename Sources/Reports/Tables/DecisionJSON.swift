public import Economics
public import Notation
import Sourcing

/// The decision for machines: the shape of `economics.simulate`. What is not known is `null`.
public enum DecisionJSON {
    /// - Parameters:
    ///   - includeCase: echoes the case's document.
    ///   - includeRecommendation: adds what the numbers say in words.
    public static func tree(
        for decision: Decision, includeCase: Bool = true, includeRecommendation: Bool = true
    ) -> Tree {
        var entries: [(String, Tree)] = [
            ("trials", .number(decision.trials)),
            // Beyond 2^53 a JSON number is no longer exact.
            ("seed", decision.seed < 1 << 53 ? .number(Double(decision.seed)) : .text(String(decision.seed))),
            ("currency", .text(decision.theCase.client.currency)),
            ("options", .map(decision.functions.flatMap(\.options).map { ($0.name, option($0)) })),
            ("functions", .map(decision.functions.map { ($0.function, function($0, words: includeRecommendation)) })),
            ("drivers", .list(decision.drivers.map(driver))),
            ("assumptions", .list(decision.assumptions.map(assumption))),
            ("leftOut", .list(decision.leftOut.map { .text($0) })),
        ]
        if includeRecommendation, let first = decision.functions.first, decision.functions.count == 1 {
            entries.append(("recommendation", recommendation(first.recommendation)))
        } else if includeRecommendation {
            entries.append(
                ("recommendation", .map(decision.functions.map { ($0.function, recommendation($0.recommendation)) })))
        }
        if includeCase { entries.append(("case", decision.theCase.document)) }
        return .map(entries)
    }

    // MARK: Parts

    static func option(_ option: OptionAnswer) -> Tree {
        let model = option.deliveryModel
        let pv = option.presentValue
        var entries: [(String, Tree)] = [
            ("title", .text(option.displayName)),
            ("baseline", .bool(option.isBaseline)),
            (
                "deliveryModel",
                .map([
                    "ownership": .text(model.ownership.rawValue), "geography": .text(model.geography.rawValue),
                    "outsourced": .bool(model.outsourced), "offshored": .bool(model.offshored),
                ])
            ),
            (
                "presentValue",
                .map([
                    "mean": known(pv.mean), "standardDeviation": known(pv.standardDeviation),
                    "standardError": known(pv.standardError), "medianStandardError": known(pv.medianStandardError),
                    "p5": known(pv.p5), "p10": known(pv.p10), "p25": known(pv.p25), "p50": known(pv.p50),
                    "p75": known(pv.p75), "p90": known(pv.p90), "p95": known(pv.p95), "cvar95": known(pv.cvar95),
                    "histogram": .map([
                        "low": known(pv.histogramLow), "high": known(pv.histogramHigh),
                        "counts": .list(pv.histogram.map { .number($0) }),
                    ]),
                ])
            ),
            ("costPerTransaction", spread(option.costPerTransaction)),
            ("breakdown", .map(CostCategory.allCases.map { ($0.rawValue, known(option.part($0))) })),
            ("monthly", .list(option.monthly.map { month($0, isBaseline: option.isBaseline) })),
            ("chanceToBeatBaseline", known(option.chanceToBeatBaseline?.value)),
            ("chanceToBeatBaselineStandardError", known(option.chanceToBeatBaseline?.standardError)),
            ("chanceToBeBest", known(option.chanceToBeBest.value)),
            ("chanceToBeBestStandardError", known(option.chanceToBeBest.standardError)),
        ]
        let payback = option.payback.map { payback in
            Tree.map([
                "p10": known(payback.p10), "p50": known(payback.p50), "p90": known(payback.p90),
                "chance": known(payback.chance),
            ])
        }
        entries.append(("paybackMonths", payback ?? .null))
        entries.append(("netSaving", option.netSaving.map(spread) ?? .null))
        entries.append(("netSavingStandardError", known(option.netSavingStandardError)))
        entries.append(("survivingShare", option.survivingShare.map(spread) ?? .null))
        entries.append(("peopleAtEnd", known(option.peopleAtEnd)))
        return .map(entries)
    }

    private static func month(_ band: MonthBand, isBaseline: Bool) -> Tree {
        var entries: [(String, Tree)] = [
            ("month", .text(band.month.description)), ("p10", known(band.p10)), ("p50", known(band.p50)),
            ("p90", known(band.p90)), ("cumulativeP50", known(band.cumulativeP50)),
        ]
        if !isBaseline {
            entries += [
                ("savingP10", known(band.savingP10)), ("savingP50", known(band.savingP50)),
                ("savingP90", known(band.savingP90)),
            ]
        }
        return .map(entries)
    }

    private static func function(_ answer: FunctionDecision, words: Bool) -> Tree {
        let rivalry = answer.rivalry.map { rivalry in
            Tree.map([
                "leader": .text(rivalry.leader), "rival": .text(rivalry.rival), "lead": estimate(rivalry.lead),
                "hinges": .list(
                    rivalry.hinges.map { hinge in
                        .map([
                            "driver": .text(hinge.driver), "low": known(hinge.low), "high": known(hinge.high),
                            "leadAtLow": known(hinge.leadAtLow), "leadAtHigh": known(hinge.leadAtHigh),
                            "swing": known(hinge.swing), "breakEven": known(hinge.breakEven),
                        ])
                    }),
            ])
        }
        let waterfall = answer.waterfall.map { fall in
            Tree.map([
                "option": .text(fall.option), "baselineHeadline": known(fall.baselineHeadline),
                "optionHeadline": known(fall.optionHeadline), "headline": known(fall.headline),
                "steps": .list(fall.steps.map { .map(["title": .text($0.title), "change": known($0.change)]) }),
                "net": known(fall.net),
            ])
        }
        var entries: [(String, Tree)] = [
            ("ranking", .list(answer.options.map { .text($0.name) })), ("baseline", .text(answer.baseline)),
            ("rivalry", rivalry ?? .null), ("waterfall", waterfall ?? .null),
            ("valueOfPerfectInformation", estimate(answer.valueOfPerfectInformation)),
            ("hiddenShareOfCharges", known(answer.hiddenShareOfCharges)),
        ]
        if words { entries.append(("recommendation", recommendation(answer.recommendation))) }
        return .map(entries)
    }

    private static func recommendation(_ recommendation: Recommendation) -> Tree {
        .map([
            "headline": .text(recommendation.headline), "text": .text(recommendation.text),
            "choice": .text(recommendation.choice), "reason": .text(recommendation.reason.rawValue),
        ])
    }

    private static func driver(_ driver: DriverAnswer) -> Tree {
        let breakEven = driver.breakEven.map { breakEven in
            Tree.map([
                "value": known(breakEven.value), "unit": .text(UnitFormat.machine(driver.unit)),
                "between": .list(breakEven.between.map { .text($0) }),
            ])
        }
        return .map([
            "name": .text(driver.name), "title": .text(driver.title), "unit": .text(UnitFormat.machine(driver.unit)),
            "p10": known(driver.p10), "p50": known(driver.p50), "p90": known(driver.p90),
            "rankCorrelation": .map(driver.rankCorrelation.map { ($0.option, known($0.value)) }),
            "firstOrderEffect": known(driver.firstOrderEffect),
            "valueOfPerfectInformation": known(driver.valueOfPerfectInformation.value),
            "valueOfPerfectInformationStandardError": known(driver.valueOfPerfectInformation.standardError),
            "breakEven": breakEven ?? .null,
        ])
    }

    private static func assumption(_ assumption: Assumption) -> Tree {
        .map([
            "key": .text(assumption.key), "title": .text(assumption.title), "value": quantity(assumption.quantity),
            "unit": .text(UnitFormat.machine(assumption.unit)), "origin": .text(assumption.origin.rawValue),
            "source": .text(assumption.source), "caveat": .text(assumption.caveat), "moves": known(assumption.moves),
        ])
    }

    /// The notation of the case file.
    private static func quantity(_ quantity: Quantity) -> Tree {
        switch quantity {
        case .fixed(let value): known(value)
        case .pert(let low, let likely, let high), .published(let low, let likely, let high):
            .map(["low": known(low), "likely": known(likely), "high": known(high)])
        case .percentiles(let p10, let p50, let p90, let least, let most):
            .map(
                [("p10", known(p10)), ("p50", known(p50)), ("p90", known(p90))]
                    + [least.map { ("min", known($0)) }, most.map { ("max", known($0)) }].compactMap(\.self))
        case .normal(let mean, let sd): .map(["mean": known(mean), "sd": known(sd)])
        case .uniform(let low, let high): .map(["uniform": .list([known(low), known(high)])])
        case .lognormal(let p10, let p90): .map(["lognormal": .list([known(p10), known(p90)])])
        case .chance(let p): .map(["chance": known(p)])
        }
    }

    private static func spread(_ spread: Distribution80) -> Tree {
        .map([
            "mean": known(spread.mean), "p10": known(spread.p10), "p50": known(spread.p50), "p90": known(spread.p90),
        ])
    }

    private static func estimate(_ estimate: Estimate) -> Tree {
        .map(["value": known(estimate.value), "standardError": known(estimate.standardError)])
    }

    /// JSON has no NaN: what is no number is not known.
    private static func known(_ value: Double?) -> Tree {
        guard let value, value.isFinite else { return .null }
        return .number(value)
    }
}

extension UnitFormat {
    /// The unit as a machine reads it, `per year`; nil for a plain number.
    static func machine(_ unit: Unit) -> String? {
        switch unit {
        case .share: "fraction"
        case .sharePerYear: "per year"
        case .money(let currency, let per): per.map { "\(currency) per \($0)" } ?? currency
        case .minutes: "minutes"
        case .hours: "hours"
        case .weeks: "weeks"
        case .months: "months"
        case .years: "years"
        case .number: nil
        case .factor: "factor"
        case .event: "event"
        case .exchangeRate(let currency): "standard normal, \(currency)"
        case .count(let word): word
        }
    }
}
