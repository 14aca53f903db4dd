import Notation

/// Reads how much the criteria count, in the one form in which it was asked for.
struct WeightsReader {
    let cursor: SectionCursor
    let criteria: [String]
    /// Names of all criteria, readable or not.
    let declared: Set<String>

    func read() -> Evaluation.WeightStatement {
        let forms = ["order", "ratios", "comparisons", "best"].filter(cursor.isPresent)
        if forms.count > 1 {
            cursor.book.add(
                cursor.path, at: cursor.keyPosition(forms[1]), "The weights are given by \(forms.listed("and")).",
                "Keep one of the forms.")
        }
        var statement = Evaluation.WeightStatement(.points, spread: cursor.number("spread"))
        switch forms.first {
        case "order": if let order = order() { statement.method = .order(order) }
        case "ratios": if let ratios = ratios() { statement.method = .ratios(ratios) }
        case "comparisons": if let comparisons = comparisons() { statement.method = .comparisons(comparisons) }
        case "best": if let method = bestWorst() { statement.method = method }
        default:
            for key in ["worst", "bestToOthers", "othersToWorst"] where cursor.isPresent(key) {
                cursor.fault(key, "There is \(key), but no best.", "Write best with the most important criterion.")
            }
        }
        return statement
    }

    private func known(_ name: String?, _ key: String, at tree: Tree) -> String? {
        guard let name else {
            cursor.book.add(
                cursor.path(key), at: tree.position, "Here a criterion's name was expected, but there is \(tree.shown)."
            )
            return nil
        }
        if criteria.contains(name) { return name }
        if declared.contains(name) { return nil }
        let hint = NearestName.of(name, in: criteria).map { "Did you mean \($0)?" }
        cursor.book.add(
            cursor.path(key), at: tree.position, "There is no criterion named \(name.quoted).",
            hint ?? "Write \(criteria.listed()).")
        return nil
    }

    private func order() -> [String]? {
        guard let list = cursor.tree("order")?.list else {
            cursor.fault(
                "order", "Here a list of criteria was expected.", "Write for example [price, expertise, people].")
            return nil
        }
        let names = list.compactMap { known($0.string, "order", at: $0) }
        guard names.count == list.count else { return nil }
        if Set(names).count < names.count {
            cursor.fault("order", "A criterion stands twice.", "Name each once.")
            return nil
        }
        let missing = criteria.filter { !names.contains($0) }
        if !missing.isEmpty {
            cursor.fault(
                "order", "\(missing.listed("and")) \(missing.count == 1 ? "is" : "are") missing.",
                "Name each criterion once, the most important step first.")
            return nil
        }
        return names
    }

    private func ratios() -> [Evaluation.Ratio]? {
        let example = "Write for example [{ more: price, less: people, low: 1.5, high: 3 }]."
        guard let list = cursor.tree("ratios")?.list, !list.isEmpty, list.count <= 800 else {
            cursor.fault("ratios", "Here a list of ratios was expected.", example)
            return nil
        }
        return list.enumerated().compactMap { index, element in
            let path = cursor.path("ratios").appending(key: String(index + 1))
            guard let entries = element.entries else {
                cursor.book.add(path, at: element.position, "A ratio has more, less, low and high.", example)
                return nil
            }
            for entry in entries where !["more", "less", "low", "high", "times"].contains(entry.key) {
                cursor.book.add(path, at: entry.keyPosition, "\(entry.key.quoted) is not a key of a ratio.", example)
            }
            guard let more = known(element["more"]?.string, "ratios", at: element["more"] ?? element),
                let less = known(element["less"]?.string, "ratios", at: element["less"] ?? element)
            else { return nil }
            let reader = NumberReader(measure: .above(0, .factor, to: 1000), path: path, book: cursor.book)
            if let times = element["times"] {
                return reader.bounded(times).map {
                    .init(more: more, less: less, low: $0, high: $0, line: element.position?.line)
                }
            }
            guard let low = element["low"].flatMap(reader.bounded), let high = element["high"].flatMap(reader.bounded)
            else {
                if element["low"] == nil || element["high"] == nil {
                    cursor.book.add(path, at: element.position, "The ratio has no low and high.", example)
                }
                return nil
            }
            guard low <= high, more != less else {
                cursor.book.add(
                    path, at: element.position,
                    more == less
                        ? "\(more.quoted) is compared with itself."
                        : "low \(plain(low)) is more than high \(plain(high)).", nil)
                return nil
            }
            return .init(more: more, less: less, low: low, high: high, line: element.position?.line)
        }
    }

