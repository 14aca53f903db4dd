import Atlas
public import Economics
import Sourcing

/// The decision as one self-contained HTML page that a board can read: the answer first, the register of assumptions
/// last, no network, no scripts.
public enum HTMLReport {
    /// - Parameters:
    ///   - hours: when each site away from the client works; `SiteHours.of(decision)`.
    ///   - prepared: the day on which it was made, as it is to be read.
    public static func html(for decision: Decision, hours: [SiteHours], prepared: String) -> String {
        let theCase = decision.theCase
        let several = decision.functions.count > 1
        var contents: [(id: String, title: String)] = []
        var body = ""
        if several {
            body += OverviewChapter(decision: decision).html
            contents.append(("overview", "The answers"))
        }
        for (index, function) in decision.functions.enumerated() {
            let chapter = FunctionChapters(decision: decision, function: function, hours: hours, index: index)
            body += chapter.html
            contents += chapter.contents
        }
        body += MethodChapter(decision: decision).html
        body += RegisterChapter(decision: decision).html
        contents += [("method", "How it was worked out"), ("assumptions", "Assumptions")]
        let last = theCase.horizon.start.advanced(by: theCase.horizon.months - 1)
        let rate = Format.share(theCase.horizon.discountRate)
        let subtitle =
            "\(Words.month(theCase.horizon.start)) to \(Words.month(last)). Present value in \(theCase.client.currency) at \(rate) a year. Prepared \(prepared)."
        let navigation = contents.map { "<li><a href=\"#\($0.id)\">\(Markup.escape($0.title))</a></li>\n" }.joined()
        let first = contents.first?.id ?? "method"
        let note = theCase.note.map { Markup.paragraph($0, class: "quiet") } ?? ""
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="generator" content="Shoreline"/>
            <title>\(Markup.escape(theCase.title)): decision report – Shoreline</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <a class="skip" href="#\(first)">Skip to the answer</a>
            <div class="report">
            <nav aria-label="Contents">
            <ol>
            \(navigation)</ol>
            </nav>
            <main>
            <header class="title">
            <p class="quiet">Decision report for \(Markup.escape(theCase.client.name))</p>
            <h1>\(Markup.escape(theCase.title))</h1>
            <p class="quiet">\(Markup.escape(subtitle))</p>
            \(note)</header>
            \(body)</main>
            </div>
            </body>
            </html>

            """
    }

    private static var style: String {
        String(decoding: PackageResources.tokens_css, as: UTF8.self)
            + String(decoding: PackageResources.report_css, as: UTF8.self)
    }
}

/// What the chapters of one function share: names, money, which option is which.
struct ReportContext {
    let decision: Decision
    let function: FunctionDecision

    var money: MoneyFormat { MoneyFormat(currency: decision.theCase.client.currency) }
    var units: UnitFormat { UnitFormat(currency: decision.theCase.client.currency) }
    var theFunction: BusinessFunction? { decision.theCase.function(named: function.function) }
    var item: String { theFunction?.item ?? "item" }
    var span: String { Words.horizon(decision.theCase.horizon.months) }
    var baseline: OptionAnswer? { function.option(function.baseline) }

    func isPick(_ option: OptionAnswer) -> Bool { option.name == function.recommendation.choice }

    /// `pick`, `baseline` or `other`: how its marks are drawn.
    func kind(_ option: OptionAnswer) -> String {
        isPick(option) ? "pick" : option.isBaseline ? "baseline" : "other"
    }

    /// Name with its tags, for the head of a row.
    func head(_ option: OptionAnswer) -> String {
        Markup.escape(option.displayName) + (isPick(option) ? Markup.tag("recommended", "pick") : "")
            + (option.isBaseline ? Markup.tag("today") : "")
    }

    func rowKind(_ option: OptionAnswer) -> String { isPick(option) ? "pick" : "" }

    func source(_ name: String) -> SourcingOption? { decision.theCase.options.first { $0.name == name } }

    var futures: String { "\(Format.decimal(Double(decision.trials))) simulated futures" }
}

/// The answers of all functions on one page, where there are several.
struct OverviewChapter {
    let decision: Decision

    var html: String {
        let money = MoneyFormat(currency: decision.theCase.client.currency)
        let rows = decision.functions.map { function in
            let context = ReportContext(decision: decision, function: function)
            let best = function.best
            return HTMLTable.Row(
                head: Markup.escape(context.theFunction?.title ?? function.function),
                cells: [
                    Markup.escape(function.recommendation.headline), money.prose(best.presentValue.mean),
                    context.baseline.map { money.prose($0.presentValue.mean) } ?? "–",
                    best.netSaving.map { money.prose($0.mean) } ?? "–",
                ])
        }
        let table = HTMLTable(
            caption: "One answer for each function; mean present values.",
            columns: [
                HTMLTable.text("Function"), HTMLTable.text("Answer"), HTMLTable.number("Cheapest way"),
                HTMLTable.number("Today’s way"), HTMLTable.number("Saving"),
            ], rows: rows)
        let total = decision.functions.compactMap { $0.best.netSaving?.mean }.reduce(0, +)
        let words =
            total > 0
            ? "Taken together the cheapest ways save \(money.prose(total)) on average."
            : "Today’s way is the cheapest everywhere."
        return
            "<section class=\"answer\" id=\"overview\">\n<h2>\(Words.capitalised(Words.number(decision.functions.count))) functions, \(Words.number(decision.functions.count)) answers</h2>\n\(Markup.paragraph(words, class: "lead"))\(table.html)</section>\n"
    }
}
