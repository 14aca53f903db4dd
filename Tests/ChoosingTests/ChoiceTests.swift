import Economics
import Notation
import Sourcing
import Testing

@testable import Choosing

@Suite struct ChoiceTests {
    func choose(_ text: String, samples: Int = 20_000, threads: Int = 1) throws -> Choice {
        try ChoiceFixtures.choose(text, samples: samples, threads: threads)
    }

    /// 0.6 · 0.8 + 0.4 · 0.5 = 0.68; 0.6 · 0.5 + 0.4 · 0.9 = 0.66; 0.6 · 0.2 + 0.4 · 0.2 = 0.20.
    @Test func pointsByHand() throws {
        let choice = try choose(ChoiceFixtures.certain)
        #expect(choice.ranking.map(\.name) == ["a", "b", "c"])
        for (answer, points) in zip(choice.ranking, [68.0, 66, 20]) { #expect(abs(answer.points - points) < 1e-4) }
        let rivalry = try #require(choice.rivalry)
        #expect(abs(rivalry.lead - 2) < 1e-4)
        #expect(choice.ranking[0].ranks == [1, 0, 0])
        // a: 0.8 s + 0.5 (1 − s) against b: 0.5 s + 0.9 (1 − s): equal at s = 4/7.
        let size = try #require(choice.criteria.first { $0.name == "size" }?.stays)
        #expect(abs(size.lowerBound - 4.0 / 7) < 1e-5 && size.upperBound == 1)
        #expect(abs(choice.ranking[0].contributions.values.reduce(0, +) - choice.ranking[0].points) < 1e-9)
    }

    @Test func aFailedGateIsOutWhateverElse() throws {
        let text = ChoiceFixtures.certain.replacing("a: { facts", with: "a: { gates: { iso: fail }, facts")
            .replacing("  criteria:", with: "  gates: { iso: { title: ISO } }\n  criteria:")
        let choice = try choose(text)
        #expect(choice.ranking.map(\.name) == ["b", "c"])
        #expect(choice.excluded.map(\.name) == ["a"])
        // Not known is neither a pass nor a score: in, on condition, with the same points as before.
        #expect(choice.ranking[0].conditions == ["iso"])
        #expect(abs(choice.ranking[0].points - 66) < 1e-4)
        #expect(choice.text.contains("on condition"))
        let gate = try #require(choice.missing.first { $0.kind == .gate && $0.partner == "b" })
        #expect(gate.sentence == "Yes: a fail would take it out, and c would be first.")
    }

    @Test func everyPartnerMayFail() throws {
        let text = ChoiceFixtures.certain.replacing("{ facts", with: "{ gates: { iso: fail }, facts")
            .replacing("  criteria:", with: "  gates: { iso: {} }\n  criteria:")
        let choice = try choose(text)
        #expect(choice.ranking.isEmpty && choice.excluded.count == 3)
        #expect(choice.headline == "No partner passes the must-haves")
    }

    /// Under the default method another bid changes nobody's points.
    @Test func droppingAPartnerReordersNobody() throws {
        let all = try choose(ChoiceFixtures.certain)
        let two = try choose(
            ChoiceFixtures.certain.replacing("    c: { facts: { size: 20, age: 2 } }\n", with: ""))
        #expect(two.ranking.map(\.name) == ["a", "b"])
        for (x, y) in zip(all.ranking, two.ranking) { #expect(x.points == y.points) }
    }

    @Test func aDuplicateTiesExactly() throws {
        let text = ChoiceFixtures.text(
            criteria: """
                skill: { levels: [bad, fair, good], weight: 60 }
                age: { unit: years, scale: { worst: 0, best: 10 }, weight: 40 }
                """,
            partners: """
                a: { scores: { ana: { skill: 3 }, ben: { skill: 1 } }, facts: { age: { low: 2, likely: 4, high: 8 } } }
                b: { scores: { ana: { skill: 2 }, ben: { skill: 2 }, carl: { skill: 3 } } }
                twin: { scores: { ana: { skill: 3 }, ben: { skill: 1 } }, facts: { age: { low: 2, likely: 4, high: 8 } } }
                """)
        let choice = try choose(text)
        let (a, twin) = (try #require(choice.partner("a")), try #require(choice.partner("twin")))
        #expect(a.points == twin.points && a.rank == twin.rank)
        #expect(a.ranks == twin.ranks)
        #expect(choice.dominance.isEmpty)
    }

    @Test func aDominatedPartnerIsNeverFirst() throws {
        let text = ChoiceFixtures.text(
            criteria: """
                skill: { levels: [bad, fair, good], weight: 60 }
                care: { levels: [bad, fair, good], weight: 40 }
                """,
            partners: """
                a: { scores: { ana: { skill: 3, care: 2 }, ben: { skill: 2, care: 3 } } }
                b: { scores: { ana: { skill: 2, care: 2 }, ben: { skill: 2, care: 1 } } }
                c: { scores: { ana: { skill: 1, care: 3 }, ben: { skill: 3, care: 1 } } }
                """)
        let choice = try choose(text)
        #expect(choice.dominance.map { "\($0.better) > \($0.worse)" } == ["a > b"])
        #expect(choice.partner("b")?.first == 0)
    }

    /// Two evaluators who see opposite things are a mixture: each partner is first half of the time, never a tie of means.
    @Test func evaluatorsWhoDisagreeAreAMixture() throws {
        let text = ChoiceFixtures.text(
            criteria: "skill: { levels: [bad, fair, good], weight: 100 }",
            partners: """
                a: { scores: { ana: { skill: 3 }, ben: { skill: 1 } } }
                b: { scores: { ana: { skill: 1 }, ben: { skill: 3 } } }
                """)
        let choice = try choose(text, samples: 40_000)
        #expect(choice.ranking.allSatisfy { abs($0.first - 0.5) < 0.01 })
        #expect(choice.rivalry?.isTie == true)
        #expect(choice.headline == "a and b cannot be told apart")
        let talk = try #require(choice.evaluators?.talkAbout)
        #expect(talk.count == 2 && talk[0].spread == 1)
        #expect(choice.evaluators?.views.first { $0.name == "ana" }?.firstWithout == "b")
    }

    /// Cost by hand: 12 months × 1,000 items × 1 dollar = 12,000. On the scale 20,000 to 10,000 that is 0.8.
    static let priced = ChoiceFixtures.text(
        criteria: """
            price: { scale: { worst: 20000, best: 10000 }, weight: { low: 50, high: 50.000001 } }
            age: { unit: years, scale: { worst: 0, best: 10 }, weight: { low: 50, high: 50.000001 } }
            """,
        partners: """
            a: { option: pune, facts: { age: 4 } }
            b: { bid: { like: pune, price: { perTransaction: 1.5 } }, facts: { age: 8 } }
            """)

    @Test func priceIsTheTotalCostOnAnAbsoluteScale() throws {
        let choice = try choose(Self.priced)
        // a: (0.8 + 0.4) / 2; b: 18,000 → 0.2, (0.2 + 0.8) / 2.
        #expect(abs((choice.partner("a")?.points ?? 0) - 60) < 1e-3)
        #expect(abs((choice.partner("b")?.points ?? 0) - 50) < 1e-3)
        #expect(abs((choice.partner("a")?.cost?.mean ?? 0) - 12_000) < 1e-6)
    }

    /// b ties when its price value is 0.4: 16,000, 4/3 dollars an item. a ties when its own is 0.6: 14,000, 7/6 dollars.
    @Test func breakEvenPriceByHand() throws {
        let price = try #require(try choose(Self.priced).price)
        let b = try #require(price.ties.first { $0.partner == "b" })
        #expect(abs((b.tiesAt ?? 0) - 4.0 / 3) < 1e-5)
        #expect(abs((b.costAtTie ?? 0) - 16_000) < 0.1)
        let a = try #require(price.ties.first { $0.partner == "a" })
        #expect(abs((a.tiesAt ?? 0) - 7.0 / 6) < 1e-5 && a.with == "b")
        #expect(b.unit == "an item" && b.asks == 1.5)
    }

    /// The relative formula (lowest price / price) would let a third bid flip the first two; an absolute scale does not.
    @Test func anIrrelevantBidFlipsNothing() throws {
        let more =
            Self.priced + "    cheap: { bid: { like: pune, price: { perTransaction: 0.1 } }, facts: { age: 0 } }\n"
        let order = try choose(more).ranking.map(\.name).filter { $0 != "cheap" }
        #expect(order == ["a", "b"])
    }

    /// b's age is missing, uniform on 0…1: b has 0.25 + 0.5 x with price value 0.5 → mean 0.5, a has 0.6. Learning it
    /// gains E[max(0.25 + 0.5 x, 0.6)] − 0.6 = ∫ over x > 0.7 of (0.5 x − 0.35) dx = 0.0225.
    @Test func valueOfAMissingAnswerByHand() throws {
        let text = Self.priced.replacing(
            "price: { perTransaction: 1.5 } }, facts: { age: 8 } }", with: "price: { perTransaction: 1.25 } } }")
        let choice = try choose(text)
        let missing = try #require(choice.missing.first)
        #expect(missing.partner == "b" && missing.subject == "age")
        #expect(abs(missing.worth - 2.25) < 0.06)
        #expect(abs(missing.chanceToChange - 0.3) < 0.02)
        #expect(
            missing.sentence.hasPrefix("Yes: at its best it would be 1")
                && missing.sentence.hasSuffix("points ahead of a."))
        #expect(choice.partner("b")?.unknown == ["age"])
    }

    @Test func aMissingAnswerThatCannotChangeTheWinnerIsWorthNothing() throws {
        let text = Self.priced.replacing(
            "price: { perTransaction: 1.5 } }, facts: { age: 8 } }", with: "price: { perTransaction: 1.9 } } }")
        let missing = try #require(try choose(text).missing.first)
        #expect(missing.worth == 0 && missing.chanceToChange == 0)
        #expect(missing.sentence.hasPrefix("No: even at its best it would trail a by"))
    }

    @Test func aVetoKeepsFromFirst() throws {
        let text = ChoiceFixtures.text(
            criteria: """
                skill: { levels: [bad, fair, good], weight: 90 }
                safety: { levels: [bad, fair, good], weight: 10, veto: 1 }
                """,
            partners: """
                charming: { scores: { ana: { skill: 3, safety: 1 }, ben: { skill: 3, safety: 1 } } }
                plain: { scores: { ana: { skill: 2, safety: 2 }, ben: { skill: 2, safety: 2 } } }
                """)
        let choice = try choose(text)
        #expect(choice.ranking.map(\.name) == ["plain", "charming"])
        #expect(choice.partner("charming")?.first == 0)
        #expect(choice.vetoes.map(\.share) == [1])
    }

    @Test func ratiosThatContradictAreExplained() throws {
        let criteria = """
            x: { unit: u, scale: { worst: 0, best: 1 } }
            y: { unit: u, scale: { worst: 0, best: 1 } }
            z: { unit: u, scale: { worst: 0, best: 1 } }
            """
        let weights =
            "  weights: { ratios: [{ more: x, less: y, low: 2, high: 3 }, { more: y, less: z, low: 2, high: 3 }, { more: x, less: z, low: 1, high: 2 }] }\n"
        let text = ChoiceFixtures.text(criteria: criteria, partners: "a: {}\nb: {}", more: weights)
        let faults = #expect(throws: Faults.self) { try choose(text) }
        let message = faults?.description ?? ""
        #expect(
            message.contains(
                "x counts 2 to 3 times as much as y; y counts 2 to 3 times as much as z; x counts 1 to 2 times as much as z"
            ))
        // x/z is at least 4 by the first two: each alone mends it by the factor 2.
        #expect(
            message.contains(
                "x over y: low 1 instead of 2; or y over z: low 1 instead of 2; or x over z: high 4 instead of 2"))
    }

