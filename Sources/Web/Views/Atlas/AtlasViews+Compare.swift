import Atlas
import Economics
import Guide
import Notation
import Reports
import Sourcing

extension AtlasViews {
    /// Countries side by side: a column each.
    ///
    /// - Parameters:
    ///   - codes: two to six codes or names, each once.
    ///   - from: the client's country; nil for none.
    /// - Throws: `Faults` for what the atlas does not know, and for too few, too many or repeated countries.
    package static func compare(_ codes: [String], from: String?, year: Int) throws -> WebPage {
        let chosen = try chosen(codes)
        let client = try client(from)
        var body = ""
        if let client {
            body += Panel.html("Seen from \(client.name)", try seen(chosen, from: client, year: year), id: "from")
        }
        body += Panel.html("At a glance", glance(chosen, year: year), id: "glance")
        for (index, group) in CountryFact.groups.enumerated() {
            let rows = group.facts.map { fact in
                HTMLTable.Row(
                    head: Markup.escape(fact.label) + small(AtlasFigures.unit(fact)),
                    cells: chosen.map { AtlasFigures.cell(fact, $0) })
            }
            body += Panel.html(
                group.title, table("\(group.title): each figure with its year", chosen, rows), id: "facts-\(index + 1)")
        }
        body += Panel.html("Where the figures come from", sources(chosen), id: "sources")
        body += Markup.paragraph(
            "* Cited from its source and not read again: look it up before you rely on it.", class: "hint")
        body += Panel.html("Compare others", change(chosen, client), id: "change")
        body += Glossary.explained(onPage: "atlas")
        return WebPage(
            title: "\(list(chosen.map(\.name))) side by side", section: .atlas,
            trail: [.init("Country atlas", "/atlas")], body: body, styles: styles)
    }

    private static func chosen(_ codes: [String]) throws -> [Country] {
        var faults: [Fault] = []
        var found: [Country] = []
        for code in codes.prefix(100) where !code.isEmpty {
            do {
                let country = try Atlas.shared.require(country: String(code.prefix(60)), path: "with")
                if !found.contains(country) { found.append(country) }
            } catch let wrong as Faults { faults += wrong.faults }
        }
        if faults.isEmpty, !(fewest...most).contains(found.count) {
            let count = found.isEmpty ? "no country" : found.count == 1 ? "one country" : "\(found.count) countries"
            faults.append(
                Fault(
                    path: "with", "You chose \(count) to compare.",
                    remedy: "Tick \(fewest) to \(most) different countries in the atlas."))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        return found
    }

    /// "India, Mexico and Poland".
    private static func list(_ names: [String]) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    private static func small(_ text: String) -> String {
        text.isEmpty ? "" : " <span class=\"unit\">\(Markup.escape(text))</span>"
    }

    private static func table(_ caption: String, _ countries: [Country], _ rows: [HTMLTable.Row]) -> String {
        HTMLTable(
            caption: caption, columns: [HTMLTable.text("")] + countries.map { HTMLTable.text($0.name) }, rows: rows,
            name: "sentences compare"
        ).html.replacing("<th scope=\"col\"></th>", with: "<td></td>")
    }

    private static func glance(_ countries: [Country], year: Int) -> String {
        let lines: [(String, String, (Country) -> String)] = [
            (
                "A clerk’s hour", "US dollars, employer’s part included; P10–P90",
                { AtlasFigures.cost(ClerkCost.of(.other, in: $0)) }
            ),
            ("Clock", "\(year)", { Markup.escape(AtlasFigures.clock($0.timeZone, year: year)) }),
            ("Main time zone", "", { Markup.escape($0.timeZone) }),
            ("Official languages", "", { Markup.escape(LanguageName.list($0.languages)) }),
            ("Currency", "", { Markup.escape($0.currency) }),
        ]
        return table(
            "What each country is", countries,
            lines.map { line in .init(head: line.0 + small(line.1), cells: countries.map(line.2)) })
    }

    private static func seen(_ countries: [Country], from client: Country, year: Int) throws -> String {
        let all = try countries.map {
            try Distance.between(Economics.Site(country: client), Economics.Site(country: $0), year: year)
        }
        let lines: [(String, String, (Distance) -> String)] = [
            ("Geography", "seen from \(client.name)", { $0.geography.rawValue }),
            ("Hours shared", "a day, of 09:00–17:00 at both, \(year)", { hours($0.overlap) }),
            (
                "Languages shared", "official, or used by half of the people",
                { $0.sharedLanguages.map(LanguageName.list) ?? "not known" }
            ),
            ("Cultural distance", "Kogut and Singh 1988; no cost", { known($0.culturalDistance) }),
            ("Governance gap", "about 0 to 4", { known($0.governanceGap) }),
            ("Holidays shared", "\(year)", { $0.sharedHolidays.map { String($0.count) } ?? "not known" }),
        ]
        return table(
            "Hours and distances", countries,
            lines.map { line in .init(head: line.0 + small(line.1), cells: all.map { Markup.escape(line.2($0)) }) })
    }

    /// One line for each source, with the facts and countries that come from it.
    private static func sources(_ countries: [Country]) -> String {
        var lines: [(source: String, facts: [String])] = []
        for fact in CountryFact.groups.flatMap(\.facts) {
            for country in countries {
                guard let cell = fact.read(country) else { continue }
                if let index = lines.firstIndex(where: { $0.source == cell.source }) {
                    if !lines[index].facts.contains(fact.label) { lines[index].facts.append(fact.label) }
                } else {
                    lines.append((cell.source, [fact.label]))
                }
            }
        }
        let links = countries.map { "<a href=\"/atlas/\($0.code)\">\(Markup.escape($0.name))</a>" }
        return Markup.list(lines.map { "\($0.facts.joined(separator: "; ")): \($0.source)" }, class: "small")
            + "<p>All notes, pay figures and holidays: \(links.joined(separator: ", ")).</p>\n"
    }

    private static func change(_ chosen: [Country], _ client: Country?) -> String {
        let picks = (0..<most).map { index in
            Field(
                .select([.init("", "none")] + countries), name: "with", label: "Country \(index + 1)",
                value: index < chosen.count ? chosen[index].code : "", prefix: "\(index + 1)-"
            ).html
        }
        let from = Field(
            .select([.init("", "no country")] + countries), name: "from", label: "Seen from",
            value: client?.code ?? "")
        return Form.get(
            action: "/atlas/compare", body: picks.joined() + from.html + Form.actions(Form.button("Compare", .primary)),
            class: "form across")
    }
}
