import Testing

@testable import Sourcing

/// A case that compares partners and reads without faults; broken ones are made from it by one change.
let soundSelection = """
    case: Accounts payable
    client: { name: Larkfield, country: US }
    horizon: { start: 2027-01, months: 60, discountRate: 9% }
    functions:
      entry:
        kind: data-entry
        volume: { perMonth: 42000 }
        handleTime: 3
    options:
      keep: { ownership: in-house, country: US, baseline: true }
      pune: { ownership: partner, country: IN, price: { perTransaction: 0.62 } }
    selection:
      opening: 2026-11-16
      criteria:
        price: { scale: { worst: 9000000, best: 2000000 }, weight: 100 }
        expertise: { weight: { low: 60, high: 80 } }
        years: { weight: 40 }
        ability: { weight: 50, criteria: { people: { weight: 100 }, security: { weight: 50, veto: 1 } } }
      gates:
        iso: { title: ISO 27001 }
      evaluators:
        ana: { title: Ana }
        ben: {}
      partners:
        deccan:
          option: pune
          gates: { iso: pass }
          facts: { years: 9 }
          scores: { ana: { expertise: 4, people: 3, security: { score: 2, note: seen } }, ben: { expertise: { low: 3, high: 4 } } }
        ganga:
          bid: { like: pune, city: Patna, price: { perHour: 7 } }

    """

@Suite struct EvaluationMessageTests {
    @Test(arguments: brokenEvaluations) func saysWhatIsWrongAndHowToMendIt(_ broken: BrokenCase) {
        #expect(soundSelection.contains(broken.old))
        #expect(messages(soundSelection.replacing(broken.old, with: broken.new)) == broken.message)
    }

    @Test func theSoundSelectionHasNoFault() {
        #expect(messages(soundSelection).isEmpty)
    }
}

