package import Choosing
import Notation
package import Reports
package import Sourcing

/// Who has handed in, the opening of the bids, and then where the evaluators differ.
///
/// Before the opening it shows of each evaluator only whether the sheet is in: no score, no note and no count, because
/// whoever prepares the case may well be one of the evaluators.
package enum ModerationView {
    package struct Evaluator: Sendable {
        /// The case's name for it.
        package var name: String
        package var title: String
        package var role: String?
        /// Who scores as this evaluator; nil where nobody was invited yet.
        package var person: String?
        /// In words; nil while the sheet is open.
        package var handedIn: String?
        package init(name: String, title: String, role: String?, person: String?, handedIn: String?) {
            self.name = name
            self.title = title
            self.role = role
            self.person = person
            self.handedIn = handedIn
        }
    }

    package struct Values: Sendable {
        package var caseID: String
        package var caseTitle: String
        package var evaluators: [Evaluator]
        /// The day that the case sets, in words.
        package var openingDay: String?
        /// When and by whom the bids were opened; nil before.
        package var opened: String?
        /// People of the organisation who may score.
        package var people: [Field.Option]
        /// A link that was just made.
        package var newLink: String?
        package var notice: String?
        package var faults: [FormFault]
        /// After the opening only.
        package var choice: Choice?
        package var evaluation: Evaluation?
        package var evidence: [EvidenceLine]
        package var canEdit: Bool
        package var hiddenTabs: Set<CaseTab>
        /// The viewer's own sheet, where there is one.
        package var ownSheet: String?

        package init(
            caseID: String, caseTitle: String, evaluators: [Evaluator], openingDay: String?, opened: String?,
            people: [Field.Option], newLink: String? = nil, notice: String? = nil, faults: [FormFault] = [],
            choice: Choice? = nil, evaluation: Evaluation? = nil, evidence: [EvidenceLine] = [], canEdit: Bool,
            hiddenTabs: Set<CaseTab> = [], ownSheet: String? = nil
        ) {
            self.caseID = caseID
            self.caseTitle = caseTitle
            self.evaluators = evaluators
            self.openingDay = openingDay
            self.opened = opened
            self.people = people
            self.newLink = newLink
            self.notice = notice
            self.faults = faults
            self.choice = choice
            self.evaluation = evaluation
            self.evidence = evidence
            self.canEdit = canEdit
            self.hiddenTabs = hiddenTabs
            self.ownSheet = ownSheet
        }
    }

    /// Forms go to `/cases/{id}/open`, `/cases/{id}/evaluators` (assign somebody) and `/cases/{id}/invitations`.
    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let root = CaseTab.overview.path(of: values.caseID)
        var body = CaseTabs.html(
            id: values.caseID, current: .scoring, canEdit: values.canEdit, hidden: values.hiddenTabs)
        body += values.notice.map { Notice.html($0, .good) } ?? ""
        body += FaultSummary.html(values.faults)
        body +=
            values.newLink.map {
                ShownOnce.html(
                    label: "Link for the evaluator", value: $0,
                    hint: "Send it to the person yourself. It works once, and it is not shown again.")
            } ?? ""
        if let own = values.ownSheet {
            body += Form.actions(Form.link("Your own sheet", own, .primary))
        }
        body += Panel.html("Who scores", who(values, viewer, root), id: "evaluators")
        body += Panel.html("Opening of the bids", opening(values, viewer, root), id: "opening")
        // Without the opening nothing of a score may be shown, whatever the caller has at hand.
        if values.opened != nil {
            if let choice = values.choice {
                body += HTMLReport.moderation(for: choice, evidence: values.evidence)
            }
            if let evaluation = values.evaluation { body += NotesTable(evaluation: evaluation).html }
        }
        return WebPage(
            title: "Scoring", section: .cases, trail: [.init("Cases", "/cases"), .init(values.caseTitle, root)],
            body: body, styles: ["report.css", "choice.css"])
    }

    private static func who(_ values: Values, _ viewer: Viewer, _ root: String) -> String {
        guard !values.evaluators.isEmpty else {
            return Notice.empty(
                "The case names no evaluators. Add them under selection, evaluators.",
                link: values.canEdit ? .init("Edit the case", CaseTab.edit.path(of: values.caseID)) : nil)
        }
        let table = HTMLTable(
            caption: "Sheets of \(values.evaluators.count) evaluators",
            columns: ["Evaluator", "Stands for", "Scored by", "Sheet"].map(HTMLTable.text),
            rows: values.evaluators.map { evaluator in
                .init(
                    head: Markup.escape(evaluator.title),
                    cells: [
                        Markup.escape(evaluator.role ?? "–"),
                        evaluator.person.map(Markup.escape) ?? Markup.tag("nobody yet", "warn"),
                        evaluator.handedIn.map { "handed in \(Markup.escape($0))" } ?? Markup.tag("open", "warn"),
                    ])
            }, name: "sentences"
        ).html
        guard values.canEdit else { return table }
        let names = values.evaluators.map { Field.Option($0.name, $0.title) }
        let free = values.evaluators.filter { $0.person == nil }.first?.name ?? ""
        var forms = ""
        if !values.people.isEmpty {
            forms += Markup.details(
                "Let somebody of your organisation score",
                Form.html(
                    action: root + "/evaluators", csrf: viewer.csrf,
                    body: Field(.select(names), name: "evaluator", label: "Evaluator", value: free, prefix: "own-").html
                        + Field(.select(values.people), name: "person", label: "Person", prefix: "own-").html
                        + Form.actions(Form.button("Assign"))), printed: false)
        }
        forms += Markup.details(
            "Invite an evaluator by a link",
            Form.html(
                action: root + "/invitations", csrf: viewer.csrf,
                body: Field(.select(names), name: "evaluator", label: "Evaluator", value: free).html
                    + Field(
                        .email, name: "email", label: "E-mail", hint: "They sign in with it. Nothing is sent.",
                        error: values.faults.message(for: "email"), required: true, autocomplete: "off"
                    ).html + Form.actions(Form.button("Make a link"))), printed: false)
        return table + forms
    }

    private static func opening(_ values: Values, _ viewer: Viewer, _ root: String) -> String {
        if let opened = values.opened {
            return Markup.paragraph(
                "The bids were opened on \(opened). Scales, weights, must-haves and scores stand from then on: a score changes only with a reason, and every change is shown."
            )
        }
        let day = values.openingDay.map { " The case sets the opening for \($0)." } ?? ""
        let missing = values.evaluators.filter { $0.handedIn == nil }
        let wait =
            missing.isEmpty
            ? "All sheets are in."
            : "Not in yet: \(missing.map(\.title).listed("and"))."
        let words = Markup.paragraph(wait + day)
        guard values.canEdit else { return words }
        let warn =
            missing.isEmpty
            ? ""
            : " Who has not handed in can still do so afterwards, but it is then marked as given after the opening."
        return words
            + Form.confirmed(
                "Open the bids …",
                question:
                    "From the opening, scores, scales and weights stand; changes need a reason and are shown. This cannot be taken back."
                    + warn,
                action: root + "/open", csrf: viewer.csrf, confirm: "Open the bids now")
    }
}

