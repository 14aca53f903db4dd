public import Choosing
public import Economics
import Notation
import Sourcing

/// The decision as one self-contained page: no network, no scripts; answer first, assumption register last.
public enum HTMLReport {
    /// - Parameters:
    ///   - choice: which partner; its chapters follow the decision's.
    ///   - places: where else the work could be done; the chapter after those of the choice.
    ///   - evidence: the record of the evaluation, for a chapter of the choice.
    ///   - hours: shared working hours by site; the chapter is left out for options without them.
    ///   - prepared: ISO date of the report.
    public static func html(
        for decision: Decision, choice: Choice? = nil, places: PlaceRanking? = nil, evidence: [EvidenceLine] = [],
        hours: [SiteHours], prepared: String
    ) -> String {
        let page = Page(decision: decision, hours: hours, prepared: prepared)
        let parts = parts(page, choice: choice, places: places, evidence: evidence)
        let body = header(page, functions(page)) + parts.html
        let hasMore = choice != nil || places != nil
        return document(
            page, contents: parts.contents, body: body, styles: hasMore ? [PackageResources.choice_css] : [])
    }

    /// The chapters by themselves, for a page that has a head of its own.
    package static func parts(
        for decision: Decision, choice: Choice? = nil, places: PlaceRanking? = nil, evidence: [EvidenceLine] = [],
        hours: [SiteHours], prepared: String
    ) -> ReportParts {
        parts(
            Page(decision: decision, hours: hours, prepared: prepared), choice: choice, places: places,
            evidence: evidence)
    }

    /// The chapters on the choice by themselves.
    package static func parts(for choice: Choice, evidence: [EvidenceLine]) -> ReportParts {
        let chapters = more(choice, nil, evidence).filter { !$0.body.isEmpty }
        return ReportParts(contents: chapters.map { ($0.id, $0.entry) }, html: chapters.map(\.html).joined())
    }

    /// Where the evaluators agree and differ, and the record of how the scores came about: for a moderator.
    package static func moderation(for choice: Choice, evidence: [EvidenceLine]) -> String {
        let page = ChoicePage(choice: choice, evidence: evidence)
        return more(choice, nil, evidence).filter { [page.id("views"), page.id("evidence")].contains($0.id) }
            .filter { !$0.body.isEmpty }.map(\.html).joined()
    }

    /// The chapter on places by itself.
    package static func parts(for places: PlaceRanking) -> ReportParts {
        let chapter = PlacesChapter(ranking: places).chapter
        return ReportParts(contents: [(chapter.id, chapter.entry)], html: chapter.html)
    }

    /// What the report is about, on one line: the work, its months, its currency and the day.
    package static func facts(of decision: Decision, prepared: String) -> String {
        let page = Page(decision: decision, hours: [], prepared: prepared)
        return facts(page, functions(page))
    }

    private static func functions(_ page: Page) -> [FunctionPage] {
        page.decision.functions.enumerated().map { index, answer in
            FunctionPage(page: page, answer: answer, prefix: page.isSeveral ? "f\(index + 1)-" : "")
        }
    }

    private static func parts(
        _ page: Page, choice: Choice?, places: PlaceRanking?, evidence: [EvidenceLine]
    ) -> ReportParts {
        let functions = functions(page)
        let more = self.more(choice, places, evidence).filter { !$0.body.isEmpty }
        var body = ""
        if page.isSeveral { body += SummaryChapter(page: page, functions: functions).html }
        for function in functions { body += chapters(function) }
        if functions.isEmpty { body += Markup.paragraph("The case has no function to decide on.", class: "empty") }
        body += more.map(\.html).joined()
        body += MethodChapter(page: page).html + RegisterChapter(page: page).html
        let links =
            contents(functions) + more.map { ($0.id, $0.entry) }
            + [("method", "How it was worked out"), ("assumptions", "Assumptions")]
        return ReportParts(contents: links, html: body)
    }

    private static func more(_ choice: Choice?, _ places: PlaceRanking?, _ evidence: [EvidenceLine]) -> [Chapter] {
        (choice.map { ChoicePage(choice: $0, evidence: evidence).chapters } ?? [])
            + (places.map { [PlacesChapter(ranking: $0).chapter] } ?? [])
    }

