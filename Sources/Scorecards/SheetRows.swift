import Notation
import Sourcing
import Spreadsheet

/// Reads the rows of a returned sheet; collects everything that is wrong before it refuses.
struct SheetRows {
    let rows: [[String]]
    let evaluation: Evaluation
    private(set) var evaluator = ""
    private(set) var scale = ""
    private(set) var entries: [ScoreCell: ScoreEntry] = [:]
    private(set) var notes: [String] = []
    private var faults: [Fault] = []
    private var columns: [String: Int] = [:]
    private var seen: [ScoreCell: Int] = [:]

    init(rows: [[String]], evaluation: Evaluation) {
        self.rows = rows
        self.evaluation = evaluation
    }

    /// The three columns without which no row means anything.
    static func isHeading(_ row: [String]) -> Bool {
        let cells = Set(row.map { $0.trimmingSpace.lowercased() })
        return [ScoreSheet.Column.partner, ScoreSheet.Column.criterion, ScoreSheet.Column.score]
            .allSatisfy(cells.contains)
    }

    mutating func read(acceptScale: Bool) throws(Faults) {
        guard let heading = rows.firstIndex(where: Self.isHeading) else {
            throw Faults(
                Fault(
                    path: "", "This is no score sheet: no row has the headings partner, criterion and score.",
                    remedy: "Send back the sheet that shoreline scorecard export wrote, with its first rows."))
        }
        for (index, cell) in rows[heading].enumerated() {
            let name = cell.trimmingSpace.lowercased()
            guard !name.isEmpty else { continue }
            if columns[name] == nil {
                columns[name] = index
            } else if [
                ScoreSheet.Column.partner, ScoreSheet.Column.criterion, ScoreSheet.Column.score,
                ScoreSheet.Column.note,
            ].contains(name) {
                fault(heading, index, "There are two columns called “\(name)”.", "Remove one of them.")
            }
        }
        readHead(above: heading)
        for row in (heading + 1)..<max(rows.count, heading + 1) { readRow(row, width: rows[heading].count) }
        checkScale(heading: heading, accept: acceptScale)
        noteMissing()
        if !faults.isEmpty { throw Faults(faults) }
    }

    private mutating func fault(_ row: Int, _ column: Int?, _ problem: String, _ remedy: String) {
        let place = column.map { CellName.of(row: row, column: $0) } ?? "row \(row + 1)"
        faults.append(Fault(path: place, problem, remedy: remedy))
    }

    private func text(_ row: Int, _ column: String) -> String {
        guard let index = columns[column], rows[row].indices.contains(index) else { return "" }
        return ScoreSheet.unguarded(rows[row][index].trimmingSpace)
    }

    // MARK: Above the table

    private mutating func readHead(above heading: Int) {
        evaluator = label(ScoreSheet.Label.evaluator, above: heading)?.text ?? ""
        scale = label(ScoreSheet.Label.scale, above: heading)?.text.lowercased() ?? ""
        if evaluator.isEmpty {
            faults.append(
                Fault(
                    path: "", "The sheet does not say whose scores these are.",
                    remedy: "Put a row above the table with evaluator in column A and the name in column B."))
        } else if let unknown = ScoreSheet.unknown(evaluator, in: evaluation) {
            let cell = label(ScoreSheet.Label.evaluator, above: heading)?.cell ?? ""
            faults.append(Fault(path: cell, unknown.problem, remedy: unknown.remedy))
        }
    }

    private func label(_ name: String, above heading: Int) -> (text: String, cell: String)? {
        for row in 0..<heading where rows[row].first?.trimmingSpace.lowercased() == name {
            guard let column = rows[row].indices.dropFirst().first(where: { !rows[row][$0].trimmingSpace.isEmpty })
            else { continue }
            return (ScoreSheet.unguarded(rows[row][column].trimmingSpace), CellName.of(row: row, column: column))
        }
        return nil
    }

    // MARK: The table

    private mutating func readRow(_ row: Int, width: Int) {
        guard rows[row].contains(where: { !$0.trimmingSpace.isEmpty }) else { return }
        if rows[row].dropFirst(width).contains(where: { !$0.trimmingSpace.isEmpty }) {
            fault(
                row, nil, "The row has \(rows[row].count) cells under \(width) headings.",
                "Put text that holds a comma in quotes, and write 3.5 rather than 3,5.")
            return
        }
        guard let cell = key(row), let criterion = evaluation.criterion(named: cell.criterion) else { return }
        if let first = seen[cell] {
            fault(
                row, columns[ScoreSheet.Column.partner],
                "\(cell.partner) is scored a second time on \(cell.criterion); the first time is in row \(first + 1).",
                "Keep one of the two rows.")
            return
        }
        seen[cell] = row
        let note = text(row, ScoreSheet.Column.note)
        if note.count > ReturnedSheet.longestNote {
            fault(
                row, columns[ScoreSheet.Column.note],
                "The note has \(note.count) characters; at most \(ReturnedSheet.longestNote) are kept.",
                "Shorten it, or name the document that holds the rest.")
        }
        do throws(ScoreText.Problem) {
            let levels = try ScoreText.read(
                text(row, ScoreSheet.Column.score), levels: criterion.levels.map(\.words))
            entries[cell] = ScoreEntry(low: levels?.low, high: levels?.high, note: note.isEmpty ? nil : note)
        } catch {
            fault(
                row, columns[ScoreSheet.Column.score],
                error.problem, error.remedy)
        }
    }

