import Reports

/// The bar above every page: where one can go, who one is, and the way out.
struct TopBar {
    var section: WebPage.Section?
    var viewer: Viewer?

    private struct Entry {
        var section: WebPage.Section
        var title: String
        var path: String
    }

    var html: String {
        """
        <header class="topbar">
        <a class="brand" href="/">\(Self.mark)Shoreline</a>
        <nav aria-label="Main">
        \(entries.map(link).joined())</nav>
        \(end)</header>

        """
    }

    private var entries: [Entry] {
        let guide = Entry(section: .guide, title: "Guide", path: "/guide")
        guard let viewer else { return [guide] }
        var entries = [Entry(section: .home, title: "Home", path: "/")]
        // Evaluators find their sheets at home: cases are not theirs to read.
        if viewer.readsCases { entries.append(Entry(section: .cases, title: "Cases", path: "/cases")) }
        entries += [Entry(section: .atlas, title: "Atlas", path: "/atlas"), guide]
        if viewer.has("administrator") { entries.append(Entry(section: .people, title: "People", path: "/people")) }
        if viewer.has("administrator", "auditor") {
            entries.append(Entry(section: .audit, title: "Audit", path: "/audit"))
        }
        return entries
    }

    private func link(_ entry: Entry) -> String {
        let current = entry.section == section ? " aria-current=\"page\"" : ""
        return "<a href=\"\(entry.path)\"\(current)>\(entry.title)</a>\n"
    }

    private var end: String {
        guard let viewer else { return "<div class=\"end\"><a href=\"/sign-in\">Sign in</a></div>\n" }
        let current = section == .account ? " aria-current=\"page\"" : ""
        return """
            <div class="end">
            <span class="who"><span class="name">\(Markup.escape(viewer.name))</span> · \(Markup.escape(viewer.organisation))</span>
            <a href="/account"\(current)>Account</a>
            <form method="post" action="/sign-out">\(Form.token(viewer.csrf))<button class="link">Sign out</button></form>
            </div>

            """
    }

    private static let mark = """
        <svg viewBox="0 0 22 22" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.2" \
        stroke-linecap="round"><path d="M2 8h18"/><path d="M2 14c3 0 3-2 6-2s3 2 6 2 3-2 6-2"/>\
        <path d="M6 19c2 0 2-1.5 4.5-1.5S13 19 15 19"/></svg>
        """
}
