import Reports

/// The append-only log: who did what when, and whether its chain holds.
package enum AuditView {
    package struct Entry: Sendable {
        package var number: Int
        package var when: String
        package var who: String
        package var action: String
        package var subject: String
        /// Of what it was done to; nil where it is gone, has no page, or is not the reader's to see.
        package var path: String?
        package var detail: String
        package init(
            number: Int, when: String, who: String, action: String, subject: String, path: String? = nil, detail: String
        ) {
            self.number = number
            self.when = when
            self.who = who
            self.action = action
            self.subject = subject
            self.path = path
            self.detail = detail
        }
    }

    package enum Chain: Sendable {
        /// Followed from the first entry to the last one.
        /// `first`: the first entry that was looked at, 1 where all were.
        case verified(entries: Int, first: Int, when: String)
        /// Where it breaks, and what is wrong there.
        case broken(at: Int, problem: String)
        case notChecked
    }

    package struct Filter: Sendable {
        package var who: String
        package var action: String
        package var from: String
        package var to: String
        package init(who: String = "", action: String = "", from: String = "", to: String = "") {
            self.who = who
            self.action = action
            self.from = from
            self.to = to
        }
        var query: [(String, String)] {
            [("who", who), ("action", action), ("from", from), ("to", to)].filter { !$0.1.isEmpty }
        }
    }

    package struct Values: Sendable {
        /// Newest first.
        package var entries: [Entry]
        package var filter: Filter
        package var faults: [FormFault]
        /// All kinds of action, for the filter.
        package var actions: [Field.Option]
        package var people: [Field.Option]
        package var chain: Chain
        /// SHA-256 of the last entry.
        package var head: String
        /// Query values of the older and the newer page; nil at the ends.
        package var older: String?
        package var newer: String?

        package init(
            entries: [Entry], filter: Filter = Filter(), faults: [FormFault] = [], actions: [Field.Option],
            people: [Field.Option], chain: Chain, head: String, older: String? = nil, newer: String? = nil
        ) {
            self.entries = entries
            self.filter = filter
            self.faults = faults
            self.actions = actions
            self.people = people
            self.chain = chain
            self.head = head
            self.older = older
            self.newer = newer
        }
    }

    /// Filters and pages by `GET /audit?who=&action=&from=&to=&before=`; exports `/audit.csv` and `/audit.jsonl`.
    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let body =
            Panel.html("Is the log whole?", state(values), id: "chain") + FaultSummary.html(values.faults)
            + filter(values) + entries(values) + pages(values)
        return WebPage(title: "Audit log", section: .audit, body: body)
    }

    private static func state(_ values: Values) -> String {
        let words: String
        switch values.chain {
        case .verified(let entries, let first, let when):
            let which =
                first == 1
                ? "all \(entries) fit"
                : "those from entry \(first) to \(entries) fit (the command shoreline audit verify follows all of them)"
            words = Notice.html(
                "Every entry holds the fingerprint of the one before it, and \(which). Checked \(when).", .good)
        case .broken(let number, let problem):
            words = Notice.html(
                "The chain breaks at entry \(number): \(problem) Keep a copy of the database as it is now, and find out who could write to it.",
                .bad)
        case .notChecked: words = Markup.paragraph("The chain has not been checked since the start.")
        }
        return words
            + Markup.paragraph(
                "Note the fingerprint below outside of this workspace: if the log ever no longer contains it, its end was cut off or rewritten."
            )
            + "<p class=\"digest\">\(Markup.escape(values.head))</p>\n"
            + Form.actions(Form.link("Check it again", PathText.with("/audit", values.filter.query)))
    }

    private static func filter(_ values: Values) -> String {
        let filter = values.filter
        return Form.get(
            action: "/audit",
            body: Field(
                .select([.init("", "anybody")] + values.people), name: "who", label: "Who", value: filter.who
            ).html
                + Field(
                    .select([.init("", "anything")] + values.actions), name: "action", label: "What",
                    value: filter.action
                ).html
                + Field(
                    .date, name: "from", label: "From", value: filter.from, error: values.faults.message(for: "from")
                ).html
                + Field(.date, name: "to", label: "To", value: filter.to, error: values.faults.message(for: "to")).html
                + Form.actions(Form.button("Show", .primary), Form.link("All", "/audit"))
                + Form.actions(
                    Form.link("Export CSV", PathText.with("/audit.csv", filter.query)),
                    Form.link("Export JSON lines", PathText.with("/audit.jsonl", filter.query))), class: "form across")
    }

    private static func entries(_ values: Values) -> String {
        guard !values.entries.isEmpty else {
            return values.filter.query.isEmpty
                ? Notice.empty("Nothing has been recorded yet.")
                : Notice.empty("No entry fits this filter.", link: .init("Show all", "/audit"))
        }
        return HTMLTable(
            caption: "Newest first. Times in UTC.",
            columns: [HTMLTable.text("When"), HTMLTable.text("Who"), HTMLTable.text("What"), HTMLTable.text("On what")]
                + [HTMLTable.text("Detail"), HTMLTable.number("Entry")],
            rows: values.entries.map { entry in
                .init(
                    head: "<span class=\"nowrap\">\(Markup.escape(entry.when))</span>",
                    cells: [
                        Markup.escape(entry.who), Markup.escape(entry.action), subject(entry),
                        Markup.escape(entry.detail), String(entry.number),
                    ])
            }, name: "sentences"
        ).html
    }

    private static func subject(_ entry: Entry) -> String {
        let text = Markup.escape(entry.subject)
        return entry.path.map { "<a href=\"\(Markup.escape($0))\">\(text)</a>" } ?? text
    }

    private static func pages(_ values: Values) -> String {
        let query = values.filter.query
        let newer = values.newer.map {
            "<a class=\"button\" rel=\"prev\" href=\"\(Markup.escape(PathText.with("/audit", query + [("after", $0)])))\">Newer</a>\n"
        }
        let older = values.older.map {
            "<a class=\"button\" rel=\"next\" href=\"\(Markup.escape(PathText.with("/audit", query + [("before", $0)])))\">Older</a>\n"
        }
        let links = [newer, older].compactMap(\.self).joined()
        return links.isEmpty ? "" : "<nav class=\"actions\" aria-label=\"Pages\">\n\(links)</nav>\n"
    }
}
