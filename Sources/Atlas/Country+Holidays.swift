/// A national public holiday.
public struct Holiday: Hashable, Sendable {
    /// ISO 8601, e.g. `2027-12-25`.
    public var date: String
    /// Names of the day, joined with "; ".
    public var name: String
    /// A substitute day.
    public var observed: Bool
    /// Computed, and may move by a day or two (Islamic calendar).
    public var estimated: Bool

    public static let source = "Python package holidays 0.109 (MIT licence), national public holidays"
}

extension Country {
    /// In order of date. Empty where the year is not known: see `knowsHolidays(in:)`.
    public func holidays(_ year: Int) -> [Holiday] {
        let prefix = "\(year)-"
        return tables.holidays.value.rows(of: code).compactMap { row in
            guard let date = row.text("date"), date.hasPrefix(prefix) else { return nil }
            return Holiday(
                date: date, name: row.text("name") ?? "", observed: row.flag("observed"),
                estimated: row.flag("estimated"))
        }
    }

    /// False outside 2026…2031, for Ukraine, and for Sri Lanka after 2026: no row means not known, not "none".
    public func knowsHolidays(in year: Int) -> Bool {
        let prefix = "\(year)-"
        return tables.holidays.value.rows(of: code).contains { $0.text("date")?.hasPrefix(prefix) ?? false }
    }
}