    private mutating func key(_ row: Int) -> ScoreCell? {
        let partner = text(row, ScoreSheet.Column.partner)
        let criterion = text(row, ScoreSheet.Column.criterion)
        let knowsPartner = known(
            partner, "partner", row, ScoreSheet.Column.partner, among: evaluation.partners.map(\.name))
        let knowsCriterion = known(
            criterion, "criterion", row, ScoreSheet.Column.criterion, among: evaluation.scored.map(\.name))
        return knowsPartner && knowsCriterion ? ScoreCell(partner: partner, criterion: criterion) : nil
    }

    private mutating func known(
        _ name: String, _ what: String, _ row: Int, _ column: String, among names: [String]
    ) -> Bool {
        if names.contains(name) { return true }
        if name.isEmpty {
            fault(row, columns[column], "The row names no \(what).", "Write its \(what), or clear the whole row.")
            return false
        }
        let near = NearestName.of(name, in: names).map { "Did you mean \($0)? " } ?? ""
        fault(
            row, columns[column], "The case has no \(what) “\(ScoreText.short(name))” to score.",
            "\(near)Known: \(names.joined(separator: ", ")).")
        return false
    }

    // MARK: The scale, and what is missing

    private mutating func checkScale(heading: Int, accept: Bool) {
        let current = ScaleVersion.of(evaluation)
        if scale == current { return }
        guard !scale.isEmpty else {
            faults.append(
                Fault(
                    path: "", "The sheet does not say on which version of the scale it was filled in.",
                    remedy: "Put its row back above the table: scale in column A, its version in column B."))
            return
        }
        if accept { return }
        let changes = scaleChanges()
        let what =
            changes.isEmpty
            ? "Its words are the same; what a level is worth has changed." : changes.joined(separator: " ")
        faults.append(
            Fault(
                path: label(ScoreSheet.Label.scale, above: heading)?.cell ?? "",
                "The sheet was filled in on scale \(ScoreText.short(scale)); the case has scale \(current) now. \(what)",
                remedy:
                    "Have a new sheet filled in, or write --accept-scale if the scores still mean the same: the log then says so."
            ))
    }

    /// What the sheet's own words say of a criterion, against the case's, a sentence each.
    private func scaleChanges() -> [String] {
        var changes: [String] = []
        let present = Set(seen.keys.map(\.criterion))
        for criterion in evaluation.scored {
            guard let row = seen.filter({ $0.key.criterion == criterion.name }).values.min() else {
                if !present.isEmpty { changes.append("\(criterion.name) is not in the sheet.") }
                continue
            }
            func compare(_ what: String, _ column: String, _ now: String) {
                let then = text(row, column)
                guard columns[column] != nil, then != now.trimmingSpace else { return }
                changes.append(
                    "\(criterion.name): \(what) was “\(ScoreText.short(then))” and is “\(ScoreText.short(now))”.")
            }
            compare("the title", ScoreSheet.Column.criterionTitle, criterion.title)
            compare("the question", ScoreSheet.Column.question, criterion.about ?? "")
            let inSheet = columns.keys.filter { $0.hasPrefix("level ") }.count
            for number in 1...max(1, inSheet, criterion.levels.count) {
                let now = criterion.levels.indices.contains(number - 1) ? criterion.levels[number - 1].words : ""
                let column = ScoreSheet.Column.level(number)
                if columns[column] == nil, !now.isEmpty {
                    changes.append("\(criterion.name): level \(number), “\(ScoreText.short(now))”, is new.")
                } else {
                    compare("level \(number)", column, now)
                }
            }
        }
        return changes
    }

    private mutating func noteMissing() {
        let wanted = evaluation.scored.flatMap { criterion in
            evaluation.partners.map { ScoreCell(partner: $0.name, criterion: criterion.name) }
        }
        let missing = wanted.filter { seen[$0] == nil }
        guard !missing.isEmpty else { return }
        let shown = missing.prefix(10).map { "\($0.partner) on \($0.criterion)" }.joined(separator: ", ")
        let more = missing.count > 10 ? " and \(missing.count - 10) more" : ""
        notes.append(
            "\(missing.count == 1 ? "1 row is" : "\(missing.count) rows are") missing: \(shown)\(more). "
                + "Their scores are not known.")
    }
}
