import Atlas
public import Notation

extension BusinessCalendar {
    static let keys = ["timeZone", "hours", "country", "holidays", "closures", "openings"]

    /// A calendar as people write it:
    ///
    ///     timeZone: America/Chicago
    ///     hours: Mon-Fri 08:00-18:00
    ///     country: US                        # its national holidays
    ///     holidays: [2027-12-24]             # and these days; or { except: […], also: […] }
    ///     closures: [{ day: 2027-06-30, hours: 12:00-24:00, reason: Stocktaking }]
    ///     openings: [{ day: 2027-12-18, hours: 09:00-13:00, reason: Before the holidays }]
    ///
    /// - Parameter path: where the calendar stands in what is read.
    /// - Throws: all `Faults` at once.
    public static func read(_ tree: Tree, path: String = "") throws -> BusinessCalendar {
        let book = FaultBook()
        let reader = CalendarReader(tree: tree, path: path, book: book)
        if let calendar = reader.calendar(), book.faults.isEmpty { return calendar }
        throw Faults(book.inOrder)
    }

    /// In the shape that ``read(_:path:)`` takes.
    public var tree: Tree {
        var entries: [(String, Tree)] = [("timeZone", .text(timeZone)), ("hours", .text(hours.description))]
        if let country { entries.append(("country", .text(country))) }
        let listed = holidays.sorted { $0.key < $1.key }.map { day, name in
            name.isEmpty
                ? Tree.text(day.description) : .map([("day", .text(day.description)), ("reason", .text(name))])
        }
        if except.isEmpty {
            if !listed.isEmpty { entries.append(("holidays", .list(listed))) }
        } else {
            let out = except.sorted().map { Tree.text($0.description) }
            entries.append(("holidays", .map([("also", .list(listed)), ("except", .list(out))])))
        }
        if !closures.isEmpty {
            entries.append(
                (
                    "closures",
                    .list(
                        closures.map { closure in
                            var keys: [(String, Tree)] = [("day", .text(closure.day.description))]
                            if let minutes = closure.minutes {
                                let hours =
                                    ClockTime.text(minutes.lowerBound) + "-" + ClockTime.text(minutes.upperBound)
                                keys.append(("hours", .text(hours)))
                            }
                            return .map(keys + [("reason", .text(closure.reason))])
                        })
                ))
        }
        if !openings.isEmpty {
            entries.append(
                (
                    "openings",
                    .list(
                        openings.map {
                            .map([
                                ("day", .text($0.day.description)), ("hours", .text($0.window.description)),
                                ("reason", .text($0.reason)),
                            ])
                        })
                ))
        }
        return .map(entries)
    }
}

private struct CalendarReader {
    let tree: Tree
    let path: String
    let book: FaultBook

    func calendar() -> BusinessCalendar? {
        guard let keys = Keys(tree, BusinessCalendar.keys, path: path, book: book) else { return nil }
        let zone = keys.text("timeZone", "an IANA name, such as America/Chicago", isRequired: true)
        if let zone, !TimeZoneNames.isKnown(zone) {
            let hint = TimeZoneNames.suggestion(for: zone).map { "Did you mean \($0)?" }
            keys.fault(
                "timeZone", "\(zone.quoted) is not a time zone.", hint ?? "Write an IANA name, such as America/Chicago."
            )
        }
        let hours = keys.text("hours", "hours, such as Mon-Fri 08:00-18:00", isRequired: true)
            .flatMap { text in
                keys.noting { try WorkingHours(text, path: keys.path("hours"), at: keys.position("hours")) }
            }
        var calendar = BusinessCalendar(timeZone: zone ?? "UTC", hours: hours ?? .always)
        readCountry(keys, &calendar)
        readHolidays(keys, &calendar)
        for keys in keys.list("closures", ["day", "hours", "reason"]) { readClosure(keys, &calendar) }
        for keys in keys.list("openings", ["day", "hours", "reason"]) { readOpening(keys, &calendar) }
        guard zone != nil, hours != nil else { return nil }
        return calendar
    }

    private func readCountry(_ keys: Keys, _ calendar: inout BusinessCalendar) {
        guard let text = keys.text("country", "a country") else { return }
        guard let country = Atlas.shared.country(named: text) else {
            let near = Atlas.shared.nearestCountryName(to: text).flatMap(Atlas.shared.country(named:))
            keys.fault(
                "country", "\(text.quoted) is not a country that Shoreline has facts on.",
                near.map { "Did you mean \($0.name) (\($0.code))?" } ?? "Write its two-letter code, for example PH.")
            return
        }
        calendar.country = country.code
    }

