import Atlas
import Economics
import Reports
import Sourcing

/// One country in the list: what one needs to choose some of them for a closer look.
struct AtlasRow: Sendable {
    var country: Country
    /// Of a clerk's hour, employer's part included, in US dollars; nil where no wage is known.
    var cost: ClerkCost?

    /// The facts are part of the program, so the rows are worked out once.
    static let all = Atlas.shared.countries.map { AtlasRow(country: $0, cost: ClerkCost.of(.other, in: $0)) }

    enum Order: String, Sendable, CaseIterable {
        case name, region, cost, english, law, price

        var title: String {
            switch self {
            case .name: "Name"
            case .region: "Region"
            case .cost: "Labour cost, lowest first"
            case .english: "English, highest first"
            case .law: "Rule of law, highest first"
            case .price: "Price level, lowest first"
            }
        }

        /// What comes first has the smallest key; what is not known comes last, whatever the order.
        func key(_ row: AtlasRow) -> Double? {
            switch self {
            case .name, .region: nil
            case .cost: row.cost?.likely
            case .english:
                // Natives have no score: they come before everybody who was tested.
                row.country.speaksEnglishNatively ? -1_000 : row.country.englishProficiency.map { -$0.value }
            case .law: row.country.ruleOfLaw.map { -$0.value }
            case .price: row.country.priceLevel?.value
            }
        }
    }

    /// - Parameters:
    ///   - find: part of a country's name, code, currency, language or time zone, in any case.
    static func found(_ find: String, by order: Order) -> [AtlasRow] {
        let wanted = find.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        let rows = all.filter { row in wanted.allSatisfy { row.words.contains($0) } }
        switch order {
        case .region: return rows
        case .name: return rows.sorted { $0.country.name < $1.country.name }
        default:
            return rows.sorted { a, b in
                switch (order.key(a), order.key(b)) {
                case (let x?, let y?): x == y ? a.country.name < b.country.name : x < y
                case (nil, nil): a.country.name < b.country.name
                case (let x, _): x != nil
                }
            }
        }
    }

    private var words: String {
        let parts = [country.name, country.code, country.alpha3, country.currency, country.timeZone]
        return (parts + country.otherTimeZones + country.languages.flatMap { [$0, LanguageName.of($0)] })
            .joined(separator: " ").lowercased()
    }
}
