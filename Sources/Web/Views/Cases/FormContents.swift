import Notation
import Reports
import Sourcing

/// What the form of a case holds, with links: on a phone the form is fifty screens long.
extension FormFields {
    /// - Parameter id: of the list itself, so that the form can lead back to it.
    func tableOfContents(id: String) -> String {
        var items = item(id: "f-about", "The case", [])
        for field in CaseFields.fields(in: []) where Self.isGroup(field) && isSection(field) {
            items += item(id: Self.id([field.key]), field.title, under(field, [field.key]))
        }
        return """
            <nav class="panel form-contents" id="\(id)" aria-label="Contents" tabindex="-1">
            <h2>Contents</h2>
            <ol>
            \(items)</ol>
            </nav>

            """
    }

    /// The entries of a list of things with names, or the groups in a group with their entries.
    private func under(_ field: CaseField, _ path: [String]) -> [String] {
        let here = TreeEdit.value(at: path, in: tree)
        if case .entries = field.input {
            return (here?.entries ?? []).map { entry in
                link(id: Self.id(path + [entry.key]), entry.value["title"]?.string ?? entry.key)
            }
        }
        return CaseFields.fields(in: path).filter { Self.isGroup($0) && isShown($0, in: here) }.map { group in
            let inner = path + [group.key]
            var entries = ""
            if case .entries = group.input { entries = list(under(group, inner)) }
            return link(id: Self.id(inner), group.title) + entries
        }
    }

    private func item(id: String, _ title: String, _ under: [String]) -> String {
        "<li>\(link(id: id, title))\(list(under))</li>\n"
    }

    private func list(_ items: [String]) -> String {
        items.isEmpty ? "" : "\n<ul>\n\(items.map { "<li>\($0)</li>\n" }.joined())</ul>\n"
    }

    private func link(id: String, _ title: String) -> String {
        "<a href=\"#\(Markup.escape(id))\">\(Markup.escape(title))</a>"
    }
}
