import Notation
import Reports
package import Scorecards

/// An evaluator's own sheet. It holds what ``ScoreSheet`` holds and nothing else: no price, no other evaluator.
package enum SheetView {
    package enum State: Sendable {
        /// Being filled in; when it was last kept, in words.
        case draft(saved: String?)
        /// Handed in and read only until the opening.
        case handedIn(String)
        /// After the opening: what is changed now is shown to everybody, with its reason.
        case changing(opened: String)
    }

    package struct Values: Sendable {
        package var caseID: String
        package var caseTitle: String
        package var sheet: ScoreSheet
        /// By the field's name, as ``SheetForm`` names them.
        package var typed: [String: String]
        package var state: State
        package var faults: [FormFault]
        /// After "Hand in": boxes in which nothing was chosen; the person decides whether to hand in all the same.
        package var empty: [ScoreCell]
        package var reason: String

        package init(
            caseID: String, caseTitle: String, sheet: ScoreSheet, typed: [String: String], state: State,
            faults: [FormFault] = [], empty: [ScoreCell] = [], reason: String = ""
        ) {
            self.caseID = caseID
            self.caseTitle = caseTitle
            self.sheet = sheet
            self.typed = typed
            self.state = state
            self.faults = faults
            self.empty = empty
            self.reason = reason
        }
    }

    /// Drafts go to `/cases/{id}/sheet/draft`, the sheet to `/cases/{id}/sheet/hand-in`, changes after the opening to
    /// `/cases/{id}/sheet/change`. All carry the hidden field `scale`.
    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let body: String
        var scripts: [String] = []
        switch values.state {
        case .handedIn(let when):
            body =
                Notice.html(
                    "You handed in on \(when). Thank you. Your scores stay with you until the bids are opened; after that you can change one with a reason.",
                    .good) + SheetTable(values: values).html
        case .draft, .changing:
            body = SheetEditor(values: values, csrf: viewer.csrf).html
            if case .draft = values.state { scripts = ["sheet.js"] }
        }
        return WebPage(
            title: "Your scores: \(values.sheet.title)", section: .cases,
            trail: viewer.readsCases
                ? [.init("Cases", "/cases"), .init(values.caseTitle, CaseTab.overview.path(of: values.caseID))]
                : [.init("Home", "/")],
            body: body, scripts: scripts)
    }

    /// Rows of one criterion after another, as the sheet has them.
    static func criteria(_ sheet: ScoreSheet) -> [[ScoreSheet.Row]] {
        var groups: [[ScoreSheet.Row]] = []
        for row in sheet.rows {
            if groups.last?.first?.cell.criterion == row.cell.criterion {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups
    }
}

/// What was handed in, to be read.
struct SheetTable {
    let values: SheetView.Values

    var html: String {
        SheetView.criteria(values.sheet).map { rows in
            HTMLTable(
                caption: rows[0].criterionTitle, columns: ["Partner", "Score", "Note"].map(HTMLTable.text),
                rows: rows.map { row in
                    let score = values.typed[SheetForm.scoreField(row.cell)] ?? ""
                    return .init(
                        head: Markup.escape(row.partnerTitle),
                        cells: [
                            ["", "?"].contains(score) ? Format.notKnown : Markup.escape(score),
                            Markup.escape(values.typed[SheetForm.noteField(row.cell)] ?? "–"),
                        ])
                }
            ).html
        }.joined()
    }
}
