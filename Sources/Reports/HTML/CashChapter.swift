import Economics
import Sourcing

/// Cash month by month, and the saving that accumulates.
struct CashChapter {
    let context: ReportContext
    let id: String

    var html: String {
        """
        <section id="\(id)" class="time">
        <h2>Cash over time</h2>
        \(monthly)\(cumulative)</section>

        """
    }

    /// The cheapest option, or where that is today's way the cheapest other one.
    private var shown: OptionAnswer {
        context.function.best.isBaseline
            ? context.function.options.first { !$0.isBaseline } ?? context.function.best : context.function.best
    }

    private var start: YearMonth { context.decision.theCase.horizon.start }

    private var monthly: String {
        let option = shown
        let bands = option.monthly
        guard !bands.isEmpty else { return "" }
        let other = context.baseline.flatMap { $0.name == option.name ? nil : $0.monthly.map(\.p50) } ?? []
        let scale = MoneyScale.chart(bands.map(\.p90) + other, context.money)
        let dashed = other.isEmpty ? "" : " Dashed: today’s way."
        let figure = Markup.figure(
            "\(option.displayName), month by month",
            note: "Cost of the month, undiscounted, \(scale.label). Line: median. Band: P10 to P90.\(dashed)",
            svg: TimeChart.svg(
                id: "\(id)-monthly", title: "Monthly cost of \(option.displayName)",
                description: "Median cost of the first month \(context.money.prose(bands[0].p50)), of the last \(context.money.prose(bands[bands.count - 1].p50)).",
                start: start, points: bands.map { TimeChart.Point(p10: $0.p10, p50: $0.p50, p90: $0.p90) }, other: other,
                fromZero: false, scale: scale), source: "Source: the first futures of the simulation. One-off costs at the start are in the chart below.")
        return Markup.pair(figure, table(option))
    }

    private var cumulative: String {
        let option = shown
        guard !option.isBaseline, let last = option.monthly.last else { return "" }
        let bands = option.monthly
        let scale = MoneyScale.chart(bands.flatMap { [$0.savingP10, $0.savingP90] }, context.money)
        let deepest = bands.map(\.savingP50).min() ?? 0
        let payback = option.payback?.p50
        let statement =
            payback.map { "Paid back in \(Words.paybackMonth($0))" } ?? "Not paid back within the horizon in most futures"
        let lowest = deepest < 0 ? "; at its deepest the move has cost \(context.money.prose(-deepest)) at the median" : ""
        let figure = Markup.figure(
            statement + lowest,
            note: "\(option.displayName) against today’s way, cumulative saving, undiscounted, \(scale.label). Line: median. Band: P10 to P90.",
            svg: TimeChart.svg(
                id: "\(id)-saving", title: "Cumulative saving of \(option.displayName)",
                description: "Reaches \(context.money.prose(last.savingP50)) at the median by the end (P10 \(context.money.prose(last.savingP10)), P90 \(context.money.prose(last.savingP90))).",
                start: start,
                points: bands.map { TimeChart.Point(p10: $0.savingP10, p50: $0.savingP50, p90: $0.savingP90) }, fromZero: true,
                mark: payback.map { (month: $0, text: Words.paybackMonth($0)) }, scale: scale),
            source: "Source: the first futures of the simulation, the move’s one-off costs included.")
        let table = MoneyScale.table(bands.flatMap { [$0.savingP10, $0.savingP90] }, context.money)
        let rows = picked(bands).map { band in
            HTMLTable.Row(
                head: Words.month(band.month),
                cells: [table.text(band.savingP10), table.text(band.savingP50), table.text(band.savingP90)])
        }
        let detail = HTMLTable(
            caption: "Cumulative saving of \(option.displayName) against today’s way, undiscounted, \(table.label)",
            columns: [
                HTMLTable.text("By the end of"), HTMLTable.number("P10"), HTMLTable.number("Median"), HTMLTable.number("P90"),
            ], rows: rows)
        return Markup.pair(figure, detail.html)
    }

    /// First months, then the ends of years: about ten rows.
    private func picked(_ bands: [MonthBand]) -> [MonthBand] {
        let count = bands.count
        let step = max(1, count / 10)
        var indices = [0, 2, 5].filter { $0 < count }
        indices += stride(from: max(11, step - 1), to: count, by: count > 120 ? step : 12)
        indices.append(count - 1)
        return Array(Set(indices)).sorted().map { bands[$0] }
    }

    private func table(_ option: OptionAnswer) -> String {
        let scale = MoneyScale.table(option.monthly.map(\.p90), context.money)
        let today = context.baseline.flatMap { $0.name == option.name ? nil : $0 }
        let rows = picked(option.monthly).map { band in
            let base = today?.monthly.first { $0.month == band.month }
            return HTMLTable.Row(
                head: Words.month(band.month),
                cells: [scale.text(band.p10), scale.text(band.p50), scale.text(band.p90), base.map { scale.text($0.p50) } ?? "–"])
        }
        return HTMLTable(
            caption: "Cost of the month of \(option.displayName), undiscounted, \(scale.label)",
            columns: [
                HTMLTable.text("Month"), HTMLTable.number("P10"), HTMLTable.number("Median"), HTMLTable.number("P90"),
                HTMLTable.number("Today’s way"),
            ], rows: rows
        ).html
    }
}
