package import Choosing
import Notation

/// What a change of weights or prices does to a choice: ranks now, points and first places before and after.
package enum ChoiceEffect {
    /// - Parameter after: with the changes; nil to show the choice as it stands.
    package static func html(before: Choice, after: Choice?, prefix: String = "live-") -> String {
        let page = ChoicePage(choice: after ?? before)
        var out = Markup.paragraph(said(before: before, after: after), class: "lead headline")
        if after != nil { out += change(before, page) }
        guard !page.ranking.isEmpty else { return out }
        return out + Markup.pair(figure(page, prefix), table(before, page, isChanged: after != nil))
    }

    /// The sentence that a screen reader hears when the answer changes.
    package static func said(before: Choice, after: Choice?) -> String { (after ?? before).headline + "." }

    private static func change(_ before: Choice, _ page: ChoicePage) -> String {
        let same = before.winner?.name == page.winner?.name
        let order = before.ranking.map(\.name) == page.ranking.map(\.name)
        let text =
            same
            ? order
                ? "The same partner is first, and the order stays."
                : "The same partner is first; the order below it changes."
            : "Before: \(before.headline)."
        return Markup.paragraph(text, class: same ? "quiet" : "changed")
    }

    private static func figure(_ page: ChoicePage, _ prefix: String) -> String {
        let title = "How often each partner takes each rank"
        let rows = page.ranking.map {
            RanksChart.Row(label: $0.title, kind: page.kind($0), ranks: RanksChart.shown($0.ranks))
        }
        let count = page.ranking.map(\.ranks.count).max() ?? 0
        return Markup.figure(
            title, note: "Of 100 ways to weigh the criteria, the evaluators’ views and what is uncertain",
            svg: RanksChart.svg(id: prefix + "ranks", title: title, rows: rows),
            source: "Source: \(page.samples) draws. Method: SMAA.", class: "rows from-zero",
            legend: RanksChart.legend(count))
    }

    private static func table(_ before: Choice, _ page: ChoicePage, isChanged: Bool) -> String {
        let new = page.ranking
        let gone = before.ranking.filter { old in !new.contains { $0.name == old.name } }
        let columns =
            isChanged ? ["Points before", "Points now", "Change", "First before", "First now"] : ["Points", "First"]
        var rows = new.map { partner in
            let old = before.partner(partner.name)
            let points = ChoicePage.points(partner.points)
            let first = Format.ofHundred(partner.first)
            let cells =
                isChanged
                ? [
                    old.map { ChoicePage.points($0.points) } ?? "–", points, old.map { change($0, partner) } ?? "–",
                    old.map { Format.ofHundred($0.first) } ?? "–", first,
                ] : [points, first]
            return HTMLTable.Row(head: page.head(partner), cells: cells, kind: page.rowKind(partner))
        }
        if isChanged {
            rows += gone.map {
                .init(
                    head: Markup.escape($0.title),
                    cells: [ChoicePage.points($0.points), "out", "–", Format.ofHundred($0.first), "–"])
            }
        }
        return HTMLTable(
            caption: "Mean points of 100; “first”: in how many of 100 ways to see it",
            columns: [HTMLTable.text("Partner")] + columns.map(HTMLTable.number), rows: rows, name: "wrap"
        ).html
    }

    /// Of the points as they are shown, so that the row adds up.
    private static func change(_ old: Choice.PartnerAnswer, _ new: Choice.PartnerAnswer) -> String {
        let tenths = (new.points * 10).rounded() - (old.points * 10).rounded()
        return ChoicePage.points(tenths / 10, signed: true)
    }
}
