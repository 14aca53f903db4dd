import Notation

/// How much each criterion counts: what was said as a band, the weight used as a dot, and how far it could move, the
/// others in proportion, before another partner is first.
enum WeightsChart {
    struct Row {
        var label: String
        /// Shares of 1.
        var weight: Double
        /// What was said.
        var low: Double
        var high: Double
        var stays: ClosedRange<Double>?
    }

    static let legend = [
        (mark: "<rect class=\"told\" width=\"12\" height=\"12\"/>", text: "what was said"),
        (mark: "<circle class=\"weight\" cx=\"6\" cy=\"6\" r=\"5\"/>", text: "weight used"),
    ]
    static func stayLegend(_ name: String) -> [(mark: String, text: String)] {
        [
            (mark: "<path class=\"stays\" d=\"M0 6h12\"/>", text: "\(name) stays first"),
            (mark: "<path class=\"flip\" d=\"M6 0v12\"/>", text: "another is first from here"),
        ]
    }

    /// The right end: room for all that was said and for flips up to 60 %, in steps of 10 %.
    private static func top(_ rows: [Row]) -> Double {
        let flips = rows.compactMap(\.stays).flatMap { [$0.lowerBound, $0.upperBound] }.filter { $0 <= 0.6 }
        let all = (rows.flatMap { [$0.weight, $0.high] } + flips).filter(\.isFinite)
        return min(1, max(0.2, ((all.max() ?? 0) * 10.5).rounded(.up) / 10)) * 100
    }

    static func svg(id: String, title: String, rows: [Row]) -> String {
        let top = top(rows)
        let scale = Scale(to: top, step: top > 50 ? 20 : 10)
        let layout = RowLayout(rows.map(\.label), mark: 26)
        let told = rows.map { row in
            let stays =
                row.stays.map { "; the first stays first from \(whole($0.lowerBound)) to \(whole($0.upperBound))" }
                ?? ""
            return
                "\(row.label): \(whole(row.weight)), said \(whole(row.low)) to \(whole(row.high))\(stays)"
        }
        var plot = Plot(
            id: id, title: title, description: "Per cent of all weight. " + told.joined(separator: ". ") + ".",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0) }
        for (index, row) in rows.enumerated() {
            let y = layout.markY(index)
            plot.body += layout.label(index, strong: false) + layout.value(whole(row.weight), row: index, strong: true)
            guard [row.weight, row.low, row.high].allSatisfy(\.isFinite) else { continue }
            plot.body += Plot.bar(
                class: "told", from: scale.x(row.low * 100), to: scale.x(row.high * 100), y: y,
                height: 14)
            plot.body += Plot.dot(class: "weight", x: scale.x(row.weight * 100), y: y + 7, radius: 5)
            guard let stays = row.stays else { continue }
            plot.body += Plot.horizontal(
                class: "stays", y: y + 21, from: scale.x(stays.lowerBound * 100), to: scale.x(stays.upperBound * 100))
            for end in flips(stays) where end * 100 <= top {
                plot.body += Plot.vertical(class: "flip", x: scale.x(end * 100), from: y + 15, to: y + 27)
            }
        }
        return plot.svg
    }

    /// The ends at which another partner takes over: not those of the scale.
    static func flips(_ stays: ClosedRange<Double>) -> [Double] {
        (stays.lowerBound > 0.0005 ? [stays.lowerBound] : []) + (stays.upperBound < 0.9995 ? [stays.upperBound] : [])
    }

    private static func whole(_ share: Double) -> String { ChoicePage.percent(share) }
}
