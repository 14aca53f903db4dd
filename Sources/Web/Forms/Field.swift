import Reports

/// One field of a form: label above, hint below it, error in place. What was typed stays.
package struct Field: Sendable {
    package struct Option: Sendable {
        package var value: String
        package var title: String
        package var hint: String?
        package init(_ value: String, _ title: String, hint: String? = nil) {
            self.value = value
            self.title = title
            self.hint = hint
        }
    }

    package enum Kind: Sendable {
        case text, email
        /// Never shows what was typed.
        case password
        case search, date
        /// Limits and step as they stand in the page; `any` allows every number.
        case number(least: String? = nil, most: String? = nil, step: String = "any")
        case select([Option])
        case radios([Option])
        case checkboxes([Option])
        case checkbox
        case textarea(rows: Int)
        /// - `accept`: file endings, such as `.yaml,.json`.
        case file(accept: String)
    }

    package var kind: Kind
    package var name: String
    package var label: String
    /// One for most kinds; several for checkboxes.
    package var values: [String]
    package var hint: String?
    /// Begins with what is wrong, then how to mend it.
    package var error: String?
    package var isRequired: Bool
    /// Can be read and is sent, and cannot be changed.
    package var isReadOnly = false
    /// HTML's autocomplete tokens, such as `current-password`.
    package var autocomplete: String?
    package var placeholder: String?
    /// Where two forms of a page have a field of one name.
    package var prefix = ""

    package init(
        _ kind: Kind = .text, name: String, label: String, value: String = "", hint: String? = nil,
        error: String? = nil, required: Bool = false, autocomplete: String? = nil, placeholder: String? = nil,
        prefix: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.label = label
        values = value.isEmpty ? [] : [value]
        self.hint = hint
        self.error = error
        isRequired = required
        self.autocomplete = autocomplete
        self.placeholder = placeholder
        self.prefix = prefix
    }

    /// A field with several values at once.
    package init(
        checkboxes options: [Option], name: String, label: String, values: [String], hint: String? = nil,
        error: String? = nil
    ) {
        self.init(.checkboxes(options), name: name, label: label, hint: hint, error: error)
        self.values = values
    }

    package var value: String { values.first ?? "" }
    package var id: String { Self.id(prefix + name) }

    /// The id of the field of that name, to which a list of faults links.
    package static func id(_ name: String) -> String {
        var id = "field-"
        for scalar in name.unicodeScalars {
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(Character(scalar)) || scalar == "-")
            id.unicodeScalars.append(isPlain ? scalar : "_")
        }
        return id
    }

    package var html: String {
        switch kind {
        case .radios(let options): group(options, type: "radio")
        case .checkboxes(let options): group(options, type: "checkbox")
        case .checkbox: box
        default: single
        }
    }
}

extension Field {
    private var described: String {
        let parts = [hint == nil ? nil : id + "-hint", error == nil ? nil : id + "-error"].compactMap(\.self)
        return parts.isEmpty ? "" : " aria-describedby=\"\(parts.joined(separator: " "))\""
    }

    private var invalid: String { error == nil ? "" : " aria-invalid=\"true\"" }
    private var required: String { isRequired ? " required" : "" }
    private var hintHTML: String {
        hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\(Markup.escape($0))</p>\n" } ?? ""
    }
    private var errorHTML: String {
        error.map { "<p class=\"error\" id=\"\(id)-error\">\(Markup.escape($0))</p>\n" } ?? ""
    }

    private var single: String {
        """
        <div class="field">
        <label for="\(id)">\(Markup.escape(label))</label>
        \(hintHTML)\(control)\(errorHTML)</div>

        """
    }

    private var common: String {
        let complete = autocomplete.map { " autocomplete=\"\(Markup.escape($0))\"" } ?? ""
        let fixed = isReadOnly ? " readonly" : ""
        let hold = placeholder.map { " placeholder=\"\(Markup.escape($0))\"" } ?? ""
        return
            " id=\"\(id)\" name=\"\(Markup.escape(name))\"\(complete)\(hold)\(fixed)\(required)\(described)\(invalid)"
    }

    private func input(_ type: String, _ more: String = "", keeps: Bool = true) -> String {
        let text = keeps ? " value=\"\(Markup.escape(value))\"" : ""
        return "<input type=\"\(type)\"\(common)\(text)\(more)/>\n"
    }

    private var control: String {
        switch kind {
        case .text: return input("text")
        case .email: return input("email")
        case .search: return input("search")
        case .date: return input("date")
        case .password: return input("password", keeps: false)
        case .number(let least, let most, let step):
            let low = least.map { " min=\"\(Markup.escape($0))\"" } ?? ""
            let high = most.map { " max=\"\(Markup.escape($0))\"" } ?? ""
            return input("number", "\(low)\(high) step=\"\(Markup.escape(step))\" inputmode=\"decimal\"")
        case .file(let accept): return input("file", " accept=\"\(Markup.escape(accept))\"", keeps: false)
        case .textarea(let rows):
            // A browser drops one line break after the tag: this is the one, so that a first empty line survives.
            return "<textarea rows=\"\(rows)\"\(common)>\n\(Self.multiline(value))</textarea>\n"
        case .select(let options):
            let lines = options.map { option in
                let mark = option.value == value ? " selected" : ""
                return
                    "<option value=\"\(Markup.escape(option.value))\"\(mark)>\(Markup.escape(option.title))</option>\n"
            }
            return "<select\(common)>\n\(lines.joined())</select>\n"
        case .radios, .checkboxes, .checkbox: return ""
        }
    }

    /// Line breaks stay; every other control character becomes a space.
    package static func multiline(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { Markup.escape(String($0)) }.joined(separator: "\n")
    }

    private var box: String {
        let mark = values.isEmpty ? "" : " checked"
        return """
            <div class="field">
            <label class="check"><input type="checkbox" id="\(id)" name="\(Markup.escape(name))" value="yes"\(mark)\(required)\(described)\(invalid)/> <span>\(Markup.escape(label))</span></label>
            \(hintHTML)\(errorHTML)</div>

            """
    }

    private func group(_ options: [Option], type: String) -> String {
        let chosen = Set(values)
        let lines = options.enumerated().map { index, option in
            let mark = chosen.contains(option.value) ? " checked" : ""
            // The first control carries the field's id, so that a link to the field lands on something one can use.
            let own = index == 0 ? id : "\(id)-\(index + 1)"
            let must = isRequired && type == "radio" ? " required" : ""
            let hint = option.hint.map { " <span class=\"hint\">\(Markup.escape($0))</span>" } ?? ""
            return """
                <label class="check"><input type="\(type)" id="\(own)" name="\(Markup.escape(name))" value="\(Markup.escape(option.value))"\(mark)\(must)\(invalid)/> <span>\(Markup.escape(option.title))\(hint)</span></label>

                """
        }
        return """
            <fieldset class="field"\(described)>
            <legend>\(Markup.escape(label))</legend>
            \(hintHTML)\(lines.joined())\(errorHTML)</fieldset>

            """
    }
}
