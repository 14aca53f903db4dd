package import Choosing
package import Economics
import Notation
import Reports

/// A case at a glance: both answers, what is missing next, and everything that can be taken out.
package enum CaseOverview {
    package struct Values: Sendable {
        package var caseID: String
        package var title: String
        package var note: String?
        /// "Version 7, changed by Ana Ortiz on 24 November 2026".
        package var version: String
        package var decision: Decision?
        /// Why there is none, in a sentence.
        package var decisionProblem: String?
        package var choice: Choice?
        package var choiceProblem: String?
        /// What the case lacks, what to do next: a sentence and where.
        package var next: [WebPage.Link]
        package var exports: [WebPage.Link]
        package var canEdit: Bool
        package var hiddenTabs: Set<CaseTab>
        package var notice: String?

        package init(
            caseID: String, title: String, note: String? = nil, version: String, decision: Decision?,
            decisionProblem: String? = nil, choice: Choice?, choiceProblem: String? = nil, next: [WebPage.Link] = [],
            exports: [WebPage.Link]? = nil, canEdit: Bool, hiddenTabs: Set<CaseTab> = [], notice: String? = nil
        ) {
            self.caseID = caseID
            self.title = title
            self.note = note
            self.version = version
            self.decision = decision
            self.decisionProblem = decisionProblem
            self.choice = choice
            self.choiceProblem = choiceProblem
            self.next = next
            self.exports = exports ?? CaseOverview.exports(of: caseID, hasChoice: choice != nil)
            self.canEdit = canEdit
            self.hiddenTabs = hiddenTabs
            self.notice = notice
        }
    }

    /// Where the files of a case are found.
    package static func exports(of id: String, hasChoice: Bool) -> [WebPage.Link] {
        let root = CaseTab.overview.path(of: id)
        let decision: [WebPage.Link] = [
            .init("Report (HTML)", root + "/report.html"), .init("Decision, workbook (XLSX)", root + "/decision.xlsx"),
            .init("Decision, table (CSV)", root + "/decision.csv"), .init("Decision (JSON)", root + "/decision.json"),
        ]
        let choice: [WebPage.Link] = [
            .init("Choice, workbook (XLSX)", root + "/choice.xlsx"), .init("Choice, table (CSV)", root + "/choice.csv"),
            .init("Choice (JSON)", root + "/choice.json"),
        ]
        return decision + (hasChoice ? choice : []) + [.init("The case itself (YAML)", root + "/case.yaml")]
    }

    package static func page(_ values: Values) -> WebPage {
        let note = values.note.map { Markup.paragraph($0) } ?? ""
        var body =
            CaseTabs.html(id: values.caseID, current: .overview, canEdit: values.canEdit, hidden: values.hiddenTabs)
            + (values.notice.map { Notice.html($0, .good) } ?? "") + note
            + Markup.paragraph(values.version + ".", class: "quiet small")
        body += "<div class=\"lists\">\n" + decision(values) + choice(values) + "</div>\n"
        let items =
            values.next.map { "<li><a href=\"\(Markup.escape($0.path))\">\(Markup.escape($0.title))</a></li>\n" }
            + (values.choice.map(AnswerFacts.missing) ?? []).map { "<li>\(Markup.escape($0))</li>\n" }
        if !items.isEmpty {
            body += Panel.html("What is missing", "<ul>\n\(items.joined())</ul>\n", id: "missing")
        }
        let exports = values.exports.map { Form.link($0.title, $0.path) }.joined()
        body += Panel.html("Take it along", "<div class=\"actions\">\n\(exports)</div>\n", id: "exports")
        return WebPage(
            title: values.title, section: .cases, trail: [.init("Cases", "/cases")], body: body,
            styles: ["report.css", "choice.css"])
    }

    private static func decision(_ values: Values) -> String {
        let body: String
        if let decision = values.decision {
            body =
                AnswerFacts.decision(decision)
                + Form.actions(Form.link("See the whole decision", CaseTab.decision.path(of: values.caseID), .primary))
        } else {
            body =
                Markup.paragraph(values.decisionProblem ?? "The case cannot be decided yet.")
                + (values.canEdit
                    ? Form.actions(Form.link("Edit the case", CaseTab.edit.path(of: values.caseID), .primary)) : "")
        }
        return Panel.html("Decide: how the work gets done", body, id: "decide")
    }

    private static func choice(_ values: Values) -> String {
        guard let choice = values.choice else {
            guard let problem = values.choiceProblem else { return "" }
            return Panel.html("Choose: which partner", Markup.paragraph(problem), id: "choose")
        }
        return Panel.html(
            "Choose: which partner",
            AnswerFacts.choice(choice)
                + Form.actions(Form.link("See the whole choice", CaseTab.choice.path(of: values.caseID), .primary)),
            id: "choose")
    }
}
