import Economics
import Notation
import Sourcing

/// When the sites and the client are at work together, through the year.
struct HoursChapter {
    let function: FunctionPage

    /// Empty where the caller gave no hours for these options.
    var html: String {
        let names = Set(function.options.map(\.name))
        let sites = function.page.hours.filter { names.contains($0.option) && !$0.periods.isEmpty }
        guard !sites.isEmpty else { return "" }
        let client = sites[0].clientWindow
        let window = "\(Words.time(client.startMinute))–\(Words.time(client.endMinute))"
        let charts = sites.map { HoursChart.svg(id: function.id("hours-\(slug($0.option))"), site: $0) }.joined()
        let figure = """
            <figure class="hours">
            <figcaption><strong>\(Markup.escape(statement(sites)))</strong><span>Each team’s shift on the client’s clock through \
            \(Markup.escape(String(sites[0].periods[0].from.prefix(4)))). Pale: the shift. Solid: the part inside the client’s day, \
            \(window). Steps: daylight saving begins or ends.</span></figcaption>
            <div class="trio">
            \(charts)</div>
            </figure>

            """
        return function.section("hours", "Shared working hours", figure + table(sites, window: window))
    }

    private func statement(_ sites: [SiteHours]) -> String {
        let moved = sites.filter { $0.least != $0.most }
        guard let first = moved.first else { return "The shared hours are the same all year" }
        let range = "\(Format.plain(first.least)) and \(Format.plain(first.most))"
        return
            "With \(Words.shortened(first.title, to: 40)) the shared hours change through the year: between \(range) a day"
    }

    private func table(_ sites: [SiteHours], window: String) -> String {
        HTMLTable(
            caption: "Working hours shared with the client’s \(window), hours a day",
            columns: ["Site", "Shift, local time", "Through the year"].map(HTMLTable.text)
                + ["Least", "Most", "Mean"].map(HTMLTable.number) + [HTMLTable.text("Geography")],
            rows: sites.map { site in
                let periods = site.periods.map {
                    "\(Words.date($0.from, withYear: false, short: true)) – \(Words.date($0.to, withYear: false, short: true)): "
                        + Format.plain($0.hours)
                }
                let numbers = [site.least, site.most].map { Format.plain($0) } + [Format.decimal(site.mean, digits: 1)]
                let cells = [site.shift, periods.joined(separator: "; ")] + numbers + [site.geography.rawValue]
                return .init(head: Markup.escape(site.title), cells: cells.map(Markup.escape))
            }
        ).html
    }

    /// Ids hold no spaces; two options never share a name, so their places keep them apart.
    private func slug(_ option: String) -> String {
        String(function.options.firstIndex { $0.name == option } ?? 0)
    }
}
