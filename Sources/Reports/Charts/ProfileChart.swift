import Notation

/// How good each partner is on each criterion: one dot a partner with its letter, the first one filled.
enum ProfileChart {
    struct Row {
        var label: String
        /// From 0 to 100 by partner, in the order of the letters; nil or no number where nothing is known.
        var values: [Double?]
    }

    static let letters = ["A", "B", "C", "D", "E", "F"]
    private static let size = 18.0
    /// Dots nearer than this, in per cent of a narrow plot, stand below each other.
    private static let near = 6.0

    static func legend(_ partners: [String]) -> String {
        Markup.legend(
            zip(letters, partners).enumerated().map { index, item in
                ("<g class=\"\(index == 0 ? "pick" : "other")\">" + mark(item.0, x: "6", y: 6) + "</g>", item.1)
            }, name: "letters")
    }

    static func svg(id: String, title: String, partners: [String], rows: [Row]) -> String {
        let scale = Scale(to: 100, step: 25)
        let lanes = rows.map { placed($0.values) }
        let layout = RowLayout(
            rows.map(\.label), marks: lanes.map { size * Double(1 + ($0.map(\.lane).max() ?? 0)) })
        let told = rows.map { row in
            let values = zip(partners, row.values).map {
                "\($0) \(($1 ?? .nan).isFinite ? Format.decimal($1 ?? 0) : Format.notKnown)"
            }
            return "\(row.label): \(values.joined(separator: ", "))"
        }
        var plot = Plot(
            id: id, title: title, description: "From 0 to 100. " + told.joined(separator: "; ") + ".",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0) }
        for (index, row) in rows.enumerated() {
            plot.body += layout.label(index, strong: false)
            if let first = row.values.first {
                plot.body += layout.value(first.map { Format.decimal($0) } ?? Format.notKnown, row: index, strong: true)
            }
            for dot in lanes[index] {
                let y = layout.markY(index) + size * (Double(dot.lane) + 0.5)
                plot.body += "<g class=\"\(dot.partner == 0 ? "pick" : "other")\" aria-hidden=\"true\">"
                plot.body += mark(letters[dot.partner], x: Plot.percent(scale.x(dot.value)), y: y) + "</g>\n"
            }
        }
        return plot.svg
    }

    private static func mark(_ letter: String, x: String, y: Double) -> String {
        "<circle class=\"lettered\" cx=\"\(x)\" cy=\"\(Plot.number(y))\" r=\"8\"/>"
            + "<text class=\"key\" x=\"\(x)\" y=\"\(Plot.number(y + 4))\">\(letter)</text>"
    }

    /// Each dot in the first lane in which it touches no other.
    private static func placed(_ values: [Double?]) -> [(partner: Int, value: Double, lane: Int)] {
        var ends: [Double] = []
        let known = values.prefix(letters.count).enumerated().compactMap { index, value in
            value.flatMap { $0.isFinite ? (partner: index, value: $0) : nil }
        }
        return known.sorted { ($0.value, $0.partner) < ($1.value, $1.partner) }.map { dot in
            let lane = ends.firstIndex { dot.value - $0 >= near } ?? ends.count
            if lane == ends.count { ends.append(dot.value) } else { ends[lane] = dot.value }
            return (dot.partner, dot.value, lane)
        }
    }
}
