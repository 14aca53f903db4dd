extension FieldTable {
    static let maximumCriteria = 40
    static let maximumPartners = 50
    static let maximumEvaluators = 30
    static let maximumGates = 40

    static let selection = Section(
        title: "the selection",
        fields: [
            Field("title", .text, "What is chosen, in a few words."),
            Field(
                "function", .name, "Which function a partner is sought for; may be left out where there is only one."),
            Field(
                "opening", .date,
                "The day on which the bids are opened, for example 2026-11-16: scales and weights stand before."),
            Field(
                "criteria", .named(criterion, limit: maximumCriteria),
                "What partners are compared by. A name from the library (\(CriteriaLibrary.all.map(\.name).joined(separator: ", "))) brings its scale along.",
                required: true),
            Field("weights", .section(weights), "How much the criteria count, where it is not said by points at each."),
            Field("gates", .named(gate, limit: maximumGates), "Must-haves: passed, failed or not known."),
            Field("evaluators", .named(evaluator, limit: maximumEvaluators), "Who scores the partners."),
            Field(
                "mixing", .choice(Evaluation.Mixing.allCases.map(\.rawValue)),
                "Where evaluators disagree, each way to see it takes one person's view of everything (person), or for each criterion one person's (criterion)."
            ),
            Field(
                "partners", .named(partner, limit: maximumPartners),
                "Who offers to do the work; may come after scales and weights are fixed."),
        ])

    /// A criterion, or a group of criteria.
    static let criterion = Section(
        title: "a criterion",
        fields: leafFields + [
            Field(
                "criteria",
                .named(Section(title: "a criterion of a group", fields: leafFields), limit: maximumCriteria),
                "The criteria of this group; it then has only title and weight beside them.")
        ])

    private static let leafFields = [
        Field("title", .text, "What people call it."),
        Field("about", .text, "What is meant, in a sentence."),
        Field("from", .name, "The library's criterion whose scale it takes, where its own name is another."),
        Field(
            "kind", .choice(Evaluation.Kind.allCases.map(\.rawValue)),
            "score: evaluators choose a level. fact: a figure of the partner. price: total cost from the cost model."),
        Field(
            "levels", .levels, "Levels in words, the worst first: texts, or {words, value} with a value from 0 to 1."),
        Field("unit", .text, "Unit of the figure, for example years, or % a year."),
        Field("scale", .section(scale), "Which figure is worst and which is best, fixed before the bids are opened."),
        Field(
            "weight", .swing,
            "Swing points: what the step from worst to best is worth beside the others; a number or {low, high}."),
        Field(
            "veto", .figure,
            "A partner at this level or figure, or worse, cannot be first."),
        Field("indifference", .number(.share), "For the second opinion: difference in value that counts for nothing."),
        Field(
            "preference", .number(Measure.above(0, .fraction, to: 1)),
            "For the second opinion: difference in value that counts in full."),
    ]

    static let scale = Section(
        title: "a scale",
        fields: [
            Field("worst", .figure, "The figure that is worth nothing."),
            Field("best", .figure, "The figure that is worth everything."),
            Field(
                "curvature", .number(Measure(.factor, from: -50, to: 50)),
                "Above 0: the first steps from worst count more; below 0: the last ones; 0 is a straight line."),
            Field("points", .curvePoints, "Instead of worst and best: [[figure, value], …] with values from 0 to 1."),
        ])

    static let gate = Section(
        title: "a gate",
        fields: [
            Field("title", .text, "What people call it."),
            Field("about", .text, "What exactly must be shown."),
        ])

    static let evaluator = Section(
        title: "an evaluator",
        fields: [
            Field("title", .text, "The person's name."),
            Field("role", .text, "What the person stands for, for example finance."),
        ])

    static let weights = Section(
        title: "the weights",
        fields: [
            Field("order", .names, "Criteria from the most important step to the least."),
            Field("ratios", .ratios, "[{more: price, less: people, low: 1.5, high: 3}, …]: so many times as much."),
            Field(
                "comparisons", .comparisons,
                "{price: {people: 3, …}, …}: pairwise on the scale 1 to 9; pairs may be left out."),
            Field("best", .name, "The most important criterion (best-worst method)."),
            Field("worst", .name, "The least important criterion."),
            Field("bestToOthers", .ninePoints, "How much more the best counts than each, 1 to 9."),
            Field("othersToWorst", .ninePoints, "How much more each counts than the worst, 1 to 9."),
            Field(
                "spread", .number(.share.below(1)),
                "How far a weight that was given as one number may be off, for example 25%."),
        ])

    static let partner = Section(
        title: "a partner",
        fields: [
            Field("title", .text, "The partner's name."),
            Field("note", .text, "Anything a reader should know about it."),
            Field("option", .name, "The option of the case whose cost is its price."),
            Field(
                "bid", .section(bid),
                "What it offers, where it has no option of its own: like another option, except for these keys."),
            Field("gates", .gateAnswers, "Answers to the must-haves: pass, fail or not-known, or {answer, evidence}."),
            Field("facts", .facts, "Figures by criterion; what is left out is not known."),
            Field("scores", .scores, "Levels by evaluator and criterion: 4, {low: 2, high: 3} or {score: 4, note: …}."),
        ])

    static let bid = Section(
        title: "a bid",
        fields: [Field("like", .name, "The option that the bid resembles.", required: true)]
            + option.fields.filter { !["function", "ownership", "baseline", "partner"].contains($0.key) }
            .map { Field($0.key, $0.kind, $0.about) })

    static let places = Section(
        title: "the places",
        fields: [
            Field("countries", .countries, "Only these countries; every one that there are facts on where left out."),
            Field("without", .countries, "Not these countries."),
            Field("dataMayBeIn", .countries, "Countries in which the data may be, by law or by contract."),
            Field(
                "leastOverlap", .number(Measure(.hours, from: 0, to: 8)),
                "Hours of the normal working day that must be shared every day."),
            Field(
                "leastRuleOfLaw", .number(Measure(.factor, from: -2.5, to: 2.5)),
                "Worldwide Governance Indicator, −2.5 to 2.5; −1 where left out."),
            Field(
                "leastEnglish", .number(Measure(.factor, from: 0, to: 800)),
                "EF English Proficiency Index where English is needed; 450 where left out."),
            Field(
                "leastSpeakers", .number(.share),
                "Share of the people who use a language that is needed; 20% where left out."),
            Field("weights", .section(placeWeights), "Swing points of what places are compared by."),
        ])

    static let placeWeights = Section(
        title: "the weights of places",
        fields: PlaceRules.criteria.map { Field($0, .swing, "Swing points: a number or {low, high}.") })
}
