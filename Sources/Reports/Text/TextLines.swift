/// A text for a terminal while it grows, line by line.
protocol TextLines {
    var width: Int { get }
    var style: TextStyle { get }
    var lines: [String] { get set }
}

extension TextLines {
    mutating func blank() { lines.append("") }

    mutating func bold(_ text: String) { lines += TextLayout.wrap(text, width: width).map(style.bold) }

    mutating func prose(_ text: String) { lines += TextLayout.wrap(text, width: width) }

    mutating func note(_ text: String) { lines += TextLayout.wrap(text, width: width).map(style.dim) }

    mutating func section(_ title: String) {
        blank()
        bold(title)
    }

    mutating func table(_ table: TextTable) {
        let parts = table.lines(width: width)
        lines += parts.header.map(style.dim) + parts.body
    }
}
