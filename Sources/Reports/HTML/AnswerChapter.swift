import Economics
import Sourcing

/// The answer in a headline, two or three sentences, one chart and five figures.
struct AnswerChapter {
    let context: ReportContext
    let id: String
    let prefix: String

    var html: String {
        let recommendation = context.function.recommendation
        var left = "<h2>\(Markup.escape(prefix + recommendation.headline))</h2>\n"
        for sentence in recommendation.sentences { left += Markup.paragraph(sentence, class: "lead") }
        if let fall = context.function.waterfall, fall.headline > 0, let option = context.function.option(fall.option) {
            left += Markup.paragraph(
                "Wages and prices of today promise that \(option.displayName) saves \(context.money.prose(fall.headline)). After the costs of moving, managing and working at a distance, \(context.money.prose(fall.net)) is left on average.",
                class: "lead")
        }
        return """
            <section class="answer" id="\(id)">
            <div class="columns">
            <div>
            \(left)</div>
            <div>
            \(futures)\(changes)</div>
            </div>
            \(facts)</section>

            """
    }

    private var futures: String {
        guard context.function.options.count > 1 else { return "" }
        let rows = context.function.options.map {
            FuturesChart.Row(label: $0.displayName, kind: context.kind($0), chance: $0.chanceToBeBest.value)
        }
        let title = "In how many of 100 simulated futures each option is the cheapest"
        guard let svg = FuturesChart.svg(id: "\(id)-futures", title: title, rows: rows) else { return "" }
        return Markup.figure(
            "Cheapest option in 100 simulated futures", note: "Each mark is one future", svg: svg, source: "")
    }

    /// The nearest ways in which another option becomes the cheaper one.
    private var changes: String {
        guard let rivalry = context.function.rivalry, let rival = context.function.option(rivalry.rival) else { return "" }
        let items = rivalry.hinges.filter { $0.breakEven != nil }.prefix(3).compactMap { hinge -> String? in
            guard let sentence = HingeWords(context: context).sentence(hinge, rival: rival.displayName) else { return nil }
            return "<li>\(Markup.escape(sentence))</li>\n"
        }
        if items.isEmpty {
            return "<h3>What would change the answer</h3>\n"
                + Markup.paragraph("No single input, within what it can sensibly be.", class: "small")
        }
        return "<h3>What would change the answer</h3>\n<ul class=\"small\">\n\(items.joined())</ul>\n"
    }

    private var facts: String {
        let best = context.function.best
        let money = context.money
        var entries: [(String, String, String)] = []
        func range(_ d: Distribution80, _ text: (Double) -> String) -> String { "P10–P90: \(text(d.p10)) to \(text(d.p90))" }
        if let saving = best.netSaving {
            entries.append(
                (
                    "Net saving over \(context.span)", money.prose(saving.mean),
                    "on average; " + range(saving) { money.prose($0) }
                ))
        }
        if let share = best.survivingShare {
            entries.append(
                ("Left of the headline saving", Format.wholeShare(share.mean), range(share) { Format.wholeShare($0) }))
        }
        if let payback = best.payback {
            let within =
                payback.chance >= 0.9995
                ? "P10–P90: \(Words.paybackMonth(payback.p10)) to \(Words.paybackMonth(payback.p90))"
                : "within the horizon in \(Format.ofHundred(payback.chance)) of 100 futures"
            entries.append(("Paid back", Words.paybackMonth(payback.p50), within))
        }
        let today = context.baseline.flatMap { $0.name == best.name ? nil : "; today \(money.unit($0.costPerTransaction.p50))" } ?? ""
        entries.append(
            (
                "Cost of one \(context.item)", money.unit(best.costPerTransaction.p50),
                range(best.costPerTransaction) { money.unit($0) } + today
            ))
        if context.function.options.count > 1 {
            entries.append(
                (
                    "Worth paying for certainty", money.prose(context.function.valueOfPerfectInformation.value),
                    "at most, before signing: what knowing everything would save on average"
                ))
        }
        let list = entries.map {
            "<div><dt>\(Markup.escape($0.0))</dt><dd>\(Markup.escape($0.1))</dd><dd>\(Markup.escape($0.2))</dd></div>\n"
        }
        return "<dl class=\"facts\">\n\(list.joined())</dl>\n"
    }
}

/// Break-evens in words.
struct HingeWords {
    let context: ReportContext

    private func driver(_ name: String) -> DriverAnswer? { context.decision.drivers.first { $0.name == name } }

    func title(_ hinge: Hinge) -> String { driver(hinge.driver)?.title ?? hinge.driver }
    func unit(_ hinge: Hinge) -> Unit { driver(hinge.driver)?.unit ?? .number }

    /// "above 61 %", the side on which the rival is cheaper; "none" where no value turns the order.
    func flip(_ hinge: Hinge) -> String {
        guard let value = hinge.breakEven else { return "none" }
        let rises = hinge.leadAtHigh > hinge.leadAtLow
        return "\(rises ? "below" : "above") \(text(value, unit(hinge)))"
    }

    func sentence(_ hinge: Hinge, rival: String) -> String? {
        guard hinge.breakEven != nil else { return nil }
        return "\(title(hinge)) \(flip(hinge)): then \(rival) is cheaper."
    }

    func text(_ value: Double, _ unit: Unit) -> String { context.units.text(value, unit) }
}
