import Notation
import Reports
import Scorecards

/// The sheet as a form: criterion by criterion, the partners beside each other.
struct SheetEditor {
    let values: SheetView.Values
    let csrf: String

    private var root: String { CaseTab.overview.path(of: values.caseID) }

    var html: String {
        let groups = SheetView.criteria(values.sheet)
        let contents = groups.enumerated().map { index, rows in
            "<li><a href=\"#criterion-\(index + 1)\">\(Markup.escape(rows[0].criterionTitle))</a></li>\n"
        }
        let form =
            Form.hidden("scale", values.sheet.scale)
            + groups.enumerated().map { criterion($1, number: $0 + 1) }.joined()
            + ending
        return lead + FaultSummary.html(values.faults) + unanswered
            + "<nav class=\"jump\" aria-label=\"Criteria\"><ol>\n\(contents.joined())</ol></nav>\n"
            + Form.html(action: action, csrf: csrf, body: form, class: "sheet", id: "sheet")
    }

    private var action: String {
        if case .changing = values.state { return root + "/sheet/change" }
        return root + "/sheet/hand-in"
    }

    private var lead: String {
        let who = Markup.paragraph("You score as \(values.sheet.evaluatorTitle).")
        switch values.state {
        case .changing(let opened):
            return who
                + Notice.html(
                    "The bids were opened on \(opened). A score that you change now is shown to everybody, old and new, with your reason.",
                    .warn)
        default:
            return who + Markup.list(Self.instructions)
        }
    }

    /// How to score on a page; the same rules as on a sheet that is sent.
    private static let instructions = [
        "Score each partner by the level whose words fit best: 1 is the first level, and a higher number is better.",
        "Choose a half, such as 3.5, for what stands between two levels, or a range if you are torn.",
        "If you do not know, choose “not known”: a guess is worse than no answer.",
        "Write in the note what the score rests on: a page of the offer, a reference call, a visit.",
        "Score alone: do not speak with the other evaluators, and do not ask for prices, before you hand in.",
    ]

    private var unanswered: String {
        guard !values.empty.isEmpty else { return "" }
        let titles = Dictionary(
            values.sheet.rows.map { ($0.cell, "\($0.partnerTitle), \($0.criterionTitle)") },
            uniquingKeysWith: { first, _ in first })
        let lines = values.empty.map { cell in
            let id = Field.id(SheetForm.scoreField(cell))
            return "<li><a href=\"#\(id)\">\(Markup.escape(titles[cell] ?? cell.partner))</a></li>\n"
        }
        let count = values.empty.count
        return """
            <div class="notice warn faults" role="alert" tabindex="-1" id="empty-boxes">
            <h2>\(count == 1 ? "One box is empty" : "\(count) boxes are empty")</h2>
            <p>Fill them in, or tick at the end that they are not known.</p>
            <details><summary>Which</summary><ul>
            \(lines.joined())</ul></details>
            </div>

            """
    }

    private func criterion(_ rows: [ScoreSheet.Row], number: Int) -> String {
        let first = rows[0]
        let question = first.question.isEmpty ? "" : Markup.paragraph(first.question)
        let boxes = rows.map(box).joined()
        return """
            <section class="criterion" id="criterion-\(number)">
            <h2>\(Markup.escape(first.criterionTitle))</h2>
            \(question)\(Markup.list(first.levels, class: "levels-list", ordered: true))<div class="boxes">
            \(boxes)</div>
            </section>

            """
    }

    private func box(_ row: ScoreSheet.Row) -> String {
        let (score, note) = (SheetForm.scoreField(row.cell), SheetForm.noteField(row.cell))
        let (id, noteID) = (Field.id(score), Field.id(note))
        let error = values.faults.message(for: score)
        let described = error == nil ? "" : " aria-describedby=\"\(id)-error\" aria-invalid=\"true\""
        let below = error.map { "<p class=\"error\" id=\"\(id)-error\">\(Markup.escape($0))</p>\n" } ?? ""
        let noteError = values.faults.message(for: note)
        let noteDescribed = noteError == nil ? "" : " aria-describedby=\"\(noteID)-error\" aria-invalid=\"true\""
        let noteBelow =
            noteError.map { "<p class=\"error\" id=\"\(noteID)-error\">\(Markup.escape($0))</p>\n" } ?? ""
        let subject = "<span class=\"sr\">\(Markup.escape(", " + row.criterionTitle))</span>"
        return """
            <div class="box">
            <label for="\(id)">\(Markup.escape(row.partnerTitle))\(subject)</label>
            <select id="\(id)" name="\(Markup.escape(score))"\(described)>
            \(choices(levels: row.levels.count, chosen: values.typed[score] ?? ""))</select>
            \(below)<label class="note" for="\(noteID)">Note<span class="sr">\(Markup.escape(": " + row.partnerTitle + ", " + row.criterionTitle))</span></label>
            <textarea id="\(noteID)" name="\(Markup.escape(note))" rows="2" maxlength="\(ReturnedSheet.longestNote)"\(noteDescribed)>
            \(Field.multiline(values.typed[note] ?? ""))</textarea>
            \(noteBelow)</div>

            """
    }

    /// Levels, halves and ranges; what was typed elsewhere and is none of them stays as a choice of its own.
    private func choices(levels count: Int, chosen: String) -> String {
        let levels = (1...max(1, count)).map { String($0) }
        let halves = count > 1 ? (1..<count).map { "\($0).5" } : []
        var ranges: [String] = []
        for low in 1...max(1, count) {
            for high in (low...max(low, count)).dropFirst() { ranges.append("\(low) to \(high)") }
        }
        func option(_ value: String, _ title: String) -> String {
            "<option value=\"\(Markup.escape(value))\"\(value == chosen ? " selected" : "")>\(Markup.escape(title))</option>"
        }
        func group(_ title: String, _ values: [String]) -> String {
            values.isEmpty
                ? "" : "<optgroup label=\"\(title)\">\(values.map { option($0, $0) }.joined())</optgroup>\n"
        }
        let known = Set(levels + halves + ranges + ["", "?"])
        let other = known.contains(chosen) ? "" : option(chosen, chosen) + "\n"
        return option("", "choose …") + option("?", Format.notKnown) + "\n" + other + group("Level", levels)
            + group("Between two levels", halves) + group("Range", ranges)
    }

    private var ending: String {
        switch values.state {
        case .changing:
            return Field(
                name: "reason", label: "Why you change it", value: values.reason,
                hint: "For example: the reference called back. The report shows it with the change.",
                error: values.faults.message(for: "reason"), required: true
            ).html + Form.actions(Form.button("Record the change", .primary))
        default:
            let kept: String
            if case .draft(let saved?) = values.state { kept = "Last saved \(saved)." } else { kept = "Not saved yet." }
            let accept =
                values.empty.isEmpty
                ? ""
                : Field(
                    .checkbox, name: "accept-empty", label: "What is empty is not known to me. Hand in all the same."
                ).html
            return accept + """
                <div class="sticky">
                <p class="hint" id="sheet-state" role="status" data-draft="\(root)/sheet/draft">\(Markup.escape(kept))</p>
                <div class="actions">
                \(Form.button("Save draft", action: root + "/sheet/draft"))\(Form.button("Hand in", .primary))</div>
                </div>

                """
        }
    }
}
