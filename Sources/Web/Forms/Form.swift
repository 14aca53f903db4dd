import Reports

/// Forms that post, with the token that shows that the page came from here.
package enum Form {
    package enum Weight: String, Sendable {
        case primary, plain, danger
    }

    /// - Parameters:
    ///   - body: HTML: the fields and the buttons.
    ///   - hasFiles: sends files.
    package static func html(
        action: String, csrf: String, body: String, hasFiles: Bool = false, class name: String = "form",
        id: String? = nil
    ) -> String {
        let encoding = hasFiles ? " enctype=\"multipart/form-data\"" : ""
        let own = id.map { " id=\"\(Markup.escape($0))\"" } ?? ""
        return """
            <form method="post" action="\(Markup.escape(action))" class="\(name)"\(own)\(encoding)>
            \(token(csrf))\(body)</form>

            """
    }

    /// A form whose answer is a page with an address of its own.
    package static func get(action: String, body: String, class name: String = "form", id: String? = nil) -> String {
        let own = id.map { " id=\"\(Markup.escape($0))\"" } ?? ""
        return "<form method=\"get\" action=\"\(Markup.escape(action))\" class=\"\(name)\"\(own)>\n\(body)</form>\n"
    }

    package static func token(_ csrf: String) -> String { hidden("csrf", csrf) }

    package static func hidden(_ name: String, _ value: String) -> String {
        "<input type=\"hidden\" name=\"\(Markup.escape(name))\" value=\"\(Markup.escape(value))\"/>\n"
    }

    /// - Parameter name: sent with `value` when this is the button that was pressed.
    package static func button(
        _ title: String, _ weight: Weight = .plain, name: String? = nil, value: String = "", label: String? = nil,
        action: String? = nil
    ) -> String {
        let kind = weight == .plain ? "" : " class=\"\(weight.rawValue)\""
        let sent = name.map { " name=\"\(Markup.escape($0))\" value=\"\(Markup.escape(value))\"" } ?? ""
        let spoken = label.map { " aria-label=\"\(Markup.escape($0))\"" } ?? ""
        let other = action.map { " formaction=\"\(Markup.escape($0))\"" } ?? ""
        return "<button\(kind)\(sent)\(spoken)\(other)>\(Markup.escape(title))</button>\n"
    }

    /// A link that looks like a button.
    package static func link(_ title: String, _ path: String, _ weight: Weight = .plain) -> String {
        let kind = weight == .plain ? "button" : "button \(weight.rawValue)"
        return "<a class=\"\(kind)\" href=\"\(Markup.escape(path))\">\(Markup.escape(title))</a>\n"
    }

    /// Buttons in a row.
    package static func actions(_ buttons: String...) -> String {
        "<div class=\"actions\">\n\(buttons.joined())</div>\n"
    }

    /// One button that is a form of its own.
    package static func single(
        _ title: String, action: String, csrf: String, fields: [(String, String)] = [], _ weight: Weight = .plain,
        label: String? = nil
    ) -> String {
        html(
            action: action, csrf: csrf,
            body: fields.map { hidden($0.0, $0.1) }.joined() + button(title, weight, label: label), class: "single")
    }

    /// A button whose effect cannot be taken back: it opens a question first, without any script.
    package static func confirmed(
        _ title: String, question: String, action: String, csrf: String, fields: String = "",
        confirm: String? = nil
    ) -> String {
        let form = html(
            action: action, csrf: csrf,
            body: Markup.paragraph(question) + fields + actions(button(confirm ?? title, .danger)))
        return """
            <details class="confirm">
            <summary class="button">\(Markup.escape(title))</summary>
            \(form)</details>

            """
    }
}
