import Atlas
import Notation

/// Reads the keys of one group. It knows only the keys of the field table and notes every fault it meets.
struct SectionCursor {
    let section: Section
    let path: String
    let position: Position?
    let book: FaultBook
    private let entries: [String: Tree.Entry]
    /// The group as it was written.
    let written: [Tree.Entry]

    /// Nil when the value is no group of keys at all; that is noted.
    init?(_ tree: Tree, _ section: Section, path: String, book: FaultBook) {
        guard let entries = tree.entries else {
            let keys = section.fields.prefix(3).map { "\($0.key): …" }.joined(separator: ", ")
            book.add(
                path, at: tree.position, "Here \(section.title) was expected, but there is \(tree.shown).",
                "Write its keys, for example { \(keys) }.")
            return nil
        }
        self.init(entries: entries, at: tree.position, section, path: path, book: book)
    }

    init(entries: [Tree.Entry], at position: Position?, _ section: Section, path: String, book: FaultBook) {
        self.section = section
        self.path = path
        self.position = position
        self.book = book
        written = entries
        var known: [String: Tree.Entry] = [:]
        for (index, entry) in entries.enumerated() {
            if section.field(entry.key) == nil {
                let before = index > 0 ? entries[index - 1] : nil
                Self.refuse(entry, after: before, in: section, path: path, book: book)
            } else if known.updateValue(entry, forKey: entry.key) != nil {
                book.add(path.appending(key: entry.key), at: entry.keyPosition, "This key stands twice.", "Keep one.")
            }
        }
        self.entries = known
    }

    private static func refuse(
        _ entry: Tree.Entry, after before: Tree.Entry?, in section: Section, path: String, book: FaultBook
    ) {
        if book.isFull { return }
        let place = entry.keyPosition ?? entry.value.position
        if let comma = CommaNumber(entry, after: before) {
            comma.note(in: book, path: path)
            return
        }
        if section.title == FieldTable.option.title, FieldTable.derivedKeys.contains(entry.key) {
            book.add(
                path.appending(key: entry.key), at: place,
                "This is derived from ownership and country, never typed in.", "Remove the key.")
            return
        }
        let keys = section.fields.map(\.key)
        let remedy =
            section.home(of: entry.key).map { "It belongs in \($0)." }
            ?? NearestName.of(entry.key, in: keys).map { "Did you mean \($0)?" }
            ?? "Known here: \(keys.joined(separator: ", "))."
        let problem =
            entry.key.isEmpty ? "A key here has no name." : "\(entry.key.quoted) is not a key of \(section.title)."
        book.add(path, at: place, problem, remedy)
    }

    func path(_ key: String) -> String { path.appending(key: key) }
    func isPresent(_ key: String) -> Bool { tree(key) != nil }
    func keyPosition(_ key: String) -> Position? {
        entries[key]?.keyPosition ?? entries[key]?.value.position ?? position
    }

    /// Nil where the key is left out, or holds nothing.
    func tree(_ key: String) -> Tree? {
        guard let entry = entries[key], !entry.value.isNull else { return nil }
        return entry.value
    }

    func fault(_ key: String, _ problem: String, _ remedy: String? = nil) {
        book.add(path(key), at: entries[key]?.value.position ?? position, problem, remedy)
    }

    /// Notes which required keys are missing.
    func checkRequired() {
        for field in section.fields where field.isRequired && tree(field.key) == nil {
            if let entry = entries[field.key] {
                book.add(path(field.key), at: entry.keyPosition, "Nothing is written after the colon.", field.about)
            } else {
                book.add(path, at: position, "The key \(field.key) is missing.", "\(field.key): \(field.about)")
            }
        }
    }

    func group(_ key: String, _ section: Section) -> SectionCursor? {
        guard let tree = tree(key) else { return nil }
        return SectionCursor(tree, section, path: path(key), book: book)
    }

    private func measure(_ key: String) -> Measure {
        switch section.field(key)?.kind {
        case .quantity(let measure), .number(let measure), .numbers(_, let measure): return measure
        default:
            fault(key, "The program asks for a number where the field table has none; please report this.")
            return Measure(.count)
        }
    }

    func quantity(_ key: String) -> Stated? {
        guard let tree = tree(key) else { return nil }
        return QuantityReader(measure: measure(key), path: path(key), book: book).read(tree)
    }

    func number(_ key: String) -> Double? {
        guard let tree = tree(key) else { return nil }
        return NumberReader(measure: measure(key), path: path(key), book: book).bounded(tree)
    }

    func numbers(_ key: String) -> [Double]? {
        guard let tree = tree(key), case .numbers(let count, let measure) = section.field(key)?.kind else { return nil }
        guard let list = tree.list, list.count == count else {
            let found = tree.list.map { "a list of \($0.count)" } ?? tree.shown
            fault(key, "Here a list of \(count) numbers was expected, but there is \(found).")
            return nil
        }
        let values = list.compactMap { NumberReader(measure: measure, path: path(key), book: book).bounded($0) }
        if values.count == count, values.allSatisfy({ $0 == 0 }) {
            fault(key, "All \(count) numbers are 0.", "At least one must be more.")
            return nil
        }
        return values.count == count ? values : nil
    }
}

