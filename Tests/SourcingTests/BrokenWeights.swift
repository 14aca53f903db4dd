/// Broken selections, weights, with the whole text of their messages.
let brokenWeights: [BrokenCase] = [
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
        "points in per cent", "years: { weight: 40 }",
        "years: { weight: 40% }",
        """
        line 17, column 22: selection.criteria.years.weight: The unit “%” is not one of this number's. Its units are none: write the number alone.
        """),
    BrokenCase(
        "best-worst beyond best over worst", "  gates:\n    iso: { title",
        "  weights: { best: price, worst: people, bestToOthers: { expertise: 9, years: 2, people: 3, security: 2 }, othersToWorst: { price: 3, expertise: 2, years: 2, security: 2 } }\n  gates:\n    iso: { title",
        """
        line 19, column 56: selection.weights.bestToOthers: expertise has 9, but the best counts only 3 times as much as the worst. No figure may be above that of best over worst (bestToOthers: people).
        """),
]