/// After the opening: who gave which score for which reason, side by side.
struct NotesTable {
    let evaluation: Evaluation

    var html: String {
        let criteria = evaluation.criteria.filter { $0.kind == .score }
        let blocks = criteria.map(block).joined()
        guard !blocks.isEmpty else { return "" }
        return "<section id=\"notes\">\n<h2>Scores and notes, side by side</h2>\n\(blocks)</section>\n"
    }

    private func block(_ criterion: Evaluation.Criterion) -> String {
        let rows = evaluation.partners.map { partner in
            HTMLTable.Row(
                head: Markup.escape(partner.shownName),
                cells: evaluation.evaluators.map { evaluator in
                    guard let score = partner.scores[evaluator.name]?[criterion.name] else {
                        return "<span class=\"quiet\">\(Format.notKnown)</span>"
                    }
                    let level =
                        score.low == score.high
                        ? Format.plain(score.low) : "\(Format.plain(score.low)) to \(Format.plain(score.high))"
                    let note = score.note.map { "<span class=\"evidence\">\(Markup.escape($0))</span>" } ?? ""
                    return "<b>\(level)</b>\(note)"
                })
        }
        guard !rows.isEmpty, !evaluation.evaluators.isEmpty else { return "" }
        return Markup.details(
            criterion.title,
            HTMLTable(
                caption: criterion.about ?? criterion.title,
                columns: [HTMLTable.text("Partner")] + evaluation.evaluators.map { HTMLTable.text($0.shownName) },
                rows: rows, name: "sentences"
            ).html)
    }
}
