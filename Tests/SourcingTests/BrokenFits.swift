/// Broken cases with the whole text of their messages.
let brokenFits: [BrokenCase] = [
    BrokenCase(
        "in-house abroad", "ownership: in-house, country: US",
        "ownership: in-house, country: PH",
        """
        line 10, column 22: options.keep.ownership: The work is in-house, but Philippines is not the client's country, United States. Write captive for the company's own unit in another country.
        """),
    BrokenCase(
        "captive at home", "ownership: partner, country: IN, price: { perTransaction: 0.62 }",
        "ownership: captive, country: US",
        """
        line 11, column 22: options.pune.ownership: A captive is the company's own unit in another country, but United States is the client's own. Write in-house, or another country.
        """),
    BrokenCase(
        "partner without price", ", price: { perTransaction: 0.62 }",
        "",
        """
        line 11, column 3: options.pune: A partner performs the work, but there is no price. Write what it charges, for example price: { perTransaction: 0.62 }.
        """),
    BrokenCase(
        "price without number", "perTransaction: 0.62",
        "currency: INR",
        """
        line 11, column 51: options.pune.price: The price has no number. Write perTransaction, perHour, perPersonMonth, fixed or tiers, for example { perTransaction: 0.62 }.
        """),
    BrokenCase(
        "two prices", "perTransaction: 0.62",
        "perTransaction: 0.62, perHour: 9",
        """
        line 11, column 75: options.pune.price: The price has perTransaction and perHour. Keep one: a price has exactly one basis.
        """),
    BrokenCase(
        "price on own staff", "country: US, baseline",
        "country: US, price: { perHour: 9 }, baseline",
        """
        line 10, column 45: options.keep.price: The option is in-house: own staff has wages, not a price. Remove the key, or write ownership: partner.
        """),
    BrokenCase(
        "partner on own staff", "country: US, baseline",
        "country: US, partner: Prairie, baseline",
        """
        line 10, column 45: options.keep.partner: The option is in-house, so no partner performs the work. Remove the key, or write ownership: partner.
        """),
    BrokenCase(
        "no baseline", "ownership: in-house, country: US, baseline: true",
        "ownership: captive, country: PH",
        """
        line 5, column 3: functions.entry: No option of this function is marked as the baseline. Write baseline: true at the one in force today: keep or pune.
        """),
    BrokenCase(
        "two baselines", "ownership: partner",
        "baseline: true, ownership: partner",
        """
        line 11, column 21: options.pune.baseline: keep and pune are both marked as the baseline of entry. Mark only the option that is in force today.
        """),
    BrokenCase(
        "function without option", "options:",
        "  calls: { kind: call-centre, volume: { perMonth: 900 }, handleTime: 5 }\noptions:",
        """
        line 11, column 3: options.keep: The key function is missing, and the case has 2 functions. Write function: entry or calls.
        line 12, column 3: options.pune: The key function is missing, and the case has 2 functions. Write function: entry or calls.
        """),
    BrokenCase(
        "start before the horizon", "country: IN, price",
        "country: IN, start: 2026-11, price",
        """
        line 11, column 51: options.pune.start: 2026-11 is before the horizon's start, 2027-01. Write a month within the horizon.
        """),
    BrokenCase(
        "start after the horizon", "country: IN, price",
        "country: IN, start: 2032-01, price",
        """
        line 11, column 51: options.pune.start: 2032-01 is after the horizon's last month, 2031-12. Write a month within the horizon.
        """),
    BrokenCase(
        "start is a date", "country: IN, price",
        "country: IN, start: 2027-01-15, price",
        """
        line 11, column 51: options.pune.start: “2027-01-15” is not a month. Write the year and the month, for example 2027-01.
        """),
    BrokenCase(
        "months out of range", "months: 60",
        "months: 601",
        """
        line 3, column 36: horizon.months: 601 is out of range. Write 1 to 600.
        """),
    BrokenCase(
        "months not whole", "months: 60",
        "months: 5 years",
        """
        line 3, column 36: horizon.months: Here a whole number was expected, but there is “5 years”. Write 1 to 600.
        """),
    BrokenCase(
        "risk after the horizon", "country: IN, price",
        "country: IN, risks: { fire: { chance: 2%, cost: 5, month: 61 } }, price",
        """
        line 11, column 89: options.pune.risks.fire.month: Month 61 is beyond the horizon of 60 months. Count months from 1, the horizon's first.
        """),
    BrokenCase(
        "risk chance in percent points", "country: IN, price",
        "country: IN, risks: { fire: { chance: 5, cost: 9 } }, price",
        """
        line 11, column 69: options.pune.risks.fire.chance: 5 would be 500 %. Write 5% or 0.05.
        """),
    BrokenCase(
        "tiers that fall", "price: { perTransaction: 0.62 }",
        "price: { tiers: [{ upTo: 300, price: 2 }, { upTo: 200, price: 1 }, { price: 1 }] }",
        """
        line 11, column 94: options.pune.price.tiers.2.upTo: The limit 200 is not more than the one before, 300. Let the limits rise.
        """),
    BrokenCase(
        "last tier with a limit", "price: { perTransaction: 0.62 }",
        "price: { tiers: [{ upTo: 300, price: 2 }, { upTo: 900, price: 1 }] }",
        """
        line 11, column 94: options.pune.price.tiers.2.upTo: The last tier has a limit, so the items beyond it have no price. Remove upTo from the last tier.
        """),
    BrokenCase(
        "tier without limit", "price: { perTransaction: 0.62 }",
        "price: { tiers: [{ price: 2 }, { price: 1 }] }",
        """
        line 11, column 61: options.pune.price.tiers.1: The tier has no upTo, but another tier follows. Write the limit up to which its price holds.
        """),
    BrokenCase(
        "wage without period", "country: US, baseline",
        "country: US, people: { wage: 22 }, baseline",
        """
        line 10, column 61: options.keep.people.wage: Here a wage was expected, but there is 22. Say for which time it pays, for example { amount: 22, per: hour }.
        """),
    BrokenCase(
        "wage without number", "country: US, baseline",
        "country: US, people: { wage: { per: hour } }, baseline",
        """
        line 10, column 61: options.keep.people.wage: The wage has no number. Write for example { amount: 22, per: hour }.
        """),
    BrokenCase(
        "coordination misspelt", "country: IN, price",
        "country: IN, coordination: of, price",
        """
        line 11, column 58: options.pune.coordination: Here on or off was expected, but there is “of”. Write on, off or { overhead: 8% }.
        """),
    BrokenCase(
        "correlation out of range", "options:",
        "correlations: [[a.b, c.d, 1.5]]\noptions:",
        """
        line 9, column 27: correlations.1: 1.5 is out of range. It must be at least -1 and at most 1.
        """),
    BrokenCase(
        "correlation with itself", "options:",
        "correlations: [[a.b, a.b, 0.5]]\noptions:",
        """
        line 9, column 16: correlations.1: “a.b” is correlated with itself. Name two different things.
        """),
    BrokenCase(
        "correlation of two", "options:",
        "correlations: [[a.b, 0.5]]\noptions:",
        """
        line 9, column 16: correlations.1: A correlation has two names and a number. Write for example [[attrition.pune, errorRate.pune, 0.3]].
        """),
    BrokenCase(
        "own exchange rate", "functions:",
        "exchangeRates: { USD: 1 }\nfunctions:",
        """
        line 4, column 18: exchangeRates.USD: This is the client's own currency, whose rate is always 1. Remove the key.
        """),
    BrokenCase(
        "exchange rate of nothing", "functions:",
        "exchangeRates: { RUP: 80 }\nfunctions:",
        """
        line 4, column 18: exchangeRates.RUP: “RUP” is not a currency code. Write its three letters (ISO 4217), for example USD.
        """),
    BrokenCase(
        "window not a time", "country: IN, price",
        "country: IN, hours: 9-17, price",
        """
        line 11, column 51: options.pune.hours: “9” is not a time of day. Write for example 13:30-22:30.
        """),
    BrokenCase(
        "service hours with a wrong day", "handleTime: 3",
        "handleTime: 3\n    serviceHours: Mo-Fri 08:00-18:00",
        """
        line 9, column 19: functions.entry.serviceHours: “Mo” is not a day; days are Mon, Tue, Wed, Thu, Fri, Sat or Sun. Write for example Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00.
        """),
    BrokenCase(
        "service hours that overlap", "handleTime: 3",
        "handleTime: 3\n    serviceHours: Mon 08:00-12:00,11:00-13:00",
        """
        line 9, column 19: functions.entry.serviceHours: The hours of Mon overlap at “11:00-13:00”. Write for example Mon-Fri 08:00-12:00,13:00-17:00; Sat 09:00-13:00.
        """),
    BrokenCase(
        "seasonality of eleven", "perMonth: 42000",
        "perMonth: 42000, seasonality: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]",
        """
        line 7, column 45: functions.entry.volume.seasonality: Here a list of 12 numbers was expected, but there is a list of 11.
        """),
    BrokenCase(
        "tab", "    kind: data-entry",
        "\tkind: data-entry",
        """
        line 6, column 1: This line is indented with a tab; YAML allows spaces only. Replace the tab by spaces, as many as the lines beside it have.
        """),
    BrokenCase(
        "unclosed bracket", "baseline: true }",
        "baseline: true",
        """
        line 11, column 7: A group in curly brackets is not closed. It began in line 10, column 9. Add “}”, or a comma between its keys.
        """),
    BrokenCase(
        "unclosed quote", "case: Accounts payable",
        "case: \"Accounts payable",
        """
        line 12, column 1: The file ends inside a text in quotes. It began in line 1, column 7. Close the quotes.
        """),
    BrokenCase(
        "colon in a title", "case: Accounts payable",
        "case: Accounts: payable",
        """
        line 1, column 15: A colon stands here where no key can begin. Put a text that has a colon in quotes, and begin every key on a line of its own.
        """),
    BrokenCase(
        "wrong indentation", "    handleTime: 3",
        "   handleTime: 3",
        """
        line 8, column 4: A key with a colon was expected here. Check that this line is indented like the lines beside it, and that a colon and a space follow the key.
        """),
    BrokenCase(
        "a first key without its colon", "    kind: data-entry",
        "    kind data-entry",
        """
        line 6, column 5: A key with a colon was expected here. Check that this line is indented like the lines beside it, and that a colon and a space follow the key.
        """),
    BrokenCase(
        "a key without its colon", "horizon: { start: 2027-01, months: 60, discountRate: 9% }",
        "horizon",
        """
        line 3, column 1: A key with a colon was expected here. Check that this line is indented like the lines beside it, and that a colon and a space follow the key.
        """),
    BrokenCase(
        "a last key without its colon", "pune: { ownership: partner, country: IN, price: { perTransaction: 0.62 } }",
        "pune",
        """
        line 11, column 3: A key with a colon was expected here. Check that this line is indented like the lines beside it, and that a colon and a space follow the key.
        """),
    BrokenCase(
        "two documents", "options:",
        "---\noptions:",
        """
        line 9, column 1: A second document begins here (---). Keep one case a file: remove the line, or move the rest into another file.
        """),
    BrokenCase(
        "merge key", "    kind: data-entry",
        "    <<: { kind: data-entry }",
        """
        line 6, column 5: functions.entry: Merge keys (<<) are not supported. Write the keys out, or use an alias for a whole value (price: *standard).
        """),
    BrokenCase(
        "tag", "case: Accounts payable",
        "case: !secret Accounts payable",
        """
        line 1, column 7: case: Tags (here “!secret”) are not supported. Remove it; text that begins with ! stands in quotes.
        """),
    BrokenCase(
        "alias without anchor", "handleTime: 3",
        "handleTime: *standard",
        """
        line 8, column 17: functions.entry.handleTime: The alias *standard has no anchor &standard before it. Write the value itself; text that begins with * stands in quotes.
        """),
    BrokenCase(
        "alias within itself", "handleTime: 3",
        "handleTime: &t { low: *t }",
        """
        line 8, column 27: functions.entry.handleTime.low: The alias *t stands inside the value that it names, so it would never end. Write the value itself; text that begins with * stands in quotes.
        """),
    BrokenCase(
        "alias as a key", "    kind: data-entry",
        "    kind: &k data-entry\n    *k : 1",
        """
        line 7, column 5: functions.entry: A key must be a plain word, not a list, a group of keys or an alias. If brackets or * were meant as text, put them in quotes.
        """),
    BrokenCase(
        "star first", "handleTime: 3",
        "handleTime: **",
        """
        line 8, column 18: A text cannot begin with “*”. Put the text in quotes.
        """),
    BrokenCase(
        "key of another group", "country: IN, price",
        "country: IN, attrition: 20%, price",
        """
        line 11, column 44: options.pune: “attrition” is not a key of an option. It belongs in people.
        """),
    BrokenCase(
        "currency at the top", "case: Accounts payable",
        "case: Accounts payable\ncurrency: USD",
        """
        line 2, column 1: “currency” is not a key of a case. It belongs in client.
        """),
    BrokenCase(
        "own staff by another word", "ownership: in-house",
        "ownership: internal",
        """
        line 10, column 22: options.keep.ownership: “internal” is not one of the choices. Did you mean in-house?
        """),
    BrokenCase(
        "price in thousands", "price: { perTransaction: 0.62 }",
        "price: { fixed: 1,250, currency: USD }",
        """
        line 11, column 60: options.pune.price.fixed: “1,250” has a comma, which separates keys here. Write 1250.
        """),
    BrokenCase(
        "minutes and seconds", "handleTime: 3",
        "handleTime: 3:10",
        """
        line 8, column 17: functions.entry.handleTime: “3:10” is not a number. Write for example 3.1, 3.1 min or 186 s.
        """),
    BrokenCase(
        "percentiles with a wide tail above", "handleTime: 3",
        "handleTime: 3\n    errorRate: { p10: 20%, p50: 50%, p90: 80% }",
        """
        line 9, column 16: functions.entry.errorRate: More than 1 % of the draws of this distribution would be less than 0 %, which cannot be. Add min: 0.
        """),
    BrokenCase(
        "lognormal share", "handleTime: 3",
        "handleTime: 3\n    errorRate: { lognormal: [1%, 90%] }",
        """
        line 9, column 16: functions.entry.errorRate: More than 1 % of the draws of this distribution would be more than 100 %, which cannot be. Use {low, likely, high}, or lower percentiles.
        """),
    BrokenCase(
        "p50 left out", "handleTime: 3",
        "handleTime: { p10: 2, p90: 4 }",
        """
        line 8, column 17: functions.entry.handleTime: The number has no p50. This form has p10, p50 and p90.
        """),
    BrokenCase(
        "unknown unit of growth", "perMonth: 42000",
        "perMonth: 42000, growthPerYear: { value: 6, unit: points }",
        """
        line 7, column 65: functions.entry.volume.growthPerYear: The unit “points” is not one of this number's. Its units are %.
        """),
    BrokenCase(
        "percent sign first", "handleTime: 3",
        "handleTime: %6",
        """
        line 8, column 17: A text cannot begin with “%”. Put the text in quotes.
        """),
    BrokenCase(
        "three faults in the order of lines", "kind: data-entry\n    volume: { perMonth: 42000 }\n    handleTime: 3",
        "kind: dataentry\n    volume: { perMonth: 42,000 }\n    handleTime: 3 weeks",
        """
        line 6, column 11: functions.entry.kind: “dataentry” is not one of the choices. Did you mean data-entry?
        line 7, column 25: functions.entry.volume.perMonth: “42,000” has a comma, which separates keys here. Write 42000.
        line 8, column 17: functions.entry.handleTime: The unit “weeks” is not one of this number's. Its units are seconds, minutes or hours.
        """),
]
