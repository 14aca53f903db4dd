/// One stacked bar: what is below zero stands left of the zero line. A segment carries its sign where there is room.
struct Stack {
    var parts: [Double]
    /// The class of each part's colour.
    var kinds: [String]
    /// Letter or number of each part.
    var signs: [String]

    func drawn(_ scale: Scale, y: Double, height: Double = 18) -> String {
        var out = ""
        var (above, below) = (0.0, 0.0)
        for (index, part) in parts.enumerated() where part.isFinite && kinds.indices.contains(index) {
            let start = part < 0 ? below : above
            let (a, b) = (scale.x(start), scale.x(start + part))
            if part < 0 { below += part } else { above += part }
            guard abs(b - a) >= 0.4 else { continue }
            out += Plot.bar(class: "seg \(kinds[index])", from: a, to: b, y: y, height: height)
            if abs(b - a) >= 5 {
                out += "<text class=\"key\" x=\"\(Plot.percent((a + b) / 2))\" y=\"\(Plot.number(y + 13))\""
                out += " aria-hidden=\"true\">\(signs[index])</text>\n"
            }
        }
        return out
    }
}