    @Test func unlinkedComparisonsAreNamed() throws {
        let text = ChoiceFixtures.unweighted.replacing(
            "  criteria:", with: "  weights: { comparisons: {} }\n  criteria:")
        let faults = #expect(throws: Faults.self) { try choose(text) }
        #expect(faults?.description.contains("No chain of comparisons links age to size.") == true)
    }

    @Test(arguments: [
        "order: [size, age]", "ratios: [{ more: size, less: age, low: 1.2, high: 2 }]",
        "comparisons: { size: { age: 2 } }",
        "best: size, worst: age, bestToOthers: { age: 2 }, othersToWorst: { size: 2 }",
    ])
    func everyFormOfWeightsGivesAnAnswer(_ form: String) throws {
        let choice = try choose(
            ChoiceFixtures.unweighted.replacing("  criteria:", with: "  weights: { \(form) }\n  criteria:"))
        #expect(abs(choice.criteria.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
        #expect((choice.criteria.first?.weight ?? 0) > 0.5)
        for criterion in choice.criteria {
            #expect(criterion.weightLow <= criterion.weight + 1e-9 && criterion.weight <= criterion.weightHigh + 1e-9)
        }
    }

    @Test func threadsChangeNothing() throws {
        let text = ChoiceFixtures.text(
            criteria: """
                price: { scale: { worst: 20000, best: 10000 }, weight: 80 }
                skill: { levels: [bad, fair, good], weight: { low: 30, high: 90 } }
                """,
            partners: """
                a: { option: pune, scores: { ana: { skill: 2 }, ben: { skill: 3 } } }
                b: { bid: { like: pune, price: { perTransaction: { low: 1, likely: 1.2, high: 1.8 } } }, scores: { carl: { skill: 2 } } }
                """)
        let (one, two) = (try choose(text, threads: 1), try choose(text, threads: 2))
        #expect(one.ranking.map(\.ranks) == two.ranking.map(\.ranks))
        #expect(one.ranking.map(\.points) == two.ranking.map(\.points))
        #expect(one.price?.ties.map(\.factor) == two.price?.ties.map(\.factor))
    }

