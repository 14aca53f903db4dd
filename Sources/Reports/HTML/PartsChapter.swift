import Economics

/// Where the money goes: seven groups of cost that add up to the mean.
struct PartsChapter {
    let context: ReportContext
    let id: String

    static let groups: [(title: String, categories: [CostCategory])] = [
        ("Wages and partner’s charges", [.labour, .fees]), ("Hiring, training, turnover", [.hiring]),
        ("Space and technology", [.facilities]), ("Governance and travel", [.governance, .travel]),
        ("Coordination over distance", [.coordination]), ("Errors and rework", [.quality]),
        ("Transition, exit, risks", [.transition, .exit, .risk]),
    ]

    static func parts(_ option: OptionAnswer) -> [Double] {
        groups.map { group in group.categories.reduce(0) { $0 + option.cost($1) } }
    }

    var html: String {
        let options = context.function.options
        let chart = MoneyScale.chart(options.map(\.presentValue.mean), context.money)
        let table = MoneyScale.table(options.map(\.presentValue.mean), context.money)
        let rows = options.map {
            PartsChart.Row(
                label: $0.displayName, kind: context.kind($0), parts: Self.parts($0), total: $0.presentValue.mean)
        }
        let best = Self.parts(context.function.best)
        let largest = best.indices.sorted { best[$0] > best[$1] }.prefix(2)
        let statement =
            "Most of the cost of \(context.function.best.displayName): "
            + largest.map { "\(Self.groups[$0].title.lowercased()) (\(context.money.prose(best[$0])))" }
            .joined(separator: ", then ")
        let figure = Markup.figure(
            statement, note: "Mean over \(context.span), present value, \(chart.label). The letters are those of the table.",
            svg: PartsChart.svg(id: "\(id)-parts", title: "Where the money goes, by option", rows: rows, scale: chart),
            source: "Source: cost model, mean of \(context.futures). Means add up; medians do not.", class: "rows from-zero")
        var body = Self.groups.enumerated().map { index, group in
            HTMLTable.Row(
                head: "\(PartsChart.chip(index)) \(Markup.escape(group.title))",
                cells: rows.map { table.text($0.parts[index]) })
        }
        body.append(HTMLTable.Row(head: "Total", cells: rows.map { table.text($0.total) }, kind: "total"))
        let parts = HTMLTable(
            caption: "Mean cost over \(context.span), present value, \(table.label)",
            columns: [HTMLTable.text("Kind of cost")]
                + options.map { HTMLTable.number(Words.shortened($0.displayName, to: 24)) }, rows: body)
        return """
            <section id="\(id)">
            <h2>Where the money goes</h2>
            \(Markup.pair(figure, parts.html))</section>

            """
    }
}
