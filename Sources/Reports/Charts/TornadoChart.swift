import Notation

/// What the order of the two cheapest options hangs on: the lead with one input at its P10 and at its P90.
enum TornadoChart {
    struct Row {
        var label: String
        /// The input's values at either end, as text.
        var low: String
        var high: String
        var leadAtLow: Double
        var leadAtHigh: Double
        /// Where the lead vanishes, as text.
        var flip: String
    }

    static func svg(id: String, title: String, rows: [Row], lead: Double, rival: String, scale money: MoneyScale)
        -> String
    {
        let values = (rows.flatMap { [$0.leadAtLow, $0.leadAtHigh] } + [lead]).map { $0 / money.divisor }
        // Room for the values that stand beside the ends of the bars.
        let scale = Scale(values, room: 0.16, roomBelow: true)
        let layout = RowLayout(rows.map(\.label), mark: 14, top: 20)
        let told = rows.map { "\($0.label): \(money.text($0.leadAtLow)) to \(money.text($0.leadAtHigh))" }
        var plot = Plot(
            id: id, title: title,
            description: "Mean lead, \(money.label), when one input sits at its P10 or P90 and the others vary. "
                + told.joined(separator: "; ") + ".",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 20, bottom: layout.bottom) {
            Format.decimal($0, digits: scale.digits, signed: true)
        }
        plot.body += Plot.vertical(class: "limit", x: scale.x(lead / money.divisor), from: 20, to: layout.bottom)
        plot.body += "<text class=\"value note strong\" x=\"100%\" y=\"12\">\(Markup.escape(rival)) is cheaper</text>\n"
        for (index, row) in rows.enumerated() {
            plot.body += "<g>\n" + layout.label(index, strong: false) + layout.value(row.flip, row: index)
            let y = layout.markY(index)
            let middle = scale.x(lead / money.divisor)
            let (low, high) = (scale.x(row.leadAtLow / money.divisor), scale.x(row.leadAtHigh / money.divisor))
            // The wider bar first, so that the narrower stays visible where both lie on one side of the mean.
            let bars = [("bar low", low), ("bar high", high)].sorted { abs($0.1 - middle) > abs($1.1 - middle) }
            for (name, end) in bars { plot.body += Plot.bar(class: name, from: middle, to: end, y: y, height: 14) }
            let ends = [(row.low, low), (row.high, high)].sorted { $0.1 < $1.1 }
            plot.body += Plot.text(
                ends[0].0, class: "note halo end", x: Plot.percent(min(ends[0].1, middle)), y: y + 11, dx: -5)
            plot.body += Plot.text(
                ends[1].0, class: "note halo", x: Plot.percent(max(ends[1].1, middle)), y: y + 11, dx: 5)
            plot.body += "</g>\n"
        }
        return plot.svg
    }
}
