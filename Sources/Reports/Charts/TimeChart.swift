import Economics
import Notation
import Sourcing

/// A band from P10 to P90 with the median, month by month.
enum TimeChart {
    struct Point {
        var p10: Double
        var p50: Double
        var p90: Double
    }

    /// - Parameters:
    ///   - start: the first month; its beginning is the left edge.
    ///   - fromZero: the curve accumulates: it begins at zero at the left edge.
    ///   - other: a second median to compare with.
    static func svg(
        id: String, title: String, description: String, start: YearMonth, points: [Point], other: [Double] = [],
        fromZero: Bool, mark: (month: Double, text: String)? = nil, scale money: MoneyScale
    ) -> String {
        let height = 240.0
        let divisor = money.divisor
        let scale = Scale((points.flatMap { [$0.p10, $0.p50, $0.p90] } + other).map { $0 / divisor }, room: 0.06)
        let y = { (value: Double) in 8 + height - scale.x(value / divisor) / 100 * height }
        var plot = Plot(id: id, title: title, description: description, height: height + 40)
        plot.body = "<g class=\"axis\" aria-hidden=\"true\">\n"
        for tick in scale.ticks {
            plot.body += Plot.horizontal(class: tick == 0 ? "zero" : "grid", y: y(tick * divisor))
            plot.body += Plot.text(
                Format.decimal(tick, digits: scale.digits, signed: fromZero), class: "tick end", x: "0",
                y: y(tick * divisor) + 4, dx: -6)
        }
        plot.body += years(start, months: points.count, top: height + 8) + "</g>\n"
        let steps = Double(max(1, points.count))
        // Accumulated sums stand at the end of their month, a month's own cost in its middle.
        let xs = points.indices.map { (Double($0) + (fromZero ? 1 : 0.5)) / steps * 1000 }
        func line(_ values: [Double]) -> [String] {
            guard let first = values.first, let last = values.last else { return [] }
            let edge = fromZero ? [(0.0, 0.0)] : [(0.0, first)]
            let all = edge + zip(xs, values) + (fromZero ? [] : [(1000.0, last)])
            return all.map { "\(Plot.number($0.0)),\(Plot.number((y($0.1) - 8) / height * 1000))" }
        }
        plot.body += "<svg y=\"8\" width=\"100%\" height=\"\(Plot.number(height))\" viewBox=\"0 0 1000 1000\" "
        plot.body += "preserveAspectRatio=\"none\" overflow=\"visible\">\n"
        if !points.isEmpty {
            let band = line(points.map(\.p90)) + line(points.map(\.p10)).reversed()
            plot.body += "<path class=\"band\" d=\"M\(band.joined(separator: " ")) Z\"/>\n"
            if !other.isEmpty {
                plot.body += "<path class=\"line before\" d=\"M\(line(other).joined(separator: " "))\"/>\n"
            }
            plot.body += "<path class=\"line\" d=\"M\(line(points.map(\.p50)).joined(separator: " "))\"/>\n"
        }
        plot.body += "</svg>\n"
        if let mark, mark.month.isFinite, mark.month <= steps {
            let x = min(100, max(0, mark.month / steps * 100))
            plot.body += Plot.vertical(class: "limit", x: x, from: 24, to: y(0))
            plot.body += Plot.text(
                mark.text, class: x > 55 ? "note strong halo end" : "note strong halo", x: Plot.percent(x), y: 22,
                dx: x > 55 ? -2 : 2)
        }
        return plot.svg
    }

    /// Month or year names below, never more than seven.
    private static func years(_ start: YearMonth, months: Int, top: Double) -> String {
        guard months > 0 else { return "" }
        var marks: [(Int, String)] = []
        if months <= 14 {
            let step = months <= 7 ? 1 : months <= 12 ? 3 : 4
            for index in stride(from: 0, to: months, by: step) {
                let month = start.advanced(by: index)
                marks.append((index, "\(Words.monthName(month.month).prefix(3)) \(month.year)"))
            }
            if months > 4, step == 1 { marks = marks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) }
        } else {
            let every = max(1, (months / 12 + 5) / 6)
            for index in 0..<months where start.advanced(by: index).month == 1 {
                let year = start.advanced(by: index).year
                if marks.isEmpty || (year - start.year) % every == 0 || every == 1 {
                    marks.append((index, String(year)))
                }
            }
            if every > 1, marks.count > 1, marks[1].0 - marks[0].0 < every * 12 { marks.removeFirst() }
        }
        return marks.map { index, name in
            let x = Double(index) / Double(months) * 100
            return Plot.vertical(class: "grid", x: x, from: top, to: top + 18)
                + Plot.text(name, class: "tick", x: Plot.percent(x), y: top + 16, dx: 4)
        }.joined()
    }
}
