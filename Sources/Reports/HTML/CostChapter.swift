import Economics
import Notation

/// What each option costs: in total, as a spread of futures, and for one item.
struct CostChapter {
    let function: FunctionPage

    private var money: MoneyFormat { function.money }

    var html: String {
        function.section(
            "cost", "What each option costs", Markup.pair(total, totals) + spread + Markup.pair(item, items))
    }

    private var values: [Double] {
        function.options.flatMap { [$0.presentValue.p10, $0.presentValue.p50, $0.presentValue.p90] }
    }

    private var total: String {
        let scale = MoneyScale.chart(values, money)
        let rows = function.options.map {
            RangeChart.Row(
                label: function.label($0), kind: function.kind($0), p10: $0.presentValue.p10, p50: $0.presentValue.p50,
                p90: $0.presentValue.p90)
        }
        let title = "Total cost over \(function.page.horizon), by option"
        let errors = function.options.map(\.presentValue.medianStandardError).filter(\.isFinite)
        let source = "Source: \(function.page.trials) simulated futures, the same for every option."
        let error = errors.max().map { " Standard error of each median at most \(money.prose($0))." } ?? ""
        return Markup.figure(
            statement,
            note:
                "Total over \(function.page.horizon), present value, \(scale.label). Line: median. Bar: P10 to P90, which "
                + "holds 80 of 100 simulated futures.",
            svg: RangeChart.svg(id: function.id("total"), title: title, rows: rows, scale: scale),
            source: source + error,
            class: "rows from-zero")
    }

    private var statement: String {
        guard let subject = function.subject else { return "No option" }
        let name = Words.shortened(subject.displayName, to: 40)
        let own = "\(name) costs \(money.prose(subject.presentValue.p50)) at the median"
        guard let today = function.baseline, !subject.isBaseline else { return own }
        return own + ", today’s way \(money.prose(today.presentValue.p50))"
    }

    private var totals: String {
        let scale = MoneyScale.table(values, money)
        return HTMLTable(
            caption:
                "Total cost over \(function.page.horizon), present value, \(scale.label). “Beats today” and “cheapest”: "
                + "in how many of 100 simulated futures.",
            columns: [HTMLTable.text("Option")]
                + ["P10", "Median", "P90", "Mean", "Beats today", "Cheapest"].map(HTMLTable.number),
            rows: function.options.map { option in
                let pv = option.presentValue
                let beats = option.chanceToBeatBaseline.map { Format.ofHundred($0.value) }
                let cells =
                    [pv.p10, pv.p50, pv.p90, pv.mean].map { scale.text($0) }
                    + [
                        beats ?? (option.isBaseline ? "today" : Format.notKnown),
                        Format.ofHundred(option.chanceToBeBest.value),
                    ]
                return .init(head: function.head(option), cells: cells, kind: function.rowKind(option))
            }
        ).html
    }

    private var spread: String {
        let scale = MoneyScale.chart(values, money)
        let rows = function.options.map {
            DistributionChart.Row(label: function.label($0), kind: function.kind($0), distribution: $0.presentValue)
        }
        let title = "How the futures spread"
        return Markup.figure(
            rows.count > 1
                ? "Where the curves overlap, the order of the options is open"
                : "How far the cost may lie from its median",
            note:
                "Share of the simulated futures by total cost over \(function.page.horizon), present value, \(scale.label). Each curve is "
                + "drawn to the same height; the line marks the median. The outermost points take what lies beyond.",
            svg: DistributionChart.svg(id: function.id("spread"), title: title, rows: rows, scale: scale),
            source: "Source: the same futures, each in one of equal bins.", class: "rows from-zero spread")
    }

    private var itemValues: [Double] {
        function.options.flatMap { [$0.costPerTransaction.p10, $0.costPerTransaction.p50, $0.costPerTransaction.p90] }
    }

    private var item: String {
        let scale = MoneyScale.unitPrice(itemValues, money)
        let rows = function.options.map {
            RangeChart.Row(
                label: function.label($0), kind: function.kind($0), p10: $0.costPerTransaction.p10,
                p50: $0.costPerTransaction.p50, p90: $0.costPerTransaction.p90)
        }
        let one = UnitFormat.per(function.item)
        var statement = "Cost of \(one)"
        if let subject = function.subject {
            statement = Words.capitalised(one) + " costs \(money.unit(subject.costPerTransaction.p50))"
            if let today = function.baseline, !subject.isBaseline {
                statement +=
                    " with \(Words.shortened(subject.displayName, to: 40)) and \(money.unit(today.costPerTransaction.p50)) today"
            }
        }
        return Markup.figure(
            statement, note: "Cost of \(one), present value, \(scale.label). Line: median. Bar: P10 to P90.",
            svg: RangeChart.svg(id: function.id("item"), title: "Cost of \(one) by option", rows: rows, scale: scale),
            source: "Source: the same futures.", class: "rows from-zero")
    }

    private var items: String {
        let scale = MoneyScale.unitPrice(itemValues, money)
        return HTMLTable(
            caption: "Cost of \(UnitFormat.per(function.item)), present value, \(scale.label)",
            columns: [HTMLTable.text("Option")] + ["P10", "Median", "P90", "Mean"].map(HTMLTable.number),
            rows: function.options.map { option in
                let cost = option.costPerTransaction
                return .init(
                    head: function.head(option),
                    cells: [cost.p10, cost.p50, cost.p90, cost.mean].map { scale.text($0) },
                    kind: function.rowKind(option))
            }
        ).html
    }
}
