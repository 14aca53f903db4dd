public import Economics
public import Notation
import Sourcing

/// A decision as JSON: the response of `economics.simulate`, and with more keys of `shoreline decide --format json`.
public enum DecisionResponse {
    /// - Parameter complete: adds `recommendation` and `case`.
    public static func tree(of decision: Decision, complete: Bool) -> Tree {
        var entries: [(String, Tree)] = [
            ("trials", .number(decision.trials)), ("seed", .number(Double(decision.seed))),
            ("currency", .text(decision.theCase.client.currency)),
        ]
        if complete { entries.append(("recommendation", recommendation(decision))) }
        let options = decision.theCase.options.compactMap { option in
            decision.functions.lazy.compactMap { $0.option(option.name) }.first
        }
        entries.append(("options", .map(options.map { ($0.name, self.option($0)) })))
        entries.append(("functions", .map(decision.functions.map { ($0.function, function($0)) })))
        entries.append(("drivers", .list(decision.drivers.map(driver))))
        entries.append(("assumptions", .list(decision.assumptions.map(assumption))))
        entries.append(("leftOut", .list(decision.leftOut.map { .text($0) })))
        if complete { entries.append(("case", decision.theCase.document)) }
        return .map(entries)
    }

    private static func recommendation(_ decision: Decision) -> Tree {
        let one = decision.functions.count == 1 ? decision.functions.first : nil
        let text = decision.functions.map { "\($0.recommendation.headline). \($0.recommendation.text)" }
        var entries: [(String, Tree)] = [
            ("text", .text(text.joined(separator: " "))),
            ("choice", .text(one?.recommendation.choice)),
            ("reason", .text(one.map { $0.recommendation.reason.rawValue } ?? "several-functions")),
        ]
        entries.append(
            (
                "functions",
                .map(
                    decision.functions.map {
                        (
                            $0.function,
                            .map([
                                "text": .text("\($0.recommendation.headline). \($0.recommendation.text)"),
                                "choice": .text($0.recommendation.choice),
                                "reason": .text($0.recommendation.reason.rawValue),
                            ])
                        )
                    })
            ))
        return .map(entries)
    }

