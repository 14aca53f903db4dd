import Notation

/// Reads one certain number, with its unit, into the base unit of its field.
struct NumberReader {
    let measure: Measure
    let path: String
    let book: FaultBook
    /// The unit that a mapping states for its bare numbers.
    var unit: String?

    /// What one of a unit is in the base unit; nil when the unit does not fit.
    static func scale(_ unit: String, in dimension: Measure.Dimension) -> Double? {
        let weeksAMonth = 365.25 / 84
        let name = unit.lowercased()
        switch dimension {
        case .fraction:
            if ["%", "percent"].contains(name) { return 0.01 }
            return ["fraction", "per year", "a year"].contains(name) ? 1 : nil
        case .factor: return ["%", "percent"].contains(name) ? 0.01 : nil
        case .count: return ["items", "heads", "trips", "people", "clerks"].contains(name) ? 1 : nil
        case .money, .bare: return nil
        case .minutes, .hours:
            let hour = dimension == .hours ? 1.0 : 60.0
            if ["s", "sec", "secs", "second", "seconds"].contains(name) { return hour / 3600 }
            if ["min", "mins", "minute", "minutes"].contains(name) { return hour / 60 }
            return ["h", "hr", "hrs", "hour", "hours"].contains(name) ? hour : nil
        case .weeks, .months:
            let week = dimension == .weeks ? 1 : 1 / weeksAMonth
            if ["week", "weeks", "wk", "wks"].contains(name) { return week }
            if ["month", "months", "mo"].contains(name) { return dimension == .weeks ? weeksAMonth : 1 }
            return ["year", "years", "yr"].contains(name) ? (dimension == .weeks ? weeksAMonth * 12 : 12) : nil
        }
    }

    static func units(of dimension: Measure.Dimension) -> String {
        switch dimension {
        case .fraction, .factor: "%"
        case .count: "items, or none at all"
        case .money: "none at all: the currency stands in a key of its own"
        case .bare: "none: write the number alone"
        case .minutes, .hours: "seconds, minutes or hours"
        case .weeks, .months: "weeks, months or years"
        }
    }

    /// A number within the field's bounds.
    func bounded(_ tree: Tree) -> Double? {
        guard let value = value(tree) else { return nil }
        return isWithinBounds(value, typed: tree) ? value : nil
    }

    func isWithinBounds(_ value: Double, typed tree: Tree) -> Bool {
        if measure.allows(value) { return true }
        book.add(path, at: tree.position, "\(shown(tree)) is out of range.", "It must be \(measure.bounds).")
        return false
    }

    /// Text that is a number with its unit is quoted as a number, without quotes.
    private func shown(_ tree: Tree) -> String {
        if let text = tree.string, Self.split(text) != nil { return text }
        return tree.shown
    }

    func value(_ tree: Tree) -> Double? {
        switch tree.content {
        case .number(let number): return scaled(number, unit: unit, typed: tree)
        case .text(let text):
            guard let (number, suffix) = Self.split(text) else {
                refuse(text, at: tree.position)
                return nil
            }
            return scaled(number, unit: suffix ?? unit, typed: tree)
        default:
            book.add(path, at: tree.position, "Here a number was expected, but there is \(tree.shown).")
            return nil
        }
    }

    private func scaled(_ number: Double, unit: String?, typed tree: Tree) -> Double? {
        guard let unit else {
            if measure.dimension == .fraction, number > 1 {
                let remedy = remedy(forPoints: number)
                book.add(
                    path, at: tree.position, "\(plain(number)) would be \(plain(number * 100)) %\(measure.period).",
                    remedy)
                return nil
            }
            return number
        }
        guard let scale = Self.scale(unit, in: measure.dimension) else {
            book.add(
                path, at: tree.position, "The unit \(unit.quoted) is not one of this number's.",
                "Its units are \(Self.units(of: measure.dimension)).")
            return nil
        }
        // A division keeps 9% the same number as 0.09.
        return scale == 0.01 ? number / 100 : number * scale
    }

