import Economics
import Notation
import Sourcing

/// What every chapter of a report needs to know of the decision.
struct Page {
    let decision: Decision
    let hours: [SiteHours]
    let prepared: String

    var money: MoneyFormat { MoneyFormat(currency: decision.theCase.client.currency) }
    var units: UnitFormat { UnitFormat(currency: decision.theCase.client.currency) }
    var horizon: String { Words.horizon(decision.theCase.horizon.months) }
    var isSeveral: Bool { decision.functions.count > 1 }
    var trials: String { Format.decimal(Double(decision.trials)) }

    func driver(_ name: String) -> DriverAnswer? { decision.drivers.first { $0.name == name } }
}

/// One function's answer, with the short cuts that its chapters share.
struct FunctionPage {
    let page: Page
    let answer: FunctionDecision
    /// Keeps the ids of several functions apart.
    let prefix: String

    var money: MoneyFormat { page.money }
    var function: BusinessFunction? { page.decision.theCase.function(named: answer.function) }
    var title: String { function?.title ?? answer.function }
    var item: String { function?.item ?? "item" }
    var options: [OptionAnswer] { answer.options }
    var baseline: OptionAnswer? { answer.option(answer.baseline) ?? options.first(where: \.isBaseline) }
    /// The recommended option; nil where nothing is recommended.
    var choice: OptionAnswer? { answer.recommendation.choice.flatMap(answer.option) }
    /// The option that the detailed chapters are about: the recommended one, else the cheapest on average.
    var subject: OptionAnswer? { choice ?? options.first }
    /// The option whose move is shown: the one of the waterfall, else the cheapest that is not today's.
    var move: OptionAnswer? {
        answer.waterfall.flatMap { answer.option($0.option) } ?? options.first { !$0.isBaseline }
    }
    var level: Int { page.isSeveral ? 3 : 2 }

    func name(_ option: String) -> String { answer.option(option)?.displayName ?? option }

    func label(_ option: OptionAnswer) -> String { option.displayName + (option.isBaseline ? " (today)" : "") }

    /// How a chart draws the option.
    func kind(_ option: OptionAnswer) -> String {
        if option.name == choice?.name, !option.isBaseline { return "pick" }
        return option.isBaseline ? "baseline" : "other"
    }

    /// The header cell of the option's row.
    func head(_ option: OptionAnswer) -> String {
        var text = Markup.escape(option.displayName)
        if option.name == choice?.name { text += Markup.tag("recommended", "pick") }
        if option.isBaseline { text += Markup.tag("today") }
        return text
    }

    func rowKind(_ option: OptionAnswer) -> String { option.name == choice?.name ? "pick" : "" }

    func id(_ name: String) -> String { prefix + name }

    func section(_ name: String, _ title: String, _ body: String, class kind: String = "") -> String {
        let classes = kind.isEmpty ? "" : " class=\"\(kind)\""
        return """
            <section\(classes) id="\(id(name))">
            <h\(level)>\(Markup.escape(title))</h\(level)>
            \(body)</section>

            """
    }
}

extension OptionAnswer {
    /// The seven kinds of cost that the reports show, as sums of the engine's categories.
    static let groups: [(title: String, categories: [CostCategory])] = [
        ("Wages or fees", [.labour, .fees]),
        ("Hiring, training, turnover", [.hiring]),
        ("Space and technology", [.facilities]),
        ("Governance and travel", [.governance, .travel]),
        ("Coordination over distance", [.coordination]),
        ("Errors and rework", [.quality]),
        ("Transition, exit, risks", [.transition, .exit, .risk]),
    ]

    /// A kind's mean cost; 0 where the answer carries no figure for it.
    func part(_ category: CostCategory) -> Double {
        guard let index = CostCategory.allCases.firstIndex(of: category), breakdown.indices.contains(index) else {
            return 0
        }
        return breakdown[index]
    }

    var parts: [Double] { Self.groups.map { $0.categories.map(part).reduce(0, +) } }
}
