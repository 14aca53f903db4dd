import Choosing
import Notation
import Sourcing

/// What was checked behind the ranking: criteria that do not work, another method, the weights' consistency, assumptions.
struct ChecksChapter {
    let page: ChoicePage

    private var choice: Choice { page.choice }

    var chapter: Chapter {
        let heading = "How it was checked"
        let blocks = criteria + weights + assumed
        return Chapter(
            id: page.id("checks"), entry: heading, heading: heading,
            body: "<div class=\"trio\">\n\(blocks)</div>\n" + opinion + ScalesSection(page: page).html + source)
    }

    private func block(_ title: String, _ items: [String], none: String = "") -> String {
        guard !items.isEmpty || !none.isEmpty else { return "" }
        let body = items.isEmpty ? Markup.paragraph(none, class: "small") : Markup.list(items, class: "small")
        return "<div>\n<h3>\(Markup.escape(title))</h3>\n\(body)</div>\n"
    }

    private var criteria: String {
        guard page.ranking.count > 1 else { return "" }
        let idle = choice.idle.map {
            "\(page.criterionTitle($0.criterion)) hardly separates the partners: \(ChoicePage.pointsInWords($0.spread)) between best and "
                + "worst, at \(ChoicePage.percent($0.weight)) of the weight."
        }
        let twins = choice.twins.map {
            "\(page.criterionTitle($0.first)) and \(page.inSentence($0.second)) rise and fall together "
                + "(\(Format.decimal($0.correlation, digits: 2)) of 1) and hold \(ChoicePage.percent($0.weight)) of the weight: one thing may count "
                + "twice."
        }
        return block(
            "Criteria that do not do their work", idle + twins,
            none: "Every criterion separates the partners, and no two of them rise and fall together.")
    }

    private var weights: String {
        let weights = choice.weights
        let items = [
            "Asked for as \(weights.form).", weights.consistency.map { Words.capitalised($0) + "." }, weights.mend,
        ]
        return block("Weights", items.compactMap(\.self).map { $0.hasSuffix("..") ? String($0.dropLast()) : $0 })
    }

    private var assumed: String { block("Assumed where the case is silent", choice.assumptions) }

    private var opinion: String {
        guard let opinion = choice.secondOpinion else { return "" }
        let pairs = opinion.incomparable.map { "\(page.name($0.0)) and \(page.name($0.1))" }
        let cannot =
            pairs.isEmpty ? "" : " It cannot compare \((pairs).listed("and")): each is better in its own way."
        let table = HTMLTable(
            caption: "For each partner: how much speaks for it, how much against it, and what is left, from −1 to 1",
            columns: [HTMLTable.text("Partner")] + ["For", "Against", "Left"].map(HTMLTable.number),
            rows: opinion.flows.map { flow in
                .init(
                    head: Markup.escape(page.title(flow.partner)),
                    cells: [
                        Format.decimal(flow.plus, digits: 2), Format.decimal(flow.minus, digits: 2),
                        Format.decimal(flow.net, digits: 2, signed: true),
                    ])
            })
        let tag = opinion.agrees ? Markup.tag("agrees", "good") : Markup.tag("differs", "warn")
        return "<h3>A second opinion\(tag)</h3>\n"
            + Markup.pair("<div>\n\(Markup.paragraph(opinion.sentence + cannot))\(opinionSource)</div>\n", table.html)
    }

    private var opinionSource: String {
        Markup.paragraph("Source: pairwise comparison of the mean values. Method: PROMETHEE I and II.", class: "source")
    }

    private var source: String {
        let futures =
            choice.trials == choice.samples ? "" : ", \(Format.decimal(Double(choice.trials))) futures of the costs"
        return Markup.paragraph(
            "Source: \(page.samples) ways to see it\(futures), seed \(choice.seed); weights \(choice.weights.drawn). Same case, same seed: same "
                + "numbers, on any machine.", class: "source")
    }
}
