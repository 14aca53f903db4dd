extension FieldTable {
    static let option = Section(
        title: "an option",
        fields: [
            Field("title", .text, "What people call it."),
            Field("function", .name, "Which function it performs; may be left out where there is only one."),
            Field(
                "ownership", .choice(Ownership.allCases.map(\.rawValue)),
                "in-house: own staff in the client's country. captive: own unit in another country. "
                    + "partner: another company.", required: true),
            Field("country", .country, "Country by its name or its code.", required: true),
            Field("city", .text, "City of the site."),
            Field("timeZone", .timeZone, "IANA time zone of the site; the country's main one where left out."),
            Field("hours", .dailyWindow, "Agreed shift in the site's time, for example 13:30-22:30."),
            Field("partner", .text, "The partner's name."),
            Field("baseline", .flag, "true for the option in force today; each function has exactly one."),
            Field(
                "share", .quantity(.above(0, .fraction, to: 1)),
                "Share of the volume that moves; all of it where left out."),
            Field("start", .yearMonth, "Month in which the move begins; the horizon's first where left out."),
            Field("price", .section(price), "What the partner charges: exactly one of the five ways to charge."),
            Field("people", .section(people), "What the staff costs, and what it does."),
            Field("learning", .section(learning), "How a new team gains speed."),
            Field("facilities", .section(facilities), "Desks, equipment and site."),
            Field("transition", .section(transition), "What the move costs, once."),
            Field("governance", .section(governance), "What managing the arrangement costs."),
            Field("quality", .section(quality), "How often the work is wrong at this site."),
            Field(
                "coordination", .coordination(coordination),
                "Extra time for working at a distance: on, off or {overhead: 8%}."),
            Field("exit", .section(exit), "What ending the arrangement costs."),
            Field(
                "risks", .named(risk, limit: maximumRisks),
                "Things that may happen once, each with a name of your choice."),
        ])

    static let priceBases = ["perTransaction", "perHour", "perPersonMonth", "fixed", "tiers"]

    static let price = Section(
        title: "a price",
        fields: [
            Field("perTransaction", .quantity(.money), "Price of one item."),
            Field("perHour", .quantity(.money), "Price of one paid hour."),
            Field("perPersonMonth", .quantity(.money), "Price of one full-time person and month."),
            Field("fixed", .quantity(.money), "A fee a month, whatever the volume."),
            Field("tiers", .tiers(tier), "Prices of the items up to each limit a month; the last has no limit."),
            Field("currency", .currency, "Currency of the price; the client's where left out."),
            Field("minimumPerMonth", .quantity(Measure(.count)), "Items a month that are paid for at least."),
            Field("indexation", .quantity(.growth), "Price step a year, on the contract's anniversary."),
            Field("fxShare", .quantity(.share), "Share of the price that moves with the host country's currency."),
            Field("volumeBand", .quantity(.openFraction), "Band around the planned volume that a fixed fee covers."),
        ])

    static let tier = Section(
        title: "a tier",
        fields: [
            Field("upTo", .number(.above(0, .count)), "Items a month up to which this price holds."),
            Field("price", .quantity(.money), "Price of one item in this tier.", required: true),
        ])

    static let wage = Section(
        title: "a wage",
        fields: [
            Field("amount", .quantity(.positiveMoney), "The pay; its keys may also stand directly beside per."),
            Field("per", .choice(["hour", "month", "year"]), "The time that the amount pays for.", required: true),
            Field("currency", .currency, "Currency of the pay; the client's where left out."),
        ])

    static let people = Section(
        title: "people",
        fields: [
            Field("wage", .wage(wage), "Pay of one clerk, for example {amount: 22, per: hour}."),
            Field("onCost", .quantity(.openFraction), "Employer's cost on top of the wage."),
            Field("wageGrowth", .quantity(.growth), "Growth of pay a year."),
            Field("attrition", .quantity(.openFraction.yearly), "Leavers a year over the average headcount."),
            Field("shrinkage", .quantity(.share.below(1)), "Paid time that is not available for work."),
            Field("utilisation", .quantity(.above(0, .fraction, to: 1)), "Share of the time at work spent on items."),
            Field("paidHours", .quantity(.above(0, .hours, to: 744)), "Paid hours a head and month."),
            Field("span", .quantity(.above(0, .count)), "Clerks to one supervisor."),
            Field("supervisorRatio", .quantity(.factor), "Supervisor's pay over a clerk's, for example 1.6."),
            Field("recruiting", .quantity(.money), "Cost of one hire."),
            Field("trainingWeeks", .quantity(Measure(.weeks)), "Weeks of training before live work."),
            Field("rampMonths", .quantity(Measure(.months)), "Months from live work to full speed of a later hire."),
            Field(
                "startProductivity", .quantity(.above(0, .fraction, to: 1)),
                "Speed of a hire after training, relative to a practised clerk."),
            Field("trainerHours", .quantity(Measure(.hours)), "Hours that colleagues spend on a new hire."),
            Field(
                "severanceMonths", .quantity(Measure(.months)), "Months of pay for a head that is dismissed, all in."),
            Field(
                "retentionMonths", .quantity(Measure(.months)),
                "Months of pay to keep a leaving head until the handover."),
            Field("redeployed", .quantity(.share), "Share of freed heads that find other work in the company."),
            Field("shiftPremium", .quantity(.openFraction), "Pay premium for the shift."),
        ])

    static let learning = Section(
        title: "learning",
        fields: [
            Field(
                "startFactor", .quantity(.factor),
                "Handle time of a new team in its first month over the practised one."),
            Field("monthsToStandard", .quantity(Measure(.months)), "Months of moved work until the team is practised."),
        ])

    static let facilities = Section(
        title: "facilities",
        fields: [
            Field("seat", .quantity(.money), "Cost of one desk a year."),
            Field("technology", .quantity(.money), "Licences and equipment a seat and year."),
            Field("sitePerMonth", .quantity(.money), "Cost of the site a month, whatever the headcount."),
            Field("shiftsPerSeat", .quantity(.factor), "People who share one seat."),
            Field("currency", .currency, "Currency of these amounts; the client's where left out."),
        ])

    static let transition = Section(
        title: "the transition",
        fields: [
            Field("cost", .quantity(.money), "Planned one-off cost of the move."),
            Field("months", .quantity(Measure(.months, to: 600)), "Months until all the work has moved."),
            Field("parallelWeeks", .quantity(Measure(.weeks)), "Weeks in which both teams are paid."),
            Field("overrun", .quantity(.factor), "Actual over planned cost, for example 1.2."),
            Field("selectionShare", .quantity(.share), "Choosing a partner, as a share of the first year's charges."),
            Field("setUp", .quantity(.money), "Setting up an own unit, one-off."),
            Field("strandedShare", .quantity(.share), "Share of the freed seats' cost that stays."),
            Field("strandedMonths", .quantity(Measure(.months)), "Months for which it stays."),
        ])

    static let governance = Section(
        title: "governance",
        fields: [
            Field(
                "share", .quantity(.share), "Cost of managing, as a share of the charges, the retained team included."),
            Field("minimumHeads", .quantity(Measure(.count)), "Heads retained at least."),
            Field("tripsPerYear", .quantity(Measure(.count)), "Trips to the site a year."),
            Field("tripCost", .quantity(.money), "Cost of one trip."),
            Field("expatriates", .quantity(Measure(.count).event), "Own people sent to the site in its first year."),
        ])

    static let quality = Section(
        title: "quality",
        fields: [
            Field("errorRate", .quantity(.share), "Wrong items over all items at this site, when practised."),
            Field(
                "newTeamFactor", .quantity(.factor), "Error rate of a new team in its first month over its later one."),
        ])

    static let coordination = Section(
        title: "coordination",
        fields: [
            Field("overhead", .quantity(.openFraction), "Extra time as a share of standard hours.", required: true)
        ])

    static let exit = Section(
        title: "the exit",
        fields: [
            Field("earlyEndPerYear", .quantity(.share.yearly), "Chance a year that the arrangement ends early."),
            Field("costFactor", .quantity(Measure(.factor)), "Cost of moving again over the first move's."),
            Field("noticeMonths", .quantity(Measure(.months)), "Months of charges paid for notice."),
            Field("atEnd", .quantity(.money), "Money due when the horizon ends."),
        ])

    static let risk = Section(
        title: "a risk",
        fields: [
            Field("chance", .quantity(.share.certain), "Chance that it happens, for example 10%.", required: true),
            Field("cost", .quantity(.money), "What it costs if it happens."),
            Field("delayMonths", .quantity(Measure(.months).event), "Months by which the move then starts later."),
            Field("month", .whole(1...600), "Month of the horizon in which the cost falls, from 1."),
        ])

    /// What people say for a choice.
    static let synonyms = [
        "outsourced": "partner", "outsource": "partner", "vendor": "partner", "supplier": "partner",
        "third-party": "partner", "bpo": "partner", "internal": "in-house", "own": "in-house", "insourced": "in-house",
        "subsidiary": "captive", "own unit": "captive", "shared services": "captive",
    ]

    /// Keys that people type into an option although they follow from others.
    static let derivedKeys = ["deliveryModel", "geography", "outsourced", "offshored"]
}
