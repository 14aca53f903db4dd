public import Choosing
import Economics
import Notation
import Sourcing
import Spreadsheet

/// The choice as a workbook: ranking, criteria, price, missing answers and scores, as numbers.
public enum ChoiceXLSX {
    /// - Parameter evidence: who scored what when, a sentence each.
    /// - Throws: `WorkbookError`, which names the path.
    public static func write(_ choice: Choice, evidence: [String] = [], to path: String) throws {
        let book = try Workbook(path: path)
        try book.properties(
            title: choice.evaluation.title ?? choice.theCase.title, company: choice.theCase.client.name,
            comments: "\(choice.samples) ways to see it, seed \(choice.seed)")
        let sheets = ChoiceSheets(choice: choice, book: book)
        try sheets.summary(evidence)
        try sheets.ranking()
        try sheets.criteria()
        try sheets.prices()
        try sheets.missing()
        try sheets.scores()
        try book.finish()
    }
}

struct ChoiceSheets {
    let choice: Choice
    let book: Workbook

    private func title(_ name: String) -> String { choice.partner(name)?.title ?? name }
    private func criterion(_ name: String) -> String { choice.criteria.first { $0.name == name }?.title ?? name }

    func summary(_ evidence: [String]) throws {
        let sheet = try book.sheet("Summary", headings: [("What", 30), ("Value", 90)])
        func text(_ what: String, _ value: String) throws { try sheet.row([.text(what), .text(value, .wrapped)]) }
        try text("Case", choice.theCase.title)
        try text("Choice", choice.evaluation.title ?? "")
        try text("Answer", choice.headline)
        try text("Why", choice.text)
        try text("Weights", "\(choice.weights.form), \(choice.weights.drawn)")
        for line in [choice.weights.consistency, choice.weights.mend] { if let line { try text("Weights", line) } }
        for out in choice.excluded {
            try text("Out", "\(out.title): \(out.failed.map(\.gate).joined(separator: ", "))")
        }
        for line in choice.assumptions { try text("Assumed", line) }
        for line in evidence { try text("Evidence", line) }
        try sheet.row([.text("Ways to see it"), .number(Double(choice.samples), .money)])
        // A seed may have more digits than a cell's number.
        try text("Seed", String(choice.seed))
    }

    func ranking() throws {
        let ranks = choice.ranking.first?.ranks.count ?? 0
        let sheet = try book.sheet(
            "Ranking",
            headings: [("Partner", 34), ("Rank", 8), ("Points", 10), ("Total cost, mean", 16), ("Must-haves", 30)]
                + (0..<ranks).map { ("Share of rank \($0 + 1)", 14) }
                + choice.criteria.map { ("Points: \($0.title)", 16) })
        for p in choice.ranking {
            try sheet.row(
                [
                    .text(p.title), .number(Double(p.rank), .number), .number(p.points, .number),
                    .number(p.cost?.mean, .money),
                    .text(p.conditions.isEmpty ? "passed" : "not known: " + p.conditions.joined(separator: ", ")),
                ] + p.ranks.map { .number($0, .share) }
                    + choice.criteria.map { .number(p.contributions[$0.name], .number) })
        }
    }

    func criteria() throws {
        let sheet = try book.sheet(
            "Criteria",
            headings: [
                ("Criterion", 34), ("Group", 20), ("Weight", 10), ("Least", 10), ("Most", 10), ("Stays first from", 14),
                ("to", 10),
            ] + choice.ranking.map { ("Value: \($0.title)", 18) })
        for c in choice.criteria {
            try sheet.row(
                [
                    .text(c.title), .text(c.group ?? ""), .number(c.weight, .share), .number(c.weightLow, .share),
                    .number(c.weightHigh, .share), .number(c.stays?.lowerBound, .share),
                    .number(c.stays?.upperBound, .share),
                ] + choice.ranking.map { .number($0.values[c.name], .share) })
        }
    }

    func prices() throws {
        guard let price = choice.price else { return }
        let sheet = try book.sheet(
            "Price",
            headings: [
                ("Partner", 34), ("Asks", 12), ("Ties at", 12), ("Factor", 10), ("For", 20), ("Currency", 10),
                ("With", 34), ("Total cost", 16), ("Total cost at the tie", 18),
            ])
        for tie in price.ties {
            try sheet.row([
                .text(title(tie.partner)), .number(tie.asks, .price), .number(tie.tiesAt, .price),
                .number(tie.factor, .number), .text(tie.unit), .text(tie.currency), .text(title(tie.with)),
                .number(tie.cost, .money), .number(tie.costAtTie, .money),
            ])
        }
    }

    func missing() throws {
        let sheet = try book.sheet(
            "Missing answers",
            headings: [("Partner", 34), ("Answer", 34), ("Worth, points", 14), ("Could it change who is first?", 80)])
        for m in choice.missing {
            let subject =
                m.kind == .gate
                ? choice.evaluation.gates.first { $0.name == m.subject }?.shownName ?? m.subject : criterion(m.subject)
            try sheet.row([
                .text(title(m.partner)), .text(subject), .number(m.kind == .gate ? nil : m.worth, .number),
                .text(m.sentence, .wrapped),
            ])
        }
    }

    /// Scores without names: who gave which is in the log.
    func scores() throws {
        guard let evaluators = choice.evaluators else { return }
        let sheet = try book.sheet(
            "Scores",
            headings: [("Criterion", 34), ("Partner", 34), ("Scores, lowest first", 24), ("Apart, share of scale", 16)])
        for cell in evaluators.cells {
            try sheet.row([
                .text(criterion(cell.criterion)), .text(title(cell.partner)),
                .text(cell.scores.map { Format.plain($0) }.joined(separator: " ")), .number(cell.spread, .share),
            ])
        }
    }
}
