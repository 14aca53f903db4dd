import Notation

/// Reads a number that may be uncertain, in any of its forms.
struct QuantityReader {
    let measure: Measure
    let path: String
    let book: FaultBook

    /// The keys of each form; those in the second list may be left out.
    static let forms: [(keys: [String], optional: [String])] = [
        (["value"], []),
        (["low", "likely", "high"], []),
        (["p10", "p50", "p90"], ["min", "max"]),
        (["mean", "sd"], []),
        (["uniform"], []),
        (["lognormal"], []),
        (["chance"], []),
    ]
    static let formsShown =
        "{low, likely, high}, {p10, p50, p90}, {mean, sd}, {uniform: [a, b]} or {lognormal: [p10, p90]}"

    func read(_ tree: Tree) -> Stated? {
        let line = tree.position?.line
        guard let entries = tree.entries else {
            if tree.list != nil {
                fault(
                    at: tree, "Here a number was expected, but there is a list.",
                    "Write a number, or \(Self.formsShown).")
                return nil
            }
            return NumberReader(measure: measure, path: path, book: book).bounded(tree)
                .map { Stated(.fixed($0), line: line) }
        }
        let unit = text(entries, "unit")
        let source = text(entries, "source")
        if let unit, NumberReader.scale(unit, in: measure.dimension) == nil {
            let place = entries.first { $0.key == "unit" }?.value ?? tree
            fault(
                at: place, "The unit \(unit.quoted) is not one of this number's.",
                "Its units are \(NumberReader.units(of: measure.dimension)).")
            return nil
        }
        let rest = entries.filter { $0.key != "unit" && $0.key != "source" }
        guard let form = form(of: rest, at: tree) else { return nil }
        let reader = NumberReader(measure: measure, path: path, book: book, unit: unit)
        guard let quantity = quantity(form, rest, reader, at: tree) else { return nil }
        return Stated(quantity, source: source, line: line)
    }

    private func text(_ entries: [Tree.Entry], _ key: String) -> String? {
        guard let entry = entries.first(where: { $0.key == key }), !entry.value.isNull else { return nil }
        guard let text = entry.value.string, text.unicodeScalars.count <= FieldTable.maximumText else {
            book.add(
                path.appending(key: key), at: entry.value.position,
                "Here a text of at most 2,000 characters was expected, but there is \(entry.value.shown).")
            return nil
        }
        return text
    }

    private func fault(at tree: Tree, _ problem: String, _ remedy: String? = nil) {
        book.add(path, at: tree.position, problem, remedy)
    }

    /// The form that the keys make, by its first key; nil when they make none.
    private func form(of entries: [Tree.Entry], at tree: Tree) -> String? {
        let keys = entries.map(\.key)
        let fitting = Self.forms.first { form in keys.contains { form.keys.contains($0) } }
        guard let fitting else {
            let all = Self.forms.flatMap(\.keys) + ["min", "max", "unit", "source"]
            if let first = entries.first, let near = NearestName.of(first.key, in: all), near != first.key {
                book.add(
                    path, at: first.keyPosition ?? tree.position, "\(first.key.quoted) is not a key of a number.",
                    "Did you mean \(near)?")
            } else {
                fault(
                    at: tree, "A number was expected here, but the keys make none.",
                    "Write a number, or \(Self.formsShown).")
            }
            return nil
        }
        let known = fitting.keys + fitting.optional
        for entry in entries where !known.contains(entry.key) {
            let hint = NearestName.of(entry.key, in: known + ["unit", "source"]).map { "Did you mean \($0)?" }
            book.add(
                path, at: entry.keyPosition ?? tree.position,
                "\(entry.key.quoted) does not go with \(fitting.keys.joined(separator: ", ")).",
                hint ?? "Use one form: \(Self.formsShown).")
            return nil
        }
        for key in fitting.keys where entries.first(where: { $0.key == key })?.value.isNull ?? true {
            fault(at: tree, "The number has no \(key).", "This form has \(fitting.keys.listed("and")).")
            return nil
        }
        return fitting.keys.first
    }

    private func quantity(_ form: String, _ entries: [Tree.Entry], _ reader: NumberReader, at tree: Tree) -> Quantity? {
        func value(_ key: String) -> Double? {
            entries.first { $0.key == key }.flatMap { $0.value.isNull ? nil : reader.value($0.value) }
        }
        if form == "value" {
            return entries.first.flatMap { reader.bounded($0.value) }.map(Quantity.fixed)
        }
        if form == "chance" { return chance(entries, at: tree) }
        if measure.isCertain {
            fault(
                at: tree, "Here one certain number was expected, but there is a distribution.",
                "Write a fraction, for example 10%.")
            return nil
        }
        let before = book.faults.count
        let quantity: Quantity?
        switch form {
        case "low":
            guard let low = value("low"), let likely = value("likely"), let high = value("high") else { return nil }
            quantity = .pert(low: low, likely: likely, high: high)
        case "p10":
            guard let p10 = value("p10"), let p50 = value("p50"), let p90 = value("p90") else { return nil }
            quantity = .percentiles(p10: p10, p50: p50, p90: p90, min: value("min"), max: value("max"))
        case "mean":
            guard let mean = value("mean") else { return nil }
            var spread = reader
            // The spread has the unit of the mean, but not its bounds.
            spread.unit = reader.unit
            guard let sd = entries.first(where: { $0.key == "sd" }).flatMap({ spread.value($0.value) }) else {
                return nil
            }
            quantity = .normal(mean: mean, sd: sd)
        default:
            quantity = pair(form, entries, reader)
        }
        guard let quantity, book.faults.count == before else { return nil }
        if let problem = QuantityChecker(measure: measure).problem(quantity) {
            fault(at: tree, problem.problem, problem.remedy)
            return nil
        }
        return quantity
    }

    private func pair(_ form: String, _ entries: [Tree.Entry], _ reader: NumberReader) -> Quantity? {
        guard let entry = entries.first else { return nil }
        guard let list = entry.value.list, list.count == 2 else {
            let names = form == "uniform" ? "the lowest and the highest value" : "the 10th and the 90th percentile"
            fault(
                at: entry.value, "\(form) needs a list of two numbers: \(names).",
                "Write for example {\(form): [2, 5]}.")
            return nil
        }
        guard let first = reader.value(list[0]), let second = reader.value(list[1]) else { return nil }
        return form == "uniform" ? .uniform(low: first, high: second) : .lognormal(p10: first, p90: second)
    }

    private func chance(_ entries: [Tree.Entry], at tree: Tree) -> Quantity? {
        guard measure.allowsEvent || measure.isCertain else {
            fault(
                at: tree, "{chance: …} stands for something that happens or not; this number is not of that kind.",
                "Write a number, or \(Self.formsShown).")
            return nil
        }
        guard let entry = entries.first,
            let value = NumberReader(measure: .share, path: path, book: book).bounded(entry.value)
        else { return nil }
        return measure.isCertain ? .fixed(value) : .chance(value)
    }
}
