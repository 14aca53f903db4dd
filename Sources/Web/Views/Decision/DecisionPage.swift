package import Economics
import Notation
package import Reports
import Sourcing

/// The decision of a case: every chapter of the report, and a panel in which inputs can be tried.
package enum DecisionPage {
    package struct Values: Sendable {
        package var caseID: String
        /// The decision of the case as it stands.
        package var decision: Decision
        package var hours: [SiteHours]
        /// ISO date.
        package var prepared: String
        /// With the changes that are tried; nil where none are, or where they could not be taken.
        package var after: Decision?
        /// As `KEY=VALUE`.
        package var changes: [String]
        package var faults: [FormFault]
        /// Futures of a try.
        package var trials: Int
        package var canEdit: Bool
        package var hiddenTabs: Set<CaseTab>
        /// Version of the case that is shown, in words: "Version 7 of 24 November 2026".
        package var version: String
        /// Exports, reports and the like.
        package var links: [WebPage.Link]
        /// The decision's chapters where they are made already.
        package var parts: ReportParts?

        package init(
            caseID: String, decision: Decision, hours: [SiteHours], prepared: String, after: Decision? = nil,
            changes: [String] = [], faults: [FormFault] = [], trials: Int = DecisionPage.trials, canEdit: Bool,
            hiddenTabs: Set<CaseTab> = [], version: String = "", links: [WebPage.Link] = []
        ) {
            self.caseID = caseID
            self.decision = decision
            self.hours = hours
            self.prepared = prepared
            self.after = after
            self.changes = changes
            self.faults = faults
            self.trials = trials
            self.canEdit = canEdit
            self.hiddenTabs = hiddenTabs
            self.version = version
            self.links = links
        }
    }

    /// Futures of a try where the page asks for no other number: few enough to answer while a slider moves.
    package static let trials = 4_000
    package static let trialsOffered = [1_000, 4_000, 20_000, 100_000]
    /// Futures of a job.
    package static let jobTrials = [100_000, 300_000, 1_000_000]

    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let root = CaseTab.overview.path(of: values.caseID)
        let parts =
            values.parts ?? HTMLReport.parts(for: values.decision, hours: values.hours, prepared: values.prepared)
        let facts = HTMLReport.facts(of: values.decision, prepared: values.prepared)
        let version = values.version.isEmpty ? "" : values.version + ". "
        let title = values.decision.theCase.title
        let body =
            CaseTabs.html(id: values.caseID, current: .decision, canEdit: values.canEdit, hidden: values.hiddenTabs)
            + Markup.paragraph(version + facts, class: "quiet small")
            + parts.page(inserted: panel(values, viewer, root), entry: ("what-if-panel", "What if?"))
        return WebPage(
            title: "Decision", section: .cases, trail: [.init("Cases", "/cases"), .init(title, root)], body: body,
            scripts: ["live.js"], styles: ["report.css", "choice.css"])
    }

    /// What goes into `<div id="live">`: the answer to a request of the script.
    package static func live(before: Decision, after: Decision?) -> String {
        let said = Markup.escape(DecisionEffect.said(before: before, after: after))
        return ShortAnswer.of(after ?? before, before: after == nil ? nil : before)
            + DecisionEffect.html(before: before, after: after) + "<p hidden data-said>\(said)</p>\n"
    }

    private static func panel(_ values: Values, _ viewer: Viewer, _ root: String) -> String {
        let levers = DecisionLevers.of(values.decision)
        let more = Field(
            .select(trialsOffered.map { .init(String($0), Format.decimal(Double($0))) }), name: "trials",
            label: "Simulated futures of a try", value: String(values.trials)
        ).html
        let lead =
            levers.isEmpty
            ? "No single uncertain input that the case file can state moves the order of the options."
            : "These inputs move the answer most. Set one to a value to see what follows; the others stay uncertain. "
                + "An empty field leaves it as the case has it. Nothing is saved."
        let html = WhatIfPanel.html(
            .init(
                path: root + "/decision/try", back: root + "/decision", groups: [("", levers)], changes: values.changes,
                faults: values.faults, lead: lead, more: more),
            live: live(before: values.decision, after: values.after))
        let job = values.canEdit ? self.job(values, viewer, root) : ""
        let links = values.links.map { Form.link($0.title, $0.path) }.joined()
        let exports = links.isEmpty ? "" : "<div class=\"actions\">\n\(links)</div>\n"
        return
            "<section id=\"what-if-panel\" class=\"what-if screen-only\">\n<h2>What if?</h2>\n\(html)\(job)\(exports)</section>\n"
    }

    /// More futures than a page can wait for.
    private static func job(_ values: Values, _ viewer: Viewer, _ root: String) -> String {
        let options = jobTrials.map { Field.Option(String($0), Format.decimal(Double($0))) }
        let body =
            Form.hidden("kind", "decision")
            + Field(
                .select(options), name: "trials", label: "Simulated futures",
                value: String(jobTrials.last ?? 1_000_000),
                hint:
                    "Now \(Format.decimal(Double(values.decision.trials))). More futures make the figures surer, not other ones.",
                prefix: "job-"
            ).html + Form.actions(Form.button("Run it"))
        return Markup.details(
            "Run the decision with more futures",
            Form.html(action: root + "/jobs", csrf: viewer.csrf, body: body), printed: false)
    }
}
