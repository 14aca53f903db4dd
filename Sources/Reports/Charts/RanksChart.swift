import Notation

/// How often each partner takes each rank: one stacked bar a partner, 100 ways to see it long.
enum RanksChart {
    struct Row {
        var label: String
        var kind: String
        /// Shares of each shown rank, first rank first; the last may hold all lower ranks.
        var ranks: [Double]
    }

    /// Ranks with a step of colour of their own; what is lower is one more step.
    static let own = 5

    /// The shares as they are shown.
    static func shown(_ ranks: [Double]) -> [Double] {
        guard ranks.count > own else { return ranks }
        return Array(ranks.prefix(own)) + [ranks.dropFirst(own).reduce(0, +)]
    }

    /// "1st", "2nd", … "6th or lower".
    static func names(_ ranks: Int) -> [String] {
        let all = ["1st", "2nd", "3rd", "4th", "5th"]
        return ranks > own ? all + ["6th or lower"] : Array(all.prefix(ranks))
    }

    static func legend(_ ranks: Int) -> String {
        Markup.legend(
            names(ranks).enumerated().map {
                ("<rect class=\"seg r\($0 + 1)\" width=\"12\" height=\"12\"/>", $1)
            })
    }

    static func svg(id: String, title: String, rows: [Row]) -> String {
        let scale = Scale(to: 100, step: 25)
        let layout = RowLayout(rows.map(\.label), mark: 18)
        let told = rows.map { row in
            let second = row.ranks.count > 1 ? ", second in \(Format.ofHundred(row.ranks[1]))" : ""
            return "\(row.label) first in \(Format.ofHundred(row.ranks.first ?? .nan))\(second)"
        }
        var plot = Plot(
            id: id, title: title, description: "Of 100 ways to weigh it: " + told.joined(separator: "; ") + ".",
            height: layout.bottom + 22)
        plot.body = scale.axis(top: 0, bottom: layout.bottom) { Format.decimal($0) }
        for (index, row) in rows.enumerated() {
            plot.body += "<g class=\"\(row.kind)\">\n" + layout.label(index, strong: row.kind == "pick")
            plot.body += layout.value(
                "\(Format.ofHundred(row.ranks.first ?? .nan)) first", row: index, strong: row.kind == "pick")
            plot.body += Stack(
                parts: row.ranks.map { $0 * 100 }, kinds: row.ranks.indices.map { "r\($0 + 1)" },
                signs: row.ranks.indices.map { $0 < own ? String($0 + 1) : "6+" }
            ).drawn(scale, y: layout.markY(index))
            plot.body += "</g>\n"
        }
        return plot.svg
    }
}
