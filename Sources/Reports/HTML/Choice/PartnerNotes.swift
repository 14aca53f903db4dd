import Choosing
import Notation

/// What a reader must know beside the ranking: conditions, who is out and why, vetoes, and who is never ahead of whom.
struct PartnerNotes {
    let page: ChoicePage

    private var choice: Choice { page.choice }

    var html: String {
        let conditions = page.ranking.filter { !$0.conditions.isEmpty }.map { partner in
            let gates = (partner.conditions.map { "“\(page.gateTitle($0))”" }).listed("and")
            return "\(partner.title) is in on condition: not known is \(gates)."
        }
        let never = page.ranking.filter { $0.first == 0 }.map(\.title)
        let out = choice.excluded.map { partner in
            let failed = partner.failed.map { "“\(page.gateTitle($0.gate))”" + ($0.evidence.map { " (\($0))" } ?? "") }
            return "\(partner.title): fails \((failed).listed("and"))."
        }
        let vetoes = choice.vetoes.map { veto in
            "\(page.title(veto.partner)) is at or below the limit of “\(page.criterionTitle(veto.criterion))” in "
                + "\(Format.ofHundred(veto.share)) of 100 ways to see it, and stands there behind all who meet none."
        }
        let dominance = choice.dominance.map { pair in
            "\(page.title(pair.better)) is at least as good as \(page.title(pair.worse)) on everything, however it is seen."
        }
        var blocks: [String] = []
        if !out.isEmpty { blocks.append(block("Out: a must-have fails", out)) }
        if !conditions.isEmpty { blocks.append(block("In on condition", conditions)) }
        if !vetoes.isEmpty { blocks.append(block("Limits", vetoes)) }
        if !dominance.isEmpty { blocks.append(block("Never ahead", dominance)) }
        if page.ranking.count > 1, never.count > 0 {
            blocks.append(
                block(
                    "Never first",
                    [
                        "\((never).listed("and")) \(never.count == 1 ? "is" : "are") first in none of the ways looked at."
                    ]))
        }
        guard !blocks.isEmpty else { return "" }
        return "<div class=\"trio\">\n\(blocks.joined())</div>\n"
    }

    private func block(_ title: String, _ items: [String]) -> String {
        let shown = Array(items.prefix(8))
        let rest =
            items.count > shown.count
            ? Markup.details("and \(items.count - shown.count) more", Markup.list(Array(items.dropFirst(shown.count))))
            : ""
        return "<div>\n<h3>\(Markup.escape(title))</h3>\n\(Markup.list(shown, class: "small"))\(rest)</div>\n"
    }
}
