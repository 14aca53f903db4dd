import Notation

/// Reads what is known of one partner: gates, figures and scores. What is left out stays unknown.
struct PartnerReader {
    let cursor: SectionCursor
    let name: String
    let criteria: [Evaluation.Criterion]
    /// Names of all criteria, readable or not.
    let declared: Set<String>
    let gates: [Evaluation.Gate]
    let evaluators: [Evaluation.Evaluator]

    func read() -> Evaluation.Bidder {
        var partner = Evaluation.Bidder(name: name, title: cursor.text("title"))
        partner.note = cursor.text("note")
        partner.line = cursor.position?.line
        for entry in entries("gates") {
            let path = cursor.path("gates").appending(key: entry.key)
            guard known(entry, among: gates.map(\.name), what: "gate", path: path) else { continue }
            partner.gates[entry.key] = answer(entry.value, path: path)
        }
        let facts = criteria.filter { $0.kind == .fact }
        for entry in entries("facts") {
            let path = cursor.path("facts").appending(key: entry.key)
            guard known(entry, among: facts.map(\.name), what: "criterion with a figure", path: path),
                !entry.value.isNull
            else { continue }
            let unit = facts.first { $0.name == entry.key }?.unit ?? ""
            partner.facts[entry.key] = FigureReader(unit: unit, book: cursor.book).quantity(entry.value, path: path)
        }
        for row in entries("scores") {
            let path = cursor.path("scores").appending(key: row.key)
            guard known(row, among: evaluators.map(\.name), what: "evaluator", path: path), !row.value.isNull else {
                continue
            }
            guard let cells = row.value.entries else {
                cursor.book.add(
                    path, at: row.value.position,
                    "Here scores by criterion were expected, but there is \(row.value.shown).",
                    "Write for example { expertise: 4, people: 3 }.")
                continue
            }
            partner.scores[row.key] = scores(cells, path: path)
        }
        return partner
    }

    private func entries(_ key: String) -> [Tree.Entry] {
        guard let tree = cursor.tree(key) else { return [] }
        if let entries = tree.entries {
            var seen: Set<String> = []
            for entry in entries where !seen.insert(entry.key).inserted {
                cursor.book.add(
                    cursor.path(key).appending(key: entry.key), at: entry.keyPosition, "This key stands twice.",
                    "Keep one.")
            }
            return entries
        }
        cursor.fault(key, "Here keys with values were expected, but there is \(tree.shown).")
        return []
    }

    private func known(_ entry: Tree.Entry, among names: [String], what: String, path: String) -> Bool {
        if names.contains(entry.key) { return true }
        // The criterion is there, but broken: that is told at its place.
        if declared.contains(entry.key), !criteria.contains(where: { $0.name == entry.key }) { return false }
        let hint = NearestName.of(entry.key, in: names).map { "Did you mean \($0)?" }
        cursor.book.add(
            path, at: entry.keyPosition, "There is no \(what) named \(entry.key.quoted).",
            hint ?? (names.isEmpty ? "The selection names none." : "Write \(names.listed())."))
        return false
    }

    private static let gateWords = [
        "yes": "pass", "passed": "pass", "no": "fail", "failed": "fail", "unknown": "not-known",
        "not known": "not-known",
    ]

    /// The word that was typed; Swift 6.3.1 crashes when this is part of `answer` and optimised.
    private func word(_ tree: Tree) -> String {
        if let passed = tree.boolean { return passed ? "pass" : "fail" }
        let typed = (tree.string ?? "").lowercased()
        return Self.gateWords[typed] ?? typed
    }

    private func answer(_ tree: Tree, path: String) -> Evaluation.GateAnswer? {
        if tree.isNull { return Evaluation.GateAnswer(.notKnown) }
        let typed = tree.entries == nil ? tree : tree["answer"] ?? .null
        guard let state = Evaluation.GateState(rawValue: word(typed)) else {
            let choices = Evaluation.GateState.allCases.map(\.rawValue)
            cursor.book.add(
                path, at: tree.position, "\(typed.shown) is not an answer to a must-have.",
                "Write \(choices.listed()).")
            return nil
        }
        for entry in tree.entries ?? [] where !["answer", "evidence"].contains(entry.key) {
            cursor.book.add(
                path, at: entry.keyPosition, "\(entry.key.quoted) is not a key of an answer.",
                "Its keys are answer and evidence.")
        }
        return Evaluation.GateAnswer(state, evidence: tree["evidence"]?.string)
    }

    private func scores(_ cells: [Tree.Entry], path: String) -> [String: Evaluation.Score] {
        let scored = criteria.filter { $0.kind == .score }
        var scores: [String: Evaluation.Score] = [:]
        for (index, cell) in cells.enumerated() {
            let place = path.appending(key: cell.key)
            if let comma = CommaNumber(cell, after: index > 0 ? cells[index - 1] : nil) {
                comma.note(in: cursor.book, path: path)
                continue
            }
            guard known(cell, among: scored.map(\.name), what: "criterion that evaluators score", path: place),
                let criterion = scored.first(where: { $0.name == cell.key }), case .levels(let levels) = criterion.scale
            else { continue }
            scores[cell.key] = score(cell.value, levels: levels.count, path: place)
        }
        return scores
    }

    private func score(_ tree: Tree, levels: Int, path: String) -> Evaluation.Score? {
        let remedy = "Write a level from 1 to \(levels), or leave it out where it is not known."
        func level(_ tree: Tree?) -> Double? {
            guard let tree else { return nil }
            guard let value = tree.double, (1...Double(levels)).contains(value), (value * 2).rounded() == value * 2
            else {
                cursor.book.add(path, at: tree.position, "\(tree.shown) is not a level of this scale.", remedy)
                return nil
            }
            return value
        }
        if tree.isNull { return nil }
        guard let entries = tree.entries else { return level(tree).map { .init($0) } }
        for entry in entries where !["score", "low", "high", "note"].contains(entry.key) {
            cursor.book.add(
                path, at: entry.keyPosition, "\(entry.key.quoted) is not a key of a score.",
                "Its keys are score, or low and high, and note.")
        }
        let note = tree["note"]?.string
        if let typed = tree["score"] { return typed.isNull ? nil : level(typed).map { .init($0, note: note) } }
        guard tree["low"] != nil || tree["high"] != nil else { return nil }
        guard let low = level(tree["low"]), let high = level(tree["high"]) else {
            if tree["low"] == nil || tree["high"] == nil {
                cursor.book.add(
                    path, at: tree.position, "A range of levels has low and high.",
                    "Write for example { low: 2, high: 4 }.")
            }
            return nil
        }
        guard low <= high else {
            cursor.book.add(
                path, at: tree.position, "low \(plain(low)) is more than high \(plain(high)).", "Swap them.")
            return nil
        }
        return .init(low: low, high: high, note: note)
    }
}
