import Reports

/// What needs me: nothing that is only nice to know.
package enum HomeView {
    package struct Entry: Sendable {
        package var title: String
        package var path: String
        /// What is to be done, or what has happened, with its time.
        package var detail: String
        package init(title: String, path: String, detail: String) {
            self.title = title
            self.path = path
            self.detail = detail
        }
    }

    package struct Values: Sendable {
        package var sheets: [Entry]
        package var drafts: [Entry]
        package var changed: [Entry]
        package var jobs: [Entry]
        package var invitations: [Entry]
        /// Whether the organisation has any case yet.
        package var hasCases: Bool
        package var notice: String?

        package init(
            sheets: [Entry] = [], drafts: [Entry] = [], changed: [Entry] = [], jobs: [Entry] = [],
            invitations: [Entry] = [], hasCases: Bool, notice: String? = nil
        ) {
            self.sheets = sheets
            self.drafts = drafts
            self.changed = changed
            self.jobs = jobs
            self.invitations = invitations
            self.hasCases = hasCases
            self.notice = notice
        }
    }

    package static func page(_ values: Values, viewer: Viewer) -> WebPage {
        let lists: [(title: String, entries: [Entry])] = [
            ("Partners for you to score", values.sheets), ("Begun and not finished", values.drafts),
            ("Long work", values.jobs), ("Changed by others since you last looked", values.changed),
            ("Invitations nobody has taken up", values.invitations),
        ]
        let shown = lists.filter { !$0.entries.isEmpty }
        let notice = values.notice.map { Notice.html($0, .good) } ?? ""
        let body =
            shown.isEmpty
            ? empty(values, viewer)
            : "<div class=\"lists\">\n\(shown.map(list).joined())</div>\n" + next(values, viewer)
        return WebPage(title: "What needs you", section: .home, body: notice + body)
    }

    private static func list(_ list: (title: String, entries: [Entry])) -> String {
        let items = list.entries.map {
            "<li><a href=\"\(Markup.escape($0.path))\">\(Markup.escape($0.title))</a> <span class=\"quiet\">\(Markup.escape($0.detail))</span></li>\n"
        }
        return Panel.html(list.title, "<ul class=\"todo\">\n\(items.joined())</ul>\n")
    }

    private static func empty(_ values: Values, _ viewer: Viewer) -> String {
        let canWrite = viewer.has("administrator", "analyst")
        if !values.hasCases {
            return canWrite
                ? Notice.empty(
                    "There is no case yet: a case holds the work, the ways to get it done, and what each would cost.")
                    + start
                : Notice.empty(
                    "Nothing needs you now: there is no case yet. You will see it here when you are asked to score.")
        }
        return Notice.empty(
            "Nothing needs you now: no sheet is open, no work is running, and nobody has changed a case since you last looked.",
            link: .init("See all cases", "/cases"))
    }

    private static var start: String {
        Form.actions(Form.link("Begin a case", "/cases/new", .primary), Form.link("Read how it works", "/guide"))
    }

    private static func next(_ values: Values, _ viewer: Viewer) -> String {
        guard !values.hasCases, viewer.has("administrator", "analyst") else { return "" }
        return start
    }
}
