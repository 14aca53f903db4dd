import Choosing
import Foundation
import Notation
import Sourcing

/// What each level of each criterion means: fixed before the bids were opened.
struct ScalesSection {
    let page: ChoicePage

    var html: String {
        let criteria = page.choice.criteria
        guard !criteria.isEmpty else { return "" }
        let opened =
            page.choice.evaluation.opening.map {
                "They are to stand from the opening of the bids, which the case sets for \(Words.date($0))."
            } ?? "The case names no day for the opening of the bids."
        let tables = criteria.map { criterion in
            Markup.details(
                criterion.title,
                (criterion.about.map { Markup.paragraph($0, class: "small quiet") } ?? "") + table(criterion))
        }
        return "<h3>The scales in words</h3>\n\(Markup.paragraph(opened, class: "small"))"
            + "<div class=\"scales\">\n\(tables.joined())</div>\n"
    }

    private func table(_ criterion: Choice.CriterionAnswer) -> String {
        let caption = "\(criterion.title); points of 100"
        switch criterion.scale {
        case .levels(let levels):
            return HTMLTable(
                caption: caption,
                columns: [HTMLTable.text("Level"), HTMLTable.text("In words"), HTMLTable.number("Points")],
                rows: levels.enumerated().map { index, level in
                    .init(
                        head: String(index + 1),
                        cells: [Markup.escape(level.words), Format.plain(level.value * 100)])
                }, name: "levels"
            ).html
        case .facts(let unit, let curve):
            return HTMLTable(
                caption: caption + shape(curve), columns: [HTMLTable.text("Figure"), HTMLTable.number("Points")],
                rows: points(curve).map { point in
                    .init(
                        head: Markup.escape(figure(point.figure, unit, criterion.kind)),
                        cells: [Format.plain(point.value * 100)])
                }
            ).html
        }
    }

    private func points(_ curve: Evaluation.Curve) -> [Evaluation.Point] {
        switch curve {
        case .points(let points): points
        case .exponential(let worst, let best, let curvature):
            [0, 0.25, 0.5, 0.75, 1].map { u in
                let value = abs(curvature) < 1e-9 ? u : (1 - exp(-curvature * u)) / (1 - exp(-curvature))
                return .init(worst + (best - worst) * u, value)
            }
        }
    }

    private func shape(_ curve: Evaluation.Curve) -> String {
        if case .exponential(_, _, let curvature) = curve, abs(curvature) >= 1e-9 { return ", a curve between" }
        return ", straight lines between"
    }

    private func figure(_ value: Double, _ unit: String, _ kind: Evaluation.Kind) -> String {
        if kind == .price { return page.money.prose(value) }
        guard unit.hasPrefix("%") else { return "\(Format.plain(value)) \(unit)" }
        return Format.share(value) + unit.dropFirst()
    }
}
