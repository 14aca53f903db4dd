package import Choosing
package import Economics
import Notation

/// The answer in a few lines: on a narrow screen it stays in view while the sliders below it move.
///
/// The same stands in full further down, and a region of its own tells it when it changes, so that a screen reader is not
/// told it here a third time.
package enum ShortAnswer {
    /// More would leave no room for the sliders.
    static let rows = 4

    package static func of(_ choice: Choice, before: Choice?) -> String {
        let page = ChoicePage(choice: choice)
        let rows = page.ranking.prefix(rows).map { partner in
            let was = before?.partner(partner.name).map { ChoicePage.points($0.points) }
            return row(page.name(partner.name), ChoicePage.points(partner.points), was: was)
        }
        return html(headline(choice.headline) + list(rows))
    }

    package static func of(_ decision: Decision, before: Decision?) -> String {
        let page = Page(decision: decision, hours: [], prepared: "")
        let parts = decision.functions.map { answer in
            let function = FunctionPage(page: page, answer: answer, prefix: "")
            let old = before?.functions.first { $0.function == answer.function }
            // Of several functions there is room for what is said of each, and no more.
            if page.isSeveral { return headline("\(function.title): \(answer.recommendation.headline)") }
            let rows = function.options.prefix(rows).map { option in
                let was = old?.option(option.name).map { function.money.prose($0.presentValue.mean) }
                return row(option.displayName, function.money.prose(option.presentValue.mean), was: was)
            }
            return headline(answer.recommendation.headline) + list(rows)
        }
        return html(parts.prefix(rows).joined())
    }

    private static func html(_ body: String) -> String {
        "<div class=\"answer-short\" aria-hidden=\"true\">\n\(body)</div>\n"
    }

    private static func headline(_ text: String) -> String { Markup.paragraph(text + ".", class: "headline") }

    private static func list(_ rows: [String]) -> String {
        rows.isEmpty ? "" : "<ol>\n\(rows.joined())</ol>\n"
    }

    private static func row(_ name: String, _ now: String, was: String?) -> String {
        let old = was.flatMap { $0 == now ? nil : " <span class=\"quiet\">was \(Markup.escape($0))</span>" } ?? ""
        return "<li><span>\(Markup.escape(name))</span> <span class=\"num\">\(Markup.escape(now))\(old)</span></li>\n"
    }
}
