import Economics
import Notation

/// What the order of the two cheapest hangs on, and what knowing more would be worth.
struct HingesChapter {
    let function: FunctionPage
    private static let shown = 10

    private var money: MoneyFormat { function.money }

    var html: String {
        guard let rivalry = function.answer.rivalry else { return "" }
        let hinges = rivalry.hinges.sorted { $0.swing > $1.swing }
        let heading = "What the choice hangs on"
        guard !hinges.isEmpty else {
            return function.section(
                "hinges", heading, words(rivalry) + Markup.paragraph("Every input is certain: nothing moves the lead."))
        }
        return function.section(
            "hinges", heading, words(rivalry) + Markup.pair(figure(rivalry, hinges), table(rivalry, hinges)))
    }

    private func words(_ rivalry: Rivalry) -> String {
        let told = Hinges(function: function, rivalry: rivalry)
        let lead = money.prose(abs(rivalry.lead.value))
        let error = money.prose(rivalry.lead.standardError)
        let first =
            "\(told.rival) is the nearest rival of \(told.leader). On average \(told.leader) leads it by \(lead) (standard error \(error))"
        let told2 =
            function.answer.recommendation.reason == .cannotBeToldApart
            ? first + ", too little to tell the two apart." : first + "."
        return Markup.paragraph(told2)
    }

    private func scale(_ rivalry: Rivalry, _ hinges: [Hinge]) -> MoneyScale {
        MoneyScale.table(hinges.flatMap { [$0.leadAtLow, $0.leadAtHigh] } + [rivalry.lead.value], money)
    }

    private func figure(_ rivalry: Rivalry, _ hinges: [Hinge]) -> String {
        let told = Hinges(function: function, rivalry: rivalry)
        let units = function.page.units
        let rows = hinges.prefix(Self.shown).map { hinge in
            TornadoChart.Row(
                label: told.title(hinge), low: units.short(hinge.low, told.unit(hinge)),
                high: units.short(hinge.high, told.unit(hinge)), leadAtLow: hinge.leadAtLow,
                leadAtHigh: hinge.leadAtHigh,
                flip: told.flip(hinge, short: true) ?? "none")
        }
        let scale = scale(rivalry, hinges)
        let most = hinges.prefix(2).map(told.title)
        let statement =
            most.count == 2 ? "\(most[0]) and \(Words.lowered(most[1])) matter most" : "\(most[0]) matters most"
        let count =
            rows.count < hinges.count ? " The \(Words.number(rows.count)) largest of \(hinges.count) inputs." : ""
        let legend = Markup.legend([
            ("<rect class=\"low\" width=\"12\" height=\"12\"/>", "input at its P10, or it does not happen"),
            ("<rect class=\"high\" width=\"12\" height=\"12\"/>", "input at its P90, or it happens"),
        ])
        return Markup.figure(
            statement,
            note: "Lead of \(told.leader) over \(told.rival), \(scale.label). Dashed: the average lead. Left of zero, "
                + "\(told.rival) would be cheaper. At the end of a row: where that happens.",
            svg: TornadoChart.svg(
                id: function.id("tornado"), title: "What the lead of \(told.leader) over \(told.rival) hangs on",
                rows: rows,
                lead: rivalry.lead.value, rival: Words.shortened(told.rival, to: 30), scale: scale),
            source: "Source: mean lead when the input is set to that value and all others vary.\(count)",
            class: "rows tornado",
            legend: legend)
    }

    private func table(_ rivalry: Rivalry, _ hinges: [Hinge]) -> String {
        let told = Hinges(function: function, rivalry: rivalry)
        let scale = scale(rivalry, hinges)
        let units = function.page.units
        return HTMLTable(
            caption:
                "Lead of \(told.leader) over \(told.rival) at the P10 and the P90 of each input, \(scale.label); where "
                + "\(told.rival) becomes the cheaper one; what knowing the input before deciding would be worth at most, \(money.label)",
            columns: [HTMLTable.text("Input")] + ["P10–P90", "Lead", "Rival cheaper", "Worth"].map(HTMLTable.number),
            rows: hinges.prefix(20).map { hinge in
                let driver = function.page.driver(hinge.driver)
                let cells = [
                    units.range(hinge.low, hinge.high, told.unit(hinge)),
                    [scale.text(hinge.leadAtLow), "to", scale.text(hinge.leadAtHigh)].joined(separator: Format.space),
                    told.flip(hinge) ?? "none",
                    driver.map { worth($0.valueOfPerfectInformation) } ?? Format.notKnown,
                ]
                return .init(head: Markup.escape(told.title(hinge)), cells: cells.map(Markup.escape))
            }, name: "wrap"
        ).html
    }

    /// An estimate within three standard errors of nothing is not shown as something.
    private func worth(_ estimate: Estimate) -> String {
        guard estimate.value.isFinite else { return Format.notKnown }
        if estimate.value <= 3 * estimate.standardError || estimate.value < 0.5 { return "about 0" }
        return money.prose(estimate.value)
    }
}