/// Broken selections with the whole text of their messages.
let brokenEvaluations: [BrokenCase] = [
    BrokenCase(
        "criterion without a scale", "expertise: { weight",
        "skill: { weight",
        """
        line 16, column 5: selection.criteria.skill: It is not said how “skill” is measured. Write levels (in words, the worst first), or unit and scale, or kind: price, or take a scale with from.
        line 29, column 24: selection.partners.deccan.scores.ana.expertise: There is no criterion that evaluators score named “expertise”. Write people or security.
        line 29, column 94: selection.partners.deccan.scores.ben.expertise: There is no criterion that evaluators score named “expertise”. Write people or security.
        """),
    BrokenCase(
        "unknown library", "expertise: { weight",
        "skill: { from: expertize, weight",
        """
        line 16, column 20: selection.criteria.skill.from: The library has no criterion named “expertize”. Did you mean expertise?
        line 29, column 24: selection.partners.deccan.scores.ana.expertise: There is no criterion that evaluators score named “expertise”. Write people or security.
        line 29, column 94: selection.partners.deccan.scores.ben.expertise: There is no criterion that evaluators score named “expertise”. Write people or security.
        """),
    BrokenCase(
        "one weight missing", "years: { weight: 40 }",
        "years: {}",
        """
        line 14, column 3: selection.criteria: Some of the criteria have a weight, but years has none. Write weight at years, or remove all of them: then every weighting counts.
        """),
    BrokenCase(
        "all weights of a group 0", "people: { weight: 100 }, security: { weight: 50,",
        "people: { weight: 0 }, security: { weight: 0,",
        """
        line 14, column 3: selection.criteria: All weights of the group ability are 0. The largest step from worst to best gets 100 points.
        """),
    BrokenCase(
        "price without scale", "price: { scale: { worst: 9000000, best: 2000000 },",
        "price: {",
        """
        line 15, column 5: selection.criteria.price: The scale is missing. Write scale: { worst: …, best: … } in the client's currency, total cost over the horizon, before the bids are opened.
        """),
    BrokenCase(
        "scale without a length", "worst: 9000000, best: 2000000",
        "worst: 5, best: 5",
        """
        line 15, column 39: selection.criteria.price.scale.best: worst and best are both 5. A scale needs two different ends.
        """),
    BrokenCase(
        "half a scale", "worst: 9000000, best: 2000000",
        "worst: 9000000",
        """
        line 15, column 21: selection.criteria.price.scale: The key best is missing. Write the figure that is best on this scale.
        """),
    BrokenCase(
        "two forms of a scale", "worst: 9000000, best: 2000000",
        "worst: 9000000, points: [[0, 1], [5, 0]]",
        """
        line 15, column 23: selection.criteria.price.scale.worst: The scale has points already. Keep one of the two forms.
        """),
    BrokenCase(
        "bent points", "worst: 9000000, best: 2000000",
        "points: [[0, 0], [5, 1], [9, 0.5]]",
        """
        line 15, column 31: selection.criteria.price.scale.points: The values go up and down, or not at all. Let them rise or fall: from 0 at the worst to 1 at the best.
        """),
    BrokenCase(
        "levels not rising", "expertise: { weight",
        "expertise: { levels: [{ words: bad, value: 0.5 }, { words: good, value: 0.1 }], weight",
        """
        line 16, column 26: selection.criteria.expertise.levels: The values of the levels do not rise. Write the worst level first.
        """),
    BrokenCase(
        "one level", "expertise: { weight",
        "expertise: { levels: [good], weight",
        """
        line 16, column 26: selection.criteria.expertise.levels: Here 2 to 9 levels were expected, but there are 1. Write them in words, the worst first.
        """),
    BrokenCase(
        "level without words", "expertise: { weight",
        "expertise: { levels: [good, 3], weight",
        """
        line 16, column 33: selection.criteria.expertise.levels.2: A level is described in words; here is 3. Write what one would see at this level, in at most 500 characters.
        """),
    BrokenCase(
        "levels at a figure", "years: { weight",
        "years: { levels: [few, many], kind: fact, weight",
        """
        line 17, column 14: selection.criteria.years.levels: This criterion is a figure, so it has no levels. Write scale instead.
        """),
    BrokenCase(
        "scale at a score", "expertise: { weight",
        "expertise: { scale: { worst: 1, best: 5 }, weight",
        """
        line 16, column 18: selection.criteria.expertise.scale: Evaluators choose levels here, so it has no figures. Write levels instead.
        """),
    BrokenCase(
        "weight upside down", "low: 60, high: 80",
        "low: 80, high: 60",
        """
        line 16, column 26: selection.criteria.expertise.weight: low 80 is more than high 60. Swap them.
        """),
    BrokenCase(
        "weight with half a range", "low: 60, high: 80",
        "low: 60",
        """
        line 16, column 26: selection.criteria.expertise.weight: A range of points has low and high. Write for example { low: 60, high: 90 }.
        """),
    BrokenCase(
        "negative weight", "years: { weight: 40 }",
        "years: { weight: -4 }",
        """
        line 17, column 22: selection.criteria.years.weight: -4 is out of range. It must be 0 or more.
        """),
    BrokenCase(
        "veto beyond the levels", "veto: 1",
        "veto: 7",
        """
        line 18, column 95: selection.criteria.ability.criteria.security.veto: The scale has no level 7. Write a level from 1 to 5.
        """),
    BrokenCase(
        "group with a scale", "ability: { weight: 50,",
        "ability: { weight: 50, unit: years,",
        """
        line 18, column 28: selection.criteria.ability.unit: A group of criteria has no unit of its own. Write it at one of its criteria.
        """),
    BrokenCase(
        "same name twice", "people: { weight: 100 }",
        "expertise: { weight: 100 }",
        """
        line 18, column 40: selection.criteria.ability.criteria.expertise: Another criterion is named “expertise”. Give each its own name, in groups too.
        line 29, column 38: selection.partners.deccan.scores.ana.people: There is no criterion that evaluators score named “people”. Write expertise or security.
        """),
    BrokenCase(
        "thresholds crossed", "years: { weight: 40 }",
        "years: { weight: 40, indifference: 0.3, preference: 0.1 }",
        """
        line 17, column 40: selection.criteria.years.indifference: indifference 0.3 is more than preference 0.1. Swap them.
        """),
    BrokenCase(
        "day that is none", "2026-11-16",
        "2026-11-31",
        """
        line 13, column 12: selection.opening: “2026-11-31” is not a day. Write year, month and day, for example 2026-11-16.
        """),
    BrokenCase(
        "unknown gate", "gates: { iso: pass }",
        "gates: { isso: pass }",
        """
        line 27, column 16: selection.partners.deccan.gates.isso: There is no gate named “isso”. Did you mean iso?
        """),
    BrokenCase(
        "answer that is none", "gates: { iso: pass }",
        "gates: { iso: maybe }",
        """
        line 27, column 21: selection.partners.deccan.gates.iso: “maybe” is not an answer to a must-have. Write pass, fail or not-known.
        """),
    BrokenCase(
        "unknown evaluator", "ben: { expertise: { low: 3, high: 4 } }",
        "bob: { expertise: 3 }",
        """
        line 29, column 87: selection.partners.deccan.scores.bob: There is no evaluator named “bob”. Did you mean ben?
        """),
    BrokenCase(
        "unknown criterion scored", "expertise: 4, people: 3",
        "expertis: 4, people: 3",
        """
        line 29, column 24: selection.partners.deccan.scores.ana.expertis: There is no criterion that evaluators score named “expertis”. Did you mean expertise?
        """),
    BrokenCase(
        "figure scored", "expertise: 4, people: 3",
        "years: 4, people: 3",
        """
        line 29, column 24: selection.partners.deccan.scores.ana.years: There is no criterion that evaluators score named “years”. Write expertise, people or security.
        """),
    BrokenCase(
        "level beyond the scale", "expertise: 4, people",
        "expertise: 6, people",
        """
        line 29, column 35: selection.partners.deccan.scores.ana.expertise: 6 is not a level of this scale. Write a level from 1 to 5, or leave it out where it is not known.
        """),
    BrokenCase(
        "score as words", "expertise: 4, people",
        "expertise: good, people",
        """
        line 29, column 35: selection.partners.deccan.scores.ana.expertise: “good” is not a level of this scale. Write a level from 1 to 5, or leave it out where it is not known.
        """),
    BrokenCase(
        "score range upside down", "low: 3, high: 4",
        "low: 4, high: 3",
        """
        line 29, column 105: selection.partners.deccan.scores.ben.expertise: low 4 is more than high 3. Swap them.
        """),
    BrokenCase(
        "fact of a score", "facts: { years: 9 }",
        "facts: { expertise: 9 }",
        """
        line 28, column 16: selection.partners.deccan.facts.expertise: There is no criterion with a figure named “expertise”. Write years.
        """),
    BrokenCase(
        "neither option nor bid", "      option: pune\n",
        "",
        """
        line 25, column 5: selection.partners.deccan: Price is a criterion, but this partner has neither option nor bid. Write option with one of the case's options (pune), or bid: { like: …, price: … }.
        """),
    BrokenCase(
        "both option and bid", "      option: pune\n",
        "      option: pune\n      bid: { like: pune }\n",
        """
        line 27, column 7: selection.partners.deccan.bid: The partner has both option and bid. Keep one.
        """),
    BrokenCase(
        "unknown option", "option: pune",
        "option: puna",
        """
        line 26, column 15: selection.partners.deccan.option: There is no option named “puna”. Did you mean pune?
        """),
    BrokenCase(
        "own team as partner", "option: pune",
        "option: keep",
        """
        line 26, column 15: selection.partners.deccan.option: The option “keep” is not one in which a partner performs this function. Write pune.
        """),
    BrokenCase(
        "bid like nothing", "like: pune, city",
        "like: poona, city",
        """
        line 31, column 20: selection.partners.ganga.bid.like: There is no option named “poona”. Write pune.
        """),
    BrokenCase(
        "bid without like", "like: pune, city",
        "city",
        """
        line 31, column 12: selection.partners.ganga.bid: The key like is missing. like: The option that the bid resembles.
        """),
    BrokenCase(
        "bid with a broken price", "price: { perHour: 7 }",
        "price: { perHour: -7 }",
        """
        line 31, column 57: selection.partners.ganga.bid.price.perHour: -7 is out of range. It must be 0 or more.
        """),
    BrokenCase(
        "order incomplete", "  gates:\n    iso: { title",
        "  weights: { order: [price, expertise] }\n  gates:\n    iso: { title",
        """
        line 19, column 21: selection.weights.order: years, people and security are missing. Name each criterion once, the most important step first.
        """),
    BrokenCase(
        "two forms of weights", "  gates:\n    iso: { title",
        "  weights: { order: [price, expertise, years, people, security], ratios: [{ more: price, less: years, times: 2 }] }\n  gates:\n    iso: { title",
        """
        line 19, column 3: selection.weights: Weights are given here and as points at price and 5 more. Keep one: remove weights, or the weight of every criterion.
        line 19, column 66: selection.weights: The weights are given by order and ratios. Keep one of the forms.
        """),
    BrokenCase(
        "ratio with itself", "  gates:\n    iso: { title",
        "  weights: { ratios: [{ more: price, less: price, low: 1, high: 2 }] }\n  gates:\n    iso: { title",
        """
        line 19, column 3: selection.weights: Weights are given here and as points at price and 5 more. Keep one: remove weights, or the weight of every criterion.
        line 19, column 23: selection.weights.ratios.1: “price” is compared with itself.
        """),
    BrokenCase(
        "compared twice", "  gates:\n    iso: { title",
        "  weights: { comparisons: { price: { years: 3 }, years: { price: 2 } } }\n  gates:\n    iso: { title",
        """
        line 19, column 3: selection.weights: Weights are given here and as points at price and 5 more. Keep one: remove weights, or the weight of every criterion.
        line 19, column 59: selection.weights.comparisons.years.price: “years” and “price” are compared twice. Keep one: the other way round is its inverse.
        """),
    BrokenCase(
        "comparison beyond nine", "  gates:\n    iso: { title",
        "  weights: { comparisons: { price: { years: 12 } } }\n  gates:\n    iso: { title",
        """
        line 19, column 3: selection.weights: Weights are given here and as points at price and 5 more. Keep one: remove weights, or the weight of every criterion.
        line 19, column 45: selection.weights.comparisons.price.years: 12 is out of range. It must be at least 0.111111111 and at most 9.
        """),
    BrokenCase(
        "best without worst", "  gates:\n    iso: { title",
        "  weights: { best: price }\n  gates:\n    iso: { title",
        """
        line 19, column 12: selection.weights: The key worst is missing. The best-worst method has best, worst, bestToOthers and othersToWorst.
        line 19, column 12: selection.weights: The key bestToOthers is missing. The best-worst method has best, worst, bestToOthers and othersToWorst.
        line 19, column 12: selection.weights: The key othersToWorst is missing. The best-worst method has best, worst, bestToOthers and othersToWorst.
        """),
    BrokenCase(
        "unknown key", "  opening: 2026-11-16",
        "  openning: 2026-11-16",
        """
        line 13, column 3: selection: “openning” is not a key of the selection. Did you mean opening?
        """),
    BrokenCase(
        "unknown place", "selection:\n",
        "places: { countries: [Indja] }\nselection:\n",
        """
        line 12, column 23: places.countries: “Indja” is not a country that Shoreline has facts on. Did you mean India?
        """),
    BrokenCase(
        "place in and out", "selection:\n",
        "places: { countries: [IN], without: [IN] }\nselection:\n",
        """
        line 12, column 37: places.without: IN stands in countries and in without. Keep one.
        """),
    BrokenCase(
        "decimal comma in a price", "price: { perHour: 7 }",
        "price: { perHour: 7,25 }",
        """
        line 31, column 57: selection.partners.ganga.bid.price.perHour: “7,25” has a comma, which separates keys here. Write 7.25.
        """),
    BrokenCase(
        "decimal comma in a score", "expertise: 4, people",
        "expertise: 3,5, people",
        """
        line 29, column 35: selection.partners.deccan.scores.ana.expertise: “3,5” has a comma, which separates keys here. Write 3.5.
        """),
    BrokenCase(
        "points in per cent", "years: { weight: 40 }",
        "years: { weight: 40% }",
        """
        line 17, column 22: selection.criteria.years.weight: The unit “%” is not one of this number's. Its units are none: write the number alone.
        """),
    BrokenCase(
        "dearer is better", "worst: 9000000, best: 2000000",
        "worst: 2000000, best: 9000000",
        """
        line 15, column 21: selection.criteria.price.scale: On this scale the dearer offer is the better one. Write the highest cost as worst and the lowest as best.
        """),
    BrokenCase(
        "per cent forgotten", "years: { weight: 40 }",
        "years: { from: attrition, weight: 40, veto: 25 }",
        """
        line 17, column 49: selection.criteria.years.veto: 25 would be 2500 %. Write 25% or 0.25.
        line 28, column 23: selection.partners.deccan.facts.years: 9 would be 900 %. Write 9% or 0.09.
        """),
    BrokenCase(
        "unit that is not the criterion's", "facts: { years: 9 }",
        "facts: { years: 9 weeks }",
        """
        line 28, column 23: selection.partners.deccan.facts.years: The unit “weeks” is not one of this number's. Its units are none: write the number alone.
        """),
    BrokenCase(
        "name near a library's", "expertise: { weight",
        "expertize: { weight",
        """
        line 16, column 5: selection.criteria.expertize: It is not said how “expertize” is measured. Did you mean expertise, whose scale the library has?
        line 29, column 24: selection.partners.deccan.scores.ana.expertise: There is no criterion that evaluators score named “expertise”. Write people or security.
        line 29, column 94: selection.partners.deccan.scores.ben.expertise: There is no criterion that evaluators score named “expertise”. Write people or security.
        """),
    BrokenCase(
        "criteria misspelt", "  criteria:",
        "  critera:",
        """
        line 13, column 3: selection: The key criteria is missing. criteria: What partners are compared by. A name from the library (experience, expertise, track-record, reputation, service-level, people, security, financial-strength, technology, continuity, cultural-fit, years, similar-clients, attrition, staff) brings its scale along.
        line 14, column 3: selection: “critera” is not a key of the selection. Did you mean criteria?
        """),
    BrokenCase(
        "best-worst beyond best over worst", "  gates:\n    iso: { title",
        "  weights: { best: price, worst: people, bestToOthers: { expertise: 9, years: 2, people: 3, security: 2 }, othersToWorst: { price: 3, expertise: 2, years: 2, security: 2 } }\n  gates:\n    iso: { title",
        """
        line 19, column 56: selection.weights.bestToOthers: expertise has 9, but the best counts only 3 times as much as the worst. No figure may be above that of best over worst (bestToOthers: people).
        """),
]