    /// Percentage points were typed, or a fraction beyond one that only % can vouch for.
    private func remedy(forPoints number: Double) -> String {
        if number <= 3, measure.allows(number) {
            return "Write \(plain(number * 100))% if that is meant, or \(plain(number))%."
        }
        return measure.allows(number / 100)
            ? "Write \(plain(number))% or \(plain(number / 100))." : "It must be \(measure.bounds)."
    }

    private func refuse(_ text: String, at position: Position?) {
        let bare = text.filter { $0 != " " }
        if let grouped = Self.withoutSeparators(bare) {
            book.add(path, at: position, "\(text.quoted) has separators between its digits.", "Write \(grouped).")
        } else if let comma = Self.withPoint(bare) {
            book.add(path, at: position, "\(text.quoted) has a decimal comma.", "Write \(comma).")
        } else if let first = bare.first, "$€£₹¥₱".contains(first), Self.split(String(bare.dropFirst())) != nil {
            book.add(
                path, at: position, "\(text.quoted) has a currency sign.",
                "Write \(bare.dropFirst()) alone; the currency stands in a key of its own.")
        } else if bare.lowercased().contains("inf") || bare.lowercased() == ".nan" || bare.lowercased() == "nan" {
            book.add(
                path, at: position, "\(text.quoted) is not a number that can be reckoned with.",
                "Write a number, or remove the key.")
        } else {
            book.add(path, at: position, "\(text.quoted) is not a number.", "Write for example \(example).")
        }
    }

    private var example: String {
        switch measure.dimension {
        case .fraction: "6% or 0.06"
        case .minutes: "3.1, 3.1 min or 186 s"
        case .hours: "160 or 160 hours"
        case .weeks: "6 or 6 weeks"
        case .months: "6 or 6 months"
        case .factor: "1.2"
        case .bare: "12"
        case .count, .money: "42000 or {low: 30000, likely: 42000, high: 60000}"
        }
    }

    /// A number and what stands behind it.
    static func split(_ text: String) -> (number: Double, unit: String?)? {
        guard text.utf8.count <= 64 else { return nil }
        let trimmed = text.drop { $0 == " " }
        var end = trimmed.startIndex
        var best: Substring?
        // The longest prefix that is a number: `3e` is none, `3e2` is.
        while end < trimmed.endIndex, "+-.eE0123456789".contains(trimmed[end]) {
            end = trimmed.index(after: end)
            if CoreSchema.isNumber(String(trimmed[..<end])) { best = trimmed[..<end] }
        }
        guard let best, let number = Double(best), number.isFinite else { return nil }
        var rest = trimmed[best.endIndex...].drop { $0 == " " }
        while rest.last == " " { rest = rest.dropLast() }
        if rest.isEmpty { return (number, nil) }
        guard rest.first?.isNumber == false, rest == "%" || rest.allSatisfy({ $0.isLetter || $0 == " " }) else {
            return nil
        }
        return (number, String(rest))
    }

    /// `42,000` → `42000`.
    private static func withoutSeparators(_ text: String) -> String? {
        for separator: Character in [",", "_", "'", "’", "."] {
            let groups = text.split(separator: separator, omittingEmptySubsequences: false)
            let last = groups.last.map { $0.split(separator: ".", maxSplits: 1).first ?? "" } ?? ""
            guard groups.count >= (separator == "." ? 3 : 2), let first = groups.first, (1...3).contains(first.count),
                groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }), last.count == 3,
                !(separator == "," && first == "0")
            else { continue }
            let joined = groups.joined()
            if CoreSchema.isNumber(joined) { return joined }
        }
        return nil
    }

    private static func withPoint(_ text: String) -> String? {
        guard text.filter({ $0 == "," }).count == 1 else { return nil }
        let pointed = text.replacing(",", with: ".")
        return split(pointed) == nil ? nil : pointed
    }
}
