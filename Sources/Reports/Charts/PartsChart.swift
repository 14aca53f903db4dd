import Notation

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
    private static let kinds = letters.indices.map { "k\($0 + 1)" }

    /// - Parameter about: what is split, for those who cannot see the chart.
    static func svg(
        id: String, title: String, about: String = "Mean cost", into parts: String = "seven kinds", rows: [Row],
        scale money: MoneyScale
    ) -> String {
        let sums = rows.flatMap { row in
            [row.parts.filter { $0 > 0 }.reduce(0, +), row.parts.filter { $0 < 0 }.reduce(0, +)]
        }
        let scale = Scale(sums.map { $0 / money.divisor })
        let layout = RowLayout(rows.map(\.label), mark: 18)
        let told = rows.map { "\($0.label): \(money.text($0.total))" }.joined(separator: "; ")
        var plot = Plot(
            id: id, title: title,
            description:
                "\(about), \(money.label), split into \(parts); the table beside holds every figure. \(told).",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0, digits: scale.digits) }
        for (index, row) in rows.enumerated() {
            plot.body += "<g class=\"\(row.kind)\">\n" + layout.label(index, strong: row.kind != "other")
            plot.body += layout.value(money.text(row.total), row: index, strong: true)
            plot.body += Stack(
                parts: row.parts.prefix(letters.count).map { $0 / money.divisor }, kinds: kinds, signs: letters
            ).drawn(scale, y: layout.markY(index))
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
