public import Atlas
public import Notation

/// All countries of the atlas, one a line, with what one needs to choose some of them.
public struct CountryList: Sendable {
    public var countries: [Country]

    public init(_ countries: [Country] = Atlas.shared.countries) { self.countries = countries }

    private static let head = [
        "code", "name", "timeZone", "currency", "languages", "english", "gdpPerCapita", "priceLevel",
    ]

    public func text() -> String {
        let widths = [2, 22, 30, 4, 8, 7, 8, 5]
        let titles = ["", "Country", "Time zone", "Cur.", "Language", "English", "GDP/head", "Price"]
        var text = Columns.row(titles, widths: widths)
        for country in countries {
            text += Columns.row(
                [
                    country.code, country.name, country.timeZone, country.currency,
                    country.languages.prefix(3).joined(separator: " "), english(country) ?? "—",
                    country.gdpPerCapita.map { Figures.decimal($0.value, places: 0) } ?? "—",
                    country.priceLevel.map { Figures.fixed($0.value, places: 2) } ?? "—",
                ], widths: widths)
        }
        text +=
            "\n\(countries.count) countries. English: EF index, or native. GDP/head: US dollars. Price: price level, US = 1.\n"
        text += "— not known. For years and sources: shoreline countries IN US --sources.\n"
        return text
    }

    public func csv() -> String {
        CSVWriter.row(Self.head, lineEnd: "\n")
            + countries.map { country in
                CSVWriter.row(
                    [
                        country.code, country.name, country.timeZone, country.currency,
                        country.languages.joined(separator: " "), english(country) ?? "",
                        country.gdpPerCapita.map { JSONWriter.number($0.value) } ?? "",
                        country.priceLevel.map { JSONWriter.number($0.value) } ?? "",
                    ], lineEnd: "\n")
            }.joined()
    }

    public func tree() -> Tree {
        .map([
            "countries": .list(
                countries.map { country in
                    .map([
                        "code": .text(country.code), "name": .text(country.name), "timeZone": .text(country.timeZone),
                        "currency": .text(country.currency), "languages": .list(country.languages.map { .text($0) }),
                        "englishProficiency": .number(country.englishProficiency?.value),
                        "speaksEnglishNatively": .bool(country.speaksEnglishNatively),
                        "gdpPerCapita": .number(country.gdpPerCapita?.value),
                        "priceLevel": .number(country.priceLevel?.value),
                    ])
                })
        ])
    }

    private func english(_ country: Country) -> String? {
        country.speaksEnglishNatively
            ? "native" : country.englishProficiency.map { Figures.decimal($0.value, places: 0) }
    }
}
