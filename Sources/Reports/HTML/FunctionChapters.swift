import Economics
import Sourcing

/// All chapters of one function, in the order in which a board asks.
struct FunctionChapters {
    let decision: Decision
    let function: FunctionDecision
    let hours: [SiteHours]
    let index: Int

    private var context: ReportContext { ReportContext(decision: decision, function: function) }
    private var suffix: String { index == 0 ? "" : "-\(index + 1)" }

    var contents: [(id: String, title: String)] { chapters.map { ($0.id, $0.title) } }
    var html: String { chapters.map(\.html).joined() }

    private var chapters: [(id: String, title: String, html: String)] {
        let prefix = decision.functions.count > 1 ? "\(context.theFunction?.title ?? function.function): " : ""
        func id(_ name: String) -> String { name + suffix }
        var all = [
            (id("answer"), prefix + "The answer", AnswerChapter(context: context, id: id("answer"), prefix: prefix).html),
            (id("options"), "The options", OptionsChapter(context: context, id: id("options"), hours: hours).html),
            (id("cost"), "What each option costs", CostChapter(context: context, id: id("cost")).html),
            (id("parts"), "Where the money goes", PartsChapter(context: context, id: id("parts")).html),
        ]
        if let fall = function.waterfall {
            all.append(
                (id("saving"), "From wage gap to saving", SavingChapter(context: context, id: id("saving"), fall: fall).html))
        }
        if let rivalry = function.rivalry, !rivalry.hinges.isEmpty {
            all.append(
                (id("hinges"), "What it hangs on", HingesChapter(context: context, id: id("hinges"), rivalry: rivalry).html))
        }
        let sites = hours.filter { site in function.options.contains { $0.name == site.option } }
        if !sites.isEmpty {
            all.append(
                (id("hours"), "Shared working hours", HoursChapter(context: context, id: id("hours"), sites: sites).html))
        }
        all.append((id("cash"), "Cash over time", CashChapter(context: context, id: id("cash")).html))
        return all.map { (id: $0.0, title: $0.1, html: $0.2) }
    }
}
