/// Broken selections, partners, bids and scores, with the whole text of their messages.
let brokenPartners: [BrokenCase] = [
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
        "unit that is not the criterion's", "facts: { years: 9 }",
        "facts: { years: 9 weeks }",
        """
        line 28, column 23: selection.partners.deccan.facts.years: The unit “weeks” is not one of this number's. Its units are none: write the number alone.
        """),
]
