import Economics
import Notation

/// How the futures spread: one filled curve an option, all over the same axis of money.
enum DistributionChart {
    struct Row {
        var label: String
        var kind: String
        var distribution: CostDistribution
    }

    static func svg(id: String, title: String, rows: [Row], scale money: MoneyScale) -> String {
        let ends = rows.flatMap { row in
            let d = row.distribution
            return (usable(d) ? [d.histogramLow, d.histogramHigh] : []) + [d.p10, d.p50, d.p90]
        }
        let scale = Scale(ends.map { $0 / money.divisor })
        let layout = RowLayout(rows.map(\.label), mark: 38)
        var plot = Plot(
            id: id, title: title,
            description:
                "One curve an option over the same axis, \(money.label); each is drawn to the same height, its "
                + "median marked. The table beside the range chart holds the figures.",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0, digits: scale.digits) }
        for (index, row) in rows.enumerated() {
            let y = layout.markY(index)
            plot.body += "<g class=\"\(row.kind)\">\n" + layout.label(index, strong: row.kind != "other")
            plot.body += curve(row.distribution, scale: scale, divisor: money.divisor, y: y, height: 38)
            let median = scale.x(row.distribution.p50 / money.divisor)
            plot.body += Plot.vertical(class: "median", x: median, from: y + 24, to: y + 38)
            plot.body += Plot.horizontal(class: "grid", y: y + 38)
            plot.body += "</g>\n"
        }
        return plot.svg
    }

    private static func usable(_ d: CostDistribution) -> Bool {
        d.histogram.count > 1 && d.histogramLow.isFinite && d.histogramHigh.isFinite && d.histogramHigh > d.histogramLow
            && (d.histogram.max() ?? 0) > 0
    }

    /// A certain cost has no curve; its median line stands alone.
    private static func curve(_ d: CostDistribution, scale: Scale, divisor: Double, y: Double, height: Double) -> String
    {
        guard usable(d) else { return "" }
        let most = Double(d.histogram.max() ?? 1)
        let width = (d.histogramHigh - d.histogramLow) / Double(d.histogram.count)
        var points = ["M\(Plot.number(scale.x(d.histogramLow / divisor) * 10)),100"]
        for (bin, count) in d.histogram.enumerated() {
            let middle = (d.histogramLow + (Double(bin) + 0.5) * width) / divisor
            points.append(
                "\(Plot.number(scale.x(middle) * 10)),\(Plot.number(100 - Double(max(0, count)) / most * 100))")
        }
        points.append("\(Plot.number(scale.x(d.histogramHigh / divisor) * 10)),100 Z")
        return "<svg y=\"\(Plot.number(y))\" width=\"100%\" height=\"\(Plot.number(height))\" viewBox=\"0 0 1000 100\" "
            + "preserveAspectRatio=\"none\"><path class=\"range hill\" d=\"\(points.joined(separator: " "))\"/></svg>\n"
    }
}
