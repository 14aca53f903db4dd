/// One chapter of a report and its line in the table of contents; not shown where it has nothing to say.
struct Chapter {
    /// Unique in the page.
    var id: String
    /// Its line in the table of contents.
    var entry: String
    var heading: String
    var body: String
    var kind = ""

    var html: String {
        guard !body.isEmpty else { return "" }
        let classes = kind.isEmpty ? "" : " class=\"\(kind)\""
        return """
            <section\(classes) id="\(id)">
            <h2>\(Markup.escape(heading))</h2>
            \(body)</section>

            """
    }
}
