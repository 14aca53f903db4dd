package import Choosing
package import Economics
import Reports

/// Two versions of a case: what was changed, and what that does to the decision and the choice.
package enum CompareView {
    package struct Version: Sendable {
        package var number: Int
        /// "Version 3, 24 November 2026, Ana Ortiz".
        package var title: String
        package init(number: Int, title: String) {
            self.number = number
            self.title = title
        }
    }

    package struct Values: Sendable {
        package var caseID: String
        package var caseTitle: String
        package var versions: [Version]
        package var before: Int
        package var after: Int
        package var changes: [(path: String, before: String?, after: String?)]
        /// Nil where a version cannot be decided; `decisionProblem` then says why.
        package var decisions: (before: Decision, after: Decision)?
        package var choices: (before: Choice, after: Choice)?
        package var decisionProblem: String?
        package var choiceProblem: String?
        package var canEdit: Bool
        package var hiddenTabs: Set<CaseTab>

        package init(
            caseID: String, caseTitle: String, versions: [Version], before: Int, after: Int,
            changes: [(path: String, before: String?, after: String?)], decisions: (before: Decision, after: Decision)?,
            choices: (before: Choice, after: Choice)?, decisionProblem: String? = nil, choiceProblem: String? = nil,
            canEdit: Bool, hiddenTabs: Set<CaseTab> = []
        ) {
            self.caseID = caseID
            self.caseTitle = caseTitle
            self.versions = versions
            self.before = before
            self.after = after
            self.changes = changes
            self.decisions = decisions
            self.choices = choices
            self.decisionProblem = decisionProblem
            self.choiceProblem = choiceProblem
            self.canEdit = canEdit
            self.hiddenTabs = hiddenTabs
        }
    }

    /// The versions are chosen by `GET /cases/{id}/compare?before=…&after=…`.
    package static func page(_ values: Values) -> WebPage {
        let root = CaseTab.overview.path(of: values.caseID)
        let options = values.versions.map { Field.Option(String($0.number), $0.title) }
        let pick = Form.get(
            action: root + "/compare",
            body: Field(.select(options), name: "before", label: "Before", value: String(values.before)).html
                + Field(.select(options), name: "after", label: "After", value: String(values.after)).html
                + Form.actions(Form.button("Compare")), class: "form across")
        var body =
            CaseTabs.html(id: values.caseID, current: .versions, canEdit: values.canEdit, hidden: values.hiddenTabs)
            + pick + Panel.html("What was changed", ComparisonHTML.changes(values.changes), id: "changes")
        if let decisions = values.decisions {
            body += Panel.html(
                "What that does to the decision",
                ComparisonHTML.decisions(before: decisions.before, after: decisions.after), id: "decision")
        } else if let problem = values.decisionProblem {
            body += Panel.html("What that does to the decision", Markup.paragraph(problem))
        }
        if let choices = values.choices {
            body += Panel.html(
                "What that does to the choice",
                ComparisonHTML.choices(before: choices.before, after: choices.after), id: "choice")
        } else if let problem = values.choiceProblem {
            body += Panel.html("What that does to the choice", Markup.paragraph(problem))
        }
        return WebPage(
            title: "Compare versions", section: .cases,
            trail: [
                .init("Cases", "/cases"), .init(values.caseTitle, root),
                .init("Versions", CaseTab.versions.path(of: values.caseID)),
            ], body: body, styles: ["report.css", "choice.css"])
    }
}
