import Economics
import Notation

/// The answer first: what to do, in how many futures it holds, what would change it, and the five figures of a board.
struct AnswerChapter {
    let function: FunctionPage

    var html: String {
        let recommendation = function.answer.recommendation
        let level = function.level
        var words = "<h\(level)>\(Markup.escape(recommendation.headline))</h\(level)>\n"
        words += recommendation.sentences.map { Markup.paragraph($0, class: "lead") }.joined()
        let side = futures + changes
        return """
            <section class="answer" id="\(function.id("answer"))">
            <div class="columns">
            <div>
            \(words)</div>
            <div>
            \(side)</div>
            </div>
            \(facts)</section>

            """
    }

    private var futures: String {
        guard function.options.count > 1 else { return "" }
        let rows = function.options.map {
            FuturesChart.Row(label: $0.displayName, kind: function.kind($0), chance: $0.chanceToBeBest.value)
        }
        let title = "Cheapest option in 100 simulated futures"
        guard let svg = FuturesChart.svg(id: function.id("futures"), title: title, rows: rows) else { return "" }
        return Markup.figure(title, note: "Each mark is one future", svg: svg, source: "")
    }

    private var changes: String {
        guard let rivalry = function.answer.rivalry else { return "" }
        let hinges = Hinges(function: function, rivalry: rivalry)
        let told = rivalry.hinges.sorted { $0.swing > $1.swing }.compactMap(hinges.sentence).prefix(3)
        let title = function.choice == nil ? "What would decide it" : "What would change the answer"
        guard !told.isEmpty else {
            return "<h\(function.level + 1)>\(title)</h\(function.level + 1)>\n"
                + Markup.paragraph(
                    "No single input, within a sensible range, changes which of the two cheapest comes first.",
                    class: "small")
        }
        return "<h\(function.level + 1)>\(title)</h\(function.level + 1)>\n"
            + Markup.list(Array(told), class: "small")
    }

    private typealias Fact = Markup.Fact

    private var facts: String {
        guard let subject = function.subject else { return "" }
        let money = function.money
        var facts: [Fact] = []
        if subject.isBaseline || subject.netSaving == nil {
            facts.append(cost(subject, name: "Cost over \(function.page.horizon)"))
            if let rivalry = function.answer.rivalry, rivalry.leader == subject.name {
                facts.append(
                    Fact(
                        name: "Lead over the next cheapest", value: money.prose(rivalry.lead.value),
                        detail: "on average; \(function.name(rivalry.rival)) would cost that much more"))
            }
        } else {
            facts += saving(subject)
        }
        facts.append(item(subject))
        if function.options.count > 1 {
            facts.append(
                Fact(
                    name: "Worth paying for certainty",
                    value: money.prose(function.answer.valueOfPerfectInformation.value),
                    detail: "at most, before deciding: more study cannot be worth more"))
        } else {
            facts.append(
                Fact(
                    name: "People in the last month", value: Format.plain(subject.peopleAtEnd.rounded()),
                    detail: "full time, on average"))
        }
        return Markup.facts(facts)
    }

    private func cost(_ option: OptionAnswer, name: String) -> Fact {
        let money = function.money
        let spread = option.presentValue
        return Fact(
            name: name, value: money.prose(spread.p50),
            detail: "median, present value; P10–P90: \(money.prose(spread.p10)) to \(money.prose(spread.p90))")
    }

    private func saving(_ option: OptionAnswer) -> [Fact] {
        let money = function.money
        var facts: [Fact] = []
        if let net = option.netSaving {
            let name =
                net.mean < 0 ? "Extra cost over \(function.page.horizon)" : "Net saving over \(function.page.horizon)"
            facts.append(
                Fact(
                    name: name, value: money.prose(abs(net.mean)),
                    detail:
                        "on average; \(net.mean < 0 ? "saving " : "")P10–P90: \(money.prose(net.p10)) to \(money.prose(net.p90))"
                ))
        }
        if let left = option.survivingShare {
            facts.append(
                Fact(
                    name: "Left of the headline wage gap", value: Format.wholeShare(left.p50),
                    detail: "median; P10–P90: \(Format.wholeShare(left.p10)) to \(Format.wholeShare(left.p90))"))
        } else {
            facts.append(
                Fact(name: "Left of the headline wage gap", value: "–", detail: "the wage gap alone is not a saving"))
        }
        if let payback = option.payback {
            let spread = "\(Words.paybackMonth(payback.p10)) to \(Words.paybackMonth(payback.p90))"
            facts.append(
                Fact(
                    name: "Paid back", value: Words.paybackMonth(payback.p50),
                    detail: payback.p10 == nil
                        ? "in \(Format.ofHundred(payback.chance)) of 100 futures it pays back at all"
                        : "P10–P90: \(spread)"))
        }
        return facts
    }

    private func item(_ option: OptionAnswer) -> Fact {
        let money = function.money
        let cost = option.costPerTransaction
        var detail = "median; P10–P90: \(money.unit(cost.p10)) to \(money.unit(cost.p90))"
        if !option.isBaseline, let today = function.baseline {
            detail += "; today \(money.unit(today.costPerTransaction.p50))"
        }
        return Fact(name: "Cost of \(UnitFormat.per(function.item))", value: money.unit(cost.p50), detail: detail)
    }
}

/// Tells where an input makes the rival the cheaper one.
struct Hinges {
    let function: FunctionPage
    let rivalry: Rivalry

    var rival: String { function.name(rivalry.rival) }
    var leader: String { function.name(rivalry.leader) }

    func title(_ hinge: Hinge) -> String { function.page.driver(hinge.driver)?.title ?? hinge.driver }
    func unit(_ hinge: Hinge) -> Unit {
        guard let driver = function.page.driver(hinge.driver) else { return .number }
        return UnitFormat.unit(driver.unit, under: driver.title)
    }

    /// "above 61 %", "if it does"; nil when the order never changes.
    func flip(_ hinge: Hinge, short: Bool = false) -> String? {
        if case .event = unit(hinge) {
            if hinge.leadAtHigh < 0, hinge.leadAtLow >= 0 { return "if it does" }
            if hinge.leadAtLow < 0, hinge.leadAtHigh >= 0 { return "if it does not" }
            return nil
        }
        guard let value = hinge.breakEven, value.isFinite, hinge.leadAtLow != hinge.leadAtHigh else { return nil }
        // Beyond the range the rival lies on the far side; within it the slope decides.
        let isAbove = value >= hinge.high || (value > hinge.low && hinge.leadAtHigh < hinge.leadAtLow)
        let units = function.page.units
        let written = short ? units.short(value, unit(hinge)) : units.text(value, unit(hinge))
        return "\(isAbove ? "above" : "below") \(written)"
    }

    func sentence(_ hinge: Hinge) -> String? {
        guard let flip = flip(hinge) else { return nil }
        return "\(title(hinge)): \(flip.hasPrefix("if") ? flip : "once " + flip), \(rival) is cheaper."
    }
}
