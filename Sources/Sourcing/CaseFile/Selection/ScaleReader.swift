import Notation

/// Reads the scale of one criterion: levels in words, or a curve over figures.
struct ScaleReader {
    let cursor: SectionCursor
    let kind: Evaluation.Kind
    /// The library's criterion, where there is one.
    let base: Evaluation.Criterion?

    func read() -> Evaluation.Scale? {
        switch kind {
        case .score:
            refuse("scale", "Evaluators choose levels here, so it has no figures.", "Write levels instead.")
            refuse("unit", "Evaluators choose levels here, so it has no unit.", "Remove the key.")
            if cursor.isPresent("levels") { return levels().map(Evaluation.Scale.levels) }
            if let scale = base?.scale, case .levels = scale { return scale }
            cursor.book.add(
                cursor.path, at: cursor.position, "The levels are missing.",
                "Write levels, the worst first, in words: then a 3 means the same to everyone.")
            return nil
        case .fact, .price:
            refuse("levels", "This criterion is a figure, so it has no levels.", "Write scale instead.")
            if kind == .price { refuse("unit", "The price is in the client's currency.", "Remove the key.") }
            if let group = cursor.group("scale", FieldTable.scale) {
                return checkDirection(curve(group), group).map {
                    .facts(unit: cursor.text("unit") ?? base?.unit ?? "", $0)
                }
            }
            if cursor.isPresent("scale") { return nil }
            if kind == .fact, let scale = base?.scale, case .facts = scale { return scale }
            cursor.book.add(
                cursor.path, at: cursor.position, "The scale is missing.",
                kind == .price
                    ? "Write scale: { worst: …, best: … } in the client's currency, total cost over the horizon, before the bids are opened."
                    : "Write scale: { worst: …, best: … }.")
            return nil
        }
    }

    private func refuse(_ key: String, _ problem: String, _ remedy: String) {
        if cursor.isPresent(key) { cursor.book.add(cursor.path(key), at: cursor.keyPosition(key), problem, remedy) }
    }

    private func levels() -> [Evaluation.Level]? {
        guard let tree = cursor.tree("levels") else { return nil }
        guard let list = tree.list, (2...9).contains(list.count) else {
            let found = tree.list.map { "there are \($0.count)" } ?? "there is \(tree.shown)"
            cursor.fault(
                "levels", "Here 2 to 9 levels were expected, but \(found).", "Write them in words, the worst first.")
            return nil
        }
        var levels: [Evaluation.Level] = []
        for (index, element) in list.enumerated() {
            let path = cursor.path("levels").appending(key: String(index + 1))
            let even = Double(index) / Double(list.count - 1)
            var value = even
            var words = element.string
            if let entries = element.entries {
                words = element["words"]?.string
                for entry in entries where !["words", "value"].contains(entry.key) {
                    cursor.book.add(
                        path, at: entry.keyPosition, "\(entry.key.quoted) is not a key of a level.",
                        "Its keys are words and value.")
                }
                if let typed = element["value"] {
                    guard let read = NumberReader(measure: .share, path: path, book: cursor.book).bounded(typed) else {
                        return nil
                    }
                    value = read
                }
            }
            guard let words, !words.allSatisfy(\.isWhitespace), words.unicodeScalars.count <= 500 else {
                cursor.book.add(
                    path, at: element.position, "A level is described in words; here is \(element.shown).",
                    "Write what one would see at this level, in at most 500 characters.")
                return nil
            }
            levels.append(.init(words, value: value))
        }
        guard zip(levels, levels.dropFirst()).allSatisfy({ $0.value <= $1.value }),
            levels[0].value < levels[levels.count - 1].value
        else {
            cursor.fault("levels", "The values of the levels do not rise.", "Write the worst level first.")
            return nil
        }
        return levels
    }

    private var figures: FigureReader { FigureReader(unit: cursor.text("unit") ?? base?.unit ?? "", book: cursor.book) }

    private func figure(_ key: String, of group: SectionCursor) -> Double? {
        group.tree(key).flatMap { figures.number($0, path: group.path(key)) }
    }

    /// Dearer would be better: surely the two ends were swapped.
    private func checkDirection(_ curve: Evaluation.Curve?, _ group: SectionCursor) -> Evaluation.Curve? {
        guard kind == .price, let curve else { return curve }
        let rises =
            switch curve {
            case .exponential(let worst, let best, _): best > worst
            case .points(let points): (points.last?.value ?? 0) > (points.first?.value ?? 0)
            }
        if rises {
            group.book.add(
                group.path, at: group.position, "On this scale the dearer offer is the better one.",
                "Write the highest cost as worst and the lowest as best.")
        }
        return rises ? nil : curve
    }

    private func curve(_ group: SectionCursor) -> Evaluation.Curve? {
        if group.isPresent("points") {
            for key in ["worst", "best", "curvature"] where group.isPresent(key) {
                group.book.add(
                    group.path(key), at: group.keyPosition(key), "The scale has points already.",
                    "Keep one of the two forms.")
            }
            return points(group).map(Evaluation.Curve.points)
        }
        guard let worst = figure("worst", of: group), let best = figure("best", of: group) else {
            for key in ["worst", "best"] where !group.isPresent(key) {
                group.book.add(
                    group.path, at: group.position, "The key \(key) is missing.",
                    "Write the figure that is \(key) on this scale.")
            }
            return nil
        }
        guard worst != best else {
            group.fault("best", "worst and best are both \(plain(best)).", "A scale needs two different ends.")
            return nil
        }
        return .exponential(worst: worst, best: best, curvature: group.number("curvature") ?? 0)
    }

    private func points(_ group: SectionCursor) -> [Evaluation.Point]? {
        let example = "Write for example [[0, 0], [40, 0.35], [110, 1]]."
        guard let list = group.tree("points")?.list, (2...50).contains(list.count) else {
            group.fault("points", "Here a list of 2 to 50 points was expected.", example)
            return nil
        }
        var points: [Evaluation.Point] = []
        for (index, element) in list.enumerated() {
            let path = group.path("points").appending(key: String(index + 1))
            guard let pair = element.list, pair.count == 2 else {
                group.book.add(path, at: element.position, "A point has a figure and a value.", example)
                return nil
            }
            guard
                let figure = figures.number(pair[0], path: path),
                let value = NumberReader(measure: .share, path: path, book: group.book).bounded(pair[1])
            else { return nil }
            if let last = points.last, figure <= last.figure {
                group.book.add(
                    path, at: element.position, "The figure \(plain(figure)) is not more than the one before.",
                    "Let the figures rise.")
                return nil
            }
            points.append(.init(figure, value))
        }
        let values = points.map(\.value)
        let rises = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
        let falls = zip(values, values.dropFirst()).allSatisfy { $0 >= $1 }
        guard rises || falls, values.first != values.last else {
            group.fault(
                "points", "The values go up and down, or not at all.",
                "Let them rise or fall: from 0 at the worst to 1 at the best.")
            return nil
        }
        return points
    }
}
