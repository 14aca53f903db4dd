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

    private var table: String {
        let scale = MoneyScale.table(values, money)
        return PartsTable(
            caption: "Mean cost over \(function.page.horizon), present value, \(scale.label)", part: "Kind of cost",
            row: "Option", parts: OptionAnswer.groups.map(\.title),
            rows: function.options.map {
                .init(
                    head: function.head($0), short: Words.shortened($0.displayName, to: 24), parts: $0.parts,
                    total: $0.presentValue.mean, kind: function.rowKind($0))
            }, scale: scale
        ).html
    }
}