    private static func option(_ o: OptionAnswer) -> Tree {
        let pv = o.presentValue
        let model = o.deliveryModel
        return .map([
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
                    "mean": .number(pv.mean), "standardDeviation": .number(pv.standardDeviation),
                    "standardError": .number(pv.standardError), "p5": .number(pv.p5), "p10": .number(pv.p10),
                    "p25": .number(pv.p25), "p50": .number(pv.p50), "p75": .number(pv.p75), "p90": .number(pv.p90),
                    "p95": .number(pv.p95), "cvar95": .number(pv.cvar95),
                ])
            ),
            ("costPerTransaction", spread(o.costPerTransaction)),
            (
                "breakdown",
                .map(zip(CostCategory.allCases, o.breakdown).map { ($0.rawValue, .number($1)) })
            ),
            (
                "monthly",
                .list(
                    o.monthly.map {
                        .map([
                            "month": .text($0.month.description), "p10": .number($0.p10), "p50": .number($0.p50),
                            "p90": .number($0.p90), "cumulativeP50": .number($0.cumulativeP50),
                        ])
                    })
            ),
            ("chanceToBeatBaseline", .number(o.chanceToBeatBaseline?.value)),
            ("chanceToBeBest", .number(o.chanceToBeBest.value)),
            ("netSaving", o.netSaving.map(spread) ?? .null),
            ("survivingShare", o.survivingShare.map(spread) ?? .null),
            (
                "paybackMonths",
                o.payback.map {
                    .map([
                        "p10": .number($0.p10), "p50": .number($0.p50), "p90": .number($0.p90),
                        "chance": .number($0.chance),
                    ])
                } ?? .null
            ),
        ])
    }

    private static func spread(_ d: Distribution80) -> Tree {
        .map(["mean": .number(d.mean), "p10": .number(d.p10), "p50": .number(d.p50), "p90": .number(d.p90)])
    }

    private static func estimate(_ e: Estimate) -> Tree {
        .map(["value": .number(e.value), "standardError": .number(e.standardError)])
    }

    private static func function(_ f: FunctionDecision) -> Tree {
        .map([
            ("ranking", .list(f.options.map { .text($0.name) })), ("baseline", .text(f.baseline)),
            ("valueOfPerfectInformation", estimate(f.valueOfPerfectInformation)),
            ("hiddenShareOfCharges", .number(f.hiddenShareOfCharges)),
            (
                "waterfall",
                f.waterfall.map { w in
                    .map([
                        "option": .text(w.option), "headline": .number(w.headline),
                        "steps": .list(
                            w.steps.map { .map(["title": .text($0.title), "change": .number($0.change)]) }),
                        "net": .number(w.net),
                    ])
                } ?? .null
            ),
            (
                "rivalry",
                f.rivalry.map { r in
                    .map([
                        "leader": .text(r.leader), "rival": .text(r.rival), "lead": estimate(r.lead),
                        "hinges": .list(
                            r.hinges.map {
                                .map([
                                    "driver": .text($0.driver), "low": .number($0.low), "high": .number($0.high),
                                    "leadAtLow": .number($0.leadAtLow), "leadAtHigh": .number($0.leadAtHigh),
                                    "breakEven": .number($0.breakEven),
                                ])
                            }),
                    ])
                } ?? .null
            ),
        ])
    }

    private static func driver(_ d: DriverAnswer) -> Tree {
        .map([
            ("name", .text(d.name)), ("title", .text(d.title)), ("unit", .text(word(d.unit))), ("p10", .number(d.p10)),
            ("p50", .number(d.p50)), ("p90", .number(d.p90)),
            ("rankCorrelation", .map(d.rankCorrelation.map { ($0.option, .number($0.value)) })),
            ("firstOrderEffect", .number(d.firstOrderEffect)),
            ("valueOfPerfectInformation", .number(d.valueOfPerfectInformation.value)),
            ("valueOfPerfectInformationStandardError", .number(d.valueOfPerfectInformation.standardError)),
            (
                "breakEven",
                d.breakEven.map {
                    .map([
                        "value": .number($0.value), "unit": .text(word(d.unit)),
                        "between": .list($0.between.map { .text($0) }),
                    ])
                } ?? .null
            ),
        ])
    }

    private static func assumption(_ a: Assumption) -> Tree {
        .map([
            ("key", .text(a.key)), ("title", .text(a.title)), ("value", quantity(a.quantity)),
            ("unit", .text(word(a.unit))),
            ("origin", .text(a.origin.rawValue)), ("source", .text(a.source)), ("caveat", .text(a.caveat)),
            ("moves", .number(a.moves)),
        ])
    }

    private static func quantity(_ q: Quantity) -> Tree {
        switch q {
        case .fixed(let value): return .number(value)
        case .pert(let low, let likely, let high):
            return .map(["low": .number(low), "likely": .number(likely), "high": .number(high)])
        case .published(let low, let likely, let high):
            // A published range is P10, mode, P90: not the least and the most.
            return .map(["p10": .number(low), "mode": .number(likely), "p90": .number(high)])
        case .percentiles(let p10, let p50, let p90, let min, let max):
            var entries: [(String, Tree)] = [("p10", .number(p10)), ("p50", .number(p50)), ("p90", .number(p90))]
            if let min { entries.append(("min", .number(min))) }
            if let max { entries.append(("max", .number(max))) }
            return .map(entries)
        case .normal(let mean, let sd): return .map(["mean": .number(mean), "sd": .number(sd)])
        case .uniform(let low, let high): return .map(["uniform": .list([.number(low), .number(high)])])
        case .lognormal(let p10, let p90): return .map(["lognormal": .list([.number(p10), .number(p90)])])
        case .chance(let p): return .map(["chance": .number(p)])
        }
    }

    private static func word(_ unit: Unit) -> String {
        switch unit {
        case .share: "share"
        case .sharePerYear: "per year"
        case .money(let currency, let per): per.map { "\(currency) per \($0)" } ?? currency
        case .minutes: "minutes"
        case .hours: "hours"
        case .weeks: "weeks"
        case .months: "months"
        case .years: "years"
        case .number: "number"
        case .factor: "factor"
        case .event: "event"
        case .exchangeRate(let currency): "standard deviations of \(currency)"
        case .count(let what): what
        }
    }
}
