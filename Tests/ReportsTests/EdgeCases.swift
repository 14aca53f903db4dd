import Economics
import Sourcing

/// Decisions that are easily got wrong on paper.
enum EdgeCases {
    static var all: [(name: String, decision: Decision)] {
        [
            ("report", Fixtures.decision()), ("one-option", oneOption), ("keep", keep), ("open", open),
            ("no-payback", noPayback), ("headline-loss", headlineLoss), ("long-names", longNames), ("twelve", twelve),
            ("one-month", Fixtures.decision(months: 1)), ("600-months", Fixtures.decision(months: 600)),
            ("not-numbers", notNumbers), ("several", several), ("hostile", hostile), ("empty", empty),
            ("certain", certain),
        ]
    }

    /// No word of the text is a NaN or an infinity ("governance" is none).
    static func holdsOnlyNumbers(_ text: String) -> Bool {
        Set(text.lowercased().split { !$0.isLetter }).isDisjoint(with: ["nan", "inf", "infinity"])
    }

    static var oneOption: Decision {
        edit { decision in
            decision.functions[0].options = [Fixtures.answer(Fixtures.sketches[3])]
            decision.functions[0].rivalry = nil
            decision.functions[0].waterfall = nil
            decision.functions[0].hiddenShareOfCharges = nil
            decision.functions[0].recommendation = Recommendation(
                headline: "Only one option was given", sentences: ["It costs $6.73 M on average."], choice: nil,
                reason: .onlyOption)
        }
    }

    static var keep: Decision {
        edit { decision in
            var today = Fixtures.sketches[3]
            (today.p10, today.p50, today.p90, today.mean, today.best) = (3e6, 3.4e6, 3.9e6, 3.41e6, 0.9)
            decision.functions[0].options =
                [Fixtures.answer(today)] + Fixtures.sketches.prefix(3).map { Fixtures.answer($0) }
            for index in 1...3 {
                decision.functions[0].options[index].netSaving = .init(
                    mean: -600_000, p10: -1_200_000, p50: -580_000, p90: 90_000)
                decision.functions[0].options[index].payback = .init(p10: nil, p50: nil, p90: nil, chance: 0.08)
            }
            decision.functions[0].rivalry?.leader = "keep"
            decision.functions[0].rivalry?.rival = "pune"
            decision.functions[0].recommendation = Recommendation(
                headline: "Keep the work in Chicago", sentences: ["Today’s way is the cheapest in 90 of 100 futures."],
                choice: "keep", reason: .keep)
        }
    }

    static var open: Decision {
        edit { decision in
            decision.functions[0].rivalry?.lead = Estimate(2000, standardError: 2100)
            decision.functions[0].recommendation = Recommendation(
                headline: "Pune and Manila cannot be told apart",
                sentences: ["Their costs differ by less than the simulation can tell."],
                choice: nil, reason: .cannotBeToldApart)
        }
    }

    static var noPayback: Decision {
        edit { decision in
            decision.functions[0].options[0].payback = .init(p10: 40, p50: nil, p90: nil, chance: 0.3)
            decision.functions[0].options[0].netSaving = .init(
                mean: -200_000, p10: -900_000, p50: -210_000, p90: 400_000)
        }
    }

    static var headlineLoss: Decision {
        edit { decision in
            decision.functions[0].options[0].survivingShare = nil
            decision.functions[0].waterfall = Waterfall(
                option: "pune", baselineHeadline: 1_000_000, optionHeadline: 1_400_000,
                steps: [
                    .init(title: "Governance and travel", change: -300_000),
                    .init(title: "Desks freed", change: 100_000),
                ],
                net: -600_000)
            decision.functions[0].options[0].breakdown[9] = -400_000
        }
    }

    static var longNames: Decision {
        edit { decision in
            let long = "The Very Long Established Business Process Company, Coimbatore"
            for index in decision.functions[0].options.indices {
                decision.functions[0].options[index].displayName = "\(index + 1) " + long
            }
            decision.functions[0].options[1].displayName = String(repeating: "Donaudampfschifffahrt", count: 3)
        }
    }

