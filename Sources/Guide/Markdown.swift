/// The part of Markdown in which the guide is written, as HTML.
///
/// It knows headings, paragraphs, lists of one depth, tables, fenced code, `code`, **bold** and links, and nothing else:
/// no raw HTML, no images, no nesting of lists. What it does not know is shown as it was typed. All text is escaped, and
/// a link leads nowhere but into this site, so the result is safe whoever wrote the text.
struct Markdown {
    enum Block: Equatable, Sendable {
        case heading(level: Int, text: String)
        case paragraph(String)
        case list(isOrdered: Bool, items: [String])
        case code(String)
        case table(head: [String], rows: [[String]])
    }

    var blocks: [Block]

    init(_ text: String) { blocks = MarkdownReader(text).blocks }

    init(_ blocks: [Block]) { self.blocks = blocks }

    /// Headings get their slug as id, with a number behind it where one repeats.
    var html: String {
        var used: [String: Int] = [:]
        var out = ""
        for block in blocks {
            switch block {
            case .heading(let level, let text):
                let slug = Slug.of(MarkdownInline.plain(text))
                let count = (used[slug] ?? 0) + 1
                used[slug] = count
                let id = count == 1 ? slug : "\(slug)-\(count)"
                out += "<h\(level) id=\"\(id)\">\(MarkdownInline.html(text))</h\(level)>\n"
            case .paragraph(let text): out += "<p>\(MarkdownInline.html(text))</p>\n"
            case .list(let isOrdered, let items): out += Self.list(items, tag: isOrdered ? "ol" : "ul")
            case .code(let text):
                out += "<pre tabindex=\"0\"><code>\(HTMLText.escape(text))</code></pre>\n"
            case .table(let head, let rows): out += Self.table(head, rows)
            }
        }
        return out
    }

    /// Where the links of the text lead, as they are written.
    var links: [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(_, let text), .paragraph(let text): MarkdownInline.links(text)
            case .list(_, let items): items.flatMap(MarkdownInline.links)
            case .code: []
            case .table(let head, let rows): (head + rows.flatMap(\.self)).flatMap(MarkdownInline.links)
            }
        }
    }

    private static func list(_ items: [String], tag: String) -> String {
        let lines = items.map { "<li>\(MarkdownInline.html($0))</li>\n" }.joined()
        return "<\(tag)>\n\(lines)</\(tag)>\n"
    }

    /// Wide tables scroll inside a region that the keyboard reaches. The first cell of a row names it.
    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let label = HTMLText.escape(
            "Table: " + head.map(MarkdownInline.plain).filter { !$0.isEmpty }.joined(separator: ", "))
        var out =
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\"><table class=\"sentences\">\n"
        out += "<thead><tr>"
        for cell in head { out += "<th scope=\"col\">\(MarkdownInline.html(cell))</th>" }
        out += "</tr></thead>\n<tbody>\n"
        for row in rows {
            out += "<tr>"
            for (index, cell) in row.enumerated() {
                let inner = MarkdownInline.html(cell)
                out += index == 0 ? "<th scope=\"row\">\(inner)</th>" : "<td>\(inner)</td>"
            }
            out += "</tr>\n"
        }
        return out + "</tbody>\n</table></div>\n"
    }
}

/// The last part of an address from a heading: `P10–P90` becomes `p10-p90`.
enum Slug {
    static func of(_ text: String) -> String {
        var out = ""
        for character in text.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                out.append(character)
            } else if !out.isEmpty, out.last != "-" {
                out.append("-")
            }
        }
        while out.last == "-" { out.removeLast() }
        return out
    }
}

/// Text inside HTML. This room stands beneath the reports and cannot use theirs.
enum HTMLText {
    static func escape(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
