import Economics

/// What the order of the two cheapest options hangs on.
struct HingesChapter {
    let context: ReportContext
    let id: String
    let rivalry: Rivalry

    static let shown = 12

    var html: String {
        let leader = context.function.option(rivalry.leader)?.displayName ?? rivalry.leader
        let rival = context.function.option(rivalry.rival)?.displayName ?? rivalry.rival
        let words = HingeWords(context: context)
        let hinges = Array(rivalry.hinges.prefix(Self.shown))
        let scale = MoneyScale.table(hinges.flatMap { [$0.leadAtLow, $0.leadAtHigh] } + [rivalry.lead.value], context.money)
        let rows = hinges.map { hinge in
            TornadoChart.Row(
                label: words.title(hinge), low: words.text(hinge.low, words.unit(hinge)),
                high: words.text(hinge.high, words.unit(hinge)), leadAtLow: hinge.leadAtLow, leadAtHigh: hinge.leadAtHigh,
                flip: words.flip(hinge))
        }
        let legend = """
            <ul class="legend" aria-hidden="true">
            <li><svg><rect class="bar low" width="12" height="12" fill="var(--quiet)"/></svg>input at its P10</li>
            <li><svg><rect class="bar pick" width="12" height="12"/></svg>input at its P90</li>
            </ul>

            """
        let first = hinges.first.map { "\(words.title($0)) matters most" } ?? "Nothing moves the order"
        let figure = Markup.figure(
            first,
            note: "Lead of \(leader) over \(rival), \(scale.label). Dashed: the average lead. Left of zero, \(rival) is cheaper.",
            svg: TornadoChart.svg(
                id: "\(id)-tornado", title: "What the lead of \(leader) over \(rival) hangs on", rows: rows,
                lead: rivalry.lead.value, rival: rival, scale: scale),
            source:
                "Source: mean lead when one input is set to a value and all others vary. The \(Words.number(hinges.count)) largest of \(rivalry.hinges.count) inputs.",
            class: "rows tornado", legend: legend)
        let table = HTMLTable(
            caption: "Lead of \(leader) at the P10 and the P90 of each input, \(scale.label); where \(rival) becomes the cheaper one; what knowing the input before signing would be worth",
            columns: [
                HTMLTable.text("Input"), HTMLTable.number("P10–P90"), HTMLTable.number("Lead"),
                HTMLTable.number("Turns"), HTMLTable.number("Worth"),
            ],
            rows: hinges.map { hinge in
                HTMLTable.Row(
                    head: Markup.escape(words.title(hinge)),
                    cells: [
                        Markup.escape(context.units.range(hinge.low, hinge.high, words.unit(hinge))),
                        "\(scale.text(hinge.leadAtLow)) to \(scale.text(hinge.leadAtHigh))", Markup.escape(words.flip(hinge)),
                        worth(hinge),
                    ])
            })
        let turning = hinges.filter { hinge in
            hinge.breakEven.map { $0 >= min(hinge.low, hinge.high) && $0 <= max(hinge.low, hinge.high) } ?? false
        }
        let said =
            turning.isEmpty
            ? "No single input turns that order within its P10 to P90; the table says how far each would have to go."
            : "\(Words.capitalised(Words.number(turning.count))) of these inputs can turn it alone within P10 to P90."
        return """
            <section id="\(id)">
            <h2>What the choice hangs on</h2>
            <p>\(Markup.escape("\(rival) is the nearest rival. On average \(leader) leads it by \(context.money.prose(rivalry.lead.value)). \(said)"))</p>
            \(Markup.pair(figure, table.html))</section>

            """
    }

    /// "under $1,000" where it is less than a thousandth of the cost.
    private func worth(_ hinge: Hinge) -> String {
        guard let driver = context.decision.drivers.first(where: { $0.name == hinge.driver }) else { return "–" }
        let value = driver.valueOfPerfectInformation
        if value.value <= 3 * value.standardError { return "cannot tell" }
        return context.money.prose(value.value)
    }
}
