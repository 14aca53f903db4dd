/// A table that fits: it narrows its columns of words, then leaves out the columns it can spare.
struct TextTable {
    struct Column {
        var header: String
        /// Numbers stand at the right.
        var right = true
        /// Words that may go on below; narrowed to no less than this before a column is dropped.
        var least: Int?
        /// The highest is left out first; nil never.
        var drop: Int?
    }

    var columns: [Column]
    var rows: [[String]]
    static let gap = 2

    init(_ columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows.map { $0.map(TextLayout.clean) }
    }

    /// The lines, none wider than `width`; those of the header set apart so that they can be dimmed.
    func lines(width: Int) -> (header: [String], body: [String]) {
        let shown = fitting(width)
        let widths = widths(of: shown, in: width)
        let header = row(shown.map { columns[$0].header }, shown, widths, bottom: true)
        return (header, rows.flatMap { cells in row(shown.map { cells[$0] }, shown, widths, bottom: false) })
    }

    private func natural(_ column: Int) -> Int {
        let cells = rows.map { TextLayout.columns($0[column]) }.max() ?? 0
        let words = columns[column].header.split(separator: " ").map { TextLayout.columns(String($0)) }.max() ?? 0
        return max(cells, words, 1)
    }

    /// The narrowest that still reads well.
    private func narrow(_ column: Int) -> Int { min(natural(column), columns[column].least ?? Int.max) }

    private func fitting(_ width: Int) -> [Int] {
        var shown = Array(columns.indices)
        while shown.map(narrow).reduce(0, +) + Self.gap * (shown.count - 1) > width {
            let spare = shown.filter { columns[$0].drop != nil }
            guard let first = spare.max(by: { (columns[$0].drop ?? 0) < (columns[$1].drop ?? 0) }) else { break }
            shown.removeAll { $0 == first }
        }
        return shown
    }

    private func widths(of shown: [Int], in width: Int) -> [Int] {
        var widths = shown.map(natural)
        func excess() -> Int { widths.reduce(0, +) + Self.gap * (shown.count - 1) - width }
        while excess() > 0 {
            // The widest column of words first; when all are narrow, the widest of all.
            let words = shown.indices.filter { widths[$0] > (columns[shown[$0]].least ?? Int.max) }
            let candidates = words.isEmpty ? Array(shown.indices) : words
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }), widths[widest] > 2 else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private func row(_ cells: [String], _ shown: [Int], _ widths: [Int], bottom: Bool) -> [String] {
        let wrapped = zip(cells, widths).map { TextLayout.wrap($0, width: $1) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = wrapped.indices.map { i in
                let index = bottom ? line - (height - wrapped[i].count) : line
                let text = wrapped[i].indices.contains(index) ? wrapped[i][index] : ""
                return TextLayout.padded(text, to: widths[i], right: columns[shown[i]].right)
            }
            return TextLayout.trimmed(parts.joined(separator: String(repeating: " ", count: Self.gap)))
        }
    }
}
