import Economics
import Sourcing

/// When each site works, on the client's clock, through the year.
struct HoursChapter {
    let context: ReportContext
    let id: String
    let sites: [SiteHours]

    var html: String {
        guard let first = sites.first else { return "" }
        let window = Format.range(Words.time(first.clientWindow.startMinute), Words.time(first.clientWindow.endMinute))
        let charts = sites.enumerated().map { HoursChart.svg(id: "\(id)-\($0)", site: $1) }
        let most = sites.max { $0.mean < $1.mean } ?? first
        let statement =
            most.mean < 0.05
            ? "No site away from the client shares an hour of its day"
            : "\(most.title) shares most of the client’s day: \(Format.plain((most.mean * 10).rounded() / 10)) hours on average"
        let figure = Markup.figure(
            statement,
            note: "Each team’s shift on the client’s clock through the year. Pale: the shift. Solid: the part inside the client’s day, \(window).",
            svg: "<div class=\"trio\">\n\(charts.joined())</div>\n", source: "")
        let rows = sites.map { site in
            let periods = site.periods.map {
                "\(Words.date($0.from, withYear: false, short: true)) – \(Words.date($0.to, withYear: false, short: true)): \(Format.plain($0.hours)) h"
            }
            return HTMLTable.Row(
                head: Markup.escape(site.title),
                cells: [
                    Markup.escape(site.shift), Markup.escape(periods.joined(separator: "; ")), Format.plain(site.least),
                    Format.plain(site.most), Format.plain((site.mean * 10).rounded() / 10), site.geography.rawValue,
                ])
        }
        let table = HTMLTable(
            caption: "Working hours shared with the client’s \(window), \(context.decision.theCase.horizon.start.year), hours a day. Weekends and holidays aside.",
            columns: [
                HTMLTable.text("Site"), HTMLTable.text("Shift, local time"), HTMLTable.text("Between clock changes"),
                HTMLTable.number("Least"), HTMLTable.number("Most"), HTMLTable.number("Mean"), HTMLTable.text("Geography"),
            ], rows: rows)
        return """
            <section id="\(id)" class="hours">
            <h2>Shared working hours</h2>
            <p>Geography rests on normal days, 09:00–17:00 at both places; an agreed shift changes the hours shared, not the geography.</p>
            \(figure)\(table.html)</section>

            """
    }
}