    @Test func onePartnerIsNoChoice() throws {
        let text = ChoiceFixtures.text(
            criteria: "skill: { levels: [bad, good] }", partners: "a: { scores: { ana: { skill: 2 } } }")
        let choice = try choose(text)
        #expect(choice.headline == "a is the only bidder")
        #expect(choice.rivalry == nil && choice.secondOpinion == nil)
        #expect(choice.ranking[0].ranks == [1])
    }

    @Test func nothingKnownOfAnybodyIsATie() throws {
        let choice = try choose(
            ChoiceFixtures.text(
                criteria: "skill: { levels: [bad, good] }\nage: { unit: years, scale: { worst: 0, best: 9 } }",
                partners: "a: {}\nb: {}"))
        #expect(choice.rivalry?.isTie == true)
        #expect(choice.ranking.allSatisfy { abs($0.points - 50) < 1 && $0.points.isFinite })
        #expect(choice.assumptions.contains { $0.hasPrefix("Nobody said how much") })
    }

    @Test func noPartnersYetIsSaid() throws {
        let text = ChoiceFixtures.head + "selection:\n  criteria:\n    skill: { levels: [bad, good] }\n"
        let faults = #expect(throws: Faults.self) { try choose(text) }
        #expect(faults?.description.contains("There are no partners to compare yet.") == true)
    }

