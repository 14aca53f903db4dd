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
        let shown = shown(width: width)
        let widths = widths(of: shown, in: width)
        let header = row(shown.map { columns[$0].header }, shown, widths, bottom: true)
        return (header, rows.flatMap { cells in row(shown.map { cells[$0] }, shown, widths, bottom: false) })
    }

    /// Whether there is room for the column of that header: a note about it is only then of use.
    func shows(_ header: String, width: Int) -> Bool { shown(width: width).contains { columns[$0].header == header } }

    /// Columns of the same rank go together.
    private func shown(width: Int) -> [Int] {
        var shown = Array(columns.indices)
        while total(shown.map(narrow)) > width, let last = shown.compactMap({ columns[$0].drop }).max() {
            shown.removeAll { columns[$0].drop == last }
        }
        return shown
    }

    private func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) }

    private func cells(_ column: Int) -> Int { rows.map { TextLayout.columns($0[column]) }.max() ?? 0 }

    private func longestWord(_ texts: [String]) -> Int {
        texts.flatMap { $0.split(separator: " ") }.map { TextLayout.columns(String($0)) }.max() ?? 0
    }

    /// The width at which cells stay whole and the header takes two lines.
    private func natural(_ column: Int) -> Int {
        let header = columns[column].header
        var width = max(cells(column), longestWord([header]), 1)
        while TextLayout.wrap(header, width: width).count > 2 { width += 1 }
        return width
    }

    /// The narrowest at which no word is cut.
    private func narrowest(_ column: Int) -> Int {
        let body = columns[column].least == nil ? cells(column) : longestWord(rows.map { $0[column] })
        return max(body, longestWord([columns[column].header]), 1)
    }

    /// The narrowest that still reads well.
    private func narrow(_ column: Int) -> Int {
        // A word of a whole line's length is better cut than given the room of the other columns.
        min(
            natural(column),
            max(columns[column].least ?? 0, min(narrowest(column), columns[column].least == nil ? .max : 24)))
    }

    private func widths(of shown: [Int], in width: Int) -> [Int] {
        var widths = shown.map(natural)
        while total(widths) > width {
            let wide = shown.indices.filter { widths[$0] > narrow(shown[$0]) }
            let uncut = shown.indices.filter { widths[$0] > narrowest(shown[$0]) }
            let candidates = !wide.isEmpty ? wide : !uncut.isEmpty ? uncut : Array(shown.indices)
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
