import Guide
import Reports

/// The guide and the glossary, which anybody may read.
package enum GuideViews {
    static let styles = ["guide.css"]

    package static func contents() -> WebPage {
        let items = Guide.chapters.map {
            "<li><a href=\"\($0.path)\">\(Markup.escape($0.title))</a>\n<span class=\"quiet\">\(Markup.escape($0.summary))</span></li>\n"
        }
        let body =
            Markup.paragraph(
                "From the first question to a signed contract, in plain words. Read it from the start, or where you are.",
                class: "lead")
            + "<ol class=\"contents\">\n\(items.joined())</ol>\n"
            + "<p>Every word that means something special is in the <a href=\"/guide/glossary\">glossary</a>.</p>\n"
        return WebPage(title: "Guide", section: .guide, body: body, styles: styles)
    }

    /// - Returns: nil where there is no such chapter.
    package static func chapter(_ slug: String) -> WebPage? {
        let chapters = Guide.chapters
        guard let index = chapters.firstIndex(where: { $0.slug == slug }) else { return nil }
        let chapter = chapters[index]
        let before = index > 0 ? chapters[index - 1] : nil
        let after = index + 1 < chapters.count ? chapters[index + 1] : nil
        let body = "<article class=\"prose\">\n\(chapter.html)</article>\n" + around(before, after)
        return WebPage(
            title: chapter.title, section: .guide, trail: [.init("Guide", "/guide")], body: body, styles: styles)
    }

    private static func around(_ before: Chapter?, _ after: Chapter?) -> String {
        let back = before.map { "<a rel=\"prev\" href=\"\($0.path)\">Before: \(Markup.escape($0.title))</a>\n" } ?? ""
        let on = after.map { "<a rel=\"next\" href=\"\($0.path)\">Next: \(Markup.escape($0.title))</a>\n" } ?? ""
        return "<nav class=\"around\" aria-label=\"Chapters\">\n\(back)\(on)</nav>\n"
    }

    /// - Parameter find: part of a term, of another word for it, or of its meaning.
    package static func glossary(find: String?) -> WebPage {
        let wanted = String((find ?? "").prefix(60))
        let terms = Glossary.terms.filter { matches($0, wanted) }
        let entries = terms.map { term in
            let others =
                term.others.isEmpty
                ? "" : "<p class=\"quiet\">Also: \(Markup.escape(term.others.joined(separator: ", ")))</p>\n"
            return
                "<div id=\"\(term.slug)\">\n<dt>\(Markup.escape(term.name))</dt>\n<dd>\(others)\(term.html)</dd>\n</div>\n"
        }
        let form = Form.get(
            action: "/guide/glossary",
            body: Field(.search, name: "find", label: "Find a word", value: wanted).html
                + Form.actions(Form.button("Find", .primary), Form.link("All", "/guide/glossary")), class: "form across"
        )
        let list =
            terms.isEmpty
            ? Notice.empty(
                "No word fits “\(wanted)”.", link: .init("Show all", "/guide/glossary"))
            : "<dl class=\"glossary\">\n\(entries.joined())</dl>\n"
        return WebPage(
            title: "What the words mean", section: .guide, trail: [.init("Guide", "/guide")],
            body: Markup.paragraph("One meaning each, the same on every page.", class: "lead") + form + list,
            styles: styles)
    }

    private static func matches(_ term: Term, _ find: String) -> Bool {
        let wanted = find.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        let words = ([term.name, term.short] + term.others).joined(separator: " ").lowercased()
        return wanted.allSatisfy { words.contains($0) }
    }
}
