import Atlas
import Notation

/// Reads the places section.
struct PlacesReader {
    let cursor: SectionCursor

    func read() -> PlaceRules {
        var rules = PlaceRules()
        rules.countries = countries("countries") ?? []
        rules.without = countries("without") ?? []
        rules.dataMayBeIn = countries("dataMayBeIn")
        rules.leastOverlap = cursor.number("leastOverlap")
        rules.leastRuleOfLaw = cursor.number("leastRuleOfLaw")
        rules.leastEnglish = cursor.number("leastEnglish")
        rules.leastSpeakers = cursor.number("leastSpeakers")
        if let group = cursor.group("weights", FieldTable.placeWeights) {
            for name in PlaceRules.criteria { rules.weights[name] = group.swing(name) }
            if !rules.weights.isEmpty, rules.weights.count == PlaceRules.criteria.count,
                rules.weights.values.allSatisfy({ $0.high == 0 })
            {
                cursor.fault("weights", "All weights are 0.", "The largest step from worst to best gets 100 points.")
            }
        }
        if let clash = rules.countries.first(where: rules.without.contains) {
            cursor.fault("without", "\(clash) stands in countries and in without.", "Keep one.")
        }
        return rules
    }

    private func countries(_ key: String) -> [String]? {
        guard let tree = cursor.tree(key) else { return nil }
        guard let list = tree.list else {
            cursor.fault(
                key, "Here a list of countries was expected, but there is \(tree.shown).", "Write for example [IN, PH]."
            )
            return nil
        }
        return list.compactMap { element in
            guard let text = element.string, let country = Atlas.shared.country(named: text) else {
                let near = element.string.flatMap { $0.count > 3 ? Atlas.shared.nearestCountryName(to: $0) : nil }
                cursor.book.add(
                    cursor.path(key), at: element.position,
                    "\(element.shown) is not a country that Shoreline has facts on.",
                    near.map { "Did you mean \($0)?" }
                        ?? "Write its English name or its two-letter code, for example PH.")
                return nil
            }
            return country.code
        }
    }
}
