import Economics
import Notation

/// From the headline saving to the saving that is left, step by step.
enum WaterfallChart {
    static func svg(id: String, title: String, fall: Waterfall, scale money: MoneyScale) -> String {
        var left = fall.headline
        var spans: [(from: Double, to: Double)] = [(0, left)]
        for step in fall.steps {
            spans.append((left, left + step.change))
            left += step.change
        }
        spans.append((0, fall.net))
        let scale = Scale(spans.flatMap { [$0.from / money.divisor, $0.to / money.divisor] })
        let labels = ["Headline: the wage gap"] + fall.steps.map(\.title) + ["Net saving"]
        let layout = RowLayout(labels, mark: 14)
        var plot = Plot(
            id: id, title: title,
            description: "Mean, \(money.label): a headline of \(money.text(fall.headline)) becomes a net saving of "
                + "\(money.text(fall.net)). The table beside holds every step.",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) {
            Format.decimal($0, digits: scale.digits)
        }
        for (index, span) in spans.enumerated() {
            let isEnd = index == 0 || index == spans.count - 1
            let change = span.to - span.from
            let y = layout.markY(index)
            let kind =
                index == 0
                ? "bar baseline"
                : isEnd
                    ? (fall.net < 0 ? "bar minus" : "bar pick")
                    : change < 0 ? "bar minus" : "bar pick"
            plot.body += layout.label(index, strong: isEnd)
            plot.body += layout.value(money.text(change, signed: !isEnd), row: index, strong: isEnd)
            let (a, b) = (scale.x(span.from / money.divisor), scale.x(span.to / money.divisor))
            plot.body += Plot.bar(class: kind, from: a, to: b, y: y, height: 14)
            if index < spans.count - 1 {
                plot.body += Plot.vertical(class: "join", x: b, from: y + 14, to: layout.markY(index + 1))
            }
        }
        return plot.svg
    }
}
