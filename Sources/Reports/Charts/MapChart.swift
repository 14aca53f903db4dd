import Sourcing

/// The options on the two questions that are easily mixed up: outsourced or not, offshored or not.
enum MapChart {
    struct Spot {
        var label: String
        var note: String
        var kind: String
        var model: DeliveryModel
    }

    private static let characters = 20

    static func svg(id: String, title: String, spots: [Spot]) -> String {
        let told = spots.map {
            "\($0.label): \($0.model.outsourced ? "outsourced" : "not outsourced"), \($0.model.geography.rawValue)"
        }
        var plot = Plot(
            id: id, title: title, description: told.joined(separator: ". ") + ".", height: 0)
        plot.body = Plot.text("Not outsourced", class: "strong mid", x: "25%", y: 16)
        plot.body += Plot.text("the company’s own people", class: "note mid", x: "25%", y: 34)
        plot.body += Plot.text("Outsourced", class: "strong mid", x: "75%", y: 16)
        plot.body += Plot.text("a partner’s people", class: "note mid", x: "75%", y: 34)
        var y = 46.0
        for geography in Geography.allCases {
            let cells = [false, true].map { outsourced in
                spots.filter { $0.model.geography == geography && $0.model.outsourced == outsourced }
            }
            let height = 30 + max(24, cells.map { $0.map(self.height).reduce(0, +) }.max() ?? 0)
            for (column, cell) in cells.enumerated() {
                let x = Double(column) * 50
                let shade = geography == .onshore ? "cell" : "cell abroad"
                plot.body += Plot.bar(class: shade, from: x, to: x + 50, y: y, height: height)
                if column == 0 {
                    plot.body += Plot.text(name(geography), class: "note", x: "0%", y: y + 18, dx: 10)
                }
                plot.body += draw(cell, x: Plot.percent(x), y: y + 30)
            }
            y += height
        }
        plot.height = y + 2
        return plot.svg
    }

    private static func name(_ geography: Geography) -> String {
        switch geography {
        case .onshore: "Onshore: same country"
        case .nearshore: "Nearshore: 6 h or more"
        case .offshore: "Offshore: under 6 h"
        }
    }

    private static func lines(_ spot: Spot) -> [String] { Words.wrapped(spot.label, at: characters, lines: 3) }
    private static func height(_ spot: Spot) -> Double { 16 * Double(lines(spot).count) + 28 }

    private static func draw(_ spots: [Spot], x: String, y top: Double) -> String {
        guard !spots.isEmpty else { return Plot.text("none in this case", class: "note", x: x, y: top + 8, dx: 32) }
        var out = ""
        var y = top
        for spot in spots {
            out += "<g class=\"\(spot.kind)\">\n"
            out +=
                "<circle class=\"bar\" cx=\"\(x)\" cy=\"\(Plot.number(y + 6))\" r=\"6\" transform=\"translate(18)\"/>\n"
            let shown = lines(spot)
            for (index, line) in shown.enumerated() {
                out += Plot.text(line, class: "strong", x: x, y: y + 11 + 16 * Double(index), dx: 32)
            }
            out += Plot.text(spot.note, class: "note", x: x, y: y + 11 + 16 * Double(shown.count), dx: 32) + "</g>\n"
            y += height(spot)
        }
        return out
    }
}
