/// HTML and SVG text. Everything that a person or a case wrote passes through `escape`.
package enum Markup {
    /// Safe in text and in quoted attributes. Control characters, which no document may hold, become spaces.
    package static func escape(_ text: String) -> String {
        // Most texts have nothing to escape. 0xEF begins U+FFFE and U+FFFF, which are looked for only then.
        if text.utf8.allSatisfy({ isPlain($0) }) { return text }
        return escapeEach(text)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, 0xEF, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            false
        default: true
        }
    }

    private static func escapeEach(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case let s where s.value < 0x20 || s.value == 0x7F || s.value == 0xFFFE || s.value == 0xFFFF: out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// Stays on one line.
    package static func nowrap(_ text: String) -> String { "<span class=\"nowrap\">\(escape(text))</span>" }

    package static func paragraph(_ text: String, class name: String = "") -> String {
        name.isEmpty ? "<p>\(escape(text))</p>\n" : "<p class=\"\(name)\">\(escape(text))</p>\n"
    }

    package static func tag(_ text: String, _ kind: String = "") -> String {
        " <span class=\"tag\(kind.isEmpty ? "" : " " + kind)\">\(escape(text))</span>"
    }

    /// A chart with its statement, what its marks mean, and where its numbers come from.
    package static func figure(
        _ statement: String, note: String, svg: String, source: String, class name: String = "", legend: String = ""
    ) -> String {
        let classes = name.isEmpty ? "" : " class=\"\(name)\""
        let footer = source.isEmpty ? "" : "<p class=\"source\">\(escape(source))</p>\n"
        return """
            <figure\(classes)>
            <figcaption><strong>\(escape(statement))</strong><span>\(escape(note))</span></figcaption>
            \(legend)\(svg)\(footer)</figure>

            """
    }

    /// What each colour or sign of a chart means: the inside of a picture of 12 by 12 pixels, and a text.
    package static func legend(_ items: [(mark: String, text: String)], name: String = "") -> String {
        let lines = items.map { "<li><svg>\($0.mark)</svg>\(escape($0.text))</li>\n" }.joined()
        let classes = name.isEmpty ? "legend" : "legend " + name
        return "<ul class=\"\(classes)\" aria-hidden=\"true\">\n\(lines)</ul>\n"
    }

    /// Sentences as a list; empty without any.
    package static func list(_ items: [String], class name: String = "", ordered: Bool = false) -> String {
        guard !items.isEmpty else { return "" }
        let tag = ordered ? "ol" : "ul"
        let classes = name.isEmpty ? "" : " class=\"\(name)\""
        let lines = items.map { "<li>\(escape($0))</li>" }.joined(separator: "\n")
        return "<\(tag)\(classes)>\n\(lines)\n</\(tag)>\n"
    }

    package struct Fact {
        package var name: String
        package var value: String
        package var detail: String

        package init(name: String, value: String, detail: String) {
            self.name = name
            self.value = value
            self.detail = detail
        }
    }

    /// The few figures that a board asks for.
    package static func facts(_ facts: [Fact]) -> String {
        guard !facts.isEmpty else { return "" }
        let divs = facts.map {
            "<div><dt>\(escape($0.name))</dt><dd>\(escape($0.value))</dd><dd>\(escape($0.detail))</dd></div>"
        }
        return "<dl class=\"facts\">\n\(divs.joined(separator: "\n"))\n</dl>\n"
    }

    /// Closed on the screen until it is asked for; open in print.
    /// - Parameter printed: whether it opens on paper, where nobody can open it.
    package static func details(_ summary: String, _ body: String, printed: Bool = true) -> String {
        "<details\(printed ? "" : " class=\"folded\"")>\n<summary>\(escape(summary))</summary>\n\(body)</details>\n"
    }

    /// Side by side where there is room.
    package static func pair(_ left: String, _ right: String) -> String {
        right.isEmpty ? left : "<div class=\"pair\">\n\(left)\(right)</div>\n"
    }
}

/// A table of a report: what stands in its cells is already escaped, its caption is not.
package struct HTMLTable {
    package struct Column {
        package var title: String
        package var isNumber = false

        package init(title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }
    package struct Row {
        /// The row's header cell.
        package var head: String
        package var cells: [String]
        package var kind = ""
        /// Extra classes of single cells; empty, or one for each cell.
        package var marks: [String] = []

        package init(head: String, cells: [String], kind: String = "", marks: [String] = []) {
            self.head = head
            self.cells = cells
            self.kind = kind
            self.marks = marks
        }
    }
    package var caption: String
    package var columns: [Column]
    package var rows: [Row]
    package var name = ""

    package init(caption: String, columns: [Column], rows: [Row], name: String = "") {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.name = name
    }

    package static func text(_ title: String) -> Column { Column(title: title) }
    package static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }

    package var html: String {
        let label = Markup.escape("Table: " + caption)
        let classes = name.isEmpty ? "" : " class=\"\(name)\""
        var out = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\"><table\(classes)>\n"
        out += "<caption>\(Markup.escape(caption))</caption>\n<thead><tr>"
        for column in columns {
            out += "<th scope=\"col\"\(column.isNumber ? " class=\"num\"" : "")>\(Markup.escape(column.title))</th>"
        }
        out += "</tr></thead>\n<tbody>\n"
        for row in rows {
            out += row.kind.isEmpty ? "<tr>" : "<tr class=\"\(row.kind)\">"
            out += "<th scope=\"row\">\(row.head)</th>"
            for (index, cell) in row.cells.enumerated() {
                let isNumber = columns.indices.contains(index + 1) && columns[index + 1].isNumber
                let marks = [isNumber ? "num" : "", row.marks.indices.contains(index) ? row.marks[index] : ""]
                let classes = marks.filter { !$0.isEmpty }.joined(separator: " ")
                out += "<td\(classes.isEmpty ? "" : " class=\"\(classes)\"")>\(cell)</td>"
            }
            out += "</tr>\n"
        }
        return out + "</tbody>\n</table></div>\n"
    }
}
