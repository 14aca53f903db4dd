import Atlas
import Notation
import Reports
import Sourcing

/// One field: label above, hint below, what is wrong below that.
struct FieldView {
    let fields: FormFields
    let field: CaseField
    let path: [String]

    private var id: String { Markup.escape(FormFields.id(path)) }
    private var value: Tree? { TreeEdit.value(at: path, in: fields.text.tree) }

    var html: String {
        if let form { return range(form) }
        if let value, value.entries != nil || value.list != nil, !isOneLine { return elsewhere }
        return wrap(label: field.title, control: control(path, FormValues.shown(path, in: fields.text)), hint: hint)
    }

    /// Long values, and those whose comments would be lost, are left to the text.
    private var isOneLine: Bool {
        if field.input == .texts { return true }
        return (fields.text.written(at: path).map { $0.count <= 300 } ?? true)
            && (try? fields.text.setting(path, to: .null)) != nil
    }

    private var hint: String {
        let need = field.isRequired ? " Needed." : ""
        switch field.input {
        case .quantity(let unit):
            return field.about + (unit.isEmpty ? "" : " In \(unit) where no unit is written.") + need
        case .number(let unit): return field.about + (unit.isEmpty ? "" : " In \(unit).") + need
        case .texts: return field.about + " With commas between." + need
        default: return field.about + need
        }
    }

    private func wrap(label: String, control: String, hint: String) -> String {
        """
        <div class="field\(field.input == .written ? " wide" : "")"><label for="\(id)">\(Markup.escape(label))</label>
        \(control)<p class="hint" id="\(id)-hint">\(Markup.escape(hint))</p>
        \(fields.error(path))</div>

        """
    }

    private func attributes(_ path: [String], hintID: String) -> String {
        let id = Markup.escape(FormFields.id(path))
        let isWrong = !fields.faults(at: path).isEmpty
        return " id=\"\(id)\" name=\"\(Markup.escape(FormFields.name(path)))\" aria-describedby=\"\(hintID)-hint"
            + (isWrong ? " \(id)-error\" aria-invalid=\"true\"" : "\"")
    }

    private func control(_ path: [String], _ shown: String) -> String {
        let current = fields.typed[FormFields.name(path)] ?? shown
        let attributes = attributes(path, hintID: id)
        switch field.input {
        case .flag: return select(attributes, [("", "not said"), ("true", "yes"), ("false", "no")], current)
        case .choice(let choices):
            return select(attributes, [("", "not said")] + choices.map { ($0, $0.replacing("-", with: " ")) }, current)
        case .country:
            let all = Atlas.shared.countries.map { ($0.code.uppercased(), $0.name) }.sorted { $0.1 < $1.1 }
            return select(attributes, [("", "not said")] + all, current)
        case .name:
            let names = FormValues.names(for: path, in: fields.text.tree)
            if names.isEmpty { break }
            return select(attributes, [("", "not said")] + names, current)
        case .text where field.key == "note" || field.key == "about":
            return "<textarea rows=\"2\"\(attributes)>\n\(FormParts.lines(current))</textarea>\n"
        default: break
        }
        return "<input\(attributes) value=\"\(Markup.escape(current))\" autocomplete=\"off\">\n"
    }

    /// What is chosen stays selectable, even where it is not one of the choices.
    private func select(_ attributes: String, _ choices: [(String, String)], _ current: String) -> String {
        let known = choices.contains { $0.0 == current } ? choices : choices + [(current, current)]
        let options = known.map { value, title in
            "<option value=\"\(Markup.escape(value))\"\(value == current ? " selected" : "")>\(Markup.escape(title))</option>"
        }
        return "<select\(attributes)>\(options.joined())</select>\n"
    }

    // MARK: Ranges

    /// The keys of the range that stands here, if all of its keys can have a field of their own.
    private var form: [String]? {
        switch field.input {
        case .quantity, .number, .written: break
        default: return nil
        }
        guard let entries = value?.entries, entries.allSatisfy({ $0.value.entries == nil && $0.value.list == nil })
        else {
            return nil
        }
        let keys = Set(entries.map(\.key))
        return CaseFields.rangeForms.first { $0.allSatisfy(keys.contains) }
            ?? CaseFields.rangeForms.first { !keys.isDisjoint(with: $0) }
    }

    private func range(_ keys: [String]) -> String {
        let extra = (value?.entries ?? []).map(\.key).filter { !keys.contains($0) }
        let others = extra.filter { $0 != "source" }
        // A weight has no source; a number of the case may be given one.
        var hasSource = extra.contains("source")
        if case .quantity = field.input { hasSource = true }
        let all = keys + others + (hasSource ? ["source"] : [])
        let inputs = all.map { key -> String in
            let here = path + [key]
            let shown = FormValues.shown(here, in: fields.text)
            let current = Markup.escape(fields.typed[FormFields.name(here)] ?? shown)
            let inner = Markup.escape(FormFields.id(here))
            return """
                <div class="part\(key == "source" ? " wide" : "")"><label for="\(inner)">\(Markup.escape(CaseFields.title(of: key)))</label>
                <input\(attributes(here, hintID: id)) value="\(current)" autocomplete="off">\(fields.error(here))</div>

                """
        }
        return """
            <fieldset class="range" id="\(id)" tabindex="-1"><legend>\(Markup.escape(field.title))</legend>
            <div class="parts">\(inputs.joined())</div>
            <p class="hint" id="\(id)-hint">\(Markup.escape(hint))</p>
            \(fields.error(path))</fieldset>

            """
    }

    private var elsewhere: String {
        """
        <div class="field" id="\(id)" tabindex="-1"><p class="label-row">\(Markup.escape(field.title))</p>
        <p>Set in the case on several lines; change it in the text.</p>
        <p class="hint">\(Markup.escape(field.about))</p>\(fields.error(path))</div>

        """
    }
}
