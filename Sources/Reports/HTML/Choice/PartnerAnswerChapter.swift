import Choosing
import Economics
import Notation
import Sourcing

/// Which partner, in how many ways to weigh it, and who was left out: the answer before its reasons.
struct PartnerAnswerChapter {
    let page: ChoicePage

    private var choice: Choice { page.choice }

    var chapter: Chapter {
        let title = choice.evaluation.title.map { Markup.paragraph($0, class: "quiet") } ?? ""
        let lead = Markup.paragraph(choice.text, class: "lead")
        let pair = page.ranking.isEmpty ? "" : Markup.pair(page.ranking.count > 1 ? figure : "", table)
        return Chapter(
            id: page.id("answer"), entry: "Which partner", heading: choice.headline,
            body: title + lead + Markup.facts(facts) + pair + PartnerNotes(page: page).html, kind: "answer")
    }

    private var facts: [Markup.Fact] {
        var facts: [Markup.Fact] = []
        if let rivalry = choice.rivalry {
            let rival = page.name(rivalry.runnerUp)
            let detail =
                rivalry.isTie
                ? "of 100: the two cannot be told apart"
                : "of 100; ahead of it in \(Format.ofHundred(rivalry.beats)) of 100 ways to see it"
            facts.append(
                .init(name: "Lead over \(rival)", value: ChoicePage.pointsInWords(rivalry.lead), detail: detail))
            if let tie = choice.price?.ties.first(where: { $0.partner == rivalry.runnerUp }) {
                facts.append(price(tie))
            }
        } else if let winner = choice.winner {
            facts.append(
                .init(
                    name: "Points", value: ChoicePage.points(winner.points),
                    detail: "of 100: the best level of every criterion"))
        }
        if let cost = choice.winner?.cost {
            facts.append(
                .init(
                    name: "Total cost over \(page.horizon)", value: page.money.prose(cost.mean),
                    detail: "on average; P10–P90: \(page.money.prose(cost.p10)) to \(page.money.prose(cost.p90))"))
        }
        if let views = choice.evaluators?.views, views.count > 1 { facts.append(withoutOne(views)) }
        return facts
    }

    private func price(_ tie: Choice.PriceAnswer.Tie) -> Markup.Fact {
        let name = "\(page.name(tie.partner)) ties at"
        let price = PriceWords(tie: tie)
        guard let change = price.change else {
            return .init(name: name, value: "no price", detail: "no price on this scale ties")
        }
        guard let asks = price.asks, let tiesAt = price.tiesAt else {
            return .init(name: name, value: change, detail: "on every price of its offer")
        }
        return .init(name: name, value: tiesAt, detail: "\(tie.unit); it asks \(asks)")
    }

    private func withoutOne(_ views: [Choice.EvaluatorAnswer.View]) -> Markup.Fact {
        let name = "One evaluator less"
        let changed = views.filter { view in view.firstWithout.map { $0 != choice.winner?.name } ?? false }
        guard !changed.isEmpty else {
            return .init(
                name: name, value: "no change", detail: "whichever of the \(Words.number(views.count)) is left out")
        }
        let told = changed.prefix(2).map { "without \($0.title): \(page.name($0.firstWithout ?? ""))" }
        let more = changed.count > 2 ? "; and \(changed.count - 2) more" : ""
        return .init(name: name, value: "another first", detail: told.joined(separator: "; ") + more)
    }

    private var count: Int { page.ranking.map(\.ranks.count).max() ?? 0 }

    private var figure: String {
        let title = "How often each partner takes each rank"
        let rows = page.ranking.map {
            RanksChart.Row(label: $0.title, kind: page.kind($0), ranks: RanksChart.shown($0.ranks))
        }
        let errors = page.ranking.flatMap(\.standardErrors).filter(\.isFinite)
        let error = errors.max().map { "; standard error at most \(Format.plain(max($0 * 100, 0.01))) of 100" } ?? ""
        return Markup.figure(
            title, note: "Of 100 ways to weigh the criteria, the evaluators’ views and what is uncertain",
            svg: RanksChart.svg(id: page.id("ranks"), title: title, rows: rows),
            source: "Source: \(page.samples) draws\(error). Method: SMAA.", class: "rows from-zero",
            legend: RanksChart.legend(count))
    }

    private var table: String {
        guard page.ranking.count > 1 else { return points }
        let names = RanksChart.names(count)
        let rows = page.ranking.map { partner in
            let shares = RanksChart.shown(partner.ranks)
            return HTMLTable.Row(
                head: page.head(partner),
                cells: names.indices.map { shares.indices.contains($0) ? Format.ofHundred(shares[$0]) : "–" },
                kind: page.rowKind(partner))
        }
        let ranks = HTMLTable(
            caption: "Out of 100 ways to weigh it, the partner takes this rank",
            columns: [HTMLTable.text("Partner")] + names.map(HTMLTable.number), rows: rows, name: "wrap")
        return "<div>\n\(ranks.html)\(points)</div>\n"
    }

    /// Mean points, chances against the next, and cost where price is a criterion.
    private var points: String {
        let costs = page.ranking.compactMap { $0.cost?.mean }
        let scale = MoneyScale.table(costs, page.money)
        let isRace = page.ranking.count > 1
        let columns =
            ["Points"] + (isRace ? ["Ahead of next"] : []) + (costs.isEmpty ? [] : ["Mean cost, \(scale.label)"])
        let rows = page.ranking.enumerated().map { index, partner in
            let next = page.ranking.indices.contains(index + 1) ? page.ranking[index + 1].name : nil
            let beats = next.map { partner.beats[$0].map(Format.ofHundred) ?? Format.notKnown } ?? "–"
            let cost = partner.cost.map { scale.text($0.mean) } ?? Format.notKnown
            let cells =
                [ChoicePage.points(partner.points)] + (isRace ? [beats] : []) + (costs.isEmpty ? [] : [cost])
            return HTMLTable.Row(head: Markup.escape(partner.title), cells: cells, kind: page.rowKind(partner))
        }
        let ahead =
            isRace ? " “Ahead of next”: in how many of 100 ways it is before the partner of the next row." : ""
        let cost = costs.isEmpty ? "" : " Cost: present value over \(page.horizon)."
        return HTMLTable(
            caption: "Points: mean, of 100." + ahead + cost,
            columns: [HTMLTable.text("Partner")] + columns.map(HTMLTable.number), rows: rows, name: "wrap"
        ).html
    }
}
