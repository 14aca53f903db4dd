package import Economics
import Notation

/// What a change of inputs does to a decision: one block a function, before and after.
package enum DecisionEffect {
    /// - Parameters:
    ///   - after: with the changes; nil to show the decision as it stands.
    ///   - prefix: keeps the ids apart from those of the chapters on the same page.
    package static func html(before: Decision, after: Decision?, prefix: String = "live-") -> String {
        let page = Page(decision: after ?? before, hours: [], prepared: "")
        let pairs = Comparison.pairs(before, after ?? before)
        return pairs.enumerated().map { index, pair in
            FunctionEffect(
                page: page, pair: pair, isChanged: after != nil, trialsBefore: before.trials,
                prefix: "\(prefix)\(index + 1)-"
            ).html
        }.joined()
    }

    /// The sentences that a screen reader hears when the answer changes.
    package static func said(before: Decision, after: Decision?) -> String {
        Comparison.pairs(before, after ?? before).compactMap { $0.after?.recommendation.headline }
            .map { $0 + "." }.joined(separator: " ")
    }
}

/// One function's ranking, before and after.
struct FunctionEffect {
    let page: Page
    let pair: Comparison.Pair
    let isChanged: Bool
    let trialsBefore: Int
    let prefix: String

    private var money: MoneyFormat { page.money }

    var html: String {
        guard let new = pair.after else {
            return Markup.paragraph("Only the case before has the function \(pair.name).")
        }
        let function = FunctionPage(page: page, answer: new, prefix: prefix)
        let title = page.isSeveral ? "<h3>\(Markup.escape(function.title))</h3>\n" : ""
        let headline = Markup.paragraph(new.recommendation.headline + ".", class: "lead headline")
        return title + headline + change(new) + Markup.pair(figure(function), table(function))
    }

    private func change(_ new: FunctionDecision) -> String {
        guard isChanged, let old = pair.before else { return "" }
        let same = old.recommendation.choice == new.recommendation.choice
        let order = old.options.map(\.name) == new.options.map(\.name)
        let text =
            same
            ? order
                ? "The answer and the order stay as they were."
                : "The answer stays as it was; the order below it changes."
            : "Before: \(old.recommendation.headline)."
        return Markup.paragraph(text, class: same ? "quiet" : "changed")
    }

    private func figure(_ function: FunctionPage) -> String {
        let values = function.options.flatMap { option in
            [option, pair.before?.option(option.name)].compactMap(\.self).flatMap {
                [$0.presentValue.p10, $0.presentValue.p50, $0.presentValue.p90]
            }
        }
        let scale = MoneyScale.chart(values, money)
        let rows = function.options.map { option in
            var row = RangeChart.Row(
                label: function.label(option), kind: function.kind(option), p10: option.presentValue.p10,
                p50: option.presentValue.p50, p90: option.presentValue.p90)
            if isChanged, let old = pair.before?.option(option.name)?.presentValue {
                row.before = (old.p10, old.p50, old.p90)
            }
            return row
        }
        let thin = isChanged ? " Thin line beneath: as the case stands." : ""
        let title = isChanged ? "Total cost with the changes, by option" : "Total cost, by option"
        return Markup.figure(
            title,
            note:
                "Over \(page.horizon), present value, \(scale.label). Line: median. Bar: P10 to P90.\(thin)",
            svg: RangeChart.svg(id: function.id("total"), title: title, rows: rows, scale: scale),
            source: source, class: "rows from-zero")
    }

    private var source: String {
        let now = "\(page.trials) simulated futures"
        guard isChanged, trialsBefore != page.decision.trials else { return "Source: \(now)." }
        return
            "Source: \(now) with the changes, \(Format.decimal(Double(trialsBefore))) before. Part of each difference is chance."
    }

    private func table(_ function: FunctionPage) -> String {
        let old = pair.before
        let all = (function.options + (old?.options ?? [])).map(\.presentValue.mean)
        let scale = MoneyScale.table(all, money)
        let columns =
            isChanged ? ["Before", "Now", "Change", "Cheapest before", "Cheapest now"] : ["Mean", "Cheapest"]
        return HTMLTable(
            caption:
                "Mean cost, present value, \(scale.label); “cheapest”: in how many of 100 simulated futures. Cheapest mean first.",
            columns: [HTMLTable.text("Option")] + columns.map(HTMLTable.number),
            rows: function.options.map { option in
                let was = old?.option(option.name)
                let now = [scale.text(option.presentValue.mean)]
                let chance = Format.ofHundred(option.chanceToBeBest.value)
                let cells =
                    isChanged
                    ? [was.map { scale.text($0.presentValue.mean) } ?? "–"] + now
                        + [was.map { difference(option, $0, scale) } ?? "–"]
                        + [was.map { Format.ofHundred($0.chanceToBeBest.value) } ?? "–", chance]
                    : now + [chance]
                return .init(head: function.head(option), cells: cells, kind: function.rowKind(option))
            }, name: "wrap"
        ).html
    }

    /// Of the sums as they are shown, so that the row adds up.
    private func difference(_ new: OptionAnswer, _ old: OptionAnswer, _ scale: MoneyScale) -> String {
        let unit = scale.divisor / Format.power(scale.digits)
        let change = (new.presentValue.mean / unit).rounded() - (old.presentValue.mean / unit).rounded()
        return scale.text(change * unit, signed: true)
    }
}
