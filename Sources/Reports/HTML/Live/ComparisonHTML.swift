package import Choosing
package import Economics
import Notation
import Sourcing

/// Two versions of a case beside each other, as a page: what the text of ``Comparison`` says.
package enum ComparisonHTML {
    /// What stands differently in the two files.
    package static func changes(_ changes: [(path: String, before: String?, after: String?)]) -> String {
        guard !changes.isEmpty else {
            return Markup.paragraph("The two versions say the same.", class: "empty")
        }
        func shown(_ value: String?) -> String {
            guard let value else { return "<span class=\"quiet\">not there</span>" }
            return value.isEmpty ? "“”" : Markup.escape(Words.shortened(value, to: Comparison.longestValue))
        }
        return HTMLTable(
            caption: changes.count == 1 ? "One value differs" : "\(changes.count) values differ",
            columns: ["Where", "Before", "After"].map(HTMLTable.text),
            rows: changes.map { change in
                .init(
                    head: "<code>\(Markup.escape(change.path))</code>",
                    cells: [shown(change.before), shown(change.after)])
            }, name: "sentences"
        ).html
    }

    /// Costs, order and what moved; one block a function.
    package static func decisions(before: Decision, after: Decision) -> String {
        let same = Comparison.sameCurrency(before, after)
        var out = ""
        if !same {
            out += Markup.paragraph(
                "The currencies differ, so the sums cannot be taken from each other: the decision after is shown by itself."
            )
        }
        out += DecisionEffect.html(before: same ? before : after, after: same ? after : nil, prefix: "compare-")
        let names = Comparison.pairs(before, after).filter { $0.after == nil }.map(\.name)
        if !names.isEmpty {
            out += Markup.paragraph("Only the version before has the function \(names.listed("and")).")
        }
        return out + Markup.list(notes(before, after), class: "small quiet")
    }

    package static func choices(before: Choice, after: Choice) -> String {
        var notes: [String] = []
        if before.samples != after.samples || before.seed != after.seed {
            notes.append("The two were worked out with different draws: part of each difference is chance.")
        }
        return ChoiceEffect.html(before: before, after: after, prefix: "compare-choice-")
            + weights(before, after) + Markup.list(notes, class: "small quiet")
    }

    /// Criteria whose mean weight moved by half a percentage point or more.
    private static func weights(_ before: Choice, _ after: Choice) -> String {
        let old = Dictionary(before.criteria.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.criteria.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let all = after.criteria + before.criteria.filter { new[$0.name] == nil }
        let moved = all.filter { criterion in
            guard let a = old[criterion.name]?.weight, let b = new[criterion.name]?.weight else { return true }
            return abs(a - b) >= 0.005
        }
        guard !moved.isEmpty else { return Markup.paragraph("No weight moved by half a percentage point or more.") }
        return HTMLTable(
            caption: "Weights that moved, mean share of all weight",
            columns: [HTMLTable.text("Criterion")] + ["Before", "After"].map(HTMLTable.number),
            rows: moved.map { criterion in
                .init(
                    head: Markup.escape(criterion.title),
                    cells: [
                        old[criterion.name].map { ChoicePage.percent($0.weight) } ?? "–",
                        new[criterion.name].map { ChoicePage.percent($0.weight) } ?? "–",
                    ])
            }
        ).html
    }

    private static func notes(_ before: Decision, _ after: Decision) -> [String] {
        var notes: [String] = []
        let (old, new) = (before.theCase.horizon.months, after.theCase.horizon.months)
        if old != new {
            notes.append("The horizons differ: \(Words.horizon(old)) before, \(Words.horizon(new)) after.")
        }
        if before.trials != after.trials || before.seed != after.seed {
            notes.append(
                "\(Words.plural(before.trials, "simulated future")), seed \(before.seed), before; "
                    + "\(Words.plural(after.trials, "simulated future")), seed \(after.seed), after. Part of each difference is chance."
            )
        }
        return notes
    }
}
