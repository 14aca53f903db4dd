import Economics
import Notation
import Sourcing

/// Cash over time: what a month costs, and when the move has paid for itself.
struct CashChapter {
    let function: FunctionPage

    private var money: MoneyFormat { function.money }

    var html: String {
        let saving = function.move.map(savings) ?? ""
        let monthly = (function.choice ?? function.move ?? function.options.first).map(months) ?? ""
        guard !(saving + monthly).isEmpty else { return "" }
        return function.section("cash", "Cash over time", saving + monthly)
    }

    private func savings(_ option: OptionAnswer) -> String {
        guard let first = option.monthly.first else { return "" }
        let values = option.monthly.flatMap { [$0.savingP10, $0.savingP50, $0.savingP90] }
        let scale = MoneyScale.chart(values, money)
        let name = Words.shortened(option.displayName, to: 40)
        let payback = option.payback?.p50
        let deepest = option.monthly.map(\.savingP50).min() ?? 0
        let end = option.monthly.last?.savingP50 ?? 0
        let depth =
            deepest < 0
            ? "At its deepest the move to \(name) costs \(money.prose(-deepest))"
            : "The move to \(name) saves from the start"
        let back =
            payback.map { "; it is paid back in \(Words.paybackMonth($0))" }
            ?? "; it is not paid back within the horizon"
        let figure = Markup.figure(
            deepest < 0 ? depth + back : depth,
            note:
                "\(option.displayName) against today’s way: cumulative saving, undiscounted, \(scale.label). Line: median. Band: P10 to P90.",
            svg: TimeChart.svg(
                id: function.id("savings"), title: "Cumulative saving of \(name) against today’s way",
                description:
                    "Month by month, undiscounted: \(money.prose(deepest)) at its lowest median, \(money.prose(end)) at the end.",
                start: first.month,
                points: option.monthly.map { .init(p10: $0.savingP10, p50: $0.savingP50, p90: $0.savingP90) },
                fromZero: true,
                mark: payback.map { ($0, "Paid back in \(Words.paybackMonth($0))") }, scale: scale),
            source:
                "Source: \(function.page.trials) simulated futures, month by month. The bounds hold for each month by itself.",
            class: "time")
        let table = MoneyScale.table(values, money)
        return Markup.pair(
            figure,
            HTMLTable(
                caption: "Cumulative saving of \(option.displayName) against today’s way, undiscounted, \(table.label)",
                columns: [HTMLTable.text("End of")] + ["P10", "Median", "P90"].map(HTMLTable.number),
                rows: chosen(option.monthly).map { band in
                    .init(
                        head: Words.month(band.month),
                        cells: [band.savingP10, band.savingP50, band.savingP90].map { table.text($0, signed: true) })
                }
            ).html)
    }

    private func months(_ option: OptionAnswer) -> String {
        guard let first = option.monthly.first, let last = option.monthly.last else { return "" }
        let today = option.isBaseline ? [] : function.baseline?.monthly ?? []
        let values = option.monthly.flatMap { [$0.p10, $0.p50, $0.p90] } + today.map(\.p50)
        let scale = MoneyScale.chart(values, money)
        let name = Words.shortened(option.displayName, to: 40)
        let grey = today.isEmpty ? "" : " Grey: today’s way, median."
        let statement =
            option.monthly.count == 1
            ? "\(name) costs \(money.prose(first.p50)) in the one month"
            : "A month of \(name) costs \(money.prose(first.p50)) at first and \(money.prose(last.p50)) at the end"
        let figure = Markup.figure(
            statement,
            note: "Cost of each month, undiscounted, \(scale.label). Line: median. Band: P10 to P90.\(grey)",
            svg: TimeChart.svg(
                id: function.id("months"), title: "Monthly cost of \(name)",
                description:
                    "Median \(money.prose(first.p50)) in the first month and \(money.prose(last.p50)) in the last.",
                start: first.month, points: option.monthly.map { .init(p10: $0.p10, p50: $0.p50, p90: $0.p90) },
                other: today.map(\.p50), fromZero: false, scale: scale),
            source: "Source: the same futures. One-off costs fall in the month in which they are paid.", class: "time")
        let table = MoneyScale.table(values, money)
        let byMonth = Dictionary(today.map { ($0.month, $0.p50) }, uniquingKeysWith: { a, _ in a })
        let columns = ["P10", "Median", "P90"] + (today.isEmpty ? [] : ["Today"])
        return Markup.pair(
            figure,
            HTMLTable(
                caption: "Cost of single months of \(option.displayName), undiscounted, \(table.label)",
                columns: [HTMLTable.text("Month")] + columns.map(HTMLTable.number),
                rows: chosen(option.monthly).map { band in
                    let own = [band.p10, band.p50, band.p90].map { table.text($0) }
                    let other = today.isEmpty ? [] : [byMonth[band.month].map { table.text($0) } ?? Format.notKnown]
                    return .init(head: Words.month(band.month), cells: own + other)
                }
            ).html)
    }

    /// At most eight months: the first, a few early ones, year ends evenly thinned, and the last.
    private func chosen(_ months: [MonthBand]) -> [MonthBand] {
        guard months.count > 8 else { return months }
        var picked: Set<Int> = [0, 5, months.count - 1]
        let ends = months.indices.filter { $0 > 5 && months[$0].month.month == 12 }
        let every = max(1, (ends.count + 4) / 5)
        for (index, end) in ends.enumerated() where (ends.count - 1 - index) % every == 0 { picked.insert(end) }
        return picked.sorted().map { months[$0] }
    }
}