    /// Beyond the scale a figure counts as its end, and that is said.
    @Test func aFigureBeyondItsScaleIsSaid() throws {
        let choice = try choose(ChoiceFixtures.certain.replacing("size: 80", with: "size: 180"))
        #expect(choice.partner("a")?.values["size"] == 1)
        #expect(choice.assumptions.contains("size of a lies beyond its scale and counts as the scale’s end there."))
    }

    /// Forty criteria, some constant, some with nothing known, and twenty partners: every figure is finite, and shares
    /// add up both ways.
    @Test func fortyCriteria() throws {
        let criteria = (0..<40).map { "c\($0): { unit: u, scale: { worst: 0, best: 9 }, weight: \($0 + 1) }" }
        let partners = (0..<20).map { p in
            let facts = (0..<40).filter { ($0 + p) % 7 != 0 }.map { "c\($0): \($0 == 3 ? 4 : ($0 * 5 + p * 3) % 10)" }
            return "p\(p): { facts: { \(facts.joined(separator: ", ")) } }"
        }
        let choice = try choose(
            ChoiceFixtures.text(
                criteria: criteria.joined(separator: "\n"), partners: partners.joined(separator: "\n")), samples: 2_000)
        #expect(choice.ranking.count == 20)
        for answer in choice.ranking {
            #expect(abs(answer.ranks.reduce(0, +) - 1) < 1e-9 && answer.points.isFinite)
        }
        for rank in 0..<20 { #expect(abs(choice.ranking.reduce(0) { $0 + $1.ranks[rank] } - 1) < 1e-9) }
    }

    /// Who has scored nothing is not counted as agreeing, and leaving out the only judge leaves nothing known.
    @Test func evaluatorsWhoScoredNothingHaveNoView() throws {
        let text = ChoiceFixtures.text(
            criteria: """
                skill: { levels: [bad, fair, good], weight: { low: 50, high: 50.000001 } }
                age: { unit: years, scale: { worst: 0, best: 10 }, weight: { low: 50, high: 50.000001 } }
                """,
            partners: """
                a: { scores: { ana: { skill: 3 } }, facts: { age: 3 } }
                b: { scores: { ana: { skill: 2 } }, facts: { age: 4 } }
                c: { scores: { ana: { skill: 1 } }, facts: { age: 5 } }
                """)
        let choice = try choose(text)
        #expect(choice.silent == ["ben", "carl"])
        #expect(choice.evaluators?.views.map(\.name) == ["ana"])
        #expect(choice.evaluators?.kendallW == nil && choice.evaluators?.icc == nil)
        #expect(choice.text.hasPrefix("No scores have come in from ben and carl: these views are missing."))
        // Two judges who see one cell each: without either, what she alone saw is not known.
        let two = try choose(
            text.replacing("c: { scores: { ana: { skill: 1 } }", with: "c: { scores: { ben: { skill: 1 } }"))
        #expect(two.evaluators?.views.first { $0.name == "ana" }?.firstWithout != "a")
    }

    @Test func nobodyHasScored() throws {
        let choice = try choose(
            ChoiceFixtures.text(
                criteria:
                    "skill: { levels: [bad, good], weight: 50 }\nage: { unit: years, scale: { worst: 0, best: 9 }, weight: 50 }",
                partners: "a: { facts: { age: 8 } }\nb: { facts: { age: 1 } }"))
        #expect(choice.evaluators == nil)
        #expect(choice.headline.hasSuffix(", before anyone has scored"))
    }

    /// A range of levels stands for its levels: a veto at the lowest of two is met half of the time.
    @Test func aRangeOfLevelsCanMeetAVeto() throws {
        let choice = try choose(
            ChoiceFixtures.text(
                criteria: "safety: { levels: [bad, fair, good], weight: 100, veto: 1 }",
                partners:
                    "a: { scores: { ana: { safety: { low: 1, high: 2 } } } }\nb: { scores: { ana: { safety: 2 } } }"))
        #expect(choice.vetoes.map(\.share) == [0.5])
    }

    /// Contradicting judgements must not make an answer surer than ones that agree.
    @Test func contradictionMakesNothingSurer() throws {
        func width(_ weights: String) throws -> Double {
            let text = ChoiceFixtures.text(
                criteria: ["w", "x", "y", "z"].map { "\($0): { unit: u, scale: { worst: 0, best: 1 } }" }.joined(
                    separator: "\n"),
                partners: "a: { facts: { w: 1 } }\nb: { facts: { x: 1 } }", more: "  weights: { \(weights) }\n")
            let best = try #require(try choose(text, samples: 2_000).criteria.first)
            return best.weightHigh - best.weightLow
        }
        let sound = try width(
            "best: w, worst: z, bestToOthers: { x: 2, y: 4, z: 4 }, othersToWorst: { w: 4, x: 2, y: 1 }")
        let torn = try width(
            "best: w, worst: z, bestToOthers: { x: 2, y: 5, z: 5 }, othersToWorst: { w: 5, x: 3, y: 1 }")
        #expect(torn > 0.8 * sound)
    }

    @Test func whatIsAllowedButRarelyMeantIsNoted() throws {
        let text = ChoiceFixtures.text(
            criteria:
                "price: { scale: { worst: 20000, best: 10000 }, weight: 100 }\nskill: { levels: [bad, good], weight: 50 }",
            partners: "a: { option: pune }\nb: { title: Bee, option: pune, gates: { iso: pass } }",
            more: "  opening: 2027-03-01\n  gates: { iso: {} }\n"
        ).replacing("  evaluators: { ana: {}, ben: {}, carl: {} }\n", with: "")
        #expect(
            Choose.notes(try CaseReader.read(text: text)) == [
                "a and Bee have the same option, pune, and so the same cost.",
                "a: not known is iso; it is in on condition.",
                "Evaluators are to score skill, but the selection names none.",
                "The bids are opened on 2027-03-01, when the work is to have moved already (from 2027-01).",
            ])
        #expect(Choose.notes(try CaseReader.read(text: ChoiceFixtures.certain)).isEmpty)
    }
}