    private static func chapters(_ function: FunctionPage) -> String {
        var out = ""
        if function.page.isSeveral {
            out += "<h2 class=\"function\" id=\"\(function.id("function"))\">\(Markup.escape(function.title))</h2>\n"
        }
        out += AnswerChapter(function: function).html
        guard !function.options.isEmpty else { return out + Markup.paragraph("No option was given.", class: "empty") }
        return out + OptionsChapter(function: function).html + CostChapter(function: function).html
            + PartsChapter(function: function).html + SavingChapter(function: function).html
            + HingesChapter(function: function).html + HoursChapter(function: function).html
            + CashChapter(function: function).html
    }

    private static func header(_ page: Page, _ functions: [FunctionPage]) -> String {
        let theCase = page.decision.theCase
        let facts = facts(page, functions)
        let note = theCase.note.map { Markup.paragraph($0, class: "quiet") } ?? ""
        return """
            <header class="title">
            <p class="quiet">Decision report for \(Markup.escape(theCase.client.name))</p>
            <h1>\(Markup.escape(theCase.title))</h1>
            <p class="quiet">\(Markup.escape(facts))</p>
            \(note)</header>

            """
    }

    private static func facts(_ page: Page, _ functions: [FunctionPage]) -> String {
        let theCase = page.decision.theCase
        let horizon = theCase.horizon
        let last = horizon.start.advanced(by: max(0, horizon.months - 1))
        let span =
            horizon.months <= 1 ? Words.month(horizon.start) : "\(Words.month(horizon.start)) to \(Words.month(last))"
        let work =
            functions.count == 1 ? work(functions[0]) : "\(Words.capitalised(Words.number(functions.count))) functions"
        return
            "\(work), \(span). Present value in \(currencyName(theCase.client.currency)) at \(Format.share(horizon.discountRate)) a year. "
            + "Prepared \(Words.date(page.prepared))."
    }

    private static func work(_ function: FunctionPage) -> String {
        guard let work = function.function else { return function.title }
        let kind = Words.capitalised(Words.kind(work.kind))
        let volume = function.page.units.text(work.volumePerMonth.quantity, .count(function.item + "s a month")).value
        return "\(kind): \(volume)"
    }

    private static func currencyName(_ code: String) -> String {
        switch code {
        case "USD": "US dollars"
        case "EUR": "euros"
        case "GBP": "pounds sterling"
        case "INR": "Indian rupees"
        case "PHP": "Philippine pesos"
        default: code
        }
    }

    private static func contents(_ functions: [FunctionPage]) -> [(id: String, title: String)] {
        var out: [(id: String, title: String)] = []
        if functions.count > 1 {
            out.append(("summary", "All functions"))
            out += functions.map { ($0.id("function"), $0.title) }
        } else if let function = functions.first {
            out.append(("answer", "The answer"))
            guard !function.options.isEmpty else { return out }
            out += [("options", "The options"), ("cost", "What each option costs"), ("parts", "Where the money goes")]
            if function.answer.waterfall != nil { out.append(("saving", "From wage gap to saving")) }
            if function.answer.rivalry != nil { out.append(("hinges", "What it hangs on")) }
            if !HoursChapter(function: function).html.isEmpty { out.append(("hours", "Shared working hours")) }
            if !CashChapter(function: function).html.isEmpty { out.append(("cash", "Cash over time")) }
        }
        return out
    }

    private static func document(
        _ page: Page, contents: [(id: String, title: String)], body: String, styles more: [[UInt8]]
    ) -> String {
        let title = Markup.escape("\(page.decision.theCase.title): decision report – Shoreline")
        let links = contents.map { "<li><a href=\"#\($0.id)\">\(Markup.escape($0.title))</a></li>" }.joined(
            separator: "\n")
        let first = contents.first?.id ?? "method"
        let tokens = String(decoding: PackageResources.tokens_css, as: UTF8.self)
        let styles = ([PackageResources.report_css] + more).map { String(decoding: $0, as: UTF8.self) }.joined()
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(title)</title>
            <style>
            \(tokens)
            \(styles)
            </style>
            </head>
            <body>
            <a class="skip" href="#\(first)">Skip to the answer</a>
            <div class="report">
            <nav aria-label="Contents">
            <ol>
            \(links)
            </ol>
            </nav>
            <main>
            \(body)</main>
            </div>
            </body>
            </html>

            """
    }
}
