import Atlas
public import Notation

extension CountryTable {
    /// The same facts, in numbers: a fact that is not known is `null`.
    public func tree() -> Tree {
        .map(["countries": .map(countries.map { ($0.code, Self.tree(of: $0)) })])
    }

    private static func tree(of country: Country) -> Tree {
        .map([
            "name": .text(country.name), "alpha3": .text(country.alpha3), "timeZone": .text(country.timeZone),
            "otherTimeZones": .list(country.otherTimeZones.map { .text($0) }), "currency": .text(country.currency),
            "languages": .list(country.languages.map { .text($0) }),
            "speaksEnglishNatively": .bool(country.speaksEnglishNatively),
            "weekend": .list(country.weekend.map { .number($0) }),
            "facts": .map(CountryFact.all.map { ($0.key, tree(of: $0, in: country)) }),
            "pay": .list(country.wages.map(tree)),
        ])
    }

    private static func tree(of fact: CountryFact, in country: Country) -> Tree {
        guard let cell = fact.read(country) else { return .null }
        var entries: [(String, Tree)] = [("value", cell.value), ("unit", .text(fact.unit))]
        if let error = cell.standardError { entries.append(("standardError", .number(error))) }
        entries.append(("year", cell.year.map { .number($0) } ?? .null))
        entries.append(("source", .text(cell.source)))
        if let wasRead = cell.wasRead { entries.append(("read", .bool(wasRead))) }
        if let note = cell.note { entries.append(("note", .text(note))) }
        return .map(entries)
    }

    private static func tree(_ wage: WageFact) -> Tree {
        .map([
            "occupation": .text(wage.occupation), "occupationCode": .text(wage.occupationCode),
            "measure": .text(wage.measure), "statistic": .text(wage.statistic), "low": .number(wage.low),
            "value": .number(wage.value), "high": .number(wage.high), "per": .text(wage.per),
            "currency": .text(wage.currency), "year": .number(wage.year), "scope": .text(wage.scope),
            "confidence": .text(wage.confidence), "source": .text(wage.source),
        ])
    }

    /// One row for each country and fact, known or not (an empty value is not known), then one for each pay figure.
    public func csv() -> String {
        var text = CSVWriter.row(
            [
                "country", "name", "key", "fact", "low", "value", "high", "unit", "year", "standardError", "read",
                "source",
                "note",
            ], lineEnd: "\n")
        for country in countries {
            for fact in CountryFact.all {
                let cell = fact.read(country)
                text += CSVWriter.row(
                    [
                        country.code, country.name, fact.key, fact.label, "", cell.map { Self.plain($0.value) } ?? "",
                        "",
                        fact.unit, cell?.year.map { String($0) } ?? "", Self.plain(cell?.standardError),
                        cell?.wasRead.map { $0 ? "yes" : "no" } ?? "", cell?.source ?? "", cell?.note ?? "",
                    ], lineEnd: "\n")
            }
            for wage in country.wages {
                text += CSVWriter.row(
                    [
                        country.code, country.name, "pay", "\(wage.occupation), \(wage.measure), \(wage.statistic)",
                        Self.plain(wage.low), Self.plain(wage.value), Self.plain(wage.high),
                        "\(wage.currency) per \(wage.per)", String(wage.year), "", "", wage.source,
                        "\(wage.scope); \(wage.confidence)",
                    ], lineEnd: "\n")
            }
        }
        return text
    }

    private static func plain(_ tree: Tree) -> String { tree.string ?? plain(tree.double) }
    private static func plain(_ value: Double?) -> String { value.map(JSONWriter.number) ?? "" }
}
