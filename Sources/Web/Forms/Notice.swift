import Reports

/// A sentence that must be seen: what has just happened, or what to know before going on.
package enum Notice {
    package enum Kind: String, Sendable { case plain = "", good, warn, bad }

    package static func html(_ text: String, _ kind: Kind = .plain) -> String {
        let role = kind == .bad ? "alert" : "status"
        let classes = kind == .plain ? "notice" : "notice \(kind.rawValue)"
        return "<div class=\"\(classes)\" role=\"\(role)\"><p>\(Markup.escape(text))</p></div>\n"
    }

    /// Nothing is here yet: why, and the next step.
    package static func empty(_ text: String, link: WebPage.Link? = nil) -> String {
        let next = link.map { " <a href=\"\(Markup.escape($0.path))\">\(Markup.escape($0.title))</a>" } ?? ""
        return "<p class=\"empty\">\(Markup.escape(text))\(next)</p>\n"
    }
}

/// A value that is shown once, to be copied: a link or a token.
package enum ShownOnce {
    package static func html(label: String, value: String, hint: String) -> String {
        """
        <div class="notice good once" role="status">
        <label for="shown-once">\(Markup.escape(label))</label>
        <input type="text" id="shown-once" readonly value="\(Markup.escape(value))" aria-describedby="shown-once-hint"/>
        <p class="hint" id="shown-once-hint">\(Markup.escape(hint))</p>
        </div>

        """
    }
}

/// A part of a page on a surface of its own.
package enum Panel {
    package static func html(_ title: String, _ body: String, id: String? = nil, class name: String = "") -> String {
        let own = id.map { " id=\"\(Markup.escape($0))\"" } ?? ""
        let classes = name.isEmpty ? "panel" : "panel \(name)"
        return "<section class=\"\(classes)\"\(own)>\n<h2>\(Markup.escape(title))</h2>\n\(body)</section>\n"
    }
}
