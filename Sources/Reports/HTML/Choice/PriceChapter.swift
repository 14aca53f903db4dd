import Choosing
import Notation

/// The number to negotiate with: at which price each partner ties.
struct PriceChapter {
    let page: ChoicePage

    var chapter: Chapter {
        let heading = "The price to negotiate with"
        guard let price = page.choice.price, !price.ties.isEmpty else {
            return Chapter(id: page.id("price"), entry: heading, heading: heading, body: "")
        }
        return Chapter(
            id: page.id("price"), entry: heading, heading: heading,
            body: Markup.pair(figure(price), table(price)) + notes(price))
    }

    /// One axis of money where all prices are of the same unit, else shares of the price asked.
    private func unit(_ price: Choice.PriceAnswer) -> (unit: String, currency: String)? {
        guard let first = price.ties.first,
            price.ties.allSatisfy({ $0.asks != nil && $0.unit == first.unit && $0.currency == first.currency })
        else { return nil }
        return (first.unit, first.currency)
    }

    private func figure(_ price: Choice.PriceAnswer) -> String {
        let ties = price.ties.filter { $0.factor?.isFinite == true }
        guard !ties.isEmpty else { return Markup.paragraph("No price on this scale makes any two of them tie.") }
        let unit = unit(price)
        let rows = ties.map { tie in
            let factor = tie.factor ?? 1
            let words = PriceWords(tie: tie)
            let value =
                unit == nil ? words.change : words.asks.flatMap { asks in words.tiesAt.map { "\(asks) → \($0)" } }
            return PriceChart.Row(
                label: page.title(tie.partner), kind: tie.partner == page.winner?.name ? "pick" : "other",
                asks: unit == nil ? 100 : tie.asks ?? 0, ties: (unit == nil ? 100 : tie.asks ?? 0) * factor,
                value: value ?? Format.notKnown)
        }
        let axis =
            unit.map { "price of \($0.unit), \(MoneyFormat(currency: $0.currency).label)" }
            ?? "price, per cent of what is asked"
        return Markup.figure(
            statement(ties), note: "\(Words.capitalised(axis)). All other scores and the weights unchanged.",
            svg: PriceChart.svg(
                id: page.id("price-chart"), title: "Price at which each would tie", unit: axis, rows: rows),
            source: "Source: cost model and value scale, means over all ways to see it.", class: "rows from-zero",
            legend: PriceChart.legend)
    }

    private func statement(_ ties: [Choice.PriceAnswer.Tie]) -> String {
        let rival = page.runnerUp?.name
        guard let tie = ties.first(where: { $0.partner == rival }), let factor = tie.factor else {
            return "What each would have to ask to tie"
        }
        let words = PriceWords(tie: tie)
        let by =
            "\(Format.decimal(abs(factor - 1) * 100))\(Format.space)% \(factor < 1 ? "below" : "above") what it asks"
        guard let tiesAt = words.tiesAt else { return "\(page.name(tie.partner)) would tie \(by)" }
        return "\(page.name(tie.partner)) would tie at \(tiesAt) \(tie.unit), \(by)"
    }

    private func table(_ price: Choice.PriceAnswer) -> String {
        let scale = MoneyScale.table(price.ties.flatMap { [$0.cost, $0.costAtTie ?? 0] }, page.money)
        let unit = unit(price)
        return HTMLTable(
            caption:
                "\(Words.capitalised(unit.map { "price of \($0.unit)" } ?? "price in each offer’s own unit")), all else unchanged; "
                + "total cost over \(page.horizon), present value, \(scale.label)",
            columns: [HTMLTable.text("Partner")]
                + ["Asks", "Ties at", "Change", "Cost now", "Cost at the tie"].map(HTMLTable.number)
                + [HTMLTable.text("Ties with")],
            rows: price.ties.map { tie in
                let words = PriceWords(tie: tie)
                let asks = words.asks.map { unit == nil ? "\($0) \(tie.unit)" : $0 } ?? "several prices"
                let none = "no price"
                return .init(
                    head: Markup.escape(page.title(tie.partner)),
                    cells: [
                        asks, words.change == nil ? none : words.tiesAt ?? "–", words.change ?? "–",
                        scale.text(tie.cost), tie.costAtTie.map { scale.text($0) } ?? "–", page.name(tie.with),
                    ].map(Markup.escape))
            }, name: "wrap"
        ).html
    }

    private func notes(_ price: Choice.PriceAnswer) -> String {
        let never = price.ties.filter { $0.factor?.isFinite != true }.map {
            "\(page.title($0.partner)): no price on this scale ties with \(page.name($0.with))."
        }
        let (low, high) = (min(price.best, price.worst), max(price.best, price.worst))
        let outside = price.outside.filter { $0.share > 0 }.map {
            "The cost of \(page.title($0.partner)) leaves the scale of values (\(page.money.prose(low)) to \(page.money.prose(high))) "
                + "in \(Format.ofHundred($0.share)) of 100 futures: its value is cut off there."
        }
        return Markup.list(never + outside, class: "small")
    }
}