    static var twelve: Decision {
        edit { decision in
            let base = Fixtures.sketches
            decision.functions[0].options = (0..<12).map { index in
                var sketch = base[index == 0 ? 3 : index % 3]
                if index > 0 {
                    sketch.name = "option\(index)"
                    sketch.title = "Option number \(index), a partner"
                    sketch.model = DeliveryModel(
                        ownership: index % 2 == 0 ? .captive : .partner, geography: Geography.allCases[index % 3])
                }
                sketch.best = 1.0 / 12
                return Fixtures.answer(sketch, scale: 0.8 + 0.05 * Double(index))
            }
            decision.functions[0].recommendation.choice = "option3"
            decision.functions[0].rivalry?.leader = "option3"
            decision.functions[0].rivalry?.rival = "option1"
            decision.functions[0].waterfall = nil
        }
    }

    /// What an engine should never hand over.
    static var notNumbers: Decision {
        edit { decision in
            decision.functions[0].options[0].presentValue = CostDistribution()
            decision.functions[0].options[1].presentValue.p90 = .infinity
            decision.functions[0].options[1].breakdown = [.nan]
            decision.functions[0].options[2].costPerTransaction = .init(mean: .nan, p10: .nan, p50: .nan, p90: .nan)
            decision.functions[0].options[2].monthly = []
            decision.functions[0].options[0].monthly[3].savingP50 = .nan
            decision.functions[0].options[0].chanceToBeBest = Estimate(.nan, standardError: .nan)
            decision.functions[0].rivalry?.hinges[0].leadAtLow = .nan
            decision.functions[0].rivalry?.lead = Estimate(.nan, standardError: .nan)
            decision.functions[0].valueOfPerfectInformation = Estimate(.nan, standardError: .nan)
            decision.assumptions[1].moves = .nan
        }
    }

    static var several: Decision {
        edit { decision in
            var second = decision.functions[0]
            second.function = "calls"
            for index in second.options.indices { second.options[index].name += "-calls" }
            second.baseline = "keep-calls"
            second.recommendation = Recommendation(
                headline: "Pune and Manila cannot be told apart", sentences: ["Their costs are too close."],
                choice: nil,
                reason: .cannotBeToldApart)
            second.rivalry?.leader = "pune-calls"
            second.rivalry?.rival = "manila-calls"
            second.waterfall?.option = "pune-calls"
            decision.functions.append(second)
        }
    }

    static let attack = "<script>alert(1)</script>&\"'"

    static var hostile: Decision {
        edit(title: attack) { decision in
            decision.theCase.note = attack
            decision.theCase.client.name = attack
            decision.theCase.functions[0].title = attack
            decision.theCase.functions[0].item = attack
            for index in decision.theCase.options.indices { decision.theCase.options[index].city = attack }
            decision.functions[0].options[0].displayName = attack
            decision.functions[0].options[1].displayName = "=HYPERLINK(\"http://example.org\")"
            decision.functions[0].options[0].name = "a \"b\" <c>"
            decision.functions[0].recommendation.headline = attack
            decision.functions[0].recommendation.sentences = [attack]
            decision.functions[0].waterfall?.steps[0].title = attack
            decision.drivers[0].title = attack
            decision.assumptions[0].title = attack
            decision.assumptions[0].source = attack + "\u{0}\u{1B}"
            decision.assumptions[0].caveat = attack
            decision.leftOut = [attack]
        }
    }

    static var empty: Decision {
        edit { decision in
            decision.functions[0].options = []
            decision.functions[0].rivalry = nil
            decision.functions[0].waterfall = nil
            decision.drivers = []
            decision.assumptions = []
            decision.leftOut = []
        }
    }

    /// No uncertainty at all: every spread is a point.
    static var certain: Decision {
        edit { decision in
            decision.drivers = []
            decision.functions[0].rivalry?.hinges = []
            for index in decision.functions[0].options.indices {
                var pv = CostDistribution()
                pv.mean = decision.functions[0].options[index].presentValue.mean
                (pv.p5, pv.p10, pv.p25, pv.p50, pv.p75, pv.p90, pv.p95, pv.cvar95) = (
                    pv.mean, pv.mean, pv.mean, pv.mean, pv.mean, pv.mean, pv.mean, pv.mean
                )
                decision.functions[0].options[index].presentValue = pv
            }
        }
    }

    private static func edit(title: String = "Accounts payable back office", _ change: (inout Decision) -> Void)
        -> Decision
    {
        var decision = Fixtures.decision(title: title)
        change(&decision)
        return decision
    }
}
