import AtlasData
import Notation

/// The tables, each read when a fact of it is first asked for.
final class AtlasTables: Sendable {
    let countries: CSVTable
    let economy: Lazy<CountryRows>
    let english: Lazy<CountryRows>
    let governance: Lazy<CountryRows>
    let hofstede: Lazy<CountryRows>
    let holidays: Lazy<CountryRows>
    let labour: Lazy<CountryRows>
    let languages: Lazy<CountryRows>
    let wages: Lazy<CountryRows>

    static let embedded = AtlasTables(hofstede: { CSVTable(atlas_hofstede()) })

    /// - Parameter hofstede: stands apart because a distribution may have to leave it out.
    init(hofstede: @escaping @Sendable () -> CSVTable) {
        countries = CSVTable(atlas_countries())
        economy = Lazy { CountryRows(CSVTable(atlas_economy())) }
        english = Lazy { CountryRows(CSVTable(atlas_english())) }
        governance = Lazy { CountryRows(CSVTable(atlas_governance())) }
        self.hofstede = Lazy { CountryRows(hofstede()) }
        holidays = Lazy { CountryRows(CSVTable(atlas_holidays())) }
        labour = Lazy { CountryRows(CSVTable(atlas_labour())) }
        languages = Lazy { CountryRows(CSVTable(atlas_languages())) }
        wages = Lazy { CountryRows(CSVTable(atlas_wages())) }
    }
}

extension CSVTable {
    /// The bytes lie in the program's read-only data, so they outlive every table.
    init(_ data: atlas_table) { self.init(UnsafeRawBufferPointer(start: data.bytes, count: data.count)) }
}
