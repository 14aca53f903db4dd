import Atlas
import Notation
import Reports
import Sourcing

/// Draws the fields of one case.
struct FormFields {
    let text: CaseText
    let faults: [Fault]
    let typed: [String: String]

    var tree: Tree { text.tree }

    /// Fields that are shown even where the case leaves them out; all others wait behind "More".
    private static let usual: Set<String> = [
        "title", "note", "city", "partner", "price", "opening", "evaluators", "gates", "partners", "weight", "item",
        "serviceHours", "languages", "errorRate", "errorCost", "role", "option", "perTransaction", "perHour",
        "baseline",
        "growthPerYear", "currency", "hours",
    ]
    /// Groups that the form leaves to the text unless the case has them.
    private static let rare: Set<String> = ["places", "selection", "correlations", "exchangeRates", "bid", "weights"]

    static func name(_ path: [String]) -> String { "f." + path.joined(separator: ".") }
    static func id(_ path: [String]) -> String { "f-" + path.joined(separator: ".") }

    func sections() -> String {
        let all = CaseFields.fields(in: [])
        let simple = all.filter { !Self.isGroup($0) && (tree[$0.key] != nil || !Self.rare.contains($0.key)) }
        var out = section(id: "f-about", "The case", grid(simple, in: []))
        for field in all where Self.isGroup(field) {
            let path = [field.key]
            guard isSection(field) else { continue }
            out += section(id: Self.id(path), field.title, hint: field.about, contents(field, path))
        }
        return out
    }

    func isSection(_ field: CaseField) -> Bool { tree[field.key] != nil || field.isRequired }

    static func isGroup(_ field: CaseField) -> Bool {
        switch field.input {
        case .group, .entries: true
        default: false
        }
    }

    private func section(id: String, _ title: String, hint: String = "", _ body: String) -> String {
        """
        <section class="panel" id="\(Markup.escape(id))" tabindex="-1"><h2>\(Markup.escape(title))</h2>
        \(hint.isEmpty ? "" : Markup.paragraph(hint, class: "hint"))\(body)</section>

        """
    }

    private func contents(_ field: CaseField, _ path: [String]) -> String {
        if case .entries(let maximum) = field.input { return entries(path, maximum: maximum) }
        return group(path)
    }

    /// The keys of a group: what is there or usual, then the rest, closed.
    private func group(_ path: [String]) -> String {
        let fields = CaseFields.fields(in: path)
        let here = TreeEdit.value(at: path, in: tree)
        let open = fields.filter { isShown($0, in: here) }
        let closed = fields.filter { !isShown($0, in: here) && !Self.rare.contains($0.key) }
        let more =
            closed.isEmpty
            ? ""
            : """
            <details class="more"><summary>More about \(Markup.escape(entryName(path))) \
            (\(closed.count) \(closed.count == 1 ? "field" : "fields"), left out now)</summary>
            \(grid(closed, in: path))</details>

            """
        return grid(open, in: path) + more
    }

    /// Whether the field stands in the open: because it is there, needed or usual.
    func isShown(_ field: CaseField, in group: Tree?) -> Bool {
        group?[field.key] != nil || field.isRequired || (Self.usual.contains(field.key) && isUsual(field.key, group))
    }

    /// An option of one's own has no partner and no price.
    private func isUsual(_ key: String, _ group: Tree?) -> Bool {
        let isOwn = group?["ownership"]?.string.map { $0 != "partner" } ?? false
        if ["partner", "price"].contains(key) { return !isOwn && group?["ownership"] != nil }
        return true
    }

    private func entryName(_ path: [String]) -> String {
        CaseFields.isEntry(path)
            ? TreeEdit.value(at: path + ["title"], in: tree)?.string ?? path.last ?? ""
            : CaseFields.field(at: path)?.title.lowercased() ?? path.last ?? ""
    }

    private func grid(_ fields: [CaseField], in path: [String]) -> String {
        var out = ""
        var row = ""
        func flush() {
            if !row.isEmpty { out += "<div class=\"fields\">\n\(row)</div>\n" }
            row = ""
        }
        for field in fields {
            let here = path + [field.key]
            switch field.input {
            case .group, .entries:
                flush()
                out += """
                    <fieldset class="inner" id="\(Markup.escape(Self.id(here)))" tabindex="-1"><legend>\(Markup.escape(field.title))</legend>
                    \(Markup.paragraph(field.about, class: "hint"))\(error(here))\(contents(field, here))</fieldset>

                    """
            default: row += FieldView(fields: self, field: field, path: here).html
            }
        }
        flush()
        return out
    }

    private func entries(_ path: [String], maximum: Int) -> String {
        let entries = TreeEdit.value(at: path, in: tree)?.entries ?? []
        let kind = CaseFields.entryTitle(of: path.last ?? "").lowercased()
        var out = ""
        for entry in entries {
            let here = path + [entry.key]
            let name = entry.value["title"]?.string ?? entry.key
            let title = Markup.escape("\(FormParts.capital(kind)): \(name)")
            out += """
                <fieldset class="entry" id="\(Markup.escape(Self.id(here)))" tabindex="-1"><legend>\(title)</legend>
                <p class="hint">Named <code>\(Markup.escape(entry.key))</code> in the case.</p>
                \(error(here))\(group(here))<p><button class="quiet-button" name="\(CaseForm.action)" \
                value="\(Markup.escape("remove " + here.joined(separator: ".")))">Remove \(Markup.escape(kind)) \
                “\(Markup.escape(name))”</button></p></fieldset>

                """
        }
        guard entries.count < maximum else { return out }
        let joined = path.joined(separator: ".")
        let id = Markup.escape("new-" + joined)
        let value = Markup.escape(typed["new." + joined] ?? "")
        return out + """
            <div class="add"><div class="field"><label for="\(id)">Add a \(Markup.escape(kind)): its name</label>
            <input id="\(id)" name="\(Markup.escape("new." + joined))" value="\(value)" maxlength="200" autocomplete="off"></div>
            <button name="\(CaseForm.action)" value="\(Markup.escape("add " + joined))">Add \(Markup.escape(kind))</button></div>

            """
    }

    // MARK: Faults

    func faults(at path: [String]) -> [Fault] {
        let joined = path.joined(separator: ".")
        return faults.filter { $0.path == joined }
    }

    func error(_ path: [String]) -> String {
        faults(at: path).map { fault in
            let text = fault.problem + (fault.remedy.map { " \($0)" } ?? "")
            return "<p class=\"error\" id=\"\(Markup.escape(Self.id(path)))-error\">\(Markup.escape(text))</p>\n"
        }.prefix(1).joined()
    }

    /// The field of a fault, or the nearest group around it.
    func anchor(_ fault: Fault) -> String? {
        var path = fault.path.split(separator: ".").map(String.init)
        while !path.isEmpty {
            if TreeEdit.value(at: path, in: tree) != nil || CaseFields.field(at: path) != nil {
                return Self.id(path)
            }
            path.removeLast()
        }
        return "f-about"
    }
}
