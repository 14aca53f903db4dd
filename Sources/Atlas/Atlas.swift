public import Notation

/// Facts about the countries where work is bought and sold, each with its source and year.
///
/// The facts ship inside the program; `Sources/AtlasData/Data/SOURCES.md` says where each file comes from and under
/// which licence. Tables are read when a fact of theirs is first asked for.
public struct Atlas: Sendable {
    public static let shared = Atlas(.embedded)
    /// The same facts without the Hofstede matrix, as in a distribution that may not ship it.
    package static let withoutHofstede = Atlas(AtlasTables { CSVTable(UnsafeRawBufferPointer(start: nil, count: 0)) })

    /// In the order of the data file: by region.
    public let countries: [Country]
    private let byName: [String: Int]
    let tables: AtlasTables

    init(_ tables: AtlasTables) {
        self.tables = tables
        let table = tables.countries
        countries = (0..<table.count).map { Country(Row(table: table, index: $0), in: tables) }
        var byName: [String: Int] = [:]
        byName.reserveCapacity(countries.count * 3)
        for (index, country) in countries.enumerated() {
            for name in [country.code, country.alpha3, country.name] { byName[name.lowercased()] = index }
        }
        for (alias, code) in Atlas.aliases {
            if let index = byName[code] { byName[alias] = index }
        }
        self.byName = byName
    }

    /// Other names in common use, in lower case.
    private static let aliases = [
        "uk": "gb", "great britain": "gb", "united states of america": "us", "czech republic": "cz", "turkey": "tr",
        "viet nam": "vn", "korea": "kr", "republic of korea": "kr", "russian federation": "ru", "uae": "ae",
        "holland": "nl", "the netherlands": "nl", "macedonia": "mk", "england": "gb", "america": "us",
        "the philippines": "ph", "bosnia": "ba", "deutschland": "de",
    ]

    /// - Parameter code: ISO 3166-1 alpha-2, upper case.
    public func country(_ code: String) -> Country? {
        guard code.utf8.count == 2, let index = byName[code.lowercased()], countries[index].code == code else {
            return nil
        }
        return countries[index]
    }

    /// - Parameter name: alpha-2, alpha-3 or the English name, in any case.
    public func country(named name: String) -> Country? { byName[name.lowercased()].map { countries[$0] } }

    /// The English name that was probably meant, for "did you mean".
    public func nearestCountryName(to name: String) -> String? {
        NearestName.of(name, in: countries.lazy.map(\.name))
    }

    /// The country of that code or name.
    ///
    /// - Throws: `Faults` with the nearest name when there is none.
    public func require(country name: String, path: String = "", at position: Position? = nil) throws -> Country {
        if let country = country(named: name) { return country }
        let remedy =
            nearestCountryName(to: name).map { "Did you mean \($0)?" }
            ?? "Write an ISO 3166-1 code (IN) or an English name (India); `shoreline countries` lists all \(countries.count)."
        throw Faults(Fault(path: path, at: position, "The atlas knows no country \"\(name)\".", remedy: remedy))
    }
}
