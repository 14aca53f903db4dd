/// Broken cases with the whole text of their messages.
let brokenKeys: [BrokenCase] = [
    BrokenCase(
        "unknown key with a near one", "kind: data-entry",
        "kind: data-entry\n    handelTime: 3",
        """
        line 7, column 5: functions.entry: “handelTime” is not a key of a function. Did you mean handleTime?
        """),
    BrokenCase(
        "unknown key at the top", "case: Accounts payable",
        "case: Accounts payable\ncurrency: USD",
        """
        line 2, column 1: “currency” is not a key of a case. It belongs in client.
        """),
    BrokenCase(
        "missing title", "case: Accounts payable\n",
        "",
        """
        line 1, column 1: The key case is missing. case: What is to be decided, in a few words.
        """),
    BrokenCase(
        "missing handle time", "    handleTime: 3\n",
        "",
        """
        line 5, column 3: functions.entry: The key handleTime is missing. handleTime: Work on one item by a practised team.
        """),
    BrokenCase(
        "empty required value", "handleTime: 3",
        "handleTime:",
        """
        line 8, column 5: functions.entry.handleTime: Nothing is written after the colon. Work on one item by a practised team.
        """),
    BrokenCase(
        "client is a text", "client: { name: Larkfield, country: US }",
        "client: Larkfield",
        """
        line 2, column 9: client: Here the client was expected, but there is “Larkfield”. Write its keys, for example { name: …, country: …, timeZone: … }.
        """),
    BrokenCase(
        "options are a list",
        "  keep: { ownership: in-house, country: US, baseline: true }\n  pune: { ownership: partner, country: IN, price: { perTransaction: 0.62 } }\n",
        "  - keep\n",
        """
        line 10, column 3: options: Here names were expected, each with an option, but there is a list. Write a name of your choice, a colon, and its keys.
        """),
    BrokenCase(
        "assumptions misspelt", "case: Accounts payable",
        "case: Accounts payable\nassumptions: non",
        """
        line 2, column 14: assumptions: “non” is not one of the choices. Did you mean none?
        """),
    BrokenCase(
        "duplicate option", "  pune: {",
        "  keep: {",
        """
        line 11, column 3: The key “keep” stands here a second time; the first is in line 10, column 3. Keep one of the two.
        """),
    BrokenCase(
        "derived key", "country: IN, price",
        "country: IN, geography: offshore, price",
        """
        line 11, column 44: options.pune.geography: This is derived from ownership and country, never typed in. Remove the key.
        """),
    BrokenCase(
        "bad option name", "  pune: {",
        "  pune site: {",
        """
        line 11, column 3: options.pune site: “pune site” cannot be a name. Use letters from A to Z, digits, - and _, at most 64; the title may be anything.
        """),
    BrokenCase(
        "thousands in a flow mapping", "perMonth: 42000",
        "perMonth: 42,000",
        """
        line 7, column 25: functions.entry.volume.perMonth: “42,000” has a comma, which separates keys here. Write 42000.
        """),
    BrokenCase(
        "thousands in block style", "volume: { perMonth: 42000 }",
        "volume:\n      perMonth: 42,000",
        """
        line 8, column 17: functions.entry.volume.perMonth: “42,000” has separators between its digits. Write 42000.
        """),
    BrokenCase(
        "decimal comma", "handleTime: 3",
        "handleTime: 2,6",
        """
        line 8, column 17: functions.entry.handleTime: “2,6” has a decimal comma. Write 2.6.
        """),
    BrokenCase(
        "currency sign", "perTransaction: 0.62",
        "perTransaction: $0.62",
        """
        line 11, column 69: options.pune.price.perTransaction: “$0.62” has a currency sign. Write 0.62 alone; the currency stands in a key of its own.
        """),
    BrokenCase(
        "number in words", "perMonth: 42000",
        "perMonth: many",
        """
        line 7, column 25: functions.entry.volume.perMonth: “many” is not a number. Write for example 42000 or {low: 30000, likely: 42000, high: 60000}.
        """),
    BrokenCase(
        "volume zero", "perMonth: 42000",
        "perMonth: 0",
        """
        line 7, column 25: functions.entry.volume.perMonth: 0 is out of range. It must be more than 0.
        """),
    BrokenCase(
        "negative volume", "perMonth: 42000",
        "perMonth: -5",
        """
        line 7, column 25: functions.entry.volume.perMonth: -5 is out of range. It must be more than 0.
        """),
    BrokenCase(
        "handle time zero", "handleTime: 3",
        "handleTime: 0 min",
        """
        line 8, column 17: functions.entry.handleTime: 0 min is out of range. It must be more than 0.
        """),
    BrokenCase(
        "unit that does not fit", "handleTime: 3",
        "handleTime: 3 weeks",
        """
        line 8, column 17: functions.entry.handleTime: The unit “weeks” is not one of this number's. Its units are seconds, minutes or hours.
        """),
    BrokenCase(
        "unit key that does not fit", "handleTime: 3",
        "handleTime: { value: 3, unit: EUR }",
        """
        line 8, column 35: functions.entry.handleTime: The unit “EUR” is not one of this number's. Its units are seconds, minutes or hours.
        """),
    BrokenCase(
        "growth without percent", "perMonth: 42000",
        "perMonth: 42000, growthPerYear: 6",
        """
        line 7, column 47: functions.entry.volume.growthPerYear: 6 would be 600 % a year. Write 6% or 0.06.
        """),
    BrokenCase(
        "indexation", "perTransaction: 0.62",
        "perTransaction: 0.62, indexation: 5",
        """
        line 11, column 87: options.pune.price.indexation: 5 would be 500 % a year. Write 5% or 0.05.
        """),
    BrokenCase(
        "discount rate", "discountRate: 9%",
        "discountRate: 9",
        """
        line 3, column 54: horizon.discountRate: 9 would be 900 % a year. Write 9% or 0.09.
        """),
    BrokenCase(
        "shrinkage of 100 %", "handleTime: 3",
        "handleTime: 3\n    shrinkage: 100%",
        """
        line 9, column 16: functions.entry.shrinkage: 100% is out of range. It must be at least 0 and less than 100 %.
        """),
    BrokenCase(
        "share of 0", "country: IN, price",
        "country: IN, share: 0, price",
        """
        line 11, column 51: options.pune.share: 0 is out of range. It must be more than 0 and at most 100 %.
        """),
    BrokenCase(
        "share above 1", "country: IN, price",
        "country: IN, share: 120%, price",
        """
        line 11, column 51: options.pune.share: 120% is out of range. It must be more than 0 and at most 100 %.
        """),
    BrokenCase(
        "attrition without percent", "country: US, baseline",
        "country: US, people: { attrition: 1.4 }, baseline",
        """
        line 10, column 66: options.keep.people.attrition: 1.4 would be 140 % a year. Write 140% if that is meant, or 1.4%.
        """),
    BrokenCase(
        "error rate above 100 %", "handleTime: 3",
        "handleTime: 3\n    errorRate: 130%",
        """
        line 9, column 16: functions.entry.errorRate: 130% is out of range. It must be at least 0 and at most 100 %.
        """),
    BrokenCase(
        "not a number", "handleTime: 3",
        "handleTime: .nan",
        """
        line 8, column 17: functions.entry.handleTime: “.nan” is not a number that can be reckoned with. Write a number, or remove the key.
        """),
    BrokenCase(
        "list for a number", "handleTime: 3",
        "handleTime: [1, 2]",
        """
        line 8, column 17: functions.entry.handleTime: Here a number was expected, but there is a list. Write a number, or {low, likely, high}, {p10, p50, p90}, {mean, sd}, {uniform: [a, b]} or {lognormal: [p10, p90]}.
        """),
]
