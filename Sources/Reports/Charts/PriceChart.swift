import Notation

/// The price that each partner asks and the price at which it ties.
enum PriceChart {
    struct Row {
        var label: String
        var kind: String
        var asks: Double
        var ties: Double
        /// The two as text, in a column of their own.
        var value: String
    }

    static let legend = Markup.legend([
        ("<circle class=\"bar\" cx=\"6\" cy=\"6\" r=\"6\"/>", "price asked"),
        ("<circle class=\"open\" cx=\"6\" cy=\"6\" r=\"5\"/>", "price at which it ties"),
    ])

    static func svg(id: String, title: String, unit: String, rows: [Row]) -> String {
        let scale = Scale(rows.flatMap { [$0.asks, $0.ties] })
        let layout = RowLayout(rows.map(\.label), mark: 14)
        let told = rows.map { "\($0.label): \($0.value)" }
        var plot = Plot(
            id: id, title: title,
            description: "\(Words.capitalised(unit)), asked and at the tie. " + told.joined(separator: "; ") + ".",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0, digits: scale.digits) }
        for (index, row) in rows.enumerated() {
            let y = layout.markY(index) + 7
            let (asks, ties) = (scale.x(row.asks), scale.x(row.ties))
            plot.body += "<g class=\"\(row.kind)\">\n" + layout.label(index, strong: row.kind == "pick")
            plot.body += layout.value(row.value, row: index)
            plot.body += Plot.horizontal(class: "way", y: y, from: min(asks, ties), to: max(asks, ties))
            plot.body += Plot.dot(class: "bar", x: asks, y: y, radius: 6)
            plot.body += Plot.dot(class: "open", x: ties, y: y, radius: 5) + "</g>\n"
        }
        return plot.svg
    }
}
