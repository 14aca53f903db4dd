/// Every key of the case file, once: the reader knows no others, and the schema is made from it.
enum FieldTable {
    static let maximumFunctions = 20
    static let maximumOptions = 50
    static let maximumRisks = 200
    static let maximumText = 2_000

    static let root = Section(
        title: "a case",
        fields: [
            Field("case", .text, "What is to be decided, in a few words.", required: true),
            Field("note", .text, "Anything a reader should know about this case."),
            Field(
                "assumptions", .choice(["published", "none"]),
                "published: what the case leaves out comes from country facts and published ranges. "
                    + "none: what it leaves out costs nothing and does nothing."),
            Field("client", .section(client), "The company that needs the work done.", required: true),
            Field("horizon", .section(horizon), "The months over which the options are compared.", required: true),
            Field(
                "exchangeRates", .exchangeRates,
                "Units of a currency for one unit of the client's currency, by currency code."),
            Field(
                "functions", .named(function, limit: maximumFunctions),
                "The work to be decided on; each function has a name of your choice.", required: true),
            Field(
                "options", .named(option, limit: maximumOptions),
                "The ways to get the work done; each option has a name of your choice.", required: true),
            Field(
                "correlations", .correlations,
                "Inputs that move together: [first, second, rank correlation from −1 to 1]."),
            Field("places", .section(places), "Where the work may go: rules and weights for shoreline locate."),
            Field("selection", .section(selection), "How partners are compared: criteria, weights, gates and scores."),
        ])

    static let client = Section(
        title: "the client",
        fields: [
            Field("name", .text, "The company's name.", required: true),
            Field("country", .country, "Country by its name or its code, for example US.", required: true),
            Field("timeZone", .timeZone, "IANA time zone; the country's main one where left out."),
            Field("currency", .currency, "Currency of every amount without its own; the country's where left out."),
        ])

    static let horizon = Section(
        title: "the horizon",
        fields: [
            Field("start", .yearMonth, "The first month, for example 2027-01.", required: true),
            Field("months", .whole(1...600), "How many months are compared.", required: true),
            Field(
                "discountRate", .number(.growth), "What a year's wait takes from the value of money, for example 9%.",
                required: true),
        ])

    static let volume = Section(
        title: "the volume",
        fields: [
            Field("perMonth", .quantity(.above(0, .count)), "Items a month, in the first month.", required: true),
            Field("growthPerYear", .quantity(.growth), "Growth of the volume a year."),
            Field(
                "seasonality", .numbers(count: 12, Measure(.factor)),
                "Twelve factors, January to December; only their proportions count."),
        ])

    static let function = Section(
        title: "a function",
        fields: [
            Field("title", .text, "What people call it."),
            Field("kind", .choice(FunctionKind.allCases.map(\.rawValue)), "What kind of work it is.", required: true),
            Field("item", .text, "What one item is called, for example invoice."),
            Field("volume", .section(volume), "How much work there is.", required: true),
            Field(
                "handleTime", .quantity(.above(0, .minutes)), "Work on one item by a practised team.", required: true),
            Field("serviceHours", .serviceHours, "When the work must be served, in the client's time."),
            Field("languages", .languages, "Two-letter codes of the languages needed."),
            Field(
                "sensitivity", .choice(DataSensitivity.allCases.map(\.rawValue)), "How sensitive the data is."),
            Field("errorRate", .quantity(.share), "Wrong items over all items, for a practised team."),
            Field("errorCost", .quantity(.money), "What one wrong item costs the client."),
            Field("reworkTime", .quantity(Measure(.minutes)), "Work to mend one wrong item."),
            Field("shrinkage", .quantity(.share.below(1)), "Paid time that is not available for work."),
            Field("utilisation", .quantity(.above(0, .fraction, to: 1)), "Share of the time at work spent on items."),
        ])
}
