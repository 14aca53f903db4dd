import Economics

/// From the headline saving, which compares rates, to the saving that is left.
struct SavingChapter {
    let context: ReportContext
    let id: String
    let fall: Waterfall

    var html: String {
        let name = context.function.option(fall.option)?.displayName ?? fall.option
        let scale = MoneyScale.table(
            [fall.headline, fall.net, fall.baselineHeadline, fall.optionHeadline] + fall.steps.map(\.change), context.money)
        let statement =
            fall.headline > 0
            ? fall.net > 0
                ? "\(Format.wholeShare(fall.net / fall.headline)) of the headline saving survives"
                : "Nothing of the headline saving survives"
            : "Wages and prices of today promise no saving"
        let figure = Markup.figure(
            statement,
            note: "\(name) against today’s way. Mean over \(context.span), present value, \(scale.label).",
            svg: WaterfallChart.svg(
                id: "\(id)-fall", title: "From the headline to the net saving of \(name)", fall: fall, scale: scale),
            source:
                "Headline: today’s pay or price of \(scale.text(fall.baselineHeadline)) less \(scale.text(fall.optionHeadline)) there, for the whole volume at today’s rates. Source: cost model, mean of \(context.futures).",
            class: "rows from-zero")
        var left = fall.headline
        var rows = [
            HTMLTable.Row(
                head: "Headline saving", cells: [scale.text(fall.headline), scale.text(fall.headline)], kind: "total")
        ]
        for step in fall.steps {
            left += step.change
            rows.append(
                HTMLTable.Row(
                    head: Markup.escape(step.title), cells: [scale.text(step.change, signed: true), scale.text(left)]))
        }
        rows.append(HTMLTable.Row(head: "Net saving", cells: [scale.text(fall.net), scale.text(fall.net)], kind: "total"))
        let table = HTMLTable(
            caption: "Mean over \(context.span), present value, \(scale.label)",
            columns: [HTMLTable.text("Step"), HTMLTable.number("Change"), HTMLTable.number("Left")], rows: rows)
        var check = ""
        if let hidden = context.function.hiddenShareOfCharges {
            check = Markup.paragraph(
                "Outside check: governance, travel, coordination, transition, exit, risks and the double team come to \(Format.wholeShare(hidden)) of the charges of the cheapest partner. Overby (CIO Magazine, 2003) reported 15 to 57 % for IT work sent to India, from interviews; it is never an input here.",
                class: "small quiet")
        }
        return """
            <section id="\(id)">
            <h2>From the wage gap to the saving that is left</h2>
            \(Markup.pair(figure, table.html + check))</section>

            """
    }
}
