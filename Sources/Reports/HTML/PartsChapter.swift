import Economics

/// Where the money goes, in seven kinds of cost.
struct PartsChapter {
    let function: FunctionPage

    private var money: MoneyFormat { function.money }
    private var values: [Double] { function.options.flatMap { $0.parts + [$0.presentValue.mean] } }

    var html: String {
        function.section("parts", "Where the money goes", Markup.pair(figure, table))
    }

    private var figure: String {
        let scale = MoneyScale.chart(values, money)
        let rows = function.options.map {
            PartsChart.Row(
                label: function.label($0), kind: function.kind($0), parts: $0.parts, total: $0.presentValue.mean)
        }
        return Markup.figure(
            statement,
            note:
                "Mean over \(function.page.horizon), present value, \(scale.label). The letters are those of the table.",
            svg: PartsChart.svg(
                id: function.id("parts-chart"), title: "Where the money goes, by option", rows: rows, scale: scale),
            source: "Source: cost model, mean of \(function.page.trials) futures. Means add up; medians do not.",
            class: "rows from-zero")
    }

    private var statement: String {
        guard let subject = function.subject else { return "Where the money goes" }
        let rest = zip(OptionAnswer.groups, subject.parts).dropFirst()
        guard let largest = rest.max(by: { $0.1 < $1.1 }), largest.1 > 0 else {
            return "Wages or fees are the whole cost"
        }
        let name = Words.shortened(subject.displayName, to: 40)
        return
            "After wages or fees, \(largest.0.title.lowercased()) is the largest cost of \(name): \(money.prose(largest.1))"
    }

    /// Kinds down and options across while they fit; else the other way round, the kinds by letter.
    private var table: String {
        let scale = MoneyScale.table(values, money)
        let caption = "Mean cost over \(function.page.horizon), present value, \(scale.label)"
        let groups = OptionAnswer.groups
        let options = function.options
        if options.count <= 4 {
            var rows = groups.indices.map { group in
                HTMLTable.Row(
                    head: PartsChart.chip(group) + Markup.escape(groups[group].title),
                    cells: options.map { scale.text($0.parts[group]) })
            }
            rows.append(.init(head: "Total", cells: options.map { scale.text($0.presentValue.mean) }, kind: "total"))
            return HTMLTable(
                caption: caption,
                columns: [HTMLTable.text("Kind of cost")]
                    + options.map { HTMLTable.number(Words.shortened($0.displayName, to: 24)) },
                rows: rows, name: "wrap"
            ).html
        }
        let key = groups.enumerated().map { "\(PartsChart.letters[$0.offset]) \($0.element.title.lowercased())" }
        return HTMLTable(
            caption: caption + ": " + key.joined(separator: "; "),
            columns: [HTMLTable.text("Option")] + (PartsChart.letters + ["Total"]).map(HTMLTable.number),
            rows: options.map { option in
                .init(
                    head: function.head(option),
                    cells: (option.parts + [option.presentValue.mean]).map { scale.text($0) },
                    kind: function.rowKind(option))
            }
        ).html
    }
}
