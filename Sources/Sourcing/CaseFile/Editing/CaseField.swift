package import Notation

/// What a form needs to know of one key of a case file. Made from the table that the reader uses.
package struct CaseField: Sendable {
    /// How the value is put in.
    package enum Input: Sendable, Equatable {
        case text
        /// A name of the author's choice that stands elsewhere in the case.
        case name
        case flag
        case choice([String])
        case country
        case timeZone
        case date
        /// A number, or a distribution; with its unit, empty where it has none.
        case quantity(unit: String)
        /// A certain number.
        case number(unit: String)
        /// Texts in a list.
        case texts
        /// Keys of its own.
        case group
        /// Entries with names that the author chooses.
        case entries(maximum: Int)
        /// Written as in the file.
        case written
    }

    package var key: String
    /// A label, e.g. `Handle time of one item`.
    package var title: String
    /// A hint, in a whole sentence.
    package var about: String
    package var isRequired: Bool
    package var input: Input
}

/// Finds a key of the case file by its path.
package enum CaseFields {
    /// - Parameter path: e.g. `["options", "pune", "price"]`.
    /// - Returns: nil for what no case file has, and for an entry whose name the author chose.
    package static func field(at path: [String]) -> CaseField? {
        guard let key = path.last, let section = section(at: path.dropLast()[...]) else { return nil }
        return section.field(key).map(made)
    }

    /// The keys that the group at a path may have; empty where it is no group.
    package static func fields(in path: [String]) -> [CaseField] { section(at: path[...])?.fields.map(made) ?? [] }

    /// Labels from the root to the place, with the names that the case gives its options, partners and so on.
    package static func trail(to path: [String], in trees: [Tree]) -> [String] {
        var trail: [String] = []
        var (index, trees) = (0, trees)
        while index < path.count {
            let key = path[index]
            let here = Array(path[...index])
            trees = trees.compactMap { TreeEdit.value(at: [key], in: $0) }
            if isEntry(here) {
                let title = trees.lazy.compactMap { $0["title"]?.string }.first
                if !trail.isEmpty { trail.removeLast() }
                trail.append("\(FieldTitles.entry(path[index - 1])) \(title ?? key)")
            } else if index > 0, let number = Int(key), section(at: here[...]) != nil {
                trail.append("no. \(number + 1)")
            } else {
                trail.append(FieldTitles.title(key))
            }
            index += 1
        }
        return trail
    }

    /// What one entry of a group is called, e.g. `Option`.
    package static func entryTitle(of group: String) -> String { FieldTitles.entry(group) }

    /// Whether the last key is a name that the author chose.
    package static func isEntry(_ path: [String]) -> Bool {
        guard path.count > 1, let outer = section(at: path.dropLast(2)[...]),
            let field = outer.field(path[path.count - 2])
        else { return false }
        switch field.kind {
        case .named, .exchangeRates, .gateAnswers, .facts, .scores: return true
        default: return false
        }
    }

    private static func section(at path: ArraySlice<String>) -> Section? {
        var section = FieldTable.root
        var rest = path
        while let key = rest.popFirst() {
            guard let field = section.field(key) else { return nil }
            switch field.kind {
            case .section(let inner), .wage(let inner), .coordination(let inner): section = inner
            case .named(let inner, _), .tiers(let inner):
                section = inner
                if rest.popFirst() == nil { return nil }
            default: return nil
            }
        }
        return section
    }

    private static func made(_ field: Field) -> CaseField {
        CaseField(
            key: field.key, title: FieldTitles.title(field.key), about: field.about, isRequired: field.isRequired,
            input: input(field.kind))
    }

    private static func input(_ kind: FieldKind) -> CaseField.Input {
        switch kind {
        case .text, .serviceHours, .dailyWindow, .yearMonth, .currency: .text
        case .flag: .flag
        case .choice(let choices): .choice(choices)
        case .name: .name
        case .country: .country
        case .timeZone: .timeZone
        case .date: .date
        case .quantity(let measure): .quantity(unit: measure.unit)
        case .number(let measure): .number(unit: measure.unit)
        case .whole, .figure, .swing: .number(unit: "")
        case .languages, .names, .countries: .texts
        case .section: .group
        case .named(_, let limit): .entries(maximum: limit)
        case .wage, .coordination, .numbers, .exchangeRates, .tiers, .correlations, .levels, .curvePoints, .ratios,
            .comparisons, .ninePoints, .gateAnswers, .facts, .scores:
            .written
        }
    }
}

extension CaseFields {
    /// A label for a key that stands in no table, such as `p10`.
    package static func title(of key: String) -> String { FieldTitles.title(key) }

    /// Keys of the uncertain numbers that have a field of their own for each part.
    package static let rangeForms = [
        ["low", "likely", "high"], ["p10", "p50", "p90"], ["mean", "sd"], ["low", "high"], ["value"],
    ]

    /// Names that a case may take criteria from.
    package static var libraryCriteria: [(name: String, title: String)] {
        CriteriaLibrary.all.map { ($0.name, FieldTitles.spelled($0.name)) }
    }
}
