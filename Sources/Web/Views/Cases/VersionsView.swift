import Reports

/// Who changed a case, and when.
package enum VersionsView {
    package struct VersionLine: Sendable {
        package var number: Int
        package var author: String
        /// Already written for the reader.
        package var at: String
        package var note: String
        /// The one in force.
        package var isHead: Bool

        package init(number: Int, author: String, at: String, note: String, isHead: Bool) {
            self.number = number
            self.author = author
            self.at = at
            self.note = note
            self.isHead = isHead
        }
    }

    /// - Parameter versions: the newest first.
    package static func page(
        id: String, title: String, versions: [VersionLine], mayEdit: Bool, message: String? = nil, viewer: Viewer
    ) -> WebPage {
        let head = versions.first(where: \.isHead)?.number ?? versions.first?.number ?? 1
        let previous = versions.map(\.number).filter { $0 < head }.max() ?? head
        var body = ""
        body += message.map { "<p class=\"notice\" role=\"status\">\(Markup.escape($0))</p>\n" } ?? ""
        body += """
            <p class="lead">Every saved change is a version of its own. To restore an old one makes a new version of it: \
            nothing is ever lost.</p>

            """
        if versions.count > 1 { body += compare(id, versions, from: previous, to: head) }
        let table = HTMLTable(
            caption: FormParts.capital(FormParts.count(versions.count, "version", "versions")) + ", the newest first",
            columns: [
                HTMLTable.text("Version"), HTMLTable.text("When"), HTMLTable.text("Who"),
                HTMLTable.text("What and why"),
                HTMLTable.text("Then"),
            ],
            rows: versions.map { row(id, $0, head: head, mayEdit: mayEdit, viewer: viewer) })
        return WebPage(
            title: "Versions of \(title)", section: .cases,
            trail: [.init("Cases", "/cases"), .init(title, FormParts.path(id))], body: body + table.html,
            styles: ["cases.css"])
    }

    private static func compare(_ id: String, _ versions: [VersionLine], from: Int, to: Int) -> String {
        func options(_ chosen: Int) -> String {
            versions.map { line in
                let text = "\(line.number): \(line.at), \(line.author)"
                return
                    "<option value=\"\(line.number)\"\(line.number == chosen ? " selected" : "")>\(Markup.escape(text))</option>"
            }.joined()
        }
        return """
            <form class="panel compare" method="get" action="\(FormParts.path(id, "difference"))">
            <div class="field"><label for="from">Compare version</label><select id="from" name="from">\(options(from))</select></div>
            <div class="field"><label for="to">with version</label><select id="to" name="to">\(options(to))</select></div>
            <button>Show what differs</button></form>

            """
    }

    private static func row(
        _ id: String, _ line: VersionLine, head: Int, mayEdit: Bool, viewer: Viewer
    ) -> HTMLTable.Row {
        let path = FormParts.path(id, "versions/\(line.number)")
        var then: [String] = []
        if line.number > 1 {
            let before = line.number - 1
            let address = FormParts.path(id, "difference") + "?from=\(before)&amp;to=\(line.number)"
            then.append("<a href=\"\(address)\">What changed<span class=\"sr\"> in version \(line.number)</span></a>")
        }
        if mayEdit, !line.isHead {
            then.append(
                """
                <form method="post" action="\(path)/restore">\(FormParts.hidden(viewer, base: head))\
                <button>Restore<span class="sr"> version \(line.number)</span></button></form>
                """)
        }
        return HTMLTable.Row(
            head: "<a href=\"\(path)\">Version \(line.number)</a>"
                + (line.isHead ? Markup.tag("in force", "pick") : ""),
            cells: [
                Markup.escape(line.at), Markup.escape(line.author),
                line.note.isEmpty ? "–" : Markup.escape(line.note),
                "<div class=\"then\">\(then.joined(separator: " "))</div>",
            ])
    }

    /// One version as it was saved.
    package static func page(id: String, title: String, version: VersionLine, text: String, viewer: Viewer) -> WebPage {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        let rows = lines.map { "<li><code>\(Markup.escape(String($0)))</code></li>" }
        let body = """
            <p class="lead">Saved \(Markup.escape(version.at)) by \(Markup.escape(version.author)).\
            \(version.note.isEmpty ? "" : " " + Markup.escape(version.note))</p>
            <ol class="code-lines" tabindex="0" aria-label="The text, line by line">
            \(rows.joined(separator: "\n"))
            </ol>

            """
        return WebPage(
            title: "\(title), version \(version.number)", section: .cases,
            trail: [
                .init("Cases", "/cases"), .init(title, FormParts.path(id)),
                .init("Versions", FormParts.path(id, "versions")),
            ], body: body, styles: ["cases.css"])
    }
}
