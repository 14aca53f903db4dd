/// Broken selections, criteria, scales, places, with the whole text of their messages.
let brokenCriteria: [BrokenCase] = [
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
]
