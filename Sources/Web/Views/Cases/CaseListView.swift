import Reports

/// The team's cases.
package enum CaseListView {
    package struct CaseLine: Sendable {
        package var id: String
        package var title: String
        package var client: String
        package var functions: [String]
        package var author: String
        /// Already written for the reader, e.g. `23 November 2026, 14:05`.
        package var at: String
        /// What the decision says, in a sentence; nil while nobody has asked for it.
        package var answer: String?
        package var isArchived: Bool

        package init(
            id: String, title: String, client: String, functions: [String], author: String, at: String,
            answer: String? = nil, isArchived: Bool = false
        ) {
            self.id = id
            self.title = title
            self.client = client
            self.functions = functions
            self.author = author
            self.at = at
            self.answer = answer
            self.isArchived = isArchived
        }
    }

    package static func page(_ cases: [CaseLine], viewer: Viewer) -> WebPage {
        let current = cases.filter { !$0.isArchived }
        let archived = cases.filter(\.isArchived)
        let mayAdd = viewer.has("administrator", "analyst")
        let add = mayAdd ? "<p><a class=\"button primary\" href=\"/cases/new\">New case</a></p>\n" : ""
        var body = "<div class=\"head-row\">\n\(add)</div>\n"
        if current.isEmpty {
            let next =
                mayAdd
                ? "Begin one from the starter case, or bring a file." : "An analyst of your organisation can begin one."
            let why = archived.isEmpty ? "There is no case yet." : "No case is in work."
            body += "<p class=\"empty\">\(why) \(next)</p>\n"
        } else {
            body += table(
                current, caption: FormParts.capital(FormParts.count(current.count, "case", "cases")) + " in work")
        }
        if !archived.isEmpty {
            let title = FormParts.count(archived.count, "archived case", "archived cases")
            body += Markup.details(FormParts.capital(title), table(archived, caption: "Archived"), printed: false)
        }
        return WebPage(title: "Cases", section: .cases, body: body, styles: ["cases.css"])
    }

    private static func table(_ cases: [CaseLine], caption: String) -> String {
        HTMLTable(
            caption: caption,
            columns: ["Case", "Client", "Work", "What the decision says", "Last change"].map(HTMLTable.text),
            rows: cases.map { line in
                HTMLTable.Row(
                    head: "<a href=\"\(FormParts.path(line.id))\">\(Markup.escape(line.title))</a>",
                    cells: [
                        Markup.escape(line.client), Markup.escape(line.functions.joined(separator: ", ")),
                        answer(line),
                        "\(Markup.escape(line.at))<br><span class=\"quiet\">\(Markup.escape(line.author))</span>",
                    ])
            }, name: "cases"
        ).html
    }

    /// Decisions are worked out when somebody opens them: a list of a hundred cases would simulate for minutes.
    private static func answer(_ line: CaseLine) -> String {
        let path = FormParts.path(line.id, "decision")
        if let answer = line.answer { return "<a href=\"\(path)\">\(Markup.escape(answer))</a>" }
        return "<span class=\"quiet\">Not worked out yet.</span> "
            + "<a href=\"\(path)\">Decide<span class=\"sr\"> “\(Markup.escape(line.title))”</span></a>"
    }
}
