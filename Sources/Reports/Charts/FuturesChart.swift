/// In how many of 100 simulated futures each option is the cheapest: one mark is one future.
enum FuturesChart {
    struct Row {
        var label: String
        var kind: String
        var chance: Double
    }

    /// Whole marks that add up to 100, by largest remainders; nil when the chances are no shares of one whole.
    static func marks(_ chances: [Double]) -> [Int]? {
        let total = chances.reduce(0, +)
        guard total.isFinite, total > 0.5, chances.allSatisfy({ $0 >= 0 }) else { return nil }
        let exact = chances.map { $0 / total * 100 }
        var counts = exact.map { Int($0) }
        let order = exact.indices.sorted { a, b in
            let (x, y) = (exact[a] - Double(counts[a]), exact[b] - Double(counts[b]))
            return x == y ? a < b : x > y
        }
        for index in order.prefix(max(0, 100 - counts.reduce(0, +))) { counts[index] += 1 }
        return counts
    }

    static func svg(id: String, title: String, rows: [Row]) -> String? {
        guard let counts = marks(rows.map(\.chance)) else { return nil }
        let shown = zip(rows, counts).filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
        let told = shown.map { "\($0.1) in which \($0.0.label) is the cheapest" }.joined(separator: ", ")
        let compact = Set(shown.map(\.0.kind)).count == shown.count
        let body = compact ? block(shown) : lines(shown)
        var plot = Plot(
            id: id, title: title, description: "One mark for each of 100 simulated futures: \(told).",
            height: body.height)
        plot.body = body.svg
        return plot.svg
    }

    /// Four rows of 25 while every option has a colour of its own.
    private static func block(_ shown: [(Row, Int)]) -> (svg: String, height: Double) {
        var out = "<g class=\"marks\">\n"
        var used = 0
        for (row, count) in shown {
            var left = count
            while left > 0 {
                let (line, column) = (used / 25, used % 25)
                let run = min(left, 25 - column)
                let y = Plot.number(Double(6 + 16 * line))
                out +=
                    "<line class=\"\(row.kind)\" x1=\"\(column * 4)%\" x2=\"\((column + run) * 4)%\" y1=\"\(y)\" y2=\"\(y)\""
                out += " pathLength=\"\(run)\"/>\n"
                used += run
                left -= run
            }
        }
        out += "</g>\n"
        for (index, (row, count)) in shown.enumerated() {
            let y = 82 + 20 * Double(index)
            out +=
                "<g class=\"\(row.kind)\"><rect class=\"bar\" x=\"0\" y=\"\(Plot.number(y - 10))\" width=\"12\" height=\"12\"/></g>\n"
            out += Plot.text(
                "\(count) \(Words.shortened(row.label, to: 40))", class: index == 0 ? "strong" : "", x: "0", y: y,
                dx: 18)
        }
        return (out, 72 + 20 * Double(shown.count))
    }

    /// A row an option when there are more options than colours.
    private static func lines(_ shown: [(Row, Int)]) -> (svg: String, height: Double) {
        var out = ""
        for (index, (row, count)) in shown.enumerated() {
            let y = 14 + 38 * Double(index)
            out += Plot.text(Words.shortened(row.label, to: 40), class: index == 0 ? "strong" : "", x: "0", y: y)
            out += Plot.text(String(count), class: "end strong", x: "100%", y: y)
            let at = Plot.number(y + 12)
            out += "<g class=\"marks\"><line class=\"\(row.kind)\" x1=\"0\" x2=\"\(count)%\" y1=\"\(at)\" y2=\"\(at)\""
            out += " pathLength=\"\(count)\"/></g>\n"
        }
        return (out, 38 * Double(shown.count))
    }
}
