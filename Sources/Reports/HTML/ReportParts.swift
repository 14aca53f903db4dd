/// The chapters of a report, for a page that brings its own head.
package struct ReportParts: Sendable {
    /// Ids in the page and their lines in a table of contents.
    package var contents: [(id: String, title: String)]
    package var html: String

    /// Chapters with the table of contents beside them, as the report lays them out.
    package func page(before: String = "", contentsBefore: [(id: String, title: String)] = []) -> String {
        let links = (contentsBefore + contents).map { "<li><a href=\"#\($0.id)\">\(Markup.escape($0.title))</a></li>" }
        return """
            <div class="report">
            <nav aria-label="Contents">
            <ol>
            \(links.joined(separator: "\n"))
            </ol>
            </nav>
            <div class="chapters">
            \(before)\(html)</div>
            </div>

            """
    }
}
