import Notation
import Sourcing

/// The answer in a heading and a few plain sentences.
struct ChoiceWriter {
    let choice: Choice

    private func title(_ name: String) -> String { choice.partner(name)?.title ?? name }

    func write() -> (headline: String, text: String) {
        guard let winner = choice.winner else {
            return (
                "No partner passes the must-haves",
                "Every partner fails at least one. Look for others, or ask whether each must-have is one."
            )
        }
        var sentences: [String] = []
        if !winner.conditions.isEmpty {
            let gates = winner.conditions.map { name in
                choice.evaluation.gates.first { $0.name == name }?.shownName ?? name
            }
            sentences.append(
                "It is in on condition: \(listed(gates)) \(gates.count == 1 ? "is" : "are") not known yet.")
        }
        guard let rivalry = choice.rivalry else {
            return ("\(winner.title) is the only partner left", (sentences + [only(winner)]).joined(separator: " "))
        }
        let headline =
            rivalry.isTie
            ? "\(winner.title) and \(title(rivalry.runnerUp)) cannot be told apart"
            : "\(winner.title) is first in \(ofHundred(winner.first)) ways to weigh it"
        sentences.insert(rival(winner, rivalry), at: 0)
        sentences += views()
        if let opinion = choice.secondOpinion { sentences.append(opinion.sentence) }
        return (headline, sentences.joined(separator: " "))
    }

    private func only(_ winner: Choice.PartnerAnswer) -> String {
        let out = choice.excluded.map(\.title)
        return out.isEmpty
            ? "There is nothing to compare it with."
            : "\(listed(out)) failed a must-have, so there is nothing to compare it with."
    }

    private func rival(_ winner: Choice.PartnerAnswer, _ rivalry: Choice.Rivalry) -> String {
        let second = title(rivalry.runnerUp)
        let first = ofHundred(choice.partner(rivalry.runnerUp)?.first ?? 0)
        if rivalry.isTie {
            return
                "\(winner.title) is first in \(ofHundred(winner.first)) ways to weigh it, \(second) in \(first). What is known does not decide between them: the missing answers and the evaluators’ differences below may."
        }
        let lead =
            "\(winner.title) leads \(second) by \(points(rivalry.lead)) points of 100 on average and beats it in \(ofHundred(rivalry.beats)) ways to weigh it"
        let often = choice.ranking.max { $0.first < $1.first }
        if let often, often.name != winner.name {
            return
                "\(lead). \(often.title) is first more often, in \(ofHundred(often.first)), but falls further behind when it is not."
        }
        return "\(lead); \(second) is first in \(first)."
    }

    /// Who would be first without the price, and whether one evaluator decides.
    private func views() -> [String] {
        guard let evaluators = choice.evaluators, evaluators.views.count > 1, let winner = choice.winner else {
            return []
        }
        var sentences: [String] = []
        let count = evaluators.views.count
        if choice.price != nil {
            let counts = Dictionary(grouping: evaluators.views.compactMap(\.firstWithoutPrice), by: { $0 })
                .mapValues(\.count)
            if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
                let who =
                    most.value == count
                    ? "all \(Format.word(count)) evaluators put"
                    : "\(Format.word(most.value)) of the \(Format.word(count)) evaluators \(most.value == 1 ? "puts" : "put")"
                sentences.append(
                    most.key == winner.name
                        ? "Price aside, \(who) it first."
                        : "Price aside, \(who) \(title(most.key)) first: the lead rests on cost.")
            }
        }
        let changes = evaluators.views.filter { $0.firstWithout != nil && $0.firstWithout != winner.name }
        if changes.isEmpty {
            sentences.append("Leaving out any one of them changes nothing.")
        } else {
            sentences.append(
                "Without \(listed(changes.map(\.title), "or")) another would be first, so that view decides.")
        }
        return sentences
    }
}

extension Choice {
    /// Everybody failed a must-have.
    static func empty(
        _ theCase: Case, _ evaluation: Evaluation, _ screen: GateScreen, samples: Int, trials: Int, seed: UInt64
    ) -> Choice {
        var choice = Choice(
            theCase: theCase, evaluation: evaluation, samples: samples, trials: trials, seed: seed, ranking: [],
            excluded: screen.excluded, headline: "", text: "", rivalry: nil, criteria: [],
            weights: .init(form: "", drawn: ""), price: nil, missing: [], evaluators: nil, secondOpinion: nil,
            dominance: [], idle: [], twins: [], vetoes: [], assumptions: [])
        (choice.headline, choice.text) = ChoiceWriter(choice: choice).write()
        return choice
    }
}
