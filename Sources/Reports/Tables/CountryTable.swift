public import Atlas
import Notation

/// Countries side by side: facts in rows, with their years. What is not known says so.
public struct CountryTable: Sendable {
    public var countries: [Country]

    public init(_ countries: [Country]) { self.countries = countries }

    package static let notKnown = "not known"
    static let footnote = "* cited, not read again"

    /// - Parameters:
    ///   - sources: each fact with its source, below the tables.
    ///   - width: characters; as many countries as fit stand side by side, the others in blocks below.
    public func text(sources: Bool = false, width: Int = 100) -> String {
        let labels = CountryFact.all.map(\.label) + Self.identity.map(\.label)
        let labelWidth = labels.map(\.count).max() ?? 0
        let perBlock = max(1, min(countries.count, (width - labelWidth) / 22))
        let columnWidth = min(40, (width - labelWidth) / perBlock - 2)
        var parts = stride(from: 0, to: countries.count, by: perBlock).map { first in
            let block = countries[first..<min(first + perBlock, countries.count)]
            return Self.block(Array(block), labelWidth: labelWidth, columnWidth: max(12, columnWidth))
        }
        let wages = wagesText(width: width)
        if !wages.isEmpty { parts.append(wages) }
        if sources { parts.append(sourcesText(width: width)) }
        if hasUnread { parts.append(Self.footnote + "\n") }
        return parts.joined(separator: "\n")
    }

    private var hasUnread: Bool {
        countries.contains { country in CountryFact.all.contains { $0.read(country)?.wasRead == false } }
    }

    /// What a country is, without year or source.
    package static let identity: [(label: String, text: @Sendable (Country) -> String)] = [
        ("Code", { "\($0.code), \($0.alpha3)" }),
        ("Time zone", { $0.timeZone }),
        ("Other time zones", { $0.otherTimeZones.isEmpty ? "none" : $0.otherTimeZones.joined(separator: ", ") }),
        ("Currency", { $0.currency }),
        ("Official languages", { $0.languages.joined(separator: ", ") }),
        ("Weekend", { $0.weekend.isEmpty ? notKnown : $0.weekend.map(dayName).joined(separator: ", ") }),
    ]

    private static func dayName(_ number: Int) -> String {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return names.indices.contains(number - 1) ? names[number - 1] : "?"
    }

    private static func block(_ countries: [Country], labelWidth: Int, columnWidth: Int) -> String {
        var rows = [([""] + countries.map(\.name))]
        rows += identity.map { row in [row.label] + countries.map(row.text) }
        rows += CountryFact.all.map { fact in [fact.label] + countries.map { cellText(fact, $0) } }
        return rows.map { row in
            Columns.row(row, widths: [labelWidth] + countries.map { _ in columnWidth })
        }.joined()
    }

    /// `4.95% (2024)*`
    private static func cellText(_ fact: CountryFact, _ country: Country) -> String {
        guard let cell = fact.read(country) else {
            return fact.key == "englishProficiency" && country.speaksEnglishNatively ? "native" : notKnown
        }
        let year = cell.year.map { fact.key.hasSuffix("\($0)") ? "" : " (\($0))" } ?? ""
        return cell.text + year + (cell.wasRead == false ? "*" : "")
    }

    private func wagesText(width: Int) -> String {
        var text = ""
        for country in countries {
            let wages = country.wages
            text += wages.isEmpty ? "\(country.name), pay: \(Self.notKnown)\n" : "\(country.name), pay:\n"
            for wage in wages {
                text += Columns.paragraph("\(Self.describe(wage)).", indent: 2, width: width)
            }
        }
        return text
    }

    /// `Office clerks, wage, mean: 23.05 USD an hour (18.1 to 30.2), 2025, national, measured`
    package static func describe(_ wage: WageFact) -> String {
        var text = "\(wage.occupation), \(wage.measure), \(wage.statistic): "
        let range = [wage.low, wage.high].compactMap { $0 }.map { Figures.decimal($0, places: 2) }.joined(
            separator: " to ")
        if let value = wage.value {
            text +=
                "\(Figures.decimal(value, places: 2)) \(wage.currency) a \(wage.per)"
                + (range.isEmpty ? "" : " (\(range))")
        } else {
            text += "\(range) \(wage.currency) a \(wage.per)"
        }
        return text.replacing(" a hour", with: " an hour") + ", \(wage.year), \(wage.scope), \(wage.confidence)"
    }

    /// Facts with the same sources share a paragraph.
    private func sourcesText(width: Int) -> String {
        var groups: [(labels: [String], lines: [String])] = []
        for fact in CountryFact.all {
            let lines = sourceLines(of: fact)
            if lines.isEmpty { continue }
            if let last = groups.last, last.lines == lines {
                groups[groups.count - 1].labels.append(fact.label)
            } else {
                groups.append(([fact.label], lines))
            }
        }
        var text = "Sources\n"
        for group in groups {
            text += Columns.paragraph(group.labels.joined(separator: "; "), indent: 2, width: width)
            for line in group.lines { text += Columns.paragraph(line, indent: 4, width: width) }
        }
        for country in countries {
            var seen: Set<String> = []
            for wage in country.wages where seen.insert(wage.source).inserted {
                text += seen.count == 1 ? "  Pay, \(country.name)\n" : ""
                text += Columns.paragraph(wage.source, indent: 4, width: width)
            }
        }
        return text
    }
    /// One line for each source, with the countries whose fact comes from it.
    private func sourceLines(of fact: CountryFact) -> [String] {
        var lines: [(source: String, names: [String])] = []
        for country in countries {
            guard let cell = fact.read(country) else { continue }
            let source = cell.source + (cell.wasRead == false ? "*" : "") + (cell.note.map { "; \($0)" } ?? "")
            if let index = lines.firstIndex(where: { $0.source == source }) {
                lines[index].names.append(country.name)
            } else {
                lines.append((source, [country.name]))
            }
        }
        return lines.map { "\($0.names.joined(separator: ", ")): \($0.source)" }
    }
}
