public import Choosing
import Economics
public import Notation
import Sourcing

/// A choice as JSON: `shoreline choose --format json`. Points run from 0 to 100, shares and weights from 0 to 1.
public enum ChoiceResponse {
    public static func tree(of choice: Choice) -> Tree { .map(answer(choice) + reasons(choice) + checks(choice)) }

    private static func answer(_ choice: Choice) -> [(String, Tree)] {
        [
            ("function", .text(choice.evaluation.function)), ("headline", .text(choice.headline)),
            ("text", .text(choice.text)), ("samples", .number(choice.samples)), ("trials", .number(choice.trials)),
            ("seed", .number(Double(choice.seed))), ("currency", .text(choice.theCase.client.currency)),
            ("ranking", .list(choice.ranking.map(partner))), ("excluded", .list(choice.excluded.map(exclusion))),
        ]
    }

    private static func reasons(_ choice: Choice) -> [(String, Tree)] {
        let weights: Tree = .map([
            "form": .text(choice.weights.form), "consistency": .text(choice.weights.consistency),
            "mend": .text(choice.weights.mend), "drawn": .text(choice.weights.drawn),
        ])
        return [
            ("rivalry", choice.rivalry.map(rivalry) ?? .null), ("criteria", .list(choice.criteria.map(criterion))),
            ("weights", weights), ("price", choice.price.map(price) ?? .null),
            ("missing", .list(choice.missing.map(missing))),
            ("evaluators", choice.evaluators.map(evaluators) ?? .null),
            ("secondOpinion", choice.secondOpinion.map(opinion) ?? .null),
        ]
    }

    private static func checks(_ choice: Choice) -> [(String, Tree)] {
        let dominance = choice.dominance.map { Tree.map(["better": .text($0.better), "worse": .text($0.worse)]) }
        let idle = choice.idle.map {
            Tree.map([
                "criterion": .text($0.criterion), "points": .number($0.spread), "weight": .number($0.weight),
            ])
        }
        let twins = choice.twins.map {
            Tree.map([
                "criteria": .list([.text($0.first), .text($0.second)]), "rankCorrelation": .number($0.correlation),
                "weight": .number($0.weight),
            ])
        }
        let vetoes = choice.vetoes.map {
            Tree.map(["partner": .text($0.partner), "criterion": .text($0.criterion), "share": .number($0.share)])
        }
        return [
            ("dominance", .list(dominance)), ("hardlySeparate", .list(idle)), ("mayCountTwice", .list(twins)),
            ("vetoes", .list(vetoes)), ("assumptions", .list(choice.assumptions.map { .text($0) })),
        ]
    }

