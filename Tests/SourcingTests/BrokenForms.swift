/// Broken cases with the whole text of their messages.
let brokenForms: [BrokenCase] = [
    BrokenCase(
        "pert out of order", "handleTime: 3",
        "handleTime: { low: 4, likely: 3, high: 5 }",
        """
        line 8, column 17: functions.entry.handleTime: low 4 minutes, likely 3 minutes and high 5 minutes do not rise. likely must lie between low and high.
        """),
    BrokenCase(
        "pert without width", "handleTime: 3",
        "handleTime: { low: 3, likely: 3, high: 3 }",
        """
        line 8, column 17: functions.entry.handleTime: low and high are both 3 minutes. Write the number alone, or a range.
        """),
    BrokenCase(
        "pert without likely", "handleTime: 3",
        "handleTime: { low: 2, high: 5 }",
        """
        line 8, column 17: functions.entry.handleTime: The number has no likely. This form has low, likely and high.
        """),
    BrokenCase(
        "percentiles out of order", "handleTime: 3",
        "handleTime: { p10: 3, p50: 2, p90: 4 }",
        """
        line 8, column 17: functions.entry.handleTime: p10 3 minutes, p50 2 minutes and p90 4 minutes do not rise. p10 must be less than p50, and p50 less than p90.
        """),
    BrokenCase(
        "percentiles infeasible", "handleTime: 3",
        "handleTime: { p10: 2, p50: 2.05, p90: 4 }",
        """
        line 8, column 17: functions.entry.handleTime: No smooth distribution passes through these three percentiles: p50 is too near to one end. p50 must lie between 2.34 minutes and 3.66 minutes.
        """),
    BrokenCase(
        "percentiles infeasible with a bound", "handleTime: 3",
        "handleTime: { p10: 2, p50: 2.05, p90: 4, min: 1 }",
        """
        line 8, column 17: functions.entry.handleTime: No smooth distribution passes through these three percentiles: p50 is too near to one end. p50 must lie between 2.21 minutes and 3.49 minutes.
        """),
    BrokenCase(
        "min above p10", "handleTime: 3",
        "handleTime: { p10: 2, p50: 3, p90: 4, min: 2.5 }",
        """
        line 8, column 17: functions.entry.handleTime: min 2.5 minutes is not less than p10 2 minutes. Lower min, or leave it out.
        """),
    BrokenCase(
        "max below p90", "handleTime: 3",
        "handleTime: { p10: 2, p50: 3, p90: 4, max: 3.5 }",
        """
        line 8, column 17: functions.entry.handleTime: max 3.5 minutes is not more than p90 4 minutes. Raise max, or leave it out.
        """),
    BrokenCase(
        "percentiles reach below the bound", "handleTime: 3",
        "handleTime: { p10: 0.2, p50: 3, p90: 5.8 }",
        """
        line 8, column 17: functions.entry.handleTime: More than 1 % of the draws of this distribution would be less than 0 minutes, which cannot be. Add min: 0.
        """),
    BrokenCase(
        "normal without spread", "handleTime: 3",
        "handleTime: { mean: 3, sd: 0 }",
        """
        line 8, column 17: functions.entry.handleTime: sd is 0 minutes. It must be more than 0; a certain number stands alone.
        """),
    BrokenCase(
        "normal beyond the bound", "handleTime: 3",
        "handleTime: { mean: 3, sd: 2 }",
        """
        line 8, column 17: functions.entry.handleTime: More than 1 % of the draws of this distribution would be less than 0 minutes, which cannot be. Use {low, likely, high}, or a smaller sd.
        """),
    BrokenCase(
        "uniform of three", "handleTime: 3",
        "handleTime: { uniform: [1, 2, 3] }",
        """
        line 8, column 28: functions.entry.handleTime: uniform needs a list of two numbers: the lowest and the highest value. Write for example {uniform: [2, 5]}.
        """),
    BrokenCase(
        "uniform falling", "handleTime: 3",
        "handleTime: { uniform: [4, 2] }",
        """
        line 8, column 17: functions.entry.handleTime: The lowest value 4 minutes is not less than the highest 2 minutes. Write the lower one first.
        """),
    BrokenCase(
        "lognormal from zero", "handleTime: 3",
        "handleTime: { lognormal: [0, 2] }",
        """
        line 8, column 17: functions.entry.handleTime: The 10th percentile is 0 minutes. A lognormal number is always more than 0.
        """),
    BrokenCase(
        "chance where nothing happens", "handleTime: 3",
        "handleTime: { chance: 0.3 }",
        """
        line 8, column 17: functions.entry.handleTime: {chance: …} stands for something that happens or not; this number is not of that kind. Write a number, or {low, likely, high}, {p10, p50, p90}, {mean, sd}, {uniform: [a, b]} or {lognormal: [p10, p90]}.
        """),
    BrokenCase(
        "misspelt form", "handleTime: 3",
        "handleTime: { low: 2, likley: 3, high: 5 }",
        """
        line 8, column 27: functions.entry.handleTime: “likley” does not go with low, likely, high. Did you mean likely?
        """),
    BrokenCase(
        "two forms at once", "handleTime: 3",
        "handleTime: { low: 2, likely: 3, high: 5, p90: 6 }",
        """
        line 8, column 47: functions.entry.handleTime: “p90” does not go with low, likely, high. Use one form: {low, likely, high}, {p10, p50, p90}, {mean, sd}, {uniform: [a, b]} or {lognormal: [p10, p90]}.
        """),
    BrokenCase(
        "uncertain chance", "country: IN, price",
        "country: IN, risks: { fire: { chance: { low: 1%, likely: 2%, high: 3% }, cost: 5 } }, price",
        """
        line 11, column 69: options.pune.risks.fire.chance: Here one certain number was expected, but there is a distribution. Write a fraction, for example 10%.
        """),
    BrokenCase(
        "country misspelt", "country: IN",
        "country: Indai",
        """
        line 11, column 40: options.pune.country: “Indai” is not a country that Shoreline has facts on. Did you mean India (IN)?
        """),
    BrokenCase(
        "unknown country code", "country: IN",
        "country: XX",
        """
        line 11, column 40: options.pune.country: “XX” is not a country that Shoreline has facts on. Write its English name or its two-letter code, for example Philippines or PH.
        """),
    BrokenCase(
        "time zone misspelt", "country: IN",
        "country: IN, timeZone: Asia/Kolkatta",
        """
        line 11, column 54: options.pune.timeZone: “Asia/Kolkatta” is not a time zone. Did you mean Asia/Kolkata?
        """),
    BrokenCase(
        "time zone by city", "country: IN",
        "country: IN, timeZone: Manila",
        """
        line 11, column 54: options.pune.timeZone: “Manila” is not a time zone. Did you mean Asia/Manila?
        """),
    BrokenCase(
        "time zone abbreviation", "country: IN",
        "country: IN, timeZone: IST",
        """
        line 11, column 54: options.pune.timeZone: “IST” is not a time zone. Write an IANA name, for example America/Chicago.
        """),
    BrokenCase(
        "currency sign as currency", "name: Larkfield",
        "name: Larkfield, currency: $",
        """
        line 2, column 38: client.currency: “$” is not a currency code. Write USD.
        """),
    BrokenCase(
        "ownership misspelt", "ownership: partner",
        "ownership: parnter",
        """
        line 11, column 22: options.pune.ownership: “parnter” is not one of the choices. Did you mean partner?
        """),
    BrokenCase(
        "ownership as a delivery model", "ownership: partner",
        "ownership: outsourced",
        """
        line 11, column 22: options.pune.ownership: “outsourced” is not one of the choices. Did you mean partner?
        """),
    BrokenCase(
        "kind misspelt", "kind: data-entry",
        "kind: dataentry",
        """
        line 6, column 11: functions.entry.kind: “dataentry” is not one of the choices. Did you mean data-entry?
        """),
    BrokenCase(
        "function misspelt", "pune: { ownership",
        "pune: { function: entri, ownership",
        """
        line 11, column 21: options.pune.function: There is no function named “entri”. Did you mean entry?
        """),
    BrokenCase(
        "language by name", "handleTime: 3",
        "handleTime: 3\n    languages: [English]",
        """
        line 9, column 17: functions.entry.languages: “English” is not a language code. Write its two letters (ISO 639-1), for example [en, es].
        """),
    BrokenCase(
        "flag in words", "baseline: true",
        "baseline: yes",
        """
        line 10, column 55: options.keep.baseline: Here true or false was expected, but there is “yes”. Write true.
        """),
]
