import Choosing
import Notation
import Sourcing

/// Who passes the must-haves, and which missing answers are worth asking for.
struct GatesChapter {
    let page: ChoicePage

    private var choice: Choice { page.choice }

    var chapter: Chapter {
        let heading = "Must-haves and missing answers"
        return Chapter(
            id: page.id("gates"), entry: heading, heading: heading,
            body: choice.evaluation.gates.isEmpty && choice.missing.isEmpty ? "" : gates + missing)
    }

    private var gates: String {
        let gates = choice.evaluation.gates
        guard !gates.isEmpty else { return Markup.paragraph("The case names no must-have.") }
        let names = page.ranking.map(\.name) + choice.excluded.map(\.name)
        let bidders = names.compactMap { name in choice.evaluation.partners.first { $0.name == name } }
        let rows = bidders.map { bidder in
            let answers = gates.map { bidder.gates[$0.name] ?? .init(.notKnown) }
            return HTMLTable.Row(
                head: Markup.escape(page.title(bidder.name)), cells: answers.map(cell) + [result(bidder.name)])
        }
        let about = gates.compactMap { gate in gate.about.map { "\(gate.shownName): \($0)" } }
        return HTMLTable(
            caption: "Must-haves. “Not known” is neither a pass nor a score: the partner stays in on condition.",
            columns: [HTMLTable.text("Partner")] + gates.map { HTMLTable.text($0.shownName) }
                + [HTMLTable.text("Result")], rows: rows
        ).html + Markup.list(about, class: "small")
    }

    private func cell(_ answer: Evaluation.GateAnswer) -> String {
        let word =
            switch answer.state {
            case .pass: "pass"
            case .fail: Markup.tag("fail", "bad")
            case .notKnown: Markup.tag(Format.notKnown, "warn")
            }
        let evidence = answer.evidence.map { "<span class=\"evidence\">\(Markup.escape($0))</span>" } ?? ""
        return word.trimmingPrefix(" ") + evidence
    }

    private func result(_ name: String) -> String {
        guard let partner = choice.partner(name) else { return "out" }
        return partner.conditions.isEmpty ? "in" : "in, on condition"
    }

    private var missing: String {
        guard !choice.missing.isEmpty else {
            return Markup.paragraph("No answer is missing from the partners that are in.", class: "small quiet")
        }
        let rows = choice.missing.map { item in
            let subject = item.kind == .gate ? page.gateTitle(item.subject) : page.criterionTitle(item.subject)
            let isWorth = item.worth >= 0.05 || item.chanceToChange >= 0.005
            let worth = isWorth ? "yes" : item.kind == .gate ? "before signing" : "no"
            return HTMLTable.Row(
                head: Markup.escape("\(page.title(item.partner)): \(subject)"),
                cells: [
                    Markup.escape(item.sentence), worth,
                    // How likely a must-have is to fail is not known, so neither figure is.
                    item.kind == .gate ? "–" : Format.ofHundred(item.chanceToChange),
                    item.kind == .gate ? "–" : ChoicePage.points(item.worth),
                ])
        }
        return HTMLTable(
            caption:
                "Missing answers, by what learning them could change. “Changes the first”: in how many of 100 ways to see "
                + "it. “Worth”: mean points gained by choosing after it is known.",
            columns: ["Missing answer", "Could it change who is first?", "Worth asking"].map(HTMLTable.text)
                + ["Changes the first", "Worth"].map(HTMLTable.number), rows: rows, name: "wrap sentences"
        ).html
    }
}
