/// What people call the keys of a case file: short enough for a label.
enum FieldTitles {
    static func title(_ key: String) -> String { written[key] ?? spelled(key) }

    /// `trainingWeeks` becomes `Training weeks`.
    static func spelled(_ key: String) -> String {
        var out = ""
        for character in key {
            if character.isUppercase, !out.isEmpty {
                out += " " + character.lowercased()
            } else if character == "-" || character == "_" {
                out += " "
            } else {
                out.append(character)
            }
        }
        return out.prefix(1).uppercased() + out.dropFirst()
    }

    /// One entry of a group whose keys the author chooses, e.g. an option.
    static func entry(_ group: String) -> String { entries[group] ?? title(group) }

    private static let entries = [
        "functions": "Function", "options": "Option", "risks": "Risk", "criteria": "Criterion", "gates": "Must-have",
        "evaluators": "Evaluator", "partners": "Partner", "exchangeRates": "Exchange rate", "scores": "Scores of",
        "facts": "Figure for",
    ]

    private static let written = [
        "case": "What is to be decided", "exchangeRates": "Exchange rates", "selection": "Choice of a partner",
        "places": "Places", "timeZone": "Time zone", "discountRate": "Discount rate a year", "start": "First month",
        "months": "Months", "kind": "Kind", "item": "One item is called", "perMonth": "Items a month",
        "growthPerYear": "Growth a year", "handleTime": "Handle time of one item", "serviceHours": "Service hours",
        "sensitivity": "Sensitivity of the data", "errorRate": "Share of wrong items",
        "errorCost": "Cost of one wrong item", "reworkTime": "Time to mend one wrong item",
        "shrinkage": "Paid time not available", "utilisation": "Time at work spent on items",
        "ownership": "Who performs it", "hours": "Agreed shift", "baseline": "In force today",
        "share": "Share", "perTransaction": "Price of one item", "perHour": "Price of one hour",
        "perPersonMonth": "Price of one person and month", "fixed": "Fixed fee a month", "tiers": "Prices by volume",
        "minimumPerMonth": "Items paid for at least, a month", "indexation": "Price step a year",
        "fxShare": "Share that moves with the currency", "wage": "Pay of one clerk", "amount": "Amount",
        "per": "Paid per", "onCost": "Employer's cost on top", "wageGrowth": "Growth of pay a year",
        "attrition": "Leavers a year", "paidHours": "Paid hours a month", "tripsPerYear": "Trips a year",
        "tripCost": "Cost of one trip", "setUp": "Cost of setting up", "cost": "Cost", "chance": "Chance",
        "like": "Resembles the option", "gates": "Must-haves", "weight": "Swing points", "veto": "Veto at",
        "about": "What is meant", "leastEnglish": "Least English", "leastOverlap": "Least shared hours a day",
        "leastRuleOfLaw": "Least rule of law", "leastSpeakers": "Least share of speakers",
        "opening": "Bids are opened on", "p10": "Low (1 in 10 is below)",
        "p50": "Middle", "p90": "High (1 in 10 is above)", "low": "Lowest", "likely": "Most likely",
        "high": "Highest", "min": "Never below", "max": "Never above", "mean": "Mean", "sd": "Standard deviation",
    ]
}
