public import Economics
import Notation
import Sourcing

/// Two cases beside each other: what was changed, and what that does to the answer.
public enum Comparison {
    /// Columns of the text; the caller does not say what it prints on.
    static let width = 100
    /// A value of the case longer than this is shortened: a whole list of risks would hide the rest.
    static let longestValue = 120

    public static func text(
        before: Decision, after: Decision, changes: [(path: String, before: String?, after: String?)]
    ) -> String {
        guard !changes.isEmpty else { return "No difference" }
        var page = TextPage(decision: after, width: width, style: TextStyle(colour: false))
        page.bold("What changed")
        for change in changes { page.change(change) }
        for pair in pairs(before, after) { page.effect(pair, before: before, after: after) }
        page.footing(before, after)
        return page.lines.map(TextLayout.trimmed).joined(separator: "\n")
    }

    /// One function in both answers; nil where only the other case has it.
    struct Pair {
        var name: String
        var before: FunctionDecision?
        var after: FunctionDecision?

        /// Options in the order of the answer after; then those that only the answer before has.
        var options: [String] {
            let new = after?.options.map(\.name) ?? []
            return new + (before?.options.map(\.name).filter { !new.contains($0) } ?? [])
        }

        func title(_ option: String) -> String {
            (after?.option(option) ?? before?.option(option))?.displayName ?? option
        }
    }

    static func pairs(_ before: Decision, _ after: Decision) -> [Pair] {
        let new = after.functions.map { function in
            let old = before.functions.first { $0.function == function.function }
            return Pair(name: function.function, before: old, after: function)
        }
        let gone = before.functions.filter { old in !after.functions.contains { $0.function == old.function } }
        return new + gone.map { Pair(name: $0.function, before: $0, after: nil) }
    }

    /// Sums of two currencies cannot be taken from each other.
    static func sameCurrency(_ before: Decision, _ after: Decision) -> Bool {
        before.theCase.client.currency == after.theCase.client.currency
    }
}

extension TextPage {
    mutating func change(_ change: (path: String, before: String?, after: String?)) {
        func shown(_ value: String?) -> String {
            guard let value else { return "not there" }
            return value.isEmpty ? "“”" : Words.shortened(TextLayout.clean(value), to: Comparison.longestValue)
        }
        lines += TextLayout.paragraph(
            "\(change.path): \(shown(change.before)) → \(shown(change.after))", first: "  ", width: width)
    }

    mutating func effect(_ pair: Comparison.Pair, before: Decision, after: Decision) {
        section("What that does to \(functionTitle(pair, before, after))")
        guard let old = pair.before else {
            return prose("Only the case after has this function. \(pair.after.map(sentence) ?? "")")
        }
        guard let new = pair.after else {
            return prose("Only the case before has this function. \(sentence(old))")
        }
        prose(choice(old, new))
        let (first, second) = (ranked(old), ranked(new))
        if first == second {
            prose("Ranking, the same in both: \(first).")
        } else {
            prose("Ranking before: \(first).")
            prose("Ranking after: \(second).")
        }
        blank()
        medians(pair, old, new, comparable: Comparison.sameCurrency(before, after))
    }

    mutating func footing(_ before: Decision, _ after: Decision) {
        blank()
        if before.theCase.horizon.months != after.theCase.horizon.months {
            prose(
                "The horizons differ: \(Words.horizon(before.theCase.horizon.months)) before, \(Words.horizon(after.theCase.horizon.months)) after."
            )
        }
        let futures = Words.plural(after.trials, "simulated future")
        if before.trials == after.trials, before.seed == after.seed {
            prose("\(futures), seed \(after.seed), for both.")
        } else {
            prose(
                "\(Words.plural(before.trials, "simulated future")), seed \(before.seed), before; \(futures), seed \(after.seed), after. Part of each difference is chance."
            )
        }
    }

    private func functionTitle(_ pair: Comparison.Pair, _ before: Decision, _ after: Decision) -> String {
        DecisionNames(decision: pair.after == nil ? before : after).title(ofFunction: pair.name)
    }

    private func sentence(_ function: FunctionDecision) -> String { "\(function.recommendation.headline)." }

    /// Whether the choice is another one: that is what the reader came for.
    private func choice(_ old: FunctionDecision, _ new: FunctionDecision) -> String {
        func title(_ function: FunctionDecision) -> String? {
            function.recommendation.choice.map { DecisionNames.option($0, in: function) }
        }
        let apart = "cannot be told apart by cost"
        switch (title(old), title(new)) {
        case (let a?, let b?) where old.recommendation.choice == new.recommendation.choice:
            return a == b ? "The choice stays: \(b)." : "The choice stays: \(b), before called \(a)."
        case (let a?, let b?): return "The choice changes: before \(a), after \(b)."
        case (nil, let b?): return "The choice changes: before, the cheapest two \(apart); after, \(b)."
        case (let a?, nil): return "The choice changes: before, \(a); after, the cheapest two \(apart)."
        case (nil, nil): return "Before and after, the cheapest two \(apart)."
        }
    }

    private func ranked(_ function: FunctionDecision) -> String {
        function.options.enumerated().map { "\($0 + 1) \($1.displayName)" }.joined(separator: "; ")
    }

    private mutating func medians(
        _ pair: Comparison.Pair, _ old: FunctionDecision, _ new: FunctionDecision, comparable: Bool
    ) {
        let all = (old.options + new.options).map(\.presentValue.p50)
        let scale = MoneyScale.table(all, names.money)
        let unit = scale.divisor / Format.power(scale.digits)
        let label = DecisionNames.label(scale)
        if comparable {
            prose("Median present value\(label.isEmpty ? "" : ", in \(label)"):")
        } else {
            prose("Median present value; the currencies differ, so there is no difference to show:")
        }
        let rows = pair.options.map { name in
            let (a, b) = (old.option(name), new.option(name))
            let sums = [a, b].map { $0.map { scale.text($0.presentValue.p50) } ?? "–" }
            var difference = "–"
            if let a, let b, comparable {
                // Of the sums as they are shown, so that the row adds up.
                let change = (b.presentValue.p50 / unit).rounded() - (a.presentValue.p50 / unit).rounded()
                difference = scale.text(change * unit, signed: true)
            }
            let only = a == nil ? " (only after)" : b == nil ? " (only before)" : ""
            let chances = [a, b].map { $0.map { Format.ofHundred($0.chanceToBeBest.value) } ?? "–" }
            return ["\(pair.title(name))\(only)"] + sums + [difference] + chances
        }
        table(
            TextTable(
                [
                    .init(header: "Option", right: false, least: 20), .init(header: "Before"), .init(header: "After"),
                    .init(header: "Difference"), .init(header: "Cheapest in 100, before"),
                    .init(header: "Cheapest in 100, after"),
                ], rows: rows))
    }
}
