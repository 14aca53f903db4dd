import Notation

/// P10 to P90 as a bar and the median as a line, one row an option.
enum RangeChart {
    struct Row {
        var label: String
        /// `pick`, `baseline` or `other`.
        var kind: String
        var p10: Double
        var p50: Double
        var p90: Double
        /// Where the bar was before a change; drawn thin beneath it.
        var before: (p10: Double, p50: Double, p90: Double)?
    }

    /// - Parameter point: what the mark in a bar is; a dot where it is no median.
    static func svg(id: String, title: String, point: String = "Median", rows: [Row], scale money: MoneyScale) -> String
    {
        let all = rows.flatMap { row in
            [row.p10, row.p50, row.p90] + (row.before.map { [$0.p10, $0.p50, $0.p90] } ?? [])
        }
        let scale = Scale(all.map { $0 / money.divisor })
        let layout = RowLayout(rows.map(\.label), mark: 14)
        let told = rows.map { "\($0.label): \(money.text($0.p50)) (\(money.text($0.p10)) to \(money.text($0.p90)))" }
        var plot = Plot(
            id: id, title: title,
            description: "\(point) with P10 to P90, \(money.label). " + told.joined(separator: "; ") + ".",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0, digits: scale.digits) }
        for (index, row) in rows.enumerated() {
            let y = layout.markY(index)
            let range = Format.range(money.text(row.p10), money.text(row.p90))
            plot.body += "<g class=\"\(row.kind)\">\n" + layout.label(index, strong: row.kind != "other")
            guard [row.p10, row.p50, row.p90].allSatisfy(\.isFinite) else {
                plot.body += layout.value(Format.notKnown, row: index) + "</g>\n"
                continue
            }
            plot.body += "<text class=\"value\" x=\"100%\" y=\"\(Plot.number(layout.textY(index)))\">"
            plot.body += "<tspan class=\"strong\">\(money.text(row.p50))</tspan> (\(range))</text>\n"
            let (left, right) = (scale.x(row.p10 / money.divisor), scale.x(row.p90 / money.divisor))
            plot.body += Plot.bar(class: "range", from: left, to: right, y: y, height: 14)
            let x = scale.x(row.p50 / money.divisor)
            plot.body +=
                point == "Median"
                ? Plot.vertical(class: "median", x: x, from: y - 3, to: y + 17)
                : Plot.dot(class: "dot", x: x, y: y + 7, radius: 5)
            if let before = row.before, [before.p10, before.p50, before.p90].allSatisfy(\.isFinite) {
                let (from, to) = (scale.x(before.p10 / money.divisor), scale.x(before.p90 / money.divisor))
                plot.body += Plot.bar(class: "was", from: from, to: to, y: y + 18, height: 3)
                plot.body += Plot.vertical(
                    class: "was-median", x: scale.x(before.p50 / money.divisor), from: y + 16, to: y + 23)
            }
            plot.body += "</g>\n"
        }
        return plot.svg
    }
}
