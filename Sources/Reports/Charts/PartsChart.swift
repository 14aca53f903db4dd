/// Where the money goes: one stacked bar an option. What is below zero stands left of the zero line.
enum PartsChart {
    struct Row {
        var label: String
        var kind: String
        /// In the order of the groups, at most seven.
        var parts: [Double]
        var total: Double
    }

    static let letters = ["A", "B", "C", "D", "E", "F", "G"]

    static func svg(id: String, title: String, rows: [Row], scale money: MoneyScale) -> String {
        let sums = rows.flatMap { row in
            [row.parts.filter { $0 > 0 }.reduce(0, +), row.parts.filter { $0 < 0 }.reduce(0, +)]
        }
        let scale = Scale(sums.map { $0 / money.divisor })
        let layout = RowLayout(rows.map(\.label), mark: 18)
        let told = rows.map { "\($0.label): \(money.text($0.total))" }.joined(separator: "; ")
        var plot = Plot(
            id: id, title: title,
            description:
                "Mean cost, \(money.label), split into seven kinds; the table beside holds every figure. \(told).",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0, digits: scale.digits) }
        for (index, row) in rows.enumerated() {
            plot.body += "<g class=\"\(row.kind)\">\n" + layout.label(index, strong: row.kind != "other")
            plot.body += layout.value(money.text(row.total), row: index, strong: true)
            var (above, below) = (0.0, 0.0)
            for (group, part) in row.parts.prefix(letters.count).enumerated() where part.isFinite {
                let start = part < 0 ? below : above
                let (a, b) = (scale.x(start / money.divisor), scale.x((start + part) / money.divisor))
                if part < 0 { below += part } else { above += part }
                guard abs(b - a) >= 0.4 else { continue }
                let y = layout.markY(index)
                plot.body += Plot.bar(class: "seg k\(group + 1)", from: a, to: b, y: y, height: 18)
                if abs(b - a) >= 5 {
                    plot.body += "<text class=\"key\" x=\"\(Plot.percent((a + b) / 2))\" y=\"\(Plot.number(y + 13))\""
                    plot.body += " aria-hidden=\"true\">\(letters[group])</text>\n"
                }
            }
            plot.body += "</g>\n"
        }
        return plot.svg
    }

    /// The letter of a kind, for the table.
    static func chip(_ group: Int) -> String {
        "<svg class=\"chip\" aria-hidden=\"true\"><rect class=\"k\(group + 1)\" width=\"18\" height=\"18\"/>"
            + "<text class=\"key\" x=\"9\" y=\"13\">\(letters[group])</text></svg> "
    }
}
