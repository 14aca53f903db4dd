import Choosing
import Notation
import Sourcing

/// Where the evaluators disagree, and whether it matters.
struct ViewsChapter {
    let page: ChoicePage

    private static let talks = 5
    private static let scores = 8

    var chapter: Chapter {
        let heading = "Where the evaluators need to talk"
        return Chapter(
            id: page.id("views"), entry: heading, heading: heading,
            body: page.choice.evaluators.map { answer in
                answer.views.isEmpty && answer.cells.isEmpty
                    ? ""
                    : Markup.pair(heat(answer), "<div>\n\(talk(answer))\(agreement(answer))</div>\n") + views(answer)
            } ?? "")
    }

    // MARK: Scores

    private func heat(_ answer: Choice.EvaluatorAnswer) -> String {
        guard !answer.cells.isEmpty else { return Markup.paragraph("No score has been handed in.") }
        var order: [String] = []
        for cell in answer.cells where !order.contains(cell.criterion) { order.append(cell.criterion) }
        let byCell = Dictionary(
            answer.cells.map { ([$0.criterion, $0.partner], $0) }, uniquingKeysWith: { first, _ in first })
        let rows = order.map { criterion in
            let cells = page.ranking.map { byCell[[criterion, $0.name]] }
            return HTMLTable.Row(
                head: Markup.escape(page.criterionTitle(criterion)), cells: cells.map(shown), marks: cells.map(shade))
        }
        let count = answer.views.count
        let who = count == 1 ? "the one evaluator" : "the \(Words.number(count)) evaluators"
        return HTMLTable(
            caption:
                "Scores of \(who), from lowest to highest. The darker, the further apart; cells show scores, not people.",
            columns: [HTMLTable.text("Criterion")] + page.ranking.map { HTMLTable.number(page.name($0.name)) },
            rows: rows,
            name: "heat"
        ).html
    }

    private func shown(_ cell: Choice.EvaluatorAnswer.Cell?) -> String {
        guard let cell, !cell.scores.isEmpty else { return "no answer" }
        guard cell.scores.count > Self.scores else {
            return cell.scores.map { Format.plain($0) }.joined(separator: " ")
        }
        let middle = cell.scores[cell.scores.count / 2]
        let range = Format.range(Format.plain(cell.scores.first ?? 0), Format.plain(cell.scores.last ?? 0))
        return "\(range), mostly near \(Format.plain(middle))"
    }

    private func shade(_ cell: Choice.EvaluatorAnswer.Cell?) -> String {
        guard let cell, !cell.scores.isEmpty else { return "none" }
        return cell.spread >= 0.75 ? "d3" : cell.spread >= 0.5 ? "d2" : ""
    }

    private func talk(_ answer: Choice.EvaluatorAnswer) -> String {
        let cells = Array(answer.talkAbout.prefix(Self.talks))
        guard !cells.isEmpty else {
            return Markup.paragraph("No two evaluators are half of a scale or more apart on any partner.")
        }
        let items = cells.map { cell in
            let subject = "\(page.name(cell.partner)), \(page.inSentence(cell.criterion))"
            let notes = cell.notes.isEmpty ? "" : Markup.list(cell.notes.map { "“\($0)”" }, class: "quiet")
            return "<li><b>\(Markup.escape(subject)):</b> from \(level(cell.scores.first, cell.criterion)) to "
                + "\(level(cell.scores.last, cell.criterion)).\(notes)</li>\n"
        }
        let rest = answer.talkAbout.count - cells.count
        let more =
            rest > 0
            ? Markup.paragraph(
                "\(Words.capitalised(Words.number(rest))) more \(rest == 1 ? "is" : "are") half of a scale or more apart.",
                class: "small") : ""
        return
            "<h3>Talk about \(cells.count == 1 ? "this" : "these") first</h3>\n<ol class=\"small\">\n\(items.joined())</ol>\n\(more)"
    }

    /// "2 “works only as told”"
    private func level(_ score: Double?, _ criterion: String) -> String {
        guard let score else { return Format.notKnown }
        let number = Format.plain(score)
        guard case .levels(let levels)? = page.criterion(criterion)?.scale, score == score.rounded(),
            let level = levels.dropFirst(max(0, Int(min(score, 100)) - 1)).first
        else { return number }
        return "\(number) “\(Markup.escape(Words.lowered(level.words)))”"
    }

    // MARK: Agreement

    private func agreement(_ answer: Choice.EvaluatorAnswer) -> String {
        var words: [String] = []
        var sources: [String] = []
        if let w = answer.kendallW, w.isFinite {
            let much = w >= 0.7 ? "On the whole they agree" : w >= 0.5 ? "They agree in part" : "They hardly agree"
            words.append(
                "\(much): price left out, their orders of the partners match by \(Format.decimal(w, digits: 2)) on a scale from 0 "
                    + "(nothing in common) to 1 (the same order).")
            let p = answer.kendallP.map { " (p \(Format.plain($0)))" } ?? ""
            sources.append("Kendall’s W \(Format.decimal(w, digits: 2))\(p)")
        }
        if let icc = answer.icc, icc.value.isFinite {
            words.append(
                "Two evaluators looking at the same partner agree on the level itself by \(Format.decimal(icc.value, digits: 2)) of 1."
            )
            sources.append(
                "ICC(2,1) \(Format.decimal(icc.value, digits: 2)), 95\(Format.space)% interval \(Format.decimal(icc.low, digits: 2)) to \(Format.decimal(icc.high, digits: 2))"
            )
        }
        let source =
            sources.isEmpty ? "" : Markup.paragraph("Source: \(sources.joined(separator: "; ")).", class: "source")
        return words.map { Markup.paragraph($0) }.joined() + source
    }

    // MARK: Views

    private func views(_ answer: Choice.EvaluatorAnswer) -> String {
        guard !answer.views.isEmpty else { return "" }
        let hasPrice = page.choice.price != nil
        func name(_ partner: String?) -> String { partner.map { Markup.escape(page.name($0)) } ?? Format.notKnown }
        let columns =
            (hasPrice ? ["First", "First, price left out"] : ["First"])
            + (answer.views.count > 1 ? ["First without this evaluator"] : [])
        return "<h3>What each of them would choose</h3>\n"
            + HTMLTable(
                caption: "Who is first in each evaluator’s view, and who would be first without it",
                columns: [HTMLTable.text("Evaluator")] + columns.map(HTMLTable.text) + [HTMLTable.number("Scored")],
                rows: answer.views.map { view in
                    .init(
                        head: Markup.escape(view.title),
                        cells: (hasPrice ? [name(view.first), name(view.firstWithoutPrice)] : [name(view.first)])
                            + (answer.views.count > 1 ? [name(view.firstWithout)] : [])
                            + ["\(view.scored) of \(view.asked)"])
                }
            ).html
            + points(answer)
    }

    /// Points of each partner in each view, on request: the table beside has what follows from it.
    private func points(_ answer: Choice.EvaluatorAnswer) -> String {
        let shown = Array(page.ranking.prefix(ChoicePage.sideBySide))
        return Markup.details(
            "Points of each partner in each view",
            HTMLTable(
                caption: "Points of 100 in each evaluator’s view"
                    + (page.choice.price == nil ? "" : ", price included"),
                columns: [HTMLTable.text("Evaluator")] + shown.map { HTMLTable.number(page.name($0.name)) },
                rows: answer.views.map { view in
                    .init(
                        head: Markup.escape(view.title),
                        cells: shown.map { ChoicePage.points(view.points[$0.name] ?? .nan) })
                }
            ).html)
    }
}
