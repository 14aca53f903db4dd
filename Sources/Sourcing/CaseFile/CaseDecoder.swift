import Atlas
import Notation

/// Decodes the top level of a case and hands its groups to their readers.
struct CaseDecoder {
    let book: FaultBook

    func decode(_ tree: Tree) -> Case? {
        guard let root = SectionCursor(tree, FieldTable.root, path: "", book: book) else { return nil }
        root.checkRequired()
        let title = root.text("case")
        let note = root.text("note")
        let usesDefaults = root.choice("assumptions") != "none"
        let client = root.group("client", FieldTable.client).flatMap(readClient)
        let horizon = root.group("horizon", FieldTable.horizon).flatMap(readHorizon)
        let rates = exchangeRates(root, client: client)
        let functions = members(root, "functions", FieldTable.function, limit: FieldTable.maximumFunctions)
            .map { FunctionReader(cursor: $0.cursor, name: $0.name).read() }
        let options = members(root, "options", FieldTable.option, limit: FieldTable.maximumOptions).map {
            OptionReader(
                cursor: $0.cursor, name: $0.name, functions: functions.map(\.name), clientCurrency: client?.currency
            ).read()
        }
        let correlations = CorrelationsReader(root: root).read()
        let checker = CaseChecker(
            root: root, client: client, horizon: horizon, functions: functions.map(\.name), options: options)
        checker.check()
        let evaluation = root.group("selection", FieldTable.selection).flatMap {
            EvaluationReader(
                cursor: $0, root: root, client: client, horizon: horizon, functions: functions.map(\.name),
                options: options
            ).read()
        }
        let places = root.group("places", FieldTable.places).map { PlacesReader(cursor: $0).read() } ?? PlaceRules()
        guard let title, let client, let horizon else { return nil }
        return Case(
            title: title, note: note, usesDefaults: usesDefaults, client: client, horizon: horizon,
            exchangeRates: rates, functions: functions, options: checker.markedOptions(), correlations: correlations,
            evaluation: evaluation, places: places, document: tree)
    }

    private func readClient(_ cursor: SectionCursor) -> Client? {
        cursor.checkRequired()
        let name = cursor.text("name")
        let country = cursor.country("country")
        let zone = cursor.timeZone("timeZone")
        let currency = cursor.currency("currency")
        guard let name, let country else { return nil }
        return Client(
            name: name, country: country.code, timeZone: zone ?? country.timeZone,
            currency: currency ?? country.currency)
    }

    private func readHorizon(_ cursor: SectionCursor) -> Horizon? {
        cursor.checkRequired()
        let start = cursor.yearMonth("start")
        let months = cursor.whole("months")
        let rate = cursor.number("discountRate")
        guard let start, let months, let rate else { return nil }
        return Horizon(start: start, months: months, discountRate: rate)
    }

    private func exchangeRates(_ root: SectionCursor, client: Client?) -> [String: Stated] {
        guard let tree = root.tree("exchangeRates") else { return [:] }
        guard let entries = tree.entries else {
            root.fault(
                "exchangeRates", "Here rates by currency were expected, but there is \(tree.shown).",
                "Write for example { INR: 86.5 }.")
            return [:]
        }
        var rates: [String: Stated] = [:]
        for entry in entries {
            let path = "exchangeRates".appending(key: entry.key)
            if let problem = SectionCursor.currencyProblem(entry.key) {
                book.add(path, at: entry.keyPosition, problem.problem, problem.remedy)
            } else if entry.key == client?.currency {
                book.add(
                    path, at: entry.keyPosition, "This is the client's own currency, whose rate is always 1.",
                    "Remove the key.")
            } else if entry.value.isNull {
                book.add(
                    path, at: entry.keyPosition, "Nothing is written after the colon.",
                    "Write the rate, or remove the key.")
            } else {
                rates[entry.key] = QuantityReader(measure: .above(0, .count), path: path, book: book).read(entry.value)
            }
        }
        return rates
    }

    private func members(
        _ root: SectionCursor, _ key: String, _ section: Section, limit: Int
    ) -> [(name: String, cursor: SectionCursor)] {
        NamedGroups(cursor: root, key: key, section: section, limit: limit).read()
    }
}

/// Groups under names that the author chooses: functions, options, risks.
struct NamedGroups {
    let cursor: SectionCursor
    let key: String
    let section: Section
    let limit: Int

    func read() -> [(name: String, cursor: SectionCursor)] {
        guard let tree = cursor.tree(key) else { return [] }
        let path = cursor.path(key)
        guard let entries = tree.entries else {
            cursor.fault(
                key, "Here names were expected, each with \(section.title), but there is \(tree.shown).",
                "Write a name of your choice, a colon, and its keys.")
            return []
        }
        if entries.isEmpty, cursor.section.field(key)?.isRequired == true {
            cursor.fault(key, "There is none.", "Write at least one.")
        }
        if entries.count > limit {
            cursor.fault(key, "There are \(entries.count); at most \(limit) are allowed.", "Split the case.")
            return []
        }
        var seen: Set<String> = []
        var members: [(name: String, cursor: SectionCursor)] = []
        for entry in entries {
            let inner = path.appending(key: entry.key)
            if !Self.isName(entry.key) {
                cursor.book.add(
                    inner, at: entry.keyPosition, "\(entry.key.quoted) cannot be a name.",
                    "Use letters from A to Z, digits, - and _, at most 64; the title may be anything.")
            } else if !seen.insert(entry.key).inserted {
                cursor.book.add(inner, at: entry.keyPosition, "This name stands twice.", "Give each its own name.")
            }
            let place = entry.keyPosition ?? entry.value.position
            if entry.value.isNull {
                cursor.book.add(
                    inner, at: place, "Nothing is written after the colon.", "Write the keys of \(section.title).")
            } else if entry.value.entries == nil {
                _ = SectionCursor(entry.value, section, path: inner, book: cursor.book)
            } else if let entries = entry.value.entries {
                members.append(
                    (entry.key, SectionCursor(entries: entries, at: place, section, path: inner, book: cursor.book)))
            }
        }
        return members
    }

    static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

struct CorrelationsReader {
    let root: SectionCursor

    func read() -> [Correlation] {
        guard let tree = root.tree("correlations") else { return [] }
        let example = "Write for example [[attrition.pune, errorRate.pune, 0.3]]."
        guard let list = tree.list else {
            root.fault("correlations", "Here a list was expected, but there is \(tree.shown).", example)
            return []
        }
        if list.count > 500 {
            root.fault("correlations", "There are \(list.count); at most 500 are allowed.")
            return []
        }
        var correlations: [Correlation] = []
        var seen: Set<Set<String>> = []
        for (index, row) in list.enumerated() {
            let path = root.path("correlations").appending(key: String(index + 1))
            guard let cells = row.list, cells.count == 3, let first = cells[0].string, let second = cells[1].string
            else {
                root.book.add(path, at: row.position, "A correlation has two names and a number.", example)
                continue
            }
            guard
                let value = NumberReader(measure: Measure(.count, from: -1, to: 1), path: path, book: root.book)
                    .bounded(cells[2])
            else { continue }
            if first == second {
                root.book.add(
                    path, at: row.position, "\(first.quoted) is correlated with itself.", "Name two different things.")
            } else if !seen.insert([first, second]).inserted {
                root.book.add(path, at: row.position, "\(first.quoted) and \(second.quoted) stand twice.", "Keep one.")
            }
            correlations.append(Correlation(first, second, value, line: row.position?.line))
        }
        return correlations
    }
}