    private static func numbers(_ values: [String: Double]) -> Tree {
        .map(values.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
    }

    private static func partner(_ p: Choice.PartnerAnswer) -> Tree {
        .map([
            ("name", .text(p.name)), ("title", .text(p.title)), ("rank", .number(p.rank)),
            ("points", .number(p.points)),
            ("rankAcceptability", .list(p.ranks.map { .number($0) })),
            ("standardError", .list(p.standardErrors.map { .number($0) })),
            ("conditions", .list(p.conditions.map { .text($0) })), ("beats", numbers(p.beats)),
            ("centralWeights", p.centralWeights.map(numbers) ?? .null), ("confidence", .number(p.confidence)),
            ("contributions", numbers(p.contributions)), ("values", numbers(p.values)),
            ("unknown", .list(p.unknown.map { .text($0) })),
            (
                "cost",
                p.cost.map {
                    .map([
                        "mean": .number($0.mean), "p10": .number($0.p10), "p50": .number($0.p50),
                        "p90": .number($0.p90),
                    ])
                } ?? .null
            ),
        ])
    }

    private static func exclusion(_ e: Choice.Exclusion) -> Tree {
        .map([
            "name": .text(e.name), "title": .text(e.title),
            "failed": .list(e.failed.map { .map(["gate": .text($0.gate), "evidence": .text($0.evidence)]) }),
        ])
    }

    private static func rivalry(_ r: Choice.Rivalry) -> Tree {
        .map([
            ("winner", .text(r.winner)), ("runnerUp", .text(r.runnerUp)), ("lead", .number(r.lead)),
            ("beats", .number(r.beats)), ("cannotBeToldApart", .bool(r.isTie)),
            (
                "differences",
                .list(r.differences.map { .map(["criterion": .text($0.criterion), "points": .number($0.points)]) })
            ),
            (
                "weakSpots",
                .list(
                    r.weakSpots.map {
                        .map([
                            "criterion": .text($0.criterion), "value": .number($0.value), "best": .text($0.best),
                            "bestValue": .number($0.bestValue), "words": .text($0.words),
                        ])
                    })
            ),
            (
                "flips",
                .list(
                    r.flips.map { flip in
                        .map([
                            "rival": .text(flip.rival), "distance": .number(flip.distance),
                            "largestChange": .number(flip.largestChange),
                            "weights": .list(
                                flip.weights.map {
                                    .map([
                                        "criterion": .text($0.criterion), "from": .number($0.from),
                                        "to": .number($0.to),
                                    ])
                                }),
                        ])
                    })
            ),
        ])
    }

    private static func criterion(_ c: Choice.CriterionAnswer) -> Tree {
        .map([
            "name": .text(c.name), "title": .text(c.title), "group": .text(c.group), "kind": .text(c.kind.rawValue),
            "weight": .number(c.weight), "weightLow": .number(c.weightLow), "weightHigh": .number(c.weightHigh),
            "staysFirst": c.stays.map { .list([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null,
        ])
    }

    private static func price(_ p: Choice.PriceAnswer) -> Tree {
        .map([
            "criterion": .text(p.criterion), "worst": .number(p.worst), "best": .number(p.best),
            "ties": .list(
                p.ties.map {
                    .map([
                        ("partner", .text($0.partner)), ("with", .text($0.with)), ("asks", .number($0.asks)),
                        ("unit", .text($0.unit)), ("currency", .text($0.currency)), ("factor", .number($0.factor)),
                        ("tiesAt", .number($0.tiesAt)), ("cost", .number($0.cost)),
                        ("costAtTie", .number($0.costAtTie)),
                    ])
                }),
            "outsideScale": .list(
                p.outside.map { .map(["partner": .text($0.partner), "share": .number($0.share)]) }),
        ])
    }

    private static func missing(_ m: Choice.MissingAnswer) -> Tree {
        let kind =
            switch m.kind {
            case .gate: "gate"
            case .fact: "fact"
            case .score: "score"
            }
        return .map([
            "kind": .text(kind), "partner": .text(m.partner), "subject": .text(m.subject), "worth": .number(m.worth),
            "chanceToChange": m.kind == .gate ? .null : .number(m.chanceToChange), "sentence": .text(m.sentence),
        ])
    }

    private static func evaluators(_ e: Choice.EvaluatorAnswer) -> Tree {
        func cell(_ c: Choice.EvaluatorAnswer.Cell) -> Tree {
            .map([
                "partner": .text(c.partner), "criterion": .text(c.criterion),
                "scores": .list(c.scores.map { .number($0) }), "spread": .number(c.spread),
                "medianAbsoluteDeviation": .number(c.deviation), "notes": .list(c.notes.map { .text($0) }),
            ])
        }
        return .map([
            ("kendallW", .number(e.kendallW)), ("kendallP", .number(e.kendallP)),
            (
                "icc",
                e.icc.map { .map(["value": .number($0.value), "low": .number($0.low), "high": .number($0.high)]) }
                    ?? .null
            ),
            (
                "views",
                .list(
                    e.views.map {
                        .map([
                            "name": .text($0.name), "points": numbers($0.points), "first": .text($0.first),
                            "firstWithoutPrice": .text($0.firstWithoutPrice), "firstWithout": .text($0.firstWithout),
                            "scored": .number($0.scored), "asked": .number($0.asked),
                        ])
                    })
            ),
            ("talkAbout", .list(e.talkAbout.map(cell))), ("cells", .list(e.cells.map(cell))),
        ])
    }

    private static func opinion(_ o: Choice.SecondOpinion) -> Tree {
        .map([
            "agrees": .bool(o.agrees), "sentence": .text(o.sentence),
            "flows": .list(
                o.flows.map {
                    .map([
                        "partner": .text($0.partner), "phi": .number($0.net), "phiPlus": .number($0.plus),
                        "phiMinus": .number($0.minus),
                    ])
                }),
            "incomparable": .list(o.incomparable.map { .list([.text($0.0), .text($0.1)]) }),
        ])
    }
}