extension SectionCursor {
    func text(_ key: String) -> String? {
        guard let tree = tree(key) else { return nil }
        var text: String
        switch tree.content {
        case .text(let value): text = value
        case .number(let value): text = JSONWriter.number(value)
        default:
            fault(
                key, "Here a text was expected, but there is \(tree.shown).",
                "Write a text; put it in quotes if need be.")
            return nil
        }
        // A block text (|) ends with a line break that nobody meant.
        while text.last?.isNewline == true { text.removeLast() }
        let count = text.unicodeScalars.count
        if count > FieldTable.maximumText {
            fault(key, "This text has \(count) characters; at most 2,000 are allowed.", "Shorten it.")
            return nil
        }
        if text.allSatisfy(\.isWhitespace) {
            fault(key, "This text is empty.", "Write something, or remove the key.")
            return nil
        }
        return text
    }

    func choice(_ key: String) -> String? {
        guard case .choice(let choices) = section.field(key)?.kind, let text = text(key) else { return nil }
        if choices.contains(text) { return text }
        let near = FieldTable.synonyms[text.lowercased()].flatMap { choices.contains($0) ? $0 : nil }
        let hint =
            (near ?? NearestName.of(text, in: choices)).map { "Did you mean \($0)?" } ?? "Write \(choices.listed())."
        fault(key, "\(text.quoted) is not one of the choices.", hint)
        return nil
    }

    func flag(_ key: String) -> Bool? {
        guard let tree = tree(key) else { return nil }
        if let value = tree.boolean { return value }
        let words = ["yes": true, "on": true, "no": false, "off": false]
        let hint = tree.string.flatMap { words[$0.lowercased()] }.map { "Write \($0)." } ?? "Write true or false."
        fault(key, "Here true or false was expected, but there is \(tree.shown).", hint)
        return nil
    }

    func whole(_ key: String) -> Int? {
        guard let tree = tree(key), case .whole(let range) = section.field(key)?.kind else { return nil }
        guard let value = tree.double, value == value.rounded(), abs(value) < 1e9 else {
            fault(
                key, "Here a whole number was expected, but there is \(tree.shown).",
                "Write \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        guard range.contains(Int(value)) else {
            fault(key, "\(plain(value)) is out of range.", "Write \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return Int(value)
    }

    func country(_ key: String) -> Country? {
        guard let text = text(key) else { return nil }
        if let country = Atlas.shared.country(named: text) { return country }
        // A wrong code of two or three letters is near to too many others.
        let near = text.unicodeScalars.count > 3 ? Atlas.shared.nearestCountryName(to: text) : nil
        let hint = near.flatMap(Atlas.shared.country(named:)).map { "Did you mean \($0.name) (\($0.code))?" }
        fault(
            key, "\(text.quoted) is not a country that Shoreline has facts on.",
            hint ?? "Write its English name or its two-letter code, for example Philippines or PH.")
        return nil
    }

    func timeZone(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        if TimeZoneNames.isKnown(text) { return text }
        let hint = TimeZoneNames.suggestion(for: text).map { "Did you mean \($0)?" }
        fault(key, "\(text.quoted) is not a time zone.", hint ?? "Write an IANA name, for example America/Chicago.")
        return nil
    }

    func currency(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        if let problem = Self.currencyProblem(text) {
            fault(key, problem.problem, problem.remedy)
            return nil
        }
        return text
    }

    static func currencyProblem(_ text: String) -> (problem: String, remedy: String)? {
        if CurrencyCodes.all.contains(text) { return nil }
        let upper = text.uppercased()
        let symbols = ["$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", "₱": "PHP"]
        let known = CurrencyCodes.all.contains(upper) ? upper : symbols[text]
        return (
            "\(text.quoted) is not a currency code.",
            known.map { "Write \($0)." } ?? "Write its three letters (ISO 4217), for example USD."
        )
    }

    func yearMonth(_ key: String) -> YearMonth? {
        guard let tree = tree(key) else { return nil }
        // Digits by hand: Swift 6.3.1 crashes on the same in split substrings when it optimises.
        let digits = (tree.string ?? "").utf8.map { Int($0) - 0x30 }
        let numbers = digits.enumerated().filter { $0.offset != 4 }.map(\.element)
        if digits.count == 7, digits[4] == 0x2D - 0x30, numbers.allSatisfy({ (0...9).contains($0) }) {
            let year = numbers[0] * 1000 + numbers[1] * 100 + numbers[2] * 10 + numbers[3]
            let month = numbers[4] * 10 + numbers[5]
            if (1...12).contains(month), (1900...2200).contains(year) { return YearMonth(year: year, month: month) }
        }
        fault(key, "\(tree.shown) is not a month.", "Write the year and the month, for example 2027-01.")
        return nil
    }

    func languages(_ key: String) -> [String]? {
        guard let tree = tree(key) else { return nil }
        var codes: [String] = []
        for element in tree.list ?? [tree] {
            guard let code = element.string, code.utf8.count == 2, code.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
            else {
                book.add(
                    path(key), at: element.position ?? tree.position, "\(element.shown) is not a language code.",
                    "Write its two letters (ISO 639-1), for example [en, es].")
                continue
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    func hours(_ key: String, _ problem: (String) -> String?, example: String) -> String? {
        guard let text = text(key) else { return nil }
        guard let problem = problem(text) else { return text }
        fault(key, problem, "Write for example \(example).")
        return nil
    }
}
