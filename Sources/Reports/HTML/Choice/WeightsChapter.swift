import Choosing
import Notation

/// Whether other weights would change who is first: one at a time, and the smallest change of all together.
struct WeightsChapter {
    let page: ChoicePage

    private var choice: Choice { page.choice }
    private var criteria: [Choice.CriterionAnswer] { choice.criteria }

    var chapter: Chapter {
        let isRace = page.ranking.count > 1
        let heading = isRace ? "Would other weights change it?" : "How much each criterion counts"
        return Chapter(
            id: page.id("weights"), entry: isRace ? "What would flip it" : heading, heading: heading,
            body: criteria.isEmpty || page.ranking.isEmpty
                ? "" : Markup.paragraph(words) + Markup.pair(figure, table) + flips + central)
    }

    /// The ends at which another is first, the nearest first.
    private var ends: [(criterion: Choice.CriterionAnswer, at: Double)] {
        criteria.flatMap { criterion in
            (criterion.stays.map(WeightsChart.flips) ?? []).map { (criterion, $0) }
        }.sorted { abs($0.1 - $0.0.weight) < abs($1.1 - $1.0.weight) }
    }

    private var words: String {
        guard let winner = choice.winner, criteria.contains(where: { $0.stays != nil }) else {
            return "With one partner left, no weight changes who is first."
        }
        let name = page.name(winner.name)
        let near = Array(ends.prefix(2))
        guard !near.isEmpty else { return "\(name) stays first at any weight of any single criterion." }
        let told = near.map { "\(page.inSentence($0.criterion.name)) at \(ChoicePage.inWords($0.at))" }
        let inside = near.filter { $0.criterion.weightLow <= $0.at && $0.at <= $0.criterion.weightHigh }
        let verdict =
            switch (near.count, inside.count) {
            case (1, 0): "It lies outside what was said."
            case (_, 0): "Both lie outside what was said."
            case (1, _): "It lies within what was said."
            case (2, 2): "Both lie within what was said."
            default: "The weight of \(page.inSentence(inside[0].criterion.name)) lies within what was said."
            }
        return
            "The nearest change of one weight: with \((told).listed("or")) of all weight, \(name) would no longer be first. \(verdict)"
    }

    private func stays(_ criterion: Choice.CriterionAnswer) -> String {
        guard let stays = criterion.stays else { return "–" }
        let from = stays.lowerBound > 0.0005
        let to = stays.upperBound < 0.9995
        let (low, high) = (ChoicePage.inWords(stays.lowerBound), ChoicePage.inWords(stays.upperBound))
        return from && to ? "\(low) to \(high)" : from ? "from \(low)" : to ? "up to \(high)" : "at any weight"
    }

    private func said(_ criterion: Choice.CriterionAnswer) -> String {
        ChoicePage.inWords([criterion.weightLow, criterion.weightHigh])
    }

    private var figure: String {
        let title = "How much each criterion counts, and what would change who is first"
        let isRace = criteria.contains { $0.stays != nil }
        let name = choice.winner.map { page.name($0.name) } ?? ""
        let open = criteria.filter { $0.stays.map(WeightsChart.flips)?.isEmpty ?? true }.count
        let statement =
            isRace
            ? open == criteria.count
                ? "No single weight moves \(name) from first place"
                : "\(Words.capitalised(Words.number(criteria.count - open))) of \(Words.number(criteria.count)) weights could move \(name) from first place"
            : "How much each criterion counts"
        return Markup.figure(
            statement, note: "Per cent of all weight. When one weight moves, the others keep their proportions.",
            svg: WeightsChart.svg(
                id: page.id("weights-chart"), title: title,
                rows: criteria.map {
                    .init(
                        label: $0.title, weight: $0.weight, low: $0.weightLow, high: $0.weightHigh, stays: $0.stays)
                }),
            source:
                "Source: weights as \(choice.weights.form); the band goes from the least to the most that each can be.",
            class: "rows from-zero",
            legend: Markup.legend(WeightsChart.legend + (isRace ? WeightsChart.stayLegend(name) : [])))
    }

    private var table: String {
        HTMLTable(
            caption: "Weights as a share of all weight",
            columns: [HTMLTable.text("Criterion")] + ["Weight", "Said", "Stays first"].map(HTMLTable.number),
            rows: criteria.map {
                .init(
                    head: Markup.escape($0.title),
                    cells: [ChoicePage.percent($0.weight), Markup.nowrap(said($0)), stays($0)])
            }, name: "wrap"
        ).html
    }

    // MARK: All weights together

    private var flips: String {
        let flips = Array((choice.rivalry?.flips ?? []).prefix(4))
        guard !flips.isEmpty else { return "" }
        let items = flips.map { flip in
            "\(page.name(flip.rival)) would tie if the weights moved together, none by more than "
                + "\(Format.decimal(flip.largestChange * 100, digits: 1)) percentage points: \(change(flip))."
        }
        let changed = criteria.filter { criterion in
            flips.contains { $0.weights.contains { $0.criterion == criterion.name } }
        }
        let rows = changed.map { criterion in
            HTMLTable.Row(
                head: Markup.escape(criterion.title),
                cells: [ChoicePage.percent(criterion.weight)]
                    + flips.map { flip in
                        flip.weights.first { $0.criterion == criterion.name }.map { ChoicePage.percent($0.to) } ?? "–"
                    })
        }
        let table =
            rows.isEmpty
            ? ""
            : HTMLTable(
                caption:
                    "Weights at the smallest change that lets a rival tie; “–”: as now, within half a percentage point",
                columns: [HTMLTable.text("Criterion"), HTMLTable.number("Now")]
                    + flips.map { HTMLTable.number("\(page.name($0.rival)) ties") }, rows: rows, name: "wrap"
            ).html
        return "<h3>The smallest change of all weights together</h3>\n" + Markup.pair(Markup.list(items), table)
    }

    // MARK: Weights for each partner

    /// Whose taste would put each partner first.
    private var central: String {
        let shown = page.ranking.filter { $0.centralWeights != nil }.prefix(ChoicePage.sideBySide)
        guard page.ranking.count > 1, !shown.isEmpty else { return "" }
        var rows = criteria.map { criterion in
            HTMLTable.Row(
                head: Markup.escape(criterion.title),
                cells: [ChoicePage.percent(criterion.weight)]
                    + shown.map { $0.centralWeights?[criterion.name].map(ChoicePage.percent) ?? "–" })
        }
        rows.append(
            .init(
                head: "First at these weights, of 100 ways",
                cells: ["–"] + shown.map { $0.confidence.map(Format.ofHundred) ?? Format.notKnown }, kind: "total"))
        return Markup.details(
            "At which weights each partner is typically first",
            HTMLTable(
                caption:
                    "Mean of the weights at which the partner is first; the last row: in how many of 100 ways to see the rest",
                columns: [HTMLTable.text("Criterion"), HTMLTable.number("Now")]
                    + shown.map { HTMLTable.number(page.name($0.name)) }, rows: rows, name: "wrap"
            ).html)
    }

    private func change(_ flip: Choice.Flip) -> String {
        guard !flip.weights.isEmpty else { return "each by less than half a percentage point" }
        let told = flip.weights.sorted { abs($0.to - $0.from) > abs($1.to - $1.from) }.prefix(3).map {
            "\(page.inSentence($0.criterion)) from \(ChoicePage.percent($0.from)) to \(ChoicePage.percent($0.to))"
        }
        let rest = flip.weights.count - told.count
        return (told + (rest > 0 ? ["\(Words.number(rest)) more"] : [])).listed("and")
    }
}
