public import Choosing
import Economics
import Notation
import Sourcing

/// The choice of a partner on a terminal: the answer first, then why, what would change it and what to do next.
public enum ChoiceText {
    /// - Parameters:
    ///   - width: columns of the terminal; under 60 is taken as 60.
    ///   - colour: bold and dim by ANSI sequences.
    ///   - evidence: who scored what when, a sentence each.
    public static func text(for choice: Choice, width: Int, colour: Bool, evidence: [String] = []) -> String {
        var page = ChoiceTextPage(choice: choice, width: max(60, width), style: TextStyle(colour: colour))
        page.opening()
        page.ranking()
        page.reasons()
        page.flips()
        page.prices()
        page.unknowns()
        page.views()
        page.checks()
        page.closing(evidence)
        return page.lines.map(TextLayout.trimmed).joined(separator: "\n") + "\n"
    }
}

struct ChoiceTextPage: TextLines {
    let choice: Choice
    let width: Int
    let style: TextStyle
    var lines: [String] = []
    var money: MoneyFormat { MoneyFormat(currency: choice.theCase.client.currency) }

    init(choice: Choice, width: Int, style: TextStyle) {
        self.choice = choice
        self.width = width
        self.style = style
    }

    /// Mean value of 100; what is not known is said, not shown as the middle that it is reckoned with.
    func value(_ partner: String, _ criterion: String) -> String {
        guard let answer = choice.partner(partner), !answer.unknown.contains(criterion) else { return Format.notKnown }
        return Format.decimal(100 * (answer.values[criterion] ?? 0))
    }

    func partner(_ name: String) -> String { choice.partner(name)?.title ?? name }
    func criterion(_ name: String) -> String { choice.criteria.first { $0.name == name }?.title ?? name }
    func gate(_ name: String) -> String { choice.evaluation.gates.first { $0.name == name }?.shownName ?? name }

    mutating func opening() {
        bold(choice.evaluation.title ?? "Partner for \(choice.evaluation.function)")
        prose(
            "\(choice.theCase.client.name): \(Words.plural(choice.evaluation.partners.count, "bidder")), \(Words.plural(choice.evaluation.criteria.count, "criterion").replacing("criterions", with: "criteria")), \(Words.plural(choice.evaluation.evaluators.count, "evaluator"))."
        )
        blank()
        bold(choice.headline)
        prose(choice.text)
        for out in choice.excluded {
            let failed = out.failed.map { $0.gate + ($0.evidence.map { " (\($0))" } ?? "") }
            prose("\(out.title) is out: it failed \(failed.joined(separator: " and ")).")
        }
        for veto in choice.vetoes {
            prose(
                "\(partner(veto.partner)) meets the veto on \(criterion(veto.criterion)) in \(Format.ofHundred(veto.share)) of 100 ways to see it: there it stands behind all who meet none."
            )
        }
    }

    mutating func ranking() {
        guard !choice.ranking.isEmpty else { return }
        section(
            "Ranking, most points on average first"
                + (choice.vetoes.contains { $0.share >= 0.5 } ? "; who mostly meets a veto stands last" : ""))
        note("Of 100 ways to weigh the criteria, the evaluators’ views, the missing answers and the costs.")
        let costs = choice.ranking.compactMap { $0.cost?.mean }
        let scale = MoneyScale.table(costs, money)
        let second = choice.ranking.count > 1
        let between = choice.ranking.count > 2
        var columns: [TextTable.Column] = [
            .init(header: "Partner", right: false, least: 16), .init(header: "Points of 100"),
            .init(header: "First, in 100"),
        ]
        if between { columns.append(.init(header: "Second, in 100", drop: 3)) }
        if second { columns.append(.init(header: "Last, in 100", drop: 2)) }
        if !costs.isEmpty { columns.append(.init(header: "Total cost, \(scale.label)", drop: 4)) }
        columns.append(.init(header: "Must-haves", right: false, least: 10, drop: 5))
        table(
            TextTable(
                columns,
                rows: choice.ranking.map { answer in
                    var row = [answer.title, Format.decimal(answer.points, digits: 1), Format.ofHundred(answer.first)]
                    if between { row.append(Format.ofHundred(answer.ranks[1])) }
                    if second { row.append(Format.ofHundred(answer.ranks.last ?? 0)) }
                    if !costs.isEmpty { row.append(answer.cost.map { scale.text($0.mean) } ?? Format.notKnown) }
                    row.append(
                        answer.conditions.isEmpty
                            ? "passed" : "on condition: \(answer.conditions.map(gate).joined(separator: ", "))")
                    return row
                }))
        for pair in choice.dominance {
            prose(
                "\(partner(pair.better)) is at least as good as \(partner(pair.worse)) on everything, however it is seen."
            )
        }
    }

