import Notation
import Reports

/// What all forms about cases share.
enum FormParts {
    /// - Parameter base: the version that is edited; nil where none is.
    static func hidden(_ viewer: Viewer, base: Int? = nil) -> String {
        var out = input("csrf", viewer.csrf)
        if let base { out += input("base", String(base)) }
        return out
    }

    static func input(_ name: String, _ value: String) -> String {
        "<input type=\"hidden\" name=\"\(Markup.escape(name))\" value=\"\(Markup.escape(value))\">\n"
    }

    /// A text that goes along unseen. The parser drops a first line break, so one is put there for it.
    static func hiddenText(_ name: String, _ text: String) -> String {
        "<textarea name=\"\(name)\" hidden>\n\(lines(text))</textarea>\n"
    }

    /// Escaped, with its line breaks and tabs, which `Markup.escape` makes into spaces.
    static func lines(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map { Markup.escape(String($0)) }.joined(
                    separator: "\t")
            }
            .joined(separator: "\n")
    }

    /// Every fault with a link to its place; empty without any.
    /// - Parameter link: where a fault is shown; nil for nowhere.
    static func summary(_ faults: [Fault], title: String, link: (Fault) -> String?) -> String {
        guard !faults.isEmpty else { return "" }
        let items = faults.map { fault -> String in
            let text = Markup.escape(sentence(fault))
            return "<li>" + (link(fault).map { "<a href=\"#\(Markup.escape($0))\">\(text)</a>" } ?? text) + "</li>"
        }
        return """
            <div class="notice bad" id="faults" role="alert" tabindex="-1">
            <h2>\(Markup.escape(title))</h2>
            <ol>\(items.joined(separator: "\n"))</ol>
            </div>

            """
    }

    static func sentence(_ fault: Fault) -> String {
        let place = fault.position.map { "Line \($0.line): " } ?? ""
        return place + fault.problem + (fault.remedy.map { " \($0)" } ?? "")
    }

    static func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(Format.word(count)) \(count == 1 ? one : many)"
    }

    /// `No`, `Three`, at the beginning of a sentence.
    static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A case's pages; the id is escaped for use in an address.
    static func path(_ id: String, _ rest: String = "") -> String {
        let safe = id.utf8.map { byte -> String in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2D || byte == 0x5F || byte == 0x2E
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" + hex : hex)
        }
        return "/cases/" + safe.joined() + (rest.isEmpty ? "" : "/" + rest)
    }
}
