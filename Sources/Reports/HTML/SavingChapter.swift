import Economics
import Notation
import Sourcing

/// What is left of the wage gap when everything is counted.
struct SavingChapter {
    let function: FunctionPage

    private var money: MoneyFormat { function.money }

    /// Empty where no option but today's is looked at.
    var html: String {
        guard let fall = function.answer.waterfall else { return "" }
        return function.section(
            "saving", "From the wage gap to the saving that is left", Markup.pair(figure(fall), table(fall)) + check)
    }

    private func scale(_ fall: Waterfall) -> MoneyScale {
        MoneyScale.table(
            [fall.headline, fall.net, fall.baselineHeadline, fall.optionHeadline] + fall.steps.map(\.change), money)
    }

    private func figure(_ fall: Waterfall) -> String {
        let scale = scale(fall)
        let name = function.name(fall.option)
        let source =
            "Headline: today’s wages of \(scale.text(fall.baselineHeadline)) less \(scale.text(fall.optionHeadline)) at the price or pay of "
            + "\(name) today. Source: cost model, mean of \(function.page.trials) futures."
        return Markup.figure(
            statement(fall),
            note: "\(name) against today’s way. Mean over \(function.page.horizon), present value, \(scale.label).",
            svg: WaterfallChart.svg(
                id: function.id("fall"), title: "From the wage gap to the net saving of \(name)", fall: fall,
                scale: scale),
            source: source, class: "rows from-zero")
    }

    private func statement(_ fall: Waterfall) -> String {
        let (headline, net) = (money.prose(abs(fall.headline)), money.prose(abs(fall.net)))
        switch (fall.headline > 0, fall.net >= 0) {
        case (true, true): return "Of a headline saving of \(headline), \(net) is left"
        case (true, false): return "A headline saving of \(headline) turns into an extra cost of \(net)"
        case (false, true): return "The wage gap alone saves nothing (\(headline) dearer), yet \(net) is saved in all"
        case (false, false): return "The wage gap saves nothing, and in all it costs \(net) more"
        }
    }

    private func table(_ fall: Waterfall) -> String {
        let scale = scale(fall)
        var left = fall.headline
        var rows = [
            HTMLTable.Row(
                head: "Headline: the wage gap", cells: [scale.text(fall.headline), scale.text(fall.headline)],
                kind: "total")
        ]
        for step in fall.steps {
            left += step.change
            rows.append(
                .init(
                    head: Markup.escape(step.title), cells: [scale.text(step.change, signed: true), scale.text(left)]))
        }
        rows.append(.init(head: "Net saving", cells: [scale.text(fall.net), scale.text(fall.net)], kind: "total"))
        return HTMLTable(
            caption: "Mean over \(function.page.horizon), present value, \(scale.label)",
            columns: [HTMLTable.text("Step"), HTMLTable.number("Change"), HTMLTable.number("Left")], rows: rows
        ).html
    }

    private var check: String {
        guard let share = function.answer.hiddenShareOfCharges,
            let option = function.options.first(where: \.deliveryModel.outsourced)
        else { return "" }
        return Markup.paragraph(
            "An outside check: what \(option.displayName) costs the company beyond the partner’s charges comes to "
                + "\(Format.wholeShare(share)) of those charges.", class: "small quiet")
    }
}
