import Economics
import Notation
import Sourcing

/// The method in plain words and what is left out.
struct MethodChapter {
    let page: Page

    var html: String {
        let decision = page.decision
        let horizon = decision.theCase.horizon
        let uncertain = decision.drivers.count
        var words =
            "A monthly cash-flow model of each option over \(Words.plural(horizon.months, "month")). "
            + "\(Words.capitalised(Words.number(uncertain))) uncertain \(uncertain == 1 ? "input was" : "inputs were") drawn \(page.trials) times, the same draws "
            + "for all options, with seed \(decision.seed). P10 is the value that 10 of 100 futures fall below, P90 the value that 90 fall below. "
        words +=
            "Later payments count less: present values discount at \(Format.share(horizon.discountRate)) a year, month by month. "
        words += "Means are used where figures add up, medians and P10–P90 where single futures are described. "
        words += "Two options are called different only when their difference exceeds three standard errors."
        var out = Markup.paragraph(words)
        if !decision.theCase.usesDefaults {
            out += Markup.paragraph(
                "The case switches every default off: what it leaves out costs nothing and does nothing here.")
        }
        if !decision.leftOut.isEmpty {
            out += "<h3>What is left out</h3>\n" + Markup.list(decision.leftOut)
        }
        out += Markup.paragraph("Same case, same seed: same numbers, on any machine.", class: "small quiet")
        return "<section id=\"method\">\n<h2>How it was worked out</h2>\n\(out)</section>\n\n"
    }
}

/// Every input, where it comes from, and how much it moves the answer: always the last chapter.
struct RegisterChapter {
    let page: Page

    /// The most decisive first, then by key.
    static func sorted(_ assumptions: [Assumption]) -> [Assumption] {
        assumptions.sorted { a, b in
            let (x, y) = (a.moves ?? -1, b.moves ?? -1)
            return x == y ? a.key < b.key : x > y
        }
    }

    var html: String {
        let assumptions = Self.sorted(page.decision.assumptions)
        let scale = MoneyScale.table(assumptions.compactMap(\.moves), page.money)
        let rows = assumptions.map { assumption in
            let (value, meaning) = page.units.text(
                assumption.quantity, UnitFormat.unit(assumption.unit, under: assumption.title))
            let moves = assumption.moves.map { text($0, scale) } ?? "–"
            let caveat = assumption.caveat.map { " " + Markup.tag($0, "warn") } ?? ""
            let key = "<span class=\"key-name\">\(Markup.escape(assumption.key))</span>"
            let source = assumption.source ?? (assumption.origin == .stated ? "stated in the case" : "no source given")
            return HTMLTable.Row(
                head: Markup.escape(assumption.title) + key,
                cells: [
                    Markup.escape(value), Markup.escape(meaning), Markup.escape(Words.origin(assumption.origin)),
                    Markup.escape(source) + caveat, moves,
                ])
        }
        let leads = page.decision.functions.compactMap(\.rivalry)
        let about =
            leads.isEmpty
            ? "how much it moves the answer"
            : "by how much the lead of the cheapest option over the next changes between the P10 and the P90 of the input"
        let table = HTMLTable(
            caption: "Every input of this report. “Moves the lead”: \(about), \(scale.label).",
            columns: ["Assumption", "Value", "Meaning", "Origin", "Source"].map(HTMLTable.text) + [
                HTMLTable.number("Moves the lead")
            ],
            rows: rows, name: "register")
        let body = rows.isEmpty ? Markup.paragraph("The case needed no assumption.") : table.html
        return "<section id=\"assumptions\">\n<h2>Assumption register</h2>\n\(body)</section>\n\n"
    }

    private func text(_ moves: Double, _ scale: MoneyScale) -> String {
        guard moves.isFinite else { return Format.notKnown }
        let shown = scale.text(moves)
        return moves > 0 && moves < scale.divisor / 2 ? "under \(scale.divisor > 1 ? "1" : shown)" : shown
    }
}

/// Several functions in one case: their answers side by side, before any detail.
struct SummaryChapter {
    let page: Page
    let functions: [FunctionPage]

    var html: String {
        let decided = functions.filter { $0.choice != nil }.count
        let names = Words.capitalised(Words.number(functions.count))
        let heading =
            decided == functions.count
            ? "\(names) functions, \(Words.number(decided)) answers"
            : "\(names) functions: \(Words.number(decided)) decided, \(Words.number(functions.count - decided)) open"
        let money = page.money
        let scale = MoneyScale.table(
            functions.flatMap { f in [f.baseline, f.subject].compactMap { $0?.presentValue.mean } }, money)
        var rows: [HTMLTable.Row] = functions.map { function in
            let subject = function.subject
            let cells = [
                "<a href=\"#\(function.id("answer"))\">\(Markup.escape(function.answer.recommendation.headline))</a>",
                function.baseline.map { scale.text($0.presentValue.mean) } ?? Format.notKnown,
                subject.map { scale.text($0.presentValue.mean) } ?? Format.notKnown,
                subject.map { $0.netSaving.map { scale.text($0.mean, signed: true) } ?? "–" } ?? Format.notKnown,
                subject.map { Format.ofHundred($0.chanceToBeBest.value) } ?? Format.notKnown,
            ]
            return .init(head: Markup.escape(function.title), cells: cells)
        }
        let known = functions.filter { $0.baseline != nil && $0.subject != nil }
        let today = known.compactMap { $0.baseline?.presentValue.mean }.reduce(0, +)
        let then = known.compactMap { $0.subject?.presentValue.mean }.reduce(0, +)
        if known.count == functions.count {
            rows.append(
                .init(
                    head: "All functions",
                    cells: ["", scale.text(today), scale.text(then), scale.text(today - then, signed: true), ""],
                    kind: "total"))
        }
        let lead = Markup.paragraph(
            "Done today’s way, the work costs \(money.prose(today)) over \(page.horizon) on average; with the option shown for each function "
                + "\(money.prose(then)).", class: "lead")
        let table = HTMLTable(
            caption:
                "Mean cost over \(page.horizon), present value, \(scale.label). Means add up, medians do not. Where nothing is recommended, the "
                + "cheapest option on average stands in. “Cheapest”: in how many of 100 simulated futures.",
            columns: [HTMLTable.text("Function"), HTMLTable.text("Answer")]
                + ["Today", "Option shown", "Saving", "Cheapest"].map(HTMLTable.number), rows: rows)
        return
            "<section class=\"answer\" id=\"summary\">\n<h2>\(Markup.escape(heading))</h2>\n\(lead)\(table.html)</section>\n\n"
    }
}
