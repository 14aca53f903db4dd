import AtlasData
import Notation

/// The countries that a case can name: code, alpha-3 or English name.
struct CountryCodes: Sendable {
    struct Entry: Sendable {
        var code: String
        var name: String
        var timeZone: String
        var currency: String
    }

    /// Read once; the table ships inside the program.
    static let all = CountryCodes()

    let entries: [Entry]
    /// Every zone of every country.
    let timeZones: [String]
    private let byName: [String: Int]

    private init() {
        let source = atlas_countries()
        let table = CSVTable(UnsafeRawBufferPointer(start: source.bytes, count: source.count))
        var entries: [Entry] = []
        var byName: [String: Int] = [:]
        var timeZones: [String] = []
        for row in 0..<table.count {
            guard let code = table.text(row, "country"), let name = table.text(row, "name") else { continue }
            for key in [code, name, table.text(row, "alpha3") ?? code] { byName[key.lowercased()] = entries.count }
            timeZones += [table.text(row, "time_zone"), table.text(row, "other_time_zones")]
                .compactMap { $0 }.flatMap { $0.split(separator: " ").map(String.init) }
            entries.append(
                Entry(
                    code: code, name: name, timeZone: table.text(row, "time_zone") ?? "UTC",
                    currency: table.text(row, "currency") ?? "USD"))
        }
        for (alias, code) in Self.aliases {
            if let index = byName[code.lowercased()] { byName[alias] = index }
        }
        self.entries = entries
        self.timeZones = timeZones
        self.byName = byName
    }

    func entry(for name: String) -> Entry? { byName[name.lowercased()].map { entries[$0] } }

    /// `Philippines (PH)` for a name that is nearly one.
    func suggestion(for name: String) -> String? {
        // A wrong code of two letters is near to too many others.
        guard name.unicodeScalars.count > 3, let near = NearestName.of(name, in: entries.map(\.name)) else {
            return nil
        }
        return entry(for: near).map { "\($0.name) (\($0.code))" }
    }

    /// Names in daily use that the table does not have.
    private static let aliases = [
        "uk": "GB", "great britain": "GB", "england": "GB", "usa": "US", "america": "US", "holland": "NL",
        "the netherlands": "NL", "czech republic": "CZ", "turkey": "TR", "uae": "AE", "korea": "KR",
        "republic of korea": "KR", "viet nam": "VN", "russian federation": "RU", "the philippines": "PH",
        "macedonia": "MK", "bosnia": "BA", "deutschland": "DE",
    ]
}

/// ISO 4217, the codes in use.
enum CurrencyCodes {
    static let all = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP \
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF \
        IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD \
        MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB \
        RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD \
        UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init))
}
