/// The figures beside a chart of stacked bars. Parts go down and rows across while they fit; else the other way round,
/// the parts by letter.
struct PartsTable {
    struct Row {
        /// The row's header cell, escaped.
        var head: String
        /// For a column header.
        var short: String
        var parts: [Double]
        var total: Double
        var kind = ""
    }
    var caption: String
    /// What a part and a row are.
    var part: String
    var row: String
    var parts: [String]
    var rows: [Row]
    var scale: MoneyScale

    var html: String {
        let letters = Array(PartsChart.letters.prefix(parts.count))
        if rows.count <= 4 {
            var lines = parts.indices.map { index in
                HTMLTable.Row(
                    head: PartsChart.chip(index) + Markup.escape(parts[index]),
                    cells: rows.map { scale.text($0.parts[index]) })
            }
            lines.append(.init(head: "Total", cells: rows.map { scale.text($0.total) }, kind: "total"))
            return HTMLTable(
                caption: caption, columns: [HTMLTable.text(part)] + rows.map { HTMLTable.number($0.short) },
                rows: lines, name: "wrap"
            ).html
        }
        let key = parts.enumerated().map { "\(letters[$0.offset]) \(Words.lowered($0.element))" }
        return HTMLTable(
            caption: caption + ": " + key.joined(separator: "; "),
            columns: [HTMLTable.text(row)] + (letters + ["Total"]).map(HTMLTable.number),
            rows: rows.map { row in
                .init(head: row.head, cells: (row.parts + [row.total]).map { scale.text($0) }, kind: row.kind)
            }
        ).html
    }
}
