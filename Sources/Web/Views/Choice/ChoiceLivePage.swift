package import Choosing
import Notation
package import Reports
import Sourcing

/// The choice of a case: every chapter of the report, and panels in which weights and prices can be tried.
package enum ChoiceLivePage {
    package struct Values: Sendable {
        package var caseID: String
        package var choice: Choice
        package var evidence: [EvidenceLine]
        /// With the changes that are tried; nil where none are, or where they could not be taken.
        package var after: Choice?
        /// As `KEY=VALUE`.
        package var changes: [String]
        package var faults: [FormFault]
        /// Number of the version that the changes would be made to.
        package var baseVersion: Int
        package var version: String
        package var canEdit: Bool
        package var hiddenTabs: Set<CaseTab>
        package var links: [WebPage.Link]
        /// The choice's chapters where they are made already.
        package var parts: ReportParts?

        package init(
            caseID: String, choice: Choice, evidence: [EvidenceLine] = [], after: Choice? = nil, changes: [String] = [],
            faults: [FormFault] = [], baseVersion: Int, version: String = "", canEdit: Bool,
            hiddenTabs: Set<CaseTab> = [], links: [WebPage.Link] = []
        ) {
            self.caseID = caseID
            self.choice = choice
            self.evidence = evidence
            self.after = after
            self.changes = changes
            self.faults = faults
            self.baseVersion = baseVersion
            self.version = version
            self.canEdit = canEdit
            self.hiddenTabs = hiddenTabs
            self.links = links
        }
    }

    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let root = CaseTab.overview.path(of: values.caseID)
        let parts = values.parts ?? HTMLReport.parts(for: values.choice, evidence: values.evidence)
        let version = values.version.isEmpty ? "" : Markup.paragraph(values.version + ".", class: "quiet small")
        let body =
            CaseTabs.html(id: values.caseID, current: .choice, canEdit: values.canEdit, hidden: values.hiddenTabs)
            + version
            + parts.page(inserted: panel(values, viewer, root), entry: ("what-if-panel", "What if?"))
        return WebPage(
            title: "Choice", section: .cases,
            trail: [.init("Cases", "/cases"), .init(values.choice.theCase.title, root)], body: body,
            scripts: ["live.js"], styles: ["report.css", "choice.css"])
    }

    /// What goes into `<div id="live">`: ranks and points, and the button that makes the changes stay.
    package static func live(_ values: Values, viewer: Viewer) -> String {
        let said = Markup.escape(ChoiceEffect.said(before: values.choice, after: values.after))
        return ShortAnswer.of(values.after ?? values.choice, before: values.after == nil ? nil : values.choice)
            + ChoiceEffect.html(before: values.choice, after: values.after)
            + "<p hidden data-said>\(said)</p>\n" + save(values, viewer)
    }

    private static func panel(_ values: Values, _ viewer: Viewer, _ root: String) -> String {
        let weights = WeightLevers.of(values.choice)
        let prices = PriceLevers.of(values.choice)
        let how =
            weights.isEmpty
            ? "The weights of this case come from \(values.choice.weights.form), not from points, so there is no slider for each. Prices can be tried."
            : "Swing points say how much the step from a criterion’s worst to its best level is worth beside the others. "
                + "Move one to see who would be first. An empty field leaves it as the case has it."
        let html = WhatIfPanel.html(
            .init(
                path: root + "/choice/try", back: root + "/choice",
                groups: weights + [("Prices that the partners ask", prices)],
                changes: values.changes, faults: values.faults, lead: how, more: ""),
            live: live(values, viewer: viewer))
        let links = values.links.map { Form.link($0.title, $0.path) }.joined()
        let exports = links.isEmpty ? "" : "<div class=\"actions\">\n\(links)</div>\n"
        return
            "<section id=\"what-if-panel\" class=\"what-if screen-only\">\n<h2>What if?</h2>\n\(html)\(exports)</section>\n"
    }

    /// Sliders change a copy; this makes the changes a new version of the case.
    private static func save(_ values: Values, _ viewer: Viewer) -> String {
        guard values.canEdit, values.after != nil, !values.changes.isEmpty else { return "" }
        let count = values.changes.count
        let body =
            values.changes.map { Form.hidden("set", $0) }.joined()
            + Form.hidden("base", String(values.baseVersion))
            + Markup.paragraph(
                "So far only you see this. Saving makes a new version of the case that everybody sees.", class: "hint")
            + Form.actions(Form.button(count == 1 ? "Save this change" : "Save these \(count) changes"))
        return Form.html(
            action: CaseTab.overview.path(of: values.caseID) + "/edit-values", csrf: viewer.csrf, body: body,
            class: "form save")
    }
}