    mutating func reasons() {
        guard let rivalry = choice.rivalry else { return }
        section("Why \(partner(rivalry.winner)), and not \(partner(rivalry.runnerUp))")
        note("Points of 100 by which it is ahead (+) or behind (−) on each criterion.")
        table(
            TextTable(
                [
                    .init(header: "Criterion", right: false, least: 16), .init(header: "Weight"),
                    .init(header: "Ahead by"), .init(header: "Its value of 100", drop: 1),
                    .init(header: "The rival’s", drop: 1),
                ],
                rows: rivalry.differences.map { difference in
                    let name = difference.criterion
                    return [
                        criterion(name), Self.weight(choice.criteria.first { $0.name == name }?.weight ?? 0),
                        Format.decimal(difference.points, digits: 1, signed: true),
                        value(rivalry.winner, name), value(rivalry.runnerUp, name),
                    ]
                }))
        if !rivalry.weakSpots.isEmpty {
            section("Where \(partner(rivalry.winner)) is weak")
            for spot in rivalry.weakSpots {
                let words = spot.words.map { ": “\($0)”" } ?? ""
                let best =
                    spot.bestValue > spot.value
                    ? " \(partner(spot.best)) has \(Format.decimal(100 * spot.bestValue))." : " Nobody is better."
                lines += TextLayout.paragraph(
                    "\(criterion(spot.criterion)), \(Format.decimal(100 * spot.value)) of 100\(words).\(best)",
                    first: "- ", width: width)
            }
        }
    }

    mutating func flips() {
        guard let rivalry = choice.rivalry else { return }
        section("What would flip it")
        note("The weight said, and the weights at which the first stays first when the others keep their proportions.")
        table(
            TextTable(
                [
                    .init(header: "Criterion", right: false, least: 16), .init(header: "Weight"),
                    .init(header: "Between", drop: 1), .init(header: "Stays first", right: false),
                ],
                rows: choice.criteria.map { criterion in
                    [
                        criterion.title, Self.weight(criterion.weight),
                        Format.range(Format.wholeShare(criterion.weightLow), Format.wholeShare(criterion.weightHigh)),
                        criterion.stays.map(Self.stays) ?? "–",
                    ]
                }))
        if let flip = rivalry.flips.first {
            let moves = flip.weights.prefix(4).map {
                "\(criterion($0.criterion)) from \(Self.weight($0.from)) to \(Self.weight($0.to))"
            }
            prose(
                "The nearest flip: \(partner(flip.rival)) would tie with \(moves.joined(separator: ", "))\(flip.weights.count > 4 ? " and smaller changes" : "")."
            )
        } else if !rivalry.isTie {
            prose("No weights at all let another partner tie, at the mean values.")
        }
    }

    /// One decimal, so that columns line up.
    static func weight(_ share: Double) -> String { Format.decimal(share * 100, digits: 1) + Format.space + "%" }

    static func stays(_ range: ClosedRange<Double>) -> String {
        if range.lowerBound <= 0, range.upperBound >= 1 { return "whatever its weight" }
        if range.lowerBound <= 0 { return "up to \(weight(range.upperBound))" }
        if range.upperBound >= 1 { return "from \(weight(range.lowerBound))" }
        return Format.range(weight(range.lowerBound), weight(range.upperBound))
    }

    mutating func prices() {
        guard let price = choice.price, !price.ties.isEmpty else { return }
        section("The price to negotiate with")
        note("All else unchanged: the price at which a rival ties with the first, and the first with its rival.")
        table(
            TextTable(
                [
                    .init(header: "Partner", right: false, least: 16), .init(header: "Asks"),
                    .init(header: "Ties at"), .init(header: "Change"),
                    .init(header: "For", right: false, least: 10, drop: 2),
                    .init(header: "With", right: false, least: 12, drop: 1),
                ],
                rows: price.ties.map { tie in
                    let digits = MoneyFormat(currency: tie.currency).unitDecimals(for: [tie.asks ?? 0])
                    return [
                        partner(tie.partner), tie.asks.map { Format.decimal($0, digits: digits) } ?? "–",
                        tie.tiesAt.map { Format.decimal($0, digits: digits) } ?? "none",
                        tie.factor.map { Format.share($0 - 1, signed: true) } ?? "–", "\(tie.currency) \(tie.unit)",
                        partner(tie.with),
                    ]
                }))
        if price.ties.contains(where: { $0.factor == nil }) { note("none: no price on this scale makes them tie.") }
        for out in price.outside {
            note(
                "\(partner(out.partner)): its cost leaves the scale in \(Format.ofHundred(out.share)) of 100 futures and is cut off there."
            )
        }
    }

    mutating func unknowns() {
        guard !choice.missing.isEmpty else { return }
        section("Missing answers, by what learning them could change")
        table(
            TextTable(
                [
                    .init(header: "Missing answer", right: false, least: 18),
                    .init(header: "Worth, points"),
                    .init(header: "Could it change who is first?", right: false, least: 24),
                ],
                rows: choice.missing.map { missing in
                    let subject = missing.kind == .gate ? gate(missing.subject) : criterion(missing.subject)
                    return [
                        "\(partner(missing.partner)): \(subject)",
                        missing.kind == .gate ? "–" : Format.decimal(missing.worth, digits: 1), missing.sentence,
                    ]
                }))
    }
}
