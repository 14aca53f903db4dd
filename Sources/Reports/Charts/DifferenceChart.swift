import Notation

/// Where one is ahead of another and where it is behind, largest gain first, and the sum of it all.
enum DifferenceChart {
    struct Row {
        var label: String
        var value: Double
    }

    static func svg(id: String, title: String, rows: [Row], total: Row, scale units: MoneyScale) -> String {
        let scale = Scale((rows + [total]).map { $0.value / units.divisor })
        let all = rows + [total]
        let layout = RowLayout(all.map(\.label), mark: 14)
        let told = all.map { "\($0.label): \(units.text($0.value, signed: true))" }
        var plot = Plot(
            id: id, title: title,
            description: "Difference, \(units.label). " + told.joined(separator: "; ") + ".",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) {
            Format.decimal($0, digits: scale.digits, signed: true)
        }
        for (index, row) in all.enumerated() {
            let isTotal = index == rows.count
            plot.body += layout.label(index, strong: isTotal)
            plot.body += layout.value(units.text(row.value, signed: true), row: index, strong: isTotal)
            let kind = isTotal ? "bar baseline" : row.value < 0 ? "bar minus" : "bar pick"
            guard row.value.isFinite else { continue }
            plot.body += Plot.bar(
                class: kind, from: scale.x(0), to: scale.x(row.value / units.divisor), y: layout.markY(index),
                height: 14)
        }
        return plot.svg
    }
}