    private func nine(_ tree: Tree, path: String) -> Double? {
        // The scale's lower half is written as fractions: 1/3.
        if let text = tree.string, text.hasPrefix("1/"), let whole = Double(text.dropFirst(2)), (1...9).contains(whole)
        {
            return 1 / whole
        }
        return NumberReader(measure: Measure(.factor, from: 1.0 / 9, to: 9), path: path, book: cursor.book).bounded(
            tree)
    }

    private func comparisons() -> [Evaluation.Comparison]? {
        guard let rows = cursor.tree("comparisons")?.entries else {
            cursor.fault(
                "comparisons", "Here comparisons by criterion were expected.",
                "Write for example { price: { people: 3 } }: price counts three times as much.")
            return nil
        }
        var comparisons: [Evaluation.Comparison] = []
        var seen: Set<Set<String>> = []
        for row in rows {
            let place = Tree(.text(row.key), at: row.keyPosition)
            guard let first = known(row.key, "comparisons", at: place), let cells = row.value.entries else { continue }
            for cell in cells {
                let path = cursor.path("comparisons").appending(key: row.key).appending(key: cell.key)
                guard let second = known(cell.key, "comparisons", at: Tree(.text(cell.key), at: cell.keyPosition)),
                    let value = nine(cell.value, path: path)
                else { continue }
                if first == second {
                    cursor.book.add(
                        path, at: cell.keyPosition, "\(first.quoted) is compared with itself.", "Remove the key.")
                } else if !seen.insert([first, second]).inserted {
                    cursor.book.add(
                        path, at: cell.keyPosition, "\(first.quoted) and \(second.quoted) are compared twice.",
                        "Keep one: the other way round is its inverse.")
                } else {
                    comparisons.append(.init(first, second, value, line: cell.keyPosition?.line))
                }
            }
        }
        return comparisons
    }

    private func bestWorst() -> Evaluation.WeightStatement.Method? {
        for key in ["worst", "bestToOthers", "othersToWorst"] where !cursor.isPresent(key) {
            cursor.book.add(
                cursor.path, at: cursor.position, "The key \(key) is missing.",
                "The best-worst method has best, worst, bestToOthers and othersToWorst.")
        }
        guard let best = cursor.tree("best").flatMap({ known($0.string, "best", at: $0) }),
            let worst = cursor.tree("worst").flatMap({ known($0.string, "worst", at: $0) }),
            let toOthers = points("bestToOthers", but: best), let toWorst = points("othersToWorst", but: worst)
        else { return nil }
        let most = toOthers[worst] ?? 9
        for (key, values) in [("bestToOthers", toOthers), ("othersToWorst", toWorst)] {
            for name in criteria where (values[name] ?? 1) > most {
                cursor.fault(
                    key,
                    "\(name) has \(plain(values[name] ?? 1)), but the best counts only \(plain(most)) times as much as the worst.",
                    "No figure may be above that of best over worst (bestToOthers: \(worst)).")
                return nil
            }
        }
        return .bestWorst(best: best, worst: worst, bestToOthers: toOthers, othersToWorst: toWorst)
    }

    /// One figure from 1 to 9 for each criterion but one, which counts as 1.
    private func points(_ key: String, but own: String) -> [String: Double]? {
        guard let entries = cursor.tree(key)?.entries else {
            cursor.fault(
                key, "Here figures from 1 to 9 by criterion were expected.",
                "Write for example { people: 3, security: 2 }.")
            return nil
        }
        var values: [String: Double] = [own: 1]
        for entry in entries {
            guard let name = known(entry.key, key, at: Tree(.text(entry.key), at: entry.keyPosition)) else {
                return nil
            }
            let path = cursor.path(key).appending(key: entry.key)
            guard
                let value = NumberReader(measure: Measure(.factor, from: 1, to: 9), path: path, book: cursor.book)
                    .bounded(entry.value)
            else { return nil }
            if name == own, value != 1 {
                cursor.book.add(
                    path, at: entry.value.position, "\(own.quoted) counts once as much as itself.",
                    "Write 1, or remove the key.")
                return nil
            }
            values[name] = value
        }
        let missing = criteria.filter { values[$0] == nil }
        if !missing.isEmpty {
            cursor.fault(
                key, "\(missing.listed("and")) \(missing.count == 1 ? "is" : "are") missing.",
                "Write a figure from 1 to 9 for each criterion.")
            return nil
        }
        return values
    }
}
