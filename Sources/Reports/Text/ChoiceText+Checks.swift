import Choosing
import Notation
import Sourcing

extension ChoiceTextPage {
    mutating func views() {
        guard let evaluators = choice.evaluators, evaluators.views.count > 1 else { return }
        section("Where the evaluators need to talk")
        if evaluators.talkAbout.isEmpty { prose("Nowhere are they half of a scale apart.") }
        for cell in evaluators.talkAbout.prefix(6) {
            let scores = cell.scores.map { Format.plain($0) }.joined(separator: " ")
            let notes = cell.notes.isEmpty ? "" : " Notes: \(cell.notes.map { "“\($0)”" }.joined(separator: ", "))."
            lines += TextLayout.paragraph(
                "\(partner(cell.partner)), \(criterion(cell.criterion)): \(scores).\(notes)", first: "- ", width: width)
        }
        if evaluators.talkAbout.count > 6 {
            prose(
                "\(Words.capitalised(Words.number(evaluators.talkAbout.count - 6))) more are half of a scale or more apart."
            )
        }
        var agreement: [String] = []
        if let w = evaluators.kendallW {
            agreement.append(
                "Price left out, their orders of the partners match by \(Format.decimal(w, digits: 2)) on a scale from 0 (nothing in common) to 1 (the same order); by chance that happens in \(Format.ofHundred(evaluators.kendallP ?? 1)) of 100 cases (Kendall’s W)."
            )
        }
        if let icc = evaluators.icc {
            agreement.append(
                "On the level itself two of them agree by \(Format.decimal(icc.value, digits: 2)) of 1 (ICC(2,1), 95 % interval \(Format.decimal(icc.low, digits: 2)) to \(Format.decimal(icc.high, digits: 2)))."
            )
        }
        if !agreement.isEmpty { prose(agreement.joined(separator: " ")) }
        table(
            TextTable(
                [
                    .init(header: "View of", right: false, least: 12), .init(header: "First", right: false, least: 12),
                    .init(header: "Price aside", right: false, least: 12, drop: 1),
                    .init(header: "Without this view", right: false, least: 12), .init(header: "Scored", drop: 2),
                ],
                rows: evaluators.views.map { view in
                    [
                        view.title, view.first.map(partner) ?? "a tie", view.firstWithoutPrice.map(partner) ?? "a tie",
                        view.firstWithout.map(partner) ?? "–", "\(view.scored) of \(view.asked)",
                    ]
                }))
    }

    mutating func checks() {
        var found: [String] = []
        if let opinion = choice.secondOpinion {
            found.append(opinion.sentence)
            for pair in opinion.incomparable {
                found.append(
                    "The second opinion cannot compare \(partner(pair.0)) with \(partner(pair.1)): each is strong where the other is weak."
                )
            }
        }
        for idle in choice.idle {
            found.append(
                "\(criterion(idle.criterion)) hardly separates the partners: \(Format.decimal(idle.spread, digits: 1)) points between best and worst."
            )
        }
        for twin in choice.twins {
            found.append(
                "\(criterion(twin.first)) and \(criterion(twin.second)) rise and fall together (rank correlation \(Format.decimal(twin.correlation, digits: 2))): one thing may count twice, with \(Self.weight(twin.weight)) of the weight."
            )
        }
        if let consistency = choice.weights.consistency { found.append(consistency) }
        if let mend = choice.weights.mend { found.append(mend) }
        guard !found.isEmpty else { return }
        section("Checks")
        for line in found { lines += TextLayout.paragraph(line, first: "- ", width: width) }
    }

    mutating func closing(_ evidence: [String]) {
        if !evidence.isEmpty {
            section("Evidence")
            for line in evidence { lines += TextLayout.paragraph(line, first: "- ", width: width) }
        }
        if !choice.assumptions.isEmpty {
            section("Assumed where the case is silent")
            for line in choice.assumptions { lines += TextLayout.paragraph(line, first: "- ", width: width) }
        }
        blank()
        let form = choice.weights.form.isEmpty ? "" : " Weights: \(choice.weights.form), \(choice.weights.drawn)."
        note(
            "\(Words.plural(choice.samples, "way")) to see it, \(Words.plural(choice.trials, "future")) of the costs, seed \(choice.seed).\(form) The same case and seed give the same numbers."
        )
    }
}
