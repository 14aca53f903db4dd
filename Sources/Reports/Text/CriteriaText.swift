import Notation
import Sourcing

/// The library of criteria on a terminal, with its scales in words.
public enum CriteriaText {
    public static func text(width: Int, colour: Bool) -> String {
        var page = CriteriaTextPage(width: max(60, width), style: TextStyle(colour: colour))
        page.prose(
            "Criteria that a case can take by name, for example criteria: { expertise: { weight: 80 } }. A case may change any scale; price takes its scale from the case alone."
        )
        for criterion in CriteriaLibrary.all { page.add(criterion) }
        return page.lines.map(TextLayout.trimmed).joined(separator: "\n") + "\n"
    }
}

private struct CriteriaTextPage: TextLines {
    let width: Int
    let style: TextStyle
    var lines: [String] = []

    init(width: Int, style: TextStyle) {
        self.width = width
        self.style = style
    }

    mutating func add(_ criterion: Evaluation.Criterion) {
        section("\(criterion.name): \(criterion.title)")
        if let about = criterion.about { prose(about) }
        switch criterion.scale {
        case .levels(let levels):
            for (index, level) in levels.enumerated() {
                lines += TextLayout.paragraph(level.words, first: "  \(index + 1)  ", width: width)
            }
        case .facts(let unit, .exponential(let worst, let best, _)):
            let percent = unit.hasPrefix("%")
            func shown(_ value: Double) -> String {
                percent ? "\(Format.plain(value * 100)) \(unit)" : "\(Format.plain(value)) \(unit)"
            }
            prose("0 points at \(shown(worst)), 100 at \(shown(best)).")
        case .facts(let unit, .points(let points)):
            prose(
                points.map { "\(Format.plain(100 * $0.value)) points at \(Format.plain($0.figure))" }.joined(
                    separator: ", ") + " \(unit).")
        }
    }
}
