import Choosing
import Notation

/// How good the partners are on each criterion, weights aside.
struct ProfileSection {
    let page: ChoicePage

    var html: String {
        let shown = Array(page.ranking.prefix(ProfileChart.letters.count))
        let criteria = page.choice.criteria
        guard !shown.isEmpty, !criteria.isEmpty else { return "" }
        func value(_ partner: Choice.PartnerAnswer, _ criterion: String) -> Double? {
            partner.unknown.contains(criterion) ? nil : partner.values[criterion].map { $0 * 100 }
        }
        let names = shown.map { page.name($0.name) }
        let rest = page.ranking.count - shown.count
        let title = "How good each partner is on each criterion"
        let figure = Markup.figure(
            statement(shown),
            note: "Mean value on each scale, from 0 (worst level) to 100 (best), weights aside"
                + (rest > 0 ? "; the first \(Words.number(shown.count)) partners" : ""),
            svg: ProfileChart.svg(
                id: page.id("profile"), title: title, partners: names,
                rows: criteria.map { criterion in
                    .init(label: criterion.title, values: shown.map { value($0, criterion.name) })
                }),
            source: "At the end of a row: \(names.first ?? ""). What is not known has no dot.", class: "rows from-zero",
            legend: ProfileChart.legend(names))
        let table = HTMLTable(
            caption: "Mean value on each scale, 0 to 100",
            columns: [HTMLTable.text("Criterion")] + names.map(HTMLTable.number),
            rows: criteria.map { criterion in
                .init(
                    head: Markup.escape(criterion.title),
                    cells: shown.map { value($0, criterion.name).map { Format.decimal($0) } ?? Format.notKnown })
            }, name: "wrap")
        return Markup.pair(figure, table.html)
    }

    private func statement(_ shown: [Choice.PartnerAnswer]) -> String {
        guard let first = shown.first, shown.count > 1 else { return "Where it is strong and where it is weak" }
        let best = page.choice.criteria.filter { criterion in
            let own = first.values[criterion.name] ?? -1
            return page.ranking.dropFirst().allSatisfy { ($0.values[criterion.name] ?? -1) <= own }
        }
        let count = page.choice.criteria.count
        return
            "\(page.name(first.name)) is best, or as good as the best, on \(Words.number(best.count)) of \(Words.number(count)) criteria"
    }
}
