import Notation

/// The frame that every chart shares. There is no viewBox: x is in per cent and y in pixels, so that a plot stretches
/// with its column and its text keeps its size.
struct Plot {
    /// Unique in the page.
    var id: String
    var title: String
    var description: String
    var height: Double
    var body = ""

    var svg: String {
        """
        <svg class="plot" role="img" aria-labelledby="\(id)-t \(id)-d" width="100%" height="\(Plot.number(height))">
        <title id="\(id)-t">\(Markup.escape(title))</title>
        <desc id="\(id)-d">\(Markup.escape(description))</desc>
        \(body)</svg>

        """
    }

    /// A number for an attribute: at most two decimals; what is no number becomes 0.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let cents = (max(-1e7, min(1e7, value)) * 100).rounded()
        let whole = Int(cents)
        if whole % 100 == 0 { return String(whole / 100) }
        let digits = String(abs(whole) % 100)
        let fraction = digits.count == 1 ? "0" + digits : digits
        let trimmed = fraction.hasSuffix("0") ? String(fraction.dropLast()) : fraction
        return (whole < 0 ? "-" : "") + String(abs(whole) / 100) + "." + trimmed
    }

    static func percent(_ value: Double) -> String { number(value) + "%" }

    static func text(_ text: String, class name: String, x: String, y: Double, dx: Double = 0) -> String {
        let shift = dx == 0 ? "" : " dx=\"\(number(dx))\""
        let classes = name.isEmpty ? "" : " class=\"\(name)\""
        return "<text\(classes) x=\"\(x)\"\(shift) y=\"\(number(y))\">\(Markup.escape(text))</text>\n"
    }

    static func vertical(class name: String, x: Double, from y1: Double, to y2: Double) -> String {
        let at = percent(x)
        return "<line class=\"\(name)\" x1=\"\(at)\" x2=\"\(at)\" y1=\"\(number(y1))\" y2=\"\(number(y2))\"/>\n"
    }

    static func horizontal(class name: String, y: Double, from x1: Double = 0, to x2: Double = 100) -> String {
        let at = number(y)
        return "<line class=\"\(name)\" x1=\"\(percent(x1))\" x2=\"\(percent(x2))\" y1=\"\(at)\" y2=\"\(at)\"/>\n"
    }

    static func bar(class name: String, from x1: Double, to x2: Double, y: Double, height: Double) -> String {
        let (left, right) = (min(x1, x2), max(x1, x2))
        return "<rect class=\"\(name)\" x=\"\(percent(left))\" y=\"\(number(y))\" width=\"\(percent(right - left))\""
            + " height=\"\(number(height))\"/>\n"
    }

    static func dot(class name: String, x: Double, y: Double, radius: Double) -> String {
        "<circle class=\"\(name)\" cx=\"\(percent(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\"/>\n"
    }
}

/// A linear scale with round ticks that always holds zero.
struct Scale {
    let low: Double
    let high: Double
    let ticks: [Double]
    let digits: Int

    /// Exactly from zero to `top`, for shares and points of a whole.
    init(to top: Double, step: Double) {
        low = 0
        high = top
        ticks = Array(stride(from: 0, through: top, by: step))
        digits = Format.decimals(for: [step])
    }

    /// - Parameters:
    ///   - room: free space beyond the outermost values, as a share of the whole.
    ///   - roomBelow: the same also below zero where no value lies there.
    init(_ values: [Double], room: Double = 0.04, intervals: Double = 5, roomBelow: Bool = false) {
        let finite = values.filter(\.isFinite) + [0]
        let least = finite.min() ?? 0
        let most = finite.max() ?? 0
        let span = most > least ? most - least : 1
        low = least < 0 || roomBelow ? least - span * room : 0
        high = most > 0 || least == most ? max(most, least + span) + span * room : 0
        var step = 1.0
        let wanted = (high - low) / intervals
        var guardCount = 0
        while step < wanted, guardCount < 60 {
            step *= 10
            guardCount += 1
        }
        while step / 10 >= wanted, guardCount < 120 {
            step /= 10
            guardCount += 1
        }
        if step / 5 >= wanted { step /= 5 } else if step / 2 >= wanted { step /= 2 }
        let first = (low / step).rounded(.up)
        let last = (high / step).rounded(.down)
        ticks = first <= last ? (0...Int(min(20, last - first))).map { (first + Double($0)) * step } : [0]
        digits = Format.decimals(for: [step])
    }

    /// Position in per cent of the width.
    func x(_ value: Double) -> Double {
        guard value.isFinite, high > low else { return 0 }
        return max(0, min(100, (value - low) / (high - low) * 100))
    }

    /// Grid lines with their labels below.
    func axis(top: Double, bottom: Double, label: (Double) -> String) -> String {
        var out = "<g class=\"axis\" aria-hidden=\"true\">\n"
        for tick in ticks {
            out += Plot.vertical(class: tick == 0 ? "zero" : "grid", x: x(tick), from: top, to: bottom)
            let anchor = tick == high ? "tick end" : "tick mid"
            out += Plot.text(tick == 0 ? "0" : label(tick), class: anchor, x: Plot.percent(x(tick)), y: bottom + 16)
        }
        return out + "</g>\n"
    }
}

/// Rows of a chart: label above the mark, in a gutter of its own where the column is wide.
struct RowLayout {
    static let characters = 32
    let labels: [[String]]
    private let tops: [Double]
    /// Where the last row ends.
    let bottom: Double

    /// - Parameters:
    ///   - mark: height of a row's mark.
    ///   - top: free space above the first row.
    init(_ labels: [String], mark: Double, top: Double = 0) {
        self.init(labels, marks: labels.map { _ in mark }, top: top)
    }

    /// - Parameter marks: height of each row's mark.
    init(_ labels: [String], marks: [Double], top: Double = 0) {
        self.labels = labels.map { Words.wrapped($0, at: Self.characters, lines: 3) }
        var y = top
        var tops: [Double] = []
        for (lines, mark) in zip(self.labels, marks) {
            tops.append(y)
            y += mark + 15 * Double(lines.count) + 15
        }
        self.tops = tops
        bottom = y + 2
    }

    /// Baseline of the row's last label line.
    func textY(_ row: Int) -> Double { tops[row] + 1 + 15 * Double(labels[row].count) }
    func markY(_ row: Int) -> Double { textY(row) + 6 }

    func label(_ row: Int, strong: Bool) -> String {
        let shown = labels[row]
        return shown.enumerated().map { index, line in
            let y = textY(row) - 15 * Double(shown.count - 1 - index)
            return Plot.text(line, class: strong ? "label strong" : "label", x: "0", y: y)
        }.joined()
    }

    func value(_ text: String, row: Int, strong: Bool = false) -> String {
        Plot.text(text, class: strong ? "value strong" : "value", x: "100%", y: textY(row))
    }
}
