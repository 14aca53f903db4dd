import Notation
import Reports

/// Long work: how far it is, and how to stop it.
package enum JobView {
    package enum State: Sendable {
        case waiting, running, done, cancelled
        /// Why, a sentence.
        case failed(String)
    }

    package struct Values: Sendable {
        package var id: String
        package var caseID: String
        package var caseTitle: String
        /// "Decision with 1,000,000 simulated futures".
        package var title: String
        package var state: State
        package var done: Int
        package var total: Int
        /// "Ana Ortiz, 24 November 2026, 14:03".
        package var begun: String
        /// Where the result is shown.
        package var result: WebPage.Link?

        package init(
            id: String, caseID: String, caseTitle: String, title: String, state: State, done: Int, total: Int,
            begun: String, result: WebPage.Link? = nil
        ) {
            self.id = id
            self.caseID = caseID
            self.caseTitle = caseTitle
            self.title = title
            self.state = state
            self.done = done
            self.total = total
            self.begun = begun
            self.result = result
        }
    }

    /// Cancelled by `POST /jobs/{id}/cancel`; `GET /jobs/{id}/events` is the event stream: each event's data is the
    /// JSON `{"done": 1000, "total": 1000000, "state": "running"}`.
    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let root = CaseTab.overview.path(of: values.caseID)
        let path = "/jobs/" + PathText.escape(values.id)
        var body = Markup.paragraph("Begun by \(values.begun).", class: "quiet") + state(values)
        var scripts: [String] = []
        if isOpen(values.state) {
            scripts = ["job.js"]
            body += """
                <div class="job" id="job" data-events="\(Markup.escape(path))/events" data-page="\(Markup.escape(path))">
                <p id="job-state" role="status">\(Markup.escape(count(values)))</p>
                <progress id="job-progress" max="\(max(1, values.total))" value="\(values.done)" aria-labelledby="job-state"></progress>
                </div>
                <div class="actions">
                \(Form.single("Cancel", action: path + "/cancel", csrf: viewer.csrf))\(Form.link("See how far it is", path))</div>

                """
        } else {
            var links = Form.link("Back to the case", root)
            if let result = values.result { links = Form.link(result.title, result.path, .primary) + links }
            body += "<div class=\"actions\">\n\(links)</div>\n"
        }
        return WebPage(
            title: values.title, section: .cases,
            trail: [.init("Cases", "/cases"), .init(values.caseTitle, root)],
            body: "<div class=\"narrow\">\n\(body)</div>\n", scripts: scripts)
    }

    private static func isOpen(_ state: State) -> Bool {
        switch state {
        case .waiting, .running: true
        default: false
        }
    }

    private static func count(_ values: Values) -> String {
        if case .waiting = values.state { return "Waiting for its turn." }
        return
            "\(Format.decimal(Double(values.done))) of \(Format.decimal(Double(values.total))) simulated futures."
    }

    private static func state(_ values: Values) -> String {
        switch values.state {
        case .waiting, .running:
            Markup.paragraph("You can leave this page; the work goes on, and its result waits for you at the start.")
        case .done: Notice.html("Done: \(count(values))", .good)
        case .cancelled:
            Notice.html("Cancelled after \(count(values)) Nothing was kept of it.", .warn)
        case .failed(let why): Notice.html(why, .bad)
        }
    }
}