    private func readHolidays(_ keys: Keys, _ calendar: inout BusinessCalendar) {
        guard let tree = keys.tree("holidays") else { return }
        let path = keys.path("holidays")
        if let code = tree.string {
            guard let country = Atlas.shared.country(named: code) else {
                book.add(
                    path, at: tree.position, "\(code.quoted) is neither a list of days nor a country.",
                    "Write [2027-12-24, …], or a country's two letters.")
                return
            }
            calendar.country = country.code
            return
        }
        var listed = tree
        if tree.entries != nil {
            guard let inner = Keys(tree, ["country", "also", "except"], path: path, book: book) else { return }
            readCountry(inner, &calendar)
            for (index, day) in (inner.tree("except")?.list ?? []).enumerated() {
                if let day = Keys.day(day, path: "\(path).except[\(index)]", book: book) { calendar.except.insert(day) }
            }
            listed = inner.tree("also") ?? .list([])
        }
        guard let list = listed.list else {
            book.add(path, at: listed.position, "Here a list of days was expected.", "Write [2027-12-24, 2027-12-31].")
            return
        }
        for (index, tree) in list.enumerated() {
            let path = "\(path)[\(index)]"
            if tree.entries != nil {
                guard let inner = Keys(tree, ["day", "reason"], path: path, book: book), let day = inner.day() else {
                    continue
                }
                calendar.holidays[day] = inner.text("reason", "a name") ?? ""
            } else if let day = Keys.day(tree, path: path, book: book) {
                calendar.holidays[day] = ""
            }
        }
    }

    private func readClosure(_ keys: Keys, _ calendar: inout BusinessCalendar) {
        guard let day = keys.day() else { return }
        let window = keys.text("hours", "hours").flatMap { text in
            keys.noting { try DailyWindow(text, path: keys.path("hours"), at: keys.position("hours")) }
        }
        if let window, window.crossesMidnight {
            keys.fault("hours", "A closure ends on the day on which it begins.", "Write a second one for the next day.")
            return
        }
        calendar.closures.append(
            .init(
                day: day, minutes: window.map { $0.start..<$0.end },
                reason: keys.text("reason", "a reason") ?? "closed"))
    }

    private func readOpening(_ keys: Keys, _ calendar: inout BusinessCalendar) {
        guard let day = keys.day(),
            let text = keys.text("hours", "hours, such as 09:00-13:00", isRequired: true),
            let window = keys.noting({ try DailyWindow(text, path: keys.path("hours"), at: keys.position("hours")) })
        else { return }
        calendar.openings.append(.init(day: day, window: window, reason: keys.text("reason", "a reason") ?? "open"))
    }
}

/// The keys of one group of a calendar.
private struct Keys {
    private let entries: [String: Tree.Entry]
    private let group: String
    private let place: Position?
    private let book: FaultBook

    init?(_ tree: Tree, _ known: [String], path: String, book: FaultBook) {
        guard let written = tree.entries else {
            book.add(
                path, at: tree.position, "Here keys were expected: \(known.joined(separator: ", ")).",
                "Write { \(known[0]): … }.")
            return nil
        }
        var entries: [String: Tree.Entry] = [:]
        for entry in written {
            if !known.contains(entry.key) {
                let near = NearestName.of(entry.key, in: known).map { "Did you mean \($0)?" }
                book.add(
                    path.isEmpty ? entry.key : "\(path).\(entry.key)", at: entry.keyPosition,
                    "\(entry.key.quoted) is not known here.", near ?? "Known: \(known.joined(separator: ", ")).")
            } else if entries.updateValue(entry, forKey: entry.key) != nil {
                book.add(
                    path.isEmpty ? entry.key : "\(path).\(entry.key)", at: entry.keyPosition, "This key stands twice.",
                    "Keep one.")
            }
        }
        self.entries = entries
        self.book = book
        group = path
        place = tree.position
    }

    func path(_ key: String) -> String { group.isEmpty ? key : "\(group).\(key)" }
    func position(_ key: String) -> Position? { entries[key]?.value.position ?? place }
    func tree(_ key: String) -> Tree? { entries[key].flatMap { $0.value.isNull ? nil : $0.value } }

    func fault(_ key: String, _ problem: String, _ remedy: String?) {
        book.add(path(key), at: position(key), problem, remedy)
    }

    func text(_ key: String, _ expected: String, isRequired: Bool = false) -> String? {
        guard let tree = tree(key) else {
            if isRequired { book.add(group, at: place, "The key \(key) is missing.", "Write \(expected).") }
            return nil
        }
        guard let text = tree.string, !text.isEmpty, text.utf8.count <= 2000 else {
            fault(key, "Here \(expected) was expected.", "Write a text of at most 2,000 bytes.")
            return nil
        }
        return text
    }

    func list(_ key: String, _ known: [String]) -> [Keys] {
        guard let tree = tree(key) else { return [] }
        guard let list = tree.list else {
            fault(key, "Here a list was expected.", "Write [{ \(known[0]): … }].")
            return []
        }
        return list.enumerated().compactMap { Keys($1, known, path: "\(path(key))[\($0)]", book: book) }
    }

    func day() -> CivilDay? {
        guard let tree = tree("day") else {
            book.add(group, at: place, "The key day is missing.", "Write a date, such as 2027-12-24.")
            return nil
        }
        return Self.day(tree, path: path("day"), book: book)
    }

    static func day(_ tree: Tree, path: String, book: FaultBook) -> CivilDay? {
        if let day = tree.string.flatMap(CivilDay.init) { return day }
        book.add(path, at: tree.position, "This is no date.", "Write year, month and day, such as 2027-12-24.")
        return nil
    }

    /// What `body` finds wrong is noted.
    func noting<Answer>(_ body: () throws -> Answer) -> Answer? {
        do {
            return try body()
        } catch let faults as Faults {
            for fault in faults.faults { book.add(fault.path, at: fault.position, fault.problem, fault.remedy) }
        } catch {
            book.add(group, at: place, "\(error)", nil)
        }
        return nil
    }
}
