/// The chapters of a report, for a page that brings its own head.
package struct ReportParts: Sendable {
    /// Ids in the page and their lines in a table of contents.
    package var contents: [(id: String, title: String)]
    package var html: String

    /// Chapters with the table of contents beside them, as the report lays them out.
    ///
    /// - Parameter inserted: stands after the first chapter, which is the answer.
    package func page(inserted: String = "", entry: (id: String, title: String)? = nil) -> String {
        var entries = contents
        if let entry { entries.insert(entry, at: min(1, entries.count)) }
        let links = entries.map { "<li><a href=\"#\($0.id)\">\(Markup.escape($0.title))</a></li>" }
        let (first, rest) = split
        return """
            <div class="report">
            <nav aria-label="Contents">
            <ol>
            \(links.joined(separator: "\n"))
            </ol>
            </nav>
            <div class="chapters">
            \(first)\(inserted)\(rest)</div>
            </div>

            """
    }

    /// The answer, and everything after it.
    private var split: (String, String) {
        let mark = "</section>\n"
        guard let end = html.firstRange(of: mark)?.upperBound else { return (html, "") }
        return (String(html[..<end]), String(html[end...]))
    }
}
