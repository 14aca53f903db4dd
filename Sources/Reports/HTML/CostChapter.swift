import Economics

/// What each option costs in all, how the totals are spread, and what one item costs.
struct CostChapter {
    let context: ReportContext
    let id: String

    var html: String {
        """
        <section id="\(id)">
        <h2>What each option costs</h2>
        \(total)\(spread)\(perItem)</section>

        """
    }

    private var options: [OptionAnswer] { context.function.options }

    private var total: String {
        let values = options.flatMap { [$0.presentValue.p10, $0.presentValue.p50, $0.presentValue.p90] }
        let chart = MoneyScale.chart(values, context.money)
        let table = MoneyScale.table(values, context.money)
        let svg = RangeChart.svg(
            id: "\(id)-total", title: "Total cost over \(context.span) by option",
            rows: options.map {
                RangeChart.Row(
                    label: $0.displayName, kind: context.kind($0), p10: $0.presentValue.p10, p50: $0.presentValue.p50,
                    p90: $0.presentValue.p90)
            }, scale: chart)
        let error = options.map(\.presentValue.medianStandardError).max() ?? 0
        let figure = Markup.figure(
            statement,
            note: "Total over \(context.span), present value, \(chart.label). Line: median. Bar: P10 to P90, which holds 80 of 100 simulated futures.",
            svg: svg,
            source: "Source: \(context.futures), the same for every option. Standard error of each median at most \(context.money.prose(error)).",
            class: "rows from-zero")
        let rows = options.map { option in
            let pv = option.presentValue
            return HTMLTable.Row(
                head: context.head(option),
                cells: [
                    table.text(pv.p10), table.text(pv.p50), table.text(pv.p90), table.text(pv.cvar95),
                    option.chanceToBeatBaseline.map { Format.ofHundred($0.value) } ?? "today",
                    Format.ofHundred(option.chanceToBeBest.value),
                ], kind: context.rowKind(option))
        }
        let wide = HTMLTable(
            caption: "Total cost over \(context.span), present value, \(table.label). Bad case: mean of the dearest twentieth. Last two columns: in how many of 100 simulated futures.",
            columns: [
                HTMLTable.text("Option"), HTMLTable.number("P10"), HTMLTable.number("Median"), HTMLTable.number("P90"),
                HTMLTable.number("Bad case"), HTMLTable.number("Beats today"), HTMLTable.number("Cheapest"),
            ], rows: rows)
        return Markup.pair(figure, wide.html)
    }

    private var statement: String {
        let best = context.function.best
        guard let today = context.baseline, today.name != best.name, today.presentValue.p50 > 0 else {
            return options.count > 1 ? "Nothing costs less than today’s way" : "The cost of the only option"
        }
        let less = 1 - best.presentValue.p50 / today.presentValue.p50
        return "\(best.displayName) costs \(Format.wholeShare(less)) less than today’s way"
    }

    private var spread: String {
        let values = options.flatMap { [$0.presentValue.p5, $0.presentValue.p95] }
        let chart = MoneyScale.chart(values, context.money)
        let svg = DistributionChart.svg(
            id: "\(id)-spread", title: "How the total cost of each option is spread",
            rows: options.map {
                DistributionChart.Row(label: $0.displayName, kind: context.kind($0), distribution: $0.presentValue)
            }, scale: chart)
        let figure = Markup.figure(
            "How sure each total is", note: "Present value, \(chart.label). The higher the curve, the more futures end there.",
            svg: svg, source: "Source: the same futures; the outermost 2 in 1,000 on either side are not drawn.",
            class: "rows from-zero")
        let table = MoneyScale.table(values, context.money)
        let rows = options.map { option in
            let pv = option.presentValue
            return HTMLTable.Row(
                head: context.head(option),
                cells: [pv.mean, pv.standardDeviation, pv.p5, pv.p25, pv.p75, pv.p95].map { table.text($0) },
                kind: context.rowKind(option))
        }
        let detail = HTMLTable(
            caption: "The same distributions, \(table.label)",
            columns: [
                HTMLTable.text("Option"), HTMLTable.number("Mean"), HTMLTable.number("Std. dev."), HTMLTable.number("P5"),
                HTMLTable.number("P25"), HTMLTable.number("P75"), HTMLTable.number("P95"),
            ], rows: rows)
        return Markup.pair(figure, detail.html)
    }

    private var perItem: String {
        let values = options.flatMap { [$0.costPerTransaction.p10, $0.costPerTransaction.p50, $0.costPerTransaction.p90] }
        let scale = MoneyScale.unitPrice(values, context.money)
        let svg = RangeChart.svg(
            id: "\(id)-item", title: "Cost of one \(context.item) by option",
            rows: options.map {
                RangeChart.Row(
                    label: $0.displayName, kind: context.kind($0), p10: $0.costPerTransaction.p10,
                    p50: $0.costPerTransaction.p50, p90: $0.costPerTransaction.p90)
            }, scale: scale)
        let best = context.function.best
        let today = context.baseline.flatMap { $0.name == best.name ? nil : $0 }
        let statement =
            "One \(context.item) costs \(context.money.unit(best.costPerTransaction.p50)) with \(best.displayName)"
            + (today.map { " and \(context.money.unit($0.costPerTransaction.p50)) today" } ?? "")
        let figure = Markup.figure(
            statement, note: "Cost of one \(context.item), present value, \(scale.label). Line: median. Bar: P10 to P90.",
            svg: svg, source: "Source: the same futures. Cost and number of \(context.item)s are both discounted.",
            class: "rows from-zero")
        let rows = options.map { option in
            let d = option.costPerTransaction
            let against = context.baseline.flatMap { base in
                base.name == option.name ? nil : scale.text(d.p50 - base.costPerTransaction.p50, signed: true)
            }
            return HTMLTable.Row(
                head: context.head(option), cells: [scale.text(d.p10), scale.text(d.p50), scale.text(d.p90), against ?? "–"],
                kind: context.rowKind(option))
        }
        let table = HTMLTable(
            caption: "Cost of one \(context.item), present value, \(scale.label)",
            columns: [
                HTMLTable.text("Option"), HTMLTable.number("P10"), HTMLTable.number("Median"), HTMLTable.number("P90"),
                HTMLTable.number("Against today"),
            ], rows: rows)
        return Markup.pair(figure, table.html)
    }
}
