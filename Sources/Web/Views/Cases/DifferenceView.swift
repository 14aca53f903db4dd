import Notation
import Reports
package import Revisions

/// What differs between two versions: by meaning first, then line by line.
package enum DifferenceView {
    package static func page(
        id: String, title: String, from: VersionsView.VersionLine, to: VersionsView.VersionLine,
        meaning: MeaningDifference?, lines: LineDifference, viewer: Viewer
    ) -> WebPage {
        let body = """
            <p class="lead">Version \(from.number): \(Markup.escape(from.at)), \(Markup.escape(from.author)). \
            Version \(to.number): \(Markup.escape(to.at)), \(Markup.escape(to.author)).</p>
            \(meaningHTML(meaning, isSame: lines.changes.isEmpty))
            <section><h2>Line by line</h2>
            \(linesHTML(lines, old: "Version \(from.number)", new: "Version \(to.number)"))</section>

            """
        return WebPage(
            title: "What differs in \(title)", section: .cases,
            trail: [
                .init("Cases", "/cases"), .init(title, FormParts.path(id)),
                .init("Versions", FormParts.path(id, "versions")),
            ], body: body, styles: ["cases.css"])
    }

    /// - Parameter meaning: nil where one of the two texts could not be read.
    static func meaningHTML(_ meaning: MeaningDifference?, isSame: Bool) -> String {
        guard let meaning else {
            return
                "<p class=\"notice warn\">One of the two texts cannot be read as a case, so only lines can be compared.</p>\n"
        }
        if meaning.changes.isEmpty {
            let text = isSame ? "The two are the same." : "Only notes and layout changed: the case means the same."
            return "<p class=\"notice\">\(text)</p>\n"
        }
        let rows = meaning.changes.map { change -> HTMLTable.Row in
            let place = change.trail.map(Markup.escape).joined(separator: " › ")
            let kind =
                switch change.kind {
                case .added: Markup.tag("added", "good")
                case .removed: Markup.tag("removed", "bad")
                case .changed: ""
                }
            return HTMLTable.Row(
                head: place + kind,
                cells: [cell(change.before, change.kind == .added), cell(change.after, change.kind == .removed)])
        }
        let caption =
            FormParts.capital(FormParts.count(meaning.changes.count, "change", "changes")) + " in what the case says"
        let columns = [HTMLTable.text("Where"), HTMLTable.text("Before"), HTMLTable.text("After")]
        return HTMLTable(caption: caption, columns: columns, rows: rows, name: "meaning").html
    }

    private static func cell(_ text: String?, _ isAbsent: Bool) -> String {
        isAbsent ? "–" : text.map(Markup.escape) ?? "<span class=\"quiet\">several keys, see the lines</span>"
    }

    static func linesHTML(_ lines: LineDifference, old: String, new: String) -> String {
        if lines.changes.isEmpty { return "<p class=\"quiet\">No line differs.</p>\n" }
        var out = ""
        if !lines.isMinimal {
            out +=
                "<p class=\"notice warn\">The texts are too different to find the fewest changes; a part is shown as replaced as a whole.</p>\n"
        }
        let size =
            FormParts.count(lines.removedCount, "line", "lines") + " out, "
            + FormParts.count(lines.addedCount, "line", "lines") + " in"
        out += """
            <div class="scroll" role="region" tabindex="0" aria-label="Table: lines that differ"><table class="lines">
            <caption>\(Markup.escape(FormParts.capital(size)))</caption>
            <colgroup><col class="n"><col><col class="n"><col></colgroup>
            <thead><tr><th scope="col" colspan="2">\(Markup.escape(old))</th><th scope="col" colspan="2">\(Markup.escape(new))</th></tr></thead>

            """
        for hunk in lines.hunks() {
            out +=
                "<tbody><tr class=\"gap\"><th colspan=\"4\" scope=\"rowgroup\">From line \(hunk.oldStart) before, line \(hunk.newStart) after</th></tr>\n"
            out += hunk.rows.map(row).joined() + "</tbody>\n"
        }
        return out + "</table></div>\n"
    }

    private static func row(_ row: LineDifference.Row) -> String {
        "<tr class=\"\(row.kind.rawValue)\">" + half(row.old, row.kind, isOld: true)
            + half(row.new, row.kind, isOld: false) + "</tr>\n"
    }

    private static func half(_ line: LineDifference.Line?, _ kind: LineDifference.Row.Kind, isOld: Bool) -> String {
        guard let line else { return "<td class=\"n\"></td><td class=\"none\"></td>" }
        let tag = isOld ? "del" : "ins"
        let text = line.segments.map {
            $0.isChanged ? "<\(tag)>\(Markup.escape($0.text))</\(tag)>" : Markup.escape($0.text)
        }
        // Colour never stands alone: a sign goes with it.
        let sign = kind == .kept ? "" : isOld ? "−" : "+"
        let word = kind == .kept ? "" : "<span class=\"sr\">\(isOld ? "removed: " : "added: ")</span>"
        let side = kind == .kept ? "" : isOld ? " class=\"out\"" : " class=\"in\""
        return "<td class=\"n\">\(line.number)\(sign)</td><td\(side)>\(word)<code>\(text.joined())</code></td>"
    }
}
